#ifndef EC2WIRE_TESTS_CODEC_CHANGE_ITEM_HPP
#define EC2WIRE_TESTS_CODEC_CHANGE_ITEM_HPP

#include <string>
#include <string_view>

// An item of the reply to StopInstances, as text.
namespace ec2wire::tests {

inline constexpr std::string_view change_item =
    "<item><instanceId>i-1</instanceId><currentState><code>64</code><name>stopping</name>"
    "</currentState><previousState><code>16</code><name>running</name></previousState></item>";

// The item with the first `from` replaced.
inline std::string changed_item(std::string_view from, std::string_view to) {
    std::string text(change_item);
    return text.replace(text.find(from), from.size(), to);
}

// The item as EC2 writes it, with an O in place of each text.
inline constexpr std::string_view printed_change_item = R"(
        <item>
            <instanceId>O</instanceId>
            <currentState>
                <code>O</code>
                <name>O</name>
            </currentState>
            <previousState>
                <code>O</code>
                <name>O</name>
            </previousState>
        </item>)";

}  // namespace ec2wire::tests

#endif
