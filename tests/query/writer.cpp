#include <ec2wire/query/writer.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace query = ec2wire::query;

namespace {

template <std::size_t Size>
constexpr std::array<char, Size - 1> text(const char (&literal)[Size]) {
    std::array<char, Size - 1> characters{};
    for (std::size_t i = 0; i + 1 < Size; ++i) characters[i] = literal[i];
    return characters;
}

// Pairs at the root, below a nested key, and at that key itself.
template <class Sink>
constexpr void walk(Sink& sink, std::string_view value) {
    query::begin_pair(sink, nullptr, text("&Action="));
    sink.put_escaped(value);
    const query::key filter{nullptr, "Filter"};
    const query::key first{&filter, "1"};
    query::begin_pair(sink, &first, text("&Value."));
    sink.put("10=");
    sink.put("a");
    query::begin_pair(sink, &first, text("&="));
    query::begin_pair(sink, nullptr, text("&Z="));
}

// The size is known before, and nothing beyond it is written.
constexpr bool is_written_as(std::string_view value, std::string_view expected) {
    query::measurer measurer;
    walk(measurer, value);
    std::array<char, 80> out{};
    out[expected.size()] = '#';
    query::writer writer(out.data(), measurer);
    walk(writer, value);
    return measurer.size() == expected.size() && out[expected.size()] == '#' &&
           std::string_view(out.data(), measurer.size()) == expected;
}

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

BOOST_AUTO_TEST_SUITE(query_writer)

BOOST_AUTO_TEST_CASE(what_is_measured_is_what_is_written) {
    constexpr std::string_view plain = "Action=StopInstances&Filter.1.Value.10=a&Filter.1=&Z=";
    constexpr std::string_view escaped = "Action=Stop%20%26&Filter.1.Value.10=a&Filter.1=&Z=";
    static_assert(is_written_as("StopInstances", plain));
    static_assert(is_written_as("Stop &", escaped));
    static_assert(query::measurer::is_measuring && !query::writer::is_measuring);
    BOOST_TEST(is_written_as("StopInstances", plain));
    BOOST_TEST(is_written_as("Stop &", escaped));
}

BOOST_AUTO_TEST_CASE(one_text_that_needs_an_escape_is_remembered) {
    query::measurer measurer;
    BOOST_TEST((measurer.is_empty() && measurer.is_plain()));
    BOOST_TEST(measurer.put_escaped("i-1234567890abcdef0"));
    BOOST_TEST(measurer.is_plain());
    BOOST_TEST(!measurer.put_escaped("a b"));
    BOOST_TEST(measurer.put_escaped("c"));
    BOOST_TEST(!measurer.is_plain());
    BOOST_TEST(measurer.size() == 19U + 5U + 1U);
}

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
        std::vector<std::string> expected;
        for (std::size_t i = 1; i <= size; ++i) expected.push_back(std::to_string(i));
        std::sort(expected.begin(), expected.end());
        BOOST_TEST_REQUIRE((indices_in_order(size) == expected));
    }
}

// What is measured of a whole list is what its pairs take one by one.
BOOST_AUTO_TEST_CASE(the_keys_of_a_list_are_measured_at_once) {
    for (const std::size_t size : {0U, 1U, 2U, 3U, 9U, 10U, 11U, 99U, 100U, 101U, 1000U, 12'345U}) {
        query::measurer at_once;
        at_once.put_list_keys(size, nullptr, text("&InstanceId."));
        std::string expected;
        for (std::size_t i = 1; i <= size; ++i)
            expected += (i == 1 ? "InstanceId." : "&InstanceId.") + std::to_string(i) + "=";
        BOOST_TEST(at_once.size() == expected.size());

        std::string written(expected.size() + 1, '#');
        query::writer writer(written.data(), at_once);
        query::list_index index(size);
        std::string in_order;
        for (std::size_t i = 1; i <= size; ++i) {
            query::begin_pair(writer, nullptr, text("&InstanceId."));
            writer.put_index(index);
            in_order += (i == 1 ? "InstanceId." : "&InstanceId.") + std::to_string(index.value());
            in_order += "=";
            index.advance();
        }
        BOOST_TEST((written == in_order + "#"));
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

// Eight digits and the '=' are more than are kept: the key is written all the same.
BOOST_AUTO_TEST_CASE(an_index_of_eight_digits_is_written_too) {
    constexpr std::string_view expected = "10000008=10000009=1000001=10000010=";
    query::measurer measurer;
    measurer.put(expected);
    std::string out(measurer.size(), '#');
    query::writer writer(out.data(), measurer);
    query::list_index index(12'345'678);
    while (index.value() != 10'000'008) index.advance();
    for (int i = 0; i < 4; ++i) {
        writer.put_index(index);
        index.advance();
    }
    BOOST_TEST(out == expected);
}

BOOST_AUTO_TEST_SUITE_END()
