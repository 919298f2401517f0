#include <ec2wire/codec/encode_pairs.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <map>
#include <random>
#include <string>
#include <vector>

using namespace ec2wire;

namespace {

std::string encoded(const std::vector<query_pair>& pairs) { return encode_pairs(pairs).value(); }

encode_error refused(const std::vector<query_pair>& pairs) { return encode_pairs(pairs).error(); }

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_encode_pairs)

BOOST_AUTO_TEST_CASE(pairs_go_out_in_byte_order_of_their_keys) {
    BOOST_TEST(encoded({}) == "");
    BOOST_TEST(encoded({{"Version", "2016-11-15"}, {"Action", "DescribeRegions"}, {"Empty", ""}}) ==
               "Action=DescribeRegions&Empty=&Version=2016-11-15");
}

// '=' (0x3D) comes after '-', '.' and the digits.
BOOST_AUTO_TEST_CASE(pairs_are_sorted_by_key_and_not_by_key_and_value) {
    BOOST_TEST(encoded({{"A.10", "b"}, {"A.1", "z"}, {"A-", "y"}, {"A", "x"}, {"A0", ""}}) ==
               "A=x&A-=y&A.1=z&A.10=b&A0=");
}

// "%20" comes before '-', and the space itself before '%'.
BOOST_AUTO_TEST_CASE(keys_are_escaped_before_they_are_sorted) {
    BOOST_TEST(encoded({{"a-", "1"}, {"a~", "2"}, {"a\xC3\xA9", "&="}, {"a b", "+ "}}) ==
               "a%20b=%2B%20&a%C3%A9=%26%3D&a-=1&a~=2");
}

BOOST_AUTO_TEST_CASE(a_key_that_is_there_twice_is_an_error) {
    BOOST_TEST((refused({{"B", "1"}, {"A", "1"}, {"B", "2"}}) ==
                encode_error{errc::duplicate_member, "B", 0, 0}));
}

// R2, R4. No rule makes a key of nothing: what is read back from "=1" has no name.
BOOST_AUTO_TEST_CASE(a_pair_without_a_key_is_an_error) {
    BOOST_TEST((refused({{"A", "1"}, {"", "1"}}) == encode_error{errc::missing_member, "", 0, 0}));
    BOOST_TEST((refused({{}}) == encode_error{errc::missing_member, "", 0, 0}));
}

BOOST_AUTO_TEST_CASE(what_is_not_utf8_is_an_error_with_its_place) {
    //                                  v
    BOOST_TEST((refused({{"A", "x"}, {"B", "ab\xFF"}}) == encode_error{errc::not_utf8, "B", 2, 0}));
    //                    v
    BOOST_TEST((refused({{"k\x80", ""}}) == encode_error{errc::not_utf8, "k\x80", 1, 0}));
}

BOOST_AUTO_TEST_CASE(random_pairs_come_in_any_order) {
    std::mt19937 random(8);
    for (int round = 0; round < 100; ++round) {
        std::map<std::string, std::string> wanted;
        std::vector<std::string> keys;
        while (keys.size() < 30) {
            std::string key;
            for (unsigned i = 1 + random() % 4; i > 0; --i) key += "aB0-._~"[random() % 7];
            if (wanted.emplace(key, std::to_string(random() % 10)).second) keys.push_back(key);
        }
        std::vector<query_pair> pairs;
        for (const std::string& key : keys) pairs.push_back({key, wanted[key]});
        std::string joined;
        for (const auto& [key, value] : wanted)
            joined += (joined.empty() ? "" : "&") + key + "=" + value;
        BOOST_TEST(encoded(pairs) == joined);
    }
}

BOOST_AUTO_TEST_SUITE_END()
