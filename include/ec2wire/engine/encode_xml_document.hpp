#ifndef EC2WIRE_ENGINE_ENCODE_XML_DOCUMENT_HPP
#define EC2WIRE_ENGINE_ENCODE_XML_DOCUMENT_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/engine/xml_encoder.hpp>
#include <ec2wire/engine/xml_message.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

namespace ec2wire::detail {

// The functions of encode_xml.hpp without the message's type.

// So many bytes are written at once, and copied to where they belong once it is known that all is well and
// how many they are. A longer document is walked a second time.
inline constexpr std::size_t staged_size = 8192;

// Finds what can be wrong, and the size of a document, and writes as much as there is room for.
EC2WIRE_NOINLINE inline encode_error stage_xml(const xml_message& message, std::span<char> room,
                                               byte_range output, std::uint64_t& size) {
    xml_encoder encoder(message, room, output);
    if (!encoder.put_document(message.object)) return encoder.error();
    size = encoder.out().size();
    if (size > max_text_size) return {errc::too_large, {}, 0, 0};
    if (encoder.out().overlaps_output()) return {errc::overlapping_buffer, {}, 0, 0};
    return {};
}

// Writes a document that was found to be good and to have that size.
EC2WIRE_NOINLINE inline void write_xml(const xml_message& message, std::span<char> room) {
    xml_encoder(message, room, {}).put_document(message.object);
}

inline namespace EC2WIRE_COMPILATION {

EC2WIRE_ENGINE result<std::size_t, encode_error> xml_size(const xml_message& message) {
    std::uint64_t size = 0;
    const encode_error error = stage_xml(message, {}, {}, size);
    if (error.code != errc{}) return unexpected(error);
    return size_of_sum(size);
}

EC2WIRE_ENGINE result<std::string, encode_error> encode_xml_document(const xml_message& message) {
    char staged[staged_size];
    std::uint64_t needed = 0;
    const encode_error error = stage_xml(message, staged, {}, needed);
    if (error.code != errc{}) return unexpected(error);
    const std::size_t size = size_of_sum(needed);
    if (size <= staged_size) return std::string(staged, size);
    std::string document(size, '\0');
    write_xml(message, document);
    return document;
}

EC2WIRE_ENGINE result<std::string_view, encode_error> encode_xml_document(
    const xml_message& message, std::span<char> buffer) {
    char staged[staged_size];
    std::uint64_t needed = 0;
    const encode_error error =
        stage_xml(message, staged, byte_range(buffer.data(), buffer.size()), needed);
    if (error.code != errc{}) return unexpected(error);
    const std::size_t size = size_of_sum(needed);
    if (size > buffer.size()) return unexpected(encode_error{errc::buffer_too_small, {}, 0, size});
    if (size <= staged_size)
        std::memcpy(buffer.data(), staged, size);
    else
        write_xml(message, buffer.first(size));
    return std::string_view(buffer.data(), size);
}

}  // namespace EC2WIRE_COMPILATION
}  // namespace ec2wire::detail

#endif
