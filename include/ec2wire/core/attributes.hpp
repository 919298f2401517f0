#ifndef EC2WIRE_CORE_ATTRIBUTES_HPP
#define EC2WIRE_CORE_ATTRIBUTES_HPP

// The attributes that ec2wire gives to functions and parameters. They change no result. Macros, because a
// compiler may warn about an attribute that it does not know.

// On a parameter: the function's result borrows from the argument. clang then warns where a temporary is
// passed and its view kept. g++ 12 does not know it.
#if defined(__has_cpp_attribute)
#if __has_cpp_attribute(clang::lifetimebound)
#define EC2WIRE_LIFETIMEBOUND [[clang::lifetimebound]]
#endif
#endif
#if !defined(EC2WIRE_LIFETIMEBOUND)
#define EC2WIRE_LIFETIMEBOUND
#endif

// On a constant that holds nothing to release: its destructor does not run when the program ends. clang
// alone warns about such a destructor, and alone counts it against a constexpr.
#if defined(__clang__)
#define EC2WIRE_NO_DESTROY [[clang::no_destroy]]
#else
#define EC2WIRE_NO_DESTROY
#endif

// Defined in a unit that AddressSanitizer watches. g++ and MSVC say it by a macro, clang++ by a feature.
#if defined(__SANITIZE_ADDRESS__)
#define EC2WIRE_HAS_ADDRESS_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define EC2WIRE_HAS_ADDRESS_SANITIZER
#endif
#endif

// A few instructions in a loop over bytes: a call would cost more than they do.
#define EC2WIRE_ALWAYS_INLINE [[gnu::always_inline]]

// The rare end of a hot function: inlined, it would take the registers of the common one; or a large
// function that each unit, and each caller in it, should have once.
#define EC2WIRE_NOINLINE [[gnu::noinline]]

// Runs for documents that are wrong or unusual: kept away from the code that runs for all.
#define EC2WIRE_COLD [[gnu::cold]]

#endif
