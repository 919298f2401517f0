#ifndef EC2WIRE_CORE_LIFETIME_HPP
#define EC2WIRE_CORE_LIFETIME_HPP

// On a parameter: what the function returns borrows from the argument. clang then warns where a
// temporary is passed and its view kept. A macro, because g++ 12 warns about attributes of clang's.
#if defined(__has_cpp_attribute)
#if __has_cpp_attribute(clang::lifetimebound)
#define EC2WIRE_LIFETIMEBOUND [[clang::lifetimebound]]
#endif
#endif
#if !defined(EC2WIRE_LIFETIMEBOUND)
#define EC2WIRE_LIFETIMEBOUND
#endif

#endif
