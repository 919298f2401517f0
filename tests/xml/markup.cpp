#include <ec2wire/xml/markup.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string_view>

using ec2wire::scratch;
using ec2wire::xml::detail::input;

namespace xml = ec2wire::xml::detail;

namespace {

// How many bytes a function passes at the front of `bytes`; 0 if it fails.
template <class Pass>
constexpr std::size_t passed(std::string_view bytes, Pass pass) {
    input in(bytes);
    return pass(in) ? in.offset_of(in.at) : 0;
}

constexpr bool pass_attributes(input& in) {
    scratch memory;
    return xml::pass_attributes(in, memory);
}

}  // namespace

// The faults of each construct, with their places, are in reader.cpp.
BOOST_AUTO_TEST_SUITE(xml_markup)

BOOST_AUTO_TEST_CASE(a_comment_is_passed_to_its_end) {
    static_assert(passed("<!-- x --><a/>", xml::pass_comment) == 10);
    static_assert(passed("<!----><a/>", xml::pass_comment) == 7);
    static_assert(passed("<!-- x --", xml::pass_comment) == 0);
    static_assert(passed("<!-- x --><a/>", xml::pass_declaration) == 10);
    static_assert(passed("<!DOCTYPE a>", xml::pass_declaration) == 0);
}

BOOST_AUTO_TEST_CASE(a_remark_is_a_comment_or_an_instruction) {
    static_assert(passed("<!-- x --><a/>", xml::pass_remark) == 10);
    static_assert(passed("<?p x?><a/>", xml::pass_remark) == 7);
    static_assert(passed("<!DOCTYPE a>", xml::pass_remark) == 0);
}

BOOST_AUTO_TEST_CASE(an_instruction_is_passed_to_its_end) {
    static_assert(passed("<?p?><a/>", xml::pass_instruction) == 5);
    static_assert(passed("<?p x?\?><a/>", xml::pass_instruction) == 8);
    static_assert(passed("<?xml?>", xml::pass_instruction) == 0);
}

BOOST_AUTO_TEST_CASE(an_attribute_value_is_passed_with_its_quotes) {
    static_assert(passed("'it&apos;s \"x\"' b", xml::pass_attribute_value) == 15);
    static_assert(passed("\"\"/>", xml::pass_attribute_value) == 2);
    static_assert(passed("'x", xml::pass_attribute_value) == 0);
    static_assert(passed("x", xml::pass_attribute_value) == 0);
}

BOOST_AUTO_TEST_CASE(attributes_are_passed_to_the_end_of_the_tag) {
    static_assert(passed(" a='1' b=\"2\" >", pass_attributes) == 13);
    static_assert(passed(" a='1'/>", pass_attributes) == 6);
    static_assert(passed(" a='1' a=''/>", pass_attributes) == 0);
    const ec2wire::tests::guarded_bytes bytes{" a='1"};
    BOOST_TEST(passed(bytes.view(), pass_attributes) == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
