#ifndef EC2WIRE_STS_POLICY_DESCRIPTOR_TYPE_HPP
#define EC2WIRE_STS_POLICY_DESCRIPTOR_TYPE_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>

#include <optional>

namespace ec2wire::sts {

// A managed policy, by its ARN.
template <class Storage>
struct basic_policy_descriptor_type {
    std::optional<typename Storage::string> arn{};

    static constexpr auto fields() {
        using self = basic_policy_descriptor_type;
        return field_list{
            field{"arn", &self::arn},
        };
    }

    friend constexpr bool operator==(const basic_policy_descriptor_type&,
                                     const basic_policy_descriptor_type&) = default;
};

using policy_descriptor_type = basic_policy_descriptor_type<borrowed>;

}  // namespace ec2wire::sts

#endif
