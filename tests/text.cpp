#include <ec2wire/ostream.hpp>
#include <ec2wire/text.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;

namespace {

template <class T>
std::string printed(const T& value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

const decode_error cut{errc::unexpected_end, 578};
const service_error not_found{"InvalidInstanceID.NotFound", "The instance ID 'i-1' does not exist",
                              "ea966190"};

}  // namespace

BOOST_AUTO_TEST_SUITE(text)

BOOST_AUTO_TEST_CASE(an_error_prints_its_code_its_offset_and_a_message) {
    BOOST_TEST(to_string(cut) ==
               "unexpected_end at byte 578: the bytes end before the document does; decode the "
               "whole body");
    BOOST_TEST(to_string(encode_error{errc::missing_member, "InstanceIds"}) ==
               "missing_member in InstanceIds: a required member is missing");
    BOOST_TEST(to_string(encode_error{errc::buffer_too_small, {}, 0, 99}) ==
               "buffer_too_small: the buffer cannot hold the result; it takes 99 bytes");
    BOOST_TEST(to_string(encode_error{errc::not_utf8, "InstanceIds", 3}) ==
               "not_utf8 in InstanceIds at byte 3: these bytes are not UTF-8");
    BOOST_TEST(to_string(encode_error{errc::bad_character, "InstanceId", 0}) ==
               "bad_character in InstanceId at byte 0: a character that XML 1.0 does not allow");
    const request_error bad_number{{errc::bad_value, 40}, "MaxResults"};
    BOOST_TEST(to_string(bad_number) ==
               "bad_value in MaxResults at byte 40: the text is not a value of the member's type");
    BOOST_TEST(printed(bad_number) == to_string(bad_number));
}

BOOST_AUTO_TEST_CASE(a_service_error_prints_its_code_message_and_request_id) {
    BOOST_TEST(to_string(not_found) ==
               "InvalidInstanceID.NotFound: The instance ID 'i-1' does not exist (request "
               "ea966190)");
    BOOST_TEST(to_string(basic_service_error<owned>{"Throttling", "", ""}) == "Throttling");
    BOOST_TEST(to_string(service_error{"Throttling", "", ""}) == "Throttling");
    BOOST_TEST(to_string(basic_service_error<owned>{"Throttling", "Slow down", "ea966190"}) ==
               "Throttling: Slow down (request ea966190)");
    BOOST_TEST(to_string(reply_error{{errc::service_error, 0}, not_found}) == to_string(not_found));
    BOOST_TEST(to_string(reply_error{cut, {}}) == to_string(cut));
}

BOOST_AUTO_TEST_CASE(a_timestamp_prints_as_a_date_if_it_can) {
    BOOST_TEST(to_string(timestamp{1422172800, 0}) == "2015-01-25T08:00:00Z");
    BOOST_TEST(to_string(timestamp{1422172800, 500'000'000}) == "2015-01-25T08:00:00.500Z");
    BOOST_TEST(to_string(timestamp{253402300800, 0}) == "253402300800");
}

BOOST_AUTO_TEST_CASE(a_stream_prints_the_same) {
    BOOST_TEST(printed(errc::wrong_root) == "wrong_root");
    BOOST_TEST(printed(cut) == to_string(cut));
    BOOST_TEST(printed(not_found) == to_string(not_found));
    BOOST_TEST(printed(location{12, 31}) == "12:31");
    BOOST_TEST(printed(state_code{272}) == "running");
    BOOST_TEST(printed(timestamp{0, 0}) == "1970-01-01T00:00:00Z");
    using name = open_enum<instance_state_name, std::string_view>;
    BOOST_TEST(printed(name(instance_state_name::shutting_down)) == "shutting-down");
    BOOST_TEST(printed(name("hibernating")) == "hibernating");
}

// A stream prints no list of ours, nor anybody else's type that happens to hold one of ours.
template <class T>
concept prints = requires(std::ostream& out, const T& value) {
    out << value;
};
static_assert(prints<errc> && !prints<std::vector<errc>> && !prints<std::optional<errc>>);
static_assert(!prints<list_view<errc>> && !prints<instance_state>);

BOOST_AUTO_TEST_SUITE_END()
