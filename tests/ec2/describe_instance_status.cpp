#include <ec2wire/ec2/describe_instance_status.hpp>

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>

#include <boost/test/unit_test.hpp>

using namespace ec2wire;

BOOST_AUTO_TEST_SUITE(ec2_describe_instance_status)

BOOST_AUTO_TEST_CASE(the_request_may_filter) {
    describe_instance_status_request request{.max_results = 5, .include_all_instances = true};
    request.filters = std::vector<basic_filter<owned>>{
        {.name = "instance-status.status", .values = std::vector<std::string>{"ok", "impaired"}}};
    BOOST_TEST(*encode(request) ==
               "Action=DescribeInstanceStatus&Filter.1.Name=instance-status.status&"
               "Filter.1.Value.1=ok&Filter.1.Value.2=impaired&IncludeAllInstances=true&"
               "MaxResults=5&Version=2016-11-15");
    auto other = request;
    BOOST_TEST((other == request));
    other.filters[0].values[1] = "initializing";
    BOOST_TEST(!(other == request));
}

BOOST_AUTO_TEST_CASE(the_reply_has_checks_and_planned_events) {
    scratch memory;
    const auto reply = decode_xml<describe_instance_status_response>(
        "<DescribeInstanceStatusResponse><requestId>59dbff89</requestId><instanceStatusSet><item>"
        "<instanceId>i-1</instanceId><instanceState><code>16</code><name>running</name>"
        "</instanceState><systemStatus><status>ok</status><details><item>"
        "<name>reachability</name><status>passed</status></item></details></systemStatus>"
        "<eventsSet><item><code>instance-retirement</code>"
        "<notBefore>2026-11-21T00:00:00.000Z</notBefore></item></eventsSet></item>"
        "</instanceStatusSet></DescribeInstanceStatusResponse>",
        memory);
    BOOST_TEST_REQUIRE(reply.has_value());
    BOOST_TEST_REQUIRE(reply->instance_statuses.size() == 1);
    const auto& status = reply->instance_statuses[0];
    BOOST_TEST((status.instance_state.code == running));
    BOOST_TEST((*status.system_status.status == summary_status::ok));
    BOOST_TEST((*status.system_status.details[0].name == status_name::reachability));
    BOOST_TEST((*status.events[0].code == event_code::instance_retirement));
    BOOST_TEST((status.events[0].not_before->seconds == 1795219200));
}

BOOST_AUTO_TEST_SUITE_END()
