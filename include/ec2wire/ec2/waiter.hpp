#ifndef EC2WIRE_EC2_WAITER_HPP
#define EC2WIRE_EC2_WAITER_HPP

#include <ec2wire/ec2/describe_instance_status.hpp>
#include <ec2wire/ec2/describe_instances.hpp>
#include <ec2wire/shape/service_error.hpp>
#include <ec2wire/shape/storage.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ec2wire {

// The outcome of an attempt of a waiter, as in Smithy's smithy.waiters#waitable.
enum class wait_outcome : std::uint8_t {
    success,  // the awaited state is reached
    failure,  // it will not be reached
    retry,    // not yet: call again after the delay
};

// An acceptor of a waiter in the service's model: a reply that matches it has this outcome.
struct acceptor {
    // The part of a reply that is compared, and how.
    enum class matcher : std::uint8_t {
        all,    // the waiter's path has values, and all are the expected one
        any,    // at least one value is
        error,  // the reply is the service error with this code
    };

    matcher match{};              // what is compared
    std::string_view expected{};  // the value, or the error code; static storage
    wait_outcome outcome{};       // if it matches
};

// A waiter as data: the caller supplies the clock and the connection.
//
//     for (auto left = instance_stopped.max_attempts; left > 0; --left) {
//         scratch.clear();
//         const auto [status, bytes] = call(request);
//         const auto reply = decode_xml<describe_instances_response>(bytes, scratch);
//         const bool is_passing = !reply && (is_throttling(reply.error().service) ||
//                                            is_transient(reply.error().service, status));
//         if (!is_passing) {
//             const auto outcome = evaluate(instance_stopped, reply);
//             if (outcome != wait_outcome::retry) return outcome == wait_outcome::success;
//         }
//         if (left > 1) sleep(instance_stopped.delay_seconds);
//     }
//     return false;  // not stopped in time
//
// The request must name the instances to wait for, so that the reply has no others. A Path provides
// each(response, show), which calls show(std::string_view) with each value that the acceptors compare.
template <class Path>
struct waiter {
    std::uint32_t delay_seconds{};  // between two calls
    std::uint32_t max_attempts{};   // maximum number of calls
    // The first that matches determines the outcome. A view of an array, which must outlive the waiter.
    list_view<acceptor> acceptors{};
};

// The paths of the acceptors. Where the service left out a value, it is an empty string here, which matches
// no acceptor.

// Reservations[].Instances[].State.Name of DescribeInstances.
struct instance_state_path {
    // Calls show() with the state of each instance.
    template <class Storage, class Show>
    static constexpr void each(const basic_describe_instances_response<Storage>& reply, Show show) {
        for (const auto& launch : reply.reservations)
            for (const auto& one : launch.instances)
                show(one.state.name ? one.state.name->text() : std::string_view());
    }
};

// InstanceStatuses[].InstanceStatus.Status of DescribeInstanceStatus.
struct instance_status_path {
    // Calls show() with the status of each instance.
    template <class Storage, class Show>
    static constexpr void each(const basic_describe_instance_status_response<Storage>& reply,
                               Show show) {
        for (const auto& one : reply.instance_statuses)
            show(one.instance_status.status ? one.instance_status.status->text()
                                            : std::string_view());
    }
};

// InstanceStatuses[].SystemStatus.Status of DescribeInstanceStatus.
struct system_status_path {
    // Calls show() with the status of each instance.
    template <class Storage, class Show>
    static constexpr void each(const basic_describe_instance_status_response<Storage>& reply,
                               Show show) {
        for (const auto& one : reply.instance_statuses)
            show(one.system_status.status ? one.system_status.status->text() : std::string_view());
    }
};

namespace detail {

inline constexpr auto all = acceptor::matcher::all;
inline constexpr auto any = acceptor::matcher::any;

// A new instance may not be known to every server of EC2 yet.
inline constexpr acceptor not_known_yet{acceptor::matcher::error, "InvalidInstanceID.NotFound",
                                        wait_outcome::retry};

inline constexpr std::array running_acceptors{
    acceptor{all, "running", wait_outcome::success},
    acceptor{any, "shutting-down", wait_outcome::failure},
    acceptor{any, "terminated", wait_outcome::failure},
    acceptor{any, "stopping", wait_outcome::failure},
    not_known_yet,
};
inline constexpr std::array stopped_acceptors{
    acceptor{all, "stopped", wait_outcome::success},
    acceptor{any, "pending", wait_outcome::failure},
    acceptor{any, "terminated", wait_outcome::failure},
};
inline constexpr std::array terminated_acceptors{
    acceptor{all, "terminated", wait_outcome::success},
    acceptor{any, "pending", wait_outcome::failure},
    acceptor{any, "stopping", wait_outcome::failure},
};
inline constexpr std::array instance_status_acceptors{
    acceptor{all, "ok", wait_outcome::success},
    not_known_yet,
};
inline constexpr std::array system_status_acceptors{acceptor{all, "ok", wait_outcome::success}};

}  // namespace detail

// InstanceRunning, InstanceStopped, InstanceTerminated, InstanceStatusOk and SystemStatusOk of the
// service model.
inline constexpr waiter<instance_state_path> instance_running{15, 40, detail::running_acceptors};
inline constexpr waiter<instance_state_path> instance_stopped{15, 40, detail::stopped_acceptors};
inline constexpr waiter<instance_state_path> instance_terminated{15, 40,
                                                                 detail::terminated_acceptors};
inline constexpr waiter<instance_status_path> instance_status_ok{15, 40,
                                                                 detail::instance_status_acceptors};
inline constexpr waiter<system_status_path> system_status_ok{15, 40,
                                                             detail::system_status_acceptors};

// Returns the outcome of the first acceptor that matches a response, else retry. Only this response is
// evaluated: if the result has several pages, combine them first.
template <class Path, class Response>
    requires requires(const Response& response) {
        Path::each(response, [](std::string_view) {});
    }
constexpr wait_outcome evaluate(const waiter<Path>& waiter, const Response& response) {
    for (const acceptor& each : waiter.acceptors) {
        std::size_t texts = 0;
        std::size_t matches = 0;
        Path::each(response, [&](std::string_view text) {
            ++texts;
            if (text == each.expected) ++matches;
        });
        const bool is_met = each.match == acceptor::matcher::all   ? matches > 0 && matches == texts
                            : each.match == acceptor::matcher::any ? matches > 0
                                                                   : false;
        if (is_met) return each.outcome;
    }
    return wait_outcome::retry;
}

// Returns the outcome of the first acceptor that matches an error, else failure. Retry errors that are
// is_throttling() or is_transient(), as after any call, before you call this.
template <class Path, class Storage>
constexpr wait_outcome evaluate(const waiter<Path>& waiter,
                                const basic_service_error<Storage>& error) noexcept {
    for (const acceptor& each : waiter.acceptors)
        if (each.match == acceptor::matcher::error && std::string_view(error.code) == each.expected)
            return each.outcome;
    return wait_outcome::failure;
}

// Returns the outcome of a reply, which is a response or an error. Bytes that are neither are a failure; to go
// on waiting in spite of them, test the reply's error first.
template <class Path, class Reply>
    requires requires(const Reply& reply) { reply.error().service; }
constexpr wait_outcome evaluate(const waiter<Path>& waiter, const Reply& reply) {
    return reply ? evaluate(waiter, *reply) : evaluate(waiter, reply.error().service);
}

}  // namespace ec2wire

#endif
