// Does the time grow with the size and no faster, also where a hostile server chose the sizes?
//
// growth/items/<n>       n = 1, 3, 6, 12 ... 25000, 50000, 100000 items in EC2's layout
// growth/<what>/<n>      what = value, comment (bytes), attributes, unknown_members, references
//
// tools/bench compares each with the one of half its size, rounded down.

#include "documents.hpp"
#include "measure.hpp"
#include "register_benchmarks.hpp"

#include <ec2wire/ec2wire.hpp>

#include <benchmark/benchmark.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace ec2wire::benchmarks {

namespace {

void add(const std::string& what, std::size_t size, const auto& make) {
    benchmark::RegisterBenchmark(("growth/" + what + "/" + std::to_string(size)).c_str(),
                                 [=](benchmark::State& state) {
                                     const std::string bytes = make(size);
                                     scratch memory;
                                     const auto decode = [&] {
                                         memory.clear();
                                         return decode_xml<stop_instances_response>(bytes, memory);
                                     };
                                     expect(decode().has_value(), "ec2wire", what);
                                     measure(state, bytes.size(), size, decode);
                                 });
}

std::string in_reply(std::string_view inside, std::string_view attributes = "") {
    std::string bytes = "<StopInstancesResponse";
    bytes += attributes;
    bytes += '>';
    bytes += inside;
    return bytes += "</StopInstancesResponse>";
}

std::string with_items(std::size_t count) { return xml_document(ec2_layout, count).bytes; }

std::string with_value(std::size_t size) {
    return in_reply("<requestId>" + std::string(size, 'r') + "</requestId>");
}

std::string with_comment(std::size_t size) {
    return in_reply("<!--" + std::string(size, 'c') + "-->");
}

std::string with_attributes(std::size_t count) {
    std::string attributes;
    for (std::size_t i = 0; i < count; ++i) {
        attributes += " a";
        attributes += std::to_string(i);
        attributes += "=\"\"";
    }
    return in_reply("", attributes);
}

std::string with_unknown_members(std::size_t count) {
    std::string members;
    for (std::size_t i = 0; i < count; ++i) {
        std::string name = "unknown";
        name += std::to_string(i);
        for (const std::string_view part : {"<", name.c_str(), ">1</", name.c_str(), ">"})
            members += part;
    }
    return in_reply(members);
}

std::string with_references(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "&amp;";
    return in_reply("<requestId>" + text + "</requestId>");
}

void add_twice(const std::string& what, std::size_t size, const auto& make) {
    add(what, size, make);
    add(what, 2 * size, make);
}

}  // namespace

void add_growth() {
    for (std::size_t items = 100000; items != 0; items /= 2) add("items", items, with_items);
    add_twice("value", 1 << 20, with_value);
    add_twice("comment", 1 << 20, with_comment);
    add_twice("attributes", 20000, with_attributes);
    add_twice("unknown_members", 50000, with_unknown_members);
    add_twice("references", 200000, with_references);
}

}  // namespace ec2wire::benchmarks
