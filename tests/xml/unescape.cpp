#include <ec2wire/xml/unescape.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

using ec2wire::errc;
using ec2wire::tests::guarded_bytes;
using ec2wire::xml::is_character;
using ec2wire::xml::read_reference;
using ec2wire::xml::reference;

namespace {

bool means(std::string_view text, char32_t code_point) {
    const reference r = read_reference(text);
    return r.code_point == code_point && r.size == text.find(';') + 1;
}

bool is_bad(std::string_view text, std::size_t index) {
    const reference r = read_reference(text);
    return r.size == 0 && r.code == errc::bad_reference && r.bad == index;
}

bool is_cut(std::string_view text) {
    const reference r = read_reference(text);
    return r.size == 0 && r.code == errc::unexpected_end && r.bad == text.size();
}

bool unescapes(std::string_view text, bool is_cdata, std::string_view meaning) {
    std::array<char, 64> out{};
    const char* const end = ec2wire::xml::unescape(text, is_cdata, out.data());
    return std::string_view(out.data(), static_cast<std::size_t>(end - out.data())) == meaning;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_unescape)

BOOST_AUTO_TEST_CASE(the_five_entities_are_known) {
    BOOST_TEST((means("&lt;", '<') && means("&gt;", '>') && means("&amp;", '&')));
    BOOST_TEST((means("&quot;", '"') && means("&apos;", '\'')));
    BOOST_TEST(means("&lt;&gt;", '<'));
}

BOOST_AUTO_TEST_CASE(the_error_of_an_unknown_entity_is_where_it_differs) {
    //                     v
    BOOST_TEST(is_bad("&nbsp;", 1));
    BOOST_TEST(is_bad("&LT;", 1));
    BOOST_TEST(is_bad("&l;", 2));
    BOOST_TEST(is_bad("&lt ;", 3));
    BOOST_TEST(is_bad("&ltx;", 3));
    BOOST_TEST(is_bad("&am;", 3));
    BOOST_TEST(is_bad("&ax;", 2));
    BOOST_TEST(is_bad("&appos;", 3));
    BOOST_TEST(is_bad("&quo;", 4));
    BOOST_TEST(is_bad("&;", 1));
    BOOST_TEST(is_bad("& ", 1));
    BOOST_TEST(is_bad("&&amp;", 1));
    BOOST_TEST(is_bad("&\xC3\xA9;", 1));
}

BOOST_AUTO_TEST_CASE(character_references_are_decimal_or_hexadecimal) {
    BOOST_TEST((means("&#65;", 'A') && means("&#x41;", 'A')));
    BOOST_TEST((means("&#9;", '\t') && means("&#10;", '\n') && means("&#xD;", '\r')));
    BOOST_TEST((means("&#x20AC;", 0x20AC) && means("&#x20ac;", 0x20AC)));
    BOOST_TEST(means("&#8364;", 0x20AC));
    BOOST_TEST(means("&#x1F600;", 0x1F600));
    BOOST_TEST(means("&#0000000000000000000000000065;", 'A'));
    BOOST_TEST(means("&#x0000000000000000000000041;", 'A'));
    BOOST_TEST((means("&#x10FFFF;", 0x10FFFF) && means("&#1114111;", 0x10FFFF)));
}

BOOST_AUTO_TEST_CASE(the_error_of_a_character_reference_is_at_the_first_non_digit) {
    //                      v
    BOOST_TEST(is_bad("&#;", 2));
    BOOST_TEST(is_bad("&#x;", 3));
    BOOST_TEST(is_bad("&#X41;", 2));
    BOOST_TEST(is_bad("&#4A;", 3));
    BOOST_TEST(is_bad("&#x4G;", 4));
    BOOST_TEST(is_bad("&#-65;", 2));
    BOOST_TEST(is_bad("&# 65;", 2));
    BOOST_TEST(is_bad("&#65 ;", 4));
    BOOST_TEST((is_bad("&#x4`;", 4) && is_bad("&#x4@;", 4) && is_bad("&#4:;", 3)));
}

BOOST_AUTO_TEST_CASE(the_error_of_a_too_large_reference_is_at_the_first_digit_too_many) {
    //                            v
    BOOST_TEST(is_bad("&#x110000;", 8));
    BOOST_TEST(is_bad("&#1114112;", 8));
    BOOST_TEST(is_bad("&#99999999999999999999;", 8));
    BOOST_TEST(is_bad("&#xFFFFFFFFFFFFFFFF;", 8));
    BOOST_TEST(is_bad("&#4294967361;", 8));  // 'A', in 32 bits
}

BOOST_AUTO_TEST_CASE(the_error_of_a_reference_to_a_forbidden_character_is_at_its_number) {
    //                      v
    BOOST_TEST(is_bad("&#0;", 2));
    BOOST_TEST(is_bad("&#8;", 2));
    BOOST_TEST(is_bad("&#11;", 2));
    BOOST_TEST(is_bad("&#31;", 2));
    BOOST_TEST(is_bad("&#xD800;", 3));
    BOOST_TEST(is_bad("&#xDFFF;", 3));
    BOOST_TEST(is_bad("&#xFFFE;", 3));
    BOOST_TEST(is_bad("&#xFFFF;", 3));
}

BOOST_AUTO_TEST_CASE(each_cut_of_a_reference_ends_too_early) {
    for (const std::string_view whole :
         {"&lt;", "&gt;", "&amp;", "&quot;", "&apos;", "&#65;", "&#x1F600;", "&#xD800;"}) {
        for (std::size_t size = 1; size < whole.size(); ++size) {
            const guarded_bytes cut{whole.substr(0, size)};
            BOOST_TEST(is_cut(cut.view()));
        }
    }
    BOOST_TEST((is_cut("&") && is_cut("&#") && is_cut("&#x") && is_cut("&#x1F600")));
}

BOOST_AUTO_TEST_CASE(a_carriage_return_at_the_end_is_a_new_line) {
    const guarded_bytes text{"a\r\nb\r"};
    char out[5];
    const char* const end = ec2wire::xml::unescape(text.view(), false, out);
    BOOST_TEST(std::string_view(out, static_cast<std::size_t>(end - out)) == "a\nb\n");
}

// As above, at run time.
BOOST_AUTO_TEST_CASE(references_are_read_and_refused_at_run_time_too) {
    constexpr struct {
        std::string_view text;
        char32_t code_point;
    } good[] = {{"&apos;", '\''},     {"&gt;", '>'},        {"&#9;", '\t'},
                {"&#x20aC;", 0x20AC}, {"&#xFFFD;", 0xFFFD}, {"&#x10FFFF;", 0x10FFFF}};
    for (const auto& [text, code_point] : good) BOOST_TEST(means(text, code_point), text);
    constexpr struct {
        std::string_view text;
        std::size_t index;
    } bad[] = {{"&nbsp;", 1}, {"&l;", 2},    {"&ltx;", 3},    {"&#;", 2},      {"&#x;", 3},
               {"&#4A;", 3},  {"&#x4G;", 4}, {"&#x4`;", 4},   {"&#65 ;", 4},   {"&#4/;", 3},
               {"&#0;", 2},   {"&#31;", 2},  {"&#xD800;", 3}, {"&#xFFFE;", 3}, {"&#x110000;", 8}};
    for (const auto& [text, index] : bad) BOOST_TEST(is_bad(text, index), text);
    BOOST_TEST(unescapes("one\r\ntwo\rthree\r", false, "one\ntwo\nthree\n"));
    BOOST_TEST(unescapes("R&amp;D\r", true, "R&amp;D\n"));
}

BOOST_AUTO_TEST_CASE(characters_are_those_of_production_2) {
    BOOST_TEST((!is_character(0) && !is_character(8) && is_character(9) && is_character(10)));
    BOOST_TEST((!is_character(11) && !is_character(12) && is_character(13) && !is_character(14)));
    BOOST_TEST((!is_character(0x1F) && is_character(0x20) && is_character(0x7F)));
    BOOST_TEST((is_character(0x85) && is_character(0xD7FF) && !is_character(0xD800)));
    BOOST_TEST((!is_character(0xDFFF) && is_character(0xE000) && is_character(0xFFFD)));
    BOOST_TEST((!is_character(0xFFFE) && !is_character(0xFFFF) && is_character(0x10000)));
    BOOST_TEST((is_character(0x10FFFF) && !is_character(0x110000)));
    BOOST_TEST((is_character(0x10FFFF) && !is_character(0x110000)));
}

BOOST_AUTO_TEST_CASE(references_are_replaced) {
    BOOST_TEST(unescapes("", false, ""));
    BOOST_TEST(unescapes("R&amp;D &lt;1&gt;", false, "R&D <1>"));
    BOOST_TEST(unescapes("&amp;lt;", false, "&lt;"));  // once
    BOOST_TEST(unescapes("&#xE9;&#x20AC;&#x1F600;", false, "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"));
    BOOST_TEST(unescapes("\xC3\xA9&quot;", false, "\xC3\xA9\""));
}

BOOST_AUTO_TEST_CASE(in_a_section_an_ampersand_is_an_ampersand) {
    BOOST_TEST(unescapes("R&D &amp; &#65;", true, "R&D &amp; &#65;"));
}

BOOST_AUTO_TEST_CASE(cr_lf_and_cr_become_lf) {
    BOOST_TEST(unescapes("a\r\nb\rc\nd\r", false, "a\nb\nc\nd\n"));
    BOOST_TEST(unescapes("\r\r\n\n\r", false, "\n\n\n\n"));
    BOOST_TEST(unescapes("a\r\nb\r", true, "a\nb\n"));
}

BOOST_AUTO_TEST_CASE(a_cr_by_reference_stays) {
    BOOST_TEST(unescapes("a&#13;\nb", false, "a\r\nb"));
    BOOST_TEST(unescapes("\r&#10;", false, "\n\n"));
}

BOOST_AUTO_TEST_CASE(every_character_comes_through_its_reference) {
    std::size_t wrong = 0;
    for (char32_t c = 1; c <= 0x10FFFF; ++c) {
        if (!is_character(c)) continue;
        const std::string text = "&#" + std::to_string(static_cast<unsigned>(c)) + ";";
        std::array<char, 16> out{};
        const char* const end = ec2wire::xml::unescape(text, false, out.data());
        if (end > out.data() + text.size()) ++wrong;
        const auto back =
            ec2wire::read_utf8({out.data(), static_cast<std::size_t>(end - out.data())});
        if (back.code_point != c) ++wrong;
    }
    BOOST_TEST(wrong == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
