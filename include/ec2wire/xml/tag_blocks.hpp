#ifndef EC2WIRE_XML_TAG_BLOCKS_HPP
#define EC2WIRE_XML_TAG_BLOCKS_HPP

#include <ec2wire/core/tag_text.hpp>

#include <array>
#include <cstddef>
#include <cstring>

namespace ec2wire::xml {

// Blanks for each element around another.
inline constexpr std::size_t indent_width = 4;

namespace detail {

using ec2wire::detail::tag_name;
using ec2wire::detail::tag_room;

// Tags and what stands in front of them, copied in blocks of a constant size, of which the rest is written
// over by what comes behind.

inline constexpr std::size_t margin_room = 48;

// A line's end, and the spaces of a tag that has eleven elements around it.
inline constexpr auto short_margin = [] {
    std::array<char, margin_room> text{};
    text.fill(' ');
    text[0] = '\n';
    return text;
}();

// Writes as much as the widest margin takes.
inline void copy_margin(char* out) noexcept { std::memcpy(out, short_margin.data(), margin_room); }

// Writes a margin of `margin` characters and a start tag, and returns the place behind it.
inline char* copy_start_tag(tag_name name, std::size_t margin, char* out) noexcept {
    copy_margin(out);
    out += margin;
    *out = '<';
    std::memcpy(out + 1, name.text, tag_room);
    return out + name.size + 2;
}

// Writes an end tag of at most tag_room characters, and returns the place behind it.
inline char* copy_end_tag(tag_name name, char* out) noexcept {
    std::memcpy(out, name.text - 2, tag_room);
    return out + ec2wire::detail::end_tag_size(name.size);
}

}  // namespace detail

}  // namespace ec2wire::xml

#endif
