#include <ec2wire/sts/get_caller_identity.hpp>

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using namespace ec2wire;

BOOST_AUTO_TEST_SUITE(sts_get_caller_identity)

BOOST_AUTO_TEST_CASE(the_request_has_no_members) {
    BOOST_TEST(*encode(sts::get_caller_identity_request{}) ==
               "Action=GetCallerIdentity&Version=2011-06-15");
}

// The example of the API reference.
BOOST_AUTO_TEST_CASE(the_reply_of_the_api_reference) {
    constexpr std::string_view bytes = R"(
<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <GetCallerIdentityResult>
   <Arn>arn:aws:iam::123456789012:user/Alice</Arn>
   <UserId>AIDACKCEVSQ6C2EXAMPLE</UserId>
   <Account>123456789012</Account>
  </GetCallerIdentityResult>
  <ResponseMetadata>
    <RequestId>01234567-89ab-cdef-0123-456789abcdef</RequestId>
  </ResponseMetadata>
</GetCallerIdentityResponse>)";
    scratch memory;
    const auto reply = decode_xml<sts::get_caller_identity_response>(bytes.substr(1), memory);
    BOOST_REQUIRE(reply.has_value());
    BOOST_TEST(*reply->arn == "arn:aws:iam::123456789012:user/Alice");
    BOOST_TEST(*reply->user_id == "AIDACKCEVSQ6C2EXAMPLE");
    BOOST_TEST(*reply->account == "123456789012");
    BOOST_TEST(*reply->request_id == "01234567-89ab-cdef-0123-456789abcdef");
}

BOOST_AUTO_TEST_SUITE_END()
