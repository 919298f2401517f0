#ifndef EC2WIRE_CODEC_DECODE_JSON_HPP
#define EC2WIRE_CODEC_DECODE_JSON_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/engine/json_dialect.hpp>
#include <ec2wire/engine/json_target.hpp>
#include <ec2wire/json/parser.hpp>
#include <ec2wire/shape/check_shape.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/reply.hpp>

#include <concepts>
#include <string_view>
#include <type_traits>
#include <utility>

namespace ec2wire {

namespace detail {

// The type of a parameter String&& that is deduced from a temporary string of simdjson's.
template <class String>
concept temporary_padded_string = std::same_as<std::remove_const_t<String>, json::padded_string>;

inline namespace EC2WIRE_COMPILATION {

// Decodes into an untyped object, which must be empty. Returns the error; its code is 0 if there is none.
EC2WIRE_ENGINE reply_error decode_json_reply(json_dialect dialect, json::padded_bytes bytes,
                                             const json_target& target, scratch& memory,
                                             json::parser& parser, json::parser_layout);

// Calls the engine for a shape.
template <json_dialect Form, structure T>
reply<T> decode_json_as(json::padded_bytes bytes, scratch& memory, json::parser& parser,
                        decode_notes* notes) {
    if constexpr (!check_response<T, decoded_shape>()) {
        return {};
    } else {
        reply<T> decoded(std::in_place);
        const reply_error error =
            decode_json_reply(Form, bytes, json_target_of(*decoded, notes), memory, parser, {});
        if (error.code != errc{}) decoded = unexpected(error);
        return decoded;
    }
}

// Copies bytes without padding into the scratch first.
template <json_dialect Form, structure T>
reply<T> decode_json_as(std::string_view bytes, scratch& memory, json::parser& parser,
                        decode_notes* notes) {
    json::padded_bytes copy{};
    if (!json::copy_padded(bytes, memory, copy))
        return unexpected(reply_error{{errc::out_of_memory, 0}, {}});
    return decode_json_as<Form, T>(copy, memory, parser, notes);
}

}  // namespace EC2WIRE_COMPILATION
}  // namespace detail

inline namespace EC2WIRE_COMPILATION {

// Decodes a reply in the JSON that the AWS SDKs and the AWS CLI print, into the same structs as decode_xml:
// equal content gives equal values. Also decodes the Query services' own JSON (Accept: application/json), and
// any other structure whose keys are its members' names, such as instance_state_change_notification.
//
//     {"StoppingInstances":[...],"ResponseMetadata":{"RequestId":"59db..."}}
//     {"AssumeRoleResponse":{"AssumeRoleResult":{...},"ResponseMetadata":{...}}}
//
// An "Error" is a service error, unless the shape has a member of that name and the object has other keys too.
// An object that has keys, but none that is known, is wrong_root: {"message":"Forbidden"}.
//
// Strict RFC 8259. `null` means absent, unknown keys are skipped and checked, `64.0` is not an integer; a
// member, and a member of a union, may occur once. A map keeps a key that occurs twice, and leaves out one whose
// value is null, unless the C++ type of the values can be absent. Strings are views into `bytes`, or into
// `scratch` if they contained an escape; lists are in `scratch`. The parser is simdjson's memory: reuse it for
// the next reply, and nothing is allocated.
//
// The capacity of `bytes` must exceed their size by json::padding; otherwise the error is missing_padding,
// and no byte is read.
template <structure T>
reply<T> decode_json(json::padded_bytes bytes EC2WIRE_LIFETIMEBOUND,
                     scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser) {
    return detail::decode_json_as<detail::json_dialect::sdk, T>(bytes, memory, parser, nullptr);
}

// Decodes simdjson's own string, which must outlive the reply. A std::string, which converts to one, is bytes
// without padding.
template <structure T, std::same_as<json::padded_string> String>
reply<T> decode_json(const String& bytes EC2WIRE_LIFETIMEBOUND,
                     scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser) {
    return decode_json<T>(json::padded_bytes(bytes), memory, parser);
}

// Deleted: the views would outlive the bytes. Keep the string in a variable.
template <structure T, detail::temporary_padded_string String>
void decode_json(  // ec2wire: the views would outlive the bytes: keep the string in a variable
    String&& bytes, scratch& memory, json::parser& parser) = delete;

// Decodes bytes without padding, which are copied into the scratch once: nothing refers to `bytes`
// afterwards.
template <structure T>
reply<T> decode_json(std::string_view bytes, scratch& memory EC2WIRE_LIFETIMEBOUND,
                     json::parser& parser) {
    return detail::decode_json_as<detail::json_dialect::sdk, T>(bytes, memory, parser, nullptr);
}

// Decodes without a parser to reuse, for callers that seldom decode JSON.
template <structure T>
reply<T> decode_json(std::string_view bytes, scratch& memory EC2WIRE_LIFETIMEBOUND) {
    json::parser parser;
    return decode_json<T>(bytes, memory, parser);
}

// Decodes in the same way, and collects notes about what was skipped, which makes it tolerant of single
// invalid values: see decode_notes.
template <structure T>
reply<T> decode_json(json::padded_bytes bytes EC2WIRE_LIFETIMEBOUND,
                     scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser,
                     decode_notes& notes) {
    return detail::decode_json_as<detail::json_dialect::sdk, T>(bytes, memory, parser, &notes);
}
template <structure T, std::same_as<json::padded_string> String>
reply<T> decode_json(const String& bytes EC2WIRE_LIFETIMEBOUND,
                     scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser,
                     decode_notes& notes) {
    return decode_json<T>(json::padded_bytes(bytes), memory, parser, notes);
}
template <structure T, detail::temporary_padded_string String>
void decode_json(  // ec2wire: the views would outlive the bytes: keep the string in a variable
    String&& bytes, scratch& memory, json::parser& parser, decode_notes& notes) = delete;
template <structure T>
reply<T> decode_json(std::string_view bytes, scratch& memory EC2WIRE_LIFETIMEBOUND,
                     json::parser& parser, decode_notes& notes) {
    return detail::decode_json_as<detail::json_dialect::sdk, T>(bytes, memory, parser, &notes);
}
template <structure T>
reply<T> decode_json(std::string_view bytes, scratch& memory EC2WIRE_LIFETIMEBOUND,
                     decode_notes& notes) {
    json::parser parser;
    return decode_json<T>(bytes, memory, parser, notes);
}

// Decodes a reply that CloudTrail recorded: a CloudTrail record, whose eventName must be the operation, its
// responseElements alone, or an EventBridge event with the record inside.
//
//     {"eventName":"StopInstances","responseElements":{"instancesSet":{"items":[...]}},...}
//
// The error code of a failed call is returned without the "Client." or "Server." that CloudTrail puts before
// it. The error is no_reply for a record that does not include the reply (of a call that only reads, too
// large, or secret), or has a mask for a value that cannot be absent, as in a list; any other member that
// CloudTrail has masked is absent. Timestamps are in milliseconds; a number may be written as a string and a
// string as a number. The rest is as in decode_json, the padding included. The forms of records are rules C1
// to C10 of docs/wire_protocol.md.
template <message_shape T>
reply<T> decode_cloudtrail(json::padded_bytes bytes EC2WIRE_LIFETIMEBOUND,
                           scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser) {
    return detail::decode_json_as<detail::json_dialect::cloudtrail, T>(bytes, memory, parser,
                                                                       nullptr);
}

// Decodes simdjson's own string, which must outlive the reply.
template <message_shape T, std::same_as<json::padded_string> String>
reply<T> decode_cloudtrail(const String& bytes EC2WIRE_LIFETIMEBOUND,
                           scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser) {
    return decode_cloudtrail<T>(json::padded_bytes(bytes), memory, parser);
}

// Deleted: the views would outlive the bytes. Keep the string in a variable.
template <message_shape T, detail::temporary_padded_string String>
void decode_cloudtrail(  // ec2wire: the views would outlive the bytes: keep the string in a variable
    String&& bytes, scratch& memory, json::parser& parser) = delete;

// Decodes bytes without padding, which are copied into the scratch once.
template <message_shape T>
reply<T> decode_cloudtrail(std::string_view bytes, scratch& memory EC2WIRE_LIFETIMEBOUND,
                           json::parser& parser) {
    return detail::decode_json_as<detail::json_dialect::cloudtrail, T>(bytes, memory, parser,
                                                                       nullptr);
}

// Decodes without a parser to reuse.
template <message_shape T>
reply<T> decode_cloudtrail(std::string_view bytes, scratch& memory EC2WIRE_LIFETIMEBOUND) {
    json::parser parser;
    return decode_cloudtrail<T>(bytes, memory, parser);
}

// Decodes in the same way, and collects notes about what was skipped, which makes it tolerant of single
// invalid values: see decode_notes.
template <message_shape T>
reply<T> decode_cloudtrail(json::padded_bytes bytes EC2WIRE_LIFETIMEBOUND,
                           scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser,
                           decode_notes& notes) {
    return detail::decode_json_as<detail::json_dialect::cloudtrail, T>(bytes, memory, parser,
                                                                       &notes);
}
template <message_shape T, std::same_as<json::padded_string> String>
reply<T> decode_cloudtrail(const String& bytes EC2WIRE_LIFETIMEBOUND,
                           scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser,
                           decode_notes& notes) {
    return decode_cloudtrail<T>(json::padded_bytes(bytes), memory, parser, notes);
}
template <message_shape T, detail::temporary_padded_string String>
void decode_cloudtrail(  // ec2wire: the views would outlive the bytes: keep the string in a variable
    String&& bytes, scratch& memory, json::parser& parser, decode_notes& notes) = delete;
template <message_shape T>
reply<T> decode_cloudtrail(std::string_view bytes, scratch& memory EC2WIRE_LIFETIMEBOUND,
                           json::parser& parser, decode_notes& notes) {
    return detail::decode_json_as<detail::json_dialect::cloudtrail, T>(bytes, memory, parser,
                                                                       &notes);
}
template <message_shape T>
reply<T> decode_cloudtrail(std::string_view bytes, scratch& memory EC2WIRE_LIFETIMEBOUND,
                           decode_notes& notes) {
    json::parser parser;
    return decode_cloudtrail<T>(bytes, memory, parser, notes);
}

// Deleted overloads, which explain mistaken calls.
template <no_structure T>
reply<T> decode_json(  // ec2wire: T is not a structure with fields(); see describing_a_shape.md
    std::string_view, scratch&) = delete;
template <class T>
void decode_json(  // ec2wire: call decode_json<T>(bytes, scratch); the scratch must be a variable
    ...) = delete;
void decode_json(  // ec2wire: call decode_json<T>(bytes, scratch); the scratch must be a variable
    ...) = delete;
template <no_message_shape T>
void decode_cloudtrail(  // ec2wire: T is not the response of an operation; see describing_a_shape.md
    std::string_view, scratch&) = delete;
template <class T>
void decode_cloudtrail(  // ec2wire: decode_cloudtrail<T>(bytes, scratch); the scratch is a variable
    ...) = delete;
void decode_cloudtrail(...) = delete;  // ec2wire: decode_cloudtrail<T>(bytes, scratch)

}  // namespace EC2WIRE_COMPILATION
}  // namespace ec2wire

#ifndef EC2WIRE_SEPARATE_COMPILATION
#include <ec2wire/engine/decode_json_document.hpp>
#endif

#endif
