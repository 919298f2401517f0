#ifndef EC2WIRE_CORE_UTF8_HPP
#define EC2WIRE_CORE_UTF8_HPP

#include <ec2wire/core/block.hpp>
#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace ec2wire {

// A character decoded from UTF-8 as the Unicode Standard's table 3-7 allows it: nothing overlong, no
// surrogate, nothing above U+10FFFF.
struct utf8_character {
    char32_t code_point{};  // a scalar value, U+0000 to U+10FFFF; 0 if the bytes are invalid
    std::uint8_t size{};    // in bytes, 1 to 4; 0 if the bytes are invalid
    // If the bytes are invalid, how many of them can begin a character. Where these are the last bytes of the
    // input, more bytes could complete it.
    std::uint8_t good_bytes{};
};

// Decodes the first character of the bytes; its size is 0 if they are invalid or empty.
//
//   E2 82 AC      U+20AC, the euro sign: a lead byte says how many follow, and each brings six bits
//   -- == ==      1110'0010 10'000010 10'101100
constexpr utf8_character read_utf8(std::string_view bytes) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    if (bytes.empty()) return {};
    const unsigned lead = byte(0);
    if (lead < 0x80) return {lead, 1, 1};

    // The range of the second byte excludes overlong forms, surrogates and what is above U+10FFFF.
    const std::uint8_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4) return {};
    const unsigned lowest = lead == 0xE0 ? 0xA0u : lead == 0xF0 ? 0x90u : 0x80u;
    const unsigned highest = lead == 0xED ? 0x9Fu : lead == 0xF4 ? 0x8Fu : 0xBFu;

    char32_t code_point = lead & (0x7Fu >> size);
    for (std::uint8_t i = 1; i < size; ++i) {
        if (i == bytes.size()) return {0, 0, i};
        const unsigned next = byte(i);
        if (next < (i == 1 ? lowest : 0x80u) || next > (i == 1 ? highest : 0xBFu)) return {0, 0, i};
        code_point = code_point << 6 | (next & 0x3Fu);
    }
    return {code_point, size, size};
}

// Writes a scalar value (at most U+10FFFF, not a surrogate) and returns its end. Takes up to four bytes at
// `out`.
constexpr char* write_utf8(char32_t code_point, char* out) noexcept {
    if (code_point < 0x80) {
        *out++ = static_cast<char>(code_point);
        return out;
    }
    const int following = code_point < 0x800 ? 1 : code_point < 0x10000 ? 2 : 3;
    const unsigned lead = 0x780u >> following & 0xFFu;  // 110....., 1110.... or 11110...
    *out++ = static_cast<char>(lead | code_point >> 6 * following);
    for (int i = following - 1; i >= 0; --i)
        *out++ = static_cast<char>(0x80u | (code_point >> 6 * i & 0x3Fu));
    return out;
}

namespace detail {

// Returns the size of the non-ASCII character at the front of these four bytes; 0 if they are invalid.
// Compares the fixed bits of all bytes at once, and then the bits that table 3-7 restricts in the first two.
//
//   110xxxxx 10xxxxxx    1110xxxx 10xxxxxx 10xxxxxx    11110xxx 10xxxxxx 10xxxxxx 10xxxxxx
constexpr std::size_t character_size(const char* first) noexcept {
    const auto byte = [&](int i) {
        return std::uint32_t{static_cast<unsigned char>(first[i])} << 8 * i;
    };
    const std::uint32_t word = byte(0) | byte(1) | byte(2) | byte(3);
    if ((word & 0xC0E0) == 0x80C0) return (word & 0x1E) != 0 ? 2 : 0;  // from C2 80
    if ((word & 0xC0C0F0) == 0x8080E0) {
        const std::uint32_t start = word & 0x200F;
        return start != 0 && start != 0x200D ? 3 : 0;  // from E0 A0; no ED A0
    }
    if ((word & 0xC0C0C0F8) != 0x808080F0) return 0;
    const std::uint32_t start = (word & 7) << 4 | (word >> 12 & 3);
    return start > 0 && start <= 0x40 ? 4 : 0;  // from F0 90 to F4 8F
}

// Whether two bytes are a character of two bytes.
constexpr bool is_pair(const char* first) noexcept {
    const auto lead = static_cast<unsigned char>(first[0]);
    return lead >= 0xC2 && lead <= 0xDF && (static_cast<unsigned char>(first[1]) & 0xC0) == 0x80;
}

// Whether 16 bytes are valid UTF-8 if the bytes before them are. Reads the three bytes before them too; the
// last character may be cut off.
//
//   .. E2 82 AC F0 9F 9A 80       which bytes must follow others is known from those one, two and
//      ^^ ----- ^^ --------       three places before them
inline bool is_good_block(const char* at) noexcept {
    constexpr auto octet = [](int value) { return static_cast<char>(value); };
    const short_block bytes = short_block::load(at);
    const short_block before = short_block::load(at - 1);
    const short_block expected = before.past(octet(0xBF)) |
                                 short_block::load(at - 2).past(octet(0xDF)) |
                                 short_block::load(at - 3).past(octet(0xEF));
    const auto follows = bytes.is_below(octet(0xC0));
    // These are overlong after E0 and F0, and required after ED and F4.
    const auto is_low = bytes.is_below(octet(0xA0));
    const auto is_lowest = bytes.is_below(octet(0x90));
    const auto is_wrong =
        (before.is(octet(0xE0)) & is_low) | before.is(octet(0xED)).without(is_low) |
        (before.is(octet(0xF0)) & is_lowest) | before.is(octet(0xF4)).without(is_lowest) |
        bytes.is(octet(0xC0)) | bytes.is(octet(0xC1)) | bytes.is_from_to(octet(0xF5), octet(0xFF));
    return (is_wrong | follows.is_same(expected.is(0))).is_empty();
}

// Whether eight bytes are ASCII.
inline bool are_ascii(const char* first) noexcept {
    return (load_word<std::uint64_t>(first) & 0x8080808080808080) == 0;
}

// Returns how many bytes before the end of valid blocks begin a character that may continue after it.
inline std::size_t open_bytes(const char* end) noexcept {
    for (std::size_t back = 1; back <= 3; ++back)
        if (static_cast<unsigned char>(*(end - back)) >= 0xC0) return back;
    return 0;
}

}  // namespace detail

// Returns the index of the first byte that is not valid UTF-8, or the size of the text if there is none. A
// character that is cut off by the end is invalid.
constexpr std::size_t find_bad_utf8(std::string_view text) noexcept {
    for (std::size_t i = 0; i < text.size();) {
        if (!detail::is_constant_evaluated() && text.size() - i >= 16) {
            const auto others = detail::short_block::load(text.data() + i).is_below(0);
            if (others.is_empty()) {
                i += 16;
                continue;
            }
            i += others.first();
            const std::size_t first = i;
            while (i >= 3 && text.size() - i >= 16 && detail::is_good_block(text.data() + i)) {
                i += 16;
                if (detail::short_block::load(text.data() + i - 16).is_below(0).is_empty()) break;
            }
            // Back to the start of a character that the last block may have cut off.
            if (i != first) i -= detail::open_bytes(text.data() + i);
        } else if (!detail::is_constant_evaluated() && text.size() - i >= 8 &&
                   detail::are_ascii(text.data() + i)) {
            i += 8;
            continue;
        } else if (static_cast<unsigned char>(text[i]) < 0x80) {
            ++i;
            continue;
        }
        // Non-ASCII characters tend to follow each other.
        do {
            if (text.size() - i >= 4) {
                if (const std::size_t size = detail::character_size(text.data() + i); size != 0) {
                    i += size;
                    continue;
                }
            }
            if (text.size() - i >= 2 && detail::is_pair(text.data() + i)) {
                i += 2;
                continue;
            }
            const utf8_character next = read_utf8(text.substr(i));
            if (next.size == 0) return i + next.good_bytes < text.size() ? i + next.good_bytes : i;
            i += next.size;
        } while (i < text.size() && static_cast<unsigned char>(text[i]) >= 0x80);
    }
    return text.size();
}

}  // namespace ec2wire

#endif
