#include <ec2wire/xml/markup.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using ec2wire::scratch;
using ec2wire::xml::detail::input;

namespace xml = ec2wire::xml::detail;

namespace {

constexpr std::size_t failed = SIZE_MAX;

// Returns how many bytes a function skips at the front of `bytes`.
template <class Pass>
std::size_t passed(std::string_view bytes, Pass pass) {
    input in(bytes);
    return pass(in) ? in.offset_of(in.at) : failed;
}

bool skip_attributes(input& in) {
    scratch memory;
    return xml::skip_attributes(in, memory);
}

}  // namespace

// The errors of each construct, with their offsets, are in reader.cpp.
BOOST_AUTO_TEST_SUITE(xml_markup)

BOOST_AUTO_TEST_CASE(a_comment_is_skipped_to_its_end) {
    BOOST_TEST(passed("<!-- x --><a/>", xml::skip_comment) == 10);
    BOOST_TEST(passed("<!----><a/>", xml::skip_comment) == 7);
    BOOST_TEST(passed("<!-- x --", xml::skip_comment) == failed);
    BOOST_TEST(passed("<!-- x --><a/>", xml::skip_comment_or_doctype) == 10);
    BOOST_TEST(passed("<!DOCTYPE a>", xml::skip_comment_or_doctype) == failed);
}

BOOST_AUTO_TEST_CASE(a_comment_or_an_instruction_is_skipped) {
    BOOST_TEST(passed("<!-- x --><a/>", xml::skip_comment_or_pi) == 10);
    BOOST_TEST(passed("<?p x?><a/>", xml::skip_comment_or_pi) == 7);
    BOOST_TEST(passed("<!DOCTYPE a>", xml::skip_comment_or_pi) == failed);
}

BOOST_AUTO_TEST_CASE(an_instruction_is_skipped_to_its_end) {
    BOOST_TEST(passed("<?p?><a/>", xml::skip_instruction) == 5);
    BOOST_TEST(passed("<?p x?\?><a/>", xml::skip_instruction) == 8);
    BOOST_TEST(passed("<?xml?>", xml::skip_instruction) == failed);
    // Of names of three letters, only "xml" in any case is reserved.
    for (const std::string_view good : {"<?abc?>", "<?xbl?>", "<?xmk?>", "<?xm?>", "<?xmls?>"})
        BOOST_TEST(passed(good, xml::skip_instruction) == good.size());
    for (const std::string_view bad : {"<?xml?>", "<?XML?>", "<?xMl?>"})
        BOOST_TEST(passed(bad, xml::skip_instruction) == failed);
}

BOOST_AUTO_TEST_CASE(an_attribute_value_is_skipped_with_its_quotes) {
    BOOST_TEST(passed("'it&apos;s \"x\"' b", xml::skip_attribute_value) == 15);
    BOOST_TEST(passed("\"\"/>", xml::skip_attribute_value) == 2);
    BOOST_TEST(passed("'x", xml::skip_attribute_value) == failed);
    BOOST_TEST(passed("x", xml::skip_attribute_value) == failed);
    for (const std::string_view bad : {"'a<b'", "'a&b'", "'a\x01'", "'a\xFF'"})
        BOOST_TEST(passed(bad, xml::skip_attribute_value) == failed);
}

BOOST_AUTO_TEST_CASE(attributes_are_skipped_to_the_end_of_the_tag) {
    BOOST_TEST(passed(" a='1' b=\"2\" >", skip_attributes) == 13);
    BOOST_TEST(passed(" a='1'/>", skip_attributes) == 6);
    BOOST_TEST(passed(" a='1' a=''/>", skip_attributes) == failed);
    const ec2wire::tests::guarded_bytes bytes{" a='1"};
    BOOST_TEST(passed(bytes.view(), skip_attributes) == failed);
}

BOOST_AUTO_TEST_CASE(a_start_tag_ends_before_its_last_character) {
    static constexpr auto rest = [](std::string_view bytes, bool is_empty) {
        scratch memory;
        input in(bytes);
        bool found = !is_empty;
        return xml::skip_tag_rest(in, memory, found) && found == is_empty && in.is_at('>');
    };
    BOOST_TEST((rest(" a='/'>", false) && rest(" />", true) && rest("/>", true)));
    BOOST_TEST((passed("/ >", [](input& in) {
                    scratch memory;
                    bool is_empty = false;
                    return xml::skip_tag_rest(in, memory, is_empty) || is_empty;
                }) == failed));
}

// Quotes hide the characters that end a tag, and each other.
BOOST_AUTO_TEST_CASE(attributes_are_found_after_a_name) {
    for (const std::string_view attributes :
         {"", " ", " a=\"1\"", " a=\"http://x/\" b='/>'", " a='\">' b=\"'>/\" c=''"})
        for (const std::string_view end : {">", "/>"}) {
            const std::string tag = "<item" + std::string(attributes) + std::string(end);
            const std::string_view name = std::string_view(tag).substr(1, 4);
            BOOST_TEST(xml::attributes_after(name) == attributes);
        }
}

BOOST_AUTO_TEST_CASE(an_end_tag_may_end_in_white_space) {
    static constexpr auto item = [](input& in) { return xml::skip_end_tag(in, "item"); };
    BOOST_TEST((passed("</item>x", item) == 7 && passed("</item \r\n>x", item) == 10));
    BOOST_TEST((passed("</items>", item) == failed && passed("</ item>", item) == failed));
    BOOST_TEST((passed("</item x>", item) == failed && passed("</item", item) == failed));
}

BOOST_AUTO_TEST_CASE(a_cdata_section_ends_at_its_first_end) {
    static constexpr auto text = [](std::string_view bytes, std::string_view wanted, bool wants) {
        input in(bytes);
        bool needs_unescape = false;
        const char* const last = xml::skip_cdata(in, needs_unescape);
        return last != nullptr && needs_unescape == wants &&
               std::string_view(in.at, static_cast<std::size_t>(last - in.at)) == wanted;
    };
    BOOST_TEST(text("<![CDATA[R&D <x>]]>]]>", "R&D <x>", false));
    BOOST_TEST((text("<![CDATA[]]]]>", "]]", false) && text("<![CDATA[\r\n]]>", "\r\n", true)));
    BOOST_TEST((!text("<![CDATA[]]", "]]", false) && !text("<![CDAT[]]>", "", false)));
}

BOOST_AUTO_TEST_SUITE_END()
