#ifndef EC2WIRE_CODEC_ENCODE_JSON_HPP
#define EC2WIRE_CODEC_ENCODE_JSON_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/shape/check_shape.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_of.hpp>

#include <memory>
#include <string>

namespace ec2wire {

namespace detail {
inline namespace EC2WIRE_COMPILATION {

// Returns the JSON of a message with this table.
EC2WIRE_ENGINE result<std::string, encode_error> encode_json(const structure_schema& structure,
                                                             const void* message);

}  // namespace EC2WIRE_COMPILATION
}  // namespace detail

inline namespace EC2WIRE_COMPILATION {

// Encodes a response or a request as the JSON of the AWS SDKs, with the names of the API reference and the
// request id where boto3 puts it, without white space. A message of 255 levels takes about 80 KiB of stack.
//
//     {"StoppingInstances":[{"InstanceId":"i-1234567890abcdef0","CurrentState":{"Code":64,
//     "Name":"stopping"},...}],"ResponseMetadata":{"RequestId":"59dbff89-..."}}
//
// An absent member is left out; a present empty list is [], a map is an object. Timestamps are date-time
// strings, blobs are base64. The error is not_utf8, missing_member for an entry of a map without a key, or
// bad_value for a timestamp outside the years 0 to 9999 and for a union of more than one member; a decoded
// message has none of these. It is too_deep for more than max_depth objects and arrays inside each other, and
// too_large if the JSON takes more than max_text_size bytes.
template <message_shape T>
result<std::string, encode_error> encode_json(const T& message) {
    if constexpr (detail::check_shape<T, detail::encoded_as_json>())
        return detail::encode_json(detail::structure_of<T, detail::schema_use::encoding>::schema,
                                   std::addressof(message));
    else
        return {};
}

// Deleted overloads, which explain mistaken calls.
template <no_message_shape T>
void encode_json(const T&) = delete;  // ec2wire: T is not a message; see describing_a_shape.md
void encode_json(...) = delete;       // ec2wire: encode_json(message)

}  // namespace EC2WIRE_COMPILATION
}  // namespace ec2wire

#ifndef EC2WIRE_SEPARATE_COMPILATION
#include <ec2wire/engine/json_encoder.hpp>
#endif

#endif
