#ifndef EC2WIRE_XML_SCAN_HPP
#define EC2WIRE_XML_SCAN_HPP

#include <ec2wire/core/block.hpp>
#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/number.hpp>

#include <cstddef>
#include <type_traits>

namespace ec2wire::xml {

// The searches of the reader, a block at a time, and byte by byte where less than a block is left. None reads
// outside [first, last).

namespace detail {

using ec2wire::detail::block;

// Whether a byte needs a check when text is copied: a control character (also LF and TAB, which are then
// allowed), anything outside ASCII, or one of Stops.
template <char... Stops>
inline bool is_stop(char c) noexcept {
    // As a signed byte everything below ' ' is a control character or outside ASCII.
    return static_cast<signed char>(c) < ' ' || ((c == Stops) || ...);
}

template <char... Stops>
inline auto stops_of(const auto& bytes) noexcept {
    return (bytes.is_below(' ') | ... | bytes.is(Stops));
}

inline auto spaces_of(const auto& bytes) noexcept {
    return (bytes.is(' ') | bytes.is('\n')) | (bytes.is('\t') | bytes.is('\r'));
}

// find_stop for less than a block.
template <char... Stops>
EC2WIRE_NOINLINE inline const char* find_stop_bytewise(const char* first,
                                                       const char* last) noexcept {
    while (first != last && !is_stop<Stops...>(*first)) ++first;
    return first;
}

}  // namespace detail

// Returns the first byte of [first, last) that is a control character, outside ASCII or one of Stops; last if
// there is none.
template <char... Stops>
EC2WIRE_ALWAYS_INLINE inline const char* find_stop(const char* first, const char* last) noexcept {
    using detail::block;
    for (; last - first >= block::size; first += block::size)
        if (const auto stops = detail::stops_of<Stops...>(block::load(first)); !stops.is_empty())
            return ec2wire::detail::advance_to_first(first, stops);
    return detail::find_stop_bytewise<Stops...>(first, last);
}

namespace detail {

// find_non_space for other than one line feed and spaces.
EC2WIRE_NOINLINE inline const char* find_non_space_slow(const char* first,
                                                        const char* last) noexcept {
    for (; last - first >= block::size; first += block::size)
        if (const auto spaces = spaces_of(block::load(first)); !spaces.is_full())
            return ec2wire::detail::advance_past(first, spaces);
    while (first != last && is_space(*first)) ++first;
    return first;
}

}  // namespace detail

// Returns the first byte of [first, last) that is not white space (production [3]); last if there is none.
// Most white space is a line feed and the spaces after it.
inline const char* find_non_space(const char* first, const char* last) noexcept {
    using detail::block;
    if (first != last && *first == '\n') ++first;
    for (; last - first >= block::size; first += block::size)
        if (const auto spaces = block::load(first).is(' '); !spaces.is_full()) {
            first = ec2wire::detail::advance_past(first, spaces);
            if (static_cast<unsigned char>(*first) > ' ') return first;
            break;
        }
    return detail::find_non_space_slow(first, last);
}

}  // namespace ec2wire::xml

#endif
