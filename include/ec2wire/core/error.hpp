#ifndef EC2WIRE_CORE_ERROR_HPP
#define EC2WIRE_CORE_ERROR_HPP

#include <ec2wire/core/config.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace ec2wire {

// Error codes, one for each kind of error that a caller can act on. Their numbers are stable; 0 is no error
// code, so that a zeroed object is not taken for an error.
enum class errc : std::uint8_t {
    // The bytes end inside a construct that is well formed so far: the body is cut off. Decode again from
    // the first byte once all of it is there.
    unexpected_end = 1,
    // The body is empty, HTML or plain text, as a proxy or a load balancer sends in EC2's place. Use the HTTP
    // status.
    not_a_document,
    // A <!DOCTYPE>, which EC2 never sends and which brings entities, defaults and external files.
    doctype,
    // The XML declaration or the byte order mark names an encoding other than UTF-8.
    unsupported_encoding,
    // The XML declaration names a version other than 1.0.
    unsupported_version,
    // Bytes that are not UTF-8: overlong, a surrogate, above U+10FFFF, or cut short.
    not_utf8,
    // A character that XML 1.0 does not allow: NUL, most other control characters, U+FFFE, U+FFFF.
    bad_character,
    // Not well-formed XML: a tag, attribute, comment, processing instruction or CDATA section breaks the
    // grammar.
    bad_markup,
    // An end tag that does not match its start tag: </reservationSet> where </item> was expected.
    mismatched_tag,
    // An attribute occurs twice in one tag.
    duplicate_attribute,
    // A reference to an entity other than the five of XML (&nbsp;), or to a character that XML does not
    // allow.
    bad_reference,
    // The document or message nests deeper than max_depth; or a CloudTrail record that is read for its
    // parameters, deeper than 64 levels (decode_cloudtrail_request) or 32 (visit_cloudtrail_parameters).
    too_deep,
    // The document is well formed so far, but not of the expected kind: another root element, another
    // operation.
    wrong_root,
    // Something other than white space, a comment or a processing instruction follows the root element, or
    // something other than white space follows the JSON value.
    trailing_data,
    // A member that may occur once occurs twice.
    duplicate_member,
    // The text is not a value of the member's type: <code>sixteen</code>.
    bad_value,
    // An element inside a member that is a scalar: <code>6<b/>4</code>.
    unexpected_element,
    // The bytes are not JSON.
    bad_json,
    // A JSON value of another type than the member's: a string where an object is expected.
    wrong_type,
    // The scratch cannot grow: no memory, or a fixed buffer that is full.
    out_of_memory,
    // The reply is well formed, and an error of the service: see service_error.
    service_error,
    // A required member is missing, or the key of a map's entry; in a query also Action, and in an awsQuery
    // reply the ...Result. When encoding also: an element of a list without any member set, a pair without a
    // key.
    missing_member,
    // The caller's buffer is too small for the whole result. Nothing was written.
    buffer_too_small,
    // A visitor returned false. What it has seen is not all there is.
    stopped_by_visitor,
    // The capacity of padded JSON does not include the padding: json::padding bytes must be readable after
    // the JSON. Nothing was read. `offset` is the size of the JSON.
    missing_padding,
    // The result would take more than max_text_size bytes; nothing was written. Or the input is too large: a
    // query of more than max_query_size bytes, a CloudTrail parameter whose name exceeds 1023 bytes.
    too_large,
    // The caller's buffer overlaps the message or strings that it views, so writing would change them before
    // they are read; nothing was written. Or the message views memory of the scratch that was cleared.
    overlapping_buffer,
    // A CloudTrail record that does not include the reply, as CloudTrail leaves it out for calls that only
    // read, for large replies and for secret ones.
    no_reply,
    // A '%' in a query that two hexadecimal digits do not follow.
    bad_escape,
    // A CloudTrail record that does not include the request, or has a parameter that matches no member of the
    // request.
    no_request,
};

// Returns the enumerator's name: "bad_value". Static storage.
constexpr std::string_view to_string(errc code) noexcept {
    switch (code) {
        case errc::unexpected_end: return "unexpected_end";
        case errc::not_a_document: return "not_a_document";
        case errc::doctype: return "doctype";
        case errc::unsupported_encoding: return "unsupported_encoding";
        case errc::unsupported_version: return "unsupported_version";
        case errc::not_utf8: return "not_utf8";
        case errc::bad_character: return "bad_character";
        case errc::bad_markup: return "bad_markup";
        case errc::mismatched_tag: return "mismatched_tag";
        case errc::duplicate_attribute: return "duplicate_attribute";
        case errc::bad_reference: return "bad_reference";
        case errc::too_deep: return "too_deep";
        case errc::wrong_root: return "wrong_root";
        case errc::trailing_data: return "trailing_data";
        case errc::duplicate_member: return "duplicate_member";
        case errc::bad_value: return "bad_value";
        case errc::unexpected_element: return "unexpected_element";
        case errc::bad_json: return "bad_json";
        case errc::wrong_type: return "wrong_type";
        case errc::out_of_memory: return "out_of_memory";
        case errc::service_error: return "service_error";
        case errc::missing_member: return "missing_member";
        case errc::buffer_too_small: return "buffer_too_small";
        case errc::stopped_by_visitor: return "stopped_by_visitor";
        case errc::missing_padding: return "missing_padding";
        case errc::too_large: return "too_large";
        case errc::overlapping_buffer: return "overlapping_buffer";
        case errc::no_reply: return "no_reply";
        case errc::bad_escape: return "bad_escape";
        case errc::no_request: return "no_request";
    }
    return "unknown";
}

// Returns one sentence for people: what is wrong, and after a semicolon what the caller can do, if anything.
// It does not contain the position. Static storage.
constexpr std::string_view message(errc code) noexcept {
    switch (code) {
        case errc::unexpected_end:
            return "the bytes end before the document does; decode the whole body";
        case errc::not_a_document:
            return "not an EC2 document but empty, HTML or plain text; go by the HTTP status";
        case errc::doctype: return "a document type declaration, which no reply has";
        case errc::unsupported_encoding: return "the encoding is not UTF-8";
        case errc::unsupported_version: return "the XML version is not 1.0";
        case errc::not_utf8: return "these bytes are not UTF-8";
        case errc::bad_character: return "a character that XML 1.0 does not allow";
        case errc::bad_markup: return "this is not well-formed XML";
        case errc::mismatched_tag: return "the end tag does not match its start tag";
        case errc::duplicate_attribute: return "the same attribute twice in one tag";
        case errc::bad_reference:
            return "a reference to an undefined entity, or to a character that XML forbids";
        case errc::too_deep: return "nested too deeply";
        case errc::wrong_root:
            return "another kind of document than the one asked for; check the operation";
        case errc::trailing_data: return "something follows the end of the document";
        case errc::duplicate_member: return "this member is given for the second time";
        case errc::bad_value: return "the text is not a value of the member's type";
        case errc::unexpected_element: return "an element inside a member that holds text";
        case errc::bad_json: return "this is not valid JSON";
        case errc::wrong_type: return "the JSON value is not of the member's type";
        case errc::out_of_memory: return "the scratch cannot grow; give it more memory";
        case errc::service_error:
            return "the service answered with an error; its code and message say which";
        case errc::missing_member: return "a required member is missing";
        case errc::buffer_too_small: return "the buffer cannot hold the result";
        case errc::stopped_by_visitor:
            return "the visitor wanted no more items; only a part of the reply was read";
        case errc::missing_padding:
            return "the JSON has no padding; make json::padding bytes readable behind it";
        case errc::too_large: return "more bytes than one message may have; split it";
        case errc::overlapping_buffer:
            return "the buffer holds text of the message; write into another one";
        case errc::no_reply: return "the record does not hold the reply; CloudTrail left it out";
        case errc::bad_escape:
            return "a '%' without two hexadecimal digits; a '%' itself is written %25";
        case errc::no_request:
            return "no request of this shape in the record; see visit_cloudtrail_parameters";
    }
    return "unknown error";
}

// Tells why bytes could not be decoded, and where.
struct decode_error {
    errc code{};  // what went wrong
    // The offset, in bytes from the first byte given, of the first byte that cannot be part of a valid
    // document; the size of the input if it ends too early. If a wrong value contained a reference or an
    // escape, the offset of the value.
    std::size_t offset{};

    // Returns the description of the code. Static storage.
    constexpr std::string_view message() const noexcept { return ec2wire::message(code); }

    friend constexpr bool operator==(const decode_error&, const decode_error&) = default;
    friend bool operator==(const decode_error&, errc) = delete;  // ec2wire: compare its code
};

// Tells why a request or a response could not be encoded, and where. Nothing has been written.
struct encode_error {
    // missing_member, not_utf8, bad_character, bad_value, duplicate_member, too_deep,
    // buffer_too_small, overlapping_buffer, out_of_memory or too_large.
    errc code{};
    // The offending member, by its name in the API reference: "InstanceIds"; empty for buffer_too_small,
    // overlapping_buffer, out_of_memory and too_large. Static storage, except for pairs (encode_pairs(), and
    // encode() with pairs), where it may be a view of the caller's key.
    std::string_view member{};
    // The offset of the offending byte in that member's text, for not_utf8 and bad_character; else 0.
    std::size_t offset{};
    // The number of bytes that the whole result takes, for buffer_too_small; else 0.
    std::size_t size{};

    // Returns the description of the code. Static storage.
    constexpr std::string_view message() const noexcept { return ec2wire::message(code); }

    friend constexpr bool operator==(const encode_error&, const encode_error&) = default;
    friend bool operator==(const encode_error&, errc) = delete;  // ec2wire: compare its code
};

namespace detail {

// Types to which any stream, and any value of a class or an enumeration, converts.
struct any_stream {
    template <class Stream>
        requires(std::is_class_v<Stream>)
    any_stream(const Stream&);
};
struct any_value {
    template <class T>
        requires(std::is_class_v<T> || std::is_enum_v<T>)
    any_value(const T&);
};

}  // namespace detail

// Deleted overloads, so that a mistaken call gives a few lines and not a list of every function of that name.
// Their parameters need a conversion, so any other overload is preferred.
void operator<<(  // ec2wire: print its message() or its members, *x if optional; see ostream.hpp
    detail::any_stream, detail::any_value) = delete;
void to_string(detail::any_value) = delete;  // ec2wire: include ec2wire/text.hpp, for some types
void begin(detail::any_value) = delete;      // ec2wire: this is not a list; its members may be
void end(detail::any_value) = delete;        // ec2wire: this is not a list; its members may be

}  // namespace ec2wire

#endif
