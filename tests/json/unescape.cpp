#include <ec2wire/json/unescape.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

using namespace std::string_literals;

namespace {

// What a string says, or "?" if an escape in it is wrong.
std::string said(std::string_view text) {
    std::string out(text.size(), '\0');
    const char* const end = ec2wire::json::unescape(text, out.data());
    if (end == nullptr) return "?";
    out.resize(static_cast<std::size_t>(end - out.data()));
    return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_unescape)

BOOST_AUTO_TEST_CASE(text_without_escapes_is_itself) {
    BOOST_TEST(said("") == "");
    BOOST_TEST(said("i-1 \xC3\xA9") == "i-1 \xC3\xA9");
}

BOOST_AUTO_TEST_CASE(eight_escapes_are_one_letter) {
    BOOST_TEST(said(R"(\"\\\/\b\f\n\r\t)") == "\"\\/\b\f\n\r\t");
    BOOST_TEST(said(R"(a\tb)") == "a\tb");
}

BOOST_AUTO_TEST_CASE(a_unit_is_four_digits_of_either_case) {
    BOOST_TEST(said(R"(\u0041\u00e9\u00E9\u20ac\uffff)") ==
               "A\xC3\xA9\xC3\xA9\xE2\x82\xAC\xEF\xBF\xBF");
    BOOST_TEST(said(R"(\u0000x)") == "\0x"s);
    for (const std::string_view text : {R"(\u)", R"(\u12)", R"(\u123)", R"(\u12g4)", R"(\u 123)",
                                        R"(\U0041)", R"(\u+041)", R"(\u00@1)"})
        BOOST_TEST(said(text) == "?");
}

BOOST_AUTO_TEST_CASE(two_surrogates_are_one_character) {
    BOOST_TEST(said(R"(\ud83d\ude00)") == "\xF0\x9F\x98\x80");
    BOOST_TEST(said(R"(\uD800\uDC00\uDBFF\uDFFF)") == "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF");
    for (const std::string_view text :
         {R"(\ud800)", R"(\udc00)", R"(\udc00\ud800)", R"(\ud800\u0041)", R"(\ud800\ud800)",
          R"(\ud800x)", R"(\ud800\n)", R"(\ud800\udc0)"})
        BOOST_TEST(said(text) == "?");
}

BOOST_AUTO_TEST_CASE(no_other_escape_is_known) {
    for (const std::string_view text : {R"(\)", R"(\x41)", R"(\')", R"(\0)", R"(\v)", "\\\n"})
        BOOST_TEST(said(text) == "?");
}

BOOST_AUTO_TEST_SUITE_END()
