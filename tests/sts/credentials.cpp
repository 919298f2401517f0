#include <ec2wire/sts/credentials.hpp>

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/format.hpp>
#include <ec2wire/ostream.hpp>
#include <ec2wire/sts/assume_role.hpp>
#include <ec2wire/sts/assume_role_with_saml.hpp>
#include <ec2wire/sts/assume_role_with_web_identity.hpp>
#include <ec2wire/sts/get_session_token.hpp>

#include <boost/test/unit_test.hpp>

#include <sstream>
#include <string>
#include <string_view>

using namespace ec2wire;

namespace {

// Whether anything in ec2wire's opt-in headers can print a T.
template <class T>
concept prints = requires(std::ostream& out, const T& value) {
    out << value;
}
|| requires(const T& value) { to_string(value); }
|| detail::has_log_text<T>;

template <template <class> class Shape>
inline constexpr bool is_silent =
    !prints<Shape<owned>> && !prints<Shape<borrowed>> && !prints<maybe<Shape<owned>>> &&
    !prints<maybe<Shape<borrowed>>> && !prints<result<Shape<owned>>>;

}  // namespace

BOOST_AUTO_TEST_SUITE(sts_credentials)

// The concept detects types that can be printed.
static_assert(prints<timestamp> && prints<service_error> && prints<reply_error>);

// Types with a secret cannot be printed, alone or inside another type.
static_assert(is_silent<sts::basic_credentials>);
static_assert(is_silent<sts::basic_assume_role_response>);
static_assert(is_silent<sts::basic_assume_role_with_saml_request>);
static_assert(is_silent<sts::basic_assume_role_with_saml_response>);
static_assert(is_silent<sts::basic_assume_role_with_web_identity_request>);
static_assert(is_silent<sts::basic_assume_role_with_web_identity_response>);
static_assert(is_silent<sts::basic_get_session_token_response>);

// A reply that is truncated or wrong in the middle of a secret: the error has the offset, not the bytes.
BOOST_AUTO_TEST_CASE(an_error_does_not_print_the_bytes_that_it_is_about) {
    const std::string secret = "wJalrXUtnFEMIxK7MDENG";
    const std::string whole =
        "<GetSessionTokenResponse><GetSessionTokenResult><Credentials><SecretAccessKey>" + secret +
        "</SecretAccessKey><SessionToken>" + secret + "</SessionToken><Expiration>" + secret +
        "</Expiration></Credentials></GetSessionTokenResult></GetSessionTokenResponse>";
    scratch memory;
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        const std::string cut = whole.substr(0, size);
        const auto reply = decode_xml<sts::get_session_token_response>(cut, memory);
        BOOST_REQUIRE(!reply.has_value());
        std::ostringstream printed;
        printed << reply.error();
        BOOST_TEST(printed.str().find(secret.substr(0, 4)) == std::string::npos);
    }
}

BOOST_AUTO_TEST_SUITE_END()
