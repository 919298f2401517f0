#include "target.hpp"

#include <ec2wire/codec/decode_json.hpp>
#include <ec2wire/ec2/stop_instances.hpp>

#include "text_at.hpp"
#include "views.hpp"

#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

// decode_cloudtrail: an accepted document has the values that simdjson's DOM has.
namespace {

using namespace ec2wire;
using fuzz::text_at;

void check_change(const instance_state_change& change, simdjson::dom::element item) {
    // C4, C5 (types of scalars, masks). A number is read as its text, and a mask as absent.
    const auto id = text_at(item, "instanceId");
    if (id && !detail::is_mask(*id, detail::json_dialect::cloudtrail))
        fuzz::require(change.instance_id == *id, "the instance id is the tree's");
    std::int64_t code = -1;
    if (item["currentState"]["code"].get(code) == simdjson::SUCCESS)
        fuzz::require(change.current_state.code && change.current_state.code->wire() == code,
                      "the code is the tree's");
    else if (!text_at(item["currentState"], "code"))
        fuzz::require(!change.current_state.code, "no code is no code");
}

}  // namespace

void ec2wire::fuzz::check(std::string_view bytes) {
    alignas(std::max_align_t) static std::byte room[1 << 18];
    static json::parser parser;
    static simdjson::dom::parser dom;
    scratch memory{std::span(room)};
    const auto answer = decode_cloudtrail<stop_instances_response>(bytes, memory, parser);
    require(lies_in(answer, {{}, room}), "views lie in the scratch");
    if (!answer && !answer.error().is_service_error())
        return require(answer.error().offset <= bytes.size(), "errors lie in the bytes");

    simdjson::dom::element root;
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
    // The DOM cannot represent a number out of range, though it is of no member.
    if (dom.parse(bytes.data(), bytes.size()).get(root) == simdjson::NUMBER_ERROR) return;
    require(root.is_object(), "what is accepted is a JSON object");
    // C7. An EventBridge event is read as the record inside it.
    simdjson::dom::element inner;
    if (root["detail"].get(inner) == simdjson::SUCCESS && inner.is_object()) root = inner;
    if (!answer) {
        // C4 (types of scalars). A number is read as its text, of which the DOM keeps only the value.
        std::string_view code;
        if (root["errorCode"].get(code) != simdjson::SUCCESS)
            return require(
                root["errorCode"].error() == simdjson::SUCCESS && !root["errorCode"].is_null(),
                "what is no error has no code");
        return require(code.ends_with(answer.error().service.code), "the code is the tree's");
    }
    if (const auto name = text_at(root, "eventName"))
        require(*name == "StopInstances", "an event of another operation is no reply");
    for (const bool is_whole : {true, false}) {
        simdjson::dom::element items;
        const auto found = is_whole ? root["responseElements"]["instancesSet"]["items"].get(items)
                                    : root["instancesSet"]["items"].get(items);
        if (found != simdjson::SUCCESS || !items.is_array()) continue;
        if (!is_whole && root["responseElements"].error() == simdjson::SUCCESS) continue;
        std::size_t count = 0;
        for (const simdjson::dom::element item : simdjson::dom::array(items)) {
            if (item.is_null()) return;
            require(count < answer->stopping_instances.size(), "no item is left out");
            check_change(answer->stopping_instances[count++], item);
        }
        require(count == answer->stopping_instances.size(), "no item is made up");
    }
}
