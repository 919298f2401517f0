#ifndef EC2WIRE_CODEC_ENCODE_HPP
#define EC2WIRE_CODEC_ENCODE_HPP

#include <ec2wire/codec/query_encoder.hpp>
#include <ec2wire/core/byte_range.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/query/writer.hpp>
#include <ec2wire/shape/field.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace ec2wire {

namespace detail {

// `sink` knows where the query goes, unless that is memory yet to be allocated.
template <message_shape T>
constexpr result<query::measurer, encode_error> measure_query(const T& request,
                                                              query::measurer sink = {}) {
    static_assert(!response_shape<T>,
                  "ec2wire: this shape is a response; only its request is encoded as a query");
    query_encoder<typename T::service::protocol, query::measurer> encoder{sink};
    if (!encoder.put_structure(request, nullptr)) return unexpected(encoder.error());
    if (encoder.sink().size() > max_text_size)
        return unexpected(encode_error{errc::too_large, {}, 0, 0});
    return encoder.sink();
}

template <message_shape T>
constexpr void write_query(const T& request, const query::measurer& measured, char* out) {
    query_encoder<typename T::service::protocol, query::writer>{query::writer{out, measured}}
        .put_structure(request, nullptr);
}

}  // namespace detail

// How many characters encode() gives for this request: exact, or why it cannot be encoded.
template <message_shape T>
constexpr result<std::size_t, encode_error> encoded_size(const T& request) {
    const auto measured = detail::measure_query(request);
    if (!measured) return unexpected(measured.error());
    return static_cast<std::size_t>(measured->size());
}

// Turns a request into its query, the body of a POST to "/" with the content type
// application/x-www-form-urlencoded.
//
//     ec2wire::stop_instances_request request{.instance_ids = {"i-1234567890abcdef0"}, .force = true};
//     auto body = ec2wire::encode(request);
//     // Action=StopInstances&Force=true&InstanceId.1=i-1234567890abcdef0&Version=2016-11-15
//
// It is the canonical query of AWS Signature Version 4: pairs in byte order of the key, RFC 3986
// escapes. The error is missing_member, not_utf8, bad_value for a timestamp that the wire has no
// spelling for and for a union without exactly one member, or too_large for a query of more than
// max_text_size bytes; then nothing has been written. The string is the one allocation.
template <message_shape T>
constexpr result<std::string, encode_error> encode(const T& request) {
    const auto measured = detail::measure_query(request);
    if (!measured) return unexpected(measured.error());
    std::string query(static_cast<std::size_t>(measured->size()), '\0');
    detail::write_query(request, *measured, query.data());
    return query;
}

// The same into a buffer of the caller's, without allocation. Returns the part of it that was
// written; it is not terminated. If it is too small the error is buffer_too_small, with the size
// that is needed, and nothing has been written. If it holds bytes that the request views, any of its
// lists or the request itself, writing would change what is still to be read: the error is
// overlapping_buffer, and nothing has been written. (Of strings that a list owns this is not checked.)
template <message_shape T>
constexpr result<std::string_view, encode_error> encode(const T& request, std::span<char> buffer) {
    query::measurer sink;
    if (!std::is_constant_evaluated()) {
        sink = query::measurer(byte_range(buffer.data(), buffer.size()));
        sink.see(&request, sizeof request);
    }
    const auto measured = detail::measure_query(request, sink);
    if (!measured) return unexpected(measured.error());
    if (measured->overlaps_output())
        return unexpected(encode_error{errc::overlapping_buffer, {}, 0, 0});
    const auto size = static_cast<std::size_t>(measured->size());
    if (size > buffer.size()) return unexpected(encode_error{errc::buffer_too_small, {}, 0, size});
    detail::write_query(request, *measured, buffer.data());
    return std::string_view(buffer.data(), size);
}

// A request has fields(), operation and service.
template <no_message_shape T>
result<std::string, encode_error> encode(const T&) = delete;  // ec2wire: see describing_a_shape.md

}  // namespace ec2wire

#endif
