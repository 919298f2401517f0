#ifndef EC2WIRE_EC2_DESCRIBE_INSTANCES_HPP
#define EC2WIRE_EC2_DESCRIBE_INSTANCES_HPP

#include <ec2wire/ec2/filter.hpp>
#include <ec2wire/ec2/group_identifier.hpp>
#include <ec2wire/ec2/instance.hpp>
#include <ec2wire/ec2/service.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace ec2wire {

// The instances that one RunInstances request launched.
template <class Storage>
struct basic_reservation {
    std::optional<typename Storage::string> reservation_id{};
    std::optional<typename Storage::string> owner_id{};
    std::optional<typename Storage::string> requester_id{};
    maybe<typename Storage::template list<basic_group_identifier<Storage>>> groups{};
    maybe<typename Storage::template list<basic_instance<Storage>>> instances{};

    static constexpr auto fields() {
        using self = basic_reservation;
        return field_list{
            field{"ReservationId", &self::reservation_id, {.xml_name = "reservationId"}},
            field{"OwnerId", &self::owner_id, {.xml_name = "ownerId"}},
            field{"RequesterId", &self::requester_id, {.xml_name = "requesterId"}},
            field{"Groups", &self::groups, {.xml_name = "groupSet"}},
            field{"Instances", &self::instances, {.xml_name = "instancesSet"}},
        };
    }

    friend constexpr bool operator==(const basic_reservation&, const basic_reservation&) = default;
};

// Describes instances: those that are named, those that match every filter, or all of the account.
// The response is paginated.
template <class Storage>
struct basic_describe_instances_request {
    using service = ec2;
    static constexpr std::string_view operation = "DescribeInstances";
    static constexpr bool is_request = true;

    maybe<typename Storage::template list<typename Storage::string>> instance_ids{};
    std::optional<bool> include_managed_resources{};
    // Only checks the permissions: the reply is the error DryRunOperation or UnauthorizedOperation.
    std::optional<bool> dry_run{};
    maybe<typename Storage::template list<basic_filter<Storage>>> filters{};
    // The next_token of the previous response, to get the page after it.
    std::optional<typename Storage::string> next_token{};
    std::optional<std::int32_t> max_results{};

    static constexpr auto fields() {
        using self = basic_describe_instances_request;
        return field_list{
            field{"InstanceIds", &self::instance_ids, {.xml_name = "InstanceId"}},
            field{"IncludeManagedResources", &self::include_managed_resources},
            field{"DryRun", &self::dry_run, {.xml_name = "dryRun"}},
            field{"Filters", &self::filters, {.xml_name = "Filter"}},
            field{"NextToken", &self::next_token, {.xml_name = "nextToken"}},
            field{"MaxResults", &self::max_results, {.xml_name = "maxResults"}},
        };
    }

    friend constexpr bool operator==(const basic_describe_instances_request&,
                                     const basic_describe_instances_request&) = default;
};

template <class Storage>
struct basic_describe_instances_response {
    using service = ec2;
    static constexpr std::string_view operation = "DescribeInstances";
    static constexpr bool is_request = false;

    maybe<typename Storage::template list<basic_reservation<Storage>>> reservations{};
    // To request the next page; absent or empty if this is the last.
    std::optional<typename Storage::string> next_token{};
    std::optional<typename Storage::string> request_id{};

    static constexpr auto fields() {
        using self = basic_describe_instances_response;
        return field_list{
            field{"RequestId", &self::request_id, {.request_id = true}},
            field{"Reservations", &self::reservations, {.xml_name = "reservationSet"}},
            field{"NextToken", &self::next_token, {.xml_name = "nextToken"}},
        };
    }

    friend constexpr bool operator==(const basic_describe_instances_response&,
                                     const basic_describe_instances_response&) = default;
};

using reservation = basic_reservation<borrowed>;
using describe_instances_request = basic_describe_instances_request<owned>;
using describe_instances_response = basic_describe_instances_response<borrowed>;

}  // namespace ec2wire

#endif
