#ifndef EC2WIRE_CORE_BASE64_HPP
#define EC2WIRE_CORE_BASE64_HPP

#include <ec2wire/core/number.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ec2wire {

// RFC 4648, section 4: the standard alphabet, padded.
inline constexpr std::string_view base64_alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// Returns the number of characters that `size` bytes take, `=` included.
constexpr std::size_t base64_size(std::size_t size) noexcept { return (size + 2) / 3 * 4; }

// Calls put(char) with each of the base64_size(bytes.size()) characters.
template <class Put>
constexpr void write_base64(std::span<const std::byte> bytes, Put&& put) {
    const auto octet = [&](std::size_t i) {
        return i < bytes.size() ? std::to_integer<std::uint32_t>(bytes[i]) : 0u;
    };
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::uint32_t group = octet(i) << 16 | octet(i + 1) << 8 | octet(i + 2);
        put(base64_alphabet[group >> 18]);
        put(base64_alphabet[group >> 12 & 63]);
        put(i + 1 < bytes.size() ? base64_alphabet[group >> 6 & 63] : '=');
        put(i + 2 < bytes.size() ? base64_alphabet[group & 63] : '=');
    }
}

// Calls put(std::string_view) with the same characters, in pieces of up to 64.
template <class Put>
constexpr void write_base64_pieces(std::span<const std::byte> bytes, Put&& put) {
    for (std::size_t i = 0; i < bytes.size(); i += 48) {
        char piece[64]{};
        std::size_t size = 0;
        write_base64(bytes.subspan(i, bytes.size() - i < 48 ? bytes.size() - i : 48),
                     [&](char c) { piece[size++] = c; });
        put(std::string_view(piece, size));
    }
}

// Returns an upper bound of the number of bytes that `text` decodes to.
constexpr std::size_t base64_capacity(std::string_view text) noexcept {
    return text.size() / 4 * 3;
}

// Decodes into `out`, which has room for base64_capacity(text) bytes, and returns how many were written.
// White space is skipped anywhere, as in XML Schema's base64Binary. Padding is required, and the unused bits
// before it must be zero, so that each value has exactly one encoding. The error is the index of the first
// wrong character.
constexpr parsed<std::size_t> read_base64(std::string_view text, std::byte* out) noexcept {
    const auto sextet = [](char c) -> int {
        if (c >= 'A' && c <= 'Z') return c - 'A';
        if (c >= 'a' && c <= 'z') return c - 'a' + 26;
        if (c >= '0' && c <= '9') return c - '0' + 52;
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    };
    std::uint32_t group = 0;
    int digits = 0;   // in this group of four, padding included
    int padding = 0;  // of these, how many are `=`
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_space(text[i])) continue;
        const int value = sextet(text[i]);
        const bool is_padding = text[i] == '=' && digits >= 2;
        if (value < 0 ? !is_padding : padding != 0) return unexpected(i);
        if (is_padding && (group & (digits == 2 ? 15u : 3u)) != 0) return unexpected(i);
        group = group << 6 | static_cast<std::uint32_t>(is_padding ? 0 : value);
        padding += is_padding ? 1 : 0;
        if (++digits < 4) continue;
        for (int k = 0; k < 3 - padding; ++k)
            out[written++] = static_cast<std::byte>(group >> (16 - 8 * k) & 0xFFu);
        group = 0;
        digits = 0;
    }
    if (digits != 0) return unexpected(text.size());
    return written;
}

// Returns bytes as base64 text, for a string member whose content the API reference wants in base64, such as
// the UserData of RunInstances. (encode() itself writes blobs as base64.)
//
//     request.user_data = base64_text("#!/bin/sh\n");  // IyEvYmluL3NoCg==
inline std::string base64_text(std::string_view bytes) {
    std::string text;
    text.reserve(base64_size(bytes.size()));
    write_base64(std::as_bytes(std::span(bytes)), [&](char c) { text += c; });
    return text;
}

// Decodes base64 text by the rules of read_base64(). The error is the index of the first wrong character.
inline parsed<std::string> base64_bytes(std::string_view text) {
    std::string bytes(base64_capacity(text), '\0');
    const auto size = read_base64(text, reinterpret_cast<std::byte*>(bytes.data()));
    if (!size) return unexpected(size.error());
    bytes.resize(*size);
    return bytes;
}

}  // namespace ec2wire

#endif
