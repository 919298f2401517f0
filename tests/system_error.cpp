#include <ec2wire/system_error.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <system_error>

using ec2wire::errc;

BOOST_AUTO_TEST_SUITE(system_error)

BOOST_AUTO_TEST_CASE(an_errc_is_an_error_code) {
    const std::error_code code = errc::mismatched_tag;
    BOOST_TEST(static_cast<bool>(code));
    BOOST_TEST((code == errc::mismatched_tag));
    BOOST_TEST((code != errc::bad_value));
    BOOST_TEST(code.value() == static_cast<int>(errc::mismatched_tag));
    BOOST_TEST(code.category().name() == std::string("ec2wire"));
    BOOST_TEST(code.message() == "the end tag does not match its start tag");
}

// std::errc has values of the same numbers.
BOOST_AUTO_TEST_CASE(it_is_not_equal_to_an_error_of_another_category) {
    for (int value = 1; value < 100; ++value) {
        const std::error_code code = static_cast<errc>(value);
        BOOST_TEST((code != std::error_code(value, std::generic_category())));
    }
}

BOOST_AUTO_TEST_CASE(codes_that_the_standard_library_has_are_equal_to_its_own) {
    BOOST_TEST((std::error_code(errc::out_of_memory) == std::errc::not_enough_memory));
    BOOST_TEST((std::error_code(errc::buffer_too_small) == std::errc::no_buffer_space));
    BOOST_TEST((std::error_code(errc::bad_value) != std::errc::invalid_argument));
}

BOOST_AUTO_TEST_SUITE_END()
