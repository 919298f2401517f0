#ifndef EC2WIRE_SHAPE_OPEN_ENUM_HPP
#define EC2WIRE_SHAPE_OPEN_ENUM_HPP

#include <compare>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace ec2wire {

// An enumeration whose values are strings on the wire: its enumerators count from 0, and enum_texts(Enum),
// found by argument-dependent lookup, returns an array of the strings.
template <class Enum>
concept wire_enum = requires(Enum value) {
    { enum_texts(value)[0] } -> std::convertible_to<std::string_view>;
};

namespace detail {

// The strings of an enumeration, one array for the program: instance types alone have 1212.
template <wire_enum Enum>
inline constexpr decltype(auto) texts_of = enum_texts(Enum{});

}  // namespace detail

// Returns the string of an enumerator on the wire. Static storage.
template <wire_enum Enum>
constexpr std::string_view enum_text(Enum value) noexcept {
    return detail::texts_of<Enum>[static_cast<std::size_t>(value)];
}

// Returns the enumerator with this string, case-sensitively; nothing if there is none.
template <wire_enum Enum>
constexpr std::optional<Enum> enum_from_text(std::string_view text) noexcept {
    std::size_t index = 0;
    for (const std::string_view known : detail::texts_of<Enum>) {
        if (known == text) return static_cast<Enum>(index);
        ++index;
    }
    return std::nullopt;
}

// A value of an enumeration to which EC2 may add any week. It stores the string, so that a value that this
// version does not know is kept, compared and sent like any other.
//
//     if (change.current_state.name == instance_state_name::stopped) ...
//     if (change.current_state.name == "stopped") ...
//     request.instance_type = "t2.micro";
//     switch (instance.state.name->value().value_or(...)) ...
template <wire_enum Enum, class String>
class open_enum {
    // Converts to a string, and is neither String itself nor an open_enum.
    template <class Text>
    static constexpr bool is_other_text = !std::same_as<Text, String> && !requires {
        typename Text::string_type;
    }
    &&std::constructible_from<String, const Text&>&&
        std::convertible_to<const Text&, std::string_view>;
    // A number, or an enumerator of another enumeration.
    template <class Other>
    static constexpr bool is_number = std::is_arithmetic_v<Other> ||
                                      (std::is_enum_v<Other> && !std::same_as<Other, Enum>);
    template <class Number>
    static constexpr void refuse() noexcept {
        static_assert(
            sizeof(Number) == 0,
            "ec2wire: an open_enum is set from, and compared with, one of its enumerators or "
            "a text");
    }
    // A temporary that owns a string, which a view would outlive.
    template <class Text>
    static constexpr bool is_gone_before =
        std::is_trivially_copyable_v<String> && !std::is_trivially_copyable_v<Text>;
    template <class Text>
    static constexpr void refuse_temporary() noexcept {
        static_assert(
            sizeof(Text) == 0,
            "ec2wire: an open_enum that is a view would outlive this text: keep the text in a "
            "variable");
    }

  public:
    using string_type = String;  // std::string_view, or a type that owns the string

    constexpr open_enum() = default;  // the empty string

    // Constructs from an enumerator, or from any string, known or not. With a view the string must outlive
    // this object, so a temporary that owns its string is refused.
    constexpr open_enum(Enum value) : text_(enum_text(value)) {}
    constexpr open_enum(String text) : text_(std::move(text)) {}
    template <class Text>
        requires(is_other_text<Text>)
    constexpr open_enum(const Text& text) : text_(text) {}
    template <class Text>
        requires(is_other_text<Text>&& is_gone_before<Text>)
    constexpr open_enum(const Text&&) { refuse_temporary<Text>(); }
    template <class OtherString>
        requires(is_gone_before<OtherString>)
    constexpr explicit open_enum(const open_enum<Enum, OtherString>&&) {
        refuse_temporary<OtherString>();
    }

    // Do not compile for numbers and other enumerations: these and the comparisons below explain the mistake in a few lines.
    template <class Number>
        requires(is_number<Number>)
    constexpr explicit open_enum(Number) { refuse<Number>(); }
    template <class Number>
        requires(is_number<Number>)
    constexpr open_enum& operator=(Number) {
        refuse<Number>();
        return *this;
    }

    // Returns the string as on the wire. Valid as long as what stores it.
    constexpr std::string_view text() const noexcept { return text_; }
    constexpr operator std::string_view() const noexcept { return text_; }

    // Returns the enumerator with this string, or nothing if this version does not know it.
    constexpr std::optional<Enum> value() const noexcept { return enum_from_text<Enum>(text_); }

    // Compares the strings.
    friend constexpr bool operator==(const open_enum& a, const open_enum& b) noexcept {
        return a.text() == b.text();
    }
    friend constexpr bool operator==(const open_enum& a, Enum b) noexcept {
        return a.text() == enum_text(b);
    }
    template <class Text>
        requires(is_other_text<Text> || std::same_as<Text, String>)
    friend constexpr bool operator==(const open_enum& a, const Text& b) noexcept {
        return a.text() == std::string_view(b);
    }
    // Orders by the string, for sorting and std::map: the service defines no order of the values.
    friend constexpr std::strong_ordering operator<=>(const open_enum& a,
                                                      const open_enum& b) noexcept {
        return a.text() <=> b.text();
    }

    // Do not compile for numbers and other enumerations.
    template <class Number>
        requires(is_number<Number>)
    friend constexpr bool operator==(const open_enum&, Number) noexcept {
        refuse<Number>();
        return false;
    }
    template <class Number>
        requires(is_number<Number>)
    friend constexpr std::strong_ordering operator<=>(const open_enum&, Number) noexcept {
        refuse<Number>();
        return std::strong_ordering::equal;
    }

  private:
    String text_{};
};

}  // namespace ec2wire

// Hashes the string, which operator== compares.
template <class Enum, class String>
struct std::hash<ec2wire::open_enum<Enum, String>> {
    std::size_t operator()(const ec2wire::open_enum<Enum, String>& value) const noexcept {
        return std::hash<std::string_view>()(value.text());
    }
};

#endif
