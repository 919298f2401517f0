#ifndef EC2WIRE_BENCHMARKS_TO_STOP_REPLY_HPP
#define EC2WIRE_BENCHMARKS_TO_STOP_REPLY_HPP

#include "reply.hpp"

#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/shape/reply.hpp>

// Converts the answer of ec2wire and of each rival to a stop_reply, so that they can be compared. Not timed.
namespace ec2wire::benchmarks {

inline const stop_reply& to_stop_reply(const stop_reply& reply) { return reply; }

inline stop_reply to_stop_reply(const reply<stop_instances_response>& reply) {
    if (!reply)
        return {.request_id = reply.error().service.request_id,
                .changes = {},
                .error_code = reply.error().service.code,
                .error_message = reply.error().service.message};
    const auto plain_state = [](const instance_state& state) {
        return benchmarks::state{state.code.value().wire(), state.name.value().text()};
    };
    stop_reply same{.request_id = reply->request_id.value()};
    for (const auto& item : reply->stopping_instances)
        same.changes.push_back({item.instance_id.value(), plain_state(item.current_state),
                                plain_state(item.previous_state)});
    return same;
}

}  // namespace ec2wire::benchmarks

#endif
