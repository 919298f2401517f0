// Requests survive the round trip through a query: decode_query(encode(x)) is x as normalize() leaves it.
#include <ec2wire/codec/decode_query.hpp>
#include <ec2wire/codec/encode.hpp>
#include <ec2wire/ec2/describe_instance_status.hpp>
#include <ec2wire/ec2/describe_instances.hpp>
#include <ec2wire/ec2/monitor_instances.hpp>
#include <ec2wire/ec2/reboot_instances.hpp>
#include <ec2wire/ec2/run_instances.hpp>
#include <ec2wire/ec2/start_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/ec2/terminate_instances.hpp>
#include <ec2wire/ec2/unmonitor_instances.hpp>
#include <ec2wire/sts/assume_role.hpp>
#include <ec2wire/sts/assume_role_with_saml.hpp>
#include <ec2wire/sts/assume_role_with_web_identity.hpp>
#include <ec2wire/sts/get_caller_identity.hpp>
#include <ec2wire/sts/get_session_token.hpp>

#include "codec/normalize_request.hpp"
#include "codec/shapes.hpp"
#include "codec/topic_shapes.hpp"
#include "error_text.hpp"
#include "operations/fill.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;
using namespace ec2wire::tests;

namespace {

template <class Request>
void check_round_trip(Request request) {
    const auto query = encode(request);
    BOOST_TEST_REQUIRE(query.has_value(), error_text(query));
    normalize<typename Request::service::protocol>(request);
    scratch memory;
    const auto back = decode_query<Request>(*query, memory);
    BOOST_TEST_REQUIRE(back.has_value(), error_text(back));
    BOOST_TEST((*back == request), *query);

    // With the pairs in another order.
    std::vector<std::string> pairs;
    for (std::size_t at = 0; at <= query->size();) {
        const std::size_t end = std::min(query->find('&', at), query->size());
        pairs.push_back(query->substr(at, end - at));
        at = end + 1;
    }
    std::mt19937 random(1);
    std::shuffle(pairs.begin(), pairs.end(), random);
    std::string shuffled;
    for (const std::string& pair : pairs) (shuffled += '&') += pair;
    const auto again = decode_query<Request>(shuffled, memory);
    BOOST_TEST_REQUIRE(again.has_value(), error_text(again));
    BOOST_TEST((*again == request), shuffled);
}

// With every member set.
template <class Request>
void check_full() {
    Request request{};
    fill(request, "");
    check_round_trip(request);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_query_round_trip)

BOOST_AUTO_TEST_CASE(of_the_operations_of_ec2) {
    check_full<describe_instance_status_request>();
    check_full<describe_instances_request>();
    check_full<monitor_instances_request>();
    check_full<reboot_instances_request>();
    check_full<run_instances_request>();
    check_full<start_instances_request>();
    check_full<stop_instances_request>();
    check_full<terminate_instances_request>();
    check_full<unmonitor_instances_request>();
}

BOOST_AUTO_TEST_CASE(of_the_operations_of_sts) {
    check_full<sts::assume_role_request>();
    check_full<sts::assume_role_with_saml_request>();
    check_full<sts::assume_role_with_web_identity_request>();
    check_full<sts::get_caller_identity_request>();
    check_full<sts::get_session_token_request>();
}

BOOST_AUTO_TEST_CASE(of_lists_of_every_length) {
    for (const std::size_t size : {1u, 2u, 9u, 10u, 11u, 100u, 1001u}) {
        stop_instances_request request;
        describe_instances_request filtered;
        for (std::size_t i = 0; i < size; ++i) {
            request.instance_ids.push_back("i-" + std::to_string(i));
            filtered.filters.push_back({.name = std::to_string(i)});
            filtered.filters.back().values.push_back("v" + std::to_string(i));
        }
        check_round_trip(request);
        check_round_trip(filtered);
    }
}

BOOST_AUTO_TEST_CASE(of_values_that_a_query_cannot_hold) {
    basic_scalars<owned> scalars;
    fill(scalars, "name");
    scalars.http_date = {1422172800, 500'000'000};
    scalars.date_time = {1422172800, 123'456'789};
    scalars.text = "";
    check_round_trip(scalars);
    check_round_trip(basic_scalars<owned>{});

    basic_tree<owned> tree;
    tree.tag.emplace();
    tree.tags.emplace();
    tree.inner = basic_branch<owned>{};
    check_round_trip(tree);
    tree.inner->name = "a";
    tree.inner->inner = *tree.inner;
    tree.tags.push_back({.key = "k"});
    tree.rows = {{"a"}, {"b", "c"}};
    tree.branches.emplace_back().name = "d";
    check_round_trip(tree);

    basic_topic<owned> topic;
    topic.attributes.emplace();
    topic.rows.emplace();
    check_round_trip(topic);
    topic.attributes.push_back({"k", "v"});
    topic.teams.push_back({"t", {"a", "b"}});
    topic.teams.push_back({"none", {}});
    topic.notes.push_back({"", ""});
    topic.rows.push_back({});
    topic.rows.push_back({1, -2});
    check_round_trip(topic);
}

BOOST_AUTO_TEST_SUITE_END()
