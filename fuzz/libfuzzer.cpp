#include "target.hpp"

#include "guarded_bytes.hpp"
#include "sanitized.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

// Puts the input before a forbidden page: one page for all inputs, since a system call takes longer than most
// of them.
std::string_view guarded(std::string_view input) {
    static ec2wire::tests::guarded_bytes room{std::string(1 << 16, '\0')};
    room.assign(input);
    return room.view();
}

}  // namespace

// libFuzzer allocates each input, so the address sanitizer reports a read past its end. Without the sanitizer
// a forbidden page does.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input{static_cast<const char*>(static_cast<const void*>(data)), size};
    ec2wire::fuzz::check(ec2wire::tests::is_sanitized ? input : guarded(input));
    return 0;
}
