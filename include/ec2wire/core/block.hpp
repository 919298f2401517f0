#ifndef EC2WIRE_CORE_BLOCK_HPP
#define EC2WIRE_CORE_BLOCK_HPP

// Each is empty where the compiler does not have its instructions, and takes the narrowest header that
// has them: <immintrin.h> alone costs half a second.
#include <ec2wire/core/block_avx2.hpp>
#include <ec2wire/core/block_neon.hpp>
#include <ec2wire/core/block_scalar.hpp>
#include <ec2wire/core/block_sse2.hpp>

namespace ec2wire::detail {

// As many bytes as one vector instruction takes, chosen when the caller compiles: 32 with AVX2, 16
// with SSE2 and NEON, and 16 by a plain loop elsewhere. A set says of each byte of a block whether
// something is true.
//
//   short_block::load("<item>\n    <name>").is('<')    1000000000010000    is_empty(), first(), ...

#if defined(__AVX2__) && defined(__SSE2__)  // not MSVC, which knows no __SSE2__
using block = long_block;
#else
using block = short_block;
#endif

}  // namespace ec2wire::detail

#endif
