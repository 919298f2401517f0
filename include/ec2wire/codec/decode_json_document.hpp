#ifndef EC2WIRE_CODEC_DECODE_JSON_DOCUMENT_HPP
#define EC2WIRE_CODEC_DECODE_JSON_DOCUMENT_HPP

#include <ec2wire/codec/decodable.hpp>
#include <ec2wire/codec/decode_notes.hpp>
#include <ec2wire/codec/json_root.hpp>
#include <ec2wire/codec/reply.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/json/fast_reader.hpp>
#include <ec2wire/json/strict_reader.hpp>

#include <cstring>
#include <string_view>
#include <utility>

namespace ec2wire::detail {

// The engine behind decode_json and decode_cloudtrail. It decodes into an object without its type, and
// returns the error, or a code of zero for an answer. Reply says in which form the reply is written:
// json_sdk_reply or json_cloudtrail_reply.

template <template <class> class Reply>
[[gnu::noinline]] reply_error decode_json_strictly(json::padded_bytes bytes,
                                                   const json_target& target, scratch& memory,
                                                   json::parser& parser) {
    json::strict_reader in(bytes, parser, memory);
    const reply_error error = Reply<json::strict_reader>(in, target).decode();
    return in.has_failed() ? reply_error{in.error(), {}} : error;
}

// False if the document is left to the strict reader; the object is not empty then.
template <template <class> class Reply>
[[gnu::noinline]] bool decode_json_fast(std::string_view bytes, const json_target& target,
                                        scratch& memory, reply_error& error) {
    json::fast_reader in(bytes, memory);
    error = Reply<json::fast_reader>(in, target).decode();
    return !in.has_failed();
}

// Almost every document is right and without escapes: then the fast reader is enough. Any other is read
// again by the strict reader, from its first byte. The invariant is that of XML: an answer of the fast
// reader is the strict reader's too.
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

// Copies bytes into the scratch, with the room behind them that simdjson reads. False if there is no memory.
inline bool copy_padded(std::string_view bytes, scratch& memory, json::padded_bytes& copy) {
    const std::size_t size = bytes.size() + json::padding;
    char* const room = memory.allocate<char>(size);
    if (room == nullptr) return false;
    if (!bytes.empty()) std::memcpy(room, bytes.data(), bytes.size());
    std::memset(room + bytes.size(), 0, json::padding);
    copy = json::padded_bytes(room, bytes.size(), size);
    return true;
}

// The same from bytes without padding.
template <template <class> class Reply>
reply_error decode_json_document(std::string_view bytes, const json_target& target, scratch& memory,
                                 json::parser& parser) {
    json::padded_bytes copy;
    if (!copy_padded(bytes, memory, copy)) return {{errc::out_of_memory, 0}, {}};
    return decode_json_document<Reply>(copy, target, memory, parser);
}

// The reply in its type: what is left to do for each shape.
template <template <class> class Reply, structure T, class Bytes>
reply<T> decode_json_as(const Bytes& bytes, scratch& memory, json::parser& parser,
                        decode_notes* notes) {
    check_is_decodable<T>();
    reply<T> answer(std::in_place);
    const reply_error error =
        decode_json_document<Reply>(bytes, json_target_of(*answer, notes), memory, parser);
    if (error.code != errc{}) answer = unexpected(error);
    return answer;
}

}  // namespace ec2wire::detail

#endif
