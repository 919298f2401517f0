#ifndef EC2WIRE_JSON_PARSER_HPP
#define EC2WIRE_JSON_PARSER_HPP

#include <ec2wire/core/error.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/core/utf8.hpp>

#include <simdjson.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace ec2wire::json {

// JSON followed by simdjson::SIMDJSON_PADDING readable bytes of any value.
using padded_bytes = simdjson::padded_string_view;
using padded_string = simdjson::padded_string;
// The number of readable bytes that must follow a document.
inline constexpr std::size_t padding = simdjson::SIMDJSON_PADDING;

// Whether the capacity includes the padding. A std::string has none, though simdjson converts it to
// padded_bytes without a check.
inline bool has_padding(const padded_bytes& bytes) noexcept {
    return bytes.capacity() >= bytes.size() && bytes.capacity() - bytes.size() >= padding;
}

// Copies bytes into the scratch, followed by the padding; `copy` is valid as long as the scratch's memory.
// False if there is no memory.
inline bool copy_padded(std::string_view bytes, scratch& memory, padded_bytes& copy) {
    const std::size_t size = bytes.size() + padding;
    char* const room = memory.allocate<char>(size);
    if (room == nullptr) return false;
    if (!bytes.empty()) std::memcpy(room, bytes.data(), bytes.size());
    std::memset(room + bytes.size(), 0, padding);
    copy = padded_bytes(room, bytes.size(), size);
    return true;
}

namespace detail {

// The open objects and arrays, with simdjson's iterator of each.
struct container_stack {
    union container {
        simdjson::ondemand::object_iterator members{};
        simdjson::ondemand::array_iterator elements;
    };
    std::array<container, max_depth> open{};  // the first `size`, the outermost first
    std::size_t size = 0;

    // Closes the innermost container, which has no further value: returns false, as its reader then does.
    bool leave() noexcept {
        --size;
        return false;
    }
};

// Unescapes a string of at most `size` bytes into the scratch. Returns 0 or the code of an error. Not into
// simdjson's own buffer: simdjson writes there even if it got no memory for it.
inline errc unescape(const simdjson::ondemand::parser& parser,
                     simdjson::ondemand::raw_json_string string, std::size_t size, scratch& memory,
                     std::string_view& text) noexcept {
    size += padding;  // simdjson writes whole blocks
    auto* const first = memory.allocate<std::uint8_t>(size);
    if (first == nullptr) return errc::out_of_memory;
    std::uint8_t* last = first;
    // simdjson 3.0 accepts half a surrogate pair, which is not valid UTF-8.
    const bool is_good =
        !parser.unescape(string, last).get(text) && find_bad_utf8(text) == text.size();
    memory.shrink(first, is_good ? text.size() : 0, size);
    return is_good ? errc{} : errc::bad_json;
}

// Skips a byte order mark, which RFC 8259, section 8.1, allows a parser to ignore. simdjson 3.0 treats it as
// a value.
inline padded_bytes without_mark(padded_bytes bytes) noexcept {
    const std::size_t mark = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    return padded_bytes(bytes.data() + mark, bytes.size() - mark, bytes.capacity() - mark);
}

}  // namespace detail

// The memory of simdjson. Keep one parser beside the scratch: once a document was decoded, another that is not
// larger makes simdjson allocate nothing. For one thread at a time.
class parser {
  public:
    parser() = default;

  private:
    friend class strict_reader;
    simdjson::ondemand::parser parser_{};
    detail::container_stack containers_{};
};

// The size of simdjson's parser in this translation unit, which depends on the macros and the optimisation
// level with which simdjson.h is compiled. As a parameter of the engine it makes units in which it differs
// fail to link. Only the size is compared.
using parser_layout = std::integral_constant<std::size_t, sizeof(parser)>;

}  // namespace ec2wire::json

#endif
