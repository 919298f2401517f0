#include "documents.hpp"
#include "measure.hpp"
#include "register_benchmarks.hpp"

#include <benchmark/benchmark.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

int main(int argc, char** argv) {
#ifdef __GLIBC__
    // Freed memory stays with the program. Otherwise the rivals that build a tree would give their
    // pages back after each large reply, and pay for each page when they get it again.
    const int most = 32 << 20;  // that glibc takes for the second
    if (mallopt(M_TRIM_THRESHOLD, 1 << 30) == 0 || mallopt(M_MMAP_THRESHOLD, most) == 0)
        ec2wire::benchmarks::give_up("mallopt refuses");
#endif
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    ec2wire::benchmarks::add_decode_xml();
    ec2wire::benchmarks::add_describe_instances();
    ec2wire::benchmarks::add_decode_json();
    ec2wire::benchmarks::add_decode_query();
    ec2wire::benchmarks::add_encode();
    ec2wire::benchmarks::add_encode_xml();
    ec2wire::benchmarks::add_state_code();
    ec2wire::benchmarks::add_growth();
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
