#ifndef EC2WIRE_CORE_COMPILATION_HPP
#define EC2WIRE_CORE_COMPILATION_HPP

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
