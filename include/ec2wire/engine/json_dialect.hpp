#ifndef EC2WIRE_ENGINE_JSON_DIALECT_HPP
#define EC2WIRE_ENGINE_JSON_DIALECT_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/shape/schema.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire::detail {

// D11 (JSON dialects). The forms in which replies of the Query services are written as JSON.
enum class json_dialect : std::uint8_t {
    // The AWS SDKs and the AWS CLI, with the names of the API reference.
    //   {"StoppingInstances":[{"InstanceId":"i-1"}],"ResponseMetadata":{"RequestId":"59db..."}}
    sdk,
    // CloudTrail's responseElements, with the names on the wire, and an object around each list.
    //   {"requestId":"59db...","instancesSet":{"items":[{"instanceId":"i-1"}]}}
    cloudtrail,
    // CloudTrail's requestParameters, whose names are mostly those of the reply. See C8.
    //   {"instancesSet":{"items":[{"instanceId":"i-1"}]},"force":false}
    cloudtrail_request,
};

// Returns the key of a member of a message, or of another structure; empty if it has none. In the SDK's JSON
// the request id of a message is not among its members.
inline std::string_view json_key(const member_schema& member, json_dialect dialect,
                                 bool is_of_message) noexcept {
    if (dialect != json_dialect::sdk) return member.xml.view();
    return is_of_message && member.is_request_id ? std::string_view() : member.name;
}

// Whether a key is a name with its first letter in lower case, as CloudTrail writes awsQuery names:
// "assumedRoleUser".
inline bool is_lowered(std::string_view name, std::string_view key) noexcept {
    return name.size() == key.size() && name[0] >= 'A' && name[0] <= 'Z' &&
           name[0] - 'A' + 'a' == key[0] && is_equal(name.substr(1), key.substr(1));
}

// C10 (names in CloudTrail records). Returns the API reference's name of a member to which CloudTrail gives
// another; empty for any other key.
inline std::string_view name_of_renamed(std::string_view key) noexcept {
    return key == "zone"                    ? "AvailabilityZone"  // CreateVolume
           : key == "masterEncryptionKeyId" ? "KmsKeyId"          // CreateVolume
           : key == "aclProtocol"           ? "Protocol"          // CreateNetworkAclEntry
           : key == "attributeType"         ? "Attribute"         // ModifySnapshotAttribute
                                            : std::string_view();
}

// C5 (masked values). Whether a string is one that CloudTrail writes in place of a secret. In requests also
// "****", which the database services write in replies themselves.
inline bool is_mask(std::string_view text, json_dialect dialect) noexcept {
    return text == "HIDDEN_DUE_TO_SECURITY_REASONS" || text == "<sensitiveDataRemoved>" ||
           (dialect == json_dialect::cloudtrail_request && text == "****");
}

// Returns the error for a mask in place of a value that cannot be absent.
inline errc error_of_mask(json_dialect dialect) noexcept {
    return dialect == json_dialect::cloudtrail_request ? errc::no_request : errc::no_reply;
}

// Returns the index of the member with that key, or the number of members if there is none. The search begins
// at the expected member and wraps around, since members are mostly in the order of the table, though some
// are absent.
EC2WIRE_NOINLINE inline std::size_t find_member(const structure_schema& structure,
                                                std::string_view key, std::size_t expected,
                                                json_dialect dialect, bool is_of_message) noexcept {
    if (key.empty()) return structure.count;
    const auto find = [&](auto is_wanted) {
        for (std::size_t i = expected; i < structure.count; ++i)
            if (is_wanted(structure.members[i])) return i;
        for (std::size_t i = 0; i < expected && i < structure.count; ++i)
            if (is_wanted(structure.members[i])) return i;
        return std::size_t{structure.count};
    };
    const auto is_key = [&](const auto& member) {
        return is_equal(json_key(member, dialect, is_of_message), key);
    };
    std::size_t found = find(is_key);
    if (found != structure.count || dialect == json_dialect::sdk) return found;
    found = find([&](const auto& member) { return is_lowered(member.xml.view(), key); });
    const std::string_view name = name_of_renamed(key);
    if (found != structure.count || name.empty()) return found;
    return find([&](const auto& member) { return is_equal(member.name, name); });
}

// Whether an unknown key is that of a member which a subset of the shape leaves out.
inline bool is_left_out(const structure_schema& structure, std::string_view key,
                        json_dialect dialect) noexcept {
    if (is_left_out(structure, key)) return true;
    if (dialect == json_dialect::sdk || key.empty()) return false;
    for (std::uint32_t i = 0; i < structure.left_out_count; ++i)
        if (is_lowered(structure.left_out[i], key)) return true;
    return is_left_out(structure, name_of_renamed(key));
}

// C10. Returns the value of "attributeType" as the request spells it: some operations record it in
// capitals. It is written to `out`, which has room for the text; any other text is returned as it is.
//
//   CREATE_VOLUME_PERMISSION  ->  createVolumePermission        launchPermission  ->  launchPermission
inline std::string_view attribute_of_constant(std::string_view text, char* out) noexcept {
    char* to = out;
    bool is_capital = false;
    for (const char c : text) {
        if (c != '_' && (c < 'A' || c > 'Z')) return text;
        if (c != '_') *to++ = is_capital ? c : static_cast<char>(c - 'A' + 'a');
        is_capital = c == '_';
    }
    return {out, static_cast<std::size_t>(to - out)};
}

// C8 (parameters in CloudTrail records). The functions below find members by CloudTrail's names.

// Whether two names are equal, except for the case of the first letter.
inline bool is_cloudtrail_name(std::string_view key, std::string_view name) noexcept {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; };
    return !key.empty() && key.size() == name.size() && lower(key[0]) == lower(name[0]) &&
           is_equal(key.substr(1), name.substr(1));
}

// Finds the member for a key such as "instanceId", "tags", "filterSet" or "privateIpAddressesSet". A name on
// the wire precedes one of the API reference.
inline const member_schema* find_cloudtrail_member(const structure_schema& structure,
                                                   std::string_view key) noexcept {
    const std::string_view stem =
        key.ends_with("Set") ? key.substr(0, key.size() - 3) : std::string_view();
    for (const member_schema& row : structure)
        if (is_cloudtrail_name(key, row.xml.view())) return &row;
    for (const member_schema& row : structure)
        if (is_cloudtrail_name(key, row.name)) return &row;
    for (const member_schema& row : structure)
        if (row.type->list != nullptr &&
            (is_cloudtrail_name(stem, row.xml.view()) || is_cloudtrail_name(stem, row.name)))
            return &row;
    const std::string_view renamed = name_of_renamed(key);
    for (const member_schema& row : structure)
        if (!renamed.empty() && is_equal(row.name, renamed)) return &row;
    return nullptr;
}

// Finds the list of scalars to which an item of a set belongs: instanceId to InstanceId.1. A group is mostly a
// security group, and the member is named so.
inline const member_schema* find_cloudtrail_list(const structure_schema& structure,
                                                 std::string_view key) noexcept {
    const auto find = [&](std::string_view name) -> const member_schema* {
        for (const member_schema& row : structure)
            if (row.type->kind == value_kind::list && is_scalar(row.element->type->kind) &&
                is_cloudtrail_name(name, row.xml.view()))
                return &row;
        return nullptr;
    };
    const member_schema* const group = key == "groupId"     ? find("SecurityGroupId")
                                       : key == "groupName" ? find("SecurityGroup")
                                                            : nullptr;
    return group != nullptr ? group : find(key);
}

// Whether a key of a structure is the number of an element and not a member's, by the first character of its
// value. A list Tag may stand beside the number. The number may be a text, unless that could be the list's.
//
//   {"tag":1,"ResourceType":"vpc-endpoint","Tag":{"tag":1,"Key":"k","Value":"v"}}
//    -------                                      -------
inline bool is_element_number(const structure_schema& structure, std::string_view key,
                              char first) noexcept {
    if (key != "tag") return false;
    const member_schema* const row = find_cloudtrail_member(structure, key);
    if (row == nullptr) return is_digit(first) || first == '"';
    return is_digit(first) && !is_scalar(row->type->kind);
}

// Whether CloudTrail adds a parameter that was not in the request, by the first character of its value.
inline bool is_added_parameter(std::string_view operation, std::string_view key,
                               char first) noexcept {
    return (operation == "AttachVolume" && key == "deleteOnTermination" && first == 'f') ||
           (operation == "AssumeRole" && key == "incomingTransitiveTags");
}

inline bool is_items_key(std::string_view key) noexcept {
    return key == "items" || key == "item" || key == "member";
}

}  // namespace ec2wire::detail

#endif
