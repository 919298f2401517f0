#include <ec2wire/json/token.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <string_view>

using namespace ec2wire::json;

BOOST_AUTO_TEST_SUITE(json_token)

BOOST_AUTO_TEST_CASE(the_first_character_tells_the_kind) {
    using enum value_kind;
    static_assert(kind_of('{') == object && kind_of('[') == array && kind_of('"') == string);
    static_assert(kind_of('-') == number && kind_of('0') == number && kind_of('9') == number);
    static_assert(kind_of('t') == boolean && kind_of('f') == boolean && kind_of('n') == null);
    for (const char c : std::string_view("}],:+.aN' \0", 11)) BOOST_TEST((kind_of(c) == none));
    static_assert(begins(number, '7') && !begins(string, '7') && !begins(none, '}'));
    constexpr struct {
        char first;
        value_kind kind;
    } kinds[] = {{'{', object}, {'[', array},   {'"', string},  {'-', number},
                 {'9', number}, {'t', boolean}, {'f', boolean}, {'n', null}};
    for (const auto& [first, kind] : kinds) BOOST_TEST((kind_of(first) == kind), first);
    BOOST_TEST(!begins(none, '}'));
}

BOOST_AUTO_TEST_CASE(numbers_are_those_of_rfc_8259) {
    for (const std::string_view number :
         {"0", "-0", "10", "-1.5", "1e5", "1E+05", "0.0e-0", "123456789"})
        BOOST_TEST(find_bad_number(number) == number.npos);
    for (const std::string_view number : {"00", "01", "-01", "-", "+1", ".5", "1.", "1.e5", "1e",
                                          "1e+", "0x1", "1_0", "1a", "", "1-2"})
        BOOST_TEST(find_bad_number(number) <= number.size());
}

BOOST_AUTO_TEST_CASE(the_error_of_a_number_is_at_its_first_wrong_character) {
    static_assert(find_bad_number("064") == 1);
    static_assert(find_bad_number("64x") == 2);
    static_assert(find_bad_number("-") == 1);
    static_assert(find_bad_number("1.") == 2);
    static_assert(find_bad_number("1e+x") == 3);
}

BOOST_AUTO_TEST_CASE(there_are_three_words) {
    static_assert(is_word("true") && is_word("false") && is_word("null"));
    static_assert(!is_word("True") && !is_word("nul") && !is_word("nullx") && !is_word(""));
}

BOOST_AUTO_TEST_SUITE_END()

using ec2wire::decode_error;
using ec2wire::errc;
using ec2wire::json::diagnose;
using ec2wire::json::first_token;

BOOST_AUTO_TEST_SUITE(json_token)

BOOST_AUTO_TEST_CASE(the_first_token_follows_a_byte_order_mark_and_white_space) {
    static_assert(first_token("{") == 0);
    static_assert(first_token(" \t\r\n{") == 4);
    static_assert(first_token("\xEF\xBB\xBF {") == 4);
    static_assert(first_token("\xEF\xBB") == 0);
    static_assert(first_token("") == 0);
}

BOOST_AUTO_TEST_CASE(empty_input_is_not_a_document) {
    static_assert(diagnose("") == decode_error{errc::not_a_document, 0});
    static_assert(diagnose(" \n") == decode_error{errc::not_a_document, 2});
    static_assert(diagnose("\xEF\xBB\xBF") == decode_error{errc::not_a_document, 3});
}

BOOST_AUTO_TEST_CASE(without_an_opening_bracket_it_is_not_a_document) {
    static_assert(diagnose("<html><p class=\"x>") == decode_error{errc::not_a_document, 0});
    static_assert(diagnose("\n502 \"Bad Gateway") == decode_error{errc::not_a_document, 1});
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_are_reported_first) {
    //                            v
    static_assert(diagnose("{\"a\xFF\":\x01}") == decode_error{errc::not_utf8, 3});
    static_assert(diagnose("{\"\xE2\x28\"}") == decode_error{errc::not_utf8, 3});
    static_assert(diagnose("{\"\xED\xA0\x80\"}") == decode_error{errc::not_utf8, 3});
}

BOOST_AUTO_TEST_CASE(a_character_cut_short_is_an_end_that_comes_too_early) {
    static_assert(diagnose("{\"\xE2\x82") == decode_error{errc::unexpected_end, 4});
}

BOOST_AUTO_TEST_CASE(a_bare_control_character_in_a_string_is_not_json) {
    //                         v
    static_assert(diagnose("{\"\n\":1}") == decode_error{errc::bad_json, 2});
    static_assert(diagnose("{\"a\":\"\\\\\x1F\"}") == decode_error{errc::bad_json, 8});
    static_assert(diagnose("{\"a\":\"\\\n\"}") == decode_error{errc::bad_json, 7});
    static_assert(diagnose("{\"a\":\"\x7F") == decode_error{errc::unexpected_end, 7});
}

BOOST_AUTO_TEST_CASE(an_escaped_quote_does_not_end_a_string) {
    static_assert(diagnose(R"({"a":"b\"c)") == decode_error{errc::unexpected_end, 10});
    static_assert(diagnose(R"({"a":"b\\"} x)") == decode_error{errc::trailing_data, 12});
    static_assert(diagnose(R"({"a":"b\)") == decode_error{errc::unexpected_end, 8});
}

BOOST_AUTO_TEST_CASE(bytes_after_the_document_are_trailing_data) {
    //                                 v
    static_assert(diagnose(R"({"a":"b"} {"c":"d"})") == decode_error{errc::trailing_data, 10});
    static_assert(diagnose(R"({"a":["}]{["]}])") == decode_error{errc::trailing_data, 14});
    static_assert(diagnose("[1]]") == decode_error{errc::trailing_data, 3});
}

BOOST_AUTO_TEST_CASE(an_open_bracket_or_string_ends_too_early) {
    static_assert(diagnose("{") == decode_error{errc::unexpected_end, 1});
    static_assert(diagnose(R"({"a":[1,{"b":2}])") == decode_error{errc::unexpected_end, 16});
    static_assert(diagnose(R"({"a)") == decode_error{errc::unexpected_end, 3});
}

// As above, at run time.
BOOST_AUTO_TEST_CASE(each_reason_is_found_at_run_time_too) {
    constexpr struct {
        std::string_view bytes;
        decode_error why;
    } refused[] = {{"", {errc::not_a_document, 0}},
                   {" \n", {errc::not_a_document, 2}},
                   {"\n502 \"Bad Gateway", {errc::not_a_document, 1}},
                   {"{\"a\xFF\":\x01}", {errc::not_utf8, 3}},
                   {"{\"\n\":1}", {errc::bad_json, 2}},
                   {R"({"a":"b\\"} x)", {errc::trailing_data, 12}},
                   {"[1]]", {errc::trailing_data, 3}},
                   {R"({"a":[1,{"b":2}])", {errc::unexpected_end, 16}}};
    for (const auto& [bytes, why] : refused) BOOST_TEST((diagnose(bytes) == why), bytes);
    for (const std::string_view value : {"{", "[", "\"", "-1", "0", "true", "false", "null"})
        BOOST_TEST(ec2wire::json::begins_value(value), value);
    for (const std::string_view other : {"", "<html>", "no", "True", "+1"})
        BOOST_TEST(!ec2wire::json::begins_value(other), other);
}

BOOST_AUTO_TEST_CASE(each_cut_of_a_reply_ends_too_early_at_the_edge_of_a_page) {
    constexpr std::string_view reply =
        "{\"StoppingInstances\": [{\"InstanceId\": \"i-\\\"\xC3\xA9\", \"CurrentState\": {}}]}";
    for (std::size_t size = 1; size < reply.size(); ++size) {
        const ec2wire::tests::guarded_bytes cut{reply.substr(0, size)};
        BOOST_TEST((diagnose(cut.view()) == decode_error{errc::unexpected_end, size}));
    }
}

BOOST_AUTO_TEST_CASE(every_reported_offset_is_within_the_bytes) {
    constexpr std::string_view bytes = "\xEF\xBB\xBF {\"a\\\"\":[1,{\"\xE2\x82\xAC\":\"x\"}]} {}";
    for (std::size_t size = 0; size <= bytes.size(); ++size)
        BOOST_TEST(diagnose(bytes.substr(0, size)).offset <= size);
}

BOOST_AUTO_TEST_SUITE_END()
