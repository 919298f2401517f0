#ifndef EC2WIRE_CORE_POISON_HPP
#define EC2WIRE_CORE_POISON_HPP

#include <ec2wire/core/attributes.hpp>

#include <cstddef>
#if defined(EC2WIRE_HAS_ADDRESS_SANITIZER)
#include <sanitizer/asan_interface.h>
#endif

namespace ec2wire::detail {

#if defined(EC2WIRE_HAS_ADDRESS_SANITIZER)

inline constexpr bool has_address_sanitizer = true;  // it watches this unit

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

}  // namespace ec2wire::detail

#endif
