#ifndef EC2WIRE_CORE_MEMORY_SOURCE_HPP
#define EC2WIRE_CORE_MEMORY_SOURCE_HPP

#include <ec2wire/core/config.hpp>

#include <cstddef>
#include <new>
#if defined(EC2WIRE_HAS_ADDRESS_SANITIZER)
#include <sanitizer/asan_interface.h>
#endif

namespace ec2wire {

// The allocator of a scratch. The functions must not throw; `allocate` returns null if there is no memory,
// else memory aligned for any scalar type.
struct memory_source {
    void* context{};  // passed to both functions; must outlive every scratch that uses it
    // Allocates `size` bytes.
    void* (*allocate)(void* context, std::size_t size) noexcept {};
    // Releases memory that `allocate` returned for this size.
    void (*release)(void* context, void* memory, std::size_t size) noexcept {};
};

// Uses operator new, without exceptions.
inline constexpr memory_source heap{
    nullptr, [](void*, std::size_t size) noexcept { return ::operator new(size, std::nothrow); },
    [](void*, void* memory, std::size_t) noexcept { ::operator delete(memory); }};

namespace detail {

#if defined(EC2WIRE_HAS_ADDRESS_SANITIZER)

inline constexpr bool has_address_sanitizer = true;  // it instruments this unit

// Makes AddressSanitizer report each access to these bytes until unpoison() is called for them.
inline void poison(const void* first, std::size_t size) noexcept {
    __asan_poison_memory_region(first, size);
}
inline void unpoison(const void* first, std::size_t size) noexcept {
    __asan_unpoison_memory_region(first, size);
}

#else

inline constexpr bool has_address_sanitizer = false;
inline void poison(const void*, std::size_t) noexcept {}
inline void unpoison(const void*, std::size_t) noexcept {}

#endif

}  // namespace detail

}  // namespace ec2wire

#endif
