#ifndef EC2WIRE_CORE_BLOCK_HPP
#define EC2WIRE_CORE_BLOCK_HPP

#include <bit>
#include <cstddef>
#include <cstdint>

// The narrowest header that has the instructions: <immintrin.h> alone costs half a second.
#if defined(__AVX2__)
#include <immintrin.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#endif

namespace ec2wire::detail {

// As many bytes as one vector instruction takes, chosen when the caller compiles: 32 with AVX2, 16
// with SSE2 and NEON, and 16 by a plain loop elsewhere. A set says of each byte of a block whether
// something is true.

#if defined(__SSE2__)

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
    std::size_t first_outside() const noexcept {
        return static_cast<std::size_t>(__builtin_ctz(~mask()));  // 16 if it is full
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
    // Of which bytes both say the same.
    short_block_set is_same(short_block_set other) const noexcept {
        return {_mm_cmpeq_epi8(bytes, other.bytes)};
    }
};

// How many bytes are in all sets that were added, at most 255 of them.
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
        __builtin_memcpy(&loaded.bytes, first, size);
        return loaded;
    }
    void store(char* out) const noexcept { __builtin_memcpy(out, &bytes, size); }

    short_block_set is(char c) const noexcept { return {_mm_cmpeq_epi8(bytes, _mm_set1_epi8(c))}; }
    short_block_set is_same(short_block other) const noexcept {
        return {_mm_cmpeq_epi8(bytes, other.bytes)};
    }
    // As signed bytes: what lies outside ASCII is below everything.
    short_block_set is_below(char c) const noexcept {
        __m128i limit = _mm_set1_epi8(c);
#if !defined(__AVX__)
        // Or the compiler would turn the comparison round, at twice the cost.
        asm("" : "+x"(limit));
#endif
        return {_mm_cmpgt_epi8(limit, bytes)};
    }
    // Unsigned.
    short_block_set is_from_to(char low, char high) const noexcept {
        const int span = static_cast<unsigned char>(high - low);
        if (span == 255) return is_same(*this);
        // Moved up to the greatest signed bytes there are, so that one comparison has both ends.
        const __m128i moved = _mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>(127 - high)));
        return {_mm_cmpgt_epi8(moved, _mm_set1_epi8(static_cast<char>(126 - span)))};
    }
    // How far each byte is past the limit, unsigned: 0 if it is not.
    short_block past(char limit) const noexcept {
        return {_mm_subs_epu8(bytes, _mm_set1_epi8(limit))};
    }
    short_block lower_case() const noexcept { return {_mm_or_si128(bytes, _mm_set1_epi8(0x20))}; }

    friend short_block operator|(short_block a, short_block b) noexcept {
        return {_mm_or_si128(a.bytes, b.bytes)};
    }
};

#elif defined(__ARM_NEON) && defined(__aarch64__)

struct short_block_set {
    uint8x16_t bytes;

    // Four bits for each byte: NEON has no movemask, but it narrows.
    std::uint64_t mask() const noexcept {
        return vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(bytes), 4)), 0);
    }
    bool is_empty() const noexcept { return mask() == 0; }
    bool is_full() const noexcept { return ~mask() == 0; }
    std::size_t first() const noexcept {
        return static_cast<std::size_t>(std::countr_zero(mask())) / 4;
    }
    std::size_t first_outside() const noexcept {
        return static_cast<std::size_t>(std::countr_one(mask())) / 4;
    }

    friend short_block_set operator|(short_block_set a, short_block_set b) noexcept {
        return {vorrq_u8(a.bytes, b.bytes)};
    }
    friend short_block_set operator&(short_block_set a, short_block_set b) noexcept {
        return {vandq_u8(a.bytes, b.bytes)};
    }
    short_block_set without(short_block_set other) const noexcept {
        return {vbicq_u8(bytes, other.bytes)};
    }
    // Of which bytes both say the same.
    short_block_set is_same(short_block_set other) const noexcept {
        return {vceqq_u8(bytes, other.bytes)};
    }
};

struct short_block_count {
    uint8x16_t bytes = vdupq_n_u8(0);

    void add(short_block_set set) noexcept { bytes = vsubq_u8(bytes, set.bytes); }
    std::size_t sum() const noexcept { return vaddlvq_u8(bytes); }
};

struct short_block {
    static constexpr std::ptrdiff_t size = 16;
    uint8x16_t bytes;

    static short_block load(const char* first) noexcept {
        short_block loaded;
        __builtin_memcpy(&loaded.bytes, first, size);
        return loaded;
    }
    void store(char* out) const noexcept { __builtin_memcpy(out, &bytes, size); }

    short_block_set is(char c) const noexcept {
        return {vceqq_u8(bytes, vdupq_n_u8(static_cast<std::uint8_t>(c)))};
    }
    short_block_set is_same(short_block other) const noexcept {
        return {vceqq_u8(bytes, other.bytes)};
    }
    // As signed bytes: what lies outside ASCII is below everything.
    short_block_set is_below(char c) const noexcept {
        return {vcltq_s8(vreinterpretq_s8_u8(bytes), vdupq_n_s8(static_cast<std::int8_t>(c)))};
    }
    // Unsigned.
    short_block_set is_from_to(char low, char high) const noexcept {
        const uint8x16_t shifted = vsubq_u8(bytes, vdupq_n_u8(static_cast<std::uint8_t>(low)));
        return {vcleq_u8(shifted, vdupq_n_u8(static_cast<std::uint8_t>(high - low)))};
    }
    // How far each byte is past the limit, unsigned: 0 if it is not.
    short_block past(char limit) const noexcept {
        return {vqsubq_u8(bytes, vdupq_n_u8(static_cast<std::uint8_t>(limit)))};
    }
    short_block lower_case() const noexcept { return {vorrq_u8(bytes, vdupq_n_u8(0x20))}; }

    friend short_block operator|(short_block a, short_block b) noexcept {
        return {vorrq_u8(a.bytes, b.bytes)};
    }
};

#else

struct short_block_set {
    bool bytes[16];

    std::size_t first() const noexcept { return find(true); }
    std::size_t first_outside() const noexcept { return find(false); }
    bool is_empty() const noexcept { return find(true) == 16; }
    bool is_full() const noexcept { return find(false) == 16; }

    friend short_block_set operator|(short_block_set a, const short_block_set& b) noexcept {
        for (std::size_t i = 0; i < 16; ++i) a.bytes[i] |= b.bytes[i];
        return a;
    }
    friend short_block_set operator&(short_block_set a, const short_block_set& b) noexcept {
        for (std::size_t i = 0; i < 16; ++i) a.bytes[i] &= b.bytes[i];
        return a;
    }
    short_block_set without(short_block_set other) const noexcept {
        for (std::size_t i = 0; i < 16; ++i) other.bytes[i] = bytes[i] && !other.bytes[i];
        return other;
    }
    // Of which bytes both say the same.
    short_block_set is_same(short_block_set other) const noexcept {
        for (std::size_t i = 0; i < 16; ++i) other.bytes[i] = bytes[i] == other.bytes[i];
        return other;
    }

  private:
    std::size_t find(bool value) const noexcept {
        std::size_t i = 0;
        while (i < 16 && bytes[i] != value) ++i;
        return i;
    }
};

struct short_block_count {
    std::size_t counted = 0;

    void add(const short_block_set& set) noexcept {
        for (const bool is_in : set.bytes) counted += is_in;
    }
    std::size_t sum() const noexcept { return counted; }
};

struct short_block {
    static constexpr std::ptrdiff_t size = 16;
    unsigned char bytes[16];

    static short_block load(const char* first) noexcept {
        short_block loaded;
        __builtin_memcpy(&loaded.bytes, first, size);
        return loaded;
    }
    void store(char* out) const noexcept { __builtin_memcpy(out, &bytes, size); }

    short_block_set is(char c) const noexcept { return is_from_to(c, c); }
    short_block_set is_same(const short_block& other) const noexcept {
        return each([&](std::size_t i) { return bytes[i] == other.bytes[i]; });
    }
    // As signed bytes: what lies outside ASCII is below everything.
    short_block_set is_below(char c) const noexcept {
        return each([&](std::size_t i) {
            return static_cast<signed char>(bytes[i]) < static_cast<signed char>(c);
        });
    }
    // Unsigned.
    short_block_set is_from_to(char low, char high) const noexcept {
        return each([&](std::size_t i) {
            return bytes[i] >= static_cast<unsigned char>(low) &&
                   bytes[i] <= static_cast<unsigned char>(high);
        });
    }
    // How far each byte is past the limit, unsigned: 0 if it is not.
    short_block past(char limit) const noexcept {
        const auto least = static_cast<unsigned char>(limit);
        short_block far = *this;
        for (unsigned char& c : far.bytes)
            c = static_cast<unsigned char>(c > least ? c - least : 0);
        return far;
    }
    short_block lower_case() const noexcept {
        short_block lower = *this;
        for (unsigned char& c : lower.bytes) c |= 0x20;
        return lower;
    }

    friend short_block operator|(short_block a, const short_block& b) noexcept {
        for (std::size_t i = 0; i < 16; ++i) a.bytes[i] |= b.bytes[i];
        return a;
    }

  private:
    template <class Test>
    static short_block_set each(Test test) noexcept {
        short_block_set set;
        for (std::size_t i = 0; i < 16; ++i) set.bytes[i] = test(i);
        return set;
    }
};

#endif

#if defined(__AVX2__)

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
    std::size_t first_outside() const noexcept {
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
        __builtin_memcpy(&loaded.bytes, first, size);
        return loaded;
    }
    void store(char* out) const noexcept { __builtin_memcpy(out, &bytes, size); }

    long_block_set is(char c) const noexcept {
        return {_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(c))};
    }
    // As signed bytes: what lies outside ASCII is below everything.
    long_block_set is_below(char c) const noexcept {
        return {_mm256_cmpgt_epi8(_mm256_set1_epi8(c), bytes)};
    }
    // Unsigned.
    long_block_set is_from_to(char low, char high) const noexcept {
        const int span = static_cast<unsigned char>(high - low);
        if (span == 255) return {_mm256_set1_epi8(-1)};
        const __m256i moved =
            _mm256_add_epi8(bytes, _mm256_set1_epi8(static_cast<char>(127 - high)));
        return {_mm256_cmpgt_epi8(moved, _mm256_set1_epi8(static_cast<char>(126 - span)))};
    }
    long_block lower_case() const noexcept {
        return {_mm256_or_si256(bytes, _mm256_set1_epi8(0x20))};
    }
};

using block = long_block;

#else

using block = short_block;

#endif

}  // namespace ec2wire::detail

#endif
