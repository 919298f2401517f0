#ifndef EC2WIRE_STS_CREDENTIALS_HPP
#define EC2WIRE_STS_CREDENTIALS_HPP

#include <ec2wire/core/timestamp.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>

#include <optional>

namespace ec2wire::sts {

// Temporary credentials. SecretAccessKey and SessionToken are secret: no operator<<, to_string or
// formatter of ec2wire prints them.
template <class Storage>
struct basic_credentials {
    std::optional<typename Storage::string> access_key_id{};
    // The key that signs requests. Secret.
    std::optional<typename Storage::string> secret_access_key{};
    // Sent with each request as X-Amz-Security-Token. Secret.
    std::optional<typename Storage::string> session_token{};
    // When the credentials expire. Request new ones some minutes earlier.
    std::optional<timestamp> expiration{};

    static constexpr auto fields() {
        using self = basic_credentials;
        return field_list{
            field{"AccessKeyId", &self::access_key_id},
            field{"SecretAccessKey", &self::secret_access_key},
            field{"SessionToken", &self::session_token},
            field{"Expiration", &self::expiration},
        };
    }

    friend constexpr bool operator==(const basic_credentials&, const basic_credentials&) = default;
};

using credentials = basic_credentials<borrowed>;

}  // namespace ec2wire::sts

#endif
