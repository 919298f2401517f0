#include <ec2wire/query/list_index.hpp>

#include "query/sorted_indices.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace query = ec2wire::query;

namespace {

std::vector<std::string> indices_in_order(std::size_t size) {
    std::vector<std::string> indices;
    std::size_t index = 1;
    for (std::size_t i = 0; i < size; ++i) {
        indices.push_back(std::to_string(index));
        index = query::next_in_byte_order(index, size);
    }
    return indices;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(query_list_index)

BOOST_AUTO_TEST_CASE(twelve_indices_are_1_10_11_12_2_to_9) {
    const std::vector<std::string> expected = {"1", "10", "11", "12", "2", "3",
                                               "4", "5",  "6",  "7",  "8", "9"};
    BOOST_TEST(indices_in_order(12) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(indices_are_those_from_1_to_the_size_sorted_by_their_bytes) {
    std::vector<std::size_t> sizes;
    for (std::size_t size = 0; size <= 1100; ++size) sizes.push_back(size);
    for (const std::size_t size : {9'999U, 10'000U, 10'001U, 12'345U}) sizes.push_back(size);
    for (const std::size_t size : sizes) {
        BOOST_TEST_REQUIRE((indices_in_order(size) == ec2wire::tests::sorted_indices(size)));
    }
}

// Digits that are counted up are those that are worked out.
BOOST_AUTO_TEST_CASE(an_index_knows_its_digits) {
    for (const std::size_t count :
         {1U, 9U, 10U, 11U, 19U, 20U, 99U, 100U, 190U, 199U, 1000U, 1001U, 1990U, 12'345U}) {
        query::list_index index(count);
        std::size_t expected = 1;
        for (std::size_t done = 0; done < count; ++done) {
            const std::string text = std::to_string(expected) + "=";
            BOOST_TEST_REQUIRE(index.value() == expected);
            BOOST_TEST_REQUIRE(index.size() == text.size());
            std::string digits;
            for (std::size_t i = 0; i < index.size(); ++i)
                digits += static_cast<char>(index.digits() >> 8 * i);
            BOOST_TEST_REQUIRE(digits == text);
            index.advance();
            expected = query::next_in_byte_order(expected, count);
        }
    }
}

// So many that their digits are not kept.
BOOST_AUTO_TEST_CASE(ten_million_indices_come_to_an_end) {
    constexpr std::size_t count = 10'000'000;
    std::size_t steps = 0;
    std::size_t sum = 0;
    for (query::list_index index(count); !index.is_end(); index.advance()) {
        sum += index.value();
        if (++steps > count) break;
    }
    BOOST_TEST(steps == count);
    BOOST_TEST(sum == count / 2 * (count + 1));
}

BOOST_AUTO_TEST_SUITE_END()
