#ifndef EC2WIRE_CODEC_DECODE_QUERY_HPP
#define EC2WIRE_CODEC_DECODE_QUERY_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/engine/query_schema_of.hpp>
#include <ec2wire/query/head.hpp>
#include <ec2wire/shape/check_shape.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/query_schema.hpp>
#include <ec2wire/shape/reply.hpp>

#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>

namespace ec2wire {

namespace detail {

inline namespace EC2WIRE_COMPILATION {

// Decodes a query of an operation into an untyped object, which must be empty. Returns the error; its code is
// 0 if there is none.
EC2WIRE_ENGINE request_error decode_query_into(const query_schema& schema,
                                               std::string_view operation, std::string_view bytes,
                                               scratch& memory, void* object, decode_notes* notes);

template <message_shape T>
result<T, request_error> decode_query_as(std::string_view bytes, scratch& memory,
                                         decode_notes* notes) {
    if constexpr (!check_request<T, decoded_shape>()) {
        return {};
    } else {
        using schema = query_schema_of<typename T::service::protocol, T, schema_use::both_ways>;
        result<T, request_error> request(std::in_place);
        const request_error error = decode_query_into(schema::schema, T::operation, bytes, memory,
                                                      std::addressof(*request), notes);
        if (error.code != errc{}) request = unexpected(error);
        return request;
    }
}

}  // namespace EC2WIRE_COMPILATION
}  // namespace detail

inline namespace EC2WIRE_COMPILATION {

// Decodes a query (the body of a POST, or the part of a URL after the '?') into a request, whether encode()
// wrote it or any other client of the service.
//
//     ec2wire::scratch scratch;
//     auto request = ec2wire::decode_query<ec2wire::stop_instances_request>(bytes, scratch);
//     if (request) stop(request->instance_ids, request->force.value_or(false));
//
// Keys and indices may come in any order; Action must be the request's operation, and Version may be any.
// Unknown pairs are skipped. The rules are those from "R8, read" to R16 of docs/wire_protocol.md. The error
// is wrong_root for another operation; missing_member, duplicate_member, bad_value or too_deep for a member;
// bad_escape or not_utf8 for invalid bytes in any pair; too_large for more than max_query_size bytes; or
// out_of_memory.
//
// T determines where strings are stored. borrowing<stop_instances_request> has views into `bytes`, or into
// `scratch` if the string was escaped, and its lists are in `scratch`, so that nothing else is allocated. The
// request is valid while bytes and scratch exist and until the scratch is cleared. stop_instances_request
// owns its strings and lists.
template <message_shape T>
result<T, request_error> decode_query(std::string_view bytes EC2WIRE_LIFETIMEBOUND,
                                      scratch& memory EC2WIRE_LIFETIMEBOUND) {
    return detail::decode_query_as<T>(bytes, memory, nullptr);
}

// Decodes in the same way, and makes a note of each unknown pair, except those that authenticate the request.
// Unlike replies, requests are still decoded strictly: an invalid value is an error, so that a server does
// nothing that was not asked for.
template <message_shape T>
result<T, request_error> decode_query(std::string_view bytes EC2WIRE_LIFETIMEBOUND,
                                      scratch& memory EC2WIRE_LIFETIMEBOUND, decode_notes& notes) {
    return detail::decode_query_as<T>(bytes, memory, &notes);
}

// Deleted for temporaries, because views would outlive the bytes, and also where T owns its text. Keep the
// string in a variable.
template <message_shape T, owning_text Bytes>
void decode_query(  // ec2wire: the views would outlive the bytes: keep the string in a variable
    Bytes&& bytes, scratch& memory) = delete;
template <message_shape T, owning_text Bytes>
void decode_query(  // ec2wire: the views would outlive the bytes: keep the string in a variable
    Bytes&& bytes, scratch& memory, decode_notes& notes) = delete;

// Deleted overloads, which explain mistaken calls.
template <no_message_shape T>
void decode_query(  // ec2wire: T is not the request of an operation; see describing_a_shape.md
    std::string_view, scratch&) = delete;
template <class T>
void decode_query(  // ec2wire: call decode_query<T>(bytes, scratch); the scratch must be a variable
    ...) = delete;
void decode_query(  // ec2wire: call decode_query<T>(bytes, scratch); the scratch must be a variable
    ...) = delete;

// Decodes a query into that one of Requests whose operation is the query's Action, and calls
// handle(result<Request, request_error>) with it. Returns false, without a call, if Action is missing,
// escaped, or none of theirs. Views in a request are valid as long as those of decode_query().
//
//     bool is_known = ec2wire::dispatch<start_instances_request, stop_instances_request>(
//         bytes, scratch, [&](const auto& request) { respond(request); });
template <message_shape... Requests, class Handle>
bool dispatch(std::string_view bytes, scratch& memory, Handle&& handle) {
    constexpr bool takes = (std::is_invocable_v<Handle&, result<Requests, request_error>> && ...);
    static_assert(takes,
                  "ec2wire: the handler takes a result<Request, request_error> of each request");
    if constexpr (takes) {
        const std::string_view action = query_head(bytes).action;
        return ((action == Requests::operation &&
                 (static_cast<void>(handle(decode_query<Requests>(bytes, memory))), true)) ||
                ...);
    } else {
        return false;
    }
}
template <class... Requests>
bool dispatch(...) = delete;  // ec2wire: dispatch<request...>(bytes, scratch, handle)

}  // namespace EC2WIRE_COMPILATION
}  // namespace ec2wire

#ifndef EC2WIRE_SEPARATE_COMPILATION
#include <ec2wire/engine/query_decoder.hpp>
#endif

#endif
