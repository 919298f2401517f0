#ifndef EC2WIRE_EC2_HOSTNAME_TYPE_HPP
#define EC2WIRE_EC2_HOSTNAME_TYPE_HPP

#include <array>
#include <cstdint>
#include <string_view>

namespace ec2wire {

enum class hostname_type : std::uint8_t {
    ip_name,
    resource_name,
};

constexpr std::array<std::string_view, 2> enum_texts(hostname_type) noexcept {
    return {"ip-name", "resource-name"};
}

}  // namespace ec2wire

#endif
