#ifndef EC2WIRE_BENCHMARKS_RIVALS_SIMDJSON_HPP
#define EC2WIRE_BENCHMARKS_RIVALS_SIMDJSON_HPP

#include "../documents.hpp"
#include "../measure.hpp"

#include <simdjson.h>

#include <cstdint>
#include <string_view>

namespace ec2wire::benchmarks {

// simdjson On-Demand at its fastest: find_field takes the members in the order of the document and
// no other, no key is unescaped, and what is not asked for is not checked. The parser is kept.
class simdjson_decoder {
  public:
    explicit simdjson_decoder(simdjson::padded_string_view bytes) : bytes_(bytes) {}

    const stop_reply& decode() {
        reply_.clear();
        if (read() != simdjson::SUCCESS) give_up("simdjson refuses the document");
        return reply_;
    }

  private:
    using object = simdjson::ondemand::object;

    simdjson::error_code read() {
        simdjson::ondemand::document tree;
        object root;
        simdjson::ondemand::array items;
        if (const auto error = parser_.iterate(bytes_).get(tree)) return error;
        if (const auto error = tree.get_object().get(root)) return error;
        if (const auto error = root.find_field("StoppingInstances").get(items)) return error;
        for (auto element : items) {
            object item;
            if (const auto error = element.get(item)) return error;
            if (const auto error = read_item(item, reply_.changes.emplace_back())) return error;
        }
        return root.find_field("ResponseMetadata").find_field("RequestId").get(reply_.request_id);
    }

    static simdjson::error_code read_item(object& item, change& target) {
        if (const auto error = item.find_field("InstanceId").get(target.id)) return error;
        if (const auto error = read_state(item, "CurrentState", target.current)) return error;
        return read_state(item, "PreviousState", target.previous);
    }

    static simdjson::error_code read_state(object& item, std::string_view key, state& target) {
        object members;
        std::uint64_t code = 0;
        if (const auto error = item.find_field(key).get(members)) return error;
        if (const auto error = members.find_field("Code").get(code)) return error;
        if (code > 0xFFFF) return simdjson::NUMBER_OUT_OF_RANGE;
        target.code = static_cast<std::uint16_t>(code);
        return members.find_field("Name").get(target.name);
    }

    simdjson::padded_string_view bytes_;
    simdjson::ondemand::parser parser_{};
    stop_reply reply_{};
};

}  // namespace ec2wire::benchmarks

#endif
