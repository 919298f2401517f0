#include <ec2wire/json/quick_tokens.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

using namespace ec2wire;
using json::quick_tokens;

namespace {

// Bytes in front of those that may be looked at, and those in front of a page that may not.
struct part {
    tests::guarded_bytes padded;
    scratch memory{};
    quick_tokens in;

    explicit part(std::string_view bytes, char behind = '\0')
        : padded(std::string(bytes) + std::string(quick_tokens::padding, behind)),
          in(padded.view().substr(0, bytes.size()), memory) {}

    // How many bytes lie before a place; npos if the walk has failed.
    std::size_t size_to(quick_tokens::place at) const {
        return at == nullptr ? std::string::npos : static_cast<std::size_t>(at - in.begin());
    }
};

constexpr std::size_t failed = std::string::npos;

}  // namespace

BOOST_AUTO_TEST_SUITE(json_quick_tokens)

BOOST_AUTO_TEST_CASE(white_space_is_that_of_rfc_8259) {
    for (const std::string_view space : {"", " ", "  ", "\n", "\r", "\t", " \r\n\t\n   \n"}) {
        part one(std::string(space) + "x");
        BOOST_TEST(one.size_to(one.in.skip_space(one.in.begin())) == space.size());
        BOOST_TEST(one.size_to(one.in.skip_line(one.in.begin(), 5)) == space.size());
    }
    for (const std::string_view other : {"\v", "\f", "\x1F"}) {
        part one(other);
        BOOST_TEST(one.size_to(one.in.skip_space(one.in.begin())) == 0U);
    }
}

BOOST_AUTO_TEST_CASE(white_space_ends_with_the_document_at_the_latest) {
    for (const std::string_view space : {" ", "\n", "\n    ", "\n                 "}) {
        for (std::size_t margin = 0; margin < 70; ++margin) {
            part one(space, ' ');
            BOOST_TEST(one.size_to(one.in.skip_line(one.in.begin(), margin)) <= space.size());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_margin_is_a_new_line_and_spaces_however_many_were_due) {
    for (std::size_t spaces = 0; spaces < 100; ++spaces) {
        part one("\n" + std::string(spaces, ' ') + "x");
        for (std::size_t margin = 1; margin < 110; ++margin)
            BOOST_TEST(one.size_to(one.in.skip_line(one.in.begin(), margin)) == 1 + spaces);
        part other("\n" + std::string(spaces, ' ') + "\t x");
        BOOST_TEST(other.size_to(other.in.skip_line(other.in.begin(), 3 + spaces)) == 3 + spaces);
    }
}

BOOST_AUTO_TEST_CASE(behind_a_value_comes_a_comma_or_the_end) {
    const auto next = [](std::string_view bytes) {
        part one(bytes);
        quick_tokens::place at = one.in.begin();
        const auto element = one.in.take_comma(at, ']');
        return std::pair{one.size_to(element), element == nullptr ? one.size_to(at) : 0};
    };
    BOOST_TEST((next(",x") == std::pair<std::size_t, std::size_t>{1, 0}));
    BOOST_TEST((next(" ,\n  x") == std::pair<std::size_t, std::size_t>{5, 0}));
    BOOST_TEST((next("]") == std::pair<std::size_t, std::size_t>{failed, 1}));
    BOOST_TEST((next("\n]") == std::pair<std::size_t, std::size_t>{failed, 2}));
    for (const std::string_view bytes : {"", " ", "}", "x", ":", "\"", "[", ";"})
        BOOST_TEST((next(bytes) == std::pair<std::size_t, std::size_t>{failed, failed}));
}

BOOST_AUTO_TEST_CASE(a_text_ends_at_its_quote) {
    const auto text = [](std::string_view bytes) {
        part one(bytes, '"');
        std::string_view taken;
        const auto behind = one.in.take_text(one.in.begin(), taken);
        return behind == nullptr || behind > one.in.end() ? "?" : std::string(taken);
    };
    for (std::size_t size = 0; size < 70; ++size) {
        const std::string letters(size, 'a');
        BOOST_TEST(text('"' + letters + '"') == letters);
        BOOST_TEST(text('"' + letters + "\xC3\xA9\x7F\"") == letters + "\xC3\xA9\x7F");
        for (const std::string_view bad :
             {"", "\\\"\"", "\\n\"", "\n", "\x1F", "\xC3", "\xFF", "\\x", "\\"})
            BOOST_TEST(text('"' + letters + std::string(bad)) == "?");
    }
    BOOST_TEST(text("a\"") == "?");
}

BOOST_AUTO_TEST_SUITE_END()
