#ifndef EC2WIRE_CORE_BLOCK_HPP
#define EC2WIRE_CORE_BLOCK_HPP

// Each of these is empty where the compiler lacks the instructions, and includes the narrowest header that
// declares them: <immintrin.h> alone takes half a second to compile.
#include <ec2wire/core/block_avx2.hpp>
#include <ec2wire/core/block_neon.hpp>
#include <ec2wire/core/block_scalar.hpp>
#include <ec2wire/core/block_sse2.hpp>

namespace ec2wire::detail {

// A block is as many bytes as one vector instruction takes, chosen when the caller is compiled: 32 with AVX2,
// 16 with SSE2 and NEON, and 16 by a plain loop elsewhere. A set has a bit for each byte of a block.
//
//   short_block::load("<item>\n    <name>").is('<')    1000000000010000    is_empty(), first(), ...

#if defined(__AVX2__) && defined(__SSE2__)  // not MSVC, which knows no __SSE2__
using block = long_block;
#else
using block = short_block;
#endif

}  // namespace ec2wire::detail

#endif
