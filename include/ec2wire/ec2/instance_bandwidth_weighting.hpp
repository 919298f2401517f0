#ifndef EC2WIRE_EC2_INSTANCE_BANDWIDTH_WEIGHTING_HPP
#define EC2WIRE_EC2_INSTANCE_BANDWIDTH_WEIGHTING_HPP

#include <array>
#include <cstdint>
#include <string_view>

namespace ec2wire {

enum class instance_bandwidth_weighting : std::uint8_t {
    default_,
    vpc_1,
    ebs_1,
};

constexpr std::array<std::string_view, 3> enum_texts(instance_bandwidth_weighting) noexcept {
    return {"default", "vpc-1", "ebs-1"};
}

}  // namespace ec2wire

#endif
