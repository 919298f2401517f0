#include <ec2wire/core/tag_text.hpp>

#include <ec2wire/core/bytes.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::detail;

BOOST_AUTO_TEST_SUITE(core_tag_text)

BOOST_AUTO_TEST_CASE(a_name_is_stored_inside_its_end_tag) {
    static constexpr tag_text<4> stored{"code"};
    constexpr tag_name name = stored.name();
    BOOST_TEST(name.view() == "code");
    BOOST_TEST(std::string_view(name.text - 2, end_tag_size(4)) == "</code>");
}

BOOST_AUTO_TEST_CASE(a_name_is_compared_with_the_bytes_of_a_tag) {
    const char* const bytes = "instanceId>i-1</instanceId>     ";
    BOOST_TEST(compared_name("instanceId").is_at(bytes));
    BOOST_TEST(compared_name("instance").is_at(bytes));
    BOOST_TEST(compared_name("in").is_at(bytes));
    BOOST_TEST(!compared_name("instanceIe").is_at(bytes));
    BOOST_TEST(!compared_name("instanceId>i-1</instancexx").is_at(bytes));
    BOOST_TEST(!compared_name("im").is_at(bytes));
}

// Eight bytes cannot tell the longer names apart.
BOOST_AUTO_TEST_CASE(a_head_agrees_as_far_as_both_go) {
    const auto head = load_word<std::uint64_t>("instanceId>");
    for (const char* const name : {"i", "in", "instanc", "instance", "instanceId", "instanceType"})
        BOOST_TEST(compared_name(name).has_head(head), name);
    for (const char* const name : {"I", "im", "instanca", "instancE", "nstance", "instancf"})
        BOOST_TEST(!compared_name(name).has_head(head), name);
}

BOOST_AUTO_TEST_SUITE_END()
