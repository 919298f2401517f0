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
constexpr decode_error error_after(std::string_view bytes, Step step) {
    input in(bytes);
    step(in);
    return in.has_failed() ? in.error() : decode_error{};
}

constexpr decode_error grammar_error(std::string_view bytes) {
    return error_after(bytes, [](input& in) { in.fail_grammar(in.at); });
}

constexpr decode_error difference(std::string_view found, std::string_view wanted) {
    return error_after(found, [=](input& in) {
        in.fail_difference(errc::mismatched_tag, in.take_name(), wanted);
    });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_input)

BOOST_AUTO_TEST_CASE(it_looks_ahead_and_not_past_the_end) {
    constexpr input in("<!");
    static_assert(in.is_at('<') && !in.is_at('!') && !in.is_at_end());
    static_assert(in.is_ahead(0, '<') && in.is_ahead(1, '!') && !in.is_ahead(2, '['));
    static_assert(in.starts_with("<!") && !in.starts_with("<!-") && in.starts_with(""));
    constexpr input nothing("");
    static_assert(nothing.is_at_end() && !nothing.is_at('<') && !nothing.is_ahead(0, '<'));
    const ec2wire::tests::guarded_bytes bytes{"<!"};
    BOOST_TEST(!input(bytes.view()).is_ahead(2, '['));
    BOOST_TEST(!input(bytes.view()).starts_with("<![CDATA["));
}

BOOST_AUTO_TEST_CASE(the_first_error_stays_and_nothing_is_read_after_it) {
    constexpr auto holds = [] {
        input in("abc");
        if (in.fail(errc::bad_markup, std::size_t{1}) || !in.has_failed() || !in.is_at_end())
            return false;
        in.fail(errc::not_utf8, std::size_t{2});
        in.fail_at_end();
        return in.error() == decode_error{errc::bad_markup, 1};
    };
    static_assert(holds());
}

BOOST_AUTO_TEST_CASE(a_wrong_byte_is_the_end_or_a_broken_character_or_bad_markup) {
    static_assert(grammar_error("") == decode_error{errc::unexpected_end, 0});
    static_assert(grammar_error("x") == decode_error{errc::bad_markup, 0});
    static_assert(grammar_error("\n") == decode_error{errc::bad_markup, 0});
    static_assert(grammar_error("\xC3\xA9") == decode_error{errc::bad_markup, 0});
    static_assert(grammar_error("\x01") == decode_error{errc::bad_character, 0});
    static_assert(grammar_error("\xC3(") == decode_error{errc::not_utf8, 1});
    static_assert(grammar_error("\x80") == decode_error{errc::not_utf8, 0});
    static_assert(grammar_error("\xC3") == decode_error{errc::unexpected_end, 1});
}

BOOST_AUTO_TEST_CASE(a_difference_is_at_the_first_byte_that_differs) {
    //                         v
    static_assert(difference("items>", "item") == decode_error{errc::mismatched_tag, 4});
    static_assert(difference("ite>", "item") == decode_error{errc::mismatched_tag, 3});
    static_assert(difference("xtem>", "item") == decode_error{errc::mismatched_tag, 0});
    static_assert(difference("ite", "item") == decode_error{errc::unexpected_end, 3});
    static_assert(difference("ite\xC3", "item") == decode_error{errc::unexpected_end, 4});
    static_assert(difference("\xC3\xA8>", "\xC3\xA9") == decode_error{errc::mismatched_tag, 1});
}

BOOST_AUTO_TEST_CASE(expect_skips_a_literal_and_stops_where_it_differs) {
    static_assert(error_after("<!-- ", [](input& in) { in.expect("<!--"); }) == decode_error{});
    static_assert(error_after("<!D", [](input& in) { in.expect("<!--"); }) ==
                  decode_error{errc::bad_markup, 2});
    static_assert(error_after("<!", [](input& in) { in.expect("<!--"); }) ==
                  decode_error{errc::unexpected_end, 2});
}

BOOST_AUTO_TEST_CASE(space_and_names_are_skipped_whole) {
    constexpr auto holds = [] {
        input in(" \t\r\nitem=");
        if (!in.skip_space() || in.skip_space() || in.take_name() != "item") return false;
        return in.take_name().empty() && in.is_at('=') && in.offset_of(in.at) == 8;
    };
    static_assert(holds());
}

BOOST_AUTO_TEST_SUITE_END()
