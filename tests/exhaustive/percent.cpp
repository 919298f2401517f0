// Every character and every pair of bytes, percent-encoded and back.
#include <ec2wire/codec/encode.hpp>
#include <ec2wire/query/percent.hpp>

#include "exhaustive/all.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::tests;

namespace {

// R8 (escapes), applied byte by byte.
std::string plainly_escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool is_unreserved = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                                   (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
                                   c == '~';
        std::array<char, 8> octet{};
        std::snprintf(octet.data(), octet.size(), "%%%02X",
                      static_cast<unsigned>(static_cast<unsigned char>(c)));
        out += is_unreserved ? std::string(1, c) : octet.data();
    }
    return out;
}

bool comes_back(std::string_view escaped, std::string_view text) {
    std::array<char, 64> out{};
    const auto size = query::read_percent(escaped, out.data());
    return size && std::string_view(out.data(), *size) == text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exhaustive_percent)

BOOST_AUTO_TEST_CASE(every_character_goes_out_and_comes_back) {
    std::size_t right = 0;
    std::size_t characters = 0;
    for (unsigned c = 0; c <= 0x10FFFF; c += stride) {
        if (!is_scalar_value(c)) continue;
        ++characters;
        const short_text text = short_text{}.put_utf8(c);
        const std::string escaped = plainly_escaped(text.view());
        std::array<char, 128> out;
        const auto query = encode(note{.text = text.view(), .code = {}}, out);
        right += query && *query == "Action=Note&Text=" + escaped + "&Version=2016-11-15" &&
                 comes_back(escaped, text.view());
    }
    BOOST_TEST(right == characters);
    if (!is_sanitized) BOOST_TEST(characters == 1'112'064U);
}

// Any two bytes after a '%': 22 hexadecimal digits each, in one to three forms.
BOOST_AUTO_TEST_CASE(of_all_pairs_of_bytes_after_a_percent_sign_484_are_escapes) {
    std::size_t escapes = 0;
    std::size_t wrong = 0;
    for (unsigned n = 0; n < 65536; ++n) {
        const short_text text =
            short_text{}.put('%').put(static_cast<char>(n >> 8)).put(static_cast<char>(n & 0xFF));
        std::array<char, 4> out{};
        const auto size = query::read_percent(text.view(), out.data());
        escapes += size.has_value();
        if (!size) continue;
        const auto octet = static_cast<unsigned char>(out[0]);
        wrong += *size != 1 || octet != std::stoul(std::string(text.view().substr(1)), nullptr, 16);
    }
    BOOST_TEST(escapes == 22U * 22);
    BOOST_TEST(wrong == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
