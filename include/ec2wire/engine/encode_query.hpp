#ifndef EC2WIRE_ENGINE_ENCODE_QUERY_HPP
#define EC2WIRE_ENGINE_ENCODE_QUERY_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/engine/encode_staged.hpp>
#include <ec2wire/engine/query_encoder.hpp>
#include <ec2wire/shape/query_schema.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace ec2wire::detail {

// The functions of encode.hpp for untyped requests.

// An untyped request, an object of `size` bytes.
struct query_request {
    const query_schema& schema;
    const void* object;
    std::size_t size;
};

inline walk_result walk_query(const void* source, std::span<char> room, byte_range output) {
    const auto& request = *static_cast<const query_request*>(source);
    query_encoder encoder(room, output);
    encoder.put_request(request.schema, request.object, request.size);
    return {encoder.error(), encoder.out().size(), encoder.out().overlaps_output()};
}

inline namespace EC2WIRE_COMPILATION {

EC2WIRE_ENGINE result<std::size_t, encode_error> query_size(const query_schema& schema,
                                                            const void* request,
                                                            std::size_t request_size) {
    const query_request source{schema, request, request_size};
    return stage(walk_query, &source, {});
}

EC2WIRE_ENGINE result<std::string, encode_error> encode_query(const query_schema& schema,
                                                              const void* request,
                                                              std::size_t request_size) {
    const query_request source{schema, request, request_size};
    return encode_to_string(walk_query, &source);
}

EC2WIRE_ENGINE result<std::string_view, encode_error> encode_query(const query_schema& schema,
                                                                   const void* request,
                                                                   std::size_t request_size,
                                                                   std::span<char> buffer) {
    const query_request source{schema, request, request_size};
    return encode_to_buffer(walk_query, &source, buffer);
}

EC2WIRE_ENGINE result<std::string_view, encode_error> encode_query(const query_schema& schema,
                                                                   const void* request,
                                                                   std::size_t request_size,
                                                                   scratch& memory) {
    const query_request source{schema, request, request_size};
    return encode_to_scratch(walk_query, &source, memory);
}

}  // namespace EC2WIRE_COMPILATION
}  // namespace ec2wire::detail

#endif
