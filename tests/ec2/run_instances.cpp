#include <ec2wire/ec2/run_instances.hpp>

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>

#include <boost/test/unit_test.hpp>

using namespace ec2wire;

BOOST_AUTO_TEST_SUITE(ec2_run_instances)

// Only the lists of a network interface have names in EC2 that follow no rule.
BOOST_AUTO_TEST_CASE(the_request_has_the_counts_and_the_image) {
    run_instances_request request;
    request.image_id = "ami-1";
    request.instance_type = instance_type::t3_micro;
    request.min_count = request.max_count = 1;
    BOOST_TEST(*encode(request) ==
               "Action=RunInstances&ImageId=ami-1&InstanceType=t3.micro&MaxCount=1&MinCount=1&"
               "Version=2016-11-15");
    auto& network = request.network_interfaces.emplace_back();
    network.device_index = 0;
    network.private_ip_addresses.emplace_back().private_ip_address = "10.0.0.5";
    BOOST_TEST(*encode(request) ==
               "Action=RunInstances&ImageId=ami-1&InstanceType=t3.micro&MaxCount=1&MinCount=1&"
               "NetworkInterface.1.DeviceIndex=0&"
               "NetworkInterface.1.PrivateIpAddresses.1.PrivateIpAddress=10.0.0.5&"
               "Version=2016-11-15");
}

BOOST_AUTO_TEST_CASE(the_counts_are_required) {
    BOOST_TEST((encode(run_instances_request{}).error().code == errc::missing_member));
}

BOOST_AUTO_TEST_CASE(the_reply_is_a_reservation) {
    scratch memory;
    const auto reply = decode_xml<run_instances_response>(
        "<RunInstancesResponse><requestId>59dbff89</requestId><reservationId>r-1</reservationId>"
        "<ownerId>123456789012</ownerId><instancesSet><item><instanceId>i-1</instanceId>"
        "<instanceState><code>0</code><name>pending</name></instanceState></item></instancesSet>"
        "</RunInstancesResponse>",
        memory);
    BOOST_TEST_REQUIRE(reply.has_value());
    BOOST_TEST(*reply->reservation_id == "r-1");
    BOOST_TEST((reply->instances[0].state.code == pending));
}

BOOST_AUTO_TEST_SUITE_END()
