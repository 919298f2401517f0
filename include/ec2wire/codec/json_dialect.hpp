#ifndef EC2WIRE_CODEC_JSON_DIALECT_HPP
#define EC2WIRE_CODEC_JSON_DIALECT_HPP

#include <ec2wire/core/attributes.hpp>
#include <ec2wire/core/bytes.hpp>
#include <ec2wire/shape/schema.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire::detail {

// D11. The forms in which replies of the Query services are written as JSON.
enum class json_dialect : std::uint8_t {
    // The AWS SDKs and the AWS CLI: the names of the API reference.
    //   {"StoppingInstances":[{"InstanceId":"i-1"}],"ResponseMetadata":{"RequestId":"59db..."}}
    sdk,
    // CloudTrail's responseElements: the names of the wire, and lists inside an object.
    //   {"requestId":"59db...","instancesSet":{"items":[{"instanceId":"i-1"}]}}
    cloudtrail,
};

// The key of a member; empty for a member that has none. The SDK keeps the id of the request apart.
inline std::string_view json_key(const member_schema& member, json_dialect dialect) noexcept {
    if (dialect == json_dialect::cloudtrail) return member.xml.view();
    return member.is_request_id ? std::string_view() : member.name;
}

// CloudTrail writes the first letter of an awsQuery name in lower case: "assumedRoleUser".
inline bool is_lowered(std::string_view name, std::string_view key) noexcept {
    return name.size() == key.size() && name[0] >= 'A' && name[0] <= 'Z' &&
           name[0] - 'A' + 'a' == key[0] && is_equal(name.substr(1), key.substr(1));
}

// The index of the member with that key, or the number of members if there is none. Members mostly
// come in the order of the table, though some are left out: the search begins at the expected one
// and ends before it.
EC2WIRE_NOINLINE inline std::size_t find_member(const structure_schema& structure,
                                                std::string_view key, std::size_t expected,
                                                json_dialect dialect) noexcept {
    if (key.empty()) return structure.count;
    const auto find = [&](auto is_name) {
        for (std::size_t i = expected; i < structure.count; ++i)
            if (is_name(json_key(structure.members[i], dialect))) return i;
        for (std::size_t i = 0; i < expected && i < structure.count; ++i)
            if (is_name(json_key(structure.members[i], dialect))) return i;
        return std::size_t{structure.count};
    };
    const std::size_t found = find([&](std::string_view name) { return is_equal(name, key); });
    if (found != structure.count || dialect == json_dialect::sdk) return found;
    return find([&](std::string_view name) { return is_lowered(name, key); });
}

// Whether a key that no member has is that of one that a subset leaves out.
inline bool is_left_out(const structure_schema& structure, std::string_view key,
                        json_dialect dialect) noexcept {
    if (is_left_out(structure, key)) return true;
    if (dialect == json_dialect::cloudtrail && !key.empty())
        for (std::uint32_t i = 0; i < structure.left_out_count; ++i)
            if (is_lowered(structure.left_out[i], key)) return true;
    return false;
}

}  // namespace ec2wire::detail

#endif
