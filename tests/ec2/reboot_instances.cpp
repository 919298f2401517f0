#include <ec2wire/ec2/reboot_instances.hpp>

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>

#include <boost/test/unit_test.hpp>

using namespace ec2wire;

BOOST_AUTO_TEST_SUITE(ec2_reboot_instances)

BOOST_AUTO_TEST_CASE(the_request_names_instances) {
    BOOST_TEST(
        *encode(reboot_instances_request{.instance_ids = {"i-1", "i-2"}, .dry_run = false}) ==
        "Action=RebootInstances&DryRun=false&InstanceId.1=i-1&InstanceId.2=i-2&"
        "Version=2016-11-15");
}

// EC2 adds an element to every reply without members that is not in the model; it is skipped.
BOOST_AUTO_TEST_CASE(the_reply_has_the_id_of_the_request_alone) {
    scratch memory;
    const auto reply = decode_xml<reboot_instances_response>(
        "<RebootInstancesResponse><requestId>59dbff89</requestId><return>true</return>"
        "</RebootInstancesResponse>",
        memory);
    BOOST_TEST_REQUIRE(reply.has_value());
    BOOST_TEST(*reply->request_id == "59dbff89");
}

BOOST_AUTO_TEST_SUITE_END()
