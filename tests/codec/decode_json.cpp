#include <ec2wire/codec/decode_json.hpp>

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/to_owned.hpp>
#include <ec2wire/ec2/instance_state_change_notification.hpp>
#include <ec2wire/ec2/start_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/refusals.hpp"
#include "codec/shapes.hpp"
#include "error_text.hpp"
#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using namespace ec2wire;
using ec2wire::tests::check_refused;
using ec2wire::tests::marked;

namespace {

constexpr std::string_view whole =
    R"({"StoppingInstances":[{"InstanceId":"i-1","CurrentState":{"Code":64,"Name":"stopping"},)"
    R"("PreviousState":{"Code":272,"Name":"running"}}],"ResponseMetadata":{"RequestId":"59db",)"
    R"("HTTPStatusCode":200,"HTTPHeaders":{"x":["y",null,true,-1.5e3]},"RetryAttempts":0}})";

// Decodes a document, and keeps alive what the reply views.
template <class Shape = stop_instances_response>
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

struct recorded {
    scratch memory{};
    reply<stop_instances_response> answer;

    explicit recorded(std::string_view bytes)
        : answer(decode_cloudtrail<stop_instances_response>(bytes, memory)) {}
};

// A document with these members in a state; and the text before them.
constexpr std::string_view before_state = R"({"StoppingInstances":[{"CurrentState":{)";
std::string in_state(std::string_view members) {
    return std::string(before_state) + std::string(members) + "}}]}";
}

void refused(errc code, const marked& document) {
    check_refused(decoded(document.text).answer, code, document);
}

void refused_in_state(errc code, const marked& members) {
    check_refused(decoded(in_state(members.text)).answer, code, members, before_state.size());
}

// Checks that the document is refused, at whatever offset simdjson reports.
void refused_somewhere(std::string_view document) {
    BOOST_TEST_CONTEXT(document) {
        const decoded kept{document};
        BOOST_TEST(!kept.answer.has_value());
        if (kept.answer.has_value()) return;
        BOOST_TEST(kept.answer.error().code != errc::service_error);
        BOOST_TEST(kept.answer.error().offset <= document.size());
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_decode_json)

BOOST_AUTO_TEST_CASE(a_reply_has_all_its_members) {
    const decoded reply{whole};
    BOOST_TEST((reply->request_id == "59db"));
    BOOST_TEST_REQUIRE(reply->stopping_instances.size() == 1U);
    const auto& change = reply->stopping_instances[0];
    BOOST_TEST((change.instance_id == "i-1"));
    BOOST_TEST((change.current_state.code == stopping));
    BOOST_TEST((change.current_state.name == instance_state_name::stopping));
    BOOST_TEST(change.previous_state.code->wire() == 272);
    BOOST_TEST((change.previous_state.name == instance_state_name::running));
}

BOOST_AUTO_TEST_CASE(xml_of_the_same_content_is_equal) {
    const std::string_view xml =
        "<StopInstancesResponse><requestId>59db</requestId><instancesSet><item>"
        "<instanceId>i-1</instanceId><currentState><code>64</code><name>stopping</name>"
        "</currentState><previousState><code>272</code><name>running</name></previousState>"
        "</item></instancesSet></StopInstancesResponse>";
    scratch memory;
    BOOST_TEST((*decode_xml<stop_instances_response>(xml, memory) == *decoded(whole)));
    // Present and empty, absent.
    const std::string_view empty =
        "<StopInstancesResponse><instancesSet><item/><item><instanceId/><currentState/></item>"
        "</instancesSet></StopInstancesResponse>";
    BOOST_TEST((*decode_xml<stop_instances_response>(empty, memory) ==
                *decoded(R"({"StoppingInstances":[{},{"InstanceId":"","CurrentState":{}}]})")));
    BOOST_TEST((*decode_xml<stop_instances_response>("<StopInstancesResponse/>", memory) ==
                *decoded("{}")));
    BOOST_TEST(!(*decode_xml<stop_instances_response>("<StopInstancesResponse/>", memory) ==
                 *decoded(R"({"StoppingInstances":[]})")));
}

BOOST_AUTO_TEST_CASE(null_is_absent) {
    const decoded reply{
        R"({"StoppingInstances":[{"InstanceId":null,"CurrentState":{"Code":null,"Name":null},)"
        R"("PreviousState":null}],"ResponseMetadata":null})"};
    const auto& change = reply->stopping_instances[0];
    BOOST_TEST(!change.instance_id.has_value());
    BOOST_TEST(change.current_state.has_value());
    BOOST_TEST(!change.current_state.code.has_value());
    BOOST_TEST(!change.previous_state.has_value());
    BOOST_TEST(!reply->request_id.has_value());
    BOOST_TEST(!decoded(R"({"StoppingInstances":null})")->stopping_instances.has_value());
}

BOOST_AUTO_TEST_CASE(white_space_and_a_byte_order_mark_are_skipped) {
    for (const std::string before : {"", " \r\n\t", "\xEF\xBB\xBF", "\xEF\xBB\xBF "})
        for (const std::string after : {"", " \r\n\t"})
            BOOST_TEST((*decoded(before + std::string(whole) + after) == *decoded(whole)));
}

BOOST_AUTO_TEST_CASE(offsets_count_the_byte_order_mark) {
    refused(errc::not_a_document, {"   v", "\xEF\xBB\xBF"});
    refused(errc::wrong_type, {"                        v",  //
                               "\xEF\xBB\xBF{\"StoppingInstances\":1}"});
}

BOOST_AUTO_TEST_CASE(escapes_are_understood) {
    const decoded reply{
        R"({"StoppingInstances":[{"InstanceId":"\u00e9\ud83d\ude00\"\\\/\b\f\n\r\t\u0000"}]})"};
    BOOST_TEST((reply->stopping_instances[0].instance_id ==
                std::string_view("\xC3\xA9\xF0\x9F\x98\x80\"\\/\b\f\n\r\t\0", 15)));
    const decoded key{R"({"Stopping\u0049nstances":[{"\u0049nstance\u0049d":"i-1"}]})"};
    BOOST_TEST((key->stopping_instances[0].instance_id == "i-1"));
}

BOOST_AUTO_TEST_CASE(unknown_keys_are_skipped_at_any_depth) {
    const decoded reply{
        R"({"New":{"StoppingInstances":[1]},"StoppingInstances":[{"a":[[],{}],"InstanceId":"i-1",)"
        R"("CurrentState":{"x":{"Code":1},"Code":64}}],"Z":"\u00e9"})"};
    BOOST_TEST((reply->stopping_instances[0].instance_id == "i-1"));
    BOOST_TEST((reply->stopping_instances[0].current_state.code == stopping));
    BOOST_TEST(!decoded(R"({"stoppinginstances":[],"StoppingInstance":[],"ResponseMetadata":{}})")
                    ->stopping_instances.has_value());
    // The request id is in ResponseMetadata, and the name of its element is not a key.
    BOOST_TEST(!decoded(R"({"RequestId":"a","requestId":"b","":"c","StoppingInstances":[]})")
                    ->request_id.has_value());
}

BOOST_AUTO_TEST_CASE(an_integer_is_spelled_as_one) {
    BOOST_TEST(decoded(in_state(R"("Code":0)"))->stopping_instances[0].current_state.code->wire() ==
               0);
    BOOST_TEST(
        decoded(in_state(R"("Code" : 65535 )"))->stopping_instances[0].current_state.code->wire() ==
        65535);
    refused_in_state(errc::bad_value, {"         v",  //
                                       R"("Code":64.0)"});
    refused_in_state(errc::bad_value, {"        v",  //
                                       R"("Code":6.4e1)"});
    refused_in_state(errc::bad_value, {"        v",  //
                                       R"("Code":6e1)"});
    refused_in_state(errc::bad_value, {"       v",  //
                                       R"("Code":-0)"});
    refused_in_state(errc::bad_value, {"       v",  //
                                       R"("Code":-1)"});
    refused_in_state(errc::bad_value, {"           v",  //
                                       R"("Code":65536)"});
    refused_in_state(errc::bad_json, {"        v",  //
                                      R"("Code":064)"});
    refused_in_state(errc::bad_json, {"         v",  //
                                      R"("Code":64x)"});
    refused_in_state(errc::bad_json, {"       v",  //
                                      R"("Code":+64)"});
    refused_in_state(errc::bad_json, {"        v",  //
                                      R"("Code":-)"});
    refused_in_state(errc::bad_json, {"         v",  //
                                      R"("Code":1.)"});
    refused_in_state(errc::bad_json, {"         v",  //
                                      R"("Code":1e)"});
}

BOOST_AUTO_TEST_CASE(a_value_of_another_type_is_refused) {
    refused_in_state(errc::wrong_type, {"       v",  //
                                        R"("Code":"64")"});
    refused_in_state(errc::wrong_type, {"       v",  //
                                        R"("Code":true)"});
    refused_in_state(errc::wrong_type, {"       v",  //
                                        R"("Code":[64])"});
    refused_in_state(errc::wrong_type, {"       v",  //
                                        R"("Name":64)"});
    refused_in_state(errc::wrong_type, {"       v",  //
                                        R"("Name":{})"});
    refused(errc::wrong_type, {"                     v",  //
                               R"({"StoppingInstances":{}})"});
    refused(errc::wrong_type, {"                     v",  //
                               R"({"StoppingInstances":"x"})"});
    refused(errc::wrong_type, {"                      v",  //
                               R"({"StoppingInstances":[1]})"});
    refused(errc::wrong_type, {"                      v",  //
                               R"({"StoppingInstances":[null]})"});
    refused(errc::wrong_type, {"v",  //
                               R"([])"});
    refused(errc::wrong_type, {" v",  //
                               R"( "text")"});
    refused(errc::wrong_type, {"v",  //
                               R"(64)"});
    refused(errc::wrong_type, {"v",  //
                               R"(null)"});
}

BOOST_AUTO_TEST_CASE(a_word_is_spelled_whole) {
    refused_in_state(errc::bad_json, {"       v",  //
                                      R"("Code":nul)"});
    refused_in_state(errc::bad_json, {"       v",  //
                                      R"("Code":nullx)"});
    refused_in_state(errc::bad_json, {"    v",  //
                                      R"("x":truE)"});
    refused_in_state(errc::bad_json, {"    v",  //
                                      R"("x":fals)"});
    refused_in_state(errc::bad_json, {"    v",  //
                                      R"("x":None)"});
}

BOOST_AUTO_TEST_CASE(a_member_that_may_occur_once_is_refused_twice) {
    refused_in_state(errc::duplicate_member, {"                 v",  //
                                              R"("Code":64,"Code":64)"});
    refused_in_state(errc::duplicate_member, {"                   v",  //
                                              R"("Code":null,"Code":64)"});
    // Also if the key is written with an escape.
    refused_in_state(errc::duplicate_member, {"                      v",  //
                                              R"("Code":64,"\u0043ode":64)"});
    refused(errc::duplicate_member, {"                                            v",  //
                                     R"({"StoppingInstances":[],"StoppingInstances":[]})"});
    refused(errc::duplicate_member,
            {"                                          v",  //
             R"({"ResponseMetadata":{},"ResponseMetadata":{}})"});
}

BOOST_AUTO_TEST_CASE(half_a_surrogate_pair_is_refused) {
    refused_in_state(errc::bad_json, {"        v",  //
                                      R"("Name":"\ud800")"});
    refused_in_state(errc::bad_json, {"        v",  //
                                      R"("Name":"\udc00")"});
    refused_in_state(errc::bad_json, {"        v",  //
                                      R"("Name":"\udc00\ud800")"});
    refused_in_state(errc::bad_json, {"        v",  //
                                      R"("Name":"\ud800\u0041")"});
    refused_in_state(errc::bad_json, {"        v",  //
                                      R"("Name":"\ud800\ud800")"});
    refused_in_state(errc::bad_json, {"        v",  //
                                      R"("Name":"\ud800x")"});
    refused_in_state(errc::bad_json, {" v",  //
                                      R"("\ud800\u0041":1)"});
    refused_in_state(errc::bad_json, {" v",  //
                                      R"("\udc00":1)"});
    refused_in_state(errc::bad_json, {"     v",  //
                                      R"("x":"\ud800\u0041")"});
}

BOOST_AUTO_TEST_CASE(a_broken_escape_is_refused) {
    for (const std::string_view text : {R"("Name":"a\x")", R"("Name":"a\u12g4")", R"("x":"a\u12")"})
        BOOST_TEST((decoded(in_state(text)).answer.error().code == errc::bad_json));
    refused_in_state(errc::bad_json, {"         v",  //
                                      R"("Name":"a\x")"});
}

BOOST_AUTO_TEST_CASE(invalid_json_is_refused_also_in_unknown_members) {
    for (const std::string_view value : {R"([1 2])",
                                         R"([1,])",
                                         R"([,1])",
                                         R"({"a":1,})",
                                         R"({"a" 1})",
                                         R"({"a":})",
                                         R"({a:1})",
                                         R"({1:2})",
                                         R"([1}])",
                                         R"({"a":1])",
                                         R"({"a":[1})",
                                         R"("x" "y")",
                                         R"("x":"y")",
                                         R"("x":1)",
                                         R"(["x":1])",
                                         R"({"a":"x":"y"})",
                                         R"({"a":"x":"y"}})",
                                         R"({"a":1:2})",
                                         R"(1 2)",
                                         R"(.5)",
                                         R"(01)",
                                         R"(1.e5)",
                                         R"(0x10)",
                                         R"(NaN)",
                                         R"(Infinity)",
                                         R"('x')",
                                         R"([1]])",
                                         R"(])",
                                         R"(,)",
                                         R"(:)",
                                         R"([[])",
                                         R"({"a"})",
                                         R"({"a":1 "b":2})",
                                         R"({,})",
                                         R"([nul])",
                                         R"("\q")",
                                         R"({"\q":1})",
                                         R"(1"x")",
                                         R"(true"x")",
                                         R"("x"true)",
                                         R"([true false])",
                                         R"(/**/1)",
                                         R"({"a":1}{"b":2})",
                                         "\"a\nb\"",
                                         "\"a\tb\"",
                                         "\"\x01\"",
                                         "\"\xFF\"",
                                         "\"\xED\xA0\x80\"",
                                         "\"\xC0\x80\""}) {
        const std::string text(value);
        refused_somewhere(R"({"x":)" + text + "}");
        refused_somewhere(R"({"x":)" + text + R"(,"y":1})");
        refused_somewhere(R"({"x":[)" + text + "]}");
        refused_somewhere(R"({"StoppingInstances":)" + text + "}");
        refused_somewhere(R"({"StoppingInstances":[)" + text + "]}");
        refused_somewhere(R"({"StoppingInstances":[{"InstanceId":)" + text + "}]}");
        refused_somewhere(R"({"StoppingInstances":[{"InstanceId":"i","y":)" + text + "}]}");
        refused_somewhere(in_state(R"("Code":)" + text));
        refused_somewhere(R"({"ResponseMetadata":{"RequestId":)" + text + "}}");
    }
}

BOOST_AUTO_TEST_CASE(broken_brackets_and_commas_are_refused_at_their_offset) {
    refused(errc::bad_json, {"       v",  //
                             R"({"a":1 "b":2})"});
    refused(errc::bad_json, {"        v",  //
                             R"({"x":[1 2]})"});
    refused(errc::bad_json, {"       v",  //
                             R"({"x":[1}})"});
    refused(errc::bad_json, {"        v",  //
                             R"({"x":"a":"b"})"});
    refused(errc::bad_json, {"     v",  //
                             R"({"a" 1})"});
    refused(errc::bad_json, {" v",  //
                             R"({1:2})"});
    refused(errc::bad_json, {"     v",  //
                             R"({"a":})"});
    refused(errc::bad_json, {"        v",  //
                             R"({"x":[1,]})"});
}

BOOST_AUTO_TEST_CASE(bytes_after_the_document_are_refused) {
    refused(errc::trailing_data, {"   v",  //
                                  R"({} {})"});
    refused(errc::trailing_data, {"  v",  //
                                  R"({}x)"});
    refused(errc::trailing_data, {"  v",  //
                                  R"({},)"});
    refused(errc::trailing_data, {"  v",  //
                                  R"({}})"});
    using namespace std::string_view_literals;
    refused(errc::trailing_data, {"  v",  //
                                  "{}\0"sv});
}

BOOST_AUTO_TEST_CASE(text_and_html_are_not_a_json_document) {
    refused(errc::not_a_document, {"v", ""});
    refused(errc::not_a_document, {"   v",  //
                                   " \r\n"});
    for (const std::string_view text : {"Service Unavailable", "<html></html>", "\xFF", "}", "\"",
                                        "{", "[", "{\"", "{\"a", "{\"a\"", "{\"a\":", "\x01"})
        refused_somewhere(text);
}

BOOST_AUTO_TEST_CASE(a_document_cut_anywhere_is_an_error) {
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const tests::guarded_bytes cut{whole.substr(0, size)};
        const decoded reply{cut.view()};
        BOOST_TEST_CONTEXT(cut.view()) {
            BOOST_TEST_REQUIRE(!reply.answer.has_value());
            BOOST_TEST(reply.answer.error().offset <= size);
            BOOST_TEST(reply.answer.error().code ==
                       (size == 0 ? errc::not_a_document : errc::unexpected_end));
        }
    }
}

BOOST_AUTO_TEST_CASE(empty_views_are_not_a_document) {
    scratch memory;
    const json::padded_string nothing;
    BOOST_TEST(decode_json<tests::scalars>(json::padded_bytes{}, memory).error().code ==
               errc::not_a_document);
    BOOST_TEST(decode_json<tests::scalars>(nothing, memory).error().code == errc::not_a_document);
    BOOST_TEST(decode_json<tests::scalars>(std::string_view(), memory).error().code ==
               errc::not_a_document);
}

BOOST_AUTO_TEST_CASE(nesting_ends_at_max_depth) {
    const auto nested = [](std::size_t depth, std::string_view open, std::string_view close) {
        std::string text = R"({"ResponseMetadata":{},"x":)";
        for (std::size_t i = 1; i < depth; ++i) text += open;
        if (open != "[") text += "1";
        for (std::size_t i = 1; i < depth; ++i) text += close;
        return text + "}";
    };
    BOOST_TEST(decoded(nested(max_depth, "[", "]")).answer.has_value());
    BOOST_TEST(decoded(nested(max_depth, R"({"x":)", "}")).answer.has_value());
    for (const std::string& text :
         {nested(max_depth + 1, "[", "]"), nested(max_depth + 1, R"({"x":)", "}")}) {
        const decoded reply{text};
        BOOST_TEST_REQUIRE(!reply.answer.has_value());
        BOOST_TEST(reply.answer.error().code == errc::too_deep);
    }
    BOOST_TEST(decoded(nested(max_depth + 1, "[", "]")).answer.error().offset ==
               std::string_view(R"({"ResponseMetadata":{},"x")").size() + max_depth);
}

BOOST_AUTO_TEST_CASE(known_levels_count_as_unknown_ones_do) {
    // The document, the list and the item, and the levels in the item.
    const auto nested = [](std::size_t depth) {
        return R"({"StoppingInstances":[{"x":)" + std::string(depth - 3, '[') +
               std::string(depth - 3, ']') + "}]}";
    };
    BOOST_TEST(decoded(nested(max_depth)).answer.has_value());
    BOOST_TEST_REQUIRE(!decoded(nested(max_depth + 1)).answer.has_value());
    BOOST_TEST(decoded(nested(max_depth + 1)).answer.error().code == errc::too_deep);

    // Two levels for each branch, a list and an item.
    const auto branches = [](std::size_t depth) {
        std::string text;
        for (std::size_t i = 0; i < depth; ++i) text += R"({"Branches":[)";
        for (std::size_t i = 0; i < depth; ++i) text += "]}";
        return text;
    };
    BOOST_TEST(decoded<tests::tree>(branches(max_depth / 2)).answer.has_value());
    const decoded<tests::tree> deeper{branches(max_depth / 2 + 1)};
    BOOST_TEST_REQUIRE(!deeper.answer.has_value());
    BOOST_TEST(deeper.answer.error().code == errc::too_deep);

    // A list that is one level too deep.
    std::string inner;
    for (std::size_t i = 1; i < max_depth; ++i) inner += R"({"Inner":)";
    inner += R"({"Rows":[["x"]]})" + std::string(max_depth - 1, '}');
    const decoded<tests::tree> list{inner};
    BOOST_TEST_REQUIRE(!list.answer.has_value());
    BOOST_TEST(list.answer.error().code == errc::too_deep);
    BOOST_TEST(list.answer.error().offset == inner.find('['));
}

BOOST_AUTO_TEST_CASE(an_error_of_the_sdk_s_is_a_service_error) {
    const decoded reply{R"({"Error":{"Message":"M \"x\"","Code":"UnauthorizedOperation"},)"
                        R"("ResponseMetadata":{"RequestId":"r","HTTPStatusCode":403}})"};
    BOOST_TEST_REQUIRE(!reply.answer.has_value());
    BOOST_TEST(reply.answer.error().is_service_error());
    BOOST_TEST(
        (reply.answer.error().service == service_error{"UnauthorizedOperation", "M \"x\"", "r"}));
    // Truncated bytes are not a service error.
    refused(errc::unexpected_end, {"                         v",  //
                                   R"({"Error":{"Code":"Throttl)"});
}

BOOST_AUTO_TEST_CASE(every_way_to_hand_over_the_bytes_is_equal) {
    scratch memory;
    json::parser parser;
    std::string padded(whole);
    padded.resize(whole.size() + json::padding, 'x');
    const json::padded_bytes view(padded.data(), whole.size(), padded.size());
    const auto answer = decode_json<stop_instances_response>(view, memory, parser);
    BOOST_TEST_REQUIRE(answer.has_value());
    BOOST_TEST((*answer == *decoded(whole)));
    BOOST_TEST((*answer == *decode_json<stop_instances_response>(whole, memory, parser)));
    std::string plain(whole);
    BOOST_TEST((*answer == *decode_json<stop_instances_response>(plain, memory, parser)));
    BOOST_TEST(
        (*answer == *decode_json<stop_instances_response>(std::as_const(plain), memory, parser)));
    BOOST_TEST(
        (*answer == *decode_json<stop_instances_response>(std::string(whole), memory, parser)));
    decode_notes notes;
    BOOST_TEST((*answer == *decode_json<stop_instances_response>(plain, memory, parser, notes)));
    BOOST_TEST(
        decode_cloudtrail<stop_instances_response>(std::string("{}"), memory, parser).has_value());
    const json::padded_string own(plain);
    BOOST_TEST((*answer == *decode_json<stop_instances_response>(own, memory, parser, notes)));
    // A string without escapes is a view into the bytes.
    const char* const id = answer->request_id->data();
    BOOST_TEST((id >= padded.data() && id < padded.data() + whole.size()));
}

BOOST_AUTO_TEST_CASE(a_fixed_scratch_of_any_size_is_enough_or_out_of_memory) {
    const std::string_view bytes =
        R"({"Name":"a\u0062","Rows":[["\n"],["1","2","3","4","5"]],"Inner":{"Inner":{}}})";
    json::parser parser;
    bool has_succeeded = false;
    for (std::size_t size = 0; size < 2000; ++size) {
        std::vector<std::byte> room(size);
        scratch memory{std::span<std::byte>(room)};
        const auto reply = decode_json<tests::tree>(bytes, memory, parser);
        if (!reply) BOOST_TEST_REQUIRE(reply.error().code == errc::out_of_memory);
        if (!reply) BOOST_TEST_REQUIRE(!has_succeeded);
        if (reply) BOOST_TEST_REQUIRE((reply->rows[1][4] == "5" && reply->name == "ab"));
        has_succeeded = reply.has_value();
    }
    BOOST_TEST(has_succeeded);
}

// The memory that the fast reader took before it met the escape is used again.
BOOST_AUTO_TEST_CASE(an_escape_at_the_end_needs_no_more_memory) {
    std::string items;
    for (int i = 0; i < 500; ++i) items += R"({"InstanceId":"i-1"},)";
    const json::padded_string plain(R"({"StoppingInstances":[)" + items +
                                    R"({"InstanceId":"A"}]})");
    const json::padded_string escaped(R"({"StoppingInstances":[)" + items +
                                      R"({"InstanceId":"\u0041"}]})");
    json::parser parser;
    scratch once;
    BOOST_TEST_REQUIRE(decode_json<stop_instances_response>(plain, once, parser).has_value());
    scratch twice(heap, once.capacity());
    BOOST_TEST(decode_json<stop_instances_response>(escaped, twice, parser).has_value());
    BOOST_TEST(twice.capacity() == once.capacity());
}

BOOST_AUTO_TEST_CASE(every_kind_of_scalar_has_its_value) {
    const std::string_view json =
        R"({"Flag":true,"I8":-128,"U8":255,"I16":-32768,"U16":65535,"I32":-2147483648,)"
        R"("U32":4294967295,"I64":-9223372036854775808,"U64":18446744073709551615,"F32":0.1,)"
        R"("F64":-1E+100,"Text":"","Blob":"+/8A","DateTime":"2015-01-25T08:00:00Z",)"
        R"("EpochSeconds":1422172800.5,"HttpDate":"Sun, 25 Jan 2015 08:00:00 GMT",)"
        R"("Paint":"sea-green","State":272})";
    const std::string_view xml =
        "<PutScalarsResponse><Flag>true</Flag><I8>-128</I8><U8>255</U8><I16>-32768</I16>"
        "<U16>65535</U16><I32>-2147483648</I32><U32>4294967295</U32>"
        "<I64>-9223372036854775808</I64><U64>18446744073709551615</U64><F32>0.1</F32>"
        "<F64>-1e100</F64><Text/><Blob>+/8A</Blob><DateTime>2015-01-25T08:00:00Z</DateTime>"
        "<EpochSeconds>1422172800.5</EpochSeconds><HttpDate>1422172800</HttpDate>"
        "<Paint>sea-green</Paint><State>272</State></PutScalarsResponse>";
    scratch memory;
    const decoded<tests::scalars> reply{json};
    BOOST_TEST((*reply == *decode_xml<tests::scalars>(xml, memory)));
    BOOST_TEST((reply->epoch_seconds == timestamp{1422172800, 500'000'000}));

    const decoded<tests::scalars> names{R"({"F32":"NaN","F64":"-Infinity"})"};
    BOOST_TEST((*names->f32 != *names->f32));
    BOOST_TEST((*names->f64 == -std::numeric_limits<double>::infinity()));
    BOOST_TEST((*decoded<tests::scalars>(R"({"F64":"Infinity"})")->f64 ==
                std::numeric_limits<double>::infinity()));
    BOOST_TEST(
        (decoded<tests::scalars>(R"({"F64":"1.5"})").answer.error().code == errc::wrong_type));
    BOOST_TEST(
        (decoded<tests::scalars>(R"({"Flag":"true"})").answer.error().code == errc::wrong_type));
    BOOST_TEST((decoded<tests::scalars>(R"({"Flag":1})").answer.error().code == errc::wrong_type));
}

BOOST_AUTO_TEST_CASE(xml_and_json_of_one_tree_are_equal_in_both_storages) {
    const std::string_view json =
        R"({"Name":"n","Tag":{"Key":"k"},"Tags":[{"Key":"a","Value":""},{}],)"
        R"("Rows":[["x","y"],[]],"Inner":{"Inner":{"Name":"i"}},"Branches":[{"Branches":[{}]}],)"
        R"("ResponseMetadata":{"RequestId":"r"}})";
    const std::string_view xml =
        "<PutTreeResponse><name>n</name><tag><key>k</key></tag><tagSet><Tag><key>a</key><value/>"
        "</Tag><Tag/></tagSet><rows><item><item>x</item><item>y</item></item><item/></rows>"
        "<inner><inner><name>i</name></inner></inner><branches><item><branches><item/></branches>"
        "</item></branches><requestId>r</requestId></PutTreeResponse>";
    scratch memory;
    const decoded<tests::tree> reply{json};
    BOOST_TEST((*reply == *decode_xml<tests::tree>(xml, memory)));
    const decoded<owning<tests::tree>> kept{json};
    BOOST_TEST((*kept == *decode_xml<owning<tests::tree>>(xml, memory)));
    BOOST_TEST((*kept == to_owned(*reply)));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(codec_decode_json_cloudtrail)

namespace {

constexpr std::string_view elements =
    R"({"requestId":"59db","instancesSet":{"items":[{"instanceId":"i-1",)"
    R"("currentState":{"code":64,"name":"stopping"},)"
    R"("previousState":{"code":272,"name":"running"}}]}})";

}  // namespace

BOOST_AUTO_TEST_CASE(response_elements_alone_are_the_reply) {
    const recorded reply{elements};
    BOOST_TEST_REQUIRE(reply.answer.has_value());
    BOOST_TEST((*reply.answer == *decoded(whole)));
}

BOOST_AUTO_TEST_CASE(an_event_contains_the_reply) {
    const std::string event =
        R"({"eventVersion":"1.08","userIdentity":{"type":"IAMUser"},"eventName":"StopInstances",)"
        R"("requestParameters":{"instancesSet":{"items":[{"instanceId":"i-1"}]},"force":false},)"
        R"("responseElements":)" +
        std::string(elements) + R"(,"requestID":"59db","eventID":"x"})";
    const recorded reply{event};
    BOOST_TEST_REQUIRE(reply.answer.has_value());
    BOOST_TEST((*reply.answer == *decoded(whole)));
    for (std::size_t size = 0; size < event.size(); ++size)
        BOOST_TEST(!recorded(std::string_view(event).substr(0, size)).answer.has_value());
}

BOOST_AUTO_TEST_CASE(the_request_id_of_the_event_serves_where_the_reply_has_none) {
    const recorded reply{
        R"({"eventName":"StopInstances","responseElements":{"instancesSet":{"items":[]}},)"
        R"("requestID":"r"})"};
    BOOST_TEST_REQUIRE(reply.answer.has_value());
    BOOST_TEST((reply.answer->request_id == "r"));
    BOOST_TEST(reply.answer->stopping_instances.has_value());
}

BOOST_AUTO_TEST_CASE(a_failed_call_is_a_service_error) {
    const recorded reply{
        R"({"eventName":"StopInstances","errorCode":"Client.InvalidInstanceID.NotFound",)"
        R"("errorMessage":"no","requestParameters":null,"responseElements":null,"requestID":"r"})"};
    BOOST_TEST_REQUIRE(!reply.answer.has_value());
    BOOST_TEST(
        (reply.answer.error().service == service_error{"InvalidInstanceID.NotFound", "no", "r"}));
    const auto code = [](std::string text) {
        return std::string(
            recorded(R"({"errorCode":")" + text + R"("})").answer.error().service.code);
    };
    BOOST_TEST(code("Server.InsufficientInstanceCapacity") == "InsufficientInstanceCapacity");
    BOOST_TEST(code("AccessDenied") == "AccessDenied");
    BOOST_TEST(code("Client.DryRunOperation") == "DryRunOperation");
}

BOOST_AUTO_TEST_CASE(an_event_of_another_operation_is_refused) {
    const marked event{"             v",  //
                       R"({"eventName":"StartInstances","responseElements":null})"};
    check_refused(recorded(event.text).answer, errc::wrong_root, event);
}

BOOST_AUTO_TEST_CASE(a_list_is_an_object_with_items_or_an_array) {
    const auto refused_elements = [](errc code, const marked& document) {
        check_refused(recorded(document.text).answer, code, document);
    };
    refused_elements(errc::wrong_type, {"                v",  //
                                        R"({"instancesSet":1})"});
    refused_elements(errc::wrong_type, {"                         v",  //
                                        R"({"instancesSet":{"items":{}}})"});
    refused_elements(errc::duplicate_member,
                     {"                                    v",  //
                      R"({"instancesSet":{"items":[],"items":[]}})"});
    BOOST_TEST(recorded(R"({"instancesSet":{}})").answer->stopping_instances.has_value());
    BOOST_TEST(recorded(R"({"instancesSet":[]})").answer->stopping_instances.has_value());
    BOOST_TEST(
        recorded(R"({"instancesSet":{"items":null,"x":[1]}})").answer->stopping_instances.empty());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(codec_decode_json_eventbridge)

namespace {

constexpr std::string_view event =
    R"({"version":"0","id":"7bf7","detail-type":"EC2 Instance State-change Notification",)"
    R"("source":"aws.ec2","account":"123456789012","time":"2019-11-11T21:29:54Z",)"
    R"("region":"us-east-1","resources":["arn:aws:ec2:us-east-1:123456789012:instance/i-1"],)"
    R"("detail":{"instance-id":"i-1","state":"pending"}})";

}  // namespace

BOOST_AUTO_TEST_CASE(a_notification_has_all_its_members) {
    const decoded<instance_state_change_notification> reply{event};
    BOOST_TEST((reply->id == "7bf7"));
    BOOST_TEST((reply->detail_type == "EC2 Instance State-change Notification"));
    BOOST_TEST((reply->source == "aws.ec2"));
    BOOST_TEST((reply->account == "123456789012"));
    BOOST_TEST((reply->time == timestamp{1573507794, 0}));
    BOOST_TEST((reply->region == "us-east-1"));
    BOOST_TEST_REQUIRE(reply->resources.size() == 1U);
    BOOST_TEST((reply->detail.instance_id == "i-1"));
    BOOST_TEST((reply->detail.state == instance_state_name::pending));
    BOOST_TEST((to_owned(*reply).detail.state == instance_state_name::pending));
    for (std::size_t size = 0; size < event.size(); ++size)
        BOOST_TEST(
            !decoded<instance_state_change_notification>(event.substr(0, size)).answer.has_value());
}

BOOST_AUTO_TEST_CASE(its_detail_may_come_alone) {
    const decoded<instance_state_change_detail> detail{
        R"({"instance-id":"i-1","state":"hibernating"})"};
    BOOST_TEST((detail->instance_id == "i-1"));
    BOOST_TEST(detail->state->text() == "hibernating");
    BOOST_TEST(!detail->state->value().has_value());
}

// simdjson's own string is padded already.
BOOST_AUTO_TEST_CASE(a_padded_string_is_read_in_place) {
    const json::padded_string bytes(
        std::string_view(R"({"StoppingInstances":[{"InstanceId":"i-1"}]})"));
    scratch memory;
    json::parser parser;
    const auto reply = decode_json<stop_instances_response>(bytes, memory, parser);
    BOOST_REQUIRE(reply.has_value());
    const std::string_view id = *reply->stopping_instances[0].instance_id;
    BOOST_TEST((id.data() > bytes.data() && id.data() < bytes.data() + bytes.size()));
}

// Its bytes end before memory that may not be read, so that reading one byte too many ends the program.
BOOST_AUTO_TEST_CASE(padded_bytes_without_the_padding_are_refused_unread) {
    const std::string text = R"({"StoppingInstances":[{"InstanceId":"i-1"}]})";
    const std::string record =
        R"({"eventName":"StopInstances","responseElements":{"instancesSet":{"items":[]}}})";
    scratch memory;
    json::parser parser;
    for (const std::size_t short_by : {std::size_t{1}, json::padding, json::padding + 1}) {
        const tests::guarded_bytes kept(text + std::string(json::padding - 1, ' '));
        const json::padded_bytes bytes(kept.view().data(), text.size(),
                                       text.size() + json::padding - short_by);
        const auto reply = decode_json<stop_instances_response>(bytes, memory, parser);
        BOOST_REQUIRE(!reply.has_value());
        BOOST_TEST((reply.error().code == errc::missing_padding));
        BOOST_TEST(reply.error().offset == text.size());

        const tests::guarded_bytes kept_record(record);
        const auto recorded = decode_cloudtrail<stop_instances_response>(
            json::padded_bytes(kept_record.view().data(), record.size(), record.size()), memory,
            parser);
        BOOST_REQUIRE(!recorded.has_value());
        BOOST_TEST((recorded.error().code == errc::missing_padding));
    }
    BOOST_TEST(memory.capacity() == 0U);

    // simdjson's padded_bytes of a std::string: the capacity is the string's.
    std::string room = text;
    room.reserve(text.size() + json::padding);
    BOOST_TEST(
        decode_json<stop_instances_response>(json::padded_bytes(room), memory, parser).has_value());
}

// A file of many events, the SDK's dialect, or a failed call inside another record: none of them is an empty
// response (D8: results are never confused).
BOOST_AUTO_TEST_CASE(other_objects_are_not_an_empty_response) {
    for (const std::string_view bytes :
         {R"({"Records":[{"eventName":"StopInstances"}]})", R"({"StoppingInstances":[]})",
          R"({"detail":{"eventName":"StopInstances","errorCode":"Client.X"}})"}) {
        scratch memory;
        const auto reply = decode_cloudtrail<stop_instances_response>(bytes, memory);
        BOOST_REQUIRE(!reply.has_value());
        BOOST_TEST(to_string(reply.error().code) == "wrong_root");
    }
    scratch memory;
    const auto silent = decode_cloudtrail<stop_instances_response>(
        R"({"eventName":"StopInstances","responseElements":null})", memory);
    BOOST_TEST(to_string(silent.error().code) == "no_reply");
}

BOOST_AUTO_TEST_SUITE_END()
