#include <ec2wire/core/version.hpp>

#include <boost/test/unit_test.hpp>

#include <string>

BOOST_AUTO_TEST_SUITE(core_version)

BOOST_AUTO_TEST_CASE(the_text_and_the_numbers_agree) {
    const std::string numbers = std::to_string(ec2wire::version_major) + '.' +
                                std::to_string(ec2wire::version_minor) + '.' +
                                std::to_string(ec2wire::version_patch);
    BOOST_TEST(numbers == ec2wire::version);
}

BOOST_AUTO_TEST_SUITE_END()
