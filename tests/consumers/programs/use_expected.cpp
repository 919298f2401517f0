// A consumer whose standard library has std::expected: C++23.
#include <ec2wire/ec2wire.hpp>

#include <expected>
#include <memory>

namespace {

using ec2wire::decode_error, ec2wire::errc, ec2wire::result;

constexpr result<bool> is_even(int value) {
    if (value < 0) return ec2wire::unexpected(decode_error{errc::bad_value, 3});
    return value % 2 == 0;
}

// A project that uses std::expected everywhere.
constexpr std::expected<bool, decode_error> is_odd(int value) {
    return is_even(value).transform([](bool even) { return !even; });
}

constexpr std::expected<int, decode_error> number_of(bool value) { return value ? 1 : 0; }

static_assert(is_odd(3) == true && is_odd(2) == false);
static_assert(is_odd(-1) == std::unexpected(decode_error{errc::bad_value, 3}));
static_assert(is_even(2).and_then(number_of) == 1);
static_assert(is_even(-1).and_then(number_of) == std::unexpected(decode_error{errc::bad_value, 3}));

// Values that cannot be copied are moved.
std::expected<std::unique_ptr<int>, decode_error> owner() {
    return result<std::unique_ptr<int>>(std::make_unique<int>(7));
}

std::expected<ec2wire::stop_instances_response, ec2wire::reply_error> stopped(
    std::string_view bytes, ec2wire::scratch& scratch) {
    return ec2wire::decode_xml<ec2wire::stop_instances_response>(bytes, scratch);
}

}  // namespace

int main() {
    if (**owner() != 7) return 1;
    ec2wire::scratch scratch;
    const auto cut = stopped("<StopInstancesResponse>", scratch);
    if (cut || cut.error().code != errc::unexpected_end) return 2;
    return stopped("<StopInstancesResponse/>", scratch)->stopping_instances.empty() ? 0 : 3;
}
