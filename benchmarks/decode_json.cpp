// How fast is a reply in JSON decoded, beside simdjson by hand?
//
// decode_json/<who>/<items>             as the AWS CLI prints it: four spaces a level
// decode_json/<who>/minified/<items>
//
// ec2wire takes members in any order and checks all that it passes; simdjson by hand does neither.

#include "register_benchmarks.hpp"

#ifndef HAVE_SIMDJSON

void ec2wire::benchmarks::add_decode_json() {}

#else

#include "documents.hpp"
#include "measure.hpp"
#include "rivals/simdjson.hpp"
#include "to_stop_reply.hpp"

#include <ec2wire/json.hpp>

#include <benchmark/benchmark.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace ec2wire::benchmarks {

namespace {

// What a client with ec2wire writes, with a parser and a scratch that it keeps.
class ec2wire_decoder {
  public:
    explicit ec2wire_decoder(json::padded_bytes bytes) : bytes_(bytes) {}

    reply<stop_instances_response> decode() {
        memory_.clear();
        return decode_json<stop_instances_response>(bytes_, memory_, parser_);
    }

  private:
    json::padded_bytes bytes_;
    json::parser parser_{};
    scratch memory_{};
};

template <class Decoder>
void add(std::string_view who, const std::string& what, bool is_minified, std::size_t items) {
    add_benchmark({"decode_json", who, what}, [=](benchmark::State& state) {
        const document& source = json_document(is_minified, items);
        std::string bytes = source.bytes;
        bytes.reserve(bytes.size() + json::padding);
        Decoder decoder(json::padded_bytes(bytes.data(), bytes.size(), bytes.capacity()));
        expect(to_stop_reply(decoder.decode()) == source.answer, who, what);
        measure(state, bytes.size(), items, [&]() -> decltype(auto) { return decoder.decode(); });
    });
}

}  // namespace

void add_decode_json() {
    for (const bool is_minified : {false, true}) {
        for (const std::size_t items : {1U, 20U, 1000U}) {
            std::string what = std::to_string(items);
            if (is_minified) what = name_of({"minified", what});
            add<ec2wire_decoder>("ec2wire", what, is_minified, items);
            add<simdjson_decoder>("simdjson_by_hand", what, is_minified, items);
            add_floors("decode_json", what, items,
                       [=] { return std::string_view(json_document(is_minified, items).bytes); });
        }
    }
}

}  // namespace ec2wire::benchmarks

#endif
