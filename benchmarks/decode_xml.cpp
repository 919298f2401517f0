// How fast is a reply in XML decoded, beside what else a client could pick?
//
// decode_xml/<who>/<layout>/<items>
//
// Everyone makes the same of it: every member of every item in a typed list, and the request id.

#include <ec2wire/ec2wire.hpp>

#include "documents.hpp"
#include "measure.hpp"
#include "register_benchmarks.hpp"
#include "to_stop_reply.hpp"

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
#include <utility>

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

template <class Decoder>
void add(std::string_view who, const std::string& what, const auto& find, std::size_t items,
         bool is_checked = true) {
    add_benchmark({"decode_xml", who, what}, [=](benchmark::State& state) {
        const document& source = find();
        Decoder decoder(source);
        const bool is_right = to_stop_reply(decoder.decode()) == source.answer;
        if (is_checked) expect(is_right, who, what);
        measure(state, source.bytes.size(), items,
                [&]() -> decltype(auto) { return decoder.decode(); });
    });
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
    add<pugixml_decoder<>>("pugixml", what, find, items);
#endif
    add_floors("decode_xml", what, items, [=] { return std::string_view(find().bytes); });
    // 34 MB take the others a quarter of a second each time, and tell no more than 340 kB.
    if (items > 1000) return;
#ifdef HAVE_TINYXML2
    add<tinyxml2_decoder>("tinyxml2", what, find, items);
#endif
#ifdef HAVE_EXPAT
    add<expat_decoder>("expat", what, find, items);
#endif
#ifdef HAVE_LIBXML2
    add<libxml2_decoder>("libxml2", what, find, items);
#endif
}

// The layouts are what servers print, and not what we think they do.
void check_layouts() {
    for (const auto& [layout, file] :
         {std::pair{"ec2", "tests/wire/stop_instances_20.xml"},
          std::pair{"minified", "tests/wire/stop_instances_minified.xml"},
          std::pair{"two_spaces", "tests/wire/stop_instances_two_spaces.xml"}}) {
        std::string bytes = read_file(name_of({EC2WIRE_SOURCE_ROOT, file}));
        if (bytes.ends_with('\n')) bytes.pop_back();
        scratch memory;
        const stop_reply recorded =
            to_stop_reply(decode_xml<stop_instances_response>(bytes, memory));
        for (const xml_layout& printed : xml_layouts)
            if (printed.name == layout)
                expect(print_xml(printed, recorded) == bytes, "the printer", file);
    }
}

}  // namespace

void add_decode_xml() {
    check_layouts();
    for (const xml_layout& layout : xml_layouts) {
        for (const std::size_t items : {1U, 20U, 1000U, 100000U}) {
            if (items == 100000 && layout.name != "ec2") continue;  // 34 MB
            const auto find = [&layout, items]() -> const document& {
                return xml_document(layout, items);
            };
            add_everyone(name_of({layout.name, std::to_string(items)}), find, items,
                         layout.has_references);
        }
    }
    add_everyone("error/1", xml_error_document, 1, false);
}

}  // namespace ec2wire::benchmarks
