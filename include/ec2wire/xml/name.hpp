#ifndef EC2WIRE_XML_NAME_HPP
#define EC2WIRE_XML_NAME_HPP

#include <ec2wire/core/block.hpp>
#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/utf8.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace ec2wire::xml {

// Names of XML 1.0, fifth edition, productions [4] and [4a].

namespace detail {

struct code_point_range {
    char32_t first;
    char32_t last;
};

// NameStartChar outside ASCII.
inline constexpr code_point_range name_start_ranges[] = {
    {0xC0, 0xD6},     {0xD8, 0xF6},     {0xF8, 0x2FF},    {0x370, 0x37D},
    {0x37F, 0x1FFF},  {0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF},
    {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF}};

// The further characters of NameChar outside ASCII.
inline constexpr code_point_range name_ranges[] = {{0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}};

template <std::size_t Count>
constexpr bool is_in(const code_point_range (&ranges)[Count], char32_t c) noexcept {
    for (const auto& range : ranges)
        if (c >= range.first && c <= range.last) return true;
    return false;
}

constexpr bool is_letter(char32_t c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
}

// Whether each byte is an ASCII name character; false for bytes outside ASCII, which need decoding.
inline constexpr auto ascii_name_table = [] {
    std::array<bool, 256> table{};
    for (unsigned c = 0; c < 128; ++c)
        table[c] = is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
    return table;
}();

}  // namespace detail

// Whether a name can begin with a character, or contain it (XML 1.0, productions [4] and [4a]).
constexpr bool is_name_start(char32_t c) noexcept {
    return c < 0x80 ? detail::is_letter(c) : detail::is_in(detail::name_start_ranges, c);
}
constexpr bool is_name_character(char32_t c) noexcept {
    if (c < 0x80) return detail::ascii_name_table[c];
    return detail::is_in(detail::name_start_ranges, c) || detail::is_in(detail::name_ranges, c);
}

namespace detail {

// Returns the first byte of [first, last) that is not an ASCII name character; last if there is none.
EC2WIRE_NOINLINE constexpr const char* find_name_end_slow(const char* first,
                                                          const char* last) noexcept {
    using ec2wire::detail::short_block;
    if (!ec2wire::detail::is_constant_evaluated()) {
        for (; last - first >= short_block::size; first += short_block::size) {
            const auto bytes = short_block::load(first);
            const auto letters = bytes.lower_case().is_from_to('a', 'z') | bytes.is('_');
            const auto others = bytes.is_from_to('-', ':').without(bytes.is('/'));  // -.0123456789:
            if (const auto names = letters | others; !names.is_full())
                return ec2wire::detail::advance_past(first, names);
        }
    }
    while (first != last && ascii_name_table[static_cast<unsigned char>(*first)]) ++first;
    return first;
}

// Returns the same, faster for most names, which are a few letters.
EC2WIRE_ALWAYS_INLINE constexpr inline const char* find_name_end(const char* first,
                                                                 const char* last) noexcept {
    using ec2wire::detail::short_block;
    if (!ec2wire::detail::is_constant_evaluated() && last - first >= short_block::size) {
        const auto letters = short_block::load(first).lower_case().is_from_to('a', 'z');
        if (!letters.is_full()) {
            first = ec2wire::detail::advance_past(first, letters);
            if (!ascii_name_table[static_cast<unsigned char>(*first)]) return first;
        }
    }
    return find_name_end_slow(first, last);
}

// Returns the size of the name at the front of `text`, whose first `size` bytes belong to it.
EC2WIRE_COLD constexpr std::size_t name_size_slow(std::string_view text,
                                                  std::size_t size) noexcept {
    for (;;) {
        const utf8_character next = read_utf8(text.substr(size));
        const bool is_good =
            size == 0 ? is_name_start(next.code_point) : is_name_character(next.code_point);
        if (next.size == 0 || !is_good) return size;
        size += next.size;
    }
}

}  // namespace detail

// Returns the size of the name at the front of `text`; 0 if it does not begin with one. Stops before bytes
// that are not UTF-8.
constexpr std::size_t name_size(std::string_view text) noexcept {
    if (text.empty()) return 0;
    const char* const first = text.data();
    const char* at = first;
    if (detail::is_letter(static_cast<unsigned char>(*first)))
        at = detail::find_name_end(first, first + text.size());
    const auto size = static_cast<std::size_t>(at - first);
    const bool is_ended = size == text.size() || static_cast<unsigned char>(*at) < 0x80;
    return is_ended ? size : detail::name_size_slow(text, size);
}

}  // namespace ec2wire::xml

#endif
