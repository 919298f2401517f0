#include <ec2wire/codec/encode_pairs.hpp>

#include <ec2wire/ec2/stop_instances.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <string_view>
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

BOOST_AUTO_TEST_CASE(a_key_that_occurs_twice_is_an_error) {
    BOOST_TEST((refused({{"B", "1"}, {"A", "1"}, {"B", "2"}}) ==
                encode_error{errc::duplicate_member, "B", 0, 0}));
}

// No rule gives an empty key (R2, R4: names): decoding "=1" gives a pair without a name.
BOOST_AUTO_TEST_CASE(a_pair_without_a_key_is_an_error) {
    BOOST_TEST((refused({{"A", "1"}, {"", "1"}}) == encode_error{errc::missing_member, "", 0, 0}));
    BOOST_TEST((refused({{}}) == encode_error{errc::missing_member, "", 0, 0}));
}

BOOST_AUTO_TEST_CASE(text_that_is_not_utf8_is_an_error_with_its_offset) {
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

// Pairs beside a request.

namespace {

std::string encoded(const std::vector<query_pair>& extra, std::size_t count) {
    stop_instances_request request{.force = true};
    request.instance_ids.assign(count, "i-1");
    return encode(request, extra).value();
}

encode_error refused_beside(const std::vector<query_pair>& extra) {
    return encode(stop_instances_request{.instance_ids = {"i-1"}, .force = true}, extra).error();
}

}  // namespace

BOOST_AUTO_TEST_CASE(pairs_beside_a_request_are_merged_in_order) {
    BOOST_TEST(encoded({}, 1) ==
               "Action=StopInstances&Force=true&InstanceId.1=i-1&Version=2016-11-15");
    BOOST_TEST(encoded({{"Zone", "a b"}, {"AZ", ""}, {"Force-", "1"}, {"InstanceId.10", "x"}}, 2) ==
               "AZ=&Action=StopInstances&Force=true&Force-=1&InstanceId.1=i-1&InstanceId.10=x"
               "&InstanceId.2=i-1&Version=2016-11-15&Zone=a%20b");
    const query_pair pairs[] = {{"B", "1"}};
    BOOST_TEST(*encode(stop_instances_request{.instance_ids = {"i-1"}}, pairs) ==
               "Action=StopInstances&B=1&InstanceId.1=i-1&Version=2016-11-15");
}

BOOST_AUTO_TEST_CASE(a_long_key_is_merged_with_many_pairs_in_linear_time) {
    const std::string key(4'000'000, 'k');
    const query_pair extra[] = {{key, "v"}};
    const stop_instances_request request{.instance_ids = std::vector<std::string>(300'000, "i-1")};
    const auto query = encode(request, extra);
    BOOST_TEST_REQUIRE(query.has_value());
    BOOST_TEST(query->size() == encoded_size(request).value() + 1 + key.size() + 2);
}

BOOST_AUTO_TEST_CASE(a_pair_that_the_request_has_is_an_error) {
    BOOST_TEST((refused_beside({{"A", "1"}, {"Version", "2012-10-01"}}) ==
                encode_error{errc::duplicate_member, "Version", 0, 0}));
    BOOST_TEST((refused_beside({{"InstanceId.1", "i-1"}}) ==
                encode_error{errc::duplicate_member, "InstanceId.1", 0, 0}));
    BOOST_TEST((refused_beside({{"B", "1"}, {"B", "2"}}) ==
                encode_error{errc::duplicate_member, "B", 0, 0}));
    BOOST_TEST((refused_beside({{"B", "\xFF"}}) == encode_error{errc::not_utf8, "B", 0, 0}));
    BOOST_TEST((encode(stop_instances_request{}, std::vector<query_pair>{}).error() ==
                encode_error{errc::missing_member, "InstanceIds", 0, 0}));
}

namespace {

// Another API version, and a member that the shape does not have.
struct ec2_of_2012 : ec2 {
    static constexpr std::string_view version = "2012-10-01";
};

struct old_stop_request : stop_instances_request {
    using service = ec2_of_2012;
    std::optional<std::string> zone{};

    static constexpr auto fields() {
        return stop_instances_request::fields().with(field{"AZ", &old_stop_request::zone});
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_derived_request_has_its_own_version_and_members) {
    old_stop_request request;
    request.instance_ids = {"i-1"};
    request.zone = "a";
    BOOST_TEST(*encode(request) == "AZ=a&Action=StopInstances&InstanceId.1=i-1&Version=2012-10-01");
    request.instance_ids.clear();
    BOOST_TEST(encode(request).error().member == "InstanceIds");
}

BOOST_AUTO_TEST_CASE(a_required_member_can_be_left_out_on_purpose) {
    BOOST_TEST(*encode(without_required<stop_instances_request>{{.force = true}}) ==
               "Action=StopInstances&Force=true&Version=2016-11-15");
    BOOST_TEST(*encode(without_required<stop_instances_request>{{.instance_ids = {"i-1"}}}) ==
               "Action=StopInstances&InstanceId.1=i-1&Version=2016-11-15");
}

BOOST_AUTO_TEST_SUITE_END()
