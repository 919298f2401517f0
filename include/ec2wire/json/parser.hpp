#ifndef EC2WIRE_JSON_PARSER_HPP
#define EC2WIRE_JSON_PARSER_HPP

#include <ec2wire/core/limits.hpp>

#include <simdjson.h>

#include <array>
#include <cstddef>

namespace ec2wire::json {

// JSON with room for simdjson::SIMDJSON_PADDING bytes behind it, which need no value.
using padded_bytes = simdjson::padded_string_view;
using padded_string = simdjson::padded_string;
// Bytes that must be there behind a document.
inline constexpr std::size_t padding = simdjson::SIMDJSON_PADDING;

// Whether the capacity says that the padding is there. It is not behind every std::string, which
// simdjson makes padded_bytes of without asking.
inline bool has_padding(const padded_bytes& bytes) noexcept {
    return bytes.capacity() >= bytes.size() && bytes.capacity() - bytes.size() >= padding;
}

namespace detail {

// The objects and arrays that a walk is in, with what simdjson keeps of each.
struct levels {
    union level {
        simdjson::ondemand::object_iterator members{};
        simdjson::ondemand::array_iterator elements;
    };
    std::array<level, max_depth> all{};
    std::array<bool, max_depth> are_objects{};
};

}  // namespace detail

// The memory of simdjson, and that of a walk: a level costs the stack what its shape asks for, and
// nothing if no shape knows it. Keep one beside the scratch, and decoding allocates nothing once both
// have seen a document of that size. For one thread at a time.
class parser {
  public:
    parser() = default;

  private:
    friend class reader;
    simdjson::ondemand::parser parser_{};
    detail::levels levels_{};
};

}  // namespace ec2wire::json

#endif
