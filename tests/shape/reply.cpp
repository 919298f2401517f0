#include <ec2wire/shape/reply.hpp>

#include <boost/test/unit_test.hpp>

using namespace ec2wire;

BOOST_AUTO_TEST_SUITE(shape_reply)

static_assert(reply_error{{errc::service_error, 0}, {"C", "M", "R"}}.is_service_error());
static_assert(!reply_error{{errc::bad_value, 3}, {}}.is_service_error());

BOOST_AUTO_TEST_CASE(a_response_a_service_error_and_bad_bytes_are_never_confused) {
    const reply<int> answer(5);
    const reply<int> said_no = unexpected(reply_error{{errc::service_error, 0}, {"C", "", ""}});
    const reply<int> bad = unexpected(reply_error{{errc::bad_value, 3}, {}});
    BOOST_TEST((answer.has_value() && !said_no.has_value() && !bad.has_value()));
    BOOST_TEST(said_no.error().service.code == "C");
    BOOST_TEST(bad.error().offset == 3U);
    BOOST_TEST(bad.error().message() == message(errc::bad_value));
    BOOST_TEST(!(said_no == bad));
    BOOST_TEST(!(answer == said_no));
}

BOOST_AUTO_TEST_SUITE_END()
