// A consumer whose standard library has std::format.
#include <ec2wire/format.hpp>

int main() {
    const ec2wire::decode_error cut{ec2wire::errc::unexpected_end, 578};
    const std::string text =
        std::format("{:>8}|{:*<11}|{}", ec2wire::state_code{272}, ec2wire::errc::wrong_root, cut);
    return text == " running|wrong_root*|unexpected_end at byte 578: the bytes end before the "
                   "document does; decode the whole body"
               ? 0
               : 1;
}
