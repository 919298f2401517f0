#include "target.hpp"

#include <cstddef>
#include <cstdint>

// libFuzzer puts each input into memory of its own, so that a byte read past its end is seen.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ec2wire::fuzz::check({static_cast<const char*>(static_cast<const void*>(data)), size});
    return 0;
}
