#ifndef EC2WIRE_EC2_START_INSTANCES_HPP
#define EC2WIRE_EC2_START_INSTANCES_HPP

#include <ec2wire/ec2/instance_state_change.hpp>
#include <ec2wire/ec2/service.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>

#include <optional>
#include <string_view>

namespace ec2wire {

// Starts EBS-backed instances that were stopped.
template <class Storage>
struct basic_start_instances_request {
    using service = ec2;
    static constexpr std::string_view operation = "StartInstances";
    static constexpr bool is_request = true;

    // The instances to start. Required.
    typename Storage::template list<typename Storage::string> instance_ids{};
    // Reserved.
    std::optional<typename Storage::string> additional_info{};
    // Only checks the permissions: the reply is the error DryRunOperation or UnauthorizedOperation.
    std::optional<bool> dry_run{};

    static constexpr auto fields() {
        using self = basic_start_instances_request;
        return field_list{
            field{"InstanceIds", &self::instance_ids, {.xml_name = "InstanceId", .required = true}},
            field{"AdditionalInfo", &self::additional_info, {.xml_name = "additionalInfo"}},
            field{"DryRun", &self::dry_run, {.xml_name = "dryRun"}},
        };
    }

    friend constexpr bool operator==(const basic_start_instances_request&,
                                     const basic_start_instances_request&) = default;
};

template <class Storage>
struct basic_start_instances_response {
    using service = ec2;
    static constexpr std::string_view operation = "StartInstances";
    static constexpr bool is_request = false;

    // One for each instance that the request named.
    maybe<typename Storage::template list<basic_instance_state_change<Storage>>>
        starting_instances{};
    std::optional<typename Storage::string> request_id{};

    static constexpr auto fields() {
        using self = basic_start_instances_response;
        return field_list{
            field{"RequestId", &self::request_id, {.request_id = true}},
            field{"StartingInstances", &self::starting_instances, {.xml_name = "instancesSet"}},
        };
    }

    friend constexpr bool operator==(const basic_start_instances_response&,
                                     const basic_start_instances_response&) = default;
};

using start_instances_request = basic_start_instances_request<owned>;
using start_instances_response = basic_start_instances_response<borrowed>;

}  // namespace ec2wire

#endif
