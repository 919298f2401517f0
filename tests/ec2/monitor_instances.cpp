#include <ec2wire/ec2/monitor_instances.hpp>

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>

#include <boost/test/unit_test.hpp>

using namespace ec2wire;

BOOST_AUTO_TEST_SUITE(ec2_monitor_instances)

BOOST_AUTO_TEST_CASE(the_request_names_instances) {
    BOOST_TEST(*encode(monitor_instances_request{.instance_ids = {"i-1"}}) ==
               "Action=MonitorInstances&InstanceId.1=i-1&Version=2016-11-15");
}

BOOST_AUTO_TEST_CASE(the_reply_has_the_monitoring_state_of_each_instance) {
    scratch memory;
    const auto reply = decode_xml<monitor_instances_response>(
        "<MonitorInstancesResponse><requestId>59dbff89</requestId><instancesSet><item>"
        "<instanceId>i-1</instanceId><monitoring><state>pending</state></monitoring></item>"
        "</instancesSet></MonitorInstancesResponse>",
        memory);
    BOOST_TEST_REQUIRE(reply.has_value());
    BOOST_TEST_REQUIRE(reply->instance_monitorings.size() == 1);
    const auto& monitored = reply->instance_monitorings[0];
    BOOST_TEST(*monitored.instance_id == "i-1");
    BOOST_TEST((*monitored.monitoring.state == monitoring_state::pending));
}

BOOST_AUTO_TEST_SUITE_END()
