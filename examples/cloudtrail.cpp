// Reads CloudTrail events by the thousand and says in which state each instance was left.
//
//     cloudtrail FILE...     the files that CloudTrail delivers, {"Records":[...]}, without their gzip
//     cloudtrail <lines      or events one a line, as `jq -c .Records[]` gives them
//
// Events of other operations are passed over, failed calls are counted. It ends with 0, with 1 if a
// file cannot be read or is too long, or with 3 if a record or a line was no event; that one is named.

#include <ec2wire/ec2/terminate_instances.hpp>
#include <ec2wire/json.hpp>
#include <ec2wire/text.hpp>

#include "input.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace {

struct summary {
    std::map<std::string, std::string, std::less<>> states{};  // by instance
    std::map<std::string, std::size_t, std::less<>> errors{};  // how often, by code
    std::size_t events = 0;
    std::size_t others = 0;
    int status = 0;
};

// The bytes of one file, and what it is decoded with.
struct document {
    std::string name{};
    std::string bytes{};  // and behind them the padding, past which simdjson does not look
    ec2wire::scratch memory{ec2wire::heap, input::max_memory};
    ec2wire::json::parser parser{};

    std::size_t size() const { return bytes.size() - ec2wire::json::padding; }
    ec2wire::json::padded_bytes at(std::string_view part) const {
        const auto begin = static_cast<std::size_t>(part.data() - bytes.data());
        return ec2wire::json::padded_bytes(part.data(), part.size(), bytes.size() - begin);
    }
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

void take_or_name(std::string_view event, const char* kind, std::size_t number, document& from,
                  summary& sum) {
    ec2wire::reply_error why;
    if (take_any(from.at(event), from.memory, from.parser, sum, why)) return;
    std::fprintf(stderr, "%s%s %zu: %s\n", from.name.c_str(), kind, number, to_string(why).c_str());
    sum.status = 3;
}

// False if it is no document with Records, and nothing was taken.
bool take_records(document& from, summary& sum) {
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    simdjson::ondemand::array records;
    if (parser.iterate(from.at({from.bytes.data(), from.size()})).get(document) ||
        document["Records"].get(records))
        return false;
    std::size_t number = 0;
    for (auto record : records) {
        ++number;
        simdjson::ondemand::object object;
        std::string_view event;
        if (record.get(object) || object.raw_json().get(event)) {
            std::fprintf(stderr, "%srecord %zu: the file is no JSON from here on\n",
                         from.name.c_str(), number);
            sum.status = 3;
            break;
        }
        take_or_name(event, "record", number, from, sum);
    }
    return true;
}

void take_lines(document& from, summary& sum) {
    const std::string_view text(from.bytes.data(), from.size());
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        ++number;
        if (end > begin) take_or_name(text.substr(begin, end - begin), "line", number, from, sum);
        begin = end + 1;
    }
}

// Takes the events of a document, unless there was a problem with reading it.
void take_all(document& from, const std::string& problem, summary& sum) {
    if (!problem.empty()) {
        std::fprintf(stderr, "%s%s\n", from.name.c_str(), problem.c_str());
        sum.status = 1;
        return;
    }
    from.bytes.append(ec2wire::json::padding, ' ');
    if (!take_records(from, sum)) take_lines(from, sum);
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
    return sum.status;
}
