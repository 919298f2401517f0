#ifndef EC2WIRE_EC2_PLACEMENT_HPP
#define EC2WIRE_EC2_PLACEMENT_HPP

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
enum class tenancy : std::uint8_t {
    default_,
    dedicated,
    host,
};
EC2WIRE_END_SHADOWING

constexpr std::array<std::string_view, 3> enum_texts(tenancy) noexcept {
    return {"default", "dedicated", "host"};
}

template <class Storage>
struct basic_placement {
    std::optional<typename Storage::string> availability_zone{};
    std::optional<typename Storage::string> group_name{};
    std::optional<open_enum<ec2wire::tenancy, typename Storage::string>> tenancy{};
    std::optional<typename Storage::string> host_id{};
    std::optional<typename Storage::string> affinity{};
    std::optional<typename Storage::string> availability_zone_id{};
    std::optional<std::int32_t> partition_number{};
    std::optional<typename Storage::string> spread_domain{};
    std::optional<typename Storage::string> host_resource_group_arn{};
    std::optional<typename Storage::string> group_id{};

    static constexpr auto fields() {
        using self = basic_placement;
        return field_list{
            field{"AvailabilityZone", &self::availability_zone, {.xml_name = "availabilityZone"}},
            field{"GroupName", &self::group_name, {.xml_name = "groupName"}},
            field{"Tenancy", &self::tenancy, {.xml_name = "tenancy"}},
            field{"HostId", &self::host_id, {.xml_name = "hostId"}},
            field{"Affinity", &self::affinity, {.xml_name = "affinity"}},
            field{"AvailabilityZoneId",
                  &self::availability_zone_id,
                  {.xml_name = "availabilityZoneId"}},
            field{"PartitionNumber", &self::partition_number, {.xml_name = "partitionNumber"}},
            field{"SpreadDomain", &self::spread_domain, {.xml_name = "spreadDomain"}},
            field{"HostResourceGroupArn",
                  &self::host_resource_group_arn,
                  {.xml_name = "hostResourceGroupArn"}},
            field{"GroupId", &self::group_id, {.xml_name = "groupId"}},
        };
    }

    friend constexpr bool operator==(const basic_placement&, const basic_placement&) = default;
};

using placement = basic_placement<borrowed>;

}  // namespace ec2wire

#endif
