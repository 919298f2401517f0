#ifndef EC2WIRE_ENGINE_XML_MESSAGE_HPP
#define EC2WIRE_ENGINE_XML_MESSAGE_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/schema.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ec2wire {

// The layouts of a document. Both begin with the XML declaration on a line of its own.
enum class xml_layout : bool {
    minified,  // no white space between tags, as EC2's errors are
    ec2,       // tags on lines of their own, indented by four spaces for each level
};

// The side that is at fault: the <Type> of awsQuery's errors.
enum class error_fault : std::uint8_t {
    sender,    // the client: HTTP 4xx
    receiver,  // the service: HTTP 5xx
};

namespace detail {

// EC2's XML declaration, with the line feed.
inline constexpr std::string_view ec2_declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

// An untyped message: an object of `size` bytes, and the layout to write it in.
struct xml_message {
    const message_schema& schema;
    const void* object;
    std::size_t size;
    xml_layout layout;

    bool is_indented() const noexcept { return layout == xml_layout::ec2; }
};

// An error of a service, and what of the service its document contains.
struct xml_service_error {
    std::string_view code;
    std::string_view message;
    std::string_view request_id;  // empty if there is none
    error_fault fault;
    bool is_of_aws_query;
    std::string_view xml_namespace;
};

inline namespace EC2WIRE_COMPILATION {

// Returns the number of characters of the document.
EC2WIRE_ENGINE result<std::size_t, encode_error> xml_size(const xml_message& message);

// Returns the document in a string, which is the only allocation.
EC2WIRE_ENGINE result<std::string, encode_error> encode_xml_document(const xml_message& message);

// Writes the document to a buffer and returns the part that was written.
EC2WIRE_ENGINE result<std::string_view, encode_error> encode_xml_document(
    const xml_message& message, std::span<char> buffer);

// Writes the document to memory of a scratch and returns it.
EC2WIRE_ENGINE result<std::string_view, encode_error> encode_xml_document(
    const xml_message& message, scratch& memory);

// Do the same with the document of an error.
EC2WIRE_ENGINE result<std::string, encode_error> encode_xml_error_document(
    const xml_service_error& error);
EC2WIRE_ENGINE result<std::string_view, encode_error> encode_xml_error_document(
    const xml_service_error& error, std::span<char> buffer);
EC2WIRE_ENGINE result<std::string_view, encode_error> encode_xml_error_document(
    const xml_service_error& error, scratch& memory);

}  // namespace EC2WIRE_COMPILATION

}  // namespace detail

}  // namespace ec2wire

#endif
