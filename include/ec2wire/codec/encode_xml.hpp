#ifndef EC2WIRE_CODEC_ENCODE_XML_HPP
#define EC2WIRE_CODEC_ENCODE_XML_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/engine/xml_message.hpp>
#include <ec2wire/shape/check_shape.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/protocol.hpp>
#include <ec2wire/shape/schema_of.hpp>
#include <ec2wire/shape/service_error.hpp>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace ec2wire {

namespace detail {

template <message_shape T>
xml_message xml_message_of(const T& response, xml_layout layout) noexcept {
    if constexpr (check_response<T, encoded_as_xml>())
        return {message_of<T>, std::addressof(response), sizeof response, layout};
    else
        return {empty_table<message_schema>, nullptr, 0, layout};
}

template <service_type Service, class Storage>
xml_service_error xml_error_of(const basic_service_error<Storage>& error,
                               error_fault fault) noexcept {
    constexpr std::string_view result_suffix = Service::protocol::result_suffix;
    return {error.code, error.message,          error.request_id,
            fault,      !result_suffix.empty(), xml_namespace_of<Service>};
}

}  // namespace detail

inline namespace EC2WIRE_COMPILATION {

// Returns the exact number of bytes that encode_xml() returns for this response, or the error that it
// returns.
template <message_shape T>
result<std::size_t, encode_error> encoded_xml_size(const T& response,
                                                   xml_layout layout = xml_layout::ec2) {
    return detail::xml_size(detail::xml_message_of(response, layout));
}

// Encodes a response as XML, the body of an HTTP 200 with the content type text/xml;charset=UTF-8.
//
//     ec2wire::basic_stop_instances_response<ec2wire::owned> response;
//     auto& change = response.stopping_instances.emplace_back();
//     change.instance_id = "i-1234567890abcdef0";
//     change.current_state.code = ec2wire::stopping;
//     auto body = ec2wire::encode_xml(response);
//
// Members are in the order of the shape, the request id where the protocol puts it (rule P1, written).
// Absent members are omitted, and members that are present and empty are <x/> (P4, written), except that an
// empty flattened list cannot be distinguished from an absent one. decode_xml() decodes the same response from
// the XML: "&", "<", ">" and carriage returns are written as references.
//
// The error is missing_member for an absent required member, key of a map or item of a list (an absent item
// that is a number, boolean or timestamp is written as an empty element); not_utf8 or bad_character, with the
// offset in the member's text, for characters that XML does not allow: control characters other than tab, LF
// and CR, U+FFFE and U+FFFF; bad_value for a timestamp outside the years 0 to 9999 and for a union of more
// than one member; too_deep for more than max_depth nested elements; too_large for more than
// max_text_size bytes. Nothing has been written then. The string is the only allocation.
template <message_shape T>
result<std::string, encode_error> encode_xml(const T& response,
                                             xml_layout layout = xml_layout::ec2) {
    return detail::encode_xml_document(detail::xml_message_of(response, layout));
}

// Encodes into a buffer of the caller's, without allocation. Returns the part of the buffer that was written,
// without a terminating zero. If the buffer is too small, the error is buffer_too_small, with the size that
// is needed. If it overlaps bytes that the response views, any of its lists, the value of an indirect or the
// response itself, the error is overlapping_buffer. Either way nothing has been written.
template <message_shape T>
result<std::string_view, encode_error> encode_xml(const T& response, std::span<char> buffer,
                                                  xml_layout layout = xml_layout::ec2) {
    return detail::encode_xml_document(detail::xml_message_of(response, layout), buffer);
}

// Encodes into memory of a scratch, without another allocation once the scratch is large enough. This is the
// fastest for XML of more than 16 KiB: a string or a buffer takes twice the time. Returns the XML, which is
// valid until the scratch is cleared. The response may view what the scratch holds, but nothing that it held
// before it was cleared. The errors are those of encode_xml(response), out_of_memory, and overlapping_buffer
// for a view of cleared memory, where it is noticed.
//
//     scratch.clear();
//     const auto request = ec2wire::decode_query<ec2wire::stop_instances_request>(body, scratch);
//     ...
//     return ec2wire::encode_xml(response, scratch);
template <message_shape T>
result<std::string_view, encode_error> encode_xml(const T& response,
                                                  scratch& memory EC2WIRE_LIFETIMEBOUND,
                                                  xml_layout layout = xml_layout::ec2) {
    return detail::encode_xml_document(detail::xml_message_of(response, layout), memory);
}

// Encodes an error as the XML in which a service reports it, the body of an HTTP 4xx or 5xx (rule E1,
// written). Service is a type that names the protocol, such as ec2 or sts::sts.
//
//     auto body = ec2wire::encode_xml_error<ec2wire::ec2>(
//         ec2wire::service_error{"InvalidInstanceID.NotFound", "No such instance", "59dbff89-..."});
//     // <Response><Errors><Error><Code>InvalidInstanceID.NotFound</Code><Message>...
//
// The XML has no white space between tags, as EC2's errors have none. awsQuery has a <Type> before the code;
// ec2Query ignores `fault`. An empty request id is left out. The errors are those of encode_xml() for strings
// and sizes.
template <service_type Service, class Storage>
result<std::string, encode_error> encode_xml_error(const basic_service_error<Storage>& error,
                                                   error_fault fault = error_fault::sender) {
    return detail::encode_xml_error_document(detail::xml_error_of<Service>(error, fault));
}

// Encodes the error into a buffer, or into memory of a scratch, under the conditions of encode_xml().
template <service_type Service, class Storage>
result<std::string_view, encode_error> encode_xml_error(const basic_service_error<Storage>& error,
                                                        std::span<char> buffer,
                                                        error_fault fault = error_fault::sender) {
    return detail::encode_xml_error_document(detail::xml_error_of<Service>(error, fault), buffer);
}
template <service_type Service, class Storage>
result<std::string_view, encode_error> encode_xml_error(const basic_service_error<Storage>& error,
                                                        scratch& memory EC2WIRE_LIFETIMEBOUND,
                                                        error_fault fault = error_fault::sender) {
    return detail::encode_xml_error_document(detail::xml_error_of<Service>(error, fault), memory);
}

// Deleted overloads, which explain mistaken calls.
template <no_message_shape T>
void encode_xml(  // ec2wire: T is not the response of an operation; see describing_a_shape.md
    const T&) = delete;
void encode_xml(...) = delete;        // ec2wire: encode_xml(response), or into a buffer or scratch
void encoded_xml_size(...) = delete;  // ec2wire: encoded_xml_size(response)
template <class Service>
void encode_xml_error(...) = delete;  // ec2wire: encode_xml_error<ec2>(service_error)
void encode_xml_error(...) = delete;  // ec2wire: encode_xml_error<ec2>(service_error)

}  // namespace EC2WIRE_COMPILATION
}  // namespace ec2wire

#ifndef EC2WIRE_SEPARATE_COMPILATION
#include <ec2wire/engine/encode_xml_document.hpp>
#endif

#endif
