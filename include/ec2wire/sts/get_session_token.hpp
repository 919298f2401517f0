#ifndef EC2WIRE_STS_GET_SESSION_TOKEN_HPP
#define EC2WIRE_STS_GET_SESSION_TOKEN_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>
#include <ec2wire/sts/credentials.hpp>
#include <ec2wire/sts/service.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace ec2wire::sts {

// Returns temporary credentials for the user whose credentials sign the request, for instance after
// authentication with an MFA device.
template <class Storage>
struct basic_get_session_token_request {
    using service = sts;
    static constexpr std::string_view operation = "GetSessionToken";
    static constexpr bool is_request = true;

    // How long the credentials are valid, in seconds: at least 900.
    std::optional<std::int32_t> duration_seconds{};
    std::optional<typename Storage::string> serial_number{};
    std::optional<typename Storage::string> token_code{};

    static constexpr auto fields() {
        using self = basic_get_session_token_request;
        return field_list{
            field{"DurationSeconds", &self::duration_seconds},
            field{"SerialNumber", &self::serial_number},
            field{"TokenCode", &self::token_code},
        };
    }

    friend constexpr bool operator==(const basic_get_session_token_request&,
                                     const basic_get_session_token_request&) = default;
};

template <class Storage>
struct basic_get_session_token_response {
    using service = sts;
    static constexpr std::string_view operation = "GetSessionToken";
    static constexpr bool is_request = false;

    maybe<basic_credentials<Storage>> credentials{};
    std::optional<typename Storage::string> request_id{};

    static constexpr auto fields() {
        using self = basic_get_session_token_response;
        return field_list{
            field{"Credentials", &self::credentials},
            field{"RequestId", &self::request_id, {.request_id = true}},
        };
    }

    friend constexpr bool operator==(const basic_get_session_token_response&,
                                     const basic_get_session_token_response&) = default;
};

using get_session_token_request = basic_get_session_token_request<owned>;
using get_session_token_response = basic_get_session_token_response<borrowed>;

}  // namespace ec2wire::sts

#endif
