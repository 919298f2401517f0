#include <ec2wire/query/writer.hpp>

#include "query/sorted_indices.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace query = ec2wire::query;

namespace {

// Of what was counted, which is short.
std::size_t size_of(const query::size_counter& counter) {
    return static_cast<std::size_t>(counter.size());
}

// Pairs at the root, below a nested key, and at that key itself.
template <class Sink>
void walk(Sink& sink, std::string_view value) {
    query::key action(nullptr, {}, "Action=");
    sink.put_key(action);
    sink.put_escaped(value);
    query::key filter(nullptr, {}, "Filter.");
    query::key first(&filter, "1", ".");
    query::key tenth(&first, {}, "Value.10=");
    sink.put_key(tenth);
    sink.put_escaped("a");
    query::key other(&first, {}, "Z=");
    sink.put_key(other);
    query::key end(&filter, "1", "=");
    sink.put_key(end);
    query::key last(nullptr, {}, "Z=");
    sink.put_key(last);
}

// The size is known before, and nothing beyond it is written.
std::string written(std::string_view value) {
    query::size_counter counter;
    walk(counter, value);
    std::string out(size_of(counter) + 1, '#');
    query::writer writer(out.data(), counter);
    walk(writer, value);
    BOOST_TEST(out.back() == '#');
    out.pop_back();
    return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(query_writer)

BOOST_AUTO_TEST_CASE(the_first_pair_has_nothing_in_front) {
    const auto write = [](auto& sink, query::key* parent) {
        query::key b(parent, {}, "B=");
        query::key c(parent, {}, "C=");
        sink.put_key(b);
        sink.put_key(c);
    };
    for (const bool is_nested : {false, true}) {
        query::key list(nullptr, {}, "A.");
        query::key first(&list, "1", ".");
        query::size_counter counter;
        write(counter, is_nested ? &first : nullptr);
        std::string out(size_of(counter), '#');
        query::writer writer(out.data(), counter);
        write(writer, is_nested ? &first : nullptr);
        BOOST_TEST(out == (is_nested ? "A.1.B=&A.1.C=" : "B=&C="));
    }
    BOOST_TEST(query::size_counter().size() == 0u);
}

BOOST_AUTO_TEST_CASE(what_is_counted_is_what_is_written) {
    BOOST_TEST(written("StopInstances") ==
               "Action=StopInstances&Filter.1.Value.10=a&Filter.1.Z=&Filter.1=&Z=");
    BOOST_TEST(written("Stop &") ==
               "Action=Stop%20%26&Filter.1.Value.10=a&Filter.1.Z=&Filter.1=&Z=");
}

BOOST_AUTO_TEST_CASE(one_text_that_needs_an_escape_is_remembered) {
    query::size_counter counter;
    query::key key(nullptr, {}, "A=");
    counter.put_key(key);
    BOOST_TEST(counter.is_plain());
    BOOST_TEST(counter.put_escaped("i-1234567890abcdef0"));
    BOOST_TEST(counter.is_plain());
    BOOST_TEST(!counter.put_escaped("a b"));
    BOOST_TEST(counter.put_escaped("c"));
    BOOST_TEST(!counter.is_plain());
    BOOST_TEST(counter.size() == 2U + 19U + 5U + 1U);
}

// What is counted of a whole list is what its pairs take one by one.
BOOST_AUTO_TEST_CASE(the_keys_of_a_list_are_counted_at_once) {
    for (const std::size_t size : {0U, 1U, 2U, 3U, 9U, 10U, 11U, 99U, 100U, 101U, 1000U, 12'345U}) {
        query::size_counter at_once;
        query::key key(nullptr, {}, "InstanceId.");
        at_once.put_list_keys(size, key);
        std::string expected;
        for (std::size_t i = 1; i <= size; ++i)
            expected += (i == 1 ? "InstanceId." : "&InstanceId.") + std::to_string(i) + "=";
        BOOST_TEST(at_once.size() == expected.size());

        std::string written(expected.size() + 1, '#');
        query::writer writer(written.data(), at_once);
        query::list_index index(size);
        std::string in_order;
        for (std::size_t i = 1; i <= size; ++i) {
            writer.put_key(key);
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
    query::size_counter counter;
    constexpr std::size_t count = 2'000'000'000;
    counter.put_list_keys(count, query::key(nullptr, {}, "InstanceId."));
    // "&InstanceId." and '=', and 1 to 10 digits.
    constexpr std::uint64_t digits =
        10 * std::uint64_t{count} -
        (999'999'999U + 99'999'999U + 9'999'999U + 999'999U + 99'999U + 9'999U + 999U + 99U + 9U);
    BOOST_TEST(counter.size() == 13 * std::uint64_t{count} - 1 + digits);
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
                query::key first(nullptr, {}, "A=");
                query::key key(nullptr, {}, std::string_view(begin).substr(1));
                std::string values;  // without a character that needs an escape
                for (const std::string& text : list) values += text;
                query::size_counter counter;
                counter.put_key(first);
                counter.put_list_keys(count, key);
                counter.put_escaped(values);

                std::string out(expected.size() + 80, '#');
                query::writer writer(out.data(), counter);
                writer.put_key(first);
                for (query::list_index index(count); !index.is_end();) {
                    writer.put_key(key);
                    writer.put_index(index);
                    writer.put_escaped(list[index.value() - 1]);
                    index.advance();
                    writer.put_pairs(std::span<const std::string>(list), index, key);
                }
                BOOST_TEST_REQUIRE((out == expected + std::string(80, '#')));
            }
        }
    }
}

// Eight digits and the '=' are more than are kept: the key is written all the same.
BOOST_AUTO_TEST_CASE(an_index_of_eight_digits_is_written_too) {
    constexpr std::string_view expected = "10000008=10000009=1000001=10000010=";
    query::size_counter counter;
    counter.put_key(query::key(nullptr, {}, expected));
    std::string out(size_of(counter), '#');
    query::writer writer(out.data(), counter);
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
