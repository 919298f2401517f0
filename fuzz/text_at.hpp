#ifndef EC2WIRE_FUZZ_TEXT_AT_HPP
#define EC2WIRE_FUZZ_TEXT_AT_HPP

#include <simdjson.h>

#include <optional>
#include <string_view>

namespace ec2wire::fuzz {

// Returns the string at a key of simdjson's DOM; nothing if it is missing or is no string.
std::optional<std::string_view> text_at(auto object, std::string_view key) {
    std::string_view text;
    if (object[key].get(text) == simdjson::SUCCESS) return text;
    return std::nullopt;
}

}  // namespace ec2wire::fuzz

#endif
