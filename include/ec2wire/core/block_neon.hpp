#ifndef EC2WIRE_CORE_BLOCK_NEON_HPP
#define EC2WIRE_CORE_BLOCK_NEON_HPP

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>

namespace ec2wire::detail {

// Blocks of 16 bytes with NEON, which every AArch64 has: see block.hpp.

struct short_block_set {
    uint8x16_t bytes;

    // Has four bits for each byte: NEON has no movemask, but can narrow 16 bits to 8.
    std::uint64_t mask() const noexcept {
        return vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(bytes), 4)), 0);
    }
    bool is_empty() const noexcept { return mask() == 0; }
    bool is_full() const noexcept { return ~mask() == 0; }
    std::size_t first() const noexcept {
        return static_cast<std::size_t>(std::countr_zero(mask())) / 4;
    }
    std::size_t first_unset() const noexcept {
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
    // The bytes that are in both sets or in neither.
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
        std::memcpy(&loaded.bytes, first, size);
        return loaded;
    }
    void store(char* out) const noexcept { std::memcpy(out, &bytes, size); }

    short_block_set is(char c) const noexcept {
        return {vceqq_u8(bytes, vdupq_n_u8(static_cast<std::uint8_t>(c)))};
    }
    short_block_set is_same(short_block other) const noexcept {
        return {vceqq_u8(bytes, other.bytes)};
    }
    // Compares signed bytes: those outside ASCII are negative, and so below any character of ASCII.
    short_block_set is_below(char c) const noexcept {
        return {vcltq_s8(vreinterpretq_s8_u8(bytes), vdupq_n_s8(static_cast<std::int8_t>(c)))};
    }
    // Compares unsigned bytes with the closed range.
    short_block_set is_from_to(char low, char high) const noexcept {
        const uint8x16_t shifted = vsubq_u8(bytes, vdupq_n_u8(static_cast<std::uint8_t>(low)));
        return {vcleq_u8(shifted, vdupq_n_u8(static_cast<std::uint8_t>(high - low)))};
    }
    // Subtracts the limit from each byte, unsigned and saturated: 0 for bytes up to the limit.
    short_block past(char limit) const noexcept {
        return {vqsubq_u8(bytes, vdupq_n_u8(static_cast<std::uint8_t>(limit)))};
    }
    short_block lower_case() const noexcept { return {vorrq_u8(bytes, vdupq_n_u8(0x20))}; }

    friend short_block operator|(short_block a, short_block b) noexcept {
        return {vorrq_u8(a.bytes, b.bytes)};
    }
};

}  // namespace ec2wire::detail

#endif

#endif
