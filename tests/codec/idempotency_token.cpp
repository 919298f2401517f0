#include <ec2wire/codec/encode.hpp>
#include <ec2wire/codec/idempotency_token.hpp>
#include <ec2wire/shape/protocol.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

using namespace ec2wire;

namespace {

struct service {
    using protocol = aws_query;
    static constexpr std::string_view version = "2020-01-08";
};

struct token_request {
    using service = ::service;
    static constexpr std::string_view operation = "QueryIdempotencyTokenAutoFill";

    std::optional<std::string> token{};
    std::string plain{"kept"};
    std::optional<std::string> other{};

    static constexpr auto fields() {
        using self = token_request;
        return field_list{field{"token", &self::token, {.idempotency_token = true}},
                          field{"plain", &self::plain, {.idempotency_token = true}},
                          field{"other", &self::other}};
    }
};

// Each call returns different bytes.
class counting {
  public:
    std::array<std::byte, 16> operator()() {
        std::array<std::byte, 16> bytes{};
        bytes[15] = static_cast<std::byte>(count_++);
        return bytes;
    }

  private:
    int count_ = 0;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_idempotency_token)

BOOST_AUTO_TEST_CASE(a_token_that_is_not_set_gets_a_uuid) {
    token_request request;
    fill_idempotency_tokens(request, counting{});
    BOOST_TEST(encode(request).value() ==
               "Action=QueryIdempotencyTokenAutoFill&Version=2020-01-08&plain=kept"
               "&token=00000000-0000-4000-8000-000000000000");
}

BOOST_AUTO_TEST_CASE(each_token_gets_its_own) {
    token_request request{.plain = ""};
    fill_idempotency_tokens(request, counting{});
    BOOST_TEST(*request.token == "00000000-0000-4000-8000-000000000000");
    BOOST_TEST(request.plain == "00000000-0000-4000-8000-000000000001");
    BOOST_TEST(!request.other.has_value());
}

// So a retry sends the same token.
BOOST_AUTO_TEST_CASE(a_token_that_is_set_stays) {
    token_request request{.token = "00000000-0000-4000-8000-000000000123"};
    fill_idempotency_tokens(request, counting{});
    BOOST_TEST(*request.token == "00000000-0000-4000-8000-000000000123");
    counting random;
    token_request filled;
    fill_idempotency_tokens(filled, random);
    const std::string first = *filled.token;
    fill_idempotency_tokens(filled, random);
    BOOST_TEST(*filled.token == first);
}

BOOST_AUTO_TEST_SUITE_END()

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

BOOST_AUTO_TEST_SUITE(codec_idempotency_token)

// The version is 4, and the variant is 10 in two bits, whatever the bytes are.
static_assert(uuid_v4(filled_with(0)).view() == "00000000-0000-4000-8000-000000000000");
static_assert(uuid_v4(filled_with(0xFF)).view() == "ffffffff-ffff-4fff-bfff-ffffffffffff");

BOOST_AUTO_TEST_CASE(every_byte_is_in_the_text) {
    BOOST_TEST(uuid_v4(counted).view() == "00112233-4455-4677-8899-aabbccddeeff");
}

BOOST_AUTO_TEST_SUITE_END()
