#ifndef EC2WIRE_EC2_OPERATOR_RESPONSE_HPP
#define EC2WIRE_EC2_OPERATOR_RESPONSE_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>

#include <optional>

namespace ec2wire {

template <class Storage>
struct basic_operator_response {
    std::optional<bool> managed{};
    std::optional<typename Storage::string> principal{};
    std::optional<bool> hidden_by_default{};

    static constexpr auto fields() {
        using self = basic_operator_response;
        return field_list{
            field{"Managed", &self::managed, {.xml_name = "managed"}},
            field{"Principal", &self::principal, {.xml_name = "principal"}},
            field{"HiddenByDefault", &self::hidden_by_default, {.xml_name = "hiddenByDefault"}},
        };
    }

    friend constexpr bool operator==(const basic_operator_response&,
                                     const basic_operator_response&) = default;
};

using operator_response = basic_operator_response<borrowed>;

}  // namespace ec2wire

#endif
