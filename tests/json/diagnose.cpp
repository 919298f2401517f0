#include <ec2wire/json/diagnose.hpp>

#include <boost/test/unit_test.hpp>

using namespace ec2wire;
using json::diagnose;

BOOST_AUTO_TEST_SUITE(json_diagnose)

static_assert(diagnose("") == decode_error{errc::not_a_document, 0});
static_assert(diagnose(" \n") == decode_error{errc::not_a_document, 2});
static_assert(diagnose("\xEF\xBB\xBF ") == decode_error{errc::not_a_document, 4});
//                           v
static_assert(diagnose("{\"a\xFF\"}") == decode_error{errc::not_utf8, 3});
//                         v
static_assert(diagnose("{} x") == decode_error{errc::trailing_data, 3});
static_assert(diagnose("{}}") == decode_error{errc::trailing_data, 2});
//                           v
static_assert(diagnose("{\"a\n\"}") == decode_error{errc::bad_json, 3});
static_assert(diagnose("{\"a\":[1") == decode_error{errc::unexpected_end, 7});
static_assert(diagnose("{\"a}") == decode_error{errc::unexpected_end, 4});
static_assert(diagnose("{\"a\\\"}") == decode_error{errc::unexpected_end, 6});
static_assert(diagnose("{\"a\xE2\x82") == decode_error{errc::unexpected_end, 5});
static_assert(diagnose("{\"a\\") == decode_error{errc::unexpected_end, 4});

BOOST_AUTO_TEST_CASE(every_answer_lies_within_the_bytes) {
    constexpr std::string_view bytes = "\xEF\xBB\xBF {\"a\\\"\":[1,{\"\xE2\x82\xAC\":\"x\"}]} {}";
    for (std::size_t size = 0; size <= bytes.size(); ++size)
        BOOST_TEST(diagnose(bytes.substr(0, size)).offset <= size);
}

BOOST_AUTO_TEST_SUITE_END()
