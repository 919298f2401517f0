#include <ec2wire/query/unreserved.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace query = ec2wire::query;
using ec2wire::tests::guard;
using ec2wire::tests::guarded_bytes;

namespace {

// No text is refused for where it is.
constexpr auto never = [](const char*, std::size_t) { return false; };

bool are_unreserved(const std::vector<std::string>& list, std::uint64_t& size) {
    return query::are_unreserved(std::span<const std::string>(list), size, never);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(query_unreserved)

BOOST_AUTO_TEST_CASE(the_unreserved_stand_for_themselves) {
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
            const guarded_bytes plain{std::string(size, 'a'), side};
            BOOST_TEST(query::is_unreserved(plain.view()), size);
            for (std::size_t place = 0; place < size; place += size < 100 ? 1 : 7) {
                std::string text(size, 'a');
                text[place] = '/';
                const guarded_bytes other{text, side};
                BOOST_TEST(!query::is_unreserved(other.view()), place);
            }
        }
    }
}

// The texts of a list are looked at two by two: each is seen, to its last character.
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
    // A short one and a long one together, and what was found before is not forgotten.
    std::vector<std::string> list{"i-0123456789abcde", "i-1", std::string(30, 'a'),
                                  "i-0123456789abcde", "i-1"};
    BOOST_TEST(are_unreserved(list, sum));
    list = {"i-0123456789/bcde", "i-0123456789abcde", "i-0123456789abcde", "i-1"};
    BOOST_TEST(!are_unreserved(list, sum));
    BOOST_TEST(query::are_unreserved(std::span<const std::string_view>(), sum, never));
    BOOST_TEST(sum == 0U);
}

// Of each length, in pairs and alone: a list is not plain if one of its texts is refused.
BOOST_AUTO_TEST_CASE(a_text_is_refused_for_where_it_is) {
    for (const std::size_t length : {0U, 8U, 16U, 19U, 24U, 25U, 70U}) {
        const std::vector<std::string> list(5, std::string(length, 'a'));
        for (const std::string& refused : list) {
            std::uint64_t sum = 0;
            const auto is_refused = [&](const char* begin, std::size_t max_size) {
                return begin == refused.data() && max_size >= refused.size();
            };
            BOOST_TEST(!query::are_unreserved(std::span(list), sum, is_refused));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
