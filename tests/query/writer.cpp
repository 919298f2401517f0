#include <ec2wire/query/writer.hpp>

#include "query/sorted_indices.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
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

// Of what was measured, which is short.
constexpr std::size_t size_of(const query::measurer& measurer) {
    return static_cast<std::size_t>(measurer.size());
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
           std::string_view(out.data(), size_of(measurer)) == expected;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(query_writer)

BOOST_AUTO_TEST_CASE(the_first_pair_has_nothing_in_front) {
    const query::key list{nullptr, "A"};
    const query::key first{&list, "1"};
    for (const query::key* const parent : {static_cast<const query::key*>(nullptr), &first}) {
        query::measurer measurer;
        query::begin_pair(measurer, parent, std::string_view("&B="));
        query::begin_pair(measurer, parent, std::string_view("&C="));
        std::string out(size_of(measurer), '#');
        query::writer writer(out.data(), measurer);
        query::begin_pair(writer, parent, std::string_view("&B="));
        query::begin_pair(writer, parent, std::string_view("&C="));
        BOOST_TEST(out == (parent == nullptr ? "B=&C=" : "A.1.B=&A.1.C="));
    }
}

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

// More pairs than 32 bits can count the characters of: the count is of 64 bits on every machine.
BOOST_AUTO_TEST_CASE(a_sum_of_sizes_does_not_wrap_at_32_bits) {
    query::measurer measurer;
    constexpr std::size_t count = 2'000'000'000;
    measurer.put_list_keys(count, nullptr, text("&InstanceId."));
    // "&InstanceId." and '=', and 1 to 10 digits.
    constexpr std::uint64_t digits =
        10 * std::uint64_t{count} -
        (999'999'999U + 99'999'999U + 9'999'999U + 999'999U + 99'999U + 9'999U + 999U + 99U + 9U);
    BOOST_TEST(measurer.size() == 13 * std::uint64_t{count} - 1 + digits);
}

// A list of plain texts is written a few stores at a time where there is room: as one by one, and
// nothing behind it.
BOOST_AUTO_TEST_CASE(pairs_of_a_list_are_the_same_all_at_once) {
    for (const std::size_t begin_size : {2U, 12U, 15U, 16U, 17U, 31U, 32U, 33U, 40U}) {
        const std::string begin = "&" + std::string(begin_size - 2, 'K') + ".";
        for (const std::size_t count : {1U, 2U, 9U, 10U, 12U, 101U}) {
            for (std::size_t size = 0; size <= 40; ++size) {
                std::vector<std::string> list;
                for (std::size_t i = 0; i < count; ++i)
                    list.emplace_back(size + i % 3, static_cast<char>('a' + i % 26));
                std::string expected = "A=";
                for (const std::string& index : ec2wire::tests::sorted_indices(count))
                    expected += begin + index + "=" + list[std::stoul(index) - 1];
                query::measurer measurer;
                measurer.put(expected);

                std::string out(expected.size() + 80, '#');
                query::writer writer(out.data(), measurer);
                writer.put("A=");
                for (query::list_index index(count); !index.is_end();) {
                    const char* const before = writer.end();
                    writer.put(begin);
                    const char* const after = writer.end();
                    writer.put_index(index);
                    writer.put_escaped(list[index.value() - 1]);
                    index.advance();
                    writer.put_pairs(std::span<const std::string>(list), index, {before, after});
                }
                BOOST_TEST_REQUIRE((out == expected + std::string(80, '#')));
            }
        }
    }
}

// Eight digits and the '=' are more than are kept: the key is written all the same.
BOOST_AUTO_TEST_CASE(an_index_of_eight_digits_is_written_too) {
    constexpr std::string_view expected = "10000008=10000009=1000001=10000010=";
    query::measurer measurer;
    measurer.put(expected);
    std::string out(size_of(measurer), '#');
    query::writer writer(out.data(), measurer);
    query::list_index index(12'345'678);
    while (index.value() != 10'000'008) index.advance();
    BOOST_TEST(!index.keeps_digits());
    for (int i = 0; i < 4; ++i) {
        writer.put_index(index);
        index.advance();
    }
    BOOST_TEST(out == expected);
}

BOOST_AUTO_TEST_SUITE_END()
