#ifndef EC2WIRE_ENGINE_DECODE_JSON_DOCUMENT_HPP
#define EC2WIRE_ENGINE_DECODE_JSON_DOCUMENT_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/engine/json_cloudtrail_reply.hpp>
#include <ec2wire/engine/json_dialect.hpp>
#include <ec2wire/engine/json_sdk_reply.hpp>
#include <ec2wire/engine/json_target.hpp>
#include <ec2wire/json/fast_reader.hpp>
#include <ec2wire/json/parser.hpp>
#include <ec2wire/json/strict_reader.hpp>
#include <ec2wire/shape/reply.hpp>

#include <string_view>

namespace ec2wire::detail {

// The engine of decode_json and decode_cloudtrail. Decodes into an untyped object and returns the error,
// whose code is 0 if there is none. Reply is the form of the document: json_sdk_reply or
// json_cloudtrail_reply.

template <template <class> class Reply>
EC2WIRE_NOINLINE reply_error decode_json_strictly(json::padded_bytes bytes,
                                                  const json_target& target, scratch& memory,
                                                  json::parser& parser) {
    json::strict_reader in(bytes, parser, memory);
    const reply_error error = Reply<json::strict_reader>(in, target).decode();
    return in.has_failed() ? reply_error{in.error(), {}} : error;
}

// Returns false if the strict reader has to read the document; the object must be reset then.
template <template <class> class Reply>
EC2WIRE_NOINLINE bool decode_json_fast(std::string_view bytes, const json_target& target,
                                       scratch& memory, reply_error& error) {
    json::fast_reader in(bytes, memory);
    error = Reply<json::fast_reader>(in, target).decode();
    return !in.has_failed();
}

// Tries the fast reader, which reads valid documents without escapes, as almost all are. The strict reader
// reads any other again, from its first byte. The invariant is that of XML: whatever the fast reader accepts,
// the strict reader decodes to the same reply.
template <template <class> class Reply>
reply_error decode_json_document(json::padded_bytes bytes, const json_target& target,
                                 scratch& memory, json::parser& parser) {
    static_assert(json::padding >= json::fast_reader::padding);
    if (!json::has_padding(bytes)) return {{errc::missing_padding, bytes.size()}, {}};
    const auto* const mark = memory.mark();
    reply_error error;
    if (decode_json_fast<Reply>(bytes, target, memory, error)) return error;
    target.reset(target.object);
    memory.rewind(mark);
    return decode_json_strictly<Reply>(bytes, target, memory, parser);
}

inline namespace EC2WIRE_COMPILATION {

EC2WIRE_ENGINE reply_error decode_json_reply(json_dialect dialect, json::padded_bytes bytes,
                                             const json_target& target, scratch& memory,
                                             json::parser& parser, json::parser_layout) {
    return dialect == json_dialect::sdk
               ? decode_json_document<json_sdk_reply>(bytes, target, memory, parser)
               : decode_json_document<json_cloudtrail_reply>(bytes, target, memory, parser);
}

}  // namespace EC2WIRE_COMPILATION
}  // namespace ec2wire::detail

#endif
