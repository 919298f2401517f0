// This translation unit includes the engine itself, in every build.
#undef EC2WIRE_SEPARATE_COMPILATION
#include <ec2wire/engine/xml_reply.hpp>

#include <ec2wire/codec/decode_xml.hpp>

#include "codec/club_shapes.hpp"
#include "codec/refusals.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

using namespace ec2wire;
using namespace std::string_view_literals;
using ec2wire::tests::badge;
using ec2wire::tests::marked;
using ec2wire::tests::members;
using ec2wire::tests::weekday;

namespace {

using string_entry = map_entry<std::string_view, std::string_view>;

}  // namespace

BOOST_AUTO_TEST_SUITE(engine_xml_reply)

// P1
BOOST_AUTO_TEST_CASE(an_aws_query_reply_has_a_result_and_beside_it_the_request_id) {
    constexpr std::string_view documents[] = {
        "<GetMembersResponse xmlns=\"https://example.com/\">\n"
        "  <GetMembersResult>\n    <Day>7</Day>\n  </GetMembersResult>\n"
        "  <ResponseMetadata>\n    <RequestId>59db</RequestId>\n  </ResponseMetadata>\n"
        "</GetMembersResponse>\n",
        "<GetMembersResponse><ResponseMetadata><RequestId>59db</RequestId></ResponseMetadata>"
        "<New/><GetMembersResult><Day>7</Day></GetMembersResult></GetMembersResponse>"};
    for (const auto document : documents) {
        scratch memory;
        const auto answer = decode_xml<members>(document, memory);
        BOOST_TEST_REQUIRE(answer.has_value());
        BOOST_TEST((answer->day == weekday::sunday));
        BOOST_TEST((answer->request_id == "59db"));
    }
}

// P2
BOOST_AUTO_TEST_CASE(a_reply_without_its_result_is_not_an_empty_response) {
    constexpr marked cut{
        "                                                                                 "
        "   v",
        "<GetMembersResponse><ResponseMetadata><RequestId>59db</RequestId></ResponseMetadata>"
        "</GetMembersResponse>"};
    scratch memory;
    const auto answer = decode_xml<members>(cut.text, memory);
    BOOST_TEST_REQUIRE(!answer.has_value());
    BOOST_TEST(answer.error().code == errc::missing_member);
    BOOST_TEST(answer.error().offset == cut.offset());
}

struct leave_response {
    using service = ec2wire::tests::club;
    static constexpr std::string_view operation = "Leave";
    std::optional<std::string_view> request_id{};
    static constexpr auto fields() {
        return field_list{field{"RequestId", &leave_response::request_id, {.request_id = true}}};
    }
};

BOOST_AUTO_TEST_CASE(an_operation_without_a_result_has_metadata_alone) {
    scratch memory;
    const auto answer = decode_xml<leave_response>(
        "<LeaveResponse><ResponseMetadata><RequestId>59db</RequestId></ResponseMetadata>"
        "</LeaveResponse>",
        memory);
    BOOST_TEST_REQUIRE(answer.has_value());
    BOOST_TEST((answer->request_id == "59db"));
}

BOOST_AUTO_TEST_CASE(members_beside_the_result_are_unknown) {
    scratch memory;
    const auto answer = decode_xml<members>(
        "<GetMembersResponse><Day>7</Day><GetMembersResult/></GetMembersResponse>", memory);
    BOOST_TEST_REQUIRE(answer.has_value());
    BOOST_TEST(!answer->day.has_value());
}

BOOST_AUTO_TEST_CASE(a_result_that_names_its_request_keeps_that_name) {
    scratch memory;
    const auto answer = decode_xml<members>(
        "<GetMembersResponse><GetMembersResult><RequestId>own</RequestId></GetMembersResult>"
        "<ResponseMetadata><RequestId>59db</RequestId></ResponseMetadata></GetMembersResponse>",
        memory);
    BOOST_TEST_REQUIRE(answer.has_value());
    BOOST_TEST((answer->request_id == "own"));
}

template <class Id>
struct numbered_response {
    using service = ec2wire::tests::club;
    static constexpr std::string_view operation = "Number";
    Id request_id{};
    static constexpr auto fields() {
        return field_list{field{"RequestId", &numbered_response::request_id, {.request_id = true}}};
    }
};

// The request id is a member like any other, although the metadata has it.
BOOST_AUTO_TEST_CASE(a_request_id_of_any_type_is_decoded_as_strictly_as_a_member) {
    using number = numbered_response<std::optional<int>>;
    const auto document = [](std::string_view id) {
        return "<NumberResponse><ResponseMetadata><RequestId>" + std::string(id) +
               "</RequestId></ResponseMetadata></NumberResponse>";
    };
    scratch memory;
    const auto decoded = [&](const std::string& bytes) {
        return decode_xml<number>(bytes, memory).value().request_id;
    };
    BOOST_TEST((decoded(document(" 7<!-- --> ")) == 7));
    BOOST_TEST((decoded(document("")) == std::nullopt));  // P4

    const std::string bad = document("7x");
    const auto refused = decode_xml<number>(bad, memory);
    BOOST_TEST_REQUIRE(!refused.has_value());
    BOOST_TEST(refused.error().code == errc::bad_value);
    BOOST_TEST(refused.error().offset == bad.find('x'));

    decode_notes notes;  // D10a
    BOOST_TEST((decode_xml<number>(bad, memory, notes).value().request_id == std::nullopt));
    BOOST_TEST_REQUIRE(notes.size() == 1U);
    BOOST_TEST(
        (notes.begin()->kind == note_kind::bad_value && notes.begin()->member == "RequestId"));

    scratch none{std::span<std::byte>()};
    const std::string good = document("r");
    const auto answer = decode_xml<numbered_response<indirect_view<std::string_view>>>(good, none);
    BOOST_TEST_REQUIRE(!answer.has_value());
    BOOST_TEST(answer.error().code == errc::out_of_memory);
}

BOOST_AUTO_TEST_CASE(a_request_id_that_cannot_be_absent_is_decoded) {
    constexpr std::string_view bytes =
        "<NumberResponse><ResponseMetadata><RequestId>7</RequestId></ResponseMetadata></"
        "NumberResponse>";
    scratch memory;
    BOOST_TEST((decode_xml<numbered_response<std::string_view>>(bytes, memory)->request_id == "7"));
    BOOST_TEST(decode_xml<numbered_response<int>>(bytes, memory)->request_id == 7);
}

BOOST_AUTO_TEST_CASE(a_result_given_twice_is_refused) {
    constexpr marked twice{
        "                                      v",
        "<GetMembersResponse><GetMembersResult/><GetMembersResult/></GetMembersResponse>"};
    scratch memory;
    const auto answer = decode_xml<members>(twice.text, memory);
    BOOST_TEST_REQUIRE(!answer.has_value());
    BOOST_TEST(answer.error().code == errc::duplicate_member);
    BOOST_TEST(answer.error().offset == 39U);
}

// E1
BOOST_AUTO_TEST_CASE(an_aws_query_error_is_a_service_error) {
    scratch memory;
    const auto answer = decode_xml<members>(
        "<ErrorResponse xmlns=\"https://example.com/\"><Error><Type>Sender</Type>"
        "<Code>NoSuchClub</Code><Message>Hi</Message></Error><RequestId>foo-id</RequestId>"
        "</ErrorResponse>",
        memory);
    BOOST_TEST_REQUIRE(!answer.has_value());
    BOOST_TEST(answer.error().is_service_error());
    BOOST_TEST((answer.error().service == service_error{"NoSuchClub", "Hi", "foo-id"}));
}

// P2
BOOST_AUTO_TEST_CASE(the_prefix_of_the_root_is_that_of_every_member) {
    scratch memory;
    const auto answer = decode_xml<members>(
        "<a:GetMembersResponse xmlns:a=\"https://example.com/\"><a:GetMembersResult><a:Tags>"
        "<a:entry><a:key>k</a:key><a:value>v</a:value></a:entry><entry/></a:Tags><Day>7</Day>"
        "</a:GetMembersResult><a:ResponseMetadata><a:RequestId>59db</a:RequestId>"
        "</a:ResponseMetadata></a:GetMembersResponse>",
        memory);
    BOOST_TEST_REQUIRE(answer.has_value());
    BOOST_TEST_REQUIRE(answer->tags.size() == 1U);
    BOOST_TEST((answer->tags[0] == string_entry{"k", "v"}));
    BOOST_TEST(!answer->day.has_value());
    BOOST_TEST((answer->request_id == "59db"));
}

// E1
BOOST_AUTO_TEST_CASE(members_of_an_error_beyond_its_code_are_a_shape) {
    constexpr std::string_view documents[] = {
        "<ErrorResponse><Error><Type>Sender</Type><Code>Full</Code><Name>Top</Name></Error>"
        "<RequestId>foo-id</RequestId></ErrorResponse>",
        "<Response><Errors><Error><Name>Top</Name></Error><Error><Name>Second</Name></Error>"
        "</Errors><RequestID>foo-id</RequestID></Response>",
        "<Error><Name>Top</Name><RequestId>foo-id</RequestId></Error>"};
    for (const auto document : documents) {
        scratch memory;
        const auto detail = decode_xml_error<badge>(document, memory);
        BOOST_TEST_REQUIRE(detail.has_value());
        BOOST_TEST((detail->name == "Top"));
    }
}

BOOST_AUTO_TEST_CASE(an_element_where_an_error_is_expected_is_an_error) {
    for (const auto& [document, code] : {std::pair{"<Response><Code>A</Code></Response>", "none"},
                                         {"<ErrorResponse><Code/></ErrorResponse>", "none"},
                                         {"<Response><Errors><Error/></Errors></Response>", ""},
                                         {"<Response><Code>A</Code><Error/></Response>", ""},
                                         {"<Error/>", ""},
                                         {"<Error><Error><Code>A</Code></Error></Error>", ""},
                                         {"<Error><Code>A</Code><Error/></Error>", "A"}}) {
        scratch memory;
        const auto answer = decode_xml<members>(document, memory);
        const auto entry = decode_xml_error<detail::error_entry>(document, memory);
        BOOST_TEST_CONTEXT(document) {
            BOOST_TEST(answer.error().is_service_error() == (code != "none"sv));
            BOOST_TEST(entry.has_value() == (code != "none"sv));
            if (!entry) {
                BOOST_TEST(answer.error().code == errc::wrong_root);
                BOOST_TEST((entry.error() == answer.error()));
            } else {
                BOOST_TEST(answer.error().service.code == code);
                BOOST_TEST(entry->code.value_or("") == code);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_document_without_an_error_has_no_error_members) {
    const auto code = [](std::string_view document) {
        scratch memory;
        return decode_xml_error<badge>(document, memory).error().code;
    };
    BOOST_TEST(code("<GetMembersResponse/>") == errc::wrong_root);
    BOOST_TEST(code("<GetMembersResponse") == errc::unexpected_end);
    BOOST_TEST(code("<Response/>") == errc::wrong_root);
    BOOST_TEST(code("<html>") == errc::not_a_document);
    BOOST_TEST(code("") == errc::not_a_document);
    BOOST_TEST(code("<Response><Errors><Error>") == errc::unexpected_end);
}

BOOST_AUTO_TEST_SUITE_END()
