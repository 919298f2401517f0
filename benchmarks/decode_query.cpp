// How fast does a query become a request, beside what servers write by hand?
//
// decode_query/<who>/<what>/<n>    what = ids: n instances to stop
//                                         run: RunInstances with every member set
//
// All read each value that is there into the request's struct. pair_map_only stops at the std::map.

#include "documents.hpp"
#include "measure.hpp"
#include "register_benchmarks.hpp"
#include "rivals/pair_map.hpp"

#include "operations/fill.hpp"

#include <ec2wire/ec2/run_instances.hpp>
#include <ec2wire/ec2wire.hpp>

#include <benchmark/benchmark.h>

#include <cstddef>
#include <string>

namespace ec2wire::benchmarks {

namespace {

template <class Request>
void add_everyone(const std::string& what, const Request& request, std::size_t items) {
    const std::string query = encode(request).value();
    add_benchmark({"decode_query", "ec2wire", what}, [=](benchmark::State& state) {
        scratch memory;
        const auto read = [&] {
            memory.clear();
            return decode_query<borrowing<Request>>(query, memory);
        };
        const auto answer = read();
        expect(answer && encode(*answer).value() == query, "ec2wire", what);
        measure(state, query.size(), items, read);
    });
    add_benchmark({"decode_query", "ec2wire_owned", what}, [=](benchmark::State& state) {
        scratch memory;
        const auto read = [&] {
            memory.clear();
            return decode_query<Request>(query, memory);
        };
        const auto answer = read();
        expect(answer && *answer == request, "ec2wire_owned", what);
        measure(state, query.size(), items, read);
    });
    add_benchmark({"decode_query", "pair_map", what}, [=](benchmark::State& state) {
        const auto read = [&] { return pair_map(query).read<Request>(); };
        expect(read() == request, "pair_map", what);
        measure(state, query.size(), items, read);
    });
    add_benchmark({"decode_query", "pair_map_only", what}, [=](benchmark::State& state) {
        measure(state, query.size(), items, [&] { return pair_map(query); });
    });
    add_floors("decode_query", what, items, [=] { return query; });
}

}  // namespace

void add_decode_query() {
    for (const std::size_t count : {1U, 20U, 1000U}) {
        stop_instances_request request;
        for (const change& item : made_changes(count)) request.instance_ids.emplace_back(item.id);
        add_everyone(name_of({"ids", std::to_string(count)}), request, count);
    }
    run_instances_request request{};
    tests::fill(request, "");
    add_everyone("run/1", request, 1);
}

}  // namespace ec2wire::benchmarks
