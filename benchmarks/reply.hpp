#ifndef EC2WIRE_BENCHMARKS_REPLY_HPP
#define EC2WIRE_BENCHMARKS_REPLY_HPP

#include <cstdint>
#include <string_view>
#include <vector>

// What every rival makes of a reply to StopInstances: the same members, in types as cheap as a
// client by hand would choose.
namespace ec2wire::benchmarks {

struct state {
    std::uint16_t code = 0;
    std::string_view name{};

    friend bool operator==(const state&, const state&) = default;
};

struct change {
    std::string_view id{};
    state current{};
    state previous{};

    friend bool operator==(const change&, const change&) = default;
};

// Either the changes, or the code and the message of a service error.
struct stop_reply {
    std::string_view request_id{};
    std::vector<change> changes{};
    std::string_view error_code{};
    std::string_view error_message{};

    // Keeps the room of the vector, so that the next reply needs no allocation for it.
    void clear() {
        changes.clear();
        request_id = error_code = error_message = {};
    }

    friend bool operator==(const stop_reply&, const stop_reply&) = default;
};

}  // namespace ec2wire::benchmarks

#endif
