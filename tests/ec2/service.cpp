#include <ec2wire/ec2/service.hpp>

#include <boost/test/unit_test.hpp>

#include <concepts>

using namespace ec2wire;

BOOST_AUTO_TEST_SUITE(ec2_service)

BOOST_AUTO_TEST_CASE(ec2_uses_ec2_query_of_2016) {
    BOOST_TEST(ec2::version == "2016-11-15");
    BOOST_TEST((std::same_as<ec2::protocol, ec2_query>));
}

BOOST_AUTO_TEST_SUITE_END()
