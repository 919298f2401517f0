#include <ec2wire/shape/protocol.hpp>

#include <boost/test/unit_test.hpp>

using namespace ec2wire;

BOOST_AUTO_TEST_SUITE(shape_protocol)

// R2 (names in ec2Query).
BOOST_AUTO_TEST_CASE(a_key_is_the_query_name_else_the_xml_name_else_the_name) {
    const auto name = [](const member_info& member) { return ec2_query::query_name(member); };
    BOOST_TEST(name({"dryRun"}).name == "dryRun");
    BOOST_TEST(name({"dryRun"}).is_capitalized);
    BOOST_TEST(name({"InstanceIds", {.xml_name = "instanceId"}}).name == "instanceId");
    BOOST_TEST(name({"InstanceIds", {.xml_name = "instanceId"}}).is_capitalized);
    BOOST_TEST(name({"Foo", {.xml_name = "foo", .query_name = "bar"}}).name == "bar");
    BOOST_TEST(!name({"Foo", {.xml_name = "foo", .query_name = "bar"}}).is_capitalized);
}

// R4 (names in awsQuery).
BOOST_AUTO_TEST_CASE(an_aws_query_key_is_the_xml_name_else_the_name_as_it_is) {
    const auto name = [](const member_info& member) { return aws_query::query_name(member); };
    BOOST_TEST(name({"dryRun"}).name == "dryRun");
    BOOST_TEST(!name({"dryRun"}).is_capitalized);
    BOOST_TEST(name({"Foo", {.xml_name = "foo", .query_name = "bar"}}).name == "foo");
}

// P1 (root and request id).
BOOST_AUTO_TEST_CASE(the_request_id_has_one_name_in_a_reply) {
    BOOST_TEST(ec2_query::xml_name({"RequestId", {.request_id = true}}) == "requestId");
    BOOST_TEST(ec2_query::xml_name({"RequestId"}) == "RequestId");
    BOOST_TEST(aws_query::xml_name({"request_id", {.request_id = true}}) == "RequestId");
    BOOST_TEST(ec2_query::xml_name({"Code", {.xml_name = "code"}}) == "code");
}

BOOST_AUTO_TEST_SUITE_END()
