#ifndef EC2WIRE_QUERY_HEAD_HPP
#define EC2WIRE_QUERY_HEAD_HPP

#include <ec2wire/core/config.hpp>

#include <string_view>

namespace ec2wire {

// What a server looks at first in a query. Views into it, as it spells them; empty where there is none.
struct query_head {
    std::string_view action{};   // the operation: "StopInstances"
    std::string_view version{};  // of the API: "2016-11-15"

    friend constexpr bool operator==(const query_head&, const query_head&) = default;
};

// Finds Action and Version in a query and looks at nothing else. Of two the first counts; decode_query
// refuses them. No client escapes a letter or a digit, so none is unescaped here.
constexpr query_head read_query_head(std::string_view bytes EC2WIRE_LIFETIMEBOUND) noexcept {
    query_head head;
    while (!bytes.empty()) {
        const std::string_view pair = bytes.substr(0, bytes.find('&'));
        if (head.action.data() == nullptr && pair.starts_with("Action="))
            head.action = pair.substr(7);
        else if (head.version.data() == nullptr && pair.starts_with("Version="))
            head.version = pair.substr(8);
        bytes.remove_prefix(pair.size() == bytes.size() ? pair.size() : pair.size() + 1);
    }
    return head;
}

}  // namespace ec2wire

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
