#ifndef EC2WIRE_ENGINE_ENCODE_XML_DOCUMENT_HPP
#define EC2WIRE_ENGINE_ENCODE_XML_DOCUMENT_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/engine/encode_staged.hpp>
#include <ec2wire/engine/xml_encoder.hpp>
#include <ec2wire/engine/xml_message.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace ec2wire::detail {

// The functions of encode_xml.hpp for untyped messages.

inline walk_result walk_xml(const void* source, std::span<char> room, byte_range output) {
    const auto& message = *static_cast<const xml_message*>(source);
    xml_encoder encoder(message, room, output);
    encoder.put_document(message.object);
    return {encoder.error(), encoder.out().size(), encoder.out().overlaps_output()};
}

inline namespace EC2WIRE_COMPILATION {

EC2WIRE_ENGINE result<std::size_t, encode_error> xml_size(const xml_message& message) {
    return stage(walk_xml, &message, {});
}

EC2WIRE_ENGINE result<std::string, encode_error> encode_xml_document(const xml_message& message) {
    return encode_to_string(walk_xml, &message);
}

EC2WIRE_ENGINE result<std::string_view, encode_error> encode_xml_document(
    const xml_message& message, std::span<char> buffer) {
    return encode_to_buffer(walk_xml, &message, buffer);
}

}  // namespace EC2WIRE_COMPILATION
}  // namespace ec2wire::detail

#endif
