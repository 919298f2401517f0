#ifndef EC2WIRE_CODEC_XML_MESSAGE_HPP
#define EC2WIRE_CODEC_XML_MESSAGE_HPP

#include <ec2wire/codec/xml_layout.hpp>
#include <ec2wire/core/compilation.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/shape/schema.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace ec2wire::detail {

// A message without its type: an object of `size` bytes, and how it is written.
struct xml_message {
    const message_schema& schema;
    const void* object;
    std::size_t size;
    xml_layout layout;

    bool is_indented() const noexcept { return layout == xml_layout::ec2; }
};

inline namespace EC2WIRE_COMPILATION {

// How many characters the document takes.
EC2WIRE_ENGINE result<std::size_t, encode_error> xml_size(const xml_message& message);

// The document in a string of its own, which is the one allocation.
EC2WIRE_ENGINE result<std::string, encode_error> encode_xml_document(const xml_message& message);

// Writes it to a buffer, which it need not fill.
EC2WIRE_ENGINE result<std::string_view, encode_error> encode_xml_document(
    const xml_message& message, std::span<char> buffer);

}  // namespace EC2WIRE_COMPILATION
}  // namespace ec2wire::detail

#endif
