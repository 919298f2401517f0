#ifndef EC2WIRE_ENGINE_DOCUMENT_PATTERN_HPP
#define EC2WIRE_ENGINE_DOCUMENT_PATTERN_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/engine/xml_message.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/schema_of.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace ec2wire::detail {

// The pattern of a document, or of an item with all its members, in a layout that is known at compile time:
// EC2's own (four spaces for each level), or minified. See match_document.hpp.
//
//   \n        <item>\n            <instanceId>i-1</instanceId>\n            <currentState>...</item>
//   -----------------------------------------   ------------------------------------...    literals
//                                            ---                                           a slot

inline constexpr std::size_t max_pattern_depth = 4;  // levels, so that a recursive shape is finite
inline constexpr std::size_t max_pattern_slots = 32;

// A structure whose members are all elements and independent of each other.
template <class T>
concept plain_structure = structure<T> && !union_shape<T> && !has_attributes<T>;

// Whether a member contains a scalar, or a structure of such members, stored inside the shape.
template <class Member, std::size_t Depth = 0>
constexpr bool has_fixed_slots() noexcept {
    using value = value_type_of<Member>;
    if constexpr (is_indirect<Member> || Depth == max_pattern_depth) {
        return false;
    } else if constexpr (plain_structure<value>) {
        return []<std::size_t... Index>(std::index_sequence<Index...>) {
            return (has_fixed_slots<member_type_of<value, Index>, Depth + 1>() && ...) &&
                   !(field_at<Index>(fields_of<value>).info.traits.flattened || ...);
        }
        (std::make_index_sequence<field_count<value>>{});
    } else {
        return scalar<value>;
    }
}

template <class T>
constexpr std::size_t slot_count() noexcept;

template <structure T, std::size_t Members>
constexpr std::size_t slots_before() noexcept {
    return []<std::size_t... Index>(std::index_sequence<Index...>) {
        return (std::size_t{0} + ... + slot_count<value_type_of<member_type_of<T, Index>>>());
    }
    (std::make_index_sequence<Members>{});
}

template <class T>
constexpr std::size_t slot_count() noexcept {
    if constexpr (structure<T>) {
        return slots_before<T, field_count<T>>();
    } else {
        return 1;
    }
}

template <class T>
constexpr bool is_short() noexcept {
    if constexpr (has_fixed_slots<T>()) {
        constexpr std::size_t count = slot_count<value_type_of<T>>();
        return count != 0 && count <= max_pattern_slots;
    } else {
        return false;
    }
}

// A list of short items, which is one slot of a document.
template <class Member>
concept short_list =
    list_like<value_type_of<Member>> && !scalar<value_type_of<Member>> && !nullable<Member> &&
    structure<element_of<value_type_of<Member>>> && !is_maybe<element_of<value_type_of<Member>>> &&
    std::same_as<value_type_of<Member>, list_view<element_of<value_type_of<Member>>>>;

template <class Member>
constexpr bool is_document_member() noexcept {
    if constexpr (short_list<Member>)
        return is_short<element_of<value_type_of<Member>>>();
    else
        return is_short<Member>();
}

// Whether a reply has a pattern of its own: it has a few scalars, short structures and lists of short items.
template <class T>
constexpr bool has_document_pattern() noexcept {
    return field_count<T> <= max_pattern_slots &&
           std::string_view(T::service::protocol::result_suffix)
               .empty()&&[]<std::size_t... Index>(std::index_sequence<Index...>) {
        return plain_structure<T> && (is_document_member<member_type_of<T, Index>>() && ...) &&
               !(field_at<Index>(fields_of<T>).info.traits.flattened || ...);
    }
    (std::make_index_sequence<field_count<T>>{});
}

// Writes a pattern's text, or only counts its characters if `out` is null.
class pattern_printer {
  public:
    constexpr pattern_printer(xml_layout layout, char* out, std::size_t* begins) noexcept
        : layout_(layout), out_(out), begins_(begins) {}

    template <class T>
    constexpr void print_element(std::size_t depth, std::string_view name) noexcept {
        print_tag(depth, "<", name);
        if constexpr (structure<T>) {
            print_members<T>(depth + 1);
            print_tag(depth, "</", name);
        } else {
            if (begins_ != nullptr) *begins_++ = size_;
            if constexpr (scalar<T>) {
                put("</");
                put(name);
                put(">");
            } else {
                print_tag(depth, "</", name);
            }
        }
    }

    template <structure T>
    constexpr void print_members(std::size_t depth) noexcept {
        for_each_field<T>([&](auto i) {
            print_element<value_type_of<member_type_of<T, i()>>>(
                depth, member_schema_of<T, i()>().xml.view());
            return true;
        });
    }

    // The members and the root's end tag.
    template <message_shape T>
    constexpr void print_rest() noexcept {
        print_members<T>(1);
        print_tag(0, "</", T::operation);
        --size_;
        put(T::service::protocol::root_suffix);
        put(">");
    }

    constexpr void put(std::string_view text) noexcept {
        for (const char c : text) {
            if (out_ != nullptr) out_[size_] = c;
            ++size_;
        }
    }

    constexpr std::size_t size() const noexcept { return size_; }

  private:
    constexpr void print_tag(std::size_t depth, std::string_view bracket,
                             std::string_view name) noexcept {
        if (layout_ == xml_layout::ec2) {
            put("\n");
            for (std::size_t i = 0; i < depth; ++i) put("    ");
        }
        put(bracket);
        put(name);
        put(">");
    }

    xml_layout layout_;
    char* out_;
    std::size_t* begins_;
    std::size_t size_ = 0;
};

// A name as a template argument, by its characters alone, so that items with the same type and name share
// code, whichever operation they belong to.
template <std::size_t Size>
struct fixed_name {
    char characters[Size]{};

    constexpr explicit fixed_name(std::string_view name) noexcept {
        for (std::size_t i = 0; i < Size; ++i) characters[i] = name[i];
    }
    constexpr std::string_view view() const noexcept { return {characters, Size}; }
};
template <std::size_t Size>
fixed_name(fixed_name<Size>) -> fixed_name<Size>;

// The text of a pattern, and the positions of its literals: literal N precedes slot N. The pattern of items
// with that name, two levels deep, or, without a name, of a document after the root's start tag.
template <xml_layout Layout, class T, fixed_name... Name>
struct pattern_text {
    static constexpr void print(pattern_printer& printer) noexcept {
        if constexpr (sizeof...(Name) == 0)
            printer.template print_rest<T>();
        else
            (printer.template print_element<T>(2, Name.view()), ...);
    }

    static constexpr std::size_t size = [] {
        pattern_printer counter(Layout, nullptr, nullptr);
        print(counter);
        return counter.size();
    }();

    struct printed {
        std::array<char, size> text{};
        std::array<std::size_t, slot_count<T>() + 2> begin{};
    };
    static constexpr printed whole = [] {
        printed result{};
        pattern_printer printer(Layout, result.text.data(), result.begin.data() + 1);
        print(printer);
        result.begin.back() = size;
        return result;
    }();

    template <std::size_t Literal>
    static constexpr std::size_t size_of = whole.begin[Literal + 1] - whole.begin[Literal];

    // Returns the position after a literal, or null if other bytes are there.
    template <std::size_t Literal>
    EC2WIRE_ALWAYS_INLINE static const char* match(const char* at, const char* end) noexcept {
        return static_cast<std::size_t>(end - at) < size_of<Literal> ? nullptr
                                                                     : match_in_room<Literal>(at);
    }

    // Matches the last bytes of a literal.
    template <std::size_t Literal, std::size_t Size>
    static const char* match_last(const char* at, const char* end) noexcept {
        const char* const text = whole.text.data() + whole.begin[Literal + 1] - Size;
        const bool is_there =
            static_cast<std::size_t>(end - at) >= Size && is_equal_block(at, text, Size);
        return is_there ? at + Size : nullptr;
    }

    // Matches a literal where as many bytes as it has are readable.
    template <std::size_t Literal>
    EC2WIRE_ALWAYS_INLINE static const char* match_in_room(const char* at) noexcept {
        const char* const text = whole.text.data() + whole.begin[Literal];
        return is_equal_block(at, text, size_of<Literal>) ? at + size_of<Literal> : nullptr;
    }
};

}  // namespace ec2wire::detail

#endif
