#ifndef EC2WIRE_CORE_ERROR_HPP
#define EC2WIRE_CORE_ERROR_HPP

#include <ec2wire/core/config.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace ec2wire {

// What went wrong, in kinds that a caller can act on. The number is stable; 0 is never used, so
// that a zeroed error is not taken for a real one.
enum class errc : std::uint8_t {
    // The bytes end inside a construct that is well formed so far: the body is cut off. Decode again from
    // the first byte once all of it is there.
    unexpected_end = 1,
    // Empty, HTML or plain text: what a proxy or a load balancer sends in EC2's place. Go by the
    // HTTP status.
    not_a_document,
    // A <!DOCTYPE>. EC2 sends none, and with it come entities, defaults and external files.
    doctype,
    // Another encoding than UTF-8, by its declaration or by its byte order mark.
    unsupported_encoding,
    // <?xml version="1.1"?>, or any version but 1.0.
    unsupported_version,
    // Bytes that are no UTF-8: overlong, a surrogate, past U+10FFFF, or cut short.
    not_utf8,
    // A character that XML 1.0 has no place for: NUL, most other controls, U+FFFE, U+FFFF.
    bad_character,
    // Not XML: a tag, attribute, comment, instruction or section that breaks the grammar.
    bad_markup,
    // </reservationSet> where </item> was due. More bytes cannot repair it.
    mismatched_tag,
    // The same attribute twice in one tag.
    duplicate_attribute,
    // &nbsp; or any entity but the five, or a reference to what is no XML character.
    bad_reference,
    // Deeper than max_depth.
    too_deep,
    // A document of another kind than the one asked for.
    wrong_root,
    // Something after the end of the document.
    trailing_data,
    // A member that may stand once stands twice.
    duplicate_member,
    // A member's text is not of the member's type: <code>sixteen</code>.
    bad_value,
    // An element inside a member that holds text: <code>6<b/>4</code>.
    unexpected_element,
    // The bytes are no JSON.
    bad_json,
    // JSON of another type than the member's: a string where an object belongs.
    wrong_type,
    // The scratch cannot grow: no memory, or a fixed buffer that is full.
    out_of_memory,
    // The service answered, and its answer is an error: see service_error.
    service_error,
    // A message without a member that the service requires, or a map's entry without its key.
    missing_member,
    // The caller's buffer cannot hold the whole result. Nothing was written.
    buffer_too_small,
    // The visitor of decode_xml_each wanted no more items: what it has seen is not all of the reply.
    stopped_by_visitor,
    // Padded JSON whose capacity lacks the padding: json::padding bytes must be readable behind it.
    // Nothing was read. `offset` is the size of the JSON, where the padding was due.
    missing_padding,
    // The result would take more than max_text_size bytes. Nothing was written.
    too_large,
    // The caller's buffer holds text of the message, which writing would change before it is read.
    // Nothing was written.
    overlapping_buffer,
    // A record of CloudTrail that does not hold the reply: that of a call that only reads, one that was
    // too large, or one that is kept secret.
    no_reply,
    // A '%' of a query without two hexadecimal digits behind it.
    bad_escape,
    // A record of CloudTrail that does not hold the request, or holds a parameter that no member of the
    // request stands for.
    no_request,
};

// The enumerator's name, as it is spelled above. Static storage.
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

// One sentence for a person: what is wrong, and after a semicolon what to do where the caller can do
// something. The place is not in it. Static storage.
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
            return "a reference to an entity or character that XML does not define";
        case errc::too_deep: return "nested deeper than max_depth allows";
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

// Why bytes could not be decoded, and where.
struct decode_error {
    errc code{};  // what went wrong
    // Of the first byte that no valid document has there, counted from the first byte given. The
    // size of the input where the input ends too early. Where the wrong value had to be unescaped
    // first, its first byte.
    std::size_t offset{};

    // The code in one sentence. Static storage.
    constexpr std::string_view message() const noexcept { return ec2wire::message(code); }

    friend constexpr bool operator==(const decode_error&, const decode_error&) = default;
    friend bool operator==(const decode_error&, errc) = delete;  // ec2wire: compare its code
};

// Why a request or a response could not be encoded, and where. Nothing has been written.
struct encode_error {
    // missing_member, not_utf8, bad_character, bad_value, duplicate_member, too_deep,
    // buffer_too_small, overlapping_buffer or too_large.
    errc code{};
    // The member at fault, by its name in the API reference: "InstanceIds". Static storage; empty
    // for buffer_too_small, overlapping_buffer and too_large.
    std::string_view member{};
    // Of the first byte at fault in that member's text (not_utf8, bad_character); else 0.
    std::size_t offset{};
    // How many bytes the whole result takes (buffer_too_small); else 0.
    std::size_t size{};

    // The code in one sentence. Static storage.
    constexpr std::string_view message() const noexcept { return ec2wire::message(code); }

    friend constexpr bool operator==(const encode_error&, const encode_error&) = default;
    friend bool operator==(const encode_error&, errc) = delete;  // ec2wire: compare its code
};

namespace detail {

// Stand-ins to which any stream, and any value of a class or an enumeration, converts.
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

// Mistakes that would list every function of that name there is: these say it in a few lines. Arguments are
// converted, so that any other function is preferred.
void operator<<(  // ec2wire: print its message() or its members, *x if optional; see ostream.hpp
    detail::any_stream, detail::any_value) = delete;
void to_string(detail::any_value) = delete;  // ec2wire: include ec2wire/text.hpp, for some types
void begin(detail::any_value) = delete;      // ec2wire: this is not a list; its members may be
void end(detail::any_value) = delete;        // ec2wire: this is not a list; its members may be

}  // namespace ec2wire

#endif
