#ifndef EC2WIRE_CORE_BLOCK_SSE2_HPP
#define EC2WIRE_CORE_BLOCK_SSE2_HPP

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>

namespace ec2wire::detail {

// Returns a vector with a character in each byte.
template <class Vector>
Vector all_of(char c) noexcept {
    using bytes [[gnu::vector_size(sizeof(Vector))]] = char;
    return reinterpret_cast<Vector>(bytes{} + c);
}

// Blocks of 16 bytes with SSE2, which every x86-64 has: see block.hpp.

struct short_block_set {
    __m128i bytes;

    std::uint32_t mask() const noexcept {
        return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes));
    }
    bool is_empty() const noexcept { return mask() == 0; }
    bool is_full() const noexcept { return mask() == 0xFFFF; }
    std::size_t first() const noexcept {
        return static_cast<std::size_t>(std::countr_zero(mask()));
    }
    std::size_t first_unset() const noexcept {
        return static_cast<std::size_t>(__builtin_ctz(~mask()));  // 16 if all are set
    }

    friend short_block_set operator|(short_block_set a, short_block_set b) noexcept {
        return {_mm_or_si128(a.bytes, b.bytes)};
    }
    friend short_block_set operator&(short_block_set a, short_block_set b) noexcept {
        return {_mm_and_si128(a.bytes, b.bytes)};
    }
    short_block_set without(short_block_set other) const noexcept {
        return {_mm_andnot_si128(other.bytes, bytes)};
    }
    // The bytes that are in both sets or in neither.
    short_block_set is_same(short_block_set other) const noexcept {
        return {_mm_cmpeq_epi8(bytes, other.bytes)};
    }
};

// Counts the bytes in all sets that were added, of which there may be 255.
struct short_block_count {
    __m128i bytes = _mm_setzero_si128();

    void add(short_block_set set) noexcept { bytes = _mm_sub_epi8(bytes, set.bytes); }
    std::size_t sum() const noexcept {
        const __m128i sums = _mm_sad_epu8(bytes, _mm_setzero_si128());
        return static_cast<std::size_t>(_mm_cvtsi128_si32(sums) +
                                        _mm_cvtsi128_si32(_mm_unpackhi_epi64(sums, sums)));
    }
};

struct short_block {
    static constexpr std::ptrdiff_t size = 16;
    __m128i bytes;

    static short_block load(const char* first) noexcept {
        short_block loaded;
        std::memcpy(&loaded.bytes, first, size);
        return loaded;
    }
    void store(char* out) const noexcept { std::memcpy(out, &bytes, size); }

    short_block_set is(char c) const noexcept {
        return {_mm_cmpeq_epi8(bytes, all_of<__m128i>(c))};
    }
    short_block_set is_same(short_block other) const noexcept {
        return {_mm_cmpeq_epi8(bytes, other.bytes)};
    }
    // Compares signed bytes: those outside ASCII are negative, and so below any character of ASCII.
    short_block_set is_below(char c) const noexcept {
        return {_mm_cmpgt_epi8(all_of<__m128i>(c), bytes)};
    }
    // Compares unsigned bytes with the closed range.
    short_block_set is_from_to(char low, char high) const noexcept {
        const int span = static_cast<unsigned char>(high - low);
        if (span == 255) return is_same(*this);
        // Shifts the range to the top of the signed bytes, so that one comparison checks both ends.
        const __m128i moved = _mm_add_epi8(bytes, all_of<__m128i>(static_cast<char>(127 - high)));
        return {_mm_cmpgt_epi8(moved, all_of<__m128i>(static_cast<char>(126 - span)))};
    }
    // Subtracts the limit from each byte, unsigned and saturated: 0 for bytes up to the limit.
    short_block past(char limit) const noexcept {
        return {_mm_subs_epu8(bytes, all_of<__m128i>(limit))};
    }
    short_block lower_case() const noexcept { return {_mm_or_si128(bytes, all_of<__m128i>(0x20))}; }

    friend short_block operator|(short_block a, short_block b) noexcept {
        return {_mm_or_si128(a.bytes, b.bytes)};
    }
};

}  // namespace ec2wire::detail

#endif

#endif
