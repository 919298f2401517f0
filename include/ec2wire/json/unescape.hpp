#ifndef EC2WIRE_JSON_UNESCAPE_HPP
#define EC2WIRE_JSON_UNESCAPE_HPP

#include <ec2wire/core/utf8.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::json {

namespace detail {

inline constexpr char32_t no_unit = 0xFFFFFFFF;

// Takes one unit of UTF-16 from the front of `text`.
//
//   \ud83d\ude00
//   ------
constexpr char32_t take_unit(std::string_view& text) noexcept {
    if (text.size() < 6 || !text.starts_with("\\u")) return no_unit;
    char32_t unit = 0;
    for (const char c : text.substr(2, 4)) {
        const char lower = static_cast<char>(c | 0x20);
        const bool is_letter = lower >= 'a' && lower <= 'f';
        if (!is_letter && (c < '0' || c > '9')) return no_unit;
        unit = unit << 4 | static_cast<char32_t>(is_letter ? lower - 'a' + 10 : c - '0');
    }
    text.remove_prefix(6);
    return unit;
}

// The character that one unit, or a pair of surrogates, stands for. Half a pair is no character.
constexpr char32_t take_units(std::string_view& text) noexcept {
    const char32_t first = take_unit(text);
    if (first < 0xD800 || first > 0xDFFF) return first;
    const char32_t second = first < 0xDC00 ? take_unit(text) : no_unit;
    if (second < 0xDC00 || second > 0xDFFF) return no_unit;
    return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
}

}  // namespace detail

// Writes what a string with escapes says (RFC 8259, section 7), which never is longer, and returns
// the place behind it, or null if an escape is wrong. `text` is what stands between the quotes.
//
//   "a\u00e9\n"
//    ---------
constexpr char* unescape(std::string_view text, char* out) noexcept {
    constexpr std::string_view escaped = "\"\\/bfnrt";
    constexpr std::string_view plain = "\"\\/\b\f\n\r\t";
    while (!text.empty()) {
        if (text[0] != '\\') {
            *out++ = text[0];
            text.remove_prefix(1);
        } else if (const std::size_t i = text.size() < 2 ? escaped.npos : escaped.find(text[1]);
                   i != escaped.npos) {
            *out++ = plain[i];
            text.remove_prefix(2);
        } else {
            const char32_t c = detail::take_units(text);
            if (c == detail::no_unit) return nullptr;
            out = write_utf8(c, out);
        }
    }
    return out;
}

}  // namespace ec2wire::json

#endif
