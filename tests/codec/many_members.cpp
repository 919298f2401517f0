// A shape of almost as many members as one may have. In a file of its own, since it takes a compiler seconds.
#include <ec2wire/codec/decode_query.hpp>

#include <ec2wire/shape/protocol.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

using namespace ec2wire;

namespace {

struct service {
    using protocol = aws_query;
    static constexpr std::string_view version = "2020-01-08";
};

// With Action and Version there are more rows in the table than members.
struct many_request {
    using service = ::service;
    static constexpr std::string_view operation = "Set";

    std::optional<std::string_view> value{};  // under 255 names

    template <std::size_t N>
    static constexpr std::array<char, 4> name{'A', char('0' + N / 100), char('0' + N / 10 % 10),
                                              char('0' + N % 10)};
    template <std::size_t... N>
    static constexpr auto fields_at(std::index_sequence<N...>) {
        return field_list{field{std::string_view(name<N>.data(), 4), &many_request::value}...};
    }
    static constexpr auto fields() { return fields_at(std::make_index_sequence<255>()); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_many_members)

BOOST_AUTO_TEST_CASE(a_request_may_have_255_members) {
    scratch memory;
    const auto request = decode_query<many_request>("Action=Set&A254=x&Version=1", memory);
    BOOST_TEST_REQUIRE(request.has_value());
    BOOST_TEST(request->value.value() == "x");
    BOOST_TEST((decode_query<many_request>("Action=Set&A254=x&A254=y", memory).error().code ==
                errc::duplicate_member));
}

BOOST_AUTO_TEST_SUITE_END()
