#ifndef EC2WIRE_BENCHMARKS_MEASURE_HPP
#define EC2WIRE_BENCHMARKS_MEASURE_HPP

#include "allocations.hpp"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

// What every benchmark does the same way: ends the run on a wrong answer, and counts bytes, items
// and allocations.
namespace ec2wire::benchmarks {

[[noreturn]] inline void give_up(std::string_view why) {
    std::fprintf(stderr, "benchmarks: %.*s\n", static_cast<int>(why.size()), why.data());
    std::exit(1);
}

// Ends the run unless the answer is right. Called outside the timed part.
inline void expect(bool is_right, std::string_view who, std::string_view what) {
    if (!is_right)
        give_up(std::string(who) + " gives another answer than the others for " +
                std::string(what));
}

// Times `work`, which returns something that depends on all it did. The caller has run it once to
// check its answer; it is run once more to warm its memory, since a scratch makes one chunk of its
// chunks when it is cleared.
template <class Work>
void measure(benchmark::State& state, std::size_t bytes, std::size_t items, Work&& work) {
    benchmark::DoNotOptimize(work());
    const std::uint64_t before = allocations();
    for (auto _ : state) {
        auto&& answer = work();
        benchmark::DoNotOptimize(answer);
        benchmark::ClobberMemory();
    }
    const std::uint64_t during = allocations() - before;
    const auto iterations = static_cast<std::size_t>(state.iterations());
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes * iterations));
    state.SetItemsProcessed(static_cast<std::int64_t>(items * iterations));
    state.counters["allocations"] =
        benchmark::Counter(static_cast<double>(during), benchmark::Counter::kAvgIterations);
}

// decode_xml/ec2wire/ec2/20, out of its parts.
inline std::string name_of(std::initializer_list<std::string_view> parts) {
    std::string name;
    for (const std::string_view part : parts) {
        if (!name.empty()) name += '/';
        name += part;
    }
    return name;
}

template <class Body>
void add_benchmark(std::initializer_list<std::string_view> parts, Body body) {
    benchmark::RegisterBenchmark(name_of(parts).c_str(), body);
}

inline std::uint64_t sum_of(std::string_view bytes) {
    std::uint64_t sum = 0;
    std::size_t i = 0;
    for (std::uint64_t word = 0; i + sizeof word <= bytes.size(); i += sizeof word) {
        std::memcpy(&word, bytes.data() + i, sizeof word);
        sum += word;
    }
    for (; i < bytes.size(); ++i) sum += static_cast<unsigned char>(bytes[i]);
    return sum;
}

// The floors: nothing that looks at every byte can be faster than a sum of them, and nothing that
// moves them faster than memcpy. `bytes_of` is called when they are measured.
template <class BytesOf>
void add_floors(std::string_view question, std::string_view what, std::size_t items,
                BytesOf bytes_of) {
    add_benchmark({question, "floor_memcpy", what}, [=](benchmark::State& state) {
        const std::string bytes(bytes_of());
        std::vector<char> copy(bytes.size());
        measure(state, bytes.size(), items, [&] {
            std::memcpy(copy.data(), bytes.data(), bytes.size());
            return copy.data();
        });
    });
    add_benchmark({question, "floor_read", what}, [=](benchmark::State& state) {
        const std::string bytes(bytes_of());
        measure(state, bytes.size(), items, [&] { return sum_of(bytes); });
    });
}

}  // namespace ec2wire::benchmarks

#endif
