#ifndef EC2WIRE_CODEC_DECODE_JSON_HPP
#define EC2WIRE_CODEC_DECODE_JSON_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/engine/json_target.hpp>
#include <ec2wire/json/parser.hpp>
#include <ec2wire/shape/check_shape.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/reply.hpp>

#include <string_view>
#include <utility>

namespace ec2wire {

namespace detail {
inline namespace EC2WIRE_COMPILATION {

// Decodes into an object without its type, which is empty before. Returns the error, or a code of zero for
// an answer.
EC2WIRE_ENGINE reply_error decode_json_reply(json_dialect dialect, json::padded_bytes bytes,
                                             const json_target& target, scratch& memory,
                                             json::parser& parser, json::parser_layout);

// The reply in its type: what is left to do for each shape.
template <json_dialect Form, structure T>
reply<T> decode_json_as(json::padded_bytes bytes, scratch& memory, json::parser& parser,
                        decode_notes* notes) {
    if constexpr (!check_response<T, decoded_shape>()) {
        return {};
    } else {
        reply<T> answer(std::in_place);
        const reply_error error =
            decode_json_reply(Form, bytes, json_target_of(*answer, notes), memory, parser, {});
        if (error.code != errc{}) answer = unexpected(error);
        return answer;
    }
}

// Decodes bytes without padding, by way of a copy in the scratch.
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

// Decodes a reply in the AWS SDK's JSON, as boto3 and the AWS CLI print it, into the same structs as
// decode_xml: equal content gives equal values. The Query services' own JSON (Accept: application/json)
// is read too, and any other structure whose keys are its members' names, such as
// instance_state_change_notification.
//
//     {"StoppingInstances":[...],"ResponseMetadata":{"RequestId":"59db..."}}
//     {"AssumeRoleResponse":{"AssumeRoleResult":{...},"ResponseMetadata":{...}}}
//
// A reply that holds an "Error" is a service error; beside other members, an "Error" that the shape
// knows is its own. An object without one known key is wrong_root: {"message":"Forbidden"}.
//
// Strict RFC 8259: `null` is absent, unknown keys are skipped and checked, `64.0` is no integer; a
// member, and a member of a union, may stand once, while a map keeps every key it has. Strings are
// views into `bytes`, or into `scratch` if they held an escape; lists are in `scratch`. The parser
// is simdjson's memory: keep it for the next reply, and nothing is allocated.
//
// The capacity of `bytes` must exceed their size by json::padding: without that the error is
// missing_padding, and no byte is read.
template <structure T>
reply<T> decode_json(json::padded_bytes bytes EC2WIRE_LIFETIMEBOUND,
                     scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser) {
    return detail::decode_json_as<detail::json_dialect::sdk, T>(bytes, memory, parser, nullptr);
}

// The same from simdjson's own string, which is to outlive the reply.
template <structure T>
reply<T> decode_json(const json::padded_string& bytes EC2WIRE_LIFETIMEBOUND,
                     scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser) {
    return decode_json<T>(json::padded_bytes(bytes), memory, parser);
}

// The views would outlive the bytes: keep the string in a variable.
template <structure T>
void decode_json(  // ec2wire: the views would outlive the bytes: keep the string in a variable
    json::padded_string&& bytes, scratch& memory, json::parser& parser) = delete;

// The same from bytes without padding, which are copied into the scratch once: nothing refers to
// `bytes` afterwards.
template <structure T>
reply<T> decode_json(std::string_view bytes, scratch& memory EC2WIRE_LIFETIMEBOUND,
                     json::parser& parser) {
    return detail::decode_json_as<detail::json_dialect::sdk, T>(bytes, memory, parser, nullptr);
}

// The same without a parser to keep, for who decodes JSON now and then.
template <structure T>
reply<T> decode_json(std::string_view bytes, scratch& memory EC2WIRE_LIFETIMEBOUND) {
    json::parser parser;
    return decode_json<T>(bytes, memory, parser);
}

// Decodes in the same way, and collects in `notes` what was passed over. That makes it tolerant of
// single values: see decode_notes.
template <structure T>
reply<T> decode_json(json::padded_bytes bytes EC2WIRE_LIFETIMEBOUND,
                     scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser,
                     decode_notes& notes) {
    return detail::decode_json_as<detail::json_dialect::sdk, T>(bytes, memory, parser, &notes);
}
template <structure T>
reply<T> decode_json(const json::padded_string& bytes EC2WIRE_LIFETIMEBOUND,
                     scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser,
                     decode_notes& notes) {
    return decode_json<T>(json::padded_bytes(bytes), memory, parser, notes);
}
template <structure T>
void decode_json(  // ec2wire: the views would outlive the bytes: keep the string in a variable
    json::padded_string&& bytes, scratch& memory, json::parser& parser,
    decode_notes& notes) = delete;
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

// Decodes what CloudTrail recorded of a reply: a record, whose eventName must be the operation, the
// responseElements of one alone, or an event of EventBridge around one.
//
//     {"eventName":"StopInstances","responseElements":{"instancesSet":{"items":[...]}},...}
//
// The code of a failed call comes without CloudTrail's "Client." or "Server." in front. A record that
// does not hold the reply (of a call that only reads, too large, kept secret) is no_reply. Times are
// milliseconds; a number may be text and text a number; a member that CloudTrail has masked is absent.
// Otherwise as decode_json, the padding included.
template <message_shape T>
reply<T> decode_cloudtrail(json::padded_bytes bytes EC2WIRE_LIFETIMEBOUND,
                           scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser) {
    return detail::decode_json_as<detail::json_dialect::cloudtrail, T>(bytes, memory, parser,
                                                                       nullptr);
}

// The same from simdjson's own string, which is to outlive the reply.
template <message_shape T>
reply<T> decode_cloudtrail(const json::padded_string& bytes EC2WIRE_LIFETIMEBOUND,
                           scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser) {
    return decode_cloudtrail<T>(json::padded_bytes(bytes), memory, parser);
}

// The views would outlive the bytes: keep the string in a variable.
template <message_shape T>
void decode_cloudtrail(  // ec2wire: the views would outlive the bytes: keep the string in a variable
    json::padded_string&& bytes, scratch& memory, json::parser& parser) = delete;

// The same from bytes without padding, which are copied into the scratch once.
template <message_shape T>
reply<T> decode_cloudtrail(std::string_view bytes, scratch& memory EC2WIRE_LIFETIMEBOUND,
                           json::parser& parser) {
    return detail::decode_json_as<detail::json_dialect::cloudtrail, T>(bytes, memory, parser,
                                                                       nullptr);
}

// The same without a parser to keep.
template <message_shape T>
reply<T> decode_cloudtrail(std::string_view bytes, scratch& memory EC2WIRE_LIFETIMEBOUND) {
    json::parser parser;
    return decode_cloudtrail<T>(bytes, memory, parser);
}

// Decodes in the same way, and collects in `notes` what was passed over. That makes it tolerant of
// single values: see decode_notes.
template <message_shape T>
reply<T> decode_cloudtrail(json::padded_bytes bytes EC2WIRE_LIFETIMEBOUND,
                           scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser,
                           decode_notes& notes) {
    return detail::decode_json_as<detail::json_dialect::cloudtrail, T>(bytes, memory, parser,
                                                                       &notes);
}
template <message_shape T>
reply<T> decode_cloudtrail(const json::padded_string& bytes EC2WIRE_LIFETIMEBOUND,
                           scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser,
                           decode_notes& notes) {
    return decode_cloudtrail<T>(json::padded_bytes(bytes), memory, parser, notes);
}
template <message_shape T>
void decode_cloudtrail(  // ec2wire: the views would outlive the bytes: keep the string in a variable
    json::padded_string&& bytes, scratch& memory, json::parser& parser,
    decode_notes& notes) = delete;
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

// Any other call is a mistake, which these explain.
template <no_structure T>
reply<T> decode_json(  // ec2wire: no ..._response; see describing_a_shape.md
    std::string_view, scratch&) = delete;
template <class T>
void decode_json(...) = delete;  // ec2wire: decode_json<response>(bytes, scratch), and no temporary
void decode_json(...) = delete;  // ec2wire: decode_json<response>(bytes, scratch)

}  // namespace EC2WIRE_COMPILATION
}  // namespace ec2wire

#ifndef EC2WIRE_SEPARATE_COMPILATION
#include <ec2wire/engine/decode_json_document.hpp>
#endif

#endif
