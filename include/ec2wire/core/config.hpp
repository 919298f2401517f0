#ifndef EC2WIRE_CORE_CONFIG_HPP
#define EC2WIRE_CORE_CONFIG_HPP

// Checks the language version and defines what differs between compilers. The umbrella headers include this
// first, so that an older language gives one error and not pages of them: a missing file ends the
// compilation, which #error does not.
#if __cplusplus < 202002L && (!defined(_MSVC_LANG) || _MSVC_LANG < 202002L)
#error "ec2wire: C++20 is needed: compile with -std=c++20 or later"
#include <compile_with_std_cpp20>
#endif

// Attributes that g++ and clang++ (clang-cl included) spell differently from MSVC. MSVC's spellings are from
// its manual and have not been tried. They are macros because a compiler may warn about an attribute that it
// does not know. None of them changes a result.

// For a parameter, or an object whose member function is called, from which the result borrows. clang then warns
// where that is a temporary which the result outlives. g++ 12 does not know the attribute.
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

// For a constant that has nothing to release: its destructor does not run when the program ends. Only clang
// warns about such a destructor.
#if defined(__clang__)
#define EC2WIRE_NO_DESTROY [[clang::no_destroy]]
#else
#define EC2WIRE_NO_DESTROY
#endif

// Silences clang's warnings about a variable template that has no definition. Only its address is used, in constant
// evaluation.
#if defined(__clang__)
#define EC2WIRE_BEGIN_UNDEFINED                                          \
    _Pragma("clang diagnostic push")                                     \
        _Pragma("clang diagnostic ignored \"-Wundefined-var-template\"") \
            _Pragma("clang diagnostic ignored \"-Wundefined-internal\"")
#define EC2WIRE_END_UNDEFINED _Pragma("clang diagnostic pop")
#else
#define EC2WIRE_BEGIN_UNDEFINED
#define EC2WIRE_END_UNDEFINED
#endif

// For a function in which unsigned arithmetic wraps on purpose: clang++'s -fsanitize=integer reports that
// elsewhere.
#if defined(__clang__)
#define EC2WIRE_WRAPS [[clang::no_sanitize("integer")]]
#else
#define EC2WIRE_WRAPS
#endif

// Defined if AddressSanitizer instruments this translation unit. g++ and MSVC define a macro, clang++ has a
// feature.
#if defined(__SANITIZE_ADDRESS__)
#define EC2WIRE_HAS_ADDRESS_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define EC2WIRE_HAS_ADDRESS_SANITIZER
#endif
#endif

#if defined(__GNUC__) || defined(__clang__)

// For a few instructions in a loop over bytes, where a call would cost more than they do.
#define EC2WIRE_ALWAYS_INLINE [[gnu::always_inline]]
// For a lambda of such instructions: it follows the parameters.
#define EC2WIRE_ALWAYS_INLINE_LAMBDA __attribute__((always_inline))

// For the rare branch of a hot function, which would take registers from the common one if it was inlined;
// and for a large function that should exist once, not once for each caller.
#define EC2WIRE_NOINLINE [[gnu::noinline]]

// For code that runs only for malformed or unusual documents, to keep it apart from the common code.
#define EC2WIRE_COLD [[gnu::cold]]

// Around an enumeration one of whose enumerators has the name of something outside: g++ warns about the
// shadowing although enumerators have a scope of their own.
#define EC2WIRE_BEGIN_SHADOWING \
    _Pragma("GCC diagnostic push") _Pragma("GCC diagnostic ignored \"-Wshadow\"")
#define EC2WIRE_END_SHADOWING _Pragma("GCC diagnostic pop")

// A statement that keeps the branch that it is in, which the optimiser would turn into arithmetic: a fence
// against signal handlers, which is no instruction.
#define EC2WIRE_KEEP_BRANCH() __atomic_signal_fence(__ATOMIC_ACQ_REL)

#else

#define EC2WIRE_ALWAYS_INLINE [[msvc::forceinline]]
#define EC2WIRE_ALWAYS_INLINE_LAMBDA [[msvc::forceinline]]
#define EC2WIRE_NOINLINE [[msvc::noinline]]
#define EC2WIRE_COLD
#define EC2WIRE_BEGIN_SHADOWING
#define EC2WIRE_END_SHADOWING
#define EC2WIRE_KEEP_BRANCH() static_cast<void>(0)

#endif

// The engines, which read and write the bytes, are not templates, so that a program may choose where they are
// compiled:
//
//     header-only, the default      each unit that decodes or encodes compiles them
//     EC2WIRE_SEPARATE_COMPILATION  one unit does, with #include <ec2wire/src.hpp>; all others only see
//                                   declarations, and compile in a fraction of the time
//
// The results are the same. A program may mix both: whatever calls an engine is in an inline namespace named
// after the choice, so that no function has two definitions. The choice is made by macros, because a function is
// inline, and a namespace has its name, before anything is compiled.
#ifdef EC2WIRE_SEPARATE_COMPILATION
#define EC2WIRE_COMPILATION separately_compiled
#define EC2WIRE_ENGINE
#else
#define EC2WIRE_COMPILATION header_only
#define EC2WIRE_ENGINE inline
#endif

namespace ec2wire::detail {

// Whether a call is part of a constant expression. Not std::is_constant_evaluated(): with -std=c++2b clang++ 14
// takes that of libstdc++ for true in all instances of templates.
constexpr bool is_constant_evaluated() noexcept { return __builtin_is_constant_evaluated(); }

}  // namespace ec2wire::detail

#endif
