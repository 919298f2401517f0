#ifndef EC2WIRE_SHAPE_MEMBER_SET_HPP
#define EC2WIRE_SHAPE_MEMBER_SET_HPP

#include <ec2wire/shape/schema.hpp>

#include <cstddef>
#include <cstdint>

namespace ec2wire::detail {

// The members of a structure that were there, by their indices below its count. clear() begins it.
class member_set {
  public:
    void clear(std::size_t count) noexcept {
        words_[0] = 0;
        for (std::size_t word = 1; word * 64 < count; ++word) words_[word] = 0;
    }
    bool has(std::size_t index) const noexcept {
        return (words_[index / 64] >> index % 64 & 1) != 0;
    }
    void add(std::size_t index) noexcept { words_[index / 64] |= std::uint64_t{1} << index % 64; }
    bool is_empty(std::size_t count) const noexcept {
        bool has_none = words_[0] == 0;
        for (std::size_t word = 1; word * 64 < count; ++word) has_none &= words_[word] == 0;
        return has_none;
    }

  private:
    std::uint64_t words_[max_members / 64];
};

}  // namespace ec2wire::detail

#endif
