// Reads CloudTrail events, one a line, and says in which state each instance was left: what
//
//     jq -c '.Records[]' *.json | cloudtrail
//
// would be given. Events of other operations are passed over, failed calls are counted. It ends with
// 0, or with 3 if a line was no event; that line is named.

#include <ec2wire/ec2/terminate_instances.hpp>
#include <ec2wire/json.hpp>
#include <ec2wire/text.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>

namespace {

struct summary {
    std::map<std::string, std::string, std::less<>> states{};  // by instance
    std::map<std::string, std::size_t, std::less<>> errors{};  // how often, by code
    std::size_t events = 0;
    std::size_t others = 0;
};

// Takes an event if it is one of this operation's.
template <class Response, class Changes>
bool take(ec2wire::json::padded_bytes line, ec2wire::scratch& memory, ec2wire::json::parser& parser,
          Changes changes, summary& sum, ec2wire::reply_error& why) {
    memory.clear();
    const auto reply = ec2wire::decode_cloudtrail<Response>(line, memory, parser);
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

// False if the line is no event at all.
bool take_any(ec2wire::json::padded_bytes line, ec2wire::scratch& memory,
              ec2wire::json::parser& parser, summary& sum, ec2wire::reply_error& why) {
    using namespace ec2wire;
    const auto is_another = [&] { return why.code == errc::wrong_root; };
    if (take<stop_instances_response>(line, memory, parser,
                                      &stop_instances_response::stopping_instances, sum, why))
        return true;
    if (is_another() &&
        take<start_instances_response>(line, memory, parser,
                                       &start_instances_response::starting_instances, sum, why))
        return true;
    if (is_another() &&
        take<terminate_instances_response>(
            line, memory, parser, &terminate_instances_response::terminating_instances, sum, why))
        return true;
    if (!is_another()) return false;
    ++sum.others;
    return true;
}

}  // namespace

int main() {
    std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    const std::size_t size = text.size();
    // simdjson may look a little past a line's end: into the next line, or into this.
    text.append(ec2wire::json::padding, ' ');

    ec2wire::scratch memory;
    ec2wire::json::parser parser;
    ec2wire::reply_error why;
    summary sum;
    int status = 0;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < size;) {
        const std::size_t end = std::min(text.find('\n', begin), size);
        ++number;
        const ec2wire::json::padded_bytes line(text.data() + begin, end - begin,
                                               text.size() - begin);
        if (end > begin && !take_any(line, memory, parser, sum, why)) {
            std::fprintf(stderr, "line %zu: %s\n", number, to_string(why).c_str());
            status = 3;
        }
        begin = end + 1;
    }
    for (const auto& [id, state] : sum.states)
        std::puts(ec2wire::printable(id + ' ' + state).c_str());
    for (const auto& [code, count] : sum.errors)
        std::puts(ec2wire::printable(std::to_string(count) + " x " + code).c_str());
    std::printf("%zu events, %zu of other operations\n", sum.events, sum.others);
    return status;
}
