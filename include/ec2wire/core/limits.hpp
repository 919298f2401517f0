#ifndef EC2WIRE_CORE_LIMITS_HPP
#define EC2WIRE_CORE_LIMITS_HPP

#include <cstddef>
#include <cstdint>

namespace ec2wire {

// How deep a document may nest, XML elements as well as JSON objects and arrays. Far above what EC2
// nests (11 levels in every reply on record) and far below what the stack holds.
inline constexpr std::size_t max_depth = 256;

// How many bytes a query or a JSON text may take: as many as fit into a std::string of libstdc++'s,
// 1 GiB less one byte where std::size_t has 32 bits. Sizes are summed in 64 bits and compared with it,
// so that no sum wraps.
inline constexpr std::size_t max_text_size = SIZE_MAX / 4;

}  // namespace ec2wire

#endif
