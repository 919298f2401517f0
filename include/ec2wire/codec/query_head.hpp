#ifndef EC2WIRE_CODEC_QUERY_HEAD_HPP
#define EC2WIRE_CODEC_QUERY_HEAD_HPP

#include <ec2wire/core/attributes.hpp>

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

#endif
