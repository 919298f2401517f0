#ifndef EC2WIRE_CODEC_RECORDED_NAMES_HPP
#define EC2WIRE_CODEC_RECORDED_NAMES_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/shape/schema.hpp>

#include <string_view>

namespace ec2wire::detail {

// C8. The names that CloudTrail gives to the members of a request.

// Two spellings of a name may differ in the case of their first letter.
inline bool is_recorded_name(std::string_view key, std::string_view name) noexcept {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; };
    return !key.empty() && key.size() == name.size() && lower(key[0]) == lower(name[0]) &&
           is_equal(key.substr(1), name.substr(1));
}

// "instanceId", "tags", "filterSet", "privateIpAddressesSet"
inline const member_schema* find_recorded(const structure_schema& structure,
                                          std::string_view key) noexcept {
    const std::string_view stem =
        key.ends_with("Set") ? key.substr(0, key.size() - 3) : std::string_view();
    for (const member_schema& row : structure)
        if (is_recorded_name(key, row.xml.view()) || is_recorded_name(key, row.name)) return &row;
    for (const member_schema& row : structure)
        if (row.type->list != nullptr &&
            (is_recorded_name(stem, row.xml.view()) || is_recorded_name(stem, row.name)))
            return &row;
    return nullptr;
}

// The list of scalars that an item of a set belongs to: instanceId to InstanceId.1. A group of the
// request is its security group.
inline const member_schema* find_recorded_list(const structure_schema& structure,
                                               std::string_view key) noexcept {
    const std::string_view name = key == "groupId"     ? "SecurityGroupId"
                                  : key == "groupName" ? "SecurityGroup"
                                                       : key;
    for (const member_schema& row : structure)
        if (row.type->kind == value_kind::list && is_scalar(row.element->type->kind) &&
            is_recorded_name(name, row.xml.view()))
            return &row;
    return nullptr;
}

inline bool is_list_key(std::string_view key) noexcept {
    return key == "items" || key == "item" || key == "member";
}

}  // namespace ec2wire::detail

#endif
