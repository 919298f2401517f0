#ifndef EC2WIRE_XML_UNESCAPE_HPP
#define EC2WIRE_XML_UNESCAPE_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/utf8.hpp>
#include <ec2wire/xml/scan.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire::xml {

// XML 1.0, production [2]: Char.
constexpr bool is_character(char32_t c) noexcept {
    return c >= 0x20
               ? c <= 0xD7FF || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF)
               : c == '\t' || c == '\n' || c == '\r';
}

// A reference: its character, or why there is none.
struct reference {
    char32_t code_point{};  // 0 if it is invalid
    std::size_t size{};     // bytes from '&' to ';'; 0 if it is invalid
    errc code{};            // then the reason,
    std::size_t bad{};      // and the index of the first wrong byte
};

namespace detail {

struct named_entity {
    std::string_view text;  // from '&' to ';'
    char code_point;
};

// XML 1.0, section 4.6: without a DTD there are no others.
inline constexpr named_entity entities[] = {
    {"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}};

constexpr reference no_reference(std::string_view text, std::size_t bad) noexcept {
    return {0, 0, bad == text.size() ? errc::unexpected_end : errc::bad_reference, bad};
}

constexpr int digit_value(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return 16;
}

//   &#13;    &#x20AC;
//     --        ----    digits, as many as one likes; the x in lower case
constexpr reference read_character_reference(std::string_view text) noexcept {
    const bool is_hex = text.size() > 2 && text[2] == 'x';
    const int base = is_hex ? 16 : 10;
    const std::size_t first = is_hex ? 3 : 2;
    char32_t code_point = 0;
    std::size_t i = first;
    for (; i < text.size() && digit_value(text[i]) < base; ++i) {
        code_point =
            code_point * static_cast<unsigned>(base) + static_cast<unsigned>(digit_value(text[i]));
        if (code_point > 0x10FFFF) return no_reference(text.substr(0, i + 1), i);
    }
    if (i == text.size() || i == first || text[i] != ';') return no_reference(text, i);
    if (!is_character(code_point)) return {0, 0, errc::bad_reference, first};
    return {code_point, i + 1, {}, 0};
}

}  // namespace detail

namespace detail {

// Returns the entity at the front of `text`, which begins with '&'; its size is 0 if there is none.
constexpr reference find_entity(std::string_view text) noexcept {
    if (text.size() < 4) return {};  // shorter than "&lt;"
    std::size_t index = 0;
    switch (text[1]) {
        case 'l': break;
        case 'g': index = 1; break;
        case 'a': index = text[2] == 'm' ? 2 : 4; break;
        case 'q': index = 3; break;
        default: return {};
    }
    const auto& [name, code_point] = entities[index];
    if (text.size() < name.size() || !is_equal(text.data(), name.data(), name.size())) return {};
    return {static_cast<char32_t>(code_point), name.size(), {}, 0};
}

// Returns why `text` does not begin with a reference.
EC2WIRE_COLD constexpr reference no_entity(std::string_view text) noexcept {
    std::size_t longest = 1;  // how far the most similar entity agrees
    for (const auto& entity : entities) {
        std::size_t i = 1;
        while (i < text.size() && i < entity.text.size() && text[i] == entity.text[i]) ++i;
        if (i > longest) longest = i;
    }
    return no_reference(text, longest);
}

}  // namespace detail

// Reads the reference at the front of `text`, which begins with '&'.
constexpr reference read_reference(std::string_view text) noexcept {
    if (text.size() > 1 && text[1] == '#') return detail::read_character_reference(text);
    const reference entity = detail::find_entity(text);
    return entity.size != 0 ? entity : detail::no_entity(text);
}

// Unescapes `text`: replaces references, unless the text is verbatim (CDATA), and CR LF and CR by LF (XML
// 1.0, section 2.11). Writes to `out`, which has room for text.size() bytes, and returns the end. The text
// must come from a reader, which has checked its references.
inline char* unescape(std::string_view text, bool is_cdata, char* out) noexcept {
    const char* const end = text.data() + text.size();
    for (const char* at = text.data(); at != end;) {
        if (*at != '&') {
            // Everything else is copied, including all characters outside ASCII.
            const char* const stop = find_stop<'&'>(at, end);
            out = copy_bytes(at, static_cast<std::size_t>(stop - at), out);
            at = stop;
            if (at == end) break;
        }
        if (*at == '&' && !is_cdata) {
            const std::string_view rest(at, static_cast<std::size_t>(end - at));
            if (const reference entity = detail::find_entity(rest); entity.size != 0) {
                *out++ = static_cast<char>(entity.code_point);
                at += entity.size;
            } else {
                const reference r = read_reference(rest);
                out = write_utf8(r.code_point, out);
                at += r.size;
            }
        } else if (*at == '\r') {
            *out++ = '\n';
            at += end - at > 1 && at[1] == '\n' ? 2 : 1;
        } else {
            *out++ = *at++;
        }
    }
    return out;
}

}  // namespace ec2wire::xml

#endif
