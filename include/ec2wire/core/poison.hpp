#ifndef EC2WIRE_CORE_POISON_HPP
#define EC2WIRE_CORE_POISON_HPP

#include <cstddef>

// AddressSanitizer's own functions, which a program built with it has.
extern "C" void __asan_poison_memory_region(const volatile void* first, std::size_t size);
extern "C" void __asan_unpoison_memory_region(const volatile void* first, std::size_t size);

namespace ec2wire::detail {

// Whether AddressSanitizer watches this unit.
inline constexpr bool has_address_sanitizer =
#if defined(__SANITIZE_ADDRESS__)
    true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
    true;
#else
    false;
#endif
#else
    false;
#endif

// Makes AddressSanitizer report each access to these bytes until unpoison() is called for them.
// Nothing without AddressSanitizer.
inline void poison([[maybe_unused]] const void* first, [[maybe_unused]] std::size_t size) noexcept {
    if constexpr (has_address_sanitizer) __asan_poison_memory_region(first, size);
}
inline void unpoison([[maybe_unused]] const void* first,
                     [[maybe_unused]] std::size_t size) noexcept {
    if constexpr (has_address_sanitizer) __asan_unpoison_memory_region(first, size);
}

}  // namespace ec2wire::detail

#endif
