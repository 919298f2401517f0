#ifndef EC2WIRE_TESTS_CODEC_COMPARE_JSON_READERS_HPP
#define EC2WIRE_TESTS_CODEC_COMPARE_JSON_READERS_HPP

#include <ec2wire/codec/decode_json.hpp>

#include "codec/bitwise_equal.hpp"

#include <cstddef>
#include <string_view>
#include <utility>

namespace ec2wire::tests {

// The invariant of the two readers of JSON: a document that the fast one accepts the strict one accepts too,
// and both decode it to the same reply. decode_json gives what the strict reader gives alone.
template <template <class> class Reply, class T>
class json_engines {
  public:
    // `padded` is the document followed by the padding.
    bool agree(std::string_view padded, std::size_t size) {
        reply<T> answer(std::in_place);
        if (!is_accepted(padded, size, answer)) return true;
        strict_.clear();
        return is_bitwise_equal(answer, decode_strictly(padded, size, strict_));
    }

    // Whether the fast reader accepts it, and the reply that it decodes.
    bool is_accepted(std::string_view padded, std::size_t size, reply<T>& answer,
                     decode_notes* notes = nullptr) {
        fast_.clear();
        reply_error error;
        if (!detail::decode_json_fast<Reply>({padded.data(), size},
                                             detail::json_target_of(*answer, notes), fast_, error))
            return false;
        if (error.code != errc{}) answer = unexpected(error);
        return true;
    }

    // The strict reader alone.
    reply<T> decode_strictly(std::string_view padded, std::size_t size, scratch& memory,
                             decode_notes* notes = nullptr) {
        reply<T> answer(std::in_place);
        const json::padded_bytes bytes(padded.data(), size, padded.size());
        const reply_error error = detail::decode_json_strictly<Reply>(
            bytes, detail::json_target_of(*answer, notes), memory, parser_);
        if (error.code != errc{}) answer = unexpected(error);
        return answer;
    }

  private:
    scratch fast_{};
    scratch strict_{};
    json::parser parser_{};
};

}  // namespace ec2wire::tests

#endif
