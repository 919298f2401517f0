#include "target.hpp"

#include <ec2wire/ec2/instance_state.hpp>

#include <cstddef>
#include <string_view>

// Compares the parser of state codes with a naive one: digits of at most 65535. The error is the first
// character with which no code can begin.
void ec2wire::fuzz::check(std::string_view input) {
    unsigned value = 0;
    std::size_t good = 0;
    for (; good < input.size(); ++good) {
        if (input[good] < '0' || input[good] > '9') break;
        const unsigned longer = value * 10 + static_cast<unsigned>(input[good] - '0');
        if (longer > 65535) break;
        value = longer;
    }
    const bool is_code = good == input.size() && good != 0;
    const auto code = parse_state_code(input);
    require(code.has_value() == is_code, "digits up to 65535 are a code, and nothing else is");
    if (code)
        require(code->wire() == value, "a code is what its digits say");
    else
        require(code.error() == good, "the error is the first wrong character");
}
