#include <ec2wire/json/reader.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;
using json::value;
using json::value_kind;

namespace {

// Bytes with the room behind them that simdjson reads, and a reader on them.
struct document {
    std::string padded;
    json::parser parser{};
    scratch memory{};
    json::reader in;

    explicit document(std::string_view bytes)
        : padded(std::string(bytes) + std::string(json::padding, 'x')),
          in(json::padded_bytes(padded.data(), bytes.size(), padded.size()), parser, memory) {}
};

// Walks a whole document and looks at nothing.
decode_error checked(std::string_view bytes) {
    document one{bytes};
    one.in.for_each_member([](std::string_view, value member) { return member.check(); });
    return one.in.error();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_reader)

BOOST_AUTO_TEST_CASE(members_come_in_their_order_with_kind_token_and_offset) {
    document one{R"({"a" : 1.5 ,"b":"x","c":[],"d":{},"e":true,"f":null,"g":-1})"};
    std::string keys;
    std::vector<value_kind> kinds;
    const bool is_good = one.in.for_each_member([&](std::string_view key, value member) {
        keys += key;
        kinds.push_back(member.kind());
        if (key == "a") {
            std::string_view number;
            BOOST_TEST(member.offset() == 7U);
            BOOST_TEST(member.take_number(number));
            BOOST_TEST(number == "1.5");
            return true;
        }
        return member.check();
    });
    BOOST_TEST(is_good);
    BOOST_TEST(keys == "abcdefg");
    using enum value_kind;
    BOOST_TEST(
        (kinds == std::vector<value_kind>{number, string, array, object, boolean, null, number}));
}

BOOST_AUTO_TEST_CASE(a_text_is_a_view_unless_it_holds_an_escape) {
    document one{R"({"plain":"abc","escaped":"a\nc"})"};
    std::vector<std::string_view> texts;
    one.in.for_each_member(
        [&](std::string_view, value member) { return member.take_text(texts.emplace_back()); });
    BOOST_TEST_REQUIRE(texts.size() == 2U);
    BOOST_TEST(texts[0] == "abc");
    BOOST_TEST((texts[0].data() == one.padded.data() + 10));
    BOOST_TEST(texts[1] == "a\nc");
}

BOOST_AUTO_TEST_CASE(the_first_error_stays) {
    document one{R"({"a":1,"b":2})"};
    const bool is_good = one.in.for_each_member(
        [](std::string_view, value member) { return member.fail(errc::bad_value); });
    BOOST_TEST(!is_good);
    BOOST_TEST(!one.in.fail(errc::wrong_type, 0));
    BOOST_TEST((one.in.error() == decode_error{errc::bad_value, 5}));
}

BOOST_AUTO_TEST_CASE(a_string_is_no_key) {
    BOOST_TEST((checked(R"({"x":{"a":"b":"c"}}})") == decode_error{errc::bad_json, 13}));
    BOOST_TEST((checked(R"({"x":["b":"c"]})") == decode_error{errc::bad_json, 9}));
}

BOOST_AUTO_TEST_CASE(what_lies_too_deep_is_refused) {
    const auto nested = [](std::size_t levels) {  // the object is the first
        return "{\"a\":" + std::string(levels - 1, '[') + std::string(levels - 1, ']') + "}";
    };
    BOOST_TEST((checked(nested(256)) == decode_error{}));
    BOOST_TEST((checked(nested(257)) == decode_error{errc::too_deep, 5 + 255}));
}

BOOST_AUTO_TEST_CASE(what_is_behind_an_unknown_value_is_read_as_before_it) {
    document one{R"({"a":[{"b":[1,{}]},[],2],"c":{"d":[[]],"e":{"f":"\n"}},"g":"x"})"};
    std::string keys;
    BOOST_TEST(one.in.for_each_member([&](std::string_view key, value member) {
        keys += key;
        return member.check();
    }));
    BOOST_TEST(keys == "acg");
}

BOOST_AUTO_TEST_CASE(each_bracket_of_an_unknown_value_is_closed_by_its_own) {
    BOOST_TEST((checked(R"({"a":[{"b":[1}]]})") == decode_error{errc::bad_json, 13}));
    BOOST_TEST((checked(R"({"a":[{"b":{]}]})") == decode_error{errc::bad_json, 12}));
    BOOST_TEST((checked(R"({"a":[[],[2]})") == decode_error{errc::bad_json, 12}));
}

// What a visit does not care to see is skipped.
BOOST_AUTO_TEST_CASE(a_visit_may_end_before_the_last_member) {
    document one{R"({"a":{"x":1,"y":[2,{"v":3}],"z":3},"b":[4,5,6],"c":{},"d":7})"};
    std::string seen;
    const bool is_whole = one.in.for_each_member([&](std::string_view key, value member) {
        seen += key;
        if (member.is(value_kind::object))
            member.for_each_member([&](std::string_view inner, value) {
                seen += inner;
                return false;
            });
        else if (member.is(value_kind::array))
            member.for_each_element([&](value element) {
                seen += 'e';
                std::string_view number;
                return element.take_number(number) && number != "5";
            });
        else
            return member.check();
        return true;
    });
    BOOST_TEST(is_whole);
    BOOST_TEST(seen == "axbeecd");
}

BOOST_AUTO_TEST_CASE(one_parser_serves_many_documents) {
    json::parser parser;
    scratch memory;
    for (const std::string_view bytes : {R"({"a":1})", R"({"a":)", R"({"a":[2]})", "", R"({})"}) {
        std::string padded(bytes);
        padded.resize(bytes.size() + json::padding);
        json::reader in(json::padded_bytes(padded.data(), bytes.size(), padded.size()), parser,
                        memory);
        in.for_each_member([](std::string_view, value member) { return member.check(); });
        BOOST_TEST(in.has_failed() == !bytes.ends_with('}'));
    }
}

BOOST_AUTO_TEST_SUITE_END()
