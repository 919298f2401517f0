#ifndef EC2WIRE_CORE_BYTES_HPP
#define EC2WIRE_CORE_BYTES_HPP

#include <ec2wire/core/block.hpp>
#include <ec2wire/core/config.hpp>

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace ec2wire {

// A temporary that owns its text, which views into the text would outlive.
template <class Bytes>
concept owning_text = !std::is_reference_v<Bytes> && std::convertible_to<Bytes, std::string_view> &&
                      !std::is_trivially_copyable_v<Bytes>;

namespace detail {

template <class Word>
inline Word load_word(const char* first) noexcept {
    Word word;
    std::memcpy(&word, first, sizeof word);
    return word;
}

// A mask of the first `size` bytes of a word that was loaded from memory; all bits from eight on.
constexpr std::uint64_t front_mask(std::size_t size) noexcept {
    if (size >= 8) return ~std::uint64_t{};
    return std::endian::native == std::endian::little ? (std::uint64_t{1} << 8 * size) - 1
                                                      : ~(~std::uint64_t{} >> 8 * size);
}

// Copies Half to 2 * Half bytes by two copies of Half bytes, which may overlap.
template <std::size_t Half>
inline char* copy_ends(const char* bytes, std::size_t size, char* out) noexcept {
    char ends[2][Half];
    std::memcpy(ends[0], bytes, Half);
    std::memcpy(ends[1], bytes + size - Half, Half);
    std::memcpy(out, ends[0], Half);
    std::memcpy(out + size - Half, ends[1], Half);
    return out + size;
}

// Returns at + count, for a count below 2 * Bit, by branches and not by an addition. A vector search takes
// some fifteen cycles to deliver its count, and the next search starts where this one ended; but documents
// repeat themselves, so a predicted branch lets the processor go on at once.
template <std::size_t Bit>
EC2WIRE_ALWAYS_INLINE inline const char* step_by_branches(const char* at,
                                                          std::size_t count) noexcept {
    if ((count & Bit) != 0) {
        at += Bit;
        EC2WIRE_KEEP_BRANCH();
    }
    if constexpr (Bit > 1) at = step_by_branches<Bit / 2>(at, count);
    return at;
}

// Returns the position of the first byte of the block at `at` that is in a set, which must have one.
EC2WIRE_ALWAYS_INLINE inline const char* advance_to_first(const char* at,
                                                          const auto& set) noexcept {
    return step_by_branches<sizeof(set.bytes) / 2>(at, set.first());
}

// Returns the position of the first byte that is not in the set, or the end of the block.
EC2WIRE_ALWAYS_INLINE inline const char* advance_past(const char* at, const auto& set) noexcept {
    return step_by_branches<sizeof(set.bytes) / 2>(at, set.first_unset());
}

}  // namespace detail

// Whether `size` bytes are equal. Names are short, so this is a few loads and no call.
EC2WIRE_ALWAYS_INLINE constexpr inline bool is_equal(const char* a, const char* b,
                                                     std::size_t size) noexcept {
    if (!detail::is_constant_evaluated()) {
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

// Whether two strings are equal, case-sensitively.
constexpr bool is_equal(std::string_view a, std::string_view b) noexcept {
    return a.size() == b.size() && is_equal(a.data(), b.data(), a.size());
}

namespace detail {

// Whether a name is the concatenation of two strings: "AssumeRole" and "Response".
constexpr bool is_joined(std::string_view name, std::string_view first,
                         std::string_view last) noexcept {
    return name.size() == first.size() + last.size() && name.starts_with(first) &&
           name.ends_with(last);
}

}  // namespace detail

// Whether `size` bytes are equal, where at least 16 bytes can be read at both addresses.
inline bool is_equal_in_room(const char* a, const char* b, std::size_t size) noexcept {
    if (size <= 16) {
        using detail::short_block;
        return short_block::load(a).is_same(short_block::load(b)).first_unset() >= size;
    }
    return is_equal(a, b, size);
}

// Whether `size` bytes are equal, for strings that are mostly long. With a constant size it is two loads and
// a comparison for each 16 bytes or part of them, and one branch.
EC2WIRE_ALWAYS_INLINE inline bool is_equal_block(const char* a, const char* b,
                                                 std::size_t size) noexcept {
    if (size >= 16) {
        using detail::short_block;
        auto same = short_block::load(a + size - 16).is_same(short_block::load(b + size - 16));
        for (std::size_t i = 0; i + 16 < size; i += 16)
            same = same & short_block::load(a + i).is_same(short_block::load(b + i));
        return same.is_full();
    }
    return is_equal(a, b, size);
}

// Copies `size` bytes to `out`, which does not overlap them, and returns the end of the copy. Most strings
// are short, so this is a few loads and stores and no call.
constexpr char* copy_bytes(const char* bytes, std::size_t size, char* out) noexcept {
    if (!detail::is_constant_evaluated()) {
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

// A range of memory, to find out whether two ranges overlap. It holds addresses as integers, since pointers
// into different objects have no order.
class byte_range {
  public:
    constexpr byte_range() noexcept = default;  // empty

    // The `size` bytes that begin at `first`. Not for constant evaluation.
    byte_range(const void* first, std::size_t size) noexcept {
        if (size == 0) return;
        first_ = std::bit_cast<std::uintptr_t>(first);
        last_ = first_ + size;
    }

    // Whether the range has no bytes.
    constexpr bool is_empty() const noexcept { return last_ == 0; }

    // Whether the two ranges have a byte in common.
    constexpr bool overlaps(byte_range other) const noexcept {
        return first_ < other.last_ && other.first_ < last_;
    }

  private:
    // An empty range has values that make overlaps() false.
    std::uintptr_t first_ = UINTPTR_MAX;
    std::uintptr_t last_ = 0;  // one past the end
};

}  // namespace ec2wire

#endif
