#include <ec2wire/xml/name.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

using ec2wire::xml::is_name_character;
using ec2wire::xml::is_name_start;
using ec2wire::xml::name_size;

namespace {

// The first and last character of each range of productions [4] and [4a], and the characters next to them.
struct range {
    char32_t first, last;
};

constexpr range start_ranges[] = {
    {':', ':'},       {'A', 'Z'},       {'_', '_'},       {'a', 'z'},
    {0xC0, 0xD6},     {0xD8, 0xF6},     {0xF8, 0x2FF},    {0x370, 0x37D},
    {0x37F, 0x1FFF},  {0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF},
    {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF}};
constexpr range further_ranges[] = {
    {'-', '.'}, {'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}};

constexpr bool is_start(char32_t c) {
    for (const range& r : start_ranges)
        if (c >= r.first && c <= r.last) return true;
    return false;
}
constexpr bool is_further(char32_t c) {
    for (const range& r : further_ranges)
        if (c >= r.first && c <= r.last) return true;
    return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_name)

BOOST_AUTO_TEST_CASE(names_are_those_of_the_fifth_edition) {
    std::size_t wrong = 0;
    for (char32_t c = 0; c <= 0x110000; ++c) {
        if (is_name_start(c) != is_start(c)) ++wrong;
        if (is_name_character(c) != (is_start(c) || is_further(c))) ++wrong;
    }
    BOOST_TEST(wrong == 0U);
}

BOOST_AUTO_TEST_CASE(the_ends_of_the_ranges_are_right_in_constant_evaluation) {
    static_assert(is_name_start(0xC0) && !is_name_start(0xBF) && !is_name_start(0xD7));
    static_assert(is_name_start(0x37D) && !is_name_start(0x37E) && is_name_start(0x37F));
    static_assert(is_name_start(0xEFFFF) && !is_name_start(0xF0000));
    static_assert(is_name_character(0xB7) && !is_name_start(0xB7));
    static_assert(is_name_character(0x2040) && !is_name_character(0x2041));
    static_assert(is_name_character('-') && !is_name_start('-') && !is_name_start('9'));
}

BOOST_AUTO_TEST_CASE(a_name_ends_before_a_character_that_no_name_has) {
    static_assert(name_size("") == 0);
    static_assert(name_size("item") == 4);
    static_assert(name_size("item>") == 4);
    static_assert(name_size("ns:it-em.1 a") == 10);
    static_assert(name_size("1item") == 0);
    static_assert(name_size("-item") == 0);
    static_assert(name_size(".item") == 0);
    static_assert(name_size(":") == 1);
    static_assert(name_size("<item") == 0);
}

BOOST_AUTO_TEST_CASE(a_name_may_lie_outside_ascii) {
    static_assert(name_size("\xC3\xA9t\xC3\xA9=") == 5);
    static_assert(name_size("\xF0\x90\x80\x80>") == 4);
    static_assert(name_size("a\xC2\xB7>") == 3);
    static_assert(name_size("\xC2\xB7>") == 0);   // goes on, but does not begin
    static_assert(name_size("a\xC3\x97>") == 1);  // U+00D7, the multiplication sign
}

BOOST_AUTO_TEST_CASE(a_name_ends_before_bytes_that_are_not_utf8) {
    static_assert(name_size("a\xFF") == 1);
    static_assert(name_size("a\xC3") == 1);
    static_assert(name_size("a\xED\xA0\x80") == 1);
    static_assert(name_size("\x80") == 0);
}

// Any byte at any position of a name that is longer than a vector.
BOOST_AUTO_TEST_CASE(every_byte_ends_a_name_or_belongs_to_it_at_every_position) {
    std::size_t wrong = 0;
    for (std::size_t size = 1; size <= 40; ++size) {
        std::string name(size, 'n');
        ec2wire::tests::guarded_bytes bytes{name};
        for (std::size_t at = 0; at < size; ++at) {
            for (unsigned byte = 0; byte < 0x80; ++byte) {
                name.assign(size, 'n');
                name[at] = static_cast<char>(byte);
                const bool is_good = at == 0 ? is_name_start(byte) : is_name_character(byte);
                bytes.assign(name);
                wrong += name_size(bytes.view()) != (is_good ? size : at);
            }
        }
    }
    BOOST_TEST(wrong == 0U);
}

BOOST_AUTO_TEST_CASE(nothing_is_read_past_the_last_byte) {
    for (const char* const text : {"", "item", "it\xC3", "it\xE2\x82", "it\xF0\x9F\x98"}) {
        const ec2wire::tests::guarded_bytes bytes{text};
        BOOST_TEST(name_size(bytes.view()) <= 4U);
    }
}

BOOST_AUTO_TEST_SUITE_END()
