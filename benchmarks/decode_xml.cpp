// How fast is a reply in XML decoded, beside what else a client could pick?
//
// decode_xml/<who>/<layout>/<items>

#include <ec2wire/ec2wire.hpp>

#include "documents.hpp"
#include "measure.hpp"
#include "questions.hpp"

#ifdef HAVE_RAPIDXML
#include "rivals/rapidxml.hpp"
#endif
#ifdef HAVE_PUGIXML
#include "rivals/pugixml.hpp"
#endif
#ifdef HAVE_TINYXML2
#include "rivals/tinyxml2.hpp"
#endif
#ifdef HAVE_EXPAT
#include "rivals/expat.hpp"
#endif
#ifdef HAVE_LIBXML2
#include "rivals/libxml2.hpp"
#endif

#include <benchmark/benchmark.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace ec2wire::benchmarks {

namespace {

// What a client with ec2wire writes, with a scratch that it keeps.
class ec2wire_decoder {
  public:
    explicit ec2wire_decoder(const document& source) : bytes_(source.bytes) {}

    reply<stop_instances_response> decode() {
        memory_.clear();
        return decode_xml<stop_instances_response>(bytes_, memory_);
    }

  private:
    std::string_view bytes_;
    scratch memory_{};
};

const stop_reply& plain(const stop_reply& reply) { return reply; }

stop_reply plain(const reply<stop_instances_response>& reply) {
    if (!reply)
        return {.request_id = reply.error().service.request_id,
                .changes = {},
                .error_code = reply.error().service.code,
                .error_message = reply.error().service.message};
    stop_reply same{.request_id = reply->request_id.value()};
    for (const auto& item : reply->stopping_instances)
        same.changes.push_back(
            {item.instance_id.value(),
             {item.current_state.code.value().wire(), item.current_state.name.value().text()},
             {item.previous_state.code.value().wire(), item.previous_state.name.value().text()}});
    return same;
}

using find_document = const document& (*)(const xml_layout&, std::size_t);

template <class Decoder>
void add(const std::string& who, const std::string& what, const auto& find, std::size_t items,
         bool is_checked = true) {
    const std::string name = "decode_xml/" + who + "/" + what + "/" + std::to_string(items);
    benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) {
        const document& source = find();
        Decoder decoder(source);
        const bool is_right = plain(decoder.decode()) == source.answer;
        if (is_checked) expect(is_right, who, what);
        measure(state, source.bytes.size(), items,
                [&]() -> decltype(auto) { return decoder.decode(); });
    });
}

void add_floors(const std::string& what, const auto& find, std::size_t items) {
    const std::string end = "/" + what + "/" + std::to_string(items);
    benchmark::RegisterBenchmark(
        ("decode_xml/floor_memcpy" + end).c_str(),
        [=](benchmark::State& state) { measure_memcpy(state, find().bytes, items); });
    benchmark::RegisterBenchmark(
        ("decode_xml/floor_read" + end).c_str(),
        [=](benchmark::State& state) { measure_read(state, find().bytes, items); });
}

void add_everyone(const std::string& what, const auto& find, std::size_t items,
                  bool has_references) {
    add<ec2wire_decoder>("ec2wire", what, find, items);
#ifdef HAVE_RAPIDXML
    // Where there are references, parse_fastest leaves them in: no answer, but still a measure.
    add<rapidxml_decoder<rapidxml_fastest>>("rapidxml", what, find, items, !has_references);
    add<rapidxml_decoder<rapidxml_checked>>("rapidxml_checked", what, find, items, !has_references);
    if (has_references)
        add<rapidxml_unescaping_decoder<rapidxml_checked>>("rapidxml_checked_unescaping", what,
                                                           find, items);
#endif
#ifdef HAVE_PUGIXML
    add<pugixml_decoder>("pugixml", what, find, items);
#endif
#ifdef HAVE_TINYXML2
    add<tinyxml2_decoder>("tinyxml2", what, find, items);
#endif
#ifdef HAVE_EXPAT
    add<expat_decoder>("expat", what, find, items);
#endif
#ifdef HAVE_LIBXML2
    add<libxml2_decoder>("libxml2", what, find, items);
#endif
    add_floors(what, find, items);
}

}  // namespace

void add_decode_xml() {
    for (const xml_layout& layout : xml_layouts) {
        for (const std::size_t items : {1U, 20U, 1000U, 100000U}) {
            if (items == 100000 && layout.name != "ec2") continue;  // 34 MB
            const auto find = [&layout, items]() -> const document& {
                return xml_document(layout, items);
            };
            add_everyone(std::string(layout.name), find, items, layout.has_references);
        }
    }
    add_everyone("error", xml_error_document, 1, false);
}

}  // namespace ec2wire::benchmarks
