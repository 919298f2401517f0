#ifndef EC2WIRE_CORE_LIMITS_HPP
#define EC2WIRE_CORE_LIMITS_HPP

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace ec2wire {

// How deep a document may nest, XML elements as well as JSON objects and arrays. Far above what EC2
// nests (11 levels in every reply on record) and far below what the stack holds.
inline constexpr std::size_t max_depth = 256;

// How many bytes a query or a JSON text may take: as many as fit into a std::string of libstdc++'s,
// 1 GiB less one byte where std::size_t has 32 bits. Sizes are summed in 64 bits and compared with it,
// so that no sum wraps.
inline constexpr std::size_t max_text_size = SIZE_MAX / 4;

// How many bytes a query that is decoded may have, so that its positions fit 32 bits, those of keys that
// escapes make three times as long included.
inline constexpr std::size_t max_query_size = std::size_t{1} << 30;

// The highest index that an element of a list may have in a query: InstanceId.999999999. No index takes
// memory, whatever it is: elements are counted, and an index only says in which order they go.
inline constexpr std::uint32_t max_list_index = 999'999'999;

namespace detail {

// A sum that fits, as a size. A template, because g++ warns of a cast to the same type where
// std::size_t has 64 bits.
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
