#ifndef EC2WIRE_TESTS_SANITIZED_HPP
#define EC2WIRE_TESTS_SANITIZED_HPP

namespace ec2wire::tests {

// Whether the build runs under the address sanitizer or valgrind, where everything takes ten times as long or
// more.
#if defined(__SANITIZE_ADDRESS__) || defined(EC2WIRE_TESTS_UNDER_VALGRIND)
inline constexpr bool is_sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool is_sanitized = true;
#else
inline constexpr bool is_sanitized = false;
#endif
#else
inline constexpr bool is_sanitized = false;
#endif

}  // namespace ec2wire::tests

#endif
