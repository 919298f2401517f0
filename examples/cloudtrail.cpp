// Reads CloudTrail events by the thousand and says in which state each instance was left.
//
//     cloudtrail FILE...     the files that CloudTrail delivers, {"Records":[...]}, without their gzip
//     cloudtrail <lines      or events one a line, as `jq -c .Records[]` gives them
//
// Events of other operations are passed over, failed calls are counted. It ends with 0, with 1 if a
// file cannot be read or is too long, or the output cannot be written, or with 3 if an event was none,
// which is named, or the file ends too early.

#include <ec2wire/ec2/terminate_instances.hpp>
#include <ec2wire/json.hpp>
#include <ec2wire/text.hpp>

#include "input.hpp"
#include "output.hpp"

#include <cstddef>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <string_view>

namespace {

struct summary {
    std::map<std::string, std::string, std::less<>> states{};  // by instance
    std::map<std::string, std::size_t, std::less<>> errors{};  // how often, by code
    std::size_t events = 0;
    std::size_t others = 0;
    int status = 0;
};

// The bytes of one file, and what they are decoded with.
struct document {
    std::string name{};
    std::string bytes{};
    ec2wire::scratch memory{ec2wire::heap, input::max_memory};
    ec2wire::json::parser parser{};
};

// Takes an event of this operation. False if there is no reply in it, for the reason in `why`.
template <class Response, class Changes>
bool take(const ec2wire::cloudtrail_event& event, Changes changes, document& from, summary& sum,
          ec2wire::decode_error& why) {
    const auto reply = ec2wire::decode_cloudtrail<Response>(event.bytes, from.memory, from.parser);
    if (!reply && !reply.error().is_service_error()) {
        why = reply.error();
        return false;
    }
    if (!reply) ++sum.errors[std::string(reply.error().service.code)];
    if (reply)
        for (const auto& change : *reply.*changes)
            sum.states[std::string(change.instance_id.value_or("?"))] =
                change.current_state.name ? change.current_state.name->text() : "unknown";
    ++sum.events;
    return true;
}

// Takes an event of any operation.
void take_any(const ec2wire::cloudtrail_event& event, document& from, summary& sum) {
    using namespace ec2wire;
    decode_error why = event.error;
    bool is_taken = why.code == errc{};
    if (is_taken && event.name == "StopInstances")
        is_taken = take<stop_instances_response>(
            event, &stop_instances_response::stopping_instances, from, sum, why);
    else if (is_taken && event.name == "StartInstances")
        is_taken = take<start_instances_response>(
            event, &start_instances_response::starting_instances, from, sum, why);
    else if (is_taken && event.name == "TerminateInstances")
        is_taken = take<terminate_instances_response>(
            event, &terminate_instances_response::terminating_instances, from, sum, why);
    else if (is_taken)
        ++sum.others;
    if (is_taken) return;
    std::fprintf(stderr, "%sevent %zu: %s\n", from.name.c_str(), event.number,
                 to_string(why).c_str());
    sum.status = 3;
}

// Takes the events of a document, unless there was a problem with reading it.
void take_all(document& from, const std::string& problem, summary& sum) {
    if (!problem.empty()) {
        std::fprintf(stderr, "%s%s\n", from.name.c_str(), problem.c_str());
        sum.status = 1;
        return;
    }
    const std::size_t size = from.bytes.size();
    from.bytes.append(ec2wire::json::padding, ' ');
    const ec2wire::json::padded_bytes file(from.bytes.data(), size, from.bytes.size());
    const auto count = ec2wire::visit_cloudtrail_events(
        file, from.memory, from.parser,
        [&](const ec2wire::cloudtrail_event& event) { take_any(event, from, sum); });
    if (count) return;
    std::fprintf(stderr, "%s%s\n", from.name.c_str(), to_string(count.error()).c_str());
    sum.status = 3;
}

void print(const summary& sum) {
    for (const auto& [id, state] : sum.states)
        std::puts(ec2wire::printable(id + ' ' + state).c_str());
    for (const auto& [code, count] : sum.errors)
        std::puts(ec2wire::printable(std::to_string(count) + " x " + code).c_str());
    std::printf("%zu events, %zu of other operations\n", sum.events, sum.others);
}

}  // namespace

int main(int count, char** words) {
    summary sum;
    if (count < 2) {
        document from;
        take_all(from, input::read_standard_input(from.bytes), sum);
    }
    for (int i = 1; i < count; ++i) {
        std::ifstream file(words[i], std::ios::binary);
        document from{.name = ec2wire::printable(words[i]) + ": "};
        take_all(from, input::read_all(file, from.bytes), sum);
    }
    print(sum);
    return output::status_of(sum.status);
}
