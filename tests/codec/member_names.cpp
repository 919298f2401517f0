#include <ec2wire/codec/member_names.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <string_view>

using ec2wire::detail::find_name;

BOOST_AUTO_TEST_SUITE(codec_member_names)

BOOST_AUTO_TEST_CASE(a_name_is_found_wherever_it_is_expected) {
    constexpr std::array<std::string_view, 3> names{"code", "name", "codes"};
    for (std::size_t expected = 0; expected < 6; ++expected) {
        BOOST_TEST(find_name(names, "code", expected) == 0U);
        BOOST_TEST(find_name(names, "name", expected) == 1U);
        BOOST_TEST(find_name(names, "codes", expected) == 2U);
        for (const std::string_view other : {"", "cod", "Code", "code ", "nam", "codess"})
            BOOST_TEST(find_name(names, other, expected) == 3U);
    }
    BOOST_TEST(find_name({}, "code", 0) == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
