#ifndef EC2WIRE_CODEC_AUTHENTICATION_HPP
#define EC2WIRE_CODEC_AUTHENTICATION_HPP

#include <string_view>

namespace ec2wire::detail {

// R15. Whether a pair with that key says who sends the request: those of Signature Version 2 and, in a
// URL, of Version 4. No member of EC2's or STS's is called so at the root; one of another service's is
// its member.
constexpr bool is_authentication(std::string_view key) noexcept {
    constexpr std::string_view keys[] = {"AWSAccessKeyId",   "Signature", "SignatureMethod",
                                         "SignatureVersion", "Timestamp", "Expires",
                                         "SecurityToken"};
    for (const std::string_view known : keys)
        if (key == known) return true;
    return key.starts_with("X-Amz-");
}

}  // namespace ec2wire::detail

#endif
