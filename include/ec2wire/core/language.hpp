#ifndef EC2WIRE_CORE_LANGUAGE_HPP
#define EC2WIRE_CORE_LANGUAGE_HPP

// The umbrellas include this before anything else, so that an older language is one error and no page
// of them: a file that is missing ends the compilation, as #error does not.
#if __cplusplus < 202002L && (!defined(_MSVC_LANG) || _MSVC_LANG < 202002L)
#error "ec2wire: C++20 is needed: compile with -std=c++20 or later"
#include <compile_with_std_cpp20>
#endif

#endif
