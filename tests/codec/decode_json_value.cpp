#include <ec2wire/codec/decode_json.hpp>

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode_json.hpp>
#include <ec2wire/core/limits.hpp>

#include "codec/club_shapes.hpp"
#include "codec/compare_json_readers.hpp"
#include "codec/refusals.hpp"
#include "codec/shapes.hpp"
#include "error_text.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;
using ec2wire::tests::check_refused;
using ec2wire::tests::marked;

namespace {

// Decodes a document, and keeps alive what the reply views.
template <class Shape = tests::members>
struct decoded {
    scratch memory{};
    reply<Shape> answer;

    explicit decoded(std::string_view bytes) : answer(decode_json<Shape>(bytes, memory)) {}

    const Shape& operator*() const {
        BOOST_TEST_REQUIRE(answer.has_value(), tests::error_text(answer));
        return *answer;
    }
    const Shape* operator->() const { return &**this; }
};

void refused(errc code, const marked& document) {
    check_refused(decoded<>(document.text).answer, code, document);
}

// Every kind of member that EC2's replies do not have.
constexpr std::string_view whole =
    R"({"Tags":{"Environment":"production","a b":""},"Ranks":{"x":-1,"y":2},)"
    R"("Badges":{"gold":{"Type":"round","Level":3,"Name":"n"},"none":{}},)"
    R"("Teams":{"red":["a","b"],"blue":[]},"Notes":{"1":"one"},"Rows":[[1,2],[],[3]],)"
    R"("Table":[[4]],"Badge":{"Level":1},"Choice":{"Text":"t"},)"
    R"("Choices":[{"Number":1},{"Text":"u"},{}],"Day":7,"Names":["p","q"],)"
    R"("ResponseMetadata":{"RequestId":"59db"}})";

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_decode_json_value)

BOOST_AUTO_TEST_CASE(a_map_is_an_object_whose_keys_are_data) {
    const decoded<> reply{whole};
    BOOST_TEST_REQUIRE(reply->tags.size() == 2U);
    BOOST_TEST(reply->tags[0].key == "Environment");
    BOOST_TEST(reply->tags[0].value == "production");
    BOOST_TEST(reply->tags[1].key == "a b");
    BOOST_TEST(reply->ranks[0].value == -1);
    BOOST_TEST((reply->badges[0].value.type == "round"));
    BOOST_TEST((reply->badges[0].value.level == 3));
    BOOST_TEST(reply->teams[0].value[1] == "b");
    BOOST_TEST(reply->teams[1].value.size() == 0U);
    BOOST_TEST(reply->rows[2][0] == 3);
    BOOST_TEST((reply->day == tests::weekday::sunday));
    BOOST_TEST((reply->request_id == "59db"));
}

BOOST_AUTO_TEST_CASE(xml_of_the_same_content_is_equal) {
    const std::string_view xml =
        "<GetMembersResponse><GetMembersResult><Tags><entry><key>Environment</key>"
        "<value>production</value></entry><entry><key>a b</key><value/></entry></Tags>"
        "<Ranks><entry><Name>x</Name><Rank>-1</Rank></entry><entry><Name>y</Name><Rank>2</Rank>"
        "</entry></Ranks><Badges><entry><key>gold</key><value xsi:type=\"round\" level=\"3\" "
        "xmlns:xsi=\"x\"><Name>n</Name></value></entry><entry><key>none</key><value/></entry>"
        "</Badges><Teams><entry><key>red</key><value><member>a</member><member>b</member></value>"
        "</entry><entry><key>blue</key><value/></entry></Teams><Note><key>1</key><value>one</value>"
        "</Note><Rows><member><member>1</member><member>2</member></member><member/><member>"
        "<member>3</member></member></Rows><Table><Row><Cell>4</Cell></Row></Table>"
        "<Badge level=\"1\"/><Choice><Text>t</Text></Choice><Choices><member><Number>1</Number>"
        "</member><member><Text>u</Text></member><member/></Choices><Day>7</Day><Name>p</Name>"
        "<Name>q</Name></GetMembersResult><ResponseMetadata><RequestId>59db</RequestId>"
        "</ResponseMetadata></GetMembersResponse>";
    scratch memory;
    const auto other = decode_xml<tests::members>(xml, memory);
    BOOST_TEST_REQUIRE(other.has_value());
    BOOST_TEST((*decoded<>(whole) == *other));
    BOOST_TEST(*encode_json(*other) == whole);
}

BOOST_AUTO_TEST_CASE(every_kind_comes_out_as_it_went_in) {
    BOOST_TEST(*encode_json(*decoded<>(whole)) == whole);
    BOOST_TEST(*encode_json(*decoded<tests::basic_members<owned>>(whole)) == whole);
    BOOST_TEST(*encode_json(*decoded<>(R"({"Tags":{},"Rows":[]})")) == R"({"Tags":{},"Rows":[]})");
    BOOST_TEST(!decoded<>("{}")->tags.has_value());
    BOOST_TEST(!decoded<>(R"({"Tags":null})")->tags.has_value());
}

BOOST_AUTO_TEST_CASE(a_key_of_a_map_may_contain_escapes) {
    const decoded<> reply{R"({"Tags":{"\u00e9\"":"\n","b\/":"x"}})"};
    BOOST_TEST(reply->tags[0].key == "\xC3\xA9\"");
    BOOST_TEST(reply->tags[1].key == "b/");
    BOOST_TEST(*encode_json(*reply) == R"({"Tags":{"\u00e9\"":"\n","b/":"x"}})");
    // Also by the strict reader, whose parser is used for the next document.
    tests::json_engines<detail::json_sdk_reply, tests::members> engines;
    const std::string padded = R"({"Tags":{"\u00e9":"x"}})" + std::string(json::padding, ' ');
    scratch memory;
    const auto kept = engines.decode_strictly(padded, padded.size() - json::padding, memory);
    BOOST_TEST_REQUIRE(kept.has_value());
    const std::string other = R"({"Tags":{"zz\u007a":"x"}})" + std::string(json::padding, ' ');
    scratch apart;
    (void)engines.decode_strictly(other, other.size() - json::padding, apart);
    BOOST_TEST(kept->tags[0].key == "\xC3\xA9");
}

// As in XML no entry of a map is lost, and keys are not compared with each other.
BOOST_AUTO_TEST_CASE(a_map_keeps_a_key_that_occurs_twice) {
    const decoded<> reply{R"({"Tags":{"a":"1","b":"2","a":"3"}})"};
    BOOST_TEST_REQUIRE(reply->tags.size() == 3U);
    BOOST_TEST(reply->tags[2].key == "a");
    BOOST_TEST(reply->tags[2].value == "3");
    // The map itself may occur once.
    refused(errc::duplicate_member, {"                  v",  //
                                     R"({"Tags":{},"Tags":{}})"});
}

BOOST_AUTO_TEST_CASE(a_null_in_a_map_is_absent) {
    const decoded<> reply{
        R"({"Tags":{"a":null,"b":"x"},"Teams":{"red":null},"Badges":{"n":null}})"};
    BOOST_TEST_REQUIRE(reply->tags.size() == 1U);
    BOOST_TEST(reply->tags[0].key == "b");
    BOOST_TEST(reply->teams.size() == 0U);
    BOOST_TEST(reply->teams.has_value());
}

BOOST_AUTO_TEST_CASE(a_map_is_refused_where_it_is_none) {
    refused(errc::wrong_type, {"        v",  //
                               R"({"Tags":[]})"});
    refused(errc::wrong_type, {"             v",  //
                               R"({"Tags":{"a":1}})"});
    refused(errc::bad_value, {"               v",  //
                              R"({"Ranks":{"a":1.5}})"});
    refused(errc::wrong_type, {"                   v",  //
                               R"({"Teams":{"a":["b",null]}})"});
    refused(errc::bad_json, {"          v",  //
                             R"({"Tags":{"\ud800":"x"}})"});
}

BOOST_AUTO_TEST_CASE(of_a_union_one_member_is_there) {
    BOOST_TEST((decoded<>(R"({"Choice":{"Number":5}})")->choice.number == 5));
    // Null is absent, also beside the member that is set.
    BOOST_TEST((decoded<>(R"({"Choice":{"Number":null,"Text":"t"}})")->choice.text == "t"));
    // An unknown member is not counted.
    const decoded<> later{R"({"Choice":{"Shape":{"x":1}}})"};
    BOOST_TEST(later->choice.has_value());
    BOOST_TEST((!later->choice.number && !later->choice.text));
    refused(errc::duplicate_member, {"                               v",  //
                                     R"({"Choice":{"Text":"t","Number":5}})"});
    refused(errc::duplicate_member, {"                             v",  //
                                     R"({"Choice":{"Number":5,"Text":"t"}})"});
}

BOOST_AUTO_TEST_CASE(an_int_enum_keeps_unknown_numbers) {
    BOOST_TEST((decoded<>(R"({"Day":1})")->day == tests::weekday::monday));
    BOOST_TEST((decoded<>(R"({"Day":-7})")->day == static_cast<tests::weekday>(-7)));
    refused(errc::wrong_type, {"       v",  //
                               R"({"Day":"7"})"});
    refused(errc::bad_value, {"        v",  //
                              R"({"Day":7.0})"});
}

BOOST_AUTO_TEST_CASE(a_record_of_cloudtrail_has_its_maps_as_objects) {
    scratch memory;
    const auto reply = decode_cloudtrail<tests::members>(
        R"({"eventName":"GetMembers","responseElements":{"Tags":{"a":"b"},"Teams":{"red":)"
        R"({"items":["x"]}}},"requestID":"r"})",
        memory);
    BOOST_TEST_REQUIRE(reply.has_value());
    BOOST_TEST(reply->tags[0].value == "b");
    BOOST_TEST(reply->teams[0].value[0] == "x");
}

namespace {

// A map whose keys are numbers.
struct counted {
    std::vector<map_entry<int, int>> limits{};

    static constexpr auto fields() { return field_list{field{"Limits", &counted::limits}}; }
};

// A map in a container of the caller's, whose values may be absent.
struct settings {
    std::vector<map_entry<std::string, std::optional<int>>> limits{};
    std::vector<map_entry<std::string, maybe<settings>>> inner{};

    static constexpr auto fields() {
        return field_list{field{"Limits", &settings::limits}, field{"Inner", &settings::inner}};
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_value_that_may_be_absent_keeps_its_key) {
    const decoded<settings> reply{
        R"({"Limits":{"a":null,"b":2},"Inner":{"x":null,"y":{"Limits":{"c":3}}}})"};
    BOOST_TEST_REQUIRE(reply->limits.size() == 2U);
    BOOST_TEST(reply->limits[0].key == "a");
    BOOST_TEST(!reply->limits[0].value.has_value());
    BOOST_TEST((reply->limits[1].value == 2));
    BOOST_TEST(reply->inner[0].key == "x");
    BOOST_TEST(!reply->inner[0].value.has_value());
    BOOST_TEST((reply->inner[1].value.limits[0].value == 3));
}

BOOST_AUTO_TEST_CASE(a_key_is_decoded_as_its_type) {
    const decoded<counted> two{R"({"Limits":{"1":10,"-2":20}})"};
    BOOST_TEST_REQUIRE(two->limits.size() == 2U);
    BOOST_TEST(two->limits[1].key == -2);
    const decoded<counted> none{R"({"Limits":{"1":10,"b":20}})"};
    BOOST_TEST_REQUIRE(!none.answer.has_value());
    BOOST_TEST(none.answer.error().code == errc::bad_value);
}

BOOST_AUTO_TEST_CASE(a_bad_value_is_found_in_its_bytes_or_where_it_begins) {
    //                                                            v
    const decoded<tests::scalars> verbatim{R"({"DateTime":"2015-01-99T08:00:00Z"})"};
    BOOST_TEST(verbatim.answer.error().code == errc::bad_value);
    BOOST_TEST(verbatim.answer.error().offset == 21U);
    const decoded<tests::scalars> escaped{R"({"DateTime":"2015\u002d01-99T08:00:00Z"})"};
    BOOST_TEST(escaped.answer.error().code == errc::bad_value);
    BOOST_TEST(escaped.answer.error().offset == 12U);
}

BOOST_AUTO_TEST_CASE(maps_inside_maps_end_at_max_depth) {
    // Two levels each: the structure and its map.
    const auto nested = [](std::size_t levels) {
        std::string text;
        for (std::size_t i = 0; i < levels; ++i) text += R"({"Inner":{"x":)";
        text += "{}";
        for (std::size_t i = 0; i < levels; ++i) text += "}}";
        return text;
    };
    BOOST_TEST(decoded<settings>(nested(max_depth / 2 - 1)).answer.has_value());
    const decoded<settings> deeper{nested(max_depth / 2)};
    BOOST_TEST_REQUIRE(!deeper.answer.has_value());
    BOOST_TEST(deeper.answer.error().code == errc::too_deep);
}

BOOST_AUTO_TEST_CASE(both_readers_decode_every_change_alike) {
    tests::json_engines<detail::json_sdk_reply, tests::members> both;
    std::size_t differences = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        for (const char c : std::string_view("\0 \n\"\\/,:{}[]-.019eunf\xC3", 23)) {
            for (const bool is_inserted : {false, true}) {
                std::string text(whole);
                is_inserted ? text.insert(i, 1, c) : text.replace(i, 1, 1, c);
                const std::size_t size = text.size();
                text.append(json::padding, '}');
                if (!both.agree(text, size)) ++differences;
            }
        }
    }
    BOOST_TEST(differences == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
