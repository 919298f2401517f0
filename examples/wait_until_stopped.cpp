// Stops instances and waits until they are, showing what they do meanwhile. The codec and the
// waiter's table are ec2wire's; the clock, the keys and the connection are this program's.
//
//     wait_until_stopped [--endpoint-url URL] [--region REGION] [--delay SECONDS] INSTANCE_ID...
//
// It ends with 0 when all have stopped, 1 when they will not or no reply could be had, and 2 for
// wrong usage.

#include "http.hpp"
#include "input.hpp"
#include "output.hpp"

#include <ec2wire/ec2/waiter.hpp>
#include <ec2wire/ec2wire.hpp>
#include <ec2wire/text.hpp>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

struct options {
    std::string url{};
    std::string region = "us-east-1";
    std::chrono::seconds delay{ec2wire::instance_stopped.delay_seconds};
    std::vector<std::string> instance_ids{};
};

std::optional<options> options_from(int count, char** words) {
    options chosen;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        const bool has_value = i + 1 < count;
        if (word == "--endpoint-url" && has_value) {
            chosen.url = words[++i];
        } else if (word == "--region" && has_value) {
            chosen.region = words[++i];
        } else if (word == "--delay" && has_value) {
            const auto seconds = ec2wire::parse_integer<std::uint16_t>(words[++i]);
            if (!seconds) return std::nullopt;
            chosen.delay = std::chrono::seconds(*seconds);
        } else if (word.starts_with("-")) {
            return std::nullopt;
        } else {
            chosen.instance_ids.emplace_back(word);
        }
    }
    if (chosen.instance_ids.empty()) return std::nullopt;
    if (chosen.url.empty()) chosen.url = "https://ec2." + chosen.region + ".amazonaws.com/";
    return chosen;
}

// Whatever comes from the network is made printable before a terminal sees it.
void say(std::string_view text) {
    std::puts(ec2wire::printable(text).c_str());
    std::fflush(stdout);
}

// One call, which says why there is no answer. The body stays in `bytes`, into which the reply's views point.
template <class Response, class Request>
ec2wire::reply<Response> call(const options& chosen, const Request& request, std::string& bytes,
                              ec2wire::scratch& memory) {
    const auto query = ec2wire::encode(request);
    http::response answer;
    if (query)
        answer = http::post(chosen.url, chosen.region, *query);
    else
        answer.problem = to_string(query.error());
    bytes = std::move(answer.body);
    memory.clear();
    auto reply = ec2wire::decode_xml<Response>(bytes, memory);
    if (!reply) say(answer.problem.empty() ? to_string(reply.error()) : answer.problem);
    return reply;
}

bool may_be_tried_again(const ec2wire::reply_error& error) {
    return is_throttling(error.service) || is_transient(error.service);
}

void show_states(const ec2wire::describe_instances_response& reply, std::uint32_t calls_left) {
    for (const auto& launch : reply.reservations)
        for (const auto& one : launch.instances)
            say(std::string(one.instance_id.value_or("?")) + " is " +
                std::string(one.state.name ? one.state.name->text() : "in no state") + ", " +
                std::to_string(calls_left) + " calls left");
}

bool wait(const options& chosen) {
    const ec2wire::describe_instances_request request{.instance_ids = chosen.instance_ids};
    ec2wire::scratch memory(ec2wire::heap, input::max_memory);
    std::string bytes;
    for (std::uint32_t left = ec2wire::instance_stopped.max_attempts; left-- > 0;) {
        const auto reply =
            call<ec2wire::describe_instances_response>(chosen, request, bytes, memory);
        if (reply) show_states(*reply, left);
        if (reply || !may_be_tried_again(reply.error())) {
            const auto outcome = evaluate(ec2wire::instance_stopped, reply);
            if (outcome != ec2wire::wait_outcome::retry)
                return outcome == ec2wire::wait_outcome::success;
        }
        if (left > 0) std::this_thread::sleep_for(chosen.delay);
    }
    say("not all of them have stopped in time");
    return false;
}

bool stop(const options& chosen) {
    const ec2wire::stop_instances_request request{.instance_ids = chosen.instance_ids};
    ec2wire::scratch memory(ec2wire::heap, input::max_memory);
    std::string bytes;
    return call<ec2wire::stop_instances_response>(chosen, request, bytes, memory).has_value();
}

}  // namespace

int main(int count, char** words) {
    output::hold_descriptors();
    const auto chosen = options_from(count, words);
    if (!chosen) {
        std::fputs(
            "usage: wait_until_stopped [--endpoint-url URL] [--region REGION] "
            "[--delay SECONDS] INSTANCE_ID...\n",
            stderr);
        return 2;
    }
    return output::status_of(stop(*chosen) && wait(*chosen) ? 0 : 1);
}
