#include <ec2wire/sts/assume_role.hpp>

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using namespace ec2wire;

BOOST_AUTO_TEST_SUITE(sts_assume_role)

// The example of the API reference.
BOOST_AUTO_TEST_CASE(the_request_of_the_api_reference) {
    const sts::assume_role_request request{
        .role_arn = "arn:aws:iam::123456789012:role/demo",
        .role_session_name = "testAR",
        .policy_arns = {{{.arn = "arn:aws:iam::123456789012:policy/demopolicy1"},
                         {.arn = "arn:aws:iam::123456789012:policy/demopolicy2"}}},
        .policy = "{\"Version\":\"2012-10-17\"}",
        .duration_seconds = 3600,
        .tags = {{{.key = "Project", .value = "Pegasus"}}},
        .transitive_tag_keys = {{"Project"}},
        .external_id = "123ABC",
        .source_identity = "Alice",
    };
    BOOST_TEST(*encode(request) ==
               "Action=AssumeRole&DurationSeconds=3600&ExternalId=123ABC"
               "&Policy=%7B%22Version%22%3A%222012-10-17%22%7D"
               "&PolicyArns.member.1.arn=arn%3Aaws%3Aiam%3A%3A123456789012%3Apolicy%2Fdemopolicy1"
               "&PolicyArns.member.2.arn=arn%3Aaws%3Aiam%3A%3A123456789012%3Apolicy%2Fdemopolicy2"
               "&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fdemo&RoleSessionName=testAR"
               "&SourceIdentity=Alice&Tags.member.1.Key=Project&Tags.member.1.Value=Pegasus"
               "&TransitiveTagKeys.member.1=Project&Version=2011-06-15");
}

BOOST_AUTO_TEST_CASE(a_role_and_a_session_are_required) {
    const auto without_role = encode(sts::assume_role_request{.role_session_name = "testAR"});
    BOOST_TEST((without_role.error().code == errc::missing_member));
    BOOST_TEST(without_role.error().member == "RoleArn");
    const auto without_name = encode(sts::assume_role_request{.role_arn = "arn:aws:iam::1:role/a"});
    BOOST_TEST((without_name.error().code == errc::missing_member));
    BOOST_TEST(without_name.error().member == "RoleSessionName");
}

BOOST_AUTO_TEST_CASE(the_reply_of_the_api_reference) {
    constexpr std::string_view bytes = R"(
<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <AssumeRoleResult>
  <SourceIdentity>Alice</SourceIdentity>
    <AssumedRoleUser>
      <Arn>arn:aws:sts::123456789012:assumed-role/demo/TestAR</Arn>
      <AssumedRoleId>ARO123EXAMPLE123:TestAR</AssumedRoleId>
    </AssumedRoleUser>
    <Credentials>
      <AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId>
      <SecretAccessKey>wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY</SecretAccessKey>
      <SessionToken>
       AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQW
      </SessionToken>
      <Expiration>2019-11-09T13:34:41Z</Expiration>
    </Credentials>
    <PackedPolicySize>6</PackedPolicySize>
  </AssumeRoleResult>
  <ResponseMetadata>
    <RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId>
  </ResponseMetadata>
</AssumeRoleResponse>)";
    scratch memory;
    const auto reply = decode_xml<sts::assume_role_response>(bytes.substr(1), memory);
    BOOST_REQUIRE(reply.has_value());
    BOOST_TEST(*reply->source_identity == "Alice");
    BOOST_TEST(*reply->assumed_role_user.arn ==
               "arn:aws:sts::123456789012:assumed-role/demo/TestAR");
    BOOST_TEST(*reply->assumed_role_user.assumed_role_id == "ARO123EXAMPLE123:TestAR");
    BOOST_TEST(*reply->credentials.access_key_id == "ASIAIOSFODNN7EXAMPLE");
    BOOST_TEST(*reply->credentials.secret_access_key ==
               "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY");
    // Strings are not trimmed (P4). The service itself writes the token without white space.
    BOOST_TEST(*reply->credentials.session_token ==
               "\n       AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQW\n"
               "      ");
    BOOST_TEST(reply->credentials.expiration->seconds == 1573306481);
    BOOST_TEST(*reply->packed_policy_size == 6);
    BOOST_TEST(*reply->request_id == "c6104cbe-af31-11e0-8154-cbc7ccf896c7");
}

BOOST_AUTO_TEST_CASE(a_refusal_is_an_error_and_not_credentials) {
    constexpr std::string_view bytes =
        "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error>"
        "<Type>Sender</Type><Code>AccessDenied</Code><Message>not authorized to perform: "
        "sts:AssumeRole</Message></Error><RequestId>c6104cbe</RequestId></ErrorResponse>";
    scratch memory;
    const auto reply = decode_xml<sts::assume_role_response>(bytes, memory);
    BOOST_REQUIRE(!reply.has_value());
    BOOST_TEST(reply.error().service.code == "AccessDenied");
    BOOST_TEST(reply.error().service.request_id == "c6104cbe");
}

BOOST_AUTO_TEST_SUITE_END()
