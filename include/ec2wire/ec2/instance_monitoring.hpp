#ifndef EC2WIRE_EC2_INSTANCE_MONITORING_HPP
#define EC2WIRE_EC2_INSTANCE_MONITORING_HPP

#include <ec2wire/ec2/monitoring.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>

#include <optional>

namespace ec2wire {

template <class Storage>
struct basic_instance_monitoring {
    std::optional<typename Storage::string> instance_id{};
    maybe<basic_monitoring<Storage>> monitoring{};

    static constexpr auto fields() {
        using self = basic_instance_monitoring;
        return field_list{
            field{"InstanceId", &self::instance_id, {.xml_name = "instanceId"}},
            field{"Monitoring", &self::monitoring, {.xml_name = "monitoring"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_monitoring&,
                                     const basic_instance_monitoring&) = default;
};

using instance_monitoring = basic_instance_monitoring<borrowed>;

}  // namespace ec2wire

#endif
