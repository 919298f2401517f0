#ifndef EC2WIRE_BENCHMARKS_DESCRIBE_INSTANCES_HPP
#define EC2WIRE_BENCHMARKS_DESCRIBE_INSTANCES_HPP

#include <ec2wire/ec2wire.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>

// The reply to DescribeInstances, described by hand: every member that
// ../shared/conformance/replies/ec2-describe-instances.xml has, in the order of the wire. Times stay
// text, so that no parser of timestamps is measured.
namespace ec2wire::benchmarks {

template <class Storage>
struct basic_group {
    std::optional<typename Storage::string> group_id{};
    std::optional<typename Storage::string> group_name{};

    static constexpr auto fields() {
        using self = basic_group;
        return std::tuple{field{"GroupId", &self::group_id, {.xml_name = "groupId"}},
                          field{"GroupName", &self::group_name, {.xml_name = "groupName"}}};
    }

    friend constexpr bool operator==(const basic_group&, const basic_group&) = default;
};

template <class Storage>
struct basic_placement {
    std::optional<typename Storage::string> availability_zone{};
    std::optional<typename Storage::string> group_name{};
    std::optional<typename Storage::string> tenancy{};

    static constexpr auto fields() {
        using self = basic_placement;
        return std::tuple{
            field{"AvailabilityZone", &self::availability_zone, {.xml_name = "availabilityZone"}},
            field{"GroupName", &self::group_name, {.xml_name = "groupName"}},
            field{"Tenancy", &self::tenancy, {.xml_name = "tenancy"}}};
    }

    friend constexpr bool operator==(const basic_placement&, const basic_placement&) = default;
};

template <class Storage>
struct basic_monitoring {
    std::optional<typename Storage::string> state{};

    static constexpr auto fields() {
        return std::tuple{field{"State", &basic_monitoring::state, {.xml_name = "state"}}};
    }

    friend constexpr bool operator==(const basic_monitoring&, const basic_monitoring&) = default;
};

template <class Storage>
struct basic_state_reason {
    std::optional<typename Storage::string> code{};
    std::optional<typename Storage::string> message{};

    static constexpr auto fields() {
        using self = basic_state_reason;
        return std::tuple{field{"Code", &self::code, {.xml_name = "code"}},
                          field{"Message", &self::message, {.xml_name = "message"}}};
    }

    friend constexpr bool operator==(const basic_state_reason&,
                                     const basic_state_reason&) = default;
};

template <class Storage>
struct basic_ebs {
    std::optional<typename Storage::string> volume_id{};
    std::optional<typename Storage::string> status{};
    std::optional<typename Storage::string> attach_time{};
    std::optional<bool> delete_on_termination{};

    static constexpr auto fields() {
        using self = basic_ebs;
        return std::tuple{field{"VolumeId", &self::volume_id, {.xml_name = "volumeId"}},
                          field{"Status", &self::status, {.xml_name = "status"}},
                          field{"AttachTime", &self::attach_time, {.xml_name = "attachTime"}},
                          field{"DeleteOnTermination",
                                &self::delete_on_termination,
                                {.xml_name = "deleteOnTermination"}}};
    }

    friend constexpr bool operator==(const basic_ebs&, const basic_ebs&) = default;
};

template <class Storage>
struct basic_block_device {
    std::optional<typename Storage::string> device_name{};
    maybe<basic_ebs<Storage>> ebs{};

    static constexpr auto fields() {
        using self = basic_block_device;
        return std::tuple{field{"DeviceName", &self::device_name, {.xml_name = "deviceName"}},
                          field{"Ebs", &self::ebs, {.xml_name = "ebs"}}};
    }

    friend constexpr bool operator==(const basic_block_device&,
                                     const basic_block_device&) = default;
};

template <class Storage>
struct basic_tag {
    std::optional<typename Storage::string> key{};
    std::optional<typename Storage::string> value{};

    static constexpr auto fields() {
        using self = basic_tag;
        return std::tuple{field{"Key", &self::key, {.xml_name = "key"}},
                          field{"Value", &self::value, {.xml_name = "value"}}};
    }

    friend constexpr bool operator==(const basic_tag&, const basic_tag&) = default;
};

template <class Storage>
struct basic_instance {
    using text = std::optional<typename Storage::string>;
    template <class T>
    using list = maybe<typename Storage::template list<T>>;

    text instance_id{};
    text image_id{};
    maybe<basic_instance_state<Storage>> state{};
    text private_dns_name{};
    text dns_name{};
    text reason{};
    text key_name{};
    std::optional<std::int32_t> ami_launch_index{};
    text instance_type{};
    text launch_time{};
    maybe<basic_placement<Storage>> placement{};
    text kernel_id{};
    text platform{};
    maybe<basic_monitoring<Storage>> monitoring{};
    text private_ip_address{};
    text ip_address{};
    list<basic_group<Storage>> groups{};
    maybe<basic_state_reason<Storage>> state_reason{};
    text architecture{};
    text root_device_type{};
    text root_device_name{};
    list<basic_block_device<Storage>> block_devices{};
    text virtualization_type{};
    text client_token{};
    list<basic_tag<Storage>> tags{};
    text hypervisor{};
    std::optional<bool> ebs_optimized{};

    static constexpr auto fields() {
        using self = basic_instance;
        return std::tuple{
            field{"InstanceId", &self::instance_id, {.xml_name = "instanceId"}},
            field{"ImageId", &self::image_id, {.xml_name = "imageId"}},
            field{"State", &self::state, {.xml_name = "instanceState"}},
            field{"PrivateDnsName", &self::private_dns_name, {.xml_name = "privateDnsName"}},
            field{"PublicDnsName", &self::dns_name, {.xml_name = "dnsName"}},
            field{"StateTransitionReason", &self::reason, {.xml_name = "reason"}},
            field{"KeyName", &self::key_name, {.xml_name = "keyName"}},
            field{"AmiLaunchIndex", &self::ami_launch_index, {.xml_name = "amiLaunchIndex"}},
            field{"InstanceType", &self::instance_type, {.xml_name = "instanceType"}},
            field{"LaunchTime", &self::launch_time, {.xml_name = "launchTime"}},
            field{"Placement", &self::placement, {.xml_name = "placement"}},
            field{"KernelId", &self::kernel_id, {.xml_name = "kernelId"}},
            field{"Platform", &self::platform, {.xml_name = "platform"}},
            field{"Monitoring", &self::monitoring, {.xml_name = "monitoring"}},
            field{"PrivateIpAddress", &self::private_ip_address, {.xml_name = "privateIpAddress"}},
            field{"PublicIpAddress", &self::ip_address, {.xml_name = "ipAddress"}},
            field{"SecurityGroups", &self::groups, {.xml_name = "groupSet"}},
            field{"StateReason", &self::state_reason, {.xml_name = "stateReason"}},
            field{"Architecture", &self::architecture, {.xml_name = "architecture"}},
            field{"RootDeviceType", &self::root_device_type, {.xml_name = "rootDeviceType"}},
            field{"RootDeviceName", &self::root_device_name, {.xml_name = "rootDeviceName"}},
            field{"BlockDeviceMappings", &self::block_devices, {.xml_name = "blockDeviceMapping"}},
            field{"VirtualizationType",
                  &self::virtualization_type,
                  {.xml_name = "virtualizationType"}},
            field{"ClientToken", &self::client_token, {.xml_name = "clientToken"}},
            field{"Tags", &self::tags, {.xml_name = "tagSet"}},
            field{"Hypervisor", &self::hypervisor, {.xml_name = "hypervisor"}},
            field{"EbsOptimized", &self::ebs_optimized, {.xml_name = "ebsOptimized"}}};
    }

    friend constexpr bool operator==(const basic_instance&, const basic_instance&) = default;
};

template <class Storage>
struct basic_reservation {
    std::optional<typename Storage::string> reservation_id{};
    std::optional<typename Storage::string> owner_id{};
    maybe<typename Storage::template list<basic_group<Storage>>> groups{};
    maybe<typename Storage::template list<basic_instance<Storage>>> instances{};

    static constexpr auto fields() {
        using self = basic_reservation;
        return std::tuple{
            field{"ReservationId", &self::reservation_id, {.xml_name = "reservationId"}},
            field{"OwnerId", &self::owner_id, {.xml_name = "ownerId"}},
            field{"Groups", &self::groups, {.xml_name = "groupSet"}},
            field{"Instances", &self::instances, {.xml_name = "instancesSet"}}};
    }

    friend constexpr bool operator==(const basic_reservation&, const basic_reservation&) = default;
};

template <class Storage>
struct basic_describe_instances_response {
    using service = ec2;
    static constexpr std::string_view operation = "DescribeInstances";

    std::optional<typename Storage::string> request_id{};
    maybe<typename Storage::template list<basic_reservation<Storage>>> reservations{};

    static constexpr auto fields() {
        using self = basic_describe_instances_response;
        return std::tuple{
            field{"RequestId", &self::request_id, {.request_id = true}},
            field{"Reservations", &self::reservations, {.xml_name = "reservationSet"}}};
    }

    friend constexpr bool operator==(const basic_describe_instances_response&,
                                     const basic_describe_instances_response&) = default;
};

}  // namespace ec2wire::benchmarks

#endif
