#ifndef EC2WIRE_CORE_PMR_SCRATCH_HPP
#define EC2WIRE_CORE_PMR_SCRATCH_HPP

// Opt-in: <memory_resource> alone takes 0.3 s to compile, so no other header includes this one.

#include <ec2wire/core/scratch.hpp>

#include <memory_resource>

namespace ec2wire {

// A memory source that uses a std::pmr::memory_resource, which must outlive every scratch made from it:
//
//     ec2wire::scratch scratch{ec2wire::pmr_source(&resource)};
//
// If the resource throws std::bad_alloc, decoding fails with errc::out_of_memory. Where exceptions are
// disabled the resource must not run out.
inline memory_source pmr_source(std::pmr::memory_resource* resource) noexcept {
    return {resource,
            [](void* context, std::size_t size) noexcept -> void* {
#if defined(__cpp_exceptions)
                try {
                    return static_cast<std::pmr::memory_resource*>(context)->allocate(size);
                } catch (...) {
                    return nullptr;
                }
#else
                return static_cast<std::pmr::memory_resource*>(context)->allocate(size);
#endif
            },
            [](void* context, void* memory, std::size_t size) noexcept {
                static_cast<std::pmr::memory_resource*>(context)->deallocate(memory, size);
            }};
}

}  // namespace ec2wire

#endif
