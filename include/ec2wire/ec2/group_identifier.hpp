#ifndef EC2WIRE_EC2_GROUP_IDENTIFIER_HPP
#define EC2WIRE_EC2_GROUP_IDENTIFIER_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>

#include <optional>

namespace ec2wire {

template <class Storage>
struct basic_group_identifier {
    std::optional<typename Storage::string> group_name{};
    std::optional<typename Storage::string> group_id{};

    static constexpr auto fields() {
        using self = basic_group_identifier;
        return field_list{
            field{"GroupName", &self::group_name, {.xml_name = "groupName"}},
            field{"GroupId", &self::group_id, {.xml_name = "groupId"}},
        };
    }

    friend constexpr bool operator==(const basic_group_identifier&,
                                     const basic_group_identifier&) = default;
};

using group_identifier = basic_group_identifier<borrowed>;

}  // namespace ec2wire

#endif
