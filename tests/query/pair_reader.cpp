#include <ec2wire/query/pair_reader.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace query = ec2wire::query;
using ec2wire::errc;
using ec2wire::tests::guard;
using ec2wire::tests::guarded_bytes;

namespace {

// The pairs of a query, each as its key, its value and the value's offset, and why reading ended.
struct pairs {
    std::vector<std::string> all{};
    ec2wire::decode_error error{};

    pairs(std::string_view text, ec2wire::scratch& memory) {
        query::pair_reader in(text, memory);
        query::pair one;
        while (in.next(one))
            all.push_back(std::string(one.key, one.key_size) + std::string(one.text()) + " " +
                          std::to_string(one.offset));
        error = in.error();
    }

    bool operator==(const std::vector<std::string>& expected) const {
        return all == expected && error.code == errc{};
    }
    bool fail(errc code, std::size_t offset) const {
        return error.code == code && error.offset == offset;
    }
};

// Reads a query at the beginning and at the end of a page.
pairs read(std::string_view text) {
    ec2wire::scratch memory;
    const guarded_bytes at_begin(text, guard::before);
    const guarded_bytes at_end(text);
    const pairs read(at_begin.view(), memory);
    BOOST_TEST_REQUIRE((pairs(at_end.view(), memory).all == read.all));
    return read;
}

using list = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(query_pair_reader)

BOOST_AUTO_TEST_CASE(a_query_is_split_into_pairs) {
    BOOST_TEST((read("Action=TagThem&Tag.1.Key=a%26b&Version=1") ==
                list{"Action=TagThem 7", "Tag.1.Key=a&b 25", "Version=1 39"}));
    BOOST_TEST((read("a=1") == list{"a=1 2"}));
    BOOST_TEST((read("a=b=c&d==") == list{"a=b=c 2", "d== 8"}));
}

BOOST_AUTO_TEST_CASE(empty_pairs_are_skipped_and_empty_values_are_not) {
    BOOST_TEST((read("") == list{}));
    BOOST_TEST((read("&&&&&&&&&&&&&&&&&&") == list{}));
    BOOST_TEST((read("&a=1&&b=2&") == list{"a=1 3", "b=2 8"}));
    BOOST_TEST((read("a&b=&=c") == list{"a= 1", "b= 4", "=c 6"}));
}

BOOST_AUTO_TEST_CASE(keys_are_in_canonical_form) {
    BOOST_TEST((read("T%61g%2e1=x") == list{"Tag.1=x 10"}));
    BOOST_TEST((read("a%2fb=x&a/b=x&a+b=x") == list{"a%2Fb=x 6", "a%2Fb=x 12", "a%20b=x 18"}));
    BOOST_TEST((read("%C3%A9=x&\xC3\xA9=x") == list{"%C3%A9=x 7", "%C3%A9=x 12"}));
}

// A separator or an escape is found wherever it is.
BOOST_AUTO_TEST_CASE(sizes_of_keys_and_values_do_not_matter) {
    for (std::size_t size = 1; size <= 40; ++size) {
        const std::string text(size, 'x');
        const std::string offset = " " + std::to_string(size + 1);
        BOOST_TEST_REQUIRE((read(text + "=" + text) == list{text + "=" + text + offset}));
        BOOST_TEST_REQUIRE((read(text + "=1&b=2") ==
                            list{text + "=1" + offset, "b=2 " + std::to_string(size + 5)}));
        BOOST_TEST_REQUIRE((read(text + "&b=2") == list{text + "= " + std::to_string(size),
                                                        "b=2 " + std::to_string(size + 3)}));
        for (std::size_t at = 0; at < size; ++at)
            for (const std::string escape : {"%20", "+"}) {
                std::string escaped = text;
                escaped.replace(at, 1, escape);
                std::string value = text;
                value[at] = ' ';
                std::string key = text;
                key.replace(at, 1, "%20");
                BOOST_TEST_REQUIRE(
                    (read("a=" + escaped + "&b=2") ==
                     list{"a=" + value + " 2", "b=2 " + std::to_string(escaped.size() + 5)}));
                BOOST_TEST_REQUIRE((read(escaped + "=1") ==
                                    list{key + "=1 " + std::to_string(escaped.size() + 1)}));
            }
    }
}

BOOST_AUTO_TEST_CASE(invalid_bytes_are_an_error_where_they_are) {
    BOOST_TEST(read("a=1&b=2%").fail(errc::bad_escape, 8));
    BOOST_TEST(read("a=1&b=%4g").fail(errc::bad_escape, 8));
    BOOST_TEST(read("a=1&b%g=1").fail(errc::bad_escape, 6));
    BOOST_TEST(read("a=1&b=2\xFF").fail(errc::not_utf8, 7));
    BOOST_TEST(read("a=1&\xC3=1").fail(errc::not_utf8, 4));
    // Of an escaped text the error is at its beginning.
    BOOST_TEST(read("a=1&b=2%FF").fail(errc::not_utf8, 6));
    // The pairs before it were read.
    BOOST_TEST((read("a=1&b=%").all == list{"a=1 2"}));
}

BOOST_AUTO_TEST_CASE(memory_for_escapes_can_run_out) {
    ec2wire::scratch none(ec2wire::heap, 0);
    BOOST_TEST(pairs("a=1&b=2", none).all.size() == 2U);
    BOOST_TEST(pairs("a=1&b=%41", none).fail(errc::out_of_memory, 6));
    BOOST_TEST(pairs("a=1&%41=1", none).fail(errc::out_of_memory, 4));
}

// Room for the pairs is taken beforehand. A vector of bytes counts up to 255 in each.
BOOST_AUTO_TEST_CASE(the_bound_of_pairs_holds_for_any_number_of_blocks) {
    for (const std::size_t pairs : {1U, 254U, 255U, 256U, 257U, 600U}) {
        std::string text;
        for (std::size_t i = 0; i < pairs; ++i) text += "k=0123456789abc&";
        BOOST_TEST(query::max_pairs(text) == pairs + 1);
    }
    BOOST_TEST(query::max_pairs("") == 1U);
    BOOST_TEST(query::max_pairs("a=1&b=2&c") == 3U);
    BOOST_TEST(query::max_pairs("&&&&&&&&&&&") == 6U);
}

BOOST_AUTO_TEST_CASE(the_key_of_a_value_is_found_from_its_offset) {
    const std::string_view text = "Action=Stop&Tag.1.Key=a%26b&c";
    BOOST_TEST(query::find_key(text, 7) == 0U);
    BOOST_TEST(query::find_key(text, 22) == 12U);
    BOOST_TEST(query::key_at(text, 0) == "Action");
    BOOST_TEST(query::key_at(text, 12) == "Tag.1.Key");
    BOOST_TEST(query::key_at(text, 28) == "c");
}

BOOST_AUTO_TEST_CASE(pairs_of_a_group_stay_in_the_order_of_the_query) {
    std::vector<query::pair> all;
    for (const std::uint32_t group : {3U, 1U, 3U, 2U, 1U, 3U}) {
        query::pair one{};
        one.group = group;
        one.offset = static_cast<std::uint32_t>(all.size());
        all.push_back(one);
    }
    BOOST_TEST(query::sort_by_group(all.data(), all.data() + all.size()) == 3U);
    std::string order;
    for (const query::pair& one : all) order += std::to_string(one.offset);
    BOOST_TEST(order == "143025");
    BOOST_TEST(query::sort_by_group(all.data(), all.data()) == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
