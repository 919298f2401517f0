// Every state code, and every short text that might be one.
#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>

#include "exhaustive/all.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::tests;

namespace {

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }
bool is_space_byte(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Parses at most three digits naively; -1 for anything else.
int plain_value(std::string_view text) {
    int value = text.empty() ? -1 : 0;
    for (const char c : text) {
        if (!is_digit_byte(c)) return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space_byte(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space_byte(text.back())) text.remove_suffix(1);
    return text;
}

// Calls check for every string of `size` bytes.
template <class Check>
void for_each_text(std::size_t size, Check check) {
    unsigned count = 1;
    for (std::size_t i = 0; i < size; ++i) count *= 256;
    for (unsigned n = 0; n < count; n += size < 3 ? 1 : stride) {
        const std::array bytes{static_cast<char>(n & 0xFF), static_cast<char>(n >> 8 & 0xFF),
                               static_cast<char>(n >> 16)};
        check(std::string_view(bytes.data(), size));
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exhaustive_state_code)

BOOST_AUTO_TEST_CASE(all_65536_codes_are_read_and_written_in_every_form) {
    scratch memory;
    std::size_t right = 0;
    for (unsigned n = 0; n < 65536; ++n) {
        const std::string digits = std::to_string(n);
        const auto parsed = parse_state_code(digits);
        const short_text reply = code_reply(digits);
        const auto decoded = decode_xml<note>(reply.view(), memory);
        const auto query =
            encode(note{.text = {}, .code = state_code(static_cast<unsigned short>(n))});
        right += parsed && parsed->wire() == n && decoded && decoded->code->wire() == n && query &&
                 *query == "Action=Note&Code=" + digits + "&Version=2016-11-15";
    }
    BOOST_TEST(right == 65536U);
    for (unsigned n = 65536; n < 1'000'000; n += stride)
        right += parse_state_code(std::to_string(n)).has_value();
    BOOST_TEST(right == 65536U);
}

BOOST_AUTO_TEST_CASE(of_all_texts_up_to_three_bytes_1110_are_codes) {
    std::size_t codes = 0;
    std::size_t wrong = 0;
    for (std::size_t size = 0; size <= 3; ++size) {
        for_each_text(size, [&](std::string_view text) {
            const auto code = parse_state_code(text);
            const int value = plain_value(text);
            codes += code.has_value();
            if (code ? code->wire() != value : value != -1) ++wrong;
            if (code) return;
            std::size_t good = 0;
            while (good < text.size() && is_digit_byte(text[good])) ++good;
            if (code.error() != good) ++wrong;
        });
    }
    BOOST_TEST(wrong == 0U);
    if (!is_sanitized) BOOST_TEST(codes == 10U + 100 + 1000);
}

// In a reply white space may surround it: of four kinds, before and after.
BOOST_AUTO_TEST_CASE(of_all_texts_up_to_three_bytes_2470_are_codes_in_a_reply) {
    scratch memory;
    std::size_t codes = 0;
    std::size_t wrong = 0;
    for (std::size_t size = 0; size <= 3; ++size) {
        for_each_text(size, [&](std::string_view text) {
            const short_text reply = code_reply(text);
            const auto decoded = decode_xml<note>(reply.view(), memory);
            const int value = plain_value(trimmed(text));
            // White space alone is an absent code and not an error (P4: empty and padded values).
            const bool is_absent = trimmed(text).empty();
            if (is_absent != (decoded && !decoded->code)) ++wrong;
            if (is_absent) return;
            codes += decoded.has_value();
            if (decoded ? decoded->code->wire() != value : value != -1) ++wrong;
        });
    }
    BOOST_TEST(wrong == 0U);
    const std::size_t of_two = 100 + 2 * 4 * 10;
    const std::size_t of_three = 1000 + 2 * 4 * 100 + 3 * 16 * 10;
    if (!is_sanitized) BOOST_TEST(codes == 10 + of_two + of_three);
}

BOOST_AUTO_TEST_SUITE_END()
