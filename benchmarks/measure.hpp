#ifndef EC2WIRE_BENCHMARKS_MEASURE_HPP
#define EC2WIRE_BENCHMARKS_MEASURE_HPP

#include "allocations.hpp"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
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

// Times `work`, which returns something that depends on all it did. The caller has run it once, to
// check its answer and to warm its memory.
template <class Work>
void measure(benchmark::State& state, std::size_t bytes, std::size_t items, Work&& work) {
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

// The floors. Nothing that looks at every byte can be faster than a sum of them, and nothing that
// moves them faster than memcpy.
inline void measure_memcpy(benchmark::State& state, std::string_view bytes, std::size_t items) {
    std::vector<char> copy(bytes.size());
    measure(state, bytes.size(), items, [&] {
        std::memcpy(copy.data(), bytes.data(), bytes.size());
        return copy.data();
    });
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

inline void measure_read(benchmark::State& state, std::string_view bytes, std::size_t items) {
    measure(state, bytes.size(), items, [&] { return sum_of(bytes); });
}

}  // namespace ec2wire::benchmarks

#endif
