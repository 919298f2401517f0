#include <ec2wire/sts/get_session_token.hpp>

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using namespace ec2wire;

BOOST_AUTO_TEST_SUITE(sts_get_session_token)

// The example of the API reference.
BOOST_AUTO_TEST_CASE(the_request_of_the_api_reference) {
    BOOST_TEST(*encode(sts::get_session_token_request{}) ==
               "Action=GetSessionToken&Version=2011-06-15");
    BOOST_TEST(*encode(sts::get_session_token_request{.duration_seconds = 3600,
                                                      .serial_number = "YourMFADeviceSerialNumber",
                                                      .token_code = "123456"}) ==
               "Action=GetSessionToken&DurationSeconds=3600"
               "&SerialNumber=YourMFADeviceSerialNumber&TokenCode=123456&Version=2011-06-15");
}

BOOST_AUTO_TEST_CASE(the_reply_of_the_api_reference) {
    constexpr std::string_view bytes = R"(
<GetSessionTokenResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <GetSessionTokenResult>
    <Credentials>
      <SessionToken>AQoEXAMPLEH4aoAH0gNCAPyJxz4BlCFFxWNE1OPTgk5TthT+FvwqnKwRcOIfrRh3c/L</SessionToken>
      <SecretAccessKey>wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY</SecretAccessKey>
      <Expiration>2011-07-11T19:55:29.611Z</Expiration>
      <AccessKeyId>AKIAIOSFODNN7EXAMPLE</AccessKeyId>
    </Credentials>
  </GetSessionTokenResult>
  <ResponseMetadata>
    <RequestId>58c5dbae-abef-11e0-8cfe-09039844ac7d</RequestId>
  </ResponseMetadata>
</GetSessionTokenResponse>)";
    scratch memory;
    const auto reply = decode_xml<sts::get_session_token_response>(bytes.substr(1), memory);
    BOOST_REQUIRE(reply.has_value());
    BOOST_TEST(*reply->credentials.access_key_id == "AKIAIOSFODNN7EXAMPLE");
    BOOST_TEST(*reply->credentials.secret_access_key ==
               "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY");
    BOOST_TEST(reply->credentials.expiration->seconds == 1310414129);
    BOOST_TEST(reply->credentials.expiration->nanoseconds == 611000000u);
    BOOST_TEST(*reply->request_id == "58c5dbae-abef-11e0-8cfe-09039844ac7d");
}

BOOST_AUTO_TEST_SUITE_END()
