#include <ec2wire/xml/declaration.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string_view>

using ec2wire::errc;
using ec2wire::xml::detail::input;

namespace xml = ec2wire::xml::detail;

namespace {

// Returns how many bytes a function skips at the front of `bytes`; 0 if it fails.
template <class Pass>
std::size_t passed(std::string_view bytes, Pass pass) {
    input in(bytes);
    return pass(in) ? in.offset_of(in.at) : 0;
}

}  // namespace

// The errors of a declaration, with their offsets, are in reader.cpp.
BOOST_AUTO_TEST_SUITE(xml_declaration)

BOOST_AUTO_TEST_CASE(the_declaration_is_skipped_whole_or_not_at_all) {
    const auto stays = [](std::string_view bytes) {
        input in(bytes);
        return xml::skip_xml_declaration(in) && in.at == in.begin();
    };
    BOOST_TEST(passed("<?xml version='1.0'?><a/>", xml::skip_xml_declaration) == 21);
    BOOST_TEST((stays("<a/>") && stays("") && stays("<?xml-stylesheet ?>") && stays("<?xm")));
    BOOST_TEST(passed("<?xml ", xml::skip_xml_declaration) == 0);
    BOOST_TEST(passed("<?xml version='1.0' standby='no'?>", xml::skip_xml_declaration) == 0);
}

BOOST_AUTO_TEST_CASE(utf_8_is_spelled_in_either_case) {
    BOOST_TEST((xml::is_utf8_name("UTF-8") && xml::is_utf8_name("utf-8")));
    BOOST_TEST(xml::is_utf8_name("Utf-8"));
    BOOST_TEST((!xml::is_utf8_name("UTF8") && !xml::is_utf8_name("UTF-16")));
    BOOST_TEST((!xml::is_utf8_name("xtf-8") && !xml::is_utf8_name("utf-9")));
    BOOST_TEST((!xml::is_utf8_name("UTF\r8") && !xml::is_utf8_name("utf_8")));
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_may_precede_the_declaration) {
    BOOST_TEST(passed("\xEF\xBB\xBF<?xml version='1.0'?><a/>", xml::skip_bom_and_declaration) ==
               24);
    BOOST_TEST(passed("\xEF\xBB\xBF<a/>", xml::skip_bom_and_declaration) == 3);
    BOOST_TEST(passed("<?xml version='1.0'?><a/>", xml::skip_bom_and_declaration) == 21);
    BOOST_TEST(passed("\xFF\xFE<a/>", xml::skip_bom_and_declaration) == 0);
    BOOST_TEST(passed("\xFE\xFF<a/>", xml::skip_bom_and_declaration) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
