#ifndef EC2WIRE_QUERY_PERCENT_HPP
#define EC2WIRE_QUERY_PERCENT_HPP

#include <ec2wire/core/number.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace ec2wire::query {

// R8. RFC 3986, section 2.3: what stands for itself. Everything else is %XX, also the space.
constexpr bool is_unreserved(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

namespace detail {

// How many characters each byte takes: 1 or 3.
inline constexpr auto percent_sizes = [] {
    std::array<unsigned char, 256> sizes{};
    for (std::size_t c = 0; c < sizes.size(); ++c)
        sizes[c] = is_unreserved(static_cast<char>(c)) ? 1 : 3;
    return sizes;
}();

inline constexpr std::string_view hex_digits = "0123456789ABCDEF";

constexpr int hex_value(char c) noexcept {
    if (is_digit(c)) return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

}  // namespace detail

// How many characters `text` takes once it is escaped.
constexpr std::size_t percent_size(std::string_view text) noexcept {
    std::size_t size = 0;
    for (const char c : text) size += detail::percent_sizes[static_cast<unsigned char>(c)];
    return size;
}

// Writes percent_size(text) characters and returns where the next one goes.
//
//   a b/€    a%20b%2F%E2%82%AC
constexpr char* write_percent(std::string_view text, char* out) noexcept {
    for (const char c : text) {
        const auto octet = static_cast<unsigned char>(c);
        if (detail::percent_sizes[octet] == 1) {
            *out++ = c;
        } else {
            *out++ = '%';
            *out++ = detail::hex_digits[octet >> 4];
            *out++ = detail::hex_digits[octet & 15];
        }
    }
    return out;
}

// R8. Reads back a key or a value: '+' and %20 are both a space, hexadecimal digits are of either
// case. Writes at most text.size() bytes to `out` and returns how many; the error is the index of
// the first character that does not belong there. `out` may be the text's own first byte.
constexpr parsed<std::size_t> read_percent(std::string_view text, char* out) noexcept {
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out[written++] = text[i] == '+' ? ' ' : text[i];
            continue;
        }
        int octet = 0;
        for (int digit = 0; digit < 2; ++digit) {
            const int value = ++i < text.size() ? detail::hex_value(text[i]) : -1;
            if (value < 0) return unexpected(i);
            octet = octet * 16 + value;
        }
        out[written++] = static_cast<char>(octet);
    }
    return written;
}

}  // namespace ec2wire::query

#endif
