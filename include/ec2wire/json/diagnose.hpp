#ifndef EC2WIRE_JSON_DIAGNOSE_HPP
#define EC2WIRE_JSON_DIAGNOSE_HPP

#include <ec2wire/core/error.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/utf8.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::json {

// The index of the first byte that is neither a byte order mark nor white space.
constexpr std::size_t first_token(std::string_view bytes) noexcept {
    std::size_t i = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (i < bytes.size() && is_space(bytes[i])) ++i;
    return i;
}

// Whether a JSON value begins here, and not the text or the page of a proxy.
constexpr bool begins_value(std::string_view bytes) noexcept {
    for (const std::string_view word : {"true", "false", "null"})
        if (bytes.starts_with(word)) return true;
    return !bytes.empty() && std::string_view("{[\"-0123456789").find(bytes[0]) != bytes.npos;
}

namespace detail {

// The first byte that cannot be right whatever the values are: a bare control character in a string,
// anything after the end of the document, or, if none of these, the end.
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

// Why a parser refused these bytes as a whole, where it does not say so itself. Only for bytes that
// it did refuse.
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
