#ifndef EC2WIRE_CORE_LIMITS_HPP
#define EC2WIRE_CORE_LIMITS_HPP

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace ec2wire {

// The depth to which a document may nest, in XML elements or JSON objects and arrays. Far above the depth of
// EC2's replies (11 levels at most on record), and far below what the stack holds.
inline constexpr std::size_t max_depth = 256;

// The size, in bytes, that an encoded query, XML or JSON text may have: as many bytes as fit into a
// std::string of libstdc++'s, 1 GiB less one byte where std::size_t has 32 bits. Sizes are summed in 64 bits
// and compared with this, so that no sum wraps.
inline constexpr std::size_t max_text_size = SIZE_MAX / 4;

// The size, in bytes, of the largest query that is decoded. Its positions fit into 32 bits even if escapes
// make keys three times as long.
inline constexpr std::size_t max_query_size = std::size_t{1} << 30;

// The highest index of a list element in a query: InstanceId.999999999. A large index takes no memory:
// elements are counted, and indices only order them.
inline constexpr std::uint32_t max_list_index = 999'999'999;

// The number of members that a structure may have: more than twice as many as EC2's largest shape has.
inline constexpr std::size_t max_members = 256;

namespace detail {

// Converts a sum that fits. A template, because g++ warns about a cast to the same type where std::size_t has
// 64 bits.
template <class Size = std::size_t>
constexpr Size size_of_sum(std::uint64_t sum) noexcept {
    if constexpr (std::is_same_v<Size, std::uint64_t>)
        return sum;
    else
        return static_cast<Size>(sum);
}

}  // namespace detail

}  // namespace ec2wire

#endif
