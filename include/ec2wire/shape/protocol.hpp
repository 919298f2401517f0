#ifndef EC2WIRE_SHAPE_PROTOCOL_HPP
#define EC2WIRE_SHAPE_PROTOCOL_HPP

#include <ec2wire/shape/field.hpp>

#include <string_view>

namespace ec2wire {

// A member's name as one segment of a query key.
struct query_segment {
    std::string_view name;  // not yet escaped
    bool is_capitalized;    // whether its first letter is written in upper case
};

// The rules that differ between the two Query protocols. A service names its protocol, and a shape its
// service.

// aws.protocols#ec2Query
struct ec2_query {
    // R2 (names in ec2Query). The ec2QueryName verbatim; else the xmlName or the member's name with its first
    // letter in upper case: dryRun becomes DryRun.
    static constexpr query_segment query_name(const member_info& member) noexcept {
        if (!member.traits.query_name.empty()) return {member.traits.query_name, false};
        return {member.xml_name(), true};
    }

    // R3 (lists in ec2Query). A list is flattened, whatever its traits are, and an empty one gives no key.
    static constexpr bool has_wrapped_lists = false;

    // The name of a list's items, unless the list gives another.
    static constexpr std::string_view item_name = "item";

    // P1 (root and request id). <StopInstancesResponse>, with the members directly inside.
    static constexpr std::string_view root_suffix = "Response";
    static constexpr std::string_view result_suffix = "";  // no element around the members

    // P1. Returns the name of a member's element. The request id is a member of the root.
    static constexpr std::string_view xml_name(const member_info& member) noexcept {
        return member.traits.request_id ? "requestId" : member.xml_name();
    }
};

// aws.protocols#awsQuery
struct aws_query {
    // R4 (names and lists in awsQuery). The xmlName or the member's name, verbatim.
    static constexpr query_segment query_name(const member_info& member) noexcept {
        return {member.xml_name(), false};
    }

    // R4. InstanceIds.member.1, unless the list is flattened; an empty one is "InstanceIds=".
    static constexpr bool has_wrapped_lists = true;

    // The name of a list's items, unless the list gives another.
    static constexpr std::string_view item_name = "member";

    // P1 (root and request id). <AssumeRoleResponse><AssumeRoleResult>, with the members inside, and after
    // the result <ResponseMetadata><RequestId>.
    static constexpr std::string_view root_suffix = "Response";
    static constexpr std::string_view result_suffix = "Result";  // around the members

    // P1. Returns the name of a member's element. The request id is not among them but in the metadata.
    static constexpr std::string_view xml_name(const member_info& member) noexcept {
        return member.traits.request_id ? "RequestId" : member.xml_name();
    }
};

// A type that names the protocol of a service, such as ec2 or sts::sts.
template <class T>
concept service_type = requires {
    typename T::protocol;
};

}  // namespace ec2wire

#endif
