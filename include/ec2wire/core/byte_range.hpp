#ifndef EC2WIRE_CORE_BYTE_RANGE_HPP
#define EC2WIRE_CORE_BYTE_RANGE_HPP

#include <bit>
#include <cstddef>
#include <cstdint>

namespace ec2wire {

// A range of memory, to ask whether other bytes lie in it. Holds addresses and no pointers, since
// pointers into different objects have no order.
class byte_range {
  public:
    constexpr byte_range() noexcept = default;  // without a byte

    // `size` bytes from `first` on. Not for constant evaluation.
    byte_range(const void* first, std::size_t size) noexcept
        : first_(std::bit_cast<std::uintptr_t>(first)), size_(size) {}

    // Whether it is without a byte.
    constexpr bool is_empty() const noexcept { return size_ == 0; }

    // Whether the two have a byte in common.
    constexpr bool overlaps(byte_range other) const noexcept {
        if (is_empty() || other.is_empty()) return false;
        return first_ <= other.first_ ? other.first_ - first_ < size_
                                      : first_ - other.first_ < other.size_;
    }

  private:
    std::uintptr_t first_ = 0;
    std::size_t size_ = 0;
};

}  // namespace ec2wire

#endif
