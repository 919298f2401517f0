// Notes about what the JSON readers skipped (D10a: tolerance with notes).
#include <ec2wire/codec/decode_json.hpp>

#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/protocol.hpp>

#include "codec/compare_json_readers.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

using namespace ec2wire;

namespace {

struct part {
    std::optional<int> size{};
    std::string_view id{};

    static constexpr auto fields() {
        return field_list{field{"Size", &part::size, {.xml_name = "size"}},
                          field{"Id", &part::id, {.xml_name = "id"}}};
    }
};

struct whole_response {
    using service = ec2;
    static constexpr std::array<std::string_view, 3> left_out{"Weight", "weightOfIt",
                                                              "AvailabilityZone"};
    static constexpr std::string_view operation = "Whole";

    std::optional<int> count{};
    std::optional<bool> flag{};
    std::optional<timestamp> time{};
    std::optional<int> needed{};
    int plain{};
    list_view<part> parts{};
    maybe<list_view<int>> numbers{};
    maybe<part> one{};
    list_view<map_entry<std::string_view, int>> limits{};
    list_view<map_entry<std::string_view, std::optional<int>>> sparse{};

    static constexpr auto fields() {
        using self = whole_response;
        return field_list{field{"Count", &self::count, {.xml_name = "count"}},
                          field{"Flag", &self::flag, {.xml_name = "flag"}},
                          field{"Time", &self::time, {.xml_name = "time"}},
                          field{"Needed", &self::needed, {.xml_name = "needed", .required = true}},
                          field{"Plain", &self::plain, {.xml_name = "plain"}},
                          field{"Parts", &self::parts, {.xml_name = "partSet"}},
                          field{"Numbers", &self::numbers, {.xml_name = "numberSet"}},
                          field{"One", &self::one, {.xml_name = "one"}},
                          field{"Limits", &self::limits, {.xml_name = "limitSet"}},
                          field{"Sparse", &self::sparse, {.xml_name = "sparseSet"}}};
    }
};

std::string text_of(const decode_notes& notes, std::string_view bytes) {
    std::string text;
    for (const decode_note& note : notes) {
        text += note.kind == note_kind::unknown_member ? "unknown "
                : note.kind == note_kind::bad_value    ? "bad "
                                                       : "masked ";
        text.append(note.member).append(" at ");
        text.append(
            bytes.substr(note.offset, bytes.find_first_of(",}]", note.offset) - note.offset));
        text += "; ";
    }
    return text;
}

// Returns the notes of both readers, or the error of a document that is not a reply even with notes.
template <template <class> class Reply>
std::string notes_of(std::string_view bytes) {
    tests::json_engines<Reply, whole_response> engines;
    std::string padded(bytes);
    padded.resize(bytes.size() + json::padding);
    scratch memory;
    decode_notes strict;
    const auto wanted = engines.decode_strictly(padded, bytes.size(), memory, &strict);
    reply<whole_response> answer(std::in_place);
    decode_notes fast;
    if (engines.is_accepted(padded, bytes.size(), answer, &fast)) {
        BOOST_TEST(tests::is_bitwise_equal(answer, wanted));
        BOOST_TEST(std::equal(fast.begin(), fast.end(), strict.begin(), strict.end()));
        BOOST_TEST(fast.count() == strict.count());
    } else {
        BOOST_TEST(!wanted.has_value());  // no document here has an escape
    }
    if (wanted) return text_of(strict, bytes);
    return std::string(to_string(wanted.error().code)) + " at " +
           std::to_string(wanted.error().offset);
}

std::string noted(std::string_view bytes) { return notes_of<detail::json_sdk_reply>(bytes); }
std::string recorded(std::string_view bytes) {
    return notes_of<detail::json_cloudtrail_reply>(bytes);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_decode_json_notes)

BOOST_AUTO_TEST_CASE(a_scalar_that_is_not_of_its_type_is_absent_and_noted) {
    BOOST_TEST(noted(R"({"Count":"x","Flag":1,"Time":"soon","Plain":2})") ==
               R"(bad Count at "x"; bad Flag at 1; bad Time at "soon"; )");
    BOOST_TEST(noted(R"({"Count":64.0,"Plain":2})") == "bad Count at 64.0; ");
    scratch memory;
    decode_notes notes;
    const std::string_view bytes = R"({"Count":99999999999,"Flag":true})";
    BOOST_TEST(!decode_json<whole_response>(bytes, memory).has_value());
    const auto reply = decode_json<whole_response>(bytes, memory, notes);
    BOOST_TEST_REQUIRE(reply.has_value());
    BOOST_TEST((!reply->count && reply->flag == true && notes.size() == 1));
}

BOOST_AUTO_TEST_CASE(a_member_that_cannot_be_absent_fails_as_without_notes) {
    BOOST_TEST(noted(R"({"Needed":"x"})") == "wrong_type at 10");
    BOOST_TEST(noted(R"({"Needed":1x})") == "bad_json at 11");
    BOOST_TEST(noted(R"({"Plain":"x"})") == "wrong_type at 9");
    BOOST_TEST(noted(R"({"Numbers":[1,"x"]})") == "wrong_type at 14");
    BOOST_TEST(recorded(R"({"needed":"x"})") == "bad_value at 11");
    BOOST_TEST(recorded(R"({"needed":""})") == "missing_member at 10");
    // Also values that are not scalars.
    BOOST_TEST(noted(R"({"Count":[]})") == "wrong_type at 9");
    BOOST_TEST(noted(R"({"One":"x"})") == "wrong_type at 7");
}

BOOST_AUTO_TEST_CASE(an_unknown_value_is_one_note) {
    BOOST_TEST(
        noted(
            R"({"Extra":{"a":{"b":[1]}},"Count":1,"One":{"Size":1,"Colour":"red"},"Nil":null})") ==
        R"(unknown Extra at {"a":{"b":[1; unknown Colour at "red"; unknown Nil at null; )");
    // No notes are made of the envelope's members.
    BOOST_TEST(noted(R"({"Count":1,"ResponseMetadata":{"RequestId":"r","HTTPStatusCode":200}})") ==
               "");
    BOOST_TEST(noted(R"({"WholeResponse":{"Count":1,"Other":2,"ResponseMetadata":{}}})") ==
               "unknown Other at 2; ");
}

// Smithy's tests of clients: a null in a map that is not sparse is tolerated, and its entry is dropped.
BOOST_AUTO_TEST_CASE(an_entry_of_a_map_without_a_value_is_left_out_and_noted) {
    const std::string_view bytes =
        R"({"Limits":{"a":1,"b":null,"c":3,"d":null},"Sparse":{"a":null},"Count":null})";
    BOOST_TEST(noted(bytes) == "bad Limits at null; bad Limits at null; ");
    BOOST_TEST(recorded(R"({"limitSet":{"a":null},"sparseSet":{"a":null}})") ==
               "bad Limits at null; ");
    scratch memory;
    const auto reply = decode_json<whole_response>(bytes, memory);
    BOOST_TEST_REQUIRE(reply.has_value());
    BOOST_TEST_REQUIRE(reply->limits.size() == 2U);
    BOOST_TEST((reply->limits[1].key == "c" && reply->limits[1].value == 3));
    BOOST_TEST_REQUIRE(reply->sparse.size() == 1U);
    BOOST_TEST(!reply->sparse[0].value.has_value());
    // A word that begins like null is malformed.
    BOOST_TEST(noted(R"({"Limits":{"a":nul}})") == "bad_json at 15");
}

BOOST_AUTO_TEST_CASE(a_member_that_a_subset_leaves_out_is_known) {
    BOOST_TEST(noted(R"({"Weight":[1],"Colour":2})") == "unknown Colour at 2; ");
    BOOST_TEST(noted(R"({"Colour":2})") == "wrong_root at 10");
    BOOST_TEST(noted(R"({"WholeResponse":{"Weight":1,"Colour":2}})") == "unknown Colour at 2; ");
    BOOST_TEST(recorded(R"({"responseElements":{"weightOfIt":1,"colour":2}})") ==
               "unknown colour at 2; ");
    BOOST_TEST(recorded(R"({"responseElements":{"weight":1}})") == "");
    BOOST_TEST(recorded(R"({"responseElements":{"colour":2}})") == "wrong_root at 30");
}

BOOST_AUTO_TEST_CASE(items_that_are_printed_alike_have_a_note_each) {
    std::string bytes = R"({"Parts":[)";
    std::string wanted;
    for (int i = 0; i < 6; ++i) {
        bytes += R"({"Size":1,"Colour":"red","Id":"i"},)";
        wanted += R"(unknown Colour at "red"; )";
    }
    bytes += R"({"Size":"x","Colour":"red","Id":"i"}]})";
    BOOST_TEST(noted(bytes) == wanted + R"(bad Size at "x"; unknown Colour at "red"; )");
}

BOOST_AUTO_TEST_CASE(a_mask_of_cloudtrail_is_noted) {
    BOOST_TEST(
        recorded(R"({"eventName":"Whole","awsRegion":"us","responseElements":{"count":)"
                 R"("HIDDEN_DUE_TO_SECURITY_REASONS","one":"<sensitiveDataRemoved>",)"
                 R"("_return":true,"colour":1,"partSet":{"items":[{"size":"x","id":"i"}],)"
                 R"("more":1}},"eventID":"e"})") ==
        R"(masked Count at "HIDDEN_DUE_TO_SECURITY_REASONS"; masked One at "<sensitiveDataRemoved>"; )"
        R"(unknown colour at 1; bad Size at "x"; unknown more at 1; )");
}

BOOST_AUTO_TEST_CASE(a_member_that_is_left_out_has_no_note_under_cloudtrail_s_name) {
    BOOST_TEST(recorded(R"({"responseElements":{"zone":"z","weightOfIt":1,"count":2}})") == "");
    BOOST_TEST(recorded(R"({"responseElements":{"masterEncryptionKeyId":"k","count":2}})") ==
               R"(unknown masterEncryptionKeyId at "k"; )");
}

BOOST_AUTO_TEST_CASE(keys_of_a_record_are_never_noted) {
    BOOST_TEST(
        recorded(R"({"awsRegion":"us","responseElements":{"colour":1,"count":2},"tail":1})") ==
        "unknown colour at 1; ");
    BOOST_TEST(recorded(R"({"id":"e","version":"0","detail-type":"x via CloudTrail","detail":{)"
                        R"("readOnly":false,"responseElements":{"colour":1,"count":2}}})") ==
               "unknown colour at 1; ");
    BOOST_TEST(recorded(R"({"requestId":"r","colour":1,"count":2})") == "unknown colour at 1; ");
}

BOOST_AUTO_TEST_SUITE_END()
