#ifndef EC2WIRE_FUZZ_TARGET_HPP
#define EC2WIRE_FUZZ_TARGET_HPP

#include <cstdio>
#include <cstdlib>
#include <string_view>

// A fuzz body is compiled twice: with libfuzzer.cpp, which searches for new inputs, and with replay.cpp, a
// test that runs the inputs of corpus/TARGET again.
namespace ec2wire::fuzz {

// The body. Each target defines it.
void check(std::string_view input);

// Ends the run if a check fails, so that the input is kept.
inline void require(bool is_kept, const char* promise) {
    if (is_kept) return;
    std::fprintf(stderr, "broken: %s\n", promise);
    std::abort();
}

// Takes the first byte of the input; 0 if there is none.
inline unsigned char take_byte(std::string_view& input) {
    if (input.empty()) return 0;
    const auto byte = static_cast<unsigned char>(input.front());
    input.remove_prefix(1);
    return byte;
}

}  // namespace ec2wire::fuzz

#endif
