#include <ec2wire/json/writer.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using ec2wire::json::writer;

namespace {

std::string string(std::string_view text) {
    writer out;
    out.string(text);
    return std::move(out).take();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_writer)

BOOST_AUTO_TEST_CASE(commas_stand_between_and_nowhere_else) {
    writer out;
    out.begin_object();
    out.key("a");
    out.token("1");
    out.key("b");
    out.begin_array();
    out.string("x");
    out.begin_object();
    out.end_object();
    out.begin_array();
    out.end_array();
    out.token("null");
    out.end_array();
    out.key("c");
    out.begin_object();
    out.end_object();
    out.end_object();
    BOOST_TEST(std::move(out).take() == R"({"a":1,"b":["x",{},[],null],"c":{}})");
}

BOOST_AUTO_TEST_CASE(a_string_is_printable_ascii) {
    BOOST_TEST(string("") == R"("")");
    BOOST_TEST(string("\"\\\b\f\n\r\t/") == R"("\"\\\b\f\n\r\t/")");
    BOOST_TEST(string(std::string_view("\0\x1F\x7F", 3)) == R"("\u0000\u001f\u007f")");
    BOOST_TEST(string("\xC3\xA9\xE2\x82\xAC") == R"("\u00e9\u20ac")");
    BOOST_TEST(string("\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF") == R"("\ud83d\ude00\udbff\udfff")");
}

BOOST_AUTO_TEST_SUITE_END()
