#ifndef EC2WIRE_CORE_LIMITS_HPP
#define EC2WIRE_CORE_LIMITS_HPP

#include <cstddef>

namespace ec2wire {

// How deep a document may nest, XML elements as well as JSON objects and arrays. Far above what EC2
// nests (11 levels in every reply on record) and far below what the stack holds.
inline constexpr std::size_t max_depth = 256;

}  // namespace ec2wire

#endif
