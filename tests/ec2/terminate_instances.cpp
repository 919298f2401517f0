#include <ec2wire/ec2/terminate_instances.hpp>

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>

#include <boost/test/unit_test.hpp>

using namespace ec2wire;

BOOST_AUTO_TEST_SUITE(ec2_terminate_instances)

BOOST_AUTO_TEST_CASE(the_request_names_instances_and_four_members_at_most) {
    terminate_instances_request request{.instance_ids = {"i-1"}};
    BOOST_TEST(*encode(request) == "Action=TerminateInstances&InstanceId.1=i-1&Version=2016-11-15");
    request.dry_run = request.force = request.skip_os_shutdown = true;
    BOOST_TEST(*encode(request) ==
               "Action=TerminateInstances&DryRun=true&Force=true&InstanceId.1=i-1&"
               "SkipOsShutdown=true&Version=2016-11-15");
    BOOST_TEST((encode(terminate_instances_request{}).error().code == errc::missing_member));
}

BOOST_AUTO_TEST_CASE(the_reply_has_a_change_for_each_instance) {
    scratch memory;
    const auto reply = decode_xml<terminate_instances_response>(
        "<TerminateInstancesResponse><requestId>59dbff89</requestId><instancesSet><item>"
        "<instanceId>i-1</instanceId><currentState><code>32</code><name>shutting-down</name>"
        "</currentState></item></instancesSet></TerminateInstancesResponse>",
        memory);
    BOOST_TEST_REQUIRE(reply.has_value());
    BOOST_TEST(*reply->request_id == "59dbff89");
    BOOST_TEST_REQUIRE(reply->terminating_instances.size() == 1);
    BOOST_TEST((reply->terminating_instances[0].current_state.code == shutting_down));
}

BOOST_AUTO_TEST_SUITE_END()
