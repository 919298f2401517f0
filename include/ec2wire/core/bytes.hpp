#ifndef EC2WIRE_CORE_BYTES_HPP
#define EC2WIRE_CORE_BYTES_HPP

#include <ec2wire/core/block.hpp>
#include <ec2wire/core/config.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace ec2wire {

namespace detail {

template <class Word>
inline Word load_word(const char* first) noexcept {
    Word word;
    std::memcpy(&word, first, sizeof word);
    return word;
}

// Of a word loaded from memory, the bits of its first `size` bytes; all of them from eight on.
constexpr std::uint64_t front_mask(std::size_t size) noexcept {
    if (size >= 8) return ~std::uint64_t{};
    return std::endian::native == std::endian::little ? (std::uint64_t{1} << 8 * size) - 1
                                                      : ~(~std::uint64_t{} >> 8 * size);
}

// Copies Half to 2 * Half bytes, as two pieces that may overlap.
template <std::size_t Half>
inline char* copy_ends(const char* bytes, std::size_t size, char* out) noexcept {
    char ends[2][Half];
    std::memcpy(ends[0], bytes, Half);
    std::memcpy(ends[1], bytes + size - Half, Half);
    std::memcpy(out, ends[0], Half);
    std::memcpy(out + size - Half, ends[1], Half);
    return out + size;
}

// at + count, for a count below 2 * Bit, by branches. A search in a vector takes some fifteen cycles to
// tell its count, and the next search begins where this one ended. But a branch is foreseen: documents
// repeat themselves, so the processor mostly knows where it goes and reads on from there at once.
template <std::size_t Bit>
EC2WIRE_ALWAYS_INLINE inline const char* step_by_branches(const char* at,
                                                          std::size_t count) noexcept {
    if ((count & Bit) != 0) {
        at += Bit;
        EC2WIRE_OPAQUE(at);  // or the compiler would make a sum of it again
    }
    if constexpr (Bit > 1) at = step_by_branches<Bit / 2>(at, count);
    return at;
}

// The first byte of a block at `at` that is in a set, which has one.
EC2WIRE_ALWAYS_INLINE inline const char* step_to(const char* at, const auto& set) noexcept {
    return step_by_branches<sizeof(set.bytes) / 2>(at, set.first());
}

// The first byte that is not in it, if there is one.
EC2WIRE_ALWAYS_INLINE inline const char* step_out_of(const char* at, const auto& set) noexcept {
    return step_by_branches<sizeof(set.bytes) / 2>(at, set.first_outside());
}

}  // namespace detail

// Whether `size` bytes are the same. Names are short, so this is a few loads and no call.
EC2WIRE_ALWAYS_INLINE constexpr inline bool is_equal(const char* a, const char* b,
                                                     std::size_t size) noexcept {
    if (!std::is_constant_evaluated()) {
        using detail::load_word;
        if (size > 16) return std::memcmp(a, b, size) == 0;
        if (size >= 8)
            return ((load_word<std::uint64_t>(a) ^ load_word<std::uint64_t>(b)) |
                    (load_word<std::uint64_t>(a + size - 8) ^
                     load_word<std::uint64_t>(b + size - 8))) == 0;
        if (size >= 4)
            return ((load_word<std::uint32_t>(a) ^ load_word<std::uint32_t>(b)) |
                    (load_word<std::uint32_t>(a + size - 4) ^
                     load_word<std::uint32_t>(b + size - 4))) == 0;
    }
    for (std::size_t i = 0; i < size; ++i)
        if (a[i] != b[i]) return false;
    return true;
}

// Whether two texts are the same, by case.
constexpr bool is_equal(std::string_view a, std::string_view b) noexcept {
    return a.size() == b.size() && is_equal(a.data(), b.data(), a.size());
}

namespace detail {

// Whether a name is two texts, one behind the other: "AssumeRole" and "Response".
constexpr bool is_joined(std::string_view name, std::string_view first,
                         std::string_view last) noexcept {
    return name.size() == first.size() + last.size() && name.starts_with(first) &&
           name.ends_with(last);
}

}  // namespace detail

// Whether `size` bytes are the same, where at least 16 can be read at both places.
constexpr bool is_equal_in_room(const char* a, const char* b, std::size_t size) noexcept {
    if (!std::is_constant_evaluated() && size <= 16) {
        using detail::short_block;
        return short_block::load(a).is_same(short_block::load(b)).first_outside() >= size;
    }
    return is_equal(a, b, size);
}

// Whether `size` bytes are the same, of texts that are long more often than not. With a constant size
// it is two loads and a comparison for each 16 bytes begun, and one branch.
EC2WIRE_ALWAYS_INLINE constexpr inline bool is_equal_block(const char* a, const char* b,
                                                           std::size_t size) noexcept {
    if (!std::is_constant_evaluated() && size >= 16) {
        using detail::short_block;
        auto same = short_block::load(a + size - 16).is_same(short_block::load(b + size - 16));
        for (std::size_t i = 0; i + 16 < size; i += 16)
            same = same & short_block::load(a + i).is_same(short_block::load(b + i));
        return same.is_full();
    }
    return is_equal(a, b, size);
}

// Copies `size` bytes to `out`, which does not overlap them, and returns the place behind them. Most
// texts are short, so this is a few loads and stores and no call.
constexpr char* copy_bytes(const char* bytes, std::size_t size, char* out) noexcept {
    if (!std::is_constant_evaluated()) {
        if (size > 32) {
            std::memcpy(out, bytes, size);
            return out + size;
        }
        if (size >= 16) return detail::copy_ends<16>(bytes, size, out);
        if (size >= 8) return detail::copy_ends<8>(bytes, size, out);
        if (size >= 4) return detail::copy_ends<4>(bytes, size, out);
    }
    for (std::size_t i = 0; i < size; ++i) out[i] = bytes[i];
    return out + size;
}

// A range of memory, to ask whether other bytes lie in it. Holds addresses and no pointers, since
// pointers into different objects have no order.
class byte_range {
  public:
    constexpr byte_range() noexcept = default;  // without a byte

    // `size` bytes from `first` on. Not for constant evaluation.
    byte_range(const void* first, std::size_t size) noexcept {
        if (size == 0) return;
        first_ = std::bit_cast<std::uintptr_t>(first);
        last_ = first_ + size;
    }

    // Whether it is without a byte.
    constexpr bool is_empty() const noexcept { return last_ == 0; }

    // Whether the two have a byte in common.
    constexpr bool overlaps(byte_range other) const noexcept {
        return first_ < other.last_ && other.first_ < last_;
    }

  private:
    // The values of a range without a byte are such that nothing overlaps it.
    std::uintptr_t first_ = UINTPTR_MAX;
    std::uintptr_t last_ = 0;  // behind it
};

}  // namespace ec2wire

#endif
