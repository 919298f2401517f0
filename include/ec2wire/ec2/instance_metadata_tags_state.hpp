#ifndef EC2WIRE_EC2_INSTANCE_METADATA_TAGS_STATE_HPP
#define EC2WIRE_EC2_INSTANCE_METADATA_TAGS_STATE_HPP

#include <array>
#include <cstdint>
#include <string_view>

namespace ec2wire {

enum class instance_metadata_tags_state : std::uint8_t {
    disabled,
    enabled,
};

constexpr std::array<std::string_view, 2> enum_texts(instance_metadata_tags_state) noexcept {
    return {"disabled", "enabled"};
}

}  // namespace ec2wire

#endif
