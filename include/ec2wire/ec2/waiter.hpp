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

// What a reply says to somebody who waits for something to happen.
enum class wait_verdict : std::uint8_t {
    success,  // it has happened
    failure,  // it will not happen any more
    retry,    // not yet: ask again after the delay
};

// A row of the service's own table of waiters: a reply that matches it has this verdict.
struct acceptor {
    // What it looks at.
    enum class matcher : std::uint8_t {
        all,    // every text on the waiter's path is the expected one, and there is one
        any,    // one of them is
        error,  // the service answered with the error of this code
    };

    matcher match{};              // what the row looks at
    std::string_view expected{};  // the text, or the code of the error; static storage
    wait_verdict verdict{};       // if it matches
};

// How to wait, as data: the caller has the clock and the connection.
//
//     for (auto left = instance_stopped.max_attempts; left > 0; --left) {
//         const auto reply = decode_xml<describe_instances_response>(call(request), scratch);
//         const auto verdict = judge(instance_stopped, reply);
//         if (verdict != wait_verdict::retry) return verdict == wait_verdict::success;
//         sleep(instance_stopped.delay_seconds);
//     }
//
// The request names the instances that are waited for, so that the reply holds no others.
template <class Path>
struct waiter {
    std::uint32_t delay_seconds{};    // from one call to the next
    std::uint32_t max_attempts{};     // calls, before one gives up
    list_view<acceptor> acceptors{};  // the first that matches counts
};

// The paths of the table. Where the service left the text out, the reply has an empty one there: it
// is neither what is waited for nor a reason to stop.

// Reservations[].Instances[].State.Name of DescribeInstances.
struct instance_state_path {
    // Shows the text of each instance.
    template <class Storage, class Show>
    static constexpr void each(const basic_describe_instances_response<Storage>& reply, Show show) {
        for (const auto& launch : reply.reservations)
            for (const auto& one : launch.instances)
                show(one.state.name ? one.state.name->text() : std::string_view());
    }
};

// InstanceStatuses[].InstanceStatus.Status of DescribeInstanceStatus.
struct instance_status_path {
    // Shows the text of each instance.
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
    // Shows the text of each instance.
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

// An instance that was started a moment ago may not be known everywhere yet.
inline constexpr acceptor not_known_yet{acceptor::matcher::error, "InvalidInstanceID.NotFound",
                                        wait_verdict::retry};

inline constexpr std::array running_acceptors{
    acceptor{all, "running", wait_verdict::success},
    acceptor{any, "shutting-down", wait_verdict::failure},
    acceptor{any, "terminated", wait_verdict::failure},
    acceptor{any, "stopping", wait_verdict::failure},
    not_known_yet,
};
inline constexpr std::array stopped_acceptors{
    acceptor{all, "stopped", wait_verdict::success},
    acceptor{any, "pending", wait_verdict::failure},
    acceptor{any, "terminated", wait_verdict::failure},
};
inline constexpr std::array terminated_acceptors{
    acceptor{all, "terminated", wait_verdict::success},
    acceptor{any, "pending", wait_verdict::failure},
    acceptor{any, "stopping", wait_verdict::failure},
};
inline constexpr std::array instance_status_acceptors{
    acceptor{all, "ok", wait_verdict::success},
    not_known_yet,
};
inline constexpr std::array system_status_acceptors{acceptor{all, "ok", wait_verdict::success}};

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

// What an answer says: the verdict of the first row that it matches, else retry. Of an answer in
// pages it is the verdict on one page.
template <class Path, class Response>
    requires requires(const Response& answer) {
        Path::each(answer, [](std::string_view) {});
    }
constexpr wait_verdict judge(const waiter<Path>& how, const Response& answer) {
    for (const acceptor& row : how.acceptors) {
        std::size_t texts = 0;
        std::size_t matches = 0;
        Path::each(answer, [&](std::string_view text) {
            ++texts;
            if (text == row.expected) ++matches;
        });
        const bool is_met = row.match == acceptor::matcher::all   ? matches > 0 && matches == texts
                            : row.match == acceptor::matcher::any ? matches > 0
                                                                  : false;
        if (is_met) return row.verdict;
    }
    return wait_verdict::retry;
}

// What an error says: failure, unless the table names its code. Try again what is_throttling() or
// is_transient() as you do with every call, before you ask this.
template <class Path, class Storage>
constexpr wait_verdict judge(const waiter<Path>& how,
                             const basic_service_error<Storage>& error) noexcept {
    for (const acceptor& row : how.acceptors)
        if (row.match == acceptor::matcher::error && std::string_view(error.code) == row.expected)
            return row.verdict;
    return wait_verdict::failure;
}

// Whichever of the two a reply is. Bytes that are neither say nothing of the instance; whoever goes
// on waiting in spite of them looks at the reply's error first. Here they are a failure.
template <class Path, class Reply>
    requires requires(const Reply& reply) { reply.error().service; }
constexpr wait_verdict judge(const waiter<Path>& how, const Reply& reply) {
    return reply ? judge(how, *reply) : judge(how, reply.error().service);
}

}  // namespace ec2wire

#endif
