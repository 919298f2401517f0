#ifndef EC2WIRE_TESTS_CONFORMANCE_CHECK_HPP
#define EC2WIRE_TESTS_CONFORMANCE_CHECK_HPP

#include <ec2wire/codec/decode_query.hpp>
#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>
#include <ec2wire/codec/encode_json.hpp>
#include <ec2wire/codec/host_prefix.hpp>
#include <ec2wire/codec/idempotency_token.hpp>

#include "error_text.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

// Checks for the cases of the protocol suites, which generate.py writes.
namespace ec2wire::tests {

inline std::vector<std::byte> bytes_of(std::string_view text) {
    std::vector<std::byte> bytes(text.size());
    std::transform(text.begin(), text.end(), bytes.begin(),
                   [](char c) { return static_cast<std::byte>(c); });
    return bytes;
}

// Puts each pair on a line, so that differences are visible.
inline std::vector<std::string> pairs_of(std::string_view query) {
    std::vector<std::string> pairs;
    for (std::size_t begin = 0; begin <= query.size();) {
        const std::size_t end = std::min(query.find('&', begin), query.size());
        pairs.emplace_back(query.substr(begin, end - begin));
        begin = end + 1;
    }
    return pairs;
}

// The suites do not specify the order of pairs: ours is byte order. They specify the token for 16 zero bytes.
template <class T>
void check_request(T request, std::string_view expected) {
    fill_idempotency_tokens(request, [] { return std::array<std::byte, 16>{}; });
    const auto query = encode(request);
    BOOST_TEST_REQUIRE(query.has_value(), error_text(query));
    const auto pairs = pairs_of(*query);
    auto wanted = pairs_of(expected);
    std::sort(wanted.begin(), wanted.end());
    auto sorted = pairs;
    std::sort(sorted.begin(), sorted.end());
    BOOST_TEST(sorted == wanted, boost::test_tools::per_element());
    BOOST_TEST(std::is_sorted(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) {
        return a.substr(0, a.find('=')) < b.substr(0, b.find('='));
    }));

    // The query in the suite also decodes to the same request.
    scratch memory;
    const auto back = decode_query<T>(expected, memory);
    BOOST_TEST_REQUIRE(back.has_value(), error_text(back));
    BOOST_TEST(*encode(*back) == *query);
}

// Compares a reply as the SDK's JSON, which generate.py writes as encode_json does.
template <class T>
void check_reply(std::string_view bytes, std::string_view expected) {
    scratch memory;
    const auto reply = decode_xml<T>(bytes, memory);
    BOOST_TEST_REQUIRE(reply.has_value(), error_text(reply));
    BOOST_TEST(*encode_json(*reply) == expected);
    // As text, because NaN is not equal to itself.
    const auto strict = detail::decode_strictly<T>(bytes, memory);
    BOOST_TEST_REQUIRE(strict.has_value());
    BOOST_TEST(*encode_json(*strict) == expected);
}

// Decoding any reply gives the error; decoding with its shape gives its members.
template <class T>
void check_error(std::string_view bytes, std::string_view code, std::string_view message) {
    scratch memory;
    const auto reply = decode_xml<T>(bytes, memory);
    BOOST_TEST_REQUIRE(!reply.has_value());
    BOOST_TEST((reply.error().code == errc::service_error));
    BOOST_TEST(reply.error().service.code == code);
    BOOST_TEST(reply.error().service.message == message);
}

// A case that does not apply to this library, and why.
class left_out {
  public:
    explicit left_out(std::string_view reason) : reason_{reason} {}

    boost::test_tools::assertion_result operator()(boost::unit_test::test_unit_id id) const {
        std::cout << "SKIPPED "
                  << boost::unit_test::framework::get<boost::unit_test::test_unit>(id).full_name()
                  << ": " << reason_ << "\n";
        return false;
    }

  private:
    std::string reason_;
};

}  // namespace ec2wire::tests

#endif
