#ifndef EC2WIRE_QUERY_HEAD_HPP
#define EC2WIRE_QUERY_HEAD_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>

#include <string_view>

namespace ec2wire {

// The parts of a query that a server reads first.
//
//     ec2wire::query_head("Action=StopInstances&Version=2016-11-15").action    // "StopInstances"
struct query_head {
    // Finds Action and Version in a query and checks nothing else. If one occurs twice, the first counts;
    // decode_query refuses such a query. They are not unescaped, because no client escapes letters or digits.
    constexpr explicit query_head(std::string_view bytes EC2WIRE_LIFETIMEBOUND) noexcept {
        while (!bytes.empty()) {
            const std::string_view pair = bytes.substr(0, bytes.find('&'));
            if (action.data() == nullptr && pair.starts_with("Action="))
                action = pair.substr(7);
            else if (version.data() == nullptr && pair.starts_with("Version="))
                version = pair.substr(8);
            bytes.remove_prefix(pair.size() == bytes.size() ? pair.size() : pair.size() + 1);
        }
    }

    // Deleted for temporaries, because the views would outlive the query. Keep the string in a variable.
    template <owning_text Bytes>
    explicit query_head(  // ec2wire: the views would outlive the bytes: keep the string in a variable
        Bytes&& bytes) = delete;

    // Views into the query, still escaped; empty if absent.
    std::string_view action{};   // the operation: "StopInstances"
    std::string_view version{};  // of the API: "2016-11-15"
};

}  // namespace ec2wire

namespace ec2wire::detail {

// R15 (authentication). Whether a pair with that key authenticates the request: those of Signature Version 2
// and, in a URL, of Version 4. EC2 and STS have no member with such a name at the root; if another service
// has, the pair is the member.
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
