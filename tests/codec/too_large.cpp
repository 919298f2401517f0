#include <ec2wire/codec/encode.hpp>
#include <ec2wire/codec/encode_pairs.hpp>
#include <ec2wire/codec/encode_xml.hpp>
#include <ec2wire/ec2/service.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;

namespace {

// Only for 32 bits: with 64 bits a text that is too large would take too long.
boost::test_tools::assertion_result has_32_bits(boost::unit_test::test_unit_id) {
    if (sizeof(std::size_t) == 4) return true;
    std::cout << "SKIPPED codec_too_large: std::size_t has more than 32 bits here\n";
    return false;
}

// A key so long that a query of few elements is large.
constexpr auto long_name = [] {
    std::array<char, 4'096> name{};
    name.fill('A');
    return name;
}();

struct numbers_request {
    using service = ec2;
    static constexpr std::string_view operation = "Numbers";
    std::vector<int> numbers{};
    static constexpr auto fields() {
        return field_list{
            field{std::string_view(long_name.data(), long_name.size()), &numbers_request::numbers}};
    }
};

// A request of texts with the same long key: they are counted by another function than numbers.
struct texts_request {
    using service = ec2;
    static constexpr std::string_view operation = "Texts";
    std::vector<std::string_view> texts{};
    static constexpr auto fields() {
        return field_list{
            field{std::string_view(long_name.data(), long_name.size()), &texts_request::texts}};
    }
};

// The name of its items.
struct numbers_response {
    using service = ec2;
    static constexpr std::string_view operation = "Numbers";
    std::vector<int> numbers{};
    static constexpr auto fields() {
        return field_list{field{std::string_view(long_name.data(), long_name.size()),
                                &numbers_response::numbers,
                                {.flattened = true}}};
    }
};

bool is_too_large(const auto& encoded) {
    return !encoded && encoded.error() == encode_error{errc::too_large, {}, 0, 0};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_too_large, *boost::unit_test::precondition(has_32_bits))

// Just above 4 GiB, which would wrap to a few KiB in 32 bits; and above 1 GiB, the maximum of libstdc++'s
// std::string.
BOOST_AUTO_TEST_CASE(a_query_that_32_bits_cannot_count_is_an_error) {
    for (const std::size_t count : {1'046'039U, 262'144U}) {
        const numbers_request request{std::vector<int>(count)};
        BOOST_TEST(is_too_large(encoded_size(request)));
        BOOST_TEST(is_too_large(encode(request)));

        std::string buffer(64, '#');
        BOOST_TEST(is_too_large(encode(request, std::span<char>(buffer))));
        BOOST_TEST(buffer == std::string(64, '#'));
    }
}

BOOST_AUTO_TEST_CASE(texts_that_32_bits_cannot_count_are_an_error) {
    for (const std::string_view text : {"a", " "}) {
        const texts_request request{std::vector<std::string_view>(1'049'000, text)};
        BOOST_TEST(is_too_large(encoded_size(request)));
        BOOST_TEST(is_too_large(encode(request)));
    }
}

BOOST_AUTO_TEST_CASE(xml_that_32_bits_cannot_count_is_an_error) {
    // Each number takes two names and six characters: just above 4 GiB, and above 1 GiB.
    for (const std::size_t count : {524'000U, 131'072U}) {
        const numbers_response response{std::vector<int>(count)};
        BOOST_TEST(is_too_large(encoded_xml_size(response, xml_layout::minified)));
        BOOST_TEST(is_too_large(encode_xml(response)));
        std::string buffer(64, '#');
        BOOST_TEST(is_too_large(encode_xml(response, std::span<char>(buffer))));
        BOOST_TEST(buffer == std::string(64, '#'));
    }
}

BOOST_AUTO_TEST_CASE(pairs_too_long_for_a_string_are_an_error) {
    const std::string spaces(std::size_t{8} << 20, ' ');  // 24 MiB escaped
    BOOST_TEST(is_too_large(encode_pairs(std::vector<query_pair>(43, {"K", spaces}))));
}

BOOST_AUTO_TEST_SUITE_END()
