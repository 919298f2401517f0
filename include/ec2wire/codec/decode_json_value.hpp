#ifndef EC2WIRE_CODEC_DECODE_JSON_VALUE_HPP
#define EC2WIRE_CODEC_DECODE_JSON_VALUE_HPP

#include <ec2wire/codec/build.hpp>
#include <ec2wire/codec/decode_json_members.hpp>
#include <ec2wire/json/token.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/scalar.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>

namespace ec2wire::detail {

// Reads values of every kind from one document. Each function returns the place
// behind a value, false once the reader has failed.
template <class Dialect, class Reader>
class json_decoder {
  public:
    using value_type = typename Reader::value;
    using place = typename Reader::place;

    explicit json_decoder(Reader& in) noexcept : in_(in) {}

    template <class T>
    [[gnu::always_inline]] place decode_value(T& target, value_type value) {
        if constexpr (is_maybe<T>) {
            if (value.is(json::value_kind::null)) return pass_null(value);
            return decode_value(target.emplace(), value);
        } else if constexpr (scalar<T>) {
            return decode_scalar(target, value);
        } else if constexpr (structure<T>) {
            return decode_level(target, value);
        } else if constexpr (nullable<T>) {
            if (value.is(json::value_kind::null)) return pass_null(value);
            auto* const inner = make_value(target, in_.memory());
            return inner != nullptr ? decode_value(*inner, value) : value.fail(errc::out_of_memory);
        } else {
            static_assert(list_like<T>,
                          "ec2wire: a member is a scalar, a string, a structure with fields(), a "
                          "list or a map that can grow, or a std::optional of these");
            if constexpr (map_like<T>) {
                return decode_map(target, value);
            } else if constexpr (Dialect::has_wrapped_lists) {
                return decode_wrapped_list(target, value);
            } else {
                return decode_level(target, value);
            }
        }
    }

    // Passes a value that no member takes.
    static place check(value_type value) noexcept { return value.check(); }

    static place pass_null(value_type value) noexcept {
        std::string_view word;
        return value.take_word(word);
    }

  private:
    // An object or an array. A reader that goes as deep as a document may has one small call for each;
    // another has what the compiler likes.
    template <class T>
    place decode_level(T& target, value_type value) {
        if constexpr (Reader::is_deep)
            return decode_level_apart(target, value);
        else
            return decode_members_or_elements(target, value);
    }

    template <class T>
    [[gnu::noinline]] place decode_level_apart(T& target, value_type value) {
        return decode_members_or_elements(target, value);
    }

    template <structure T>
    [[gnu::always_inline]] place decode_members_or_elements(T& target, value_type value) {
        if (!is_kind(value, json::value_kind::object)) return place{};
        return json_members<Dialect, Reader, T>(*this, target).decode_all(value);
    }

    template <list_like T>
    [[gnu::always_inline]] place decode_members_or_elements(T& target, value_type value) {
        if (!is_kind(value, json::value_kind::array)) return place{};
        const place behind = value.for_each_element([&](value_type element) {
            auto* const item = append(target, in_.memory());
            return item != nullptr ? decode_value(*item, element)
                                   : element.fail(errc::out_of_memory);
        });
        finish(target, in_.memory());
        return behind;
    }

    // The keys of an object are data here. All are kept, in their order, as the entries of a map in XML
    // are: also the one that stands there twice. A value that is null is absent, and its key with it,
    // unless the value's type may be absent.
    //
    //   {"Environment":"production","Owner":null}
    template <map_like T>
    place decode_map(T& target, value_type value) {
        if (!is_kind(value, json::value_kind::object)) return place{};
        const place behind = value.for_each_member([&](std::string_view key, value_type member) {
            return decode_entry(target, key, member);
        });
        finish(target, in_.memory());
        return behind;
    }

    template <map_like T>
    place decode_entry(T& target, std::string_view key, value_type value) {
        using held = decltype(element_of<T>::value);
        if constexpr (!nullable<held> && !is_maybe<held>)
            if (value.is(json::value_kind::null)) return pass_null(value);
        auto* const entry = append(target, in_.memory());
        if (entry == nullptr) return value.fail(errc::out_of_memory);
        if (const scalar_fault fault = read_scalar(entry->key, key, in_.memory()))
            return value.fail(fault.code);
        return decode_value(entry->value, value);
    }

    //   {"items":[...]}
    template <list_like T>
    place decode_wrapped_list(T& target, value_type value) {
        if (!is_kind(value, json::value_kind::object)) return place{};
        bool is_seen = false;
        const place behind = value.for_each_member([&](std::string_view key, value_type member) {
            if (key != "items") return check(member);
            if (is_seen) return member.fail(errc::duplicate_member);
            is_seen = true;
            if (member.is(json::value_kind::null)) return pass_null(member);
            return decode_level(target, member);
        });
        return behind;
    }

    template <scalar T>
    place decode_scalar(T& target, value_type value) {
        using enum json::value_kind;
        if constexpr (wire_scalar<T>) {
            typename T::wire_type wire{};
            const place behind = decode_scalar(wire, value);
            if (behind) target = T(wire);
            return behind;
        } else if constexpr (number_enum<T>) {
            std::underlying_type_t<T> number{};
            const place behind = decode_scalar(number, value);
            if (behind) target = T(number);
            return behind;
        } else if constexpr (std::same_as<T, bool>) {
            return is_kind(value, boolean) ? take_word(target, value) : place{};
        } else if constexpr (integer<T>) {
            if constexpr (requires { value.take_digits(target); })
                if (const place behind = value.take_digits(target)) return behind;
            return is_kind(value, number) ? take_number(target, value) : place{};
        } else {
            if constexpr (std::floating_point<T> || std::same_as<T, timestamp>)
                if (value.is(number)) return take_number(target, value);
            return is_kind(value, string) ? take_text(target, value) : place{};
        }
    }

    static place take_word(bool& target, value_type value) noexcept {
        std::string_view word;
        const place behind = value.take_word(word);
        target = word == "true";
        return behind;
    }

    template <scalar T>
    static place take_number(T& target, value_type value) noexcept {
        std::string_view token;
        const place behind = value.take_number(token);
        if (!behind) return behind;
        const auto number = parse_trimmed<T>(token);
        if (!number) return value.fail(errc::bad_value, number.error());
        target = *number;
        return behind;
    }

    template <scalar T>
    place take_text(T& target, value_type value) {
        std::string_view text;
        const place behind = value.take_text(text);
        if (!behind) return behind;
        if constexpr (std::floating_point<T>) {
            // The three names of what JSON has no number for.
            if (text != "NaN" && text != "Infinity" && text != "-Infinity")
                return value.fail(errc::wrong_type);
        }
        if (const scalar_fault fault = read_scalar(target, text, in_.memory())) {
            const bool is_verbatim = text.data() == value.begin() + 1;
            return value.fail(fault.code, is_verbatim ? fault.index + 1 : 0);
        }
        return behind;
    }

    static bool is_kind(value_type value, json::value_kind kind) noexcept {
        if (value.is(kind)) return true;
        value.fail(value.kind() == json::value_kind::none ? errc::bad_json : errc::wrong_type);
        return false;
    }

    Reader& in_;
};

}  // namespace ec2wire::detail

#endif
