// decode_xml(encode_xml(response)) is the response, for each shape of the library and each recorded document.

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode_xml.hpp>
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

#include "codec/bitwise_equal.hpp"
#include "error_text.hpp"
#include "files.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

using namespace ec2wire;
using ec2wire::tests::conformance_folder;
using ec2wire::tests::error_text;
using ec2wire::tests::needs;

namespace {

// Whether the document is a reply of this shape; if so, checks that it survives the round trip.
template <class T>
bool round_trips(std::string_view document) {
    scratch memory;
    const auto reply = decode_xml<T>(document, memory);
    if (!reply) return false;
    for (const xml_layout layout : {xml_layout::ec2, xml_layout::minified}) {
        const auto xml = encode_xml(*reply, layout);
        BOOST_REQUIRE_MESSAGE(xml.has_value(), error_text(xml));
        scratch other;
        const auto again = decode_xml<T>(*xml, other);
        BOOST_REQUIRE_MESSAGE(again.has_value(), error_text(again) + " in " + *xml);
        BOOST_TEST(tests::is_bitwise_equal(*again, *reply), *xml);
    }
    return true;
}

// Returns how many documents of a folder are replies of one of these shapes.
template <class... T>
std::size_t count_in(const tests::fs::path& folder) {
    std::size_t count = 0;
    for (const auto& file : tests::files_in(folder, ".xml")) {
        const std::string document = tests::read_file(file);
        count += (std::size_t{round_trips<T>(document)} + ...);
    }
    return count;
}

template <class T>
void check(std::string_view inside) {
    std::string document = "<" + std::string(T::operation) + "Response>";
    (document += inside) += "</" + std::string(T::operation) + "Response>";
    BOOST_TEST(round_trips<T>(document), document);
}

// In a result, with metadata after it.
template <class T>
void check_result(std::string_view inside) {
    const std::string name = std::string(T::operation) + "Result";
    check<T>("<" + name + ">" + std::string(inside) + "</" + name +
             "><ResponseMetadata><RequestId>c6104cbe</RequestId></ResponseMetadata>");
}

constexpr std::string_view credentials =
    "<Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>a+/=</SecretAccessKey>"
    "<SessionToken>t&#13;t</SessionToken><Expiration>2019-11-09T13:34:41Z</Expiration>"
    "</Credentials><PackedPolicySize>6</PackedPolicySize>";

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_xml_round_trip)

BOOST_AUTO_TEST_CASE(of_the_replies_in_tests_wire) {
    BOOST_TEST(
        (count_in<start_instances_response, stop_instances_response>(tests::wire_folder())) == 7U);
}

BOOST_AUTO_TEST_CASE(of_the_recorded_replies,
                     *boost::unit_test::precondition(needs{conformance_folder() / "replies"})) {
    BOOST_TEST((count_in<describe_instances_response, monitor_instances_response,
                         run_instances_response, start_instances_response, stop_instances_response>(
                   conformance_folder() / "replies")) == 5U);
}

BOOST_AUTO_TEST_CASE(of_the_replies_from_the_field,
                     *boost::unit_test::precondition(needs{conformance_folder().parent_path() /
                                                           "field"})) {
    BOOST_TEST(
        (count_in<describe_instances_response, stop_instances_response, run_instances_response>(
            conformance_folder().parent_path() / "field")) >= 3U);
}

BOOST_AUTO_TEST_CASE(of_the_other_operations_of_ec2) {
    const std::string_view changes =
        "<instancesSet><item><instanceId>i-1</instanceId><currentState><code>32</code><name>"
        "shutting-down</name></currentState><previousState><name>x&amp;y</name></previousState>"
        "</item><item/></instancesSet>";
    check<terminate_instances_response>(changes);
    check<monitor_instances_response>(
        "<requestId>1</requestId><instancesSet><item><instanceId>i-1</instanceId><monitoring>"
        "<state>pending</state></monitoring></item></instancesSet>");
    check<unmonitor_instances_response>("<instancesSet/><requestId/>");
    check<reboot_instances_response>("<requestId>1</requestId><return>true</return>");
    check<describe_instance_status_response>(
        "<instanceStatusSet><item><instanceId>i-1</instanceId><availabilityZone/><instanceState>"
        "<code>16</code><name>running</name></instanceState><systemStatus><status>ok</status>"
        "<details><item><name>reachability</name><status>passed</status></item></details>"
        "</systemStatus><eventsSet><item><code>instance-reboot</code><description>&lt;b&gt;"
        "</description><notBefore>2011-08-15T00:00:00.123Z</notBefore></item></eventsSet></item>"
        "</instanceStatusSet><nextToken>a b</nextToken>");
}

BOOST_AUTO_TEST_CASE(of_the_operations_of_sts) {
    const std::string user =
        "<AssumedRoleUser><Arn>arn:aws:sts::1:assumed-role/demo/TestAR</Arn><AssumedRoleId>"
        "ARO123</AssumedRoleId></AssumedRoleUser>";
    check_result<sts::assume_role_response>(user + std::string(credentials));
    check_result<sts::assume_role_with_saml_response>(user + std::string(credentials) +
                                                      "<Issuer>https://i</Issuer><Audience/>");
    check_result<sts::assume_role_with_web_identity_response>(
        user + std::string(credentials) + "<Provider>www.amazon.com</Provider>");
    check_result<sts::get_caller_identity_response>("<UserId>A</UserId><Account>1</Account>");
    check_result<sts::get_session_token_response>(
        std::string(credentials.substr(0, credentials.find("<Packed"))));
}

BOOST_AUTO_TEST_SUITE_END()
