#ifndef EC2WIRE_XML_SCAN_HPP
#define EC2WIRE_XML_SCAN_HPP

#include <bit>
#include <cstdint>
#include <type_traits>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace ec2wire::xml {

// The few vector primitives of reading, and their scalar twins, which also run in constant
// evaluation. None reads outside [first, last).

namespace detail {

// A byte at which copying text must stop and look: a control character (LF and TAB too, which are
// then let pass), anything outside ASCII, or one of Stops.
template <char... Stops>
constexpr bool is_stop(char c) noexcept {
    // As signed bytes everything below ' ' is a control character or lies outside ASCII.
    return static_cast<signed char>(c) < ' ' || ((c == Stops) || ...);
}

#if defined(__SSE2__)
template <char... Stops>
inline unsigned stop_mask(const char* first) noexcept {
    __m128i block;
    __builtin_memcpy(&block, first, sizeof block);
    __m128i stops = _mm_cmplt_epi8(block, _mm_set1_epi8(' '));
    ((stops = _mm_or_si128(stops, _mm_cmpeq_epi8(block, _mm_set1_epi8(Stops)))), ...);
    return static_cast<unsigned>(_mm_movemask_epi8(stops));
}
#endif

}  // namespace detail

// The first byte of [first, last) that is a control character, outside ASCII or one of Stops; last
// if there is none.
template <char... Stops>
constexpr const char* find_stop(const char* first, const char* last) noexcept {
#if defined(__SSE2__)
    if (!std::is_constant_evaluated()) {
        while (last - first >= 16) {
            if (const unsigned mask = detail::stop_mask<Stops...>(first); mask != 0)
                return first + std::countr_zero(mask);
            first += 16;
        }
    }
#endif
    while (first != last && !detail::is_stop<Stops...>(*first)) ++first;
    return first;
}

}  // namespace ec2wire::xml

#endif
