#ifndef EC2WIRE_CODEC_DECODE_JSON_HPP
#define EC2WIRE_CODEC_DECODE_JSON_HPP

#include <ec2wire/codec/decode_json_format.hpp>
#include <ec2wire/codec/reply.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/json/quick_reader.hpp>
#include <ec2wire/json/reader.hpp>
#include <ec2wire/shape/field.hpp>

#include <cstddef>
#include <cstring>
#include <string_view>
#include <utility>

namespace ec2wire {

namespace detail {

template <class Format, structure T>
reply<T> decode_json_strictly(json::padded_bytes bytes, scratch& memory, json::parser& parser) {
    json::reader in(bytes, parser, memory);
    reply<T> answer(std::in_place);
    Format::decode(in, answer);
    if (in.has_failed()) answer = unexpected(reply_error{in.error(), {}});
    return answer;
}

// Almost every document is right and without escapes, and then the quick reader is enough. Any other
// is simdjson's, from its first byte. The law is that of XML: where the quick reader gives an answer,
// the strict one gives the same.
template <class Format, structure T>
reply<T> decode_json_in(json::padded_bytes bytes, scratch& memory, json::parser& parser) {
    check_is_no_request<T>();
    if (!json::has_padding(bytes))
        return unexpected(reply_error{{errc::missing_padding, bytes.size()}, {}});
    const auto* const mark = memory.mark();
    static_assert(json::padding >= json::quick_tokens::padding);
    json::quick_reader quick(bytes, memory);
    reply<T> answer(std::in_place);
    Format::decode(quick, answer);
    if (quick.has_failed()) {
        memory.rewind(mark);
        answer = decode_json_strictly<Format, T>(bytes, memory, parser);
    }
    return answer;
}

// Copies the bytes into the scratch, with the room behind them that simdjson reads.
inline bool copy_padded(std::string_view bytes, scratch& memory,
                        json::padded_bytes& copy) noexcept {
    const std::size_t size = bytes.size() + json::padding;
    char* const room = memory.allocate<char>(size);
    if (room == nullptr) return false;
    if (!bytes.empty()) std::memcpy(room, bytes.data(), bytes.size());
    std::memset(room + bytes.size(), 0, json::padding);
    copy = json::padded_bytes(room, bytes.size(), size);
    return true;
}

// The same from bytes without padding.
template <class Format, structure T>
reply<T> decode_json_in(std::string_view bytes, scratch& memory, json::parser& parser) {
    json::padded_bytes copy;
    if (!copy_padded(bytes, memory, copy))
        return unexpected(reply_error{{errc::out_of_memory, 0}, {}});
    return decode_json_in<Format, T>(copy, memory, parser);
}

}  // namespace detail

// Decodes a reply in the AWS SDK's JSON, as boto3 and the AWS CLI print it, into the same structs as
// decode_xml: equal content gives equal values. A reply that holds an "Error" is a service error.
// Also any other structure whose names are its members', such as instance_state_change_notification.
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
    return detail::decode_json_in<detail::sdk_format, T>(bytes, memory, parser);
}

// The same from simdjson's own string, which is to outlive the reply.
template <structure T>
reply<T> decode_json(const json::padded_string& bytes EC2WIRE_LIFETIMEBOUND,
                     scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser) {
    return decode_json<T>(json::padded_bytes(bytes), memory, parser);
}

// The views would outlive the bytes: keep the string in a variable.
template <structure T>
reply<T> decode_json(json::padded_string&& bytes, scratch& memory, json::parser& parser) = delete;

// The same from bytes without padding, which are copied into the scratch once: nothing refers to
// `bytes` afterwards.
template <structure T>
reply<T> decode_json(std::string_view bytes, scratch& memory EC2WIRE_LIFETIMEBOUND,
                     json::parser& parser) {
    return detail::decode_json_in<detail::sdk_format, T>(bytes, memory, parser);
}

// The same without a parser to keep, for who decodes JSON now and then.
template <structure T>
reply<T> decode_json(std::string_view bytes, scratch& memory EC2WIRE_LIFETIMEBOUND) {
    json::parser parser;
    return decode_json<T>(bytes, memory, parser);
}

// Decodes what CloudTrail recorded of a reply: an event, whose eventName must be the operation, or
// the responseElements of one alone. The code of a failed call comes without CloudTrail's "Client."
// or "Server." in front. An event with neither responseElements nor errorCode is missing_member.
// Otherwise as decode_json, the padding included.
template <message_shape T>
reply<T> decode_cloudtrail(json::padded_bytes bytes EC2WIRE_LIFETIMEBOUND,
                           scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser) {
    return detail::decode_json_in<detail::cloudtrail_format, T>(bytes, memory, parser);
}

// The same from simdjson's own string, which is to outlive the reply.
template <message_shape T>
reply<T> decode_cloudtrail(const json::padded_string& bytes EC2WIRE_LIFETIMEBOUND,
                           scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser) {
    return decode_cloudtrail<T>(json::padded_bytes(bytes), memory, parser);
}

// The views would outlive the bytes: keep the string in a variable.
template <message_shape T>
reply<T> decode_cloudtrail(json::padded_string&& bytes, scratch& memory,
                           json::parser& parser) = delete;

// The same from bytes without padding, which are copied into the scratch once.
template <message_shape T>
reply<T> decode_cloudtrail(std::string_view bytes, scratch& memory EC2WIRE_LIFETIMEBOUND,
                           json::parser& parser) {
    return detail::decode_json_in<detail::cloudtrail_format, T>(bytes, memory, parser);
}

// The same without a parser to keep.
template <message_shape T>
reply<T> decode_cloudtrail(std::string_view bytes, scratch& memory EC2WIRE_LIFETIMEBOUND) {
    json::parser parser;
    return decode_cloudtrail<T>(bytes, memory, parser);
}

}  // namespace ec2wire

#endif
