#ifndef EC2WIRE_CORE_VERSION_HPP
#define EC2WIRE_CORE_VERSION_HPP

#include <string_view>

// All of ec2wire. Namespaces called `detail`, here and below, are not part of the interface. Codes such as R4
// or P1 in comments name the rules of docs/wire_protocol.md.
namespace ec2wire {

// Semantic versioning 2.0.0. A test compares the text with the numbers.
inline constexpr int version_major = 0;
inline constexpr int version_minor = 2;
inline constexpr int version_patch = 0;
inline constexpr std::string_view version = "0.2.0";

}  // namespace ec2wire

#endif
