#include <ec2wire/sts/assume_role_with_web_identity.hpp>

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using namespace ec2wire;

BOOST_AUTO_TEST_SUITE(sts_assume_role_with_web_identity)

// The example of the API reference.
BOOST_AUTO_TEST_CASE(the_request_of_the_api_reference) {
    const sts::assume_role_with_web_identity_request request{
        .role_arn = "arn:aws:iam::123456789012:role/FederatedWebIdentityRole",
        .role_session_name = "app1",
        .web_identity_token = "Atza|IQEBLjAsAhRFiXuWpUXuRvQ9PZL3GMFcYevydwIUFAHZwXZXX",
        .provider_id = "www.amazon.com",
        .policy_arns = {{{.arn = "arn:aws:iam::123456789012:policy/webidentitydemopolicy1"}}},
        .duration_seconds = 3600,
    };
    BOOST_TEST(*encode(request) ==
               "Action=AssumeRoleWithWebIdentity&DurationSeconds=3600"
               "&PolicyArns.member.1.arn="
               "arn%3Aaws%3Aiam%3A%3A123456789012%3Apolicy%2Fwebidentitydemopolicy1"
               "&ProviderId=www.amazon.com"
               "&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2FFederatedWebIdentityRole"
               "&RoleSessionName=app1&Version=2011-06-15"
               "&WebIdentityToken=Atza%7CIQEBLjAsAhRFiXuWpUXuRvQ9PZL3GMFcYevydwIUFAHZwXZXX");
}

BOOST_AUTO_TEST_CASE(the_reply_of_the_api_reference) {
    constexpr std::string_view bytes = R"(
<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <AssumeRoleWithWebIdentityResult>
    <SubjectFromWebIdentityToken>amzn1.account.AF6RHO7KZU5XRVQJGXK6HB56KR2A</SubjectFromWebIdentityToken>
    <Audience>client.5498841531868486423.1548@apps.example.com</Audience>
    <AssumedRoleUser>
      <Arn>arn:aws:sts::123456789012:assumed-role/FederatedWebIdentityRole/app1</Arn>
      <AssumedRoleId>AROACLKWSDQRAOEXAMPLE:app1</AssumedRoleId>
    </AssumedRoleUser>
    <Credentials>
      <SessionToken>AQoDYXdzEE0a8ANXXXXXXXXNO1ewxE5TijQyp+IEXAMPLE</SessionToken>
      <SecretAccessKey>wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY</SecretAccessKey>
      <Expiration>2014-10-24T23:00:23Z</Expiration>
      <AccessKeyId>ASgeIAIOSFODNN7EXAMPLE</AccessKeyId>
    </Credentials>
    <SourceIdentity>SourceIdentityValue</SourceIdentity>
    <Provider>www.amazon.com</Provider>
  </AssumeRoleWithWebIdentityResult>
  <ResponseMetadata>
    <RequestId>ad4156e9-bce1-11e2-82e6-6b6efEXAMPLE</RequestId>
  </ResponseMetadata>
</AssumeRoleWithWebIdentityResponse>)";
    scratch memory;
    const auto reply =
        decode_xml<sts::assume_role_with_web_identity_response>(bytes.substr(1), memory);
    BOOST_REQUIRE(reply.has_value());
    BOOST_TEST(*reply->subject_from_web_identity_token ==
               "amzn1.account.AF6RHO7KZU5XRVQJGXK6HB56KR2A");
    BOOST_TEST(*reply->audience == "client.5498841531868486423.1548@apps.example.com");
    BOOST_TEST(*reply->assumed_role_user.assumed_role_id == "AROACLKWSDQRAOEXAMPLE:app1");
    BOOST_TEST(*reply->credentials.access_key_id == "ASgeIAIOSFODNN7EXAMPLE");
    BOOST_TEST(*reply->credentials.session_token ==
               "AQoDYXdzEE0a8ANXXXXXXXXNO1ewxE5TijQyp+IEXAMPLE");
    BOOST_TEST(reply->credentials.expiration->seconds == 1414191623);
    BOOST_TEST(*reply->source_identity == "SourceIdentityValue");
    BOOST_TEST(*reply->provider == "www.amazon.com");
    BOOST_TEST(!reply->packed_policy_size.has_value());
    BOOST_TEST(*reply->request_id == "ad4156e9-bce1-11e2-82e6-6b6efEXAMPLE");

    // A truncated reply is never a shorter one.
    for (std::size_t size = 0; size + 1 < bytes.size(); ++size)
        BOOST_TEST(
            !decode_xml<sts::assume_role_with_web_identity_response>(bytes.substr(1, size), memory)
                 .has_value());
}

// STS's service model declares this code as retryable.
BOOST_AUTO_TEST_CASE(a_provider_out_of_reach_may_be_tried_again) {
    constexpr std::string_view bytes =
        "<ErrorResponse><Error><Type>Sender</Type><Code>IDPCommunicationError</Code><Message>"
        "Couldn't retrieve verification key</Message></Error><RequestId>1</RequestId>"
        "</ErrorResponse>";
    scratch memory;
    const auto reply = decode_xml<sts::assume_role_with_web_identity_response>(bytes, memory);
    BOOST_REQUIRE(!reply.has_value());
    BOOST_TEST(is_transient(reply.error().service, 400));
    BOOST_TEST(!is_throttling(reply.error().service));
}

BOOST_AUTO_TEST_SUITE_END()
