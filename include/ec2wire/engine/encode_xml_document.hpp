#ifndef EC2WIRE_ENGINE_ENCODE_XML_DOCUMENT_HPP
#define EC2WIRE_ENGINE_ENCODE_XML_DOCUMENT_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/engine/xml_encoder.hpp>
#include <ec2wire/engine/xml_message.hpp>
#include <ec2wire/xml/writer.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace ec2wire::detail {

// The functions of encode_xml.hpp without the message's type.

// Finds what can be wrong, and the size of the document.
inline encode_error measure_xml(const xml_message& message, xml::size_counter& counter) {
    xml_encoder encoder(counter, message.schema.item_name);
    counter.see(message.object, message.size);
    if (!encoder.put_document(message.schema, message.object)) return encoder.error();
    if (counter.size() > max_text_size) return {errc::too_large, {}, 0, 0};
    if (counter.overlaps_output()) return {errc::overlapping_buffer, {}, 0, 0};
    return {};
}

inline void write_xml(const xml_message& message, const xml::size_counter& counted, char* out) {
    xml::writer writer(message.is_indented(), out, counted);
    xml_encoder(writer, message.schema.item_name).put_document(message.schema, message.object);
}

inline namespace EC2WIRE_COMPILATION {

EC2WIRE_ENGINE result<std::size_t, encode_error> xml_size(const xml_message& message) {
    xml::size_counter counter(message.is_indented(), {});
    const encode_error error = measure_xml(message, counter);
    if (error.code != errc{}) return unexpected(error);
    return size_of_sum(counter.size());
}

EC2WIRE_ENGINE result<std::string, encode_error> encode_xml_document(const xml_message& message) {
    xml::size_counter counter(message.is_indented(), {});
    const encode_error error = measure_xml(message, counter);
    if (error.code != errc{}) return unexpected(error);
    std::string document(size_of_sum(counter.size()), '\0');
    write_xml(message, counter, document.data());
    return document;
}

EC2WIRE_ENGINE result<std::string_view, encode_error> encode_xml_document(
    const xml_message& message, std::span<char> buffer) {
    xml::size_counter counter(message.is_indented(), byte_range(buffer.data(), buffer.size()));
    const encode_error error = measure_xml(message, counter);
    if (error.code != errc{}) return unexpected(error);
    const auto size = size_of_sum(counter.size());
    if (size > buffer.size()) return unexpected(encode_error{errc::buffer_too_small, {}, 0, size});
    write_xml(message, counter, buffer.data());
    return std::string_view(buffer.data(), size);
}

}  // namespace EC2WIRE_COMPILATION
}  // namespace ec2wire::detail

#endif
