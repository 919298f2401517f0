#ifndef EC2WIRE_XML_TAG_BLOCKS_HPP
#define EC2WIRE_XML_TAG_BLOCKS_HPP

#include <ec2wire/core/tag_text.hpp>

#include <array>
#include <cstddef>
#include <cstring>

namespace ec2wire::xml {

// The number of spaces for each level of elements.
inline constexpr std::size_t indent_width = 4;

namespace detail {

using ec2wire::detail::tag_name;
using ec2wire::detail::tag_room;

// Tags and the indent before them are copied in blocks of a constant size. Bytes of a block that are not
// needed are overwritten by what follows.

inline constexpr std::size_t indent_room = 48;

// How many bytes more than an element has may be written by copies in blocks.
inline constexpr std::size_t block_slack = indent_room + 3 * tag_room;

// A line feed, and the spaces of a tag inside eleven elements.
inline constexpr auto short_indent = [] {
    std::array<char, indent_room> text{};
    text.fill(' ');
    text[0] = '\n';
    return text;
}();

// Writes the widest indent.
inline void copy_indent(char* out) noexcept { std::memcpy(out, short_indent.data(), indent_room); }

// Writes an indent of `indent` characters and a start tag, and returns the end.
inline char* copy_start_tag(tag_name name, std::size_t indent, char* out) noexcept {
    copy_indent(out);
    out += indent;
    *out = '<';
    std::memcpy(out + 1, name.text, tag_room);
    return out + name.size + 2;
}

// Writes an end tag of at most tag_room characters, and returns the end.
inline char* copy_end_tag(tag_name name, char* out) noexcept {
    std::memcpy(out, name.text - 2, tag_room);
    return out + ec2wire::detail::end_tag_size(name.size);
}

}  // namespace detail

}  // namespace ec2wire::xml

#endif
