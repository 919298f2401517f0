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

// Calls walk(query::writer&) with the buffer that it needs, and with smaller ones: the size that it counts
// is the same, and nothing is written outside the buffer. Returns the query. Of a long query each of the
// last 300 sizes of a buffer is tried, and each 17th of the others.
template <class Walk>
std::string written(Walk walk) {
    query::writer counter({}, {});
    walk(counter);
    const auto size = static_cast<std::size_t>(counter.size());
    std::string exact;
    for (std::size_t room = 0; room <= size; room += size - room > 300 ? 17 : 1) {
        std::string out(size + 100, '#');
        query::writer writer(std::span<char>(out).first(room), {});
        walk(writer);
        BOOST_TEST_REQUIRE(writer.size() == size);
        BOOST_TEST_REQUIRE(out.find_first_not_of('#', room) == std::string::npos);
        exact = out.substr(0, room);
    }
    std::string out(size + 100, '#');
    query::writer writer(out, {});
    walk(writer);
    BOOST_TEST(writer.size() == size);
    BOOST_TEST(out.substr(0, size) == exact);
    return exact;
}

// Pairs at the root, below a nested key, and at that key itself.
std::string written_around(std::string_view value) {
    return written([=](query::writer& writer) {
        query::key action(nullptr, {}, "Action=");
        writer.put_key(action);
        BOOST_TEST(writer.put_text(value));
        query::key filter(nullptr, {}, "Filter.");
        query::key first(&filter, "1", ".");
        query::key tenth(&first, {}, "Value.10=");
        writer.put_key(tenth);
        BOOST_TEST(writer.put_text("a"));
        query::key other(&first, {}, "Z=");
        writer.put_key(other);
        query::key end(&filter, "1", "=");
        writer.put_key(end);
        query::key last(nullptr, {}, "Z=");
        writer.put_key(last);
    });
}

template <class Text>
std::string written_list(const std::vector<Text>& list, std::string_view name) {
    return written([&](query::writer& writer) {
        query::key first(nullptr, {}, "A=");
        writer.put_key(first);
        query::key key(nullptr, {}, name);
        BOOST_TEST(writer.put_list(query::text_span(list), key));
    });
}

std::string expected_list(const std::vector<std::string>& escaped, std::string_view name) {
    std::string expected = "A=";
    for (const std::string& index : ec2wire::tests::sorted_indices(escaped.size()))
        expected += "&" + std::string(name) + index + "=" + escaped[std::stoul(index) - 1];
    return expected;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(query_writer)

BOOST_AUTO_TEST_CASE(the_first_pair_has_nothing_in_front) {
    for (const bool is_nested : {false, true}) {
        const std::string pairs = written([=](query::writer& writer) {
            query::key list(nullptr, {}, "A.");
            query::key first(&list, "1", ".");
            query::key* const parent = is_nested ? &first : nullptr;
            query::key b(parent, {}, "B=");
            query::key c(parent, {}, "C=");
            writer.put_key(b);
            writer.put_key(c);
        });
        BOOST_TEST(pairs == (is_nested ? "A.1.B=&A.1.C=" : "B=&C="));
    }
    BOOST_TEST(written([](query::writer&) {}).empty());
}

BOOST_AUTO_TEST_CASE(values_are_escaped) {
    BOOST_TEST(written_around("StopInstances") ==
               "Action=StopInstances&Filter.1.Value.10=a&Filter.1.Z=&Filter.1=&Z=");
    BOOST_TEST(written_around("Stop &") ==
               "Action=Stop%20%26&Filter.1.Value.10=a&Filter.1.Z=&Filter.1=&Z=");
}

// Texts of every size, with the one character that needs an escape at every position.
BOOST_AUTO_TEST_CASE(an_escape_can_be_anywhere_in_a_text) {
    for (std::size_t size = 1; size <= 40; ++size)
        for (std::size_t at = 0; at < size; ++at) {
            std::string text(size, 'x');
            text[at] = ' ';
            const std::string pair =
                written([&](query::writer& writer) { BOOST_TEST(writer.put_text(text)); });
            BOOST_TEST_REQUIRE(pair ==
                               std::string(at, 'x') + "%20" + std::string(size - at - 1, 'x'));
        }
}

BOOST_AUTO_TEST_CASE(a_text_must_be_utf8) {
    for (const std::size_t room : {std::size_t{0}, std::size_t{3}, std::size_t{1000}}) {
        std::string out(room, '#');
        query::writer writer(out, {});
        BOOST_TEST(writer.put_text("caf\xC3\xA9"));
        BOOST_TEST(!writer.put_text("caf\xC3"));
        query::key key(nullptr, {}, "Name.");
        const std::string_view names[] = {"a", "caf\xC3"};
        BOOST_TEST(!writer.put_list(query::text_span(names), key));
    }
}

BOOST_AUTO_TEST_CASE(a_text_in_the_output_is_noted) {
    std::string out(1000, '#');
    const ec2wire::byte_range output(out.data(), 10);
    const auto overlaps = [&](std::string_view first, std::string_view second) {
        std::string staged(1000, ' ');
        query::writer writer(staged, output);
        query::key key(nullptr, {}, "Name.");
        const std::string_view names[] = {"i-1234567890abcdef0", first, second};
        BOOST_TEST(writer.put_list(query::text_span(names), key));
        return writer.overlaps_output();
    };
    const std::string_view outside = "i-0987654321fedcba0";
    const std::string_view inside = std::string_view(out).substr(9, 19);
    BOOST_TEST(!overlaps(outside, outside));
    BOOST_TEST(overlaps(inside, outside));
    BOOST_TEST(overlaps(outside, inside));
    BOOST_TEST(!overlaps(outside, std::string_view(out).substr(10, 19)));
}

// So many pairs that their size exceeds 32 bits: sizes have 64 bits on every machine.
BOOST_AUTO_TEST_CASE(a_sum_of_sizes_does_not_wrap_at_32_bits) {
    query::writer counter({}, {});
    const std::string name(1 << 20, 'N');
    query::key key(nullptr, {}, name);
    for (int i = 0; i < 5000; ++i) counter.put_key(key);
    BOOST_TEST(counter.size() == 5000 * ((std::uint64_t{1} << 20) + 1) - 1);
}

// Where there is room, each pair of a list is written with a few stores. The query does not depend on that,
// and nothing after it is changed.
BOOST_AUTO_TEST_CASE(a_list_is_written_in_the_byte_order_of_its_indices) {
    for (const std::size_t name_size : {1U, 11U, 15U, 30U, 31U, 32U, 40U}) {
        const std::string name = std::string(name_size - 1, 'K') + ".";
        for (const std::size_t count : {1U, 2U, 9U, 10U, 12U, 101U})
            for (const std::size_t size : {0U, 7U, 8U, 14U, 15U, 16U, 19U, 30U, 31U, 33U}) {
                std::vector<std::string> list;
                for (std::size_t i = 0; i < count; ++i)
                    list.emplace_back(size + i % 3, static_cast<char>('a' + i % 26));
                BOOST_TEST_REQUIRE(written_list(list, name) == expected_list(list, name));
            }
    }
}

// One string of a list has a character or a size that the others do not have.
BOOST_AUTO_TEST_CASE(one_text_of_a_list_can_differ) {
    constexpr std::size_t count = 24;
    for (const std::string_view other : {"i-1234567890 bcdef0", "i-1234567890_bcdef0", "",
                                         "a-text-that-is-longer-than-thirty-two-characters"})
        for (std::size_t at = 0; at < count; ++at) {
            std::vector<std::string_view> list(count, "i-1234567890abcdef0");
            list[at] = other;
            std::vector<std::string> escaped(list.begin(), list.end());
            if (const std::size_t space = other.find(' '); space != std::string_view::npos)
                escaped[at].replace(space, 1, "%20");
            BOOST_TEST_REQUIRE(written_list(list, "InstanceId.") ==
                               expected_list(escaped, "InstanceId."));
        }
}

// Some keys precede "Action=": then the first pair of the list has no '&'.
BOOST_AUTO_TEST_CASE(a_list_can_be_first) {
    const std::vector<std::string> list = {"gpu", "fpga and more"};
    const std::string query = written([&](query::writer& writer) {
        query::key key(nullptr, {}, "AcceleratorType.");
        BOOST_TEST(writer.put_list(query::text_span(list), key));
    });
    BOOST_TEST(query == "AcceleratorType.1=gpu&AcceleratorType.2=fpga%20and%20more");
}

BOOST_AUTO_TEST_SUITE_END()
