#include <ec2wire/core/uuid.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>

using ec2wire::uuid_v4;

namespace {

constexpr std::array<std::byte, 16> filled_with(unsigned char octet) {
    std::array<std::byte, 16> bytes{};
    bytes.fill(std::byte{octet});
    return bytes;
}

constexpr std::array<std::byte, 16> counted = [] {
    std::array<std::byte, 16> bytes{};
    for (std::size_t i = 0; i < 16; ++i) bytes[i] = static_cast<std::byte>(i * 0x11);
    return bytes;
}();

}  // namespace

BOOST_AUTO_TEST_SUITE(core_uuid)

// The version is 4, and the variant is 10 in two bits, whatever the bytes are.
static_assert(uuid_v4(filled_with(0)).view() == "00000000-0000-4000-8000-000000000000");
static_assert(uuid_v4(filled_with(0xFF)).view() == "ffffffff-ffff-4fff-bfff-ffffffffffff");

BOOST_AUTO_TEST_CASE(every_byte_has_its_place) {
    BOOST_TEST(uuid_v4(counted).view() == "00112233-4455-4677-8899-aabbccddeeff");
}

BOOST_AUTO_TEST_SUITE_END()
