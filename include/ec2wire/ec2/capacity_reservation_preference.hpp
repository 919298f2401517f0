#ifndef EC2WIRE_EC2_CAPACITY_RESERVATION_PREFERENCE_HPP
#define EC2WIRE_EC2_CAPACITY_RESERVATION_PREFERENCE_HPP

#include <array>
#include <cstdint>
#include <string_view>

namespace ec2wire {

enum class capacity_reservation_preference : std::uint8_t {
    capacity_reservations_only,
    open,
    none,
};

constexpr std::array<std::string_view, 3> enum_texts(capacity_reservation_preference) noexcept {
    return {"capacity-reservations-only", "open", "none"};
}

}  // namespace ec2wire

#endif
