#include <ec2wire/ec2/stop_instances.hpp>

#include "ec2/names.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;
using ec2wire::tests::names;
using ec2wire::tests::query_names;
using ec2wire::tests::xml_names;

BOOST_AUTO_TEST_SUITE(ec2_stop_instances)

BOOST_AUTO_TEST_CASE(the_request_has_every_member_of_the_api_reference) {
    using request = stop_instances_request;
    BOOST_TEST(
        (names<request>() == std::vector<std::string_view>{"InstanceIds", "Hibernate",
                                                           "SkipOsShutdown", "DryRun", "Force"}));
    BOOST_TEST(
        (query_names<request>() ==
         std::vector<std::string>{"InstanceId", "Hibernate", "SkipOsShutdown", "DryRun", "Force"}));
    BOOST_TEST(request::operation == "StopInstances");
    BOOST_TEST(field_at<0>(fields_of<request>).info.traits.required);
}

BOOST_AUTO_TEST_CASE(the_reply_has_every_member_of_the_api_reference) {
    using response = stop_instances_response;
    BOOST_TEST(
        (names<response>() == std::vector<std::string_view>{"RequestId", "StoppingInstances"}));
    BOOST_TEST(
        (xml_names<response>() == std::vector<std::string_view>{"requestId", "instancesSet"}));
    BOOST_TEST(response::operation == "StopInstances");
}

BOOST_AUTO_TEST_CASE(requests_and_replies_compare_by_their_members) {
    const stop_instances_request request{.instance_ids = {"i-1"}};
    auto other = request;
    BOOST_TEST((request == other));
    other.dry_run = false;
    BOOST_TEST(!(request == other));

    stop_instances_response reply;
    BOOST_TEST((reply == stop_instances_response{}));
    reply.stopping_instances.emplace();
    BOOST_TEST(reply.stopping_instances.has_value());
    BOOST_TEST(!(reply == stop_instances_response{}));
}

BOOST_AUTO_TEST_SUITE_END()
