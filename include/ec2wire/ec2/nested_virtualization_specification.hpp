#ifndef EC2WIRE_EC2_NESTED_VIRTUALIZATION_SPECIFICATION_HPP
#define EC2WIRE_EC2_NESTED_VIRTUALIZATION_SPECIFICATION_HPP

#include <array>
#include <cstdint>
#include <string_view>

namespace ec2wire {

enum class nested_virtualization_specification : std::uint8_t {
    enabled,
    disabled,
};

constexpr std::array<std::string_view, 2> enum_texts(nested_virtualization_specification) noexcept {
    return {"enabled", "disabled"};
}

}  // namespace ec2wire

#endif
