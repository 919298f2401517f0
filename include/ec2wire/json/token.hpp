#ifndef EC2WIRE_JSON_TOKEN_HPP
#define EC2WIRE_JSON_TOKEN_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/utf8.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

// The syntax of JSON, independent of EC2.
namespace ec2wire::json {

// The types of RFC 8259, section 3, or `none` for a character that begins no value.
enum class value_kind : std::uint8_t { object, array, string, number, boolean, null, none };

// Whether a value that begins with this character has that type; the rest of the value is checked when it is
// read.
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

// Returns the type of a value that begins with this character.
constexpr value_kind kind_of(char first) noexcept {
    using enum value_kind;
    for (const value_kind kind : {object, array, string, number, boolean, null})
        if (begins(kind, first)) return kind;
    return none;
}

// Returns the index of the first character that is wrong in a number (the size of the text if it ends too
// early), or npos for a valid number of RFC 8259, section 6.
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

namespace detail {

// Whether a character is not white space or another control character.
inline bool is_token(char c) noexcept { return static_cast<unsigned char>(c) > ' '; }
inline bool is_in_number(char c) noexcept {
    return is_digit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
}

// Returns the text up to the first white space.
inline std::string_view token_in(std::string_view text) noexcept {
    std::size_t size = 0;
    while (size < text.size() && !is_space(text[size])) ++size;
    return text.substr(0, size);
}

// Returns the first byte of [at, end) that is not white space, or `end`.
EC2WIRE_NOINLINE inline const char* skip_space_slow(const char* at, const char* end) noexcept {
    while (at < end && is_space(*at)) ++at;
    return at;
}

// A line feed followed by spaces.
inline constexpr auto new_line = [] {
    std::array<char, 32> text{};
    text.fill(' ');
    text[0] = '\n';
    return text;
}();

// Sets a cursor to the null that a failure returned, and returns false: there is no value.
inline bool stop(const char*& at, const char* failed) noexcept {
    at = failed;
    return false;
}

}  // namespace detail

// Whether a token is true, false or null.
constexpr bool is_word(std::string_view token) noexcept {
    return token == "true" || token == "false" || token == "null";
}

// Returns the index of the first byte that is neither part of a byte order mark nor white space.
constexpr std::size_t first_token(std::string_view bytes) noexcept {
    std::size_t i = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (i < bytes.size() && is_space(bytes[i])) ++i;
    return i;
}

// Whether a JSON value begins here, and not plain text or HTML from a proxy.
constexpr bool begins_value(std::string_view bytes) noexcept {
    for (const std::string_view word : {"true", "false", "null"})
        if (bytes.starts_with(word)) return true;
    return !bytes.empty() && std::string_view("{[\"-0123456789").find(bytes[0]) != bytes.npos;
}

namespace detail {

// Finds the first byte that is wrong whatever the values are: a control character in a string, anything after
// the end of the document, or, if there is none of these, the end.
//
//   {"a":"b    {"a":"b"} {"c":"d"}
//          ^             ^
constexpr decode_error diagnose_brackets(std::string_view bytes) noexcept {
    std::size_t depth = 0;
    bool is_in_string = false;
    bool is_escaped = false;
    for (std::size_t i = first_token(bytes); i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (is_in_string) {
            if (static_cast<unsigned char>(c) < ' ') return {errc::bad_json, i};
            if (c == '"' && !is_escaped) is_in_string = false;
            is_escaped = c == '\\' && !is_escaped;
        } else if (!is_space(c)) {
            if (depth == 0 && i != first_token(bytes)) return {errc::trailing_data, i};
            if (c == '"') is_in_string = true;
            if (c == '{' || c == '[') ++depth;
            if (c == '}' || c == ']') --depth;  // the first token opens one
        }
    }
    return {errc::unexpected_end, bytes.size()};
}

}  // namespace detail

// Tells why a parser rejected these bytes as a whole, if it does not tell itself. Only for bytes that it did
// reject.
constexpr decode_error diagnose(std::string_view bytes) noexcept {
    const std::size_t begin = first_token(bytes);
    if (begin == bytes.size() || (bytes[begin] != '{' && bytes[begin] != '['))
        return {errc::not_a_document, begin};
    for (std::size_t i = 0; i < bytes.size();) {
        const utf8_character c = read_utf8(bytes.substr(i));
        if (c.size == 0) {
            const std::size_t bad = i + c.good_bytes;
            if (bad < bytes.size()) return {errc::not_utf8, bad};
            break;
        }
        i += c.size;
    }
    return detail::diagnose_brackets(bytes);
}

}  // namespace ec2wire::json

#endif
