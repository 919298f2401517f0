#include <ec2wire/ec2/describe_instances.hpp>

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>

#include <boost/test/unit_test.hpp>

using namespace ec2wire;

BOOST_AUTO_TEST_SUITE(ec2_describe_instances)

BOOST_AUTO_TEST_CASE(a_request_without_members_asks_for_all) {
    BOOST_TEST(*encode(describe_instances_request{}) ==
               "Action=DescribeInstances&Version=2016-11-15");
}

BOOST_AUTO_TEST_CASE(the_request_names_instances_or_filters_them) {
    describe_instances_request request;
    request.instance_ids = std::vector<std::string>{"i-1"};
    request.next_token = "page 2";
    BOOST_TEST(*encode(request) ==
               "Action=DescribeInstances&InstanceId.1=i-1&NextToken=page%202&Version=2016-11-15");
}

BOOST_AUTO_TEST_CASE(the_reply_has_reservations_of_instances) {
    scratch memory;
    const auto reply = decode_xml<describe_instances_response>(
        "<DescribeInstancesResponse><requestId>59dbff89</requestId><reservationSet><item>"
        "<reservationId>r-1</reservationId><groupSet/><instancesSet><item>"
        "<instanceId>i-1</instanceId><instanceState><code>272</code><name>running</name>"
        "</instanceState><instanceType>i3en.large</instanceType>"
        "<placement><availabilityZone>us-east-1a</availabilityZone></placement>"
        "<tagSet><item><key>Name</key><value>web</value></item></tagSet></item></instancesSet>"
        "</item></reservationSet><nextToken>t</nextToken></DescribeInstancesResponse>",
        memory);
    BOOST_TEST_REQUIRE(reply.has_value());
    BOOST_TEST_REQUIRE(reply->reservations.size() == 1);
    const auto& reservation = reply->reservations[0];
    BOOST_TEST(reservation.groups.has_value());
    BOOST_TEST_REQUIRE(reservation.instances.size() == 1);
    const auto& instance = reservation.instances[0];
    BOOST_TEST((instance.state.code == running));
    BOOST_TEST((*instance.instance_type == ec2wire::instance_type::i3en_large));
    BOOST_TEST(*instance.placement.availability_zone == "us-east-1a");
    BOOST_TEST(*instance.tags[0].value == "web");
    BOOST_TEST(*reply->next_token == "t");
}

BOOST_AUTO_TEST_SUITE_END()
