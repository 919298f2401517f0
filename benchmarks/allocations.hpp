#ifndef EC2WIRE_BENCHMARKS_ALLOCATIONS_HPP
#define EC2WIRE_BENCHMARKS_ALLOCATIONS_HPP

#include <cstdint>

namespace ec2wire::benchmarks {

// How often this program has asked for memory: through malloc and its kin where the C library is
// glibc, which sees operator new and the C rivals as well; elsewhere through operator new alone.
std::uint64_t allocations() noexcept;

}  // namespace ec2wire::benchmarks

#endif
