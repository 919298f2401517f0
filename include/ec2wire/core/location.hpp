#ifndef EC2WIRE_CORE_LOCATION_HPP
#define EC2WIRE_CORE_LOCATION_HPP

#include <ec2wire/core/utf8.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace ec2wire {

// The line and column of an offset, for people. Computed on request, never while decoding.
struct location {
    std::size_t line{};    // from 1; lines end with LF, CR LF or CR
    std::size_t column{};  // from 1, in characters; a byte that is not UTF-8 counts as one

    friend constexpr bool operator==(const location&, const location&) = default;
};

namespace detail {

// Returns the index of the first byte of the line that `offset` is on. A line end belongs to the line that it
// ends.
constexpr std::size_t line_begin(std::string_view bytes, std::size_t offset) noexcept {
    std::size_t begin = offset;
    // An offset between CR and LF is on the line that both of them end.
    if (begin > 0 && begin < bytes.size() && bytes[begin] == '\n' && bytes[begin - 1] == '\r')
        --begin;
    while (begin > 0 && bytes[begin - 1] != '\n' && bytes[begin - 1] != '\r') --begin;
    return begin;
}

// Returns the size of the character at the front of `bytes`, which is not empty; 1 for a byte that is not
// UTF-8.
constexpr std::size_t character_size(std::string_view bytes) noexcept {
    const std::size_t size = read_utf8(bytes).size;
    return size == 0 ? 1 : size;
}

// Appends `bytes` as printable ASCII. Hostile bytes must not reach a terminal unescaped: an escape sequence
// could move the cursor or change the window's title, and a right-to-left mark could reverse a line.
inline void append_printable(std::string& out, std::string_view bytes) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    for (const char c : bytes) {
        if (c >= ' ' && c <= '~') {
            out += c;
        } else if (c == '\t') {
            out += ' ';
        } else {
            const auto octet = static_cast<unsigned char>(c);
            out += "\\x";
            out += hex[octet >> 4];
            out += hex[octet & 15];
        }
    }
}

}  // namespace detail

// Returns the line and column of the byte at `offset`, which is at most bytes.size(). Takes time linear in
// `offset`.
constexpr location locate(std::string_view bytes, std::size_t offset) noexcept {
    const std::size_t begin = detail::line_begin(bytes, offset);
    location found{1, 1};
    for (std::size_t i = 0; i < begin; ++i) {
        const bool ends_later = bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n';
        if ((bytes[i] == '\n' || bytes[i] == '\r') && !ends_later) ++found.line;
    }
    for (std::size_t i = begin; i < offset; ++found.column) {
        i += detail::character_size(bytes.substr(i));
        if (i > offset) break;
    }
    return found;
}

// Returns any bytes as printable ASCII on one line: a tab as a space, other bytes as \xHH.
inline std::string printable(std::string_view bytes) {
    std::string out;
    detail::append_printable(out, bytes);
    return out;
}

// Returns the line that `offset` is on, and below it a caret under that byte:
//
//   <code>64</code><name>stopping</nane>
//                                    ^
//
// The result is printable ASCII, whatever the bytes are. A long line is cut to the bytes around the offset,
// with "..." for each part that was cut. `offset` is at most bytes.size().
inline std::string excerpt(std::string_view bytes, std::size_t offset) {
    constexpr std::size_t reach = 60;  // bytes shown on either side of the caret
    const std::size_t begin = detail::line_begin(bytes, offset);
    const std::size_t from = offset - begin > reach ? offset - reach : begin;
    const std::size_t line_end = bytes.find_first_of("\r\n", offset);
    const std::size_t end = line_end == std::string_view::npos ? bytes.size() : line_end;
    const std::size_t to = end - offset > reach ? offset + reach : end;

    std::string out = from > begin ? "..." : "";
    detail::append_printable(out, bytes.substr(from, offset - from));
    const std::size_t caret = out.size();
    detail::append_printable(out, bytes.substr(offset, to - offset));
    out += to < end ? "...\n" : "\n";
    out.append(caret, ' ');
    out += "^\n";
    return out;
}

}  // namespace ec2wire

#endif
