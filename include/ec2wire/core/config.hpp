#ifndef EC2WIRE_CORE_CONFIG_HPP
#define EC2WIRE_CORE_CONFIG_HPP

// The language, the compiler, and the way of compilation. The umbrellas include this before anything else, so
// that an older language is one error and no page of them: a file that is missing ends the compilation, as
// #error does not.
#if __cplusplus < 202002L && (!defined(_MSVC_LANG) || _MSVC_LANG < 202002L)
#error "ec2wire: C++20 is needed: compile with -std=c++20 or later"
#include <compile_with_std_cpp20>
#endif

// All that is spelled differently for g++ and clang++, clang-cl included, and for MSVC. MSVC's spelling is
// from its manual: it has not been tried. Macros, because a compiler may warn about an attribute that it does
// not know. None of them changes a result.

// On a parameter: the function's result borrows from the argument. clang then warns where a temporary is
// passed and its view kept. g++ 12 does not know it.
#if defined(__has_cpp_attribute)
#if __has_cpp_attribute(clang::lifetimebound)
#define EC2WIRE_LIFETIMEBOUND [[clang::lifetimebound]]
#elif __has_cpp_attribute(msvc::lifetimebound)
#define EC2WIRE_LIFETIMEBOUND [[msvc::lifetimebound]]
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

// On a function in which unsigned arithmetic wraps, and is meant to: clang++'s -fsanitize=integer asks.
#if defined(__clang__)
#define EC2WIRE_WRAPS [[clang::no_sanitize("integer")]]
#else
#define EC2WIRE_WRAPS
#endif

// Defined in a unit that AddressSanitizer watches. g++ and MSVC say it by a macro, clang++ by a feature.
#if defined(__SANITIZE_ADDRESS__)
#define EC2WIRE_HAS_ADDRESS_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define EC2WIRE_HAS_ADDRESS_SANITIZER
#endif
#endif

#if defined(__GNUC__) || defined(__clang__)

// A few instructions in a loop over bytes: a call would cost more than they do.
#define EC2WIRE_ALWAYS_INLINE [[gnu::always_inline]]
// Likewise, of a lambda, behind its parameters.
#define EC2WIRE_ALWAYS_INLINE_LAMBDA __attribute__((always_inline))

// The rare end of a hot function: inlined, it would take the registers of the common one; or a large
// function that each unit, and each caller in it, should have once.
#define EC2WIRE_NOINLINE [[gnu::noinline]]

// Runs for documents that are wrong or unusual: kept away from the code that runs for all.
#define EC2WIRE_COLD [[gnu::cold]]

// Around an enumeration with an enumerator that is called like something outside: g++ warns that it hides
// that, though enumerators have a scope of their own.
#define EC2WIRE_BEGIN_SHADOWING \
    _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic ignored \"-Wshadow\"")
#define EC2WIRE_END_SHADOWING _Pragma("GCC diagnostic pop")

// Hides from the optimiser how a pointer came about, so that it is not computed in another way.
#define EC2WIRE_OPAQUE(pointer) asm volatile("" : "+r"(pointer))

#else

#define EC2WIRE_ALWAYS_INLINE [[msvc::forceinline]]
#define EC2WIRE_ALWAYS_INLINE_LAMBDA [[msvc::forceinline]]
#define EC2WIRE_NOINLINE [[msvc::noinline]]
#define EC2WIRE_COLD
#define EC2WIRE_BEGIN_SHADOWING
#define EC2WIRE_END_SHADOWING
#define EC2WIRE_OPAQUE(pointer) static_cast<void>(pointer)

#endif

// The engines that move along the bytes are no templates, so that a program may choose where they are
// compiled:
//
//     header-only, the default      each unit that decodes or encodes compiles them
//     EC2WIRE_SEPARATE_COMPILATION  one unit does, with #include <ec2wire/src.hpp>; all others only see
//                                   declarations, and compile in a fraction of the time
//
// The results are the same. A program may mix both: what calls an engine lives in an inline namespace
// named after the choice, so that no function has two definitions.

// Macros, because a function is inline, and a namespace has its name, before anything is compiled.
#ifdef EC2WIRE_SEPARATE_COMPILATION
#define EC2WIRE_COMPILATION separately_compiled
#define EC2WIRE_ENGINE
#else
#define EC2WIRE_COMPILATION header_only
#define EC2WIRE_ENGINE inline
#endif

#endif
