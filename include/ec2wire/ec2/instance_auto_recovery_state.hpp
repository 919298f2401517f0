#ifndef EC2WIRE_EC2_INSTANCE_AUTO_RECOVERY_STATE_HPP
#define EC2WIRE_EC2_INSTANCE_AUTO_RECOVERY_STATE_HPP

#include <array>
#include <cstdint>
#include <string_view>

namespace ec2wire {

enum class instance_auto_recovery_state : std::uint8_t {
    disabled,
    default_,
};

constexpr std::array<std::string_view, 2> enum_texts(instance_auto_recovery_state) noexcept {
    return {"disabled", "default"};
}

}  // namespace ec2wire

#endif
