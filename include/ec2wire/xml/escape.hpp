#ifndef EC2WIRE_XML_ESCAPE_HPP
#define EC2WIRE_XML_ESCAPE_HPP

#include <ec2wire/core/block.hpp>
#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/utf8.hpp>
#include <ec2wire/xml/scan.hpp>
#include <ec2wire/xml/unescape.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace ec2wire::xml {

// The position of a text: between two tags, or between the quotes of an attribute.
enum class text_place : bool { element, attribute };

// Returns the reference for a character in that position; empty if it needs none. An unescaped carriage
// return would be read as a line feed (XML 1.0, 2.11), and an unescaped tab or line feed in an attribute as a
// space (3.3.3).
//
//   <a> & "b"    &lt;a&gt; &amp; "b"
constexpr std::string_view escape_of(char c, text_place place) noexcept {
    switch (c) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '\r': return "&#13;";
        default: break;
    }
    if (place == text_place::element) return {};
    return c == '"' ? "&quot;" : c == '\t' ? "&#9;" : c == '\n' ? "&#10;" : "";
}

namespace detail {

using ec2wire::detail::short_block;

// The bytes of a block that are printable ASCII or DEL, and need no escape in element text.
inline auto plain_of_text(short_block bytes) noexcept {
    return bytes.is_from_to(' ', '\x7F').without(bytes.is('&') | bytes.is('<') | bytes.is('>'));
}

// A block of two words.
inline short_block block_of(std::uint64_t first, std::uint64_t second) noexcept {
    const std::uint64_t words[2]{first, second};
    char bytes[sizeof words];
    std::memcpy(bytes, words, sizeof words);
    return short_block::load(bytes);
}

// Copies a text of 1 to 15 bytes, and returns a block with all of them, some of them more than once.
inline short_block copy_short(const char* text, std::size_t size, char* out) noexcept {
    using ec2wire::detail::load_word;
    if (size >= 8) {
        const auto first = load_word<std::uint64_t>(text);
        const auto last = load_word<std::uint64_t>(text + size - 8);
        std::memcpy(out, &first, 8);
        std::memcpy(out + size - 8, &last, 8);
        return block_of(first, last);
    }
    std::uint64_t word;
    if (size >= 4) {
        const auto first = load_word<std::uint32_t>(text);
        const auto last = load_word<std::uint32_t>(text + size - 4);
        std::memcpy(out, &first, 4);
        std::memcpy(out + size - 4, &last, 4);
        word = first | std::uint64_t{last} << 32;
    } else {
        const char first = text[0], middle = text[size / 2], last = text[size - 1];
        out[0] = first;
        out[size / 2] = middle;
        out[size - 1] = last;
        const char bytes[4]{first, middle, last, last};
        word = load_word<std::uint32_t>(bytes);
        word |= word << 32;
    }
    return block_of(word, word);
}

// Whether the UTF-8 character at `at` is one that XML 1.0 does not allow. Outside ASCII these are U+FFFE and
// U+FFFF: EF BF BE and EF BF BF.
inline bool is_refused(const char* at) noexcept {
    const auto byte = [at](std::ptrdiff_t i) { return static_cast<unsigned char>(at[i]); };
    if (byte(0) < 0x80) return !is_character(byte(0));
    return byte(0) == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE;
}

}  // namespace detail

// Copies a text of at least one byte to `out`, and returns whether it is printable ASCII without a character
// to escape, as most texts are. If not, the copy is incomplete.
inline bool copy_if_plain(std::string_view text, char* out) noexcept {
    using detail::plain_of_text;
    using detail::short_block;
    const char* const at = text.data();
    const std::size_t size = text.size();
    if (size < 16) return plain_of_text(detail::copy_short(at, size, out)).is_full();
    const short_block last = short_block::load(at + size - 16);
    auto plain = plain_of_text(last);
    for (std::size_t i = 0; i + 16 < size; i += 16) {
        const short_block bytes = short_block::load(at + i);
        bytes.store(out + i);
        plain = plain & plain_of_text(bytes);
    }
    last.store(out + size - 16);
    return plain.is_full();
}

// Whether a text is printable ASCII without a character to escape; copies nothing.
inline bool is_plain(std::string_view text) noexcept {
    using detail::plain_of_text;
    using detail::short_block;
    char none[16];
    if (text.size() < 16)
        return plain_of_text(detail::copy_short(text.data(), text.size(), none)).is_full();
    const char* at = text.data();
    const char* const end = at + text.size();
    for (; end - at > 16; at += 16)
        if (!plain_of_text(short_block::load(at)).is_full()) return false;
    return plain_of_text(short_block::load(end - 16)).is_full();
}

// The size of an escaped text, or why XML does not allow it.
struct escaped_text {
    std::uint64_t size{};  // in bytes; meaningless if there is a code
    errc code{};           // not_utf8 or bad_character; 0 if XML allows it
    std::size_t bad{};     // then the index of the first wrong byte
};

// Measures any text.
EC2WIRE_NOINLINE inline escaped_text measure_escaped(std::string_view text,
                                                     text_place place) noexcept {
    const std::size_t good = find_bad_utf8(text);
    const char* const end = text.data() + good;
    escaped_text measured{text.size(), {}, 0};
    for (const char* at = text.data(); (at = find_stop<'&', '<', '>', '"'>(at, end)) != end; ++at) {
        if (detail::is_refused(at))
            return {0, errc::bad_character, static_cast<std::size_t>(at - text.data())};
        if (const std::string_view escape = escape_of(*at, place); !escape.empty())
            measured.size += escape.size() - 1;
    }
    return good == text.size() ? measured : escaped_text{0, errc::not_utf8, good};
}

// Escapes a text, which XML must allow, and returns the end.
EC2WIRE_NOINLINE inline char* write_escaped(std::string_view text, text_place place,
                                            char* out) noexcept {
    const char* const end = text.data() + text.size();
    for (const char* at = text.data();;) {
        const char* const stop = find_stop<'&', '<', '>', '"'>(at, end);
        out = copy_bytes(at, static_cast<std::size_t>(stop - at), out);
        if (stop == end) return out;
        const std::string_view escape = escape_of(*stop, place);
        if (escape.empty()) *out++ = *stop;
        out = copy_bytes(escape.data(), escape.size(), out);
        at = stop + 1;
    }
}

}  // namespace ec2wire::xml

#endif
