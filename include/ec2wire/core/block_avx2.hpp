#ifndef EC2WIRE_CORE_BLOCK_AVX2_HPP
#define EC2WIRE_CORE_BLOCK_AVX2_HPP

#include <ec2wire/core/block_sse2.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__AVX2__) && defined(__SSE2__)
#include <immintrin.h>

namespace ec2wire::detail {

// Blocks of 32 bytes: see block.hpp.

struct long_block_set {
    __m256i bytes;

    std::uint32_t mask() const noexcept {
        return static_cast<std::uint32_t>(_mm256_movemask_epi8(bytes));
    }
    bool is_empty() const noexcept { return mask() == 0; }
    bool is_full() const noexcept { return mask() == 0xFFFFFFFF; }
    std::size_t first() const noexcept {
        return static_cast<std::size_t>(std::countr_zero(mask()));
    }
    std::size_t first_unset() const noexcept {
        return static_cast<std::size_t>(std::countr_one(mask()));
    }

    friend long_block_set operator|(long_block_set a, long_block_set b) noexcept {
        return {_mm256_or_si256(a.bytes, b.bytes)};
    }
    friend long_block_set operator&(long_block_set a, long_block_set b) noexcept {
        return {_mm256_and_si256(a.bytes, b.bytes)};
    }
    long_block_set without(long_block_set other) const noexcept {
        return {_mm256_andnot_si256(other.bytes, bytes)};
    }
};

struct long_block {
    static constexpr std::ptrdiff_t size = 32;
    __m256i bytes;

    static long_block load(const char* first) noexcept {
        long_block loaded;
        std::memcpy(&loaded.bytes, first, size);
        return loaded;
    }
    void store(char* out) const noexcept { std::memcpy(out, &bytes, size); }

    long_block_set is(char c) const noexcept {
        return {_mm256_cmpeq_epi8(bytes, all_of<__m256i>(c))};
    }
    // Compares signed bytes: those outside ASCII are negative, and so below any character of ASCII.
    long_block_set is_below(char c) const noexcept {
        return {_mm256_cmpgt_epi8(all_of<__m256i>(c), bytes)};
    }
    // Compares unsigned bytes with the closed range.
    long_block_set is_from_to(char low, char high) const noexcept {
        const int span = static_cast<unsigned char>(high - low);
        if (span == 255) return {all_of<__m256i>(-1)};
        const __m256i moved =
            _mm256_add_epi8(bytes, all_of<__m256i>(static_cast<char>(127 - high)));
        return {_mm256_cmpgt_epi8(moved, all_of<__m256i>(static_cast<char>(126 - span)))};
    }
    long_block lower_case() const noexcept {
        return {_mm256_or_si256(bytes, all_of<__m256i>(0x20))};
    }
};

}  // namespace ec2wire::detail

#endif

#endif
