// With -ffast-math a compiler takes every floating-point number for finite, and each comparison with
// NaN or infinity for false. They are written by name all the same.
#include <ec2wire/codec/encode.hpp>
#include <ec2wire/codec/encode_json.hpp>
#include <ec2wire/ec2/service.hpp>

#include <bit>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace {

struct numbers {
    using service = ec2wire::ec2;
    static constexpr std::string_view operation = "Put";
    double d{};
    float f{};
    static constexpr auto fields() {
        return ec2wire::field_list{ec2wire::field{"D", &numbers::d},
                                   ec2wire::field{"F", &numbers::f}};
    }
};

int failed = 0;

void check(std::uint64_t d, std::uint32_t f, const std::string& text, const std::string& json) {
    const numbers request{std::bit_cast<double>(d), std::bit_cast<float>(f)};
    const std::string query =
        "Action=Put&D=" + text + "&F=" + text + "&Version=" + std::string(ec2wire::ec2::version);
    const std::string object = "{\"D\":" + json + ",\"F\":" + json + "}";
    const std::string written[] = {*ec2wire::encode(request), *ec2wire::encode_json(request)};
    if (written[0] == query && written[1] == object) return;
    std::printf("FAILED %s\n       %s\n", written[0].c_str(), written[1].c_str());
    ++failed;
}

}  // namespace

int main() {
    check(0x7FF8000000000000, 0x7FC00000, "NaN", "\"NaN\"");
    check(0xFFF8000000000000, 0xFFC00000, "NaN", "\"NaN\"");
    check(0x7FF0000000000001, 0x7F800001, "NaN", "\"NaN\"");
    check(0x7FF0000000000000, 0x7F800000, "Infinity", "\"Infinity\"");
    check(0xFFF0000000000000, 0xFF800000, "-Infinity", "\"-Infinity\"");
    check(0x3FF0000000000000, 0x3F800000, "1", "1");
    check(0xC004000000000000, 0xC0200000, "-2.5", "-2.5");
    std::printf("%d failed\n", failed);
    return failed == 0 ? 0 : 1;
}
