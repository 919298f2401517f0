#include <ec2wire/query/percent.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace query = ec2wire::query;
using ec2wire::tests::guarded_bytes;

namespace {

constexpr auto bad_at(std::size_t index) { return ec2wire::unexpected(index); }

constexpr bool escapes(std::string_view text, std::string_view escaped) {
    std::array<char, 64> out{};
    const char* const end = query::write_percent(text, out.data(), out.data() + out.size());
    return std::string_view(out.data(), static_cast<std::size_t>(end - out.data())) == escaped &&
           query::percent_size(text) == escaped.size();
}

constexpr auto read(std::string_view text) {
    std::array<char, 64> out{};
    return query::read_percent(text, out.data());
}

constexpr bool reads(std::string_view text, std::string_view meaning) {
    std::array<char, 64> out{};
    const auto size = query::read_percent(text, out.data());
    return size && std::string_view(out.data(), *size) == meaning;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(query_percent)

BOOST_AUTO_TEST_CASE(all_but_unreserved_characters_become_percent_and_two_digits) {
    static_assert(escapes("", ""));
    static_assert(escapes("i-0123456789abcdef0", "i-0123456789abcdef0"));
    static_assert(escapes("a b/\xE2\x82\xAC", "a%20b%2F%E2%82%AC"));
    static_assert(escapes("+%&=*", "%2B%25%26%3D%2A"));
    static_assert(escapes(std::string_view("\0\x7F\xFF", 3), "%00%7F%FF"));
}

BOOST_AUTO_TEST_CASE(plus_and_percent_20_are_both_a_space) {
    static_assert(reads("a+b%20c", "a b c"));
    static_assert(reads("%2B", "+"));
}

BOOST_AUTO_TEST_CASE(digits_are_of_either_case) {
    static_assert(reads("%e2%82%aC", "\xE2\x82\xAC"));
    static_assert(reads("%4a%4A", "JJ"));
    BOOST_TEST(reads("%e2%82%aC", "\xE2\x82\xAC"));
}

BOOST_AUTO_TEST_CASE(the_error_of_an_escape_is_where_a_digit_is_expected) {
    static_assert(read("%") == bad_at(1));
    static_assert(read("a%2") == bad_at(3));
    //                   v
    static_assert(read("%G0") == bad_at(1));
    static_assert(read("%0g") == bad_at(2));
    static_assert(read("%%20") == bad_at(1));
    static_assert(read("%+1") == bad_at(1));
    static_assert(read("%2/") == bad_at(2));
    static_assert(read("%2:") == bad_at(2));
    static_assert(read("%2@") == bad_at(2));
    static_assert(read("%2`") == bad_at(2));
    for (const char c : std::string_view("/:@G`g%+")) {
        BOOST_TEST((read(std::string("%") + c + "0") == bad_at(1)), c);
        BOOST_TEST((read(std::string("%2") + c) == bad_at(2)), c);
    }
}

BOOST_AUTO_TEST_CASE(every_byte_comes_back_from_the_edge_of_a_page) {
    std::string all;
    for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
    std::string escaped(query::percent_size(all), '?');
    const guarded_bytes in{all};
    BOOST_TEST((query::write_percent(in.view(), escaped.data(), escaped.data() + escaped.size()) ==
                escaped.data() + escaped.size()));
    for (const char c : escaped) BOOST_TEST((query::is_unreserved(c) || c == '%'));
    const guarded_bytes guarded{escaped};
    std::string back(escaped.size(), '?');
    const auto size = query::read_percent(guarded.view(), back.data());
    BOOST_TEST_REQUIRE(size.has_value());
    BOOST_TEST((back.substr(0, *size) == all));
}

BOOST_AUTO_TEST_CASE(an_escape_cut_short_at_the_edge_of_a_page_reads_no_further) {
    for (const char* const text : {"%", "%4", "ab%", "ab%4"}) {
        const guarded_bytes guarded{text};
        std::array<char, 8> out{};
        BOOST_TEST(
            (query::read_percent(guarded.view(), out.data()) == bad_at(guarded.view().size())));
    }
}

BOOST_AUTO_TEST_CASE(text_can_be_read_in_place) {
    std::string text = "a%20b+c";
    const auto size = query::read_percent(text, text.data());
    BOOST_TEST_REQUIRE(size.has_value());
    BOOST_TEST(text.substr(0, *size) == "a b c");
}

// Blocks, their remainder, and the end of the buffer: texts of every length, with the byte to escape at every
// position, compared with the rule applied byte by byte.
BOOST_AUTO_TEST_CASE(texts_of_every_length_are_escaped_alike) {
    for (std::size_t size = 0; size <= 70; ++size) {
        guarded_bytes in{std::string(size, 'a')};
        for (std::size_t place = 0; place <= size; ++place) {
            std::string text(size, 'a');
            if (place < size) text[place] = ' ';
            std::string expected(text);
            if (place < size) expected.replace(place, 1, "%20");
            in.assign(text);
            BOOST_TEST_REQUIRE(query::percent_size(in.view()) == expected.size());
            std::string out(expected.size() + 8, '#');
            query::write_percent(in.view(), out.data(), out.data() + expected.size());
            BOOST_TEST_REQUIRE(out == expected + "########");
        }
    }
}

BOOST_AUTO_TEST_CASE(a_long_text_is_counted_to_its_end) {
    for (const std::size_t blocks : {254U, 255U, 256U, 600U}) {
        const std::string text(16 * blocks + 5, '/');
        BOOST_TEST(query::percent_size(text) == 3 * text.size());
        BOOST_TEST(query::percent_size(std::string(text.size(), 'a')) == text.size());
    }
}

BOOST_AUTO_TEST_CASE(a_text_of_nothing_but_escapes_fills_its_room_and_no_more) {
    for (std::size_t size = 0; size <= 70; ++size) {
        constexpr std::string_view digits = "0123456789ABCDEF";
        std::string text;
        std::string expected;
        for (std::size_t i = 0; i < size; ++i) {
            const std::size_t byte = (0x80 + 13 * i) % 0x80 + 0x80;
            text += static_cast<char>(byte);
            expected += {'%', digits[byte / 16], digits[byte % 16]};
        }
        const guarded_bytes in{text};
        std::string out(expected.size() + 8, '#');
        query::write_percent(in.view(), out.data(), out.data() + expected.size());
        BOOST_TEST_REQUIRE(out == expected + "########");
    }
}

BOOST_AUTO_TEST_SUITE_END()
