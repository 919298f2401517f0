#ifndef EC2WIRE_CODEC_ENCODE_HPP
#define EC2WIRE_CODEC_ENCODE_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/engine/query_schema_of.hpp>
#include <ec2wire/shape/check_shape.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/query_schema.hpp>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace ec2wire {

namespace detail {
inline namespace EC2WIRE_COMPILATION {

// Returns the number of characters of a request's query.
EC2WIRE_ENGINE result<std::size_t, encode_error> query_size(const query_schema& schema,
                                                            const void* request,
                                                            std::size_t request_size);

// Returns a request's query in a string, which is the only allocation.
EC2WIRE_ENGINE result<std::string, encode_error> encode_query(const query_schema& schema,
                                                              const void* request,
                                                              std::size_t request_size);

// Writes a request's query to a buffer and returns the part that was written.
EC2WIRE_ENGINE result<std::string_view, encode_error> encode_query(const query_schema& schema,
                                                                   const void* request,
                                                                   std::size_t request_size,
                                                                   std::span<char> buffer);

// Writes a request's query to memory of a scratch and returns it.
EC2WIRE_ENGINE result<std::string_view, encode_error> encode_query(const query_schema& schema,
                                                                   const void* request,
                                                                   std::size_t request_size,
                                                                   scratch& memory);

}  // namespace EC2WIRE_COMPILATION

// Returns the table of a request in its service's protocol.
template <message_shape T>
constexpr const query_schema& request_schema_of() noexcept {
    if constexpr (check_request<T, encoded_shape>())
        return query_schema_of<typename T::service::protocol, T>::schema;
    else
        return empty_table<query_schema>;
}

}  // namespace detail

inline namespace EC2WIRE_COMPILATION {

// Returns the exact number of characters that encode() returns for this request, or the error that it
// returns.
template <message_shape T>
result<std::size_t, encode_error> encoded_size(const T& request) {
    return detail::query_size(detail::request_schema_of<T>(), std::addressof(request),
                              sizeof request);
}

// Encodes a request as a query, the body of a POST to "/" with the content type
// application/x-www-form-urlencoded.
//
//     ec2wire::stop_instances_request request{.instance_ids = {"i-1234567890abcdef0"}, .force = true};
//     auto body = ec2wire::encode(request);
//     // Action=StopInstances&Force=true&InstanceId.1=i-1234567890abcdef0&Version=2016-11-15
//
// The result is the canonical query string of AWS Signature Version 4: pairs in byte order of their keys,
// escapes of RFC 3986. The error is missing_member, not_utf8, bad_value for a timestamp outside the years 0 to
// 9999 and for a union without exactly one member, too_deep for more than max_depth structures and lists inside
// each other, or too_large for a query of more than max_text_size bytes. The string is the only allocation.
template <message_shape T>
result<std::string, encode_error> encode(const T& request) {
    return detail::encode_query(detail::request_schema_of<T>(), std::addressof(request),
                                sizeof request);
}

// Encodes into a buffer of the caller's, without allocation. Returns the part of it that was written, without
// a terminating zero. The errors are those of encode(request), and two more: buffer_too_small, with the size
// that is needed; and overlapping_buffer, if the buffer overlaps the request object, the elements of one of
// its lists, the value of an indirect, or a string that it views. (An overlap with text that a list's strings
// own may go unnoticed.) After an error nothing has been written.
template <message_shape T>
result<std::string_view, encode_error> encode(const T& request, std::span<char> buffer) {
    return detail::encode_query(detail::request_schema_of<T>(), std::addressof(request),
                                sizeof request, buffer);
}

// Encodes into memory of a scratch, without another allocation once the scratch is large enough. Returns the
// query, which is valid until the scratch is cleared. The request may view what the scratch holds, but nothing
// that it held before it was cleared. The errors are those of encode(request), out_of_memory, and
// overlapping_buffer for a view of cleared memory, where it is noticed.
template <message_shape T>
result<std::string_view, encode_error> encode(const T& request,
                                              scratch& memory EC2WIRE_LIFETIMEBOUND) {
    return detail::encode_query(detail::request_schema_of<T>(), std::addressof(request),
                                sizeof request, memory);
}

// Deleted overloads, which explain mistaken calls.
template <no_message_shape T>
result<std::string, encode_error> encode(  // ec2wire: T is not a request; see describing_a_shape.md
    const T&) = delete;
template <class T>
void encode(...) = delete;  // ec2wire: encode(request), or into memory; pairs: encode_pairs.hpp
void encode(...) = delete;  // ec2wire: encode(request), or into memory; pairs: encode_pairs.hpp
void encoded_size(...) = delete;  // ec2wire: encoded_size(request)

}  // namespace EC2WIRE_COMPILATION
}  // namespace ec2wire

#ifndef EC2WIRE_SEPARATE_COMPILATION
#include <ec2wire/engine/encode_query.hpp>
#endif

#endif
