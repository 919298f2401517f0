// What does a state code cost that keeps sixteen bits and compares eight?
//
// state_code/<who>/<what>/1000    what = parse, compare, to_name, from_name

#include "documents.hpp"
#include "measure.hpp"
#include "register_benchmarks.hpp"
#include "rivals/dom_reader.hpp"

#include <ec2wire/ec2/instance_state.hpp>

#include <benchmark/benchmark.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ec2wire::benchmarks {

namespace {

constexpr std::size_t count = 1000;

struct sample {
    std::uint16_t wire;
    std::string digits;
    std::string_view name;
};

// The previous states of that many instances: 16, 272 and 80.
const std::vector<sample>& samples() {
    static const std::vector<sample> made = [] {
        std::vector<sample> all;
        for (const change& item : made_changes(count))
            all.push_back(
                {item.previous.code, std::to_string(item.previous.code), item.previous.name});
        return all;
    }();
    return made;
}

// Times the sum of take(sample) over all samples, and checks it.
template <class Take>
void add(const std::string& what, std::uint64_t expected, Take take) {
    benchmark::RegisterBenchmark(("state_code/" + what + "/1000").c_str(),
                                 [=](benchmark::State& state) {
                                     const auto& all = samples();
                                     const auto sum = [&] {
                                         std::uint64_t total = 0;
                                         for (const sample& one : all) total += take(one);
                                         return total;
                                     };
                                     expect(sum() == expected, "state_code", what);
                                     measure(state, count * sizeof(std::uint16_t), count, sum);
                                 });
}

std::string_view name_by_switch(std::uint16_t wire) {
    switch (wire & 0xFF) {
        case 0: return "pending";
        case 16: return "running";
        case 32: return "shutting-down";
        case 48: return "terminated";
        case 64: return "stopping";
        case 80: return "stopped";
        default: return "unknown";
    }
}

}  // namespace

void add_state_code() {
    std::uint64_t wires = 0;
    std::uint64_t low_bytes = 0;
    std::uint64_t running_ones = 0;
    std::uint64_t name_sizes = 0;
    for (const sample& one : samples()) {
        wires += one.wire;
        low_bytes += one.wire & 0xFFU;
        running_ones += one.name == "running" ? 1U : 0U;
        name_sizes += one.name.size();
    }
    add("ec2wire/parse", wires,
        [](const sample& one) { return parse_state_code(one.digits)->wire(); });
    add("from_chars/parse", wires, [](const sample& one) { return read_code(one.digits); });
    add("ec2wire/compare", running_ones,
        [](const sample& one) { return state_code(one.wire) == running ? 1U : 0U; });
    add("ec2wire/to_name", name_sizes,
        [](const sample& one) { return to_string(state_code(one.wire)).size(); });
    add("switch/to_name", name_sizes,
        [](const sample& one) { return name_by_switch(one.wire).size(); });
    add("ec2wire/from_name", low_bytes,
        [](const sample& one) { return state_code_from_name(one.name)->wire(); });
    const std::unordered_map<std::string_view, std::uint16_t> codes{
        {"pending", std::uint16_t{0}},        {"running", std::uint16_t{16}},
        {"shutting-down", std::uint16_t{32}}, {"terminated", std::uint16_t{48}},
        {"stopping", std::uint16_t{64}},      {"stopped", std::uint16_t{80}}};
    add("unordered_map/from_name", low_bytes,
        [codes](const sample& one) { return codes.find(one.name)->second; });
    add("floor/sum", wires, [](const sample& one) { return one.wire; });
}

}  // namespace ec2wire::benchmarks
