#ifndef EC2WIRE_TESTS_CODEC_JSON_ENGINES_HPP
#define EC2WIRE_TESTS_CODEC_JSON_ENGINES_HPP

#include <ec2wire/codec/decode_json.hpp>

#include "codec/identical.hpp"

#include <cstddef>
#include <string_view>
#include <utility>

namespace ec2wire::tests {

// The law of the two readers of JSON: a document that the quick one takes the strict one takes too,
// and both make the same of it. What decode_json gives is then what the strict reader gives alone.
template <class Format, class T>
class json_engines {
  public:
    // `padded` is the document and the room behind it.
    bool agree(std::string_view padded, std::size_t size) {
        reply<T> answer(std::in_place);
        if (!is_taken(padded, size, answer)) return true;
        strict_.clear();
        const json::padded_bytes bytes(padded.data(), size, padded.size());
        return is_identical(answer,
                            detail::decode_json_strictly<Format, T>(bytes, strict_, parser_));
    }

    // Whether the quick reader takes it, and what it makes of it.
    bool is_taken(std::string_view padded, std::size_t size, reply<T>& answer) {
        quick_.clear();
        json::quick_reader in({padded.data(), size}, quick_);
        Format::decode(in, answer);
        return !in.has_failed();
    }

  private:
    scratch quick_{};
    scratch strict_{};
    json::parser parser_{};
};

}  // namespace ec2wire::tests

#endif
