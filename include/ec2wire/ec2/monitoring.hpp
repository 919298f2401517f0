#ifndef EC2WIRE_EC2_MONITORING_HPP
#define EC2WIRE_EC2_MONITORING_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/open_enum.hpp>
#include <ec2wire/shape/storage.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ec2wire {

EC2WIRE_BEGIN_SHADOWING
enum class monitoring_state : std::uint8_t {
    disabled,
    disabling,
    enabled,
    pending,
};
EC2WIRE_END_SHADOWING

constexpr std::array<std::string_view, 4> enum_texts(monitoring_state) noexcept {
    return {"disabled", "disabling", "enabled", "pending"};
}

template <class Storage>
struct basic_monitoring {
    std::optional<open_enum<monitoring_state, typename Storage::string>> state{};

    static constexpr auto fields() {
        using self = basic_monitoring;
        return field_list{
            field{"State", &self::state, {.xml_name = "state"}},
        };
    }

    friend constexpr bool operator==(const basic_monitoring&, const basic_monitoring&) = default;
};

using monitoring = basic_monitoring<borrowed>;

}  // namespace ec2wire

#endif
