#ifndef EC2WIRE_EC2_REBOOT_INSTANCES_HPP
#define EC2WIRE_EC2_REBOOT_INSTANCES_HPP

#include <ec2wire/ec2/service.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>

#include <optional>
#include <string_view>

namespace ec2wire {

// Requests a reboot of instances. Those that do not shut down within a few minutes are reset.
template <class Storage>
struct basic_reboot_instances_request {
    using service = ec2;
    static constexpr std::string_view operation = "RebootInstances";
    static constexpr bool is_request = true;

    // The instances to reboot. Required.
    typename Storage::template list<typename Storage::string> instance_ids{};
    // Only checks the permissions: the reply is the error DryRunOperation or UnauthorizedOperation.
    std::optional<bool> dry_run{};

    static constexpr auto fields() {
        using self = basic_reboot_instances_request;
        return field_list{
            field{"InstanceIds", &self::instance_ids, {.xml_name = "InstanceId", .required = true}},
            field{"DryRun", &self::dry_run, {.xml_name = "dryRun"}},
        };
    }

    friend constexpr bool operator==(const basic_reboot_instances_request&,
                                     const basic_reboot_instances_request&) = default;
};

template <class Storage>
struct basic_reboot_instances_response {
    using service = ec2;
    static constexpr std::string_view operation = "RebootInstances";
    static constexpr bool is_request = false;

    std::optional<typename Storage::string> request_id{};

    static constexpr auto fields() {
        using self = basic_reboot_instances_response;
        return field_list{
            field{"RequestId", &self::request_id, {.request_id = true}},
        };
    }

    friend constexpr bool operator==(const basic_reboot_instances_response&,
                                     const basic_reboot_instances_response&) = default;
};

using reboot_instances_request = basic_reboot_instances_request<owned>;
using reboot_instances_response = basic_reboot_instances_response<borrowed>;

}  // namespace ec2wire

#endif
