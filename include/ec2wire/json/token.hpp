#ifndef EC2WIRE_JSON_TOKEN_HPP
#define EC2WIRE_JSON_TOKEN_HPP

#include <ec2wire/core/number.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

// JSON as such: nothing here knows a name of EC2's.
namespace ec2wire::json {

// RFC 8259, section 3. None is what begins no value.
enum class value_kind : std::uint8_t { object, array, string, number, boolean, null, none };

// Whether a value that begins with this character is of that kind; whether the rest is right shows
// when the value is taken.
constexpr bool begins(value_kind kind, char first) noexcept {
    switch (kind) {
        case value_kind::object: return first == '{';
        case value_kind::array: return first == '[';
        case value_kind::string: return first == '"';
        case value_kind::number: return is_digit(first) || first == '-';
        case value_kind::boolean: return first == 't' || first == 'f';
        case value_kind::null: return first == 'n';
        case value_kind::none: break;
    }
    return false;
}

// The kind of a value that begins with this character.
constexpr value_kind kind_of(char first) noexcept {
    using enum value_kind;
    for (const value_kind kind : {object, array, string, number, boolean, null})
        if (begins(kind, first)) return kind;
    return none;
}

// The index of the first character that no number has there (the size of the text, if it ends too
// early), or npos for a number of RFC 8259, section 6.
//
//   -0.5e+3    064    1.
//               ^       ^
constexpr std::size_t find_bad_number(std::string_view token) noexcept {
    std::size_t i = token.starts_with('-') ? 1 : 0;
    const auto is_at = [&](char c) { return i < token.size() && token[i] == c; };
    const auto skip_digits = [&] {
        const std::size_t first = i;
        while (i < token.size() && is_digit(token[i])) ++i;
        return i > first;
    };
    if (is_at('0'))
        ++i;
    else if (!skip_digits())
        return i;
    if (is_at('.')) {
        ++i;
        if (!skip_digits()) return i;
    }
    if (is_at('e') || is_at('E')) {
        ++i;
        if (is_at('+') || is_at('-')) ++i;
        if (!skip_digits()) return i;
    }
    return i == token.size() ? std::string_view::npos : i;
}

// One of the three words of JSON.
constexpr bool is_word(std::string_view token) noexcept {
    return token == "true" || token == "false" || token == "null";
}

}  // namespace ec2wire::json

#endif
