#include <ec2wire/sts/service.hpp>

#include <boost/test/unit_test.hpp>

#include <concepts>

using namespace ec2wire;

BOOST_AUTO_TEST_SUITE(sts_service)

BOOST_AUTO_TEST_CASE(sts_uses_aws_query_of_2011) {
    BOOST_TEST(sts::sts::version == "2011-06-15");
    BOOST_TEST((std::same_as<sts::sts::protocol, aws_query>));
}

BOOST_AUTO_TEST_SUITE_END()
