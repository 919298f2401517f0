#ifndef EC2WIRE_STS_GET_CALLER_IDENTITY_HPP
#define EC2WIRE_STS_GET_CALLER_IDENTITY_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>
#include <ec2wire/sts/service.hpp>

#include <optional>
#include <string_view>

namespace ec2wire::sts {

// Returns the account and the ARN of the credentials that sign the request. Requires no permission.
template <class Storage>
struct basic_get_caller_identity_request {
    using service = sts;
    static constexpr std::string_view operation = "GetCallerIdentity";
    static constexpr bool is_request = true;

    static constexpr auto fields() { return field_list{}; }

    friend constexpr bool operator==(const basic_get_caller_identity_request&,
                                     const basic_get_caller_identity_request&) = default;
};

template <class Storage>
struct basic_get_caller_identity_response {
    using service = sts;
    static constexpr std::string_view operation = "GetCallerIdentity";
    static constexpr bool is_request = false;

    std::optional<typename Storage::string> user_id{};
    std::optional<typename Storage::string> account{};
    std::optional<typename Storage::string> arn{};
    std::optional<typename Storage::string> request_id{};

    static constexpr auto fields() {
        using self = basic_get_caller_identity_response;
        return field_list{
            field{"UserId", &self::user_id},
            field{"Account", &self::account},
            field{"Arn", &self::arn},
            field{"RequestId", &self::request_id, {.request_id = true}},
        };
    }

    friend constexpr bool operator==(const basic_get_caller_identity_response&,
                                     const basic_get_caller_identity_response&) = default;
};

using get_caller_identity_request = basic_get_caller_identity_request<owned>;
using get_caller_identity_response = basic_get_caller_identity_response<borrowed>;

}  // namespace ec2wire::sts

#endif
