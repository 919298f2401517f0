#ifndef EC2WIRE_CORE_VERSION_HPP
#define EC2WIRE_CORE_VERSION_HPP

#include <string_view>

// All of ec2wire. What no user touches is in namespaces called `detail`, here and below.
namespace ec2wire {

// Semantic versioning 2.0.0. A test holds the text and the numbers together.
inline constexpr int version_major = 0;
inline constexpr int version_minor = 2;
inline constexpr int version_patch = 0;
inline constexpr std::string_view version = "0.2.0";

}  // namespace ec2wire

#endif
