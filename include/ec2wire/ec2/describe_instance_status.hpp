#ifndef EC2WIRE_EC2_DESCRIBE_INSTANCE_STATUS_HPP
#define EC2WIRE_EC2_DESCRIBE_INSTANCE_STATUS_HPP

#include <ec2wire/core/timestamp.hpp>
#include <ec2wire/ec2/filter.hpp>
#include <ec2wire/ec2/instance_state.hpp>
#include <ec2wire/ec2/operator_response.hpp>
#include <ec2wire/ec2/service.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/open_enum.hpp>
#include <ec2wire/shape/storage.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ec2wire {

enum class event_code : std::uint8_t {
    instance_reboot,
    system_reboot,
    system_maintenance,
    instance_retirement,
    instance_stop,
};

constexpr std::array<std::string_view, 5> enum_texts(event_code) noexcept {
    return {
        "instance-reboot",     "system-reboot", "system-maintenance",
        "instance-retirement", "instance-stop",
    };
}

template <class Storage>
struct basic_instance_status_event {
    std::optional<open_enum<event_code, typename Storage::string>> code{};
    std::optional<typename Storage::string> description{};
    std::optional<timestamp> not_before{};
    std::optional<timestamp> not_after{};
    std::optional<typename Storage::string> instance_event_id{};
    std::optional<timestamp> not_before_deadline{};

    static constexpr auto fields() {
        using self = basic_instance_status_event;
        return field_list{
            field{"Code", &self::code, {.xml_name = "code"}},
            field{"Description", &self::description, {.xml_name = "description"}},
            field{"NotBefore", &self::not_before, {.xml_name = "notBefore"}},
            field{"NotAfter", &self::not_after, {.xml_name = "notAfter"}},
            field{"InstanceEventId", &self::instance_event_id, {.xml_name = "instanceEventId"}},
            field{
                "NotBeforeDeadline", &self::not_before_deadline, {.xml_name = "notBeforeDeadline"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_status_event&,
                                     const basic_instance_status_event&) = default;
};

enum class summary_status : std::uint8_t {
    ok,
    impaired,
    insufficient_data,
    not_applicable,
    initializing,
};

constexpr std::array<std::string_view, 5> enum_texts(summary_status) noexcept {
    return {"ok", "impaired", "insufficient-data", "not-applicable", "initializing"};
}

enum class status_name : std::uint8_t {
    reachability,
};

constexpr std::array<std::string_view, 1> enum_texts(status_name) noexcept {
    return {"reachability"};
}

enum class status_type : std::uint8_t {
    passed,
    failed,
    insufficient_data,
    initializing,
};

constexpr std::array<std::string_view, 4> enum_texts(status_type) noexcept {
    return {"passed", "failed", "insufficient-data", "initializing"};
}

template <class Storage>
struct basic_instance_status_details {
    std::optional<open_enum<status_name, typename Storage::string>> name{};
    std::optional<open_enum<status_type, typename Storage::string>> status{};
    std::optional<timestamp> impaired_since{};

    static constexpr auto fields() {
        using self = basic_instance_status_details;
        return field_list{
            field{"Name", &self::name, {.xml_name = "name"}},
            field{"Status", &self::status, {.xml_name = "status"}},
            field{"ImpairedSince", &self::impaired_since, {.xml_name = "impairedSince"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_status_details&,
                                     const basic_instance_status_details&) = default;
};

template <class Storage>
struct basic_instance_status_summary {
    std::optional<open_enum<summary_status, typename Storage::string>> status{};
    maybe<typename Storage::template list<basic_instance_status_details<Storage>>> details{};

    static constexpr auto fields() {
        using self = basic_instance_status_summary;
        return field_list{
            field{"Status", &self::status, {.xml_name = "status"}},
            field{"Details", &self::details, {.xml_name = "details"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_status_summary&,
                                     const basic_instance_status_summary&) = default;
};

template <class Storage>
struct basic_ebs_status_details {
    std::optional<timestamp> impaired_since{};
    std::optional<open_enum<status_name, typename Storage::string>> name{};
    std::optional<open_enum<status_type, typename Storage::string>> status{};

    static constexpr auto fields() {
        using self = basic_ebs_status_details;
        return field_list{
            field{"ImpairedSince", &self::impaired_since, {.xml_name = "impairedSince"}},
            field{"Name", &self::name, {.xml_name = "name"}},
            field{"Status", &self::status, {.xml_name = "status"}},
        };
    }

    friend constexpr bool operator==(const basic_ebs_status_details&,
                                     const basic_ebs_status_details&) = default;
};

template <class Storage>
struct basic_ebs_status_summary {
    maybe<typename Storage::template list<basic_ebs_status_details<Storage>>> details{};
    std::optional<open_enum<summary_status, typename Storage::string>> status{};

    static constexpr auto fields() {
        using self = basic_ebs_status_summary;
        return field_list{
            field{"Details", &self::details, {.xml_name = "details"}},
            field{"Status", &self::status, {.xml_name = "status"}},
        };
    }

    friend constexpr bool operator==(const basic_ebs_status_summary&,
                                     const basic_ebs_status_summary&) = default;
};

template <class Storage>
struct basic_instance_status {
    std::optional<typename Storage::string> instance_id{};
    std::optional<typename Storage::string> availability_zone{};
    maybe<typename Storage::template list<basic_instance_status_event<Storage>>> events{};
    maybe<basic_instance_state<Storage>> instance_state{};
    maybe<basic_instance_status_summary<Storage>> system_status{};
    maybe<basic_instance_status_summary<Storage>> instance_status{};
    std::optional<typename Storage::string> availability_zone_id{};
    std::optional<typename Storage::string> outpost_arn{};
    maybe<basic_operator_response<Storage>> operator_{};
    maybe<basic_ebs_status_summary<Storage>> attached_ebs_status{};

    static constexpr auto fields() {
        using self = basic_instance_status;
        return field_list{
            field{"InstanceId", &self::instance_id, {.xml_name = "instanceId"}},
            field{"AvailabilityZone", &self::availability_zone, {.xml_name = "availabilityZone"}},
            field{"Events", &self::events, {.xml_name = "eventsSet"}},
            field{"InstanceState", &self::instance_state, {.xml_name = "instanceState"}},
            field{"SystemStatus", &self::system_status, {.xml_name = "systemStatus"}},
            field{"InstanceStatus", &self::instance_status, {.xml_name = "instanceStatus"}},
            field{"AvailabilityZoneId",
                  &self::availability_zone_id,
                  {.xml_name = "availabilityZoneId"}},
            field{"OutpostArn", &self::outpost_arn, {.xml_name = "outpostArn"}},
            field{"Operator", &self::operator_, {.xml_name = "operator"}},
            field{
                "AttachedEbsStatus", &self::attached_ebs_status, {.xml_name = "attachedEbsStatus"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_status&,
                                     const basic_instance_status&) = default;
};

// Returns the status checks and the scheduled events of instances. Only of running ones, unless
// IncludeAllInstances is set.
template <class Storage>
struct basic_describe_instance_status_request {
    using service = ec2;
    static constexpr std::string_view operation = "DescribeInstanceStatus";
    static constexpr bool is_request = true;

    maybe<typename Storage::template list<typename Storage::string>> instance_ids{};
    std::optional<std::int32_t> max_results{};
    // The next_token of the previous response, to get the page after it.
    std::optional<typename Storage::string> next_token{};
    std::optional<bool> include_managed_resources{};
    // Only checks the permissions: the reply is the error DryRunOperation or UnauthorizedOperation.
    std::optional<bool> dry_run{};
    maybe<typename Storage::template list<basic_filter<Storage>>> filters{};
    // Includes instances that are not running. Default: false.
    std::optional<bool> include_all_instances{};

    static constexpr auto fields() {
        using self = basic_describe_instance_status_request;
        return field_list{
            field{"InstanceIds", &self::instance_ids, {.xml_name = "InstanceId"}},
            field{"MaxResults", &self::max_results},
            field{"NextToken", &self::next_token},
            field{"IncludeManagedResources", &self::include_managed_resources},
            field{"DryRun", &self::dry_run, {.xml_name = "dryRun"}},
            field{"Filters", &self::filters, {.xml_name = "Filter"}},
            field{"IncludeAllInstances",
                  &self::include_all_instances,
                  {.xml_name = "includeAllInstances"}},
        };
    }

    friend constexpr bool operator==(const basic_describe_instance_status_request&,
                                     const basic_describe_instance_status_request&) = default;
};

template <class Storage>
struct basic_describe_instance_status_response {
    using service = ec2;
    static constexpr std::string_view operation = "DescribeInstanceStatus";
    static constexpr bool is_request = false;

    maybe<typename Storage::template list<basic_instance_status<Storage>>> instance_statuses{};
    // To request the next page; absent or empty if this is the last.
    std::optional<typename Storage::string> next_token{};
    std::optional<typename Storage::string> request_id{};

    static constexpr auto fields() {
        using self = basic_describe_instance_status_response;
        return field_list{
            field{"RequestId", &self::request_id, {.request_id = true}},
            field{"InstanceStatuses", &self::instance_statuses, {.xml_name = "instanceStatusSet"}},
            field{"NextToken", &self::next_token, {.xml_name = "nextToken"}},
        };
    }

    friend constexpr bool operator==(const basic_describe_instance_status_response&,
                                     const basic_describe_instance_status_response&) = default;
};

using instance_status_event = basic_instance_status_event<borrowed>;
using instance_status_details = basic_instance_status_details<borrowed>;
using instance_status_summary = basic_instance_status_summary<borrowed>;
using ebs_status_details = basic_ebs_status_details<borrowed>;
using ebs_status_summary = basic_ebs_status_summary<borrowed>;
using instance_status = basic_instance_status<borrowed>;
using describe_instance_status_request = basic_describe_instance_status_request<owned>;
using describe_instance_status_response = basic_describe_instance_status_response<borrowed>;

}  // namespace ec2wire

#endif
