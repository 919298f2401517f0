#ifndef EC2WIRE_CORE_MEMORY_SOURCE_HPP
#define EC2WIRE_CORE_MEMORY_SOURCE_HPP

#include <cstddef>
#include <new>

namespace ec2wire {

// Where a scratch gets its memory. The functions must not throw; `allocate` returns null when there
// is none, and memory aligned for any scalar otherwise.
struct memory_source {
    void* context{};  // handed to both functions; must outlive every scratch made from it
    // `size` bytes.
    void* (*allocate)(void* context, std::size_t size) noexcept {};
    // Gives back what `allocate` gave for this size.
    void (*release)(void* context, void* memory, std::size_t size) noexcept {};
};

// operator new, without exceptions.
inline constexpr memory_source heap{
    nullptr, [](void*, std::size_t size) noexcept { return ::operator new(size, std::nothrow); },
    [](void*, void* memory, std::size_t) noexcept { ::operator delete(memory); }};

}  // namespace ec2wire

#endif
