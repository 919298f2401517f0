#ifndef EC2WIRE_CORE_BLOCK_SCALAR_HPP
#define EC2WIRE_CORE_BLOCK_SCALAR_HPP

#include <cstddef>
#include <cstring>

#if !defined(__SSE2__) && !(defined(__ARM_NEON) && defined(__aarch64__))

namespace ec2wire::detail {

// Blocks of 16 bytes by plain loops, for processors without vectors that the library knows: see block.hpp.

struct short_block_set {
    bool bytes[16];

    std::size_t first() const noexcept { return find(true); }
    std::size_t first_unset() const noexcept { return find(false); }
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
    // The bytes that are in both sets or in neither.
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
        std::memcpy(&loaded.bytes, first, size);
        return loaded;
    }
    void store(char* out) const noexcept { std::memcpy(out, &bytes, size); }

    short_block_set is(char c) const noexcept { return is_from_to(c, c); }
    short_block_set is_same(const short_block& other) const noexcept {
        return each([&](std::size_t i) { return bytes[i] == other.bytes[i]; });
    }
    // Compares signed bytes: those outside ASCII are negative, and so below any character of ASCII.
    short_block_set is_below(char c) const noexcept {
        return each([&](std::size_t i) {
            return static_cast<signed char>(bytes[i]) < static_cast<signed char>(c);
        });
    }
    // Compares unsigned bytes with the closed range.
    short_block_set is_from_to(char low, char high) const noexcept {
        return each([&](std::size_t i) {
            return bytes[i] >= static_cast<unsigned char>(low) &&
                   bytes[i] <= static_cast<unsigned char>(high);
        });
    }
    // Subtracts the limit from each byte, unsigned and saturated: 0 for bytes up to the limit.
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

}  // namespace ec2wire::detail

#endif

#endif
