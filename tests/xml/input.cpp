#include <ec2wire/xml/input.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string_view>

using ec2wire::decode_error;
using ec2wire::errc;
using ec2wire::xml::detail::input;

namespace {

// The state of an input after one step.
template <class Step>
decode_error error_after(std::string_view bytes, Step step) {
    input in(bytes);
    step(in);
    return in.has_failed() ? in.error() : decode_error{};
}

decode_error grammar_error(std::string_view bytes) {
    return error_after(bytes, [](input& in) { in.fail_grammar(in.at); });
}

decode_error difference(std::string_view found, std::string_view wanted) {
    return error_after(found, [=](input& in) {
        in.fail_difference(errc::mismatched_tag, in.take_name(), wanted);
    });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_input)

BOOST_AUTO_TEST_CASE(it_looks_ahead_and_not_past_the_end) {
    const input in("<!");
    BOOST_TEST((in.is_at('<') && !in.is_at('!') && !in.is_at_end()));
    BOOST_TEST((in.is_ahead(0, '<') && in.is_ahead(1, '!') && !in.is_ahead(2, '[')));
    BOOST_TEST((in.starts_with("<!") && !in.starts_with("<!-") && in.starts_with("")));
    const input nothing("");
    BOOST_TEST((nothing.is_at_end() && !nothing.is_at('<') && !nothing.is_ahead(0, '<')));
    const ec2wire::tests::guarded_bytes bytes{"<!"};
    BOOST_TEST(!input(bytes.view()).is_ahead(2, '['));
    BOOST_TEST(!input(bytes.view()).starts_with("<![CDATA["));
}

BOOST_AUTO_TEST_CASE(the_first_error_stays_and_nothing_is_read_after_it) {
    input in("abc");
    BOOST_TEST(!in.fail(errc::bad_markup, std::size_t{1}));
    BOOST_TEST(in.has_failed());
    BOOST_TEST(in.is_at_end());
    in.fail(errc::not_utf8, std::size_t{2});
    in.fail_at_end();
    BOOST_TEST((in.error() == decode_error{errc::bad_markup, 1}));
}

BOOST_AUTO_TEST_CASE(a_wrong_byte_is_the_end_or_a_broken_character_or_bad_markup) {
    BOOST_TEST((grammar_error("") == decode_error{errc::unexpected_end, 0}));
    BOOST_TEST((grammar_error("x") == decode_error{errc::bad_markup, 0}));
    BOOST_TEST((grammar_error("\n") == decode_error{errc::bad_markup, 0}));
    BOOST_TEST((grammar_error("\xC3\xA9") == decode_error{errc::bad_markup, 0}));
    BOOST_TEST((grammar_error("\x01") == decode_error{errc::bad_character, 0}));
    BOOST_TEST((grammar_error("\xC3(") == decode_error{errc::not_utf8, 1}));
    BOOST_TEST((grammar_error("\x80") == decode_error{errc::not_utf8, 0}));
    BOOST_TEST((grammar_error("\xC3") == decode_error{errc::unexpected_end, 1}));
}

BOOST_AUTO_TEST_CASE(a_difference_is_at_the_first_byte_that_differs) {
    //                         v
    BOOST_TEST((difference("items>", "item") == decode_error{errc::mismatched_tag, 4}));
    BOOST_TEST((difference("ite>", "item") == decode_error{errc::mismatched_tag, 3}));
    BOOST_TEST((difference("xtem>", "item") == decode_error{errc::mismatched_tag, 0}));
    BOOST_TEST((difference("ite", "item") == decode_error{errc::unexpected_end, 3}));
    BOOST_TEST((difference("ite\xC3", "item") == decode_error{errc::unexpected_end, 4}));
    BOOST_TEST((difference("\xC3\xA8>", "\xC3\xA9") == decode_error{errc::mismatched_tag, 1}));
}

BOOST_AUTO_TEST_CASE(expect_skips_a_literal_and_stops_where_it_differs) {
    BOOST_TEST((error_after("<!-- ", [](input& in) { in.expect("<!--"); }) == decode_error{}));
    BOOST_TEST((error_after("<!D", [](input& in) { in.expect("<!--"); }) ==
                decode_error{errc::bad_markup, 2}));
    BOOST_TEST((error_after("<!", [](input& in) { in.expect("<!--"); }) ==
                decode_error{errc::unexpected_end, 2}));
}

BOOST_AUTO_TEST_CASE(space_and_names_are_skipped_whole) {
    input in(" \t\r\nitem=");
    BOOST_TEST(in.skip_space());
    BOOST_TEST(!in.skip_space());
    BOOST_TEST(in.take_name() == "item");
    BOOST_TEST(in.take_name() == "");
    BOOST_TEST(in.is_at('='));
    BOOST_TEST(in.offset_of(in.at) == 8u);
}

BOOST_AUTO_TEST_SUITE_END()
