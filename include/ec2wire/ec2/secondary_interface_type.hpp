#ifndef EC2WIRE_EC2_SECONDARY_INTERFACE_TYPE_HPP
#define EC2WIRE_EC2_SECONDARY_INTERFACE_TYPE_HPP

#include <array>
#include <cstdint>
#include <string_view>

namespace ec2wire {

enum class secondary_interface_type : std::uint8_t {
    secondary,
};

constexpr std::array<std::string_view, 1> enum_texts(secondary_interface_type) noexcept {
    return {"secondary"};
}

}  // namespace ec2wire

#endif
