#ifndef EC2WIRE_TESTS_CODEC_JSON_ENGINES_HPP
#define EC2WIRE_TESTS_CODEC_JSON_ENGINES_HPP

#include <ec2wire/codec/decode_json.hpp>

#include "codec/identical.hpp"

#include <cstddef>
#include <string_view>
#include <utility>

namespace ec2wire::tests {

// The law of the two readers of JSON: a document that one takes the other takes too, and both make
// the same of it. What decode_json gives is then what the strict reader gives alone.
template <class Format, class T>
class json_engines {
  public:
    // `padded` is the document and the room behind it.
    bool agree(std::string_view padded, std::size_t size) {
        const json::padded_bytes bytes(padded.data(), size, padded.size());
        quick_.clear();
        strict_.clear();
        json::quick_reader in(bytes, quick_);
        reply<T> answer(std::in_place);
        Format::decode(in, answer);
        const auto strict = detail::decode_json_strictly<Format, T>(bytes, strict_, parser_);
        if (in.has_failed()) return !strict && !strict.error().is_service_error();
        return is_identical(answer, strict);
    }

  private:
    scratch quick_{};
    scratch strict_{};
    json::parser parser_{};
};

}  // namespace ec2wire::tests

#endif
