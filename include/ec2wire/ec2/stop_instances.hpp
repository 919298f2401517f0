#ifndef EC2WIRE_EC2_STOP_INSTANCES_HPP
#define EC2WIRE_EC2_STOP_INSTANCES_HPP

#include <ec2wire/ec2/instance_state_change.hpp>
#include <ec2wire/ec2/service.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>

#include <optional>
#include <string_view>

namespace ec2wire {

// Stops EBS-backed instances.
template <class Storage>
struct basic_stop_instances_request {
    using service = ec2;
    static constexpr std::string_view operation = "StopInstances";
    static constexpr bool is_request = true;

    // The instances to stop. Required.
    typename Storage::template list<typename Storage::string> instance_ids{};
    // Hibernates the instances if hibernation was enabled at launch; else they shut down. Default:
    // false.
    std::optional<bool> hibernate{};
    // Skips the graceful shutdown of the operating system, which may lose data. Default: false.
    std::optional<bool> skip_os_shutdown{};
    // Only checks the permissions: the reply is the error DryRunOperation or UnauthorizedOperation.
    std::optional<bool> dry_run{};
    // Stops the instances even if they do not shut down, which may lose data. Default: false.
    std::optional<bool> force{};

    static constexpr auto fields() {
        using self = basic_stop_instances_request;
        return field_list{
            field{"InstanceIds", &self::instance_ids, {.xml_name = "InstanceId", .required = true}},
            field{"Hibernate", &self::hibernate},
            field{"SkipOsShutdown", &self::skip_os_shutdown},
            field{"DryRun", &self::dry_run, {.xml_name = "dryRun"}},
            field{"Force", &self::force, {.xml_name = "force"}},
        };
    }

    friend constexpr bool operator==(const basic_stop_instances_request&,
                                     const basic_stop_instances_request&) = default;
};

template <class Storage>
struct basic_stop_instances_response {
    using service = ec2;
    static constexpr std::string_view operation = "StopInstances";
    static constexpr bool is_request = false;

    // One for each instance that the request named.
    maybe<typename Storage::template list<basic_instance_state_change<Storage>>>
        stopping_instances{};
    std::optional<typename Storage::string> request_id{};

    static constexpr auto fields() {
        using self = basic_stop_instances_response;
        return field_list{
            field{"RequestId", &self::request_id, {.request_id = true}},
            field{"StoppingInstances", &self::stopping_instances, {.xml_name = "instancesSet"}},
        };
    }

    friend constexpr bool operator==(const basic_stop_instances_response&,
                                     const basic_stop_instances_response&) = default;
};

using stop_instances_request = basic_stop_instances_request<owned>;
using stop_instances_response = basic_stop_instances_response<borrowed>;

}  // namespace ec2wire

#endif
