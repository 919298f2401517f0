#ifndef EC2WIRE_CODEC_DECODE_CLOUDTRAIL_REQUEST_HPP
#define EC2WIRE_CODEC_DECODE_CLOUDTRAIL_REQUEST_HPP

#include <ec2wire/core/call_visitor.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/engine/decode_cloudtrail_request.hpp>
#include <ec2wire/engine/json_target.hpp>
#include <ec2wire/engine/visit_cloudtrail_parameters.hpp>
#include <ec2wire/json/parser.hpp>
#include <ec2wire/json/strict_reader.hpp>
#include <ec2wire/shape/check_shape.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/reply.hpp>

#include <cstddef>
#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>

namespace ec2wire {

namespace detail {

// Returns the error; its code is 0 if there is none.
inline decode_error decode_cloudtrail_request_into(std::string_view bytes,
                                                   const json_target& target, scratch& memory,
                                                   json::parser& parser) {
    json::padded_bytes copy{};
    if (!json::copy_padded(bytes, memory, copy)) return {errc::out_of_memory, 0};
    json::strict_reader in(copy, parser, memory);
    cloudtrail_request_decoder(in, target).decode();
    return in.error();
}

inline result<std::size_t, decode_error> visit_parameters(std::string_view bytes, scratch& memory,
                                                          json::parser& parser,
                                                          const pair_visit& visit) {
    json::padded_bytes copy{};
    if (!json::copy_padded(bytes, memory, copy))
        return unexpected(decode_error{errc::out_of_memory, 0});
    // The caller's parser is free meanwhile, so that the visitor may use it.
    json::parser own;
    std::swap(own, parser);
    json::strict_reader in(copy, own, memory);
    no_shape nothing;
    const json_target target = json_target_of(nothing, nullptr);
    const std::size_t count = cloudtrail_parameters(in, target, visit).decode();
    std::swap(own, parser);
    if (in.has_failed()) return unexpected(in.error());
    return count;
}

template <message_shape T>
result<T, decode_error> decode_cloudtrail_request_as(std::string_view bytes, scratch& memory,
                                                     json::parser& parser, decode_notes* notes) {
    if constexpr (!check_request<T, decoded_shape>()) {
        return {};
    } else {
        result<T, decode_error> request(std::in_place);
        const decode_error error =
            decode_cloudtrail_request_into(bytes, json_target_of(*request, notes), memory, parser);
        if (error.code != errc{}) request = unexpected(error);
        return request;
    }
}

}  // namespace detail

// Decodes a request that CloudTrail recorded, from the requestParameters of a CloudTrail record, whose
// eventName must be the operation, or of an EventBridge event with the record inside. Whether the call failed
// makes no difference.
//
//     auto request = ec2wire::decode_cloudtrail_request<ec2wire::stop_instances_request>(event, scratch);
//     auto body = ec2wire::encode(*request);
//
// CloudTrail names parameters in its own way, mostly by rules over the names in the request (C8). The request
// is decoded completely or not at all: a record without parameters, or with one that matches no member, is
// no_request, and one without a required member, of the request or of a structure in it, is missing_member.
// Parameters that CloudTrail has masked, such as user data, are absent; one that cannot be, as in a list, is
// no_request. Parameters more than 64 levels deep in the document are too_deep.
//
// The bytes are copied into the scratch once. Views in the request are valid as long as the scratch; a
// request that owns its strings, as the library's own do, has none.
template <message_shape T>
result<T, decode_error> decode_cloudtrail_request(std::string_view bytes,
                                                  scratch& memory EC2WIRE_LIFETIMEBOUND,
                                                  json::parser& parser) {
    return detail::decode_cloudtrail_request_as<T>(bytes, memory, parser, nullptr);
}

// Decodes in the same way, without a parser to reuse.
template <message_shape T>
result<T, decode_error> decode_cloudtrail_request(std::string_view bytes,
                                                  scratch& memory EC2WIRE_LIFETIMEBOUND) {
    json::parser parser;
    return decode_cloudtrail_request<T>(bytes, memory, parser);
}

// Decodes in the same way, but makes a note of each masked parameter, and of each that matches no member or
// whose value is not of its member's type (D10a), instead of failing; a value that cannot be absent, such as
// an element of a list, is still an error. If there are notes, the request is less than what was sent.
template <message_shape T>
result<T, decode_error> decode_cloudtrail_request(std::string_view bytes,
                                                  scratch& memory EC2WIRE_LIFETIMEBOUND,
                                                  json::parser& parser, decode_notes& notes) {
    return detail::decode_cloudtrail_request_as<T>(bytes, memory, parser, &notes);
}

// Calls a visitor with the requestParameters of a CloudTrail record, of any operation, as pairs of names and
// values. Numbers and booleans are passed as they are written. Null, empty objects and empty arrays are
// skipped.
//
//     ec2wire::visit_cloudtrail_parameters(event, scratch, parser, [](auto name, auto value) { ... });
//     // "instancesSet.items.1.instanceId", "i-1"
//
// `visit` takes two std::string_view: the name is valid until it returns, the value as long as the scratch.
// It may use the parser and the scratch, but must not clear the scratch. It may return false to stop: the
// error is then stopped_by_visitor. A record without parameters is no_request, a name of more than 1023 bytes
// too_large, more than 32 levels too_deep. Returns the number of pairs. The scratch holds a copy of the bytes,
// and the strings that contained an escape.
template <class Visit>
result<std::size_t, decode_error> visit_cloudtrail_parameters(std::string_view bytes,
                                                              scratch& memory, json::parser& parser,
                                                              Visit&& visit) {
    using visitor = std::remove_reference_t<Visit>;
    const detail::pair_visit pairs{
        const_cast<void*>(static_cast<const void*>(std::addressof(visit))),
        [](void* context, std::string_view name, std::string_view value) {
            return detail::call_visitor(*static_cast<visitor*>(context), name, value);
        }};
    return detail::visit_parameters(bytes, memory, parser, pairs);
}

// Deleted overloads, which explain mistaken calls.
template <no_message_shape T>
void decode_cloudtrail_request(  // ec2wire: T is not the request of an operation; see describing_a_shape.md
    std::string_view, scratch&) = delete;
template <class T>
void decode_cloudtrail_request(  // ec2wire: call it with (bytes, scratch); the scratch is a variable
    ...) = delete;
void decode_cloudtrail_request(  // ec2wire: decode_cloudtrail_request<T>(bytes, scratch)
    ...) = delete;
void visit_cloudtrail_parameters(...) = delete;  // ec2wire: (bytes, scratch, parser, visitor)

}  // namespace ec2wire

#endif
