#include <ec2wire/json/writer.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <utility>

using ec2wire::json::writer;

namespace {

std::string string_of(std::string_view text) {
    writer out;
    out.string(text);
    return std::move(out).take();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_writer)

// The limit is max_text_size, which is too large to reach in a test: this passes smaller ones.
BOOST_AUTO_TEST_CASE(text_past_the_limit_is_left_out_and_reported) {
    const auto write = [](writer& out) {
        out.begin_array();
        out.string("a\xC3\xA9");
        out.token("1");
        out.end_array();
    };
    const std::string whole = R"(["a\u00e9",1])";
    for (std::size_t limit = 0; limit <= whole.size() + 1; ++limit) {
        writer out(limit);
        write(out);
        BOOST_TEST(out.is_too_large() == (limit < whole.size()));
        const std::string written = std::move(out).take();
        BOOST_TEST(written.size() <= limit);
        BOOST_TEST((limit < whole.size() || written == whole));
    }
}

BOOST_AUTO_TEST_CASE(commas_are_between_members_and_elements_only) {
    writer out;
    out.begin_object();
    out.key("a");
    out.begin_array();
    out.token("1");
    out.begin_object();
    out.end_object();
    out.begin_array();
    out.end_array();
    out.string("b");
    out.end_array();
    out.key("c");
    out.begin_object();
    out.key("d");
    out.token("true");
    out.key("e");
    out.string("");
    out.end_object();
    out.key("f");
    out.token("64");
    out.end_object();
    BOOST_TEST(std::move(out).take() == R"({"a":[1,{},[],"b"],"c":{"d":true,"e":""},"f":64})");
}

BOOST_AUTO_TEST_CASE(nothing_written_is_nothing) { BOOST_TEST(writer{}.take() == ""); }

BOOST_AUTO_TEST_CASE(quotes_and_controls_are_escaped_in_their_shortest_form) {
    BOOST_TEST(string_of("\"\\/") == R"("\"\\/")");
    BOOST_TEST(string_of("\b\f\n\r\t") == R"("\b\f\n\r\t")");
    BOOST_TEST(string_of("\x01\x0B\x1F") == R"("\u0001\u000b\u001f")");
    BOOST_TEST(string_of(std::string_view("\0", 1)) == R"("\u0000")");
}

BOOST_AUTO_TEST_CASE(printable_ascii_is_not_escaped) {
    std::string all;
    for (char c = ' '; c <= '~'; ++c)
        if (c != '"' && c != '\\') all += c;
    BOOST_TEST(string_of(all) == '"' + all + '"');
}

BOOST_AUTO_TEST_CASE(everything_else_is_escaped_in_utf_16) {
    BOOST_TEST(string_of("\x7F") == R"("\u007f")");
    BOOST_TEST(string_of("\xC3\xA9\xE2\x82\xAC") == R"("\u00e9\u20ac")");
    BOOST_TEST(string_of("\xEF\xBF\xBF") == R"("\uffff")");
    BOOST_TEST(string_of("\xF0\x90\x80\x80") == R"("\ud800\udc00")");
    BOOST_TEST(string_of("\xF0\x9F\x98\x80") == R"("\ud83d\ude00")");
    BOOST_TEST(string_of("\xF4\x8F\xBF\xBF") == R"("\udbff\udfff")");
}

BOOST_AUTO_TEST_CASE(a_key_is_escaped_too) {
    writer out;
    out.begin_object();
    out.key("a\"b");
    out.token("null");
    out.end_object();
    BOOST_TEST(std::move(out).take() == R"({"a\"b":null})");
}

BOOST_AUTO_TEST_CASE(a_string_may_come_in_pieces) {
    writer out;
    out.begin_array();
    out.begin_string();
    out.end_string();
    out.begin_string();
    out.string_part("a\n");
    out.string_part("");
    out.string_part("b");
    out.end_string();
    out.end_array();
    BOOST_TEST(std::move(out).take() == R"(["","a\nb"])");
}

BOOST_AUTO_TEST_SUITE_END()
