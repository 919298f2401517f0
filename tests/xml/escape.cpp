#include <ec2wire/xml/escape.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace xml = ec2wire::xml;
using ec2wire::tests::guard;
using ec2wire::tests::guarded_bytes;
using xml::text_place;

namespace {

// Texts longer than a few blocks of 16 bytes.
constexpr std::size_t most = 100;

// Plain characters that differ from their neighbours, so that a copy of others is seen.
std::string plain_text(std::size_t size) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text += static_cast<char>('0' + i * 7 % 75);
    for (char& c : text)
        if (c == '<' || c == '>') c = '~';
    return text;
}

bool is_plain(unsigned char c) { return c >= 0x20 && c < 0x80 && c != '&' && c != '<' && c != '>'; }

// Copies a text that is at the edge of a page. Nothing around the copy is written.
bool copies(std::string_view text) {
    for (const guard side : {guard::after, guard::before}) {
        std::string out(text.size() + 2, '#');
        const guarded_bytes source(text, side);
        if (!xml::copy_if_plain(source.view(), out.data() + 1)) return false;
        if (out != "#" + std::string(text) + "#") return false;
    }
    return true;
}

std::string escaped(std::string_view text, text_place place) {
    const xml::escaped_text measured = xml::measure_escaped(text, place);
    BOOST_TEST_REQUIRE((measured.code == ec2wire::errc{}));
    std::string out(measured.size + 1, '#');
    const char* const end = xml::write_escaped(text, place, out.data());
    BOOST_TEST_REQUIRE(end == out.data() + measured.size);
    BOOST_TEST_REQUIRE(out.back() == '#');
    out.pop_back();
    return out;
}

// The error of a text, and where it is.
bool is_refused(std::string_view text, ec2wire::errc code, std::size_t at) {
    const xml::escaped_text measured = xml::measure_escaped(text, text_place::element);
    return measured.code == code && measured.bad == at;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_escape)

BOOST_AUTO_TEST_CASE(plain_texts_of_every_length_are_copied) {
    for (std::size_t size = 1; size <= most; ++size) {
        const std::string text = plain_text(size);
        BOOST_TEST_REQUIRE(copies(text));
        BOOST_TEST_REQUIRE(xml::is_plain(guarded_bytes(text).view()));
        BOOST_TEST_REQUIRE(escaped(text, text_place::attribute) == text);
    }
}

BOOST_AUTO_TEST_CASE(one_character_anywhere_makes_a_text_not_plain) {
    for (const std::size_t size : {1U, 2U, 3U, 4U, 7U, 8U, 15U, 16U, 17U, 32U, 33U, 50U})
        for (std::size_t at = 0; at < size; ++at)
            for (int c = 0; c < 256; ++c) {
                std::string text = plain_text(size);
                text[at] = static_cast<char>(c);
                std::string out(size, '#');
                const bool expected = is_plain(static_cast<unsigned char>(c));
                BOOST_TEST_REQUIRE(xml::copy_if_plain(text, out.data()) == expected);
                BOOST_TEST_REQUIRE(xml::is_plain(text) == expected);
            }
}

BOOST_AUTO_TEST_CASE(markup_becomes_references) {
    const std::string_view text = "<a>\t& \"b\"\r\n";
    BOOST_TEST(escaped(text, text_place::element) == "&lt;a&gt;\t&amp; \"b\"&#13;\n");
    BOOST_TEST(escaped(text, text_place::attribute) ==
               "&lt;a&gt;&#9;&amp; &quot;b&quot;&#13;&#10;");
    BOOST_TEST(escaped("", text_place::element) == "");
}

BOOST_AUTO_TEST_CASE(a_reference_can_be_anywhere_in_a_text) {
    for (std::size_t size = 1; size <= 40; ++size)
        for (std::size_t at = 0; at < size; ++at) {
            std::string text = plain_text(size);
            text[at] = '&';
            std::string expected = text;
            expected.replace(at, 1, "&amp;");
            BOOST_TEST_REQUIRE(escaped(text, text_place::element) == expected);
        }
}

BOOST_AUTO_TEST_CASE(characters_that_xml_does_not_allow_are_refused) {
    BOOST_TEST(is_refused(std::string_view("a\0", 2), ec2wire::errc::bad_character, 1));
    BOOST_TEST(is_refused("<\x1F", ec2wire::errc::bad_character, 1));
    BOOST_TEST(is_refused("ab\xEF\xBF\xBE", ec2wire::errc::bad_character, 2));
    BOOST_TEST(is_refused("ab\xEF\xBF\xBF", ec2wire::errc::bad_character, 2));
    BOOST_TEST(is_refused("abc\xFF", ec2wire::errc::not_utf8, 3));
    BOOST_TEST(escaped("\xEF\xBF\xBD \x7F \xF0\x9F\x98\x80", text_place::element) ==
               "\xEF\xBF\xBD \x7F \xF0\x9F\x98\x80");
}

BOOST_AUTO_TEST_SUITE_END()
