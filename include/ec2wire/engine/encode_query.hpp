#ifndef EC2WIRE_ENGINE_ENCODE_QUERY_HPP
#define EC2WIRE_ENGINE_ENCODE_QUERY_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/engine/query_encoder.hpp>
#include <ec2wire/shape/query_schema.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace ec2wire::detail {

// The functions of encode.hpp without the request's type.
inline namespace EC2WIRE_COMPILATION {

EC2WIRE_ENGINE result<std::size_t, encode_error> query_size(const query_schema& schema,
                                                            const void* request,
                                                            std::size_t request_size) {
    query_encoder encoder;
    if (!encoder.measure(schema, request, request_size)) return unexpected(encoder.error());
    return encoder.size();
}

EC2WIRE_ENGINE result<std::string, encode_error> encode_query(const query_schema& schema,
                                                              const void* request,
                                                              std::size_t request_size) {
    query_encoder encoder;
    if (!encoder.measure(schema, request, request_size)) return unexpected(encoder.error());
    std::string query(encoder.size(), '\0');
    encoder.write(schema, request, query.data());
    return query;
}

EC2WIRE_ENGINE result<std::string_view, encode_error> encode_query(const query_schema& schema,
                                                                   const void* request,
                                                                   std::size_t request_size,
                                                                   std::span<char> buffer) {
    query_encoder encoder(byte_range(buffer.data(), buffer.size()));
    if (!encoder.measure(schema, request, request_size)) return unexpected(encoder.error());
    const std::size_t size = encoder.size();
    if (size > buffer.size()) return unexpected(encode_error{errc::buffer_too_small, {}, 0, size});
    encoder.write(schema, request, buffer.data());
    return std::string_view(buffer.data(), size);
}

}  // namespace EC2WIRE_COMPILATION
}  // namespace ec2wire::detail

#endif
