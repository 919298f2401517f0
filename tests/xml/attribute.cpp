#include <ec2wire/xml/attribute.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "guarded_bytes.hpp"

using ec2wire::scratch;
using ec2wire::xml::attributes;
using ec2wire::xml::normalize;
using ec2wire::xml::read_attribute_value;
using ec2wire::xml::reader;
using ec2wire::xml::token_kind;

namespace {

// The part of the root's start tag after its name.
bool has_attributes(std::string_view document, std::string_view text) {
    scratch memory;
    reader in(document, memory);
    return in.next() == token_kind::start && in.attributes() == text;
}

// Returns the normalized value of the root's attribute with that name.
bool means(std::string_view document, std::string_view name, std::string_view value) {
    scratch memory;
    reader in(document, memory);
    in.next();
    for (attributes in_tag(in.attributes()); in_tag.next();) {
        std::string_view meant;
        if (in_tag.name() == name)
            return read_attribute_value(in_tag, meant, memory) && meant == value;
    }
    return false;
}

// Returns the normalized value, if it differs from its bytes.
std::string normalized(std::string_view value) {
    std::array<char, 64> room{};
    return {room.data(), normalize(value, room.data())};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_attribute)

BOOST_AUTO_TEST_CASE(a_start_tag_has_attributes_after_its_name) {
    BOOST_TEST(has_attributes("<a/>", ""));
    BOOST_TEST(has_attributes("<a></a>", ""));
    BOOST_TEST(has_attributes("<a ></a>", " "));
    BOOST_TEST(has_attributes("<a\t/>", "\t"));
    BOOST_TEST(has_attributes("<a b='/'/>", " b='/'"));
    BOOST_TEST(has_attributes("<a b='>'\n></a>", " b='>'\n"));
    BOOST_TEST(has_attributes("<a b=\"\" c = 'd'></a>", " b=\"\" c = 'd'"));
}

BOOST_AUTO_TEST_CASE(each_attribute_comes_in_turn) {
    attributes in(" a='1'\n b = \"it's\"\tc=''x:d='&lt;' \xC3\xA9='\"' ");
    const std::array<std::array<std::string_view, 2>, 5> wanted{
        {{"a", "1"}, {"b", "it's"}, {"c", ""}, {"x:d", "&lt;"}, {"\xC3\xA9", "\""}}};
    for (const auto& [name, value] : wanted) {
        BOOST_REQUIRE(in.next());
        BOOST_TEST(in.name() == name);
        BOOST_TEST(in.value() == value);
        BOOST_TEST(in.is_plain() == (name != "x:d"));
    }
    BOOST_TEST(!in.next());
    BOOST_TEST(!in.next());
    BOOST_TEST(!attributes("").next());
    BOOST_TEST(!attributes(" \r\n").next());
}

BOOST_AUTO_TEST_CASE(white_space_becomes_spaces_and_references_are_replaced) {
    BOOST_TEST(normalized("plain") == "plain");
    BOOST_TEST(normalized("a\tb\nc d") == "a b c d");
    BOOST_TEST(normalized("a\r\nb\rc\r\r\n") == "a b c  ");
    BOOST_TEST(normalized("\r") == " ");
    BOOST_TEST(normalized("R&amp;D &lt;&gt;&quot;&apos;") == "R&D <>\"'");
    BOOST_TEST(normalized("&#x20AC;\xE2\x82\xAC") == "\xE2\x82\xAC\xE2\x82\xAC");
    // White space by reference is not normalized.
    BOOST_TEST(normalized("&#10;&#13;&#9;&#x20;\n") == "\n\r\t  ");
    BOOST_TEST(normalized("&#13;\n") == "\r ");
    BOOST_TEST(normalized("&amp;lt;") == "&lt;");
}

BOOST_AUTO_TEST_CASE(a_value_is_a_view_unless_it_had_to_be_normalized) {
    BOOST_TEST(means("<a b='1' c='&lt;2\t3'/>", "c", "<2 3"));
    BOOST_TEST(means("<a b='1' c='2'/>", "b", "1"));
    const std::string_view document = "<a b='plain text' c='\n'/>";
    scratch memory;
    reader in(document, memory);
    in.next();
    attributes in_tag(in.attributes());
    std::string_view value;
    BOOST_TEST(in_tag.next());
    BOOST_TEST(read_attribute_value(in_tag, value, memory));
    BOOST_TEST((value.data() == document.data() + 6));
    BOOST_TEST(in_tag.next());
    BOOST_TEST(read_attribute_value(in_tag, value, memory));
    BOOST_TEST(value == " ");
    BOOST_TEST(
        (value.data() < document.data() || value.data() >= document.data() + document.size()));
}

BOOST_AUTO_TEST_CASE(a_value_takes_no_more_memory_than_it_has_bytes) {
    std::array<std::byte, 7> room{};
    for (std::size_t size = 0; size <= room.size(); ++size) {
        scratch memory{std::span(room).first(size)};
        attributes in(" a='&#x41;b'");
        std::string_view value;
        in.next();
        BOOST_TEST(read_attribute_value(in, value, memory) == (size == 7));
        if (size == 7) BOOST_TEST(value == "Ab");
    }
}

BOOST_AUTO_TEST_CASE(nothing_outside_the_tag_is_read) {
    for (const char* const text : {"", " ", " a='1'", " a='&amp;' ", " ab = \"\" c='1 2'\n"}) {
        const ec2wire::tests::guarded_bytes bytes{std::string(text)};
        for (attributes in(bytes.view()); in.next();) BOOST_TEST(!in.name().empty());
    }
}

BOOST_AUTO_TEST_SUITE_END()
