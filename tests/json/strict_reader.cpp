#include <ec2wire/json/strict_reader.hpp>

#include "json/walk.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using namespace ec2wire;

namespace {

// Bytes followed by simdjson's padding, and a reader of them.
struct document {
    std::string padded;
    json::parser parser{};
    scratch memory{};
    json::strict_reader in;

    explicit document(std::string_view bytes)
        : padded(std::string(bytes) + std::string(json::padding, 'x')),
          in(json::padded_bytes(padded.data(), bytes.size(), padded.size()), parser, memory) {}

    std::string text() { return tests::json_walk(in).text(); }
};

decode_error checked(std::string_view bytes) {
    document one{bytes};
    (void)one.text();
    return one.in.error();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_strict_reader)

BOOST_AUTO_TEST_CASE(members_and_elements_come_in_their_order) {
    document one{R"({"a" : 1.5 ,"b":"x","c":[],"d":{},"e":true,"f":[null,{"g":-1}]})"};
    BOOST_TEST(one.text() == "a=1.5;b=x;c=[];d={};e=true;f=[null;{g=-1;};];");
    BOOST_TEST(!one.in.has_failed());
}

BOOST_AUTO_TEST_CASE(a_cursor_knows_its_offset_and_a_key_is_compared_whole) {
    document one{R"({"abc" : 1.5})"};
    auto at = one.in.open_document();
    BOOST_TEST_REQUIRE(one.in.enter_object(at));
    BOOST_TEST(one.in.offset(at) == 9U);
    BOOST_TEST(one.in.match_key(at, "abc") == at);
    BOOST_TEST(one.in.match_key(at, "ab") == nullptr);
    std::string_view number;
    at = one.in.take_number(at, number);
    BOOST_TEST(number == "1.5");
    BOOST_TEST(!one.in.next_member(at));
    BOOST_TEST((at != nullptr && one.in.finish(at) != nullptr));
}

BOOST_AUTO_TEST_CASE(a_string_is_a_view_unless_it_has_an_escape) {
    document one{R"({"plain":"abc","escaped":"a\nc"})"};
    auto at = one.in.open_document();
    std::string_view text;
    BOOST_TEST_REQUIRE(one.in.enter_object(at));
    at = one.in.take_text(at, text);
    BOOST_TEST(text == "abc");
    BOOST_TEST((text.data() == one.padded.data() + 10));
    BOOST_TEST_REQUIRE(one.in.next_member(at));
    at = one.in.take_text(at, text);
    BOOST_TEST(text == "a\nc");
}

BOOST_AUTO_TEST_CASE(the_first_error_stays) {
    document one{R"({"a":1,"b":2})"};
    auto at = one.in.open_document();
    BOOST_TEST_REQUIRE(one.in.enter_object(at));
    BOOST_TEST(one.in.fail(at, errc::bad_value) == nullptr);
    BOOST_TEST(one.in.fail(errc::wrong_type, 0) == nullptr);
    BOOST_TEST((one.in.error() == decode_error{errc::bad_value, 5}));
}

BOOST_AUTO_TEST_CASE(a_string_is_not_a_key) {
    BOOST_TEST((checked(R"({"x":{"a":"b":"c"}}})") == decode_error{errc::bad_json, 13}));
    BOOST_TEST((checked(R"({"x":["b":"c"]})") == decode_error{errc::bad_json, 9}));
}

BOOST_AUTO_TEST_CASE(too_deep_documents_are_refused) {
    const auto nested = [](std::size_t levels) {  // the object is the first
        return "{\"a\":" + std::string(levels - 1, '[') + std::string(levels - 1, ']') + "}";
    };
    BOOST_TEST((checked(nested(256)) == decode_error{}));
    BOOST_TEST((checked(nested(257)) == decode_error{errc::too_deep, 5 + 255}));
}

BOOST_AUTO_TEST_CASE(each_bracket_is_closed_by_its_own) {
    BOOST_TEST((checked(R"({"a":[{"b":[1}]]})") == decode_error{errc::bad_json, 13}));
    BOOST_TEST((checked(R"({"a":[{"b":{]}]})") == decode_error{errc::bad_json, 12}));
    BOOST_TEST((checked(R"({"a":[[],[2]})") == decode_error{errc::bad_json, 12}));
}

BOOST_AUTO_TEST_CASE(one_parser_serves_many_documents) {
    json::parser parser;
    scratch memory;
    for (const std::string_view bytes : {R"({"a":1})", R"({"a":)", R"({"a":[2]})", "", R"({})"}) {
        std::string padded(bytes);
        padded.resize(bytes.size() + json::padding);
        json::strict_reader in(json::padded_bytes(padded.data(), bytes.size(), padded.size()),
                               parser, memory);
        (void)tests::json_walk(in);
        BOOST_TEST(in.has_failed() == !bytes.ends_with('}'));
    }
}

BOOST_AUTO_TEST_SUITE_END()
