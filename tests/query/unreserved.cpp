#include <ec2wire/query/unreserved.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace query = ec2wire::query;
using ec2wire::tests::guard;
using ec2wire::tests::guarded_bytes;

namespace {

bool are_unreserved(const std::vector<std::string>& list, std::uint64_t& size) {
    return query::are_unreserved(query::text_span(list), {}, size);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(query_unreserved)

BOOST_AUTO_TEST_CASE(unreserved_characters_are_not_escaped) {
    constexpr std::string_view unreserved =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    for (int c = 0; c < 256; ++c) {
        const char character = static_cast<char>(c);
        BOOST_TEST(query::is_unreserved(character) ==
                   (unreserved.find(character) != std::string_view::npos));
    }
}

BOOST_AUTO_TEST_CASE(plain_texts_of_every_length_are_plain_at_the_edge_of_a_page) {
    for (std::size_t size = 0; size <= 300; ++size) {
        for (const guard side : {guard::after, guard::before}) {
            guarded_bytes bytes{std::string(size, 'a'), side};
            BOOST_TEST(query::is_unreserved(bytes.view()), size);
            for (std::size_t place = 0; place < size; place += size < 100 ? 1 : 7) {
                std::string text(size, 'a');
                text[place] = '/';
                bytes.assign(text);
                BOOST_TEST(!query::is_unreserved(bytes.view()), place);
            }
        }
    }
}

// The texts of a list are checked in pairs: each is checked to its last character.
BOOST_AUTO_TEST_CASE(one_text_of_a_list_that_needs_an_escape_is_found) {
    for (std::size_t count = 1; count <= 5; ++count) {
        for (std::size_t size = 1; size <= 40; ++size) {
            std::vector<std::string> list(count, std::string(size, 'a'));
            std::uint64_t sum = 0;
            BOOST_TEST_REQUIRE(are_unreserved(list, sum));
            BOOST_TEST_REQUIRE(sum == count * size);
            for (std::string& text : list) {
                for (char& c : text) {
                    for (const char wrong : {'/', ',', ':', '@', '[', '`', '{', '\x80', '\0'}) {
                        c = wrong;
                        BOOST_TEST_REQUIRE(!are_unreserved(list, sum));
                    }
                    c = 'a';
                }
            }
        }
    }
    std::uint64_t sum = 0;
    // A short and a long one together, and an earlier result is kept.
    std::vector<std::string> list{"i-0123456789abcde", "i-1", std::string(30, 'a'),
                                  "i-0123456789abcde", "i-1"};
    BOOST_TEST(are_unreserved(list, sum));
    list = {"i-0123456789/bcde", "i-0123456789abcde", "i-0123456789abcde", "i-1"};
    BOOST_TEST(!are_unreserved(list, sum));
    BOOST_TEST(are_unreserved({}, sum));
    BOOST_TEST(sum == 0U);
}

// Of each length, in pairs and alone: a list is not plain if one of its views lies in the output.
BOOST_AUTO_TEST_CASE(a_view_of_the_output_is_found) {
    for (const std::size_t length : {1U, 8U, 16U, 19U, 24U, 25U, 70U}) {
        const std::vector<std::string> texts(5, std::string(length, 'a'));
        const std::vector<std::string_view> list(texts.begin(), texts.end());
        const std::string elsewhere(length, 'a');
        std::uint64_t sum = 0;
        BOOST_TEST(
            query::are_unreserved(query::text_span(list), {elsewhere.data() + length - 1, 1}, sum));
        for (const std::string& text : texts) {
            const ec2wire::byte_range output(text.data() + length - 1, 1);
            BOOST_TEST(!query::are_unreserved(query::text_span(list), output, sum));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
