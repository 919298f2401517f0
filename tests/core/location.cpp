#include <ec2wire/core/location.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

using ec2wire::excerpt;
using ec2wire::locate;
using ec2wire::location;
using ec2wire::printable;

BOOST_AUTO_TEST_SUITE(core_location)

BOOST_AUTO_TEST_CASE(the_first_byte_is_line_1_column_1) {
    static_assert(locate("", 0) == location{1, 1});
    static_assert(locate("<a/>", 0) == location{1, 1});
    static_assert(locate("<a/>", 3) == location{1, 4});
    static_assert(locate("<a/>", 4) == location{1, 5});
}

BOOST_AUTO_TEST_CASE(a_line_ends_with_lf_cr_lf_or_cr) {
    static_assert(locate("a\nbc", 2) == location{2, 1});
    static_assert(locate("a\r\nbc", 3) == location{2, 1});
    static_assert(locate("a\rbc", 3) == location{2, 2});
    static_assert(locate("\n\n\n", 3) == location{4, 1});
    static_assert(locate("\r\r\n\r", 4) == location{4, 1});
    static_assert(locate("a\n", 2) == location{2, 1});
}

BOOST_AUTO_TEST_CASE(a_line_end_belongs_to_the_line_it_ends) {
    static_assert(locate("a\nb", 1) == location{1, 2});
    static_assert(locate("a\r\nb", 1) == location{1, 2});
    static_assert(locate("a\r\nb", 2) == location{1, 3});
    static_assert(locate("\n", 0) == location{1, 1});
    static_assert(locate("\r\n", 1) == location{1, 2});
}

BOOST_AUTO_TEST_CASE(a_column_is_a_character) {
    static_assert(locate("\xE2\x82\xAC<", 3) == location{1, 2});
    static_assert(locate("\xE2\x82\xAC<", 1) == location{1, 1});  // inside it
    static_assert(locate("\xE2\x82\xAC<", 2) == location{1, 1});
    static_assert(locate("\xF0\x9F\x98\x80\xC3\xA9<", 6) == location{1, 3});
}

BOOST_AUTO_TEST_CASE(a_byte_that_is_not_utf8_is_a_column) {
    static_assert(locate("\xFF\xFE<", 2) == location{1, 3});
    static_assert(locate("\xE2\x82<", 2) == location{1, 3});
}

BOOST_AUTO_TEST_CASE(hostile_bytes_are_printed_in_hexadecimal) {
    BOOST_TEST(printable("<code>64</code>") == "<code>64</code>");
    BOOST_TEST(printable("a\tb") == "a b");
    BOOST_TEST(printable("\x1B[2J") == "\\x1B[2J");
    BOOST_TEST(printable("\r\n") == "\\x0D\\x0A");
    BOOST_TEST(printable("\xE2\x80\xAE") == "\\xE2\\x80\\xAE");
    BOOST_TEST(printable(" ~\x7F") == " ~\\x7F");
    BOOST_TEST(printable(std::string_view("\0", 1)) == "\\x00");
}

BOOST_AUTO_TEST_CASE(an_excerpt_has_a_caret_below_the_byte) {
    BOOST_TEST(excerpt("<code>64</code><name>stopping</nane>", 33) ==
               "<code>64</code><name>stopping</nane>\n"
               "                                 ^\n");
    BOOST_TEST(excerpt("<a>\n  <b></c>\n</a>", 11) ==
               "  <b></c>\n"
               "       ^\n");
}

BOOST_AUTO_TEST_CASE(the_caret_counts_what_is_printed) {
    BOOST_TEST(excerpt("\x01\t\xFFx", 3) ==
               "\\x01 \\xFFx\n"
               "         ^\n");
}

BOOST_AUTO_TEST_CASE(the_end_of_the_input_has_a_line_and_a_column) {
    BOOST_TEST(excerpt("", 0) == "\n^\n");
    BOOST_TEST(excerpt("<a>", 3) == "<a>\n   ^\n");
    BOOST_TEST(excerpt("<a>\n", 4) == "\n^\n");
}

BOOST_AUTO_TEST_CASE(a_long_line_is_cut_on_both_sides) {
    const std::string a(61, 'a');
    const std::string b(62, 'b');
    const std::string sixty(60, ' ');
    BOOST_TEST(excerpt(a + b, 61) ==
               "..." + a.substr(1) + b.substr(2) + "...\n" + sixty + "   ^\n");
    // Sixty bytes on either side are all shown.
    BOOST_TEST(excerpt(a + b, 60) == a + b.substr(0, 59) + "...\n" + sixty + "^\n");
    BOOST_TEST(excerpt(a + b, 63) == "..." + a.substr(3) + b + "\n" + sixty + "   ^\n");
}

BOOST_AUTO_TEST_CASE(every_offset_has_a_line_and_an_excerpt_in_printable_ascii) {
    const std::string bytes = "\xEF\xBB\xBF<a>\r\n\t\x80\xE2\x82\r\x1B</a>\n\n\r";
    location before{1, 0};
    for (std::size_t offset = 0; offset <= bytes.size(); ++offset) {
        const location here = locate(bytes, offset);
        BOOST_TEST((here.line > before.line || here.column >= before.column));
        BOOST_TEST(here.line >= before.line);
        before = here;
        const std::string text = excerpt(bytes, offset);
        BOOST_TEST(text.ends_with("^\n"));
        for (const char c : text) BOOST_TEST(((c >= ' ' && c <= '~') || c == '\n'));
    }
    BOOST_TEST(before.line == 6U);
}

BOOST_AUTO_TEST_SUITE_END()
