#ifndef EC2WIRE_TESTS_CODEC_PROTOCOLS_HPP
#define EC2WIRE_TESTS_CODEC_PROTOCOLS_HPP

#include <string_view>

namespace ec2wire::tests {

// P1 (root and request id). Whether a reply of the protocol has an element around its members, and the
// request id beside it.
template <class Protocol>
inline constexpr bool has_result = !std::string_view(Protocol::result_suffix).empty();

}  // namespace ec2wire::tests

#endif
