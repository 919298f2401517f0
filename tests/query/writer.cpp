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

// Two pairs, with a nested key and a value to escape.
template <class Sink>
constexpr void walk(Sink& sink) {
    const query::key action{nullptr, "Action"};
    query::begin_pair(sink, action);
    sink.put_escaped("Stop Instances");
    const query::key filter{nullptr, "Filter"};
    const query::key first{&filter, "1"};
    const query::key value{&first, "Value"};
    const query::key tenth{&value, "10"};
    query::begin_pair(sink, tenth);
    sink.put("a");
}

constexpr std::string_view walked = "Action=Stop%20Instances&Filter.1.Value.10=a";

constexpr bool both_sides_agree() {
    query::measurer measurer;
    walk(measurer);
    std::array<char, 64> out{};
    query::writer writer(out.data());
    walk(writer);
    return measurer.size() == walked.size() && writer.size() == walked.size() &&
           std::string_view(out.data(), writer.size()) == walked;
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
    static_assert(both_sides_agree());
    static_assert(query::measurer::is_measuring && !query::writer::is_measuring);
    BOOST_TEST(both_sides_agree());
}

BOOST_AUTO_TEST_CASE(nothing_written_is_nothing) {
    constexpr query::measurer measurer;
    static_assert(measurer.size() == 0);
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

BOOST_AUTO_TEST_SUITE_END()
