#ifndef EC2WIRE_QUERY_PERCENT_HPP
#define EC2WIRE_QUERY_PERCENT_HPP

#include <ec2wire/core/block.hpp>
#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/query/unreserved.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

// The syntax of queries, independent of EC2.
namespace ec2wire::query {

namespace detail {

inline constexpr std::string_view hex_digits = "0123456789ABCDEF";

// The escape of each byte, and in the fourth position its number of characters: 1 or 3.
inline constexpr auto escapes = [] {
    std::array<std::array<char, 4>, 256> table{};
    for (std::size_t c = 0; c < table.size(); ++c) {
        if (is_unreserved(static_cast<char>(c)))
            table[c] = {static_cast<char>(c), 0, 0, 1};
        else
            table[c] = {'%', hex_digits[c >> 4], hex_digits[c & 15], 3};
    }
    return table;
}();

constexpr const auto& escape_of(char c) noexcept { return escapes[static_cast<unsigned char>(c)]; }
constexpr std::size_t escape_size(char c) noexcept {
    return static_cast<unsigned char>(escape_of(c)[3]);
}

// Escapes `size` bytes and returns the end. Writes four characters at a time, of which one or three count: up
// to three more than the result.
inline char* write_escapes(const char* bytes, std::ptrdiff_t size, char* out) noexcept {
    for (std::ptrdiff_t i = 0; i < size; ++i) {
        const char byte = bytes[i];  // not looked at again: `out` may be anywhere
        std::memcpy(out, escape_of(byte).data(), 4);
        out += escape_size(byte);
    }
    return out;
}

// Escapes 16 bytes that all need an escape, so the position of each is known. Writes one character more than
// the 48.
inline char* write_only_escapes(const char* bytes, char* out) noexcept {
    for (std::ptrdiff_t i = 0; i < 16; ++i) std::memcpy(out + 3 * i, escape_of(bytes[i]).data(), 4);
    return out + 3 * 16;
}

// The values of hexadecimal digits; -1 for all other bytes.
inline constexpr auto hex_values = [] {
    std::array<std::int8_t, 256> values{};
    for (std::int8_t& value : values) value = -1;
    for (std::int8_t i = 0; i < 10; ++i) values[static_cast<std::size_t>('0' + i)] = i;
    for (std::int8_t i = 10; i < 16; ++i)
        for (const char a : {'A', 'a'}) values[static_cast<std::size_t>(a + i - 10)] = i;
    return values;
}();

constexpr int hex_value(char c) noexcept { return hex_values[static_cast<unsigned char>(c)]; }

}  // namespace detail

// Returns the number of characters of `text` once it is escaped: up to three times its size, or SIZE_MAX if
// that exceeds a std::size_t of 32 bits.
EC2WIRE_NOINLINE constexpr std::size_t percent_size(std::string_view text) noexcept {
    const char* at = text.data();
    const char* const end = at + text.size();
    std::uint64_t size = 0;
    if (!ec2wire::detail::is_constant_evaluated()) {
        using detail::short_block;
        while (end - at >= 16) {
            ec2wire::detail::short_block_count plain;
            const std::ptrdiff_t blocks = (end - at) / 16 < 255 ? (end - at) / 16 : 255;
            size += static_cast<std::uint64_t>(3 * 16 * blocks);
            for (const char* const stop = at + 16 * blocks; at != stop; at += 16)
                plain.add(detail::unreserved_of(short_block::load(at)));
            size -= 2 * plain.sum();
        }
    }
    for (; at != end; ++at) size += detail::escape_size(*at);
    return ec2wire::detail::size_of_sum(size < SIZE_MAX ? size : SIZE_MAX);
}

// Writes percent_size(text) characters at `out` and returns their end. Up to `limit` may be written.
//
//   a b/€    a%20b%2F%E2%82%AC
EC2WIRE_NOINLINE constexpr char* write_percent(std::string_view text, char* out,
                                               const char* limit) noexcept {
    const char* at = text.data();
    const char* const end = at + text.size();
    if (!ec2wire::detail::is_constant_evaluated()) {
        using detail::short_block;
        for (; end - at >= 16; at += 16) {
            const short_block bytes = short_block::load(at);
            const auto set = detail::unreserved_of(bytes);
            if (set.is_full()) {
                bytes.store(out);
                out += 16;
                continue;
            }
            if (limit - out < 4 * 16) break;
            out = set.is_empty() ? detail::write_only_escapes(at, out)
                                 : detail::write_escapes(at, 16, out);
        }
        const std::ptrdiff_t left = end - at;
        if (left == 0) return out;
        // The last block overlaps bytes that were already written.
        if (left < 16 && text.size() >= 16) {
            const short_block last = short_block::load(end - 16);
            if (detail::unreserved_of(last).is_full()) {
                last.store(out + left - 16);
                return out + left;
            }
        }
        if (left < 16 && left >= 8 && detail::unreserved_of(detail::ends_of(at, end)).is_full())
            return ec2wire::detail::copy_ends<8>(at, static_cast<std::size_t>(left), out);
        if (limit - out >= 4 * left) return detail::write_escapes(at, left, out);
    }
    for (; at != end; ++at) {
        const auto& escape = detail::escape_of(*at);
        for (std::size_t i = 0; i < detail::escape_size(*at); ++i) *out++ = escape[i];
    }
    return out;
}

// R8, read (escapes). Unescapes a key or a value: '+' and %20 are both a space, hexadecimal digits are in
// either case. Writes at most text.size() bytes to `out` and returns how many; the error is the index of the
// first wrong character. `out` may be the text's own first byte.
constexpr parsed<std::size_t> read_percent(std::string_view text, char* out) noexcept {
    const char* at = text.data();
    const char* const end = at + text.size();
    char* to = out;
    while (at != end) {
        if (!ec2wire::detail::is_constant_evaluated() && end - at >= 16) {
            using detail::short_block;
            const short_block bytes = short_block::load(at);
            const auto special = bytes.is('%') | bytes.is('+');
            if (special.is_empty()) {
                bytes.store(to);
                at += 16;
                to += 16;
                continue;
            }
            const std::size_t plain = special.first();
            to = copy_bytes(at, plain, to);
            at += plain;
        }
        // Escapes tend to follow each other.
        do {
            while (end - at >= 3 && *at == '%') {
                const int octet = detail::hex_value(at[1]) * 16 | detail::hex_value(at[2]);
                if (octet < 0) break;
                *to++ = static_cast<char>(octet);
                at += 3;
            }
            if (at == end) break;
            if (*at == '%') {
                ++at;
                if (at != end && detail::hex_value(*at) >= 0) ++at;
                return unexpected(static_cast<std::size_t>(at - text.data()));
            }
            *to++ = *at == '+' ? ' ' : *at;
            ++at;
        } while (at != end && (*at == '%' || *at == '+'));
    }
    return static_cast<std::size_t>(to - out);
}

}  // namespace ec2wire::query

#endif
