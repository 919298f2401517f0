#include "target.hpp"

#include <ec2wire/codec/visit_cloudtrail_events.hpp>

#include "text_at.hpp"

#include <simdjson.h>

#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

// visit_cloudtrail_events: the events are parts of the file, in its order, and have the names that simdjson's DOM
// finds; of a file that the DOM reads as {"Records":[...]} each is shown.
namespace {

using namespace ec2wire;
using fuzz::require;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view bytes) {
    return bytes.substr(bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
}

void check_event(const cloudtrail_event& event, std::string_view bytes) {
    static simdjson::dom::parser dom;
    if (event.error.code != errc{})
        return require(event.error.offset <= bytes.size(), "errors lie in the event");
    bytes = without_mark(bytes);
    simdjson::dom::element root;
    // The DOM cannot represent a number out of range.
    const auto error = dom.parse(bytes.data(), bytes.size()).get(root);
    if (error == simdjson::NUMBER_ERROR) return;
    require(error == simdjson::SUCCESS && root.is_object(), "an event is a JSON object");
    for (const auto& [key, view] : {std::pair{"eventName", event.name}, {"eventID", event.id}})
        require(view == fuzz::text_at(root, key) || view == fuzz::text_at(root["detail"], key),
                "the text is the tree's");
}

// Returns the number of records, if the file is one object with them alone; else -1.
int records_in(std::string_view file) {
    static simdjson::dom::parser dom;
    file = without_mark(file);
    simdjson::dom::object root;
    simdjson::dom::array records;
    // Files with an escape do not count: "Records" may be spelled with one. The DOM takes no null pointer.
    if (file.empty() || file.find('\\') != file.npos ||
        dom.parse(file.data(), file.size()).get(root) || root.size() != 1 ||
        root["Records"].get(records))
        return -1;
    for (const auto record : records)
        if (!record.is_object()) return -1;
    return static_cast<int>(records.size());
}

}  // namespace

void ec2wire::fuzz::check(std::string_view file) {
    alignas(std::max_align_t) static std::byte room[1 << 18];
    static json::parser parser;
    scratch memory{std::span(room)};
    std::size_t count = 0;
    std::size_t end = 0;
    const auto visited =
        visit_cloudtrail_events(file, memory, parser, [&](const cloudtrail_event& event) {
            const std::string_view bytes(event.bytes.data(), event.bytes.size());
            require(event.number == ++count, "events are numbered");
            require(event.offset >= end && event.offset + bytes.size() <= file.size() &&
                        bytes == file.substr(event.offset, bytes.size()),
                    "events are parts of the file, one after the other");
            end = event.offset + bytes.size();
            check_event(event, bytes);
        });
    if (const int records = records_in(file); records >= 0)
        require(visited && *visited == static_cast<std::size_t>(records), "no record is lost");
    require(visited ? *visited == count : visited.error().offset <= file.size(),
            "each event is counted");
}
