#ifndef EC2WIRE_STS_ASSUMED_ROLE_USER_HPP
#define EC2WIRE_STS_ASSUMED_ROLE_USER_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>

#include <optional>

namespace ec2wire::sts {

// The ARN and the id of a role session, for use in policies.
template <class Storage>
struct basic_assumed_role_user {
    std::optional<typename Storage::string> assumed_role_id{};
    std::optional<typename Storage::string> arn{};

    static constexpr auto fields() {
        using self = basic_assumed_role_user;
        return field_list{
            field{"AssumedRoleId", &self::assumed_role_id},
            field{"Arn", &self::arn},
        };
    }

    friend constexpr bool operator==(const basic_assumed_role_user&,
                                     const basic_assumed_role_user&) = default;
};

using assumed_role_user = basic_assumed_role_user<borrowed>;

}  // namespace ec2wire::sts

#endif
