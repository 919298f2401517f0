#include <ec2wire/core/utf8.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

using namespace std::string_view_literals;
using ec2wire::find_bad_utf8;
using ec2wire::read_utf8;
using ec2wire::write_utf8;

namespace {

constexpr bool reads(std::string_view bytes, char32_t code_point, int size) {
    const auto c = read_utf8(bytes);
    return c.code_point == code_point && c.size == size;
}

constexpr bool breaks(std::string_view bytes, int good_bytes) {
    const auto c = read_utf8(bytes);
    return c.size == 0 && c.good_bytes == good_bytes;
}

constexpr bool writes(char32_t code_point, std::string_view bytes) {
    char out[4]{};
    const char* const end = write_utf8(code_point, out);
    return std::string_view(out, static_cast<std::size_t>(end - out)) == bytes;
}

constexpr bool is_scalar_value(char32_t c) {
    return c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF);
}

// One character after another.
std::size_t first_wrong(std::string_view text) {
    std::size_t at = 0;
    ec2wire::utf8_character next = read_utf8(text);
    for (; next.size != 0; next = read_utf8(text.substr(at))) at += next.size;
    return at + next.good_bytes < text.size() ? at + next.good_bytes : at;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(core_utf8)

BOOST_AUTO_TEST_CASE(each_length_is_read_from_its_first_to_its_last_character) {
    static_assert(reads("\0"sv, 0, 1));
    static_assert(reads("\x7F", 0x7F, 1));
    static_assert(reads("\xC2\x80", 0x80, 2));
    static_assert(reads("\xDF\xBF", 0x7FF, 2));
    static_assert(reads("\xE0\xA0\x80", 0x800, 3));
    static_assert(reads("\xE2\x82\xAC.", 0x20AC, 3));
    static_assert(reads("\xED\x9F\xBF", 0xD7FF, 3));
    static_assert(reads("\xEE\x80\x80", 0xE000, 3));
    static_assert(reads("\xEF\xBF\xBF", 0xFFFF, 3));
    static_assert(reads("\xF0\x90\x80\x80", 0x10000, 4));
    static_assert(reads("\xF4\x8F\xBF\xBF", 0x10FFFF, 4));
}

BOOST_AUTO_TEST_CASE(a_truncated_character_says_how_many_bytes_are_valid) {
    static_assert(breaks("", 0));
    static_assert(breaks("\xC3", 1));
    static_assert(breaks("\xE2", 1));
    static_assert(breaks("\xE2\x82", 2));
    static_assert(breaks("\xF0\x9F\x98", 3));
}

BOOST_AUTO_TEST_CASE(invalid_bytes_say_how_many_are_valid) {
    static_assert(breaks("\x80", 0));              // a continuation byte alone
    static_assert(breaks("\xC0\x80", 0));          // overlong NUL
    static_assert(breaks("\xC1\xBF", 0));          // overlong
    static_assert(breaks("\xE0\x9F\xBF", 1));      // overlong
    static_assert(breaks("\xF0\x8F\xBF\xBF", 1));  // overlong
    static_assert(breaks("\xED\xA0\x80", 1));      // U+D800
    static_assert(breaks("\xED\xBF\xBF", 1));      // U+DFFF
    static_assert(breaks("\xF4\x90\x80\x80", 1));  // U+110000
    static_assert(breaks("\xF5\x80\x80\x80", 0));
    static_assert(breaks("\xFF", 0));
    static_assert(breaks("\xC3(", 1));
    static_assert(breaks("\xE2\x82(", 2));
    static_assert(breaks("\xF0\x9F\x98(", 3));
}

BOOST_AUTO_TEST_CASE(each_length_is_written) {
    static_assert(writes('A', "A"));
    static_assert(writes(0x7F, "\x7F"));
    static_assert(writes(0x80, "\xC2\x80"));
    static_assert(writes(0xE9, "\xC3\xA9"));
    static_assert(writes(0x7FF, "\xDF\xBF"));
    static_assert(writes(0x800, "\xE0\xA0\x80"));
    static_assert(writes(0x20AC, "\xE2\x82\xAC"));
    static_assert(writes(0xFFFD, "\xEF\xBF\xBD"));
    static_assert(writes(0x10000, "\xF0\x90\x80\x80"));
    static_assert(writes(0x1F600, "\xF0\x9F\x98\x80"));
    static_assert(writes(0x10FFFF, "\xF4\x8F\xBF\xBF"));
}

BOOST_AUTO_TEST_CASE(every_scalar_value_is_read_back_as_it_was_written) {
    std::size_t wrong = 0;
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (!is_scalar_value(c)) continue;
        char out[4];
        const auto size = write_utf8(c, out) - out;
        if (!reads({out, static_cast<std::size_t>(size)}, c, static_cast<int>(size))) ++wrong;
    }
    BOOST_TEST(wrong == 0U);
}

// Every pair of bytes, and so every second byte that table 3-7 restricts.
BOOST_AUTO_TEST_CASE(exactly_the_scalar_values_are_read) {
    std::size_t characters = 0;
    for (unsigned lead = 0xC0; lead < 0x100; ++lead) {
        for (unsigned next = 0; next < 0x100; ++next) {
            const std::string bytes{static_cast<char>(lead), static_cast<char>(next), '\x80',
                                    '\x80'};
            if (read_utf8(bytes).size != 0) ++characters;
        }
    }
    // 30 lead bytes of two-byte characters with 64 second bytes each; 16 of three-byte ones with 64, but 32
    // after E0 and after ED; 5 of four-byte ones with 64, but 48 after F0 and 16 after F4.
    BOOST_TEST(characters == 30U * 64 + 14 * 64 + 2 * 32 + 3 * 64 + 48 + 16);
}

BOOST_AUTO_TEST_CASE(bad_utf8_is_found_at_its_first_wrong_byte) {
    static_assert(find_bad_utf8("") == 0);
    static_assert(find_bad_utf8("plain") == 5);
    static_assert(find_bad_utf8("\xE2\x82\xAC\xF0\x9F\x98\x80") == 7);
    //                             v
    static_assert(find_bad_utf8("ab\xFF") == 2);
    //                                 v
    static_assert(find_bad_utf8("ab\xE2\x28\xA1") == 3);
    //                             v              the end cuts it short
    static_assert(find_bad_utf8("ab\xE2\x82") == 2);
    static_assert(find_bad_utf8("\xC3") == 0);
}

// Four bytes are checked together if there are that many: the result is that of one at a time.
BOOST_AUTO_TEST_CASE(the_first_wrong_byte_is_the_one_that_reading_finds) {
    std::size_t wrong = 0;
    for (unsigned lead = 0x80; lead < 0x100; ++lead) {
        for (unsigned next = 0; next < 0x100; ++next) {
            for (const char third : {'a', '\x7F', '\x80', '\xBF', '\xC0'}) {
                for (const char fourth : {'a', '\x80', '\xBF', '\xC3'}) {
                    const std::string text{static_cast<char>(lead), static_cast<char>(next), third,
                                           fourth, 'a'};
                    if (find_bad_utf8(text) != first_wrong(text)) ++wrong;
                }
            }
        }
    }
    BOOST_TEST(wrong == 0U);
}

// Sixteen bytes are checked together: every value at every position, and every truncation.
BOOST_AUTO_TEST_CASE(a_wrong_byte_among_characters_of_each_length_is_found) {
    const std::string characters =
        "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z\xE0\xA0\x80\xED\x9F\xBF\xF0\x90\x80\x80y"
        "\xF4\x8F\xBF\xBF\xC2\x80\xDF\xBF\xEE\x80\x80\xEF\xBF\xBD";
    std::size_t wrong = 0;
    for (std::size_t plain = 0; plain < 16; ++plain) {
        std::string text = std::string(plain, 'a') + characters + characters;
        BOOST_TEST(find_bad_utf8(text) == text.size());
        for (std::size_t size = 0; size < text.size(); ++size) {
            const std::string_view cut = std::string_view(text).substr(0, size);
            if (find_bad_utf8(cut) != first_wrong(cut)) ++wrong;
        }
        for (char& byte : text) {
            const char right = byte;
            for (int value = 0; value < 256; ++value) {
                byte = static_cast<char>(value);
                if (find_bad_utf8(text) != first_wrong(text)) ++wrong;
            }
            byte = right;
        }
    }
    BOOST_TEST(wrong == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
