#include "target.hpp"

#include "guarded_bytes.hpp"
#include "sanitized.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

// The input in front of a forbidden page: one page for all of them, since a call of the system takes
// longer than most inputs do.
std::string_view guarded(std::string_view input) {
    static ec2wire::tests::guarded_bytes room{std::string(1 << 16, '\0')};
    room.assign(input);
    return room.view();
}

}  // namespace

// libFuzzer puts each input into memory of its own, where the address sanitizer sees a byte read past
// its end. Without the sanitizer a forbidden page does.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input{static_cast<const char*>(static_cast<const void*>(data)), size};
    ec2wire::fuzz::check(ec2wire::tests::is_sanitized ? input : guarded(input));
    return 0;
}
