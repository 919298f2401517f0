#include <ec2wire/sts/assume_role_with_saml.hpp>

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using namespace ec2wire;

BOOST_AUTO_TEST_SUITE(sts_assume_role_with_saml)

// The example of the API reference, with a short assertion.
BOOST_AUTO_TEST_CASE(the_request_of_the_api_reference) {
    const sts::assume_role_with_saml_request request{
        .role_arn = "arn:aws:iam::123456789012:role/TestSaml",
        .principal_arn = "arn:aws:iam::123456789012:saml-provider/SAML-test",
        .saml_assertion = "VERYLONG+ENCODED/ASSERTION==",
    };
    BOOST_TEST(*encode(request) ==
               "Action=AssumeRoleWithSAML"
               "&PrincipalArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Asaml-provider%2FSAML-test"
               "&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2FTestSaml"
               "&SAMLAssertion=VERYLONG%2BENCODED%2FASSERTION%3D%3D&Version=2011-06-15");
    BOOST_TEST(encode(sts::assume_role_with_saml_request{}).error().member == "PrincipalArn");
}

BOOST_AUTO_TEST_CASE(the_reply_of_the_api_reference) {
    constexpr std::string_view bytes = R"(
<AssumeRoleWithSAMLResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <AssumeRoleWithSAMLResult>
  <SourceIdentity>Alice</SourceIdentity>
    <Issuer> https://integ.example.com/idp/shibboleth</Issuer>
    <AssumedRoleUser>
      <Arn>arn:aws:sts::123456789012:assumed-role/TestSaml</Arn>
      <AssumedRoleId>ARO456EXAMPLE789:TestSaml</AssumedRoleId>
    </AssumedRoleUser>
    <Credentials>
      <AccessKeyId>ASIAV3ZUEFP6EXAMPLE</AccessKeyId>
      <SecretAccessKey>8P+SQvWIuLnKhh8d++jpw0nNmQRBZvNEXAMPLEKEY</SecretAccessKey>
      <SessionToken>IQoJb3JpZ2luX2VjEOz////////////////////wEXAMPLEtMSJHMEUCIDoKK3JH9uG</SessionToken>
      <Expiration>2019-11-01T20:26:47Z</Expiration>
    </Credentials>
    <Audience>https://signin.aws.amazon.com/saml</Audience>
    <SubjectType>transient</SubjectType>
    <PackedPolicySize>6</PackedPolicySize>
    <NameQualifier>SbdGOnUkh1i4+EXAMPLExL/jEvs=</NameQualifier>
    <Subject>SamlExample</Subject>
  </AssumeRoleWithSAMLResult>
  <ResponseMetadata>
    <RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId>
  </ResponseMetadata>
</AssumeRoleWithSAMLResponse>)";
    scratch memory;
    const auto reply = decode_xml<sts::assume_role_with_saml_response>(bytes.substr(1), memory);
    BOOST_REQUIRE(reply.has_value());
    BOOST_TEST(*reply->issuer == " https://integ.example.com/idp/shibboleth");
    BOOST_TEST(*reply->assumed_role_user.assumed_role_id == "ARO456EXAMPLE789:TestSaml");
    BOOST_TEST(*reply->credentials.access_key_id == "ASIAV3ZUEFP6EXAMPLE");
    BOOST_TEST(reply->credentials.expiration->seconds == 1572640007);
    BOOST_TEST(*reply->audience == "https://signin.aws.amazon.com/saml");
    BOOST_TEST(*reply->subject_type == "transient");
    BOOST_TEST(*reply->name_qualifier == "SbdGOnUkh1i4+EXAMPLExL/jEvs=");
    BOOST_TEST(*reply->subject == "SamlExample");
    BOOST_TEST(*reply->packed_policy_size == 6);
}

BOOST_AUTO_TEST_SUITE_END()
