#ifndef EC2WIRE_ENGINE_ENCODE_STAGED_HPP
#define EC2WIRE_ENGINE_ENCODE_STAGED_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/memory_source.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/core/scratch.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

namespace ec2wire::detail {

// Runs an encoder: into a string, into the caller's buffer, into a scratch, or for the size alone. Before a
// text is known to be correct and to fit, it is written to the stack, up to staged_size bytes of it, or to the
// free room of the scratch. A longer text is written a second time.

inline constexpr std::size_t staged_size = 16384;

// The result of one walk.
struct walk_result {
    encode_error error{};
    std::uint64_t size = 0;        // of the whole text, whether it fitted or not
    bool overlaps_output = false;  // bytes that are read lie in the output
};

// Writes `source` to `room` as far as that goes, or finds an error in it. `output` is the final buffer of the
// text.
using encoding_walk = walk_result(const void* source, std::span<char> room, byte_range output);

// Encodes for the first time, and finds every error.
EC2WIRE_NOINLINE inline result<std::size_t, encode_error> stage(encoding_walk* walk,
                                                                const void* source,
                                                                std::span<char> room,
                                                                byte_range output = {}) {
    const walk_result done = walk(source, room, output);
    if (done.error.code != errc{}) return unexpected(done.error);
    if (done.size > max_text_size) return unexpected(encode_error{errc::too_large, {}, 0, 0});
    if (done.overlaps_output) return unexpected(encode_error{errc::overlapping_buffer, {}, 0, 0});
    return size_of_sum(done.size);
}

EC2WIRE_NOINLINE inline result<std::string, encode_error> encode_to_string(encoding_walk* walk,
                                                                           const void* source) {
    char staged[staged_size];
    const auto size = stage(walk, source, staged);
    if (!size) return unexpected(size.error());
    if (*size <= staged_size) return std::string(staged, *size);
    std::string text(*size, '\0');
    walk(source, text, {});
    return text;
}

EC2WIRE_NOINLINE inline result<std::string_view, encode_error> encode_to_buffer(
    encoding_walk* walk, const void* source, std::span<char> buffer) {
    char staged[staged_size];
    const auto size = stage(walk, source, staged, byte_range(buffer.data(), buffer.size()));
    if (!size) return unexpected(size.error());
    if (*size > buffer.size())
        return unexpected(encode_error{errc::buffer_too_small, {}, 0, *size});
    if (*size <= staged_size)
        std::memcpy(buffer.data(), staged, *size);
    else
        walk(source, buffer.first(*size), {});
    return std::string_view(buffer.data(), *size);
}

EC2WIRE_NOINLINE inline result<std::string_view, encode_error> encode_to_scratch(
    encoding_walk* walk, const void* source, scratch& memory) {
    // Reads all of the message while the free room is still poisoned, so that AddressSanitizer reports a view
    // of memory that was cleared.
    if constexpr (has_address_sanitizer) walk(source, {}, {});
    const std::size_t room = memory.room();
    char* text = room == 0 ? nullptr : memory.allocate<char>(room);
    // A message that views the free room views memory that was cleared.
    const auto size = stage(walk, source, {text, room}, byte_range(text, room));
    const bool is_written = size && *size <= room;
    if (room != 0) memory.shrink(text, is_written ? *size : 0, room);
    if (!size) return unexpected(size.error());
    if (!is_written) {
        text = memory.allocate<char>(*size);
        if (text == nullptr) return unexpected(encode_error{errc::out_of_memory, {}, 0, 0});
        walk(source, {text, *size}, {});
    }
    return std::string_view(text, *size);
}

}  // namespace ec2wire::detail

#endif
