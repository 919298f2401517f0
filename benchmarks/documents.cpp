#include "documents.hpp"

#include "measure.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <deque>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

namespace ec2wire::benchmarks {

namespace {

// splitmix64: the same numbers in every run and on every machine.
std::uint64_t mixed(std::uint64_t n) {
    n += 0x9E3779B97F4A7C15U;
    n = (n ^ (n >> 30)) * 0xBF58476D1CE4E5B9U;
    n = (n ^ (n >> 27)) * 0x94D049BB133111EBU;
    return n ^ (n >> 31);
}

// i-09ca5c1d080942530
std::string made_id(std::uint64_t n) {
    std::string id = "i-0";
    for (std::uint64_t bits = mixed(n), digits = 0; digits < 16; ++digits, bits >>= 4)
        id += "0123456789abcdef"[bits & 15];
    return id;
}

// Writes an element at a time, each on a line of its own unless the layout is minified.
class xml_printer {
  public:
    explicit xml_printer(const xml_layout& layout) : layout_(layout) {
        const bool is_of_moto = layout_.is_of_moto;
        add({R"(<?xml version="1.0" encoding=")", is_of_moto ? "utf-8" : "UTF-8", R"("?>)",
             layout_.newline, R"(<StopInstancesResponse xmlns="http://ec2.amazonaws.com/doc/)",
             is_of_moto ? "2016-11-15" : "2016-11-15/", R"(">)"});
    }

    void open(std::string_view name, std::string_view attributes = "") {
        begin_line();
        add({"<", name, attributes, ">"});
        ++depth_;
    }

    void close(std::string_view name) {
        --depth_;
        begin_line();
        add({"</", name, ">"});
    }

    void put(std::string_view name, std::string_view text) {
        begin_line();
        add({"<", name, ">"});
        put_text(text);
        add({"</", name, ">"});
    }

    void put_comment(std::string_view text) {
        begin_line();
        add({"<!--", text, "-->"});
    }

    std::string finish() {
        close("StopInstancesResponse");
        return std::move(out_);
    }

  private:
    void begin_line() {
        if (layout_.is_minified) return;
        out_ += layout_.newline;
        for (std::size_t i = 0; i < depth_; ++i) out_ += layout_.indent;
    }

    // stopping, or s&#116;opping
    void put_text(std::string_view text) {
        if (!layout_.has_references || text.size() < 2) return add({text});
        add({text.substr(0, 1), "&#", std::to_string(static_cast<int>(text[1])), ";",
             text.substr(2)});
    }

    void add(std::initializer_list<std::string_view> parts) {
        for (const std::string_view part : parts) out_ += part;
    }

    const xml_layout& layout_;
    std::string out_{};
    std::size_t depth_ = 1;
};

// Calls the actions in the order given, or in one that depends on `seed`.
template <std::size_t Count>
void in_some_order(bool is_shuffled, std::uint64_t seed,
                   std::array<std::function<void()>, Count> actions) {
    if (is_shuffled)
        for (std::size_t i = Count; i > 1; --i)
            std::swap(actions[i - 1], actions[mixed(seed + i) % i]);
    for (const auto& action : actions) action();
}

void print_state(xml_printer& out, const xml_layout& layout, std::string_view name,
                 const state& value, std::uint64_t seed) {
    out.open(name);
    in_some_order<2>(layout.is_shuffled, seed,
                     {[&] { out.put("code", std::to_string(value.code)); },
                      [&] { out.put("name", value.name); }});
    out.close(name);
}

void print_unknown_members(xml_printer& out) {
    out.put("instanceType", "m5.large");
    out.open("stateReason");
    out.put("code", "Client.UserInitiatedShutdown");
    out.put("message", "Client.UserInitiatedShutdown: User initiated shutdown");
    out.close("stateReason");
}

void print_item(xml_printer& out, const xml_layout& layout, const change& item,
                std::uint64_t seed) {
    out.open("item", layout.item_attributes);
    if (layout.has_comments) out.put_comment(" one more instance ");
    in_some_order<3>(
        layout.is_shuffled, seed,
        {[&] { out.put("instanceId", item.id); },
         [&] { print_state(out, layout, "currentState", item.current, ~seed); },
         [&] { print_state(out, layout, "previousState", item.previous, seed << 8); }});
    if (layout.has_unknown_members) print_unknown_members(out);
    out.close("item");
}

// {"Code":64,"Name":"stopping"}, or as the AWS CLI prints it: four spaces a level.
class json_printer {
  public:
    explicit json_printer(bool is_minified) : is_minified_(is_minified) {}

    void open(std::string_view key, char bracket) {
        begin(key);
        out_ += bracket;
        ++depth_;
        is_first_ = true;
    }
    void close(char bracket) {
        --depth_;
        begin_line();
        out_ += bracket;
        is_first_ = false;
    }
    void put(std::string_view key, std::string_view token) {
        begin(key);
        out_ += token;
    }
    void put_text(std::string_view key, std::string_view text) {
        put(key, '"' + std::string(text) + '"');
    }
    std::string finish() { return std::move(out_); }

  private:
    void begin(std::string_view key) {
        if (!is_first_) out_ += ',';
        if (depth_ > 0) begin_line();
        is_first_ = false;
        if (key.empty()) return;
        out_ += '"';
        out_ += key;
        out_ += is_minified_ ? "\":" : "\": ";
    }
    void begin_line() {
        if (is_minified_) return;
        out_ += '\n';
        out_.append(4 * depth_, ' ');
    }

    bool is_minified_;
    bool is_first_ = true;
    std::size_t depth_ = 0;
    std::string out_{};
};

void print_state(json_printer& out, std::string_view key, const state& value) {
    out.open(key, '{');
    out.put("Code", std::to_string(value.code));
    out.put_text("Name", value.name);
    out.close('}');
}

std::string print_json(bool is_minified, const stop_reply& reply) {
    json_printer out(is_minified);
    out.open("", '{');
    out.open("StoppingInstances", '[');
    for (const change& item : reply.changes) {
        out.open("", '{');
        out.put_text("InstanceId", item.id);
        print_state(out, "CurrentState", item.current);
        print_state(out, "PreviousState", item.previous);
        out.close('}');
    }
    out.close(']');
    out.open("ResponseMetadata", '{');
    out.put_text("RequestId", reply.request_id);
    out.close('}');
    out.close('}');
    return out.finish();
}

stop_reply made_reply(std::size_t items) {
    const auto changes = made_changes(items);
    stop_reply reply;
    reply.request_id = "98b5a37a-65e3-4101-a577-bcc7ed92a135";
    reply.changes.assign(changes.begin(), changes.end());
    return reply;
}

// The recorded reply with its reservations over and over.
//
//       <reservationSet>
//           <item>...</item>
//           ----------------
//           <item>...</item>
//           ----------------
//       </reservationSet>
std::string repeat_reservations(std::string_view recorded, std::size_t count) {
    constexpr std::string_view open = "\n        <item>\n";
    constexpr std::string_view close = "\n        </item>";
    const std::size_t begin = recorded.find(open);
    const std::size_t middle = recorded.find(close) + close.size();
    const std::size_t end = recorded.rfind(close) + close.size();
    if (begin == std::string_view::npos || middle == end)
        give_up("ec2-describe-instances.xml has not two reservations");
    std::string bytes(recorded.substr(0, begin));
    for (std::size_t i = 0; i < count; ++i)
        bytes += i % 2 == 0 ? recorded.substr(begin, middle - begin)
                            : recorded.substr(middle, end - middle);
    return bytes += recorded.substr(end);
}

// Repeats the reservations of the reply that moto printed, each of which begins alike.
std::string repeat_moto_reservations(std::string_view printed, std::size_t count) {
    constexpr std::string_view open = "<item><reservationId>";
    std::vector<std::size_t> begins;
    for (std::size_t at = printed.find(open); at != std::string_view::npos;
         at = printed.find(open, at + 1))
        begins.push_back(at);
    const std::size_t end = printed.rfind("</reservationSet>");
    if (begins.empty() || end == std::string_view::npos) give_up("moto's reply has no reservation");
    begins.push_back(end);
    std::string bytes(printed.substr(0, begins.front()));
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t which = i % (begins.size() - 1);
        bytes += printed.substr(begins[which], begins[which + 1] - begins[which]);
    }
    return bytes += printed.substr(end);
}

constexpr const char* describe_path = EC2WIRE_CONFORMANCE "/replies/ec2-describe-instances.xml";

}  // namespace

std::span<const change> made_changes(std::size_t count) {
    static std::deque<std::string> ids;
    static std::vector<change> changes;
    while (changes.size() < count) {
        const std::size_t index = changes.size();
        change next{ids.emplace_back(made_id(index)), {64, "stopping"}, {16, "running"}};
        if (index % 10 == 0) next.previous.code = 272;
        if (index % 10 == 7) next.current = next.previous = {80, "stopped"};
        changes.push_back(next);
    }
    return std::span(changes).first(count);
}

std::string read_file(const std::string& path) {
    std::ifstream in{path, std::ios::binary};
    if (!in) give_up("cannot read " + path);
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::string print_xml(const xml_layout& layout, const stop_reply& reply) {
    xml_printer out(layout);
    if (!layout.is_of_moto) out.put("requestId", reply.request_id);
    out.open("instancesSet");
    std::uint64_t seed = 0;
    for (const change& item : reply.changes) print_item(out, layout, item, ++seed);
    out.close("instancesSet");
    if (layout.is_of_moto) out.put("requestId", reply.request_id);
    return out.finish();
}

const document& xml_document(const xml_layout& layout, std::size_t items) {
    static std::map<std::pair<std::string_view, std::size_t>, document> documents;
    const auto [place, is_new] = documents.try_emplace({layout.name, items});
    document& made = place->second;
    if (is_new) {
        made.answer = made_reply(items);
        made.bytes = print_xml(layout, made.answer);
        made.has_references = layout.has_references;
    }
    return made;
}

const document& json_document(bool is_minified, std::size_t items) {
    static std::map<std::pair<bool, std::size_t>, document> documents;
    const auto [place, is_new] = documents.try_emplace({is_minified, items});
    document& made = place->second;
    if (is_new) {
        made.answer = made_reply(items);
        made.bytes = print_json(is_minified, made.answer);
    }
    return made;
}

bool has_describe_documents() {
    static const bool is_there = [] {
        if (std::filesystem::exists(describe_path)) return true;
        std::fprintf(stderr, "SKIPPED DescribeInstances: %s is missing\n", describe_path);
        return false;
    }();
    return is_there;
}

const document& describe_document(std::size_t reservations) {
    static const std::string recorded = read_file(describe_path);
    static std::map<std::size_t, document> documents;
    const auto [place, is_new] = documents.try_emplace(reservations);
    if (is_new) place->second.bytes = repeat_reservations(recorded, reservations);
    return place->second;
}

const document& moto_describe_document(std::size_t reservations) {
    static const std::string printed =
        read_file(EC2WIRE_SOURCE_ROOT "/benchmarks/describe_instances_moto.xml");
    static std::map<std::size_t, document> documents;
    const auto [place, is_new] = documents.try_emplace(reservations);
    if (is_new) place->second.bytes = repeat_moto_reservations(printed, reservations);
    return place->second;
}

const document& xml_error_document() {
    // tests/wire/error_not_found.xml
    static const document made{
        R"(<?xml version="1.0" encoding="UTF-8"?>
<Response><Errors><Error><Code>InvalidInstanceID.NotFound</Code><Message>The instance ID 'i-0598c7d356eba48d7' does not exist</Message></Error></Errors><RequestID>44eebdac-9c3a-42fd-a75d-93a175f7bded</RequestID></Response>)",
        {.request_id = "44eebdac-9c3a-42fd-a75d-93a175f7bded",
         .changes = {},
         .error_code = "InvalidInstanceID.NotFound",
         .error_message = "The instance ID 'i-0598c7d356eba48d7' does not exist"}};
    return made;
}

}  // namespace ec2wire::benchmarks
