#include <ec2wire/codec/encode_json.hpp>

#include <ec2wire/codec/decode_json.hpp>
#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/ec2/start_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/club_shapes.hpp"
#include "codec/shapes.hpp"
#include "error_text.hpp"
#include "files.hpp"

#include <boost/test/unit_test.hpp>

#include <simdjson.h>

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;
using ec2wire::tests::conformance_folder;
using ec2wire::tests::needs;
using ec2wire::tests::read_file;

namespace {

template <class Message>
std::string encoded(const Message& message) {
    const auto json = encode_json(message);
    BOOST_REQUIRE_MESSAGE(json.has_value(), tests::error_text(json));
    return *json;
}

// Decodes a reply from XML and encodes it as JSON.
template <class Response>
std::string json_of(std::string_view xml) {
    scratch memory;
    const auto reply = decode_xml<Response>(xml, memory);
    BOOST_REQUIRE_MESSAGE(reply.has_value(), tests::error_text(reply));
    return encoded(*reply);
}

// JSON in a normal form, with the members of each object in order, so that documents compare as values.
std::string sorted(simdjson::dom::element element) {
    if (element.is_array()) {
        std::string text = "[";
        for (const auto part : simdjson::dom::array(element)) text += sorted(part) + ",";
        return text + "]";
    }
    if (!element.is_object()) return simdjson::minify(element);
    std::map<std::string_view, std::string> members;
    for (const auto [key, value] : simdjson::dom::object(element)) members[key] = sorted(value);
    std::string text = "{";
    for (const auto& [key, value] : members) text.append(key) += ":" + value + ",";
    return text + "}";
}

std::string sorted(const std::string& json) {
    simdjson::dom::parser parser;
    return sorted(parser.parse(json).value());
}

template <class Response>
void check_conformance(const std::string& name) {
    const auto folder = conformance_folder() / "replies";
    BOOST_TEST(sorted(json_of<Response>(read_file(folder / (name + ".xml")))) ==
               sorted(read_file(folder / (name + ".json"))));
}

// A reply about one instance in EC2's own layout.
std::string ec2_reply(const std::string& operation, const std::string& current,
                      const std::string& previous) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<" +
           operation +
           "Response xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">\n"
           "    <requestId>59dbff89-35bd-4eac-99ed-be587a3c1d02</requestId>\n"
           "    <instancesSet>\n"
           "        <item>\n"
           "            <instanceId>i-1234567890abcdef0</instanceId>\n"
           "            <currentState>\n" +
           current +
           "            </currentState>\n"
           "            <previousState>\n" +
           previous +
           "            </previousState>\n"
           "        </item>\n"
           "    </instancesSet>\n"
           "</" +
           operation + "Response>";
}

std::string ec2_state(int code, const std::string& name) {
    return "                <code>" + std::to_string(code) +
           "</code>\n"
           "                <name>" +
           name + "</name>\n";
}

// Turns the output in the reference of an example (a Python dictionary without the content of
// ResponseMetadata) into JSON, with our ResponseMetadata.
std::string expected_output(const std::string& page) {
    std::string text = page.substr(page.find("Expected Output:"));
    text = text.substr(text.find('{'));
    std::string json;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t next = text.find_first_not_of(" \n", i + 1);
        const bool is_last = next != std::string::npos && (text[next] == '}' || text[next] == ']');
        if (text[i] == ',' && is_last) continue;
        json += text[i] == '\'' ? '"' : text[i];
    }
    const std::string open = "\"...\": \"...\"";
    json.replace(json.find(open), open.size(),
                 "\"RequestId\": \"59dbff89-35bd-4eac-99ed-be587a3c1d02\"");
    return json;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_encode_json)

BOOST_AUTO_TEST_CASE(a_reply_comes_out_as_boto3_prints_it) {
    BOOST_TEST(json_of<stop_instances_response>(ec2_reply(
                   "StopInstances", ec2_state(64, "stopping"), ec2_state(272, "running"))) ==
               R"({"StoppingInstances":[{"InstanceId":"i-1234567890abcdef0","CurrentState":)"
               R"({"Code":64,"Name":"stopping"},"PreviousState":{"Code":272,"Name":"running"}}],)"
               R"("ResponseMetadata":{"RequestId":"59dbff89-35bd-4eac-99ed-be587a3c1d02"}})");
}

BOOST_AUTO_TEST_CASE(absent_is_left_out_and_empty_is_not) {
    BOOST_TEST(json_of<stop_instances_response>("<StopInstancesResponse/>") == "{}");
    BOOST_TEST(json_of<stop_instances_response>(
                   "<StopInstancesResponse><requestId/></StopInstancesResponse>") ==
               R"({"ResponseMetadata":{"RequestId":""}})");
    BOOST_TEST(json_of<start_instances_response>(
                   "<StartInstancesResponse><instancesSet/></StartInstancesResponse>") ==
               R"({"StartingInstances":[]})");
    BOOST_TEST(json_of<start_instances_response>(
                   "<StartInstancesResponse><instancesSet><item/><item><instanceId/><currentState/>"
                   "</item></instancesSet></StartInstancesResponse>") ==
               R"({"StartingInstances":[{},{"InstanceId":"","CurrentState":{}}]})");
}

BOOST_AUTO_TEST_CASE(the_recorded_replies_equal_the_json_beside_them,
                     *boost::unit_test::precondition(needs{conformance_folder() / "replies"})) {
    check_conformance<start_instances_response>("ec2-start-instances");
    check_conformance<stop_instances_response>("ec2-stop-instances");
}

BOOST_AUTO_TEST_CASE(the_examples_of_the_reference_equal_their_expected_output,
                     *boost::unit_test::precondition(needs{tests::reference_folder()})) {
    BOOST_TEST(
        sorted(json_of<start_instances_response>(
            ec2_reply("StartInstances", ec2_state(0, "pending"), ec2_state(80, "stopped")))) ==
        sorted(expected_output(read_file(tests::reference_folder() / "start_instances.txt"))));
    BOOST_TEST(
        sorted(json_of<stop_instances_response>(
            ec2_reply("StopInstances", ec2_state(64, "stopping"), ec2_state(16, "running")))) ==
        sorted(expected_output(read_file(tests::reference_folder() / "stop_instances.txt"))));
}

BOOST_AUTO_TEST_CASE(text_is_escaped_and_reads_back) {
    using namespace std::string_literals;
    owning<stop_instances_response> message;
    message.request_id = "\"\\/\b\f\n\r\t\0\x1F\x7F<\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"s;
    const std::string json = encoded(message);
    scratch memory;
    const auto reply = decode_json<stop_instances_response>(json, memory);
    BOOST_TEST_REQUIRE(reply.has_value());
    BOOST_TEST((reply->request_id == *message.request_id));
    for (const char c : json) BOOST_TEST((c >= ' ' && c <= '~'));
}

BOOST_AUTO_TEST_CASE(every_kind_of_scalar_has_its_json) {
    const std::vector<std::byte> blob{std::byte{0xFB}, std::byte{0xFF}, std::byte{0}};
    const owning<tests::scalars> message{.flag = false,
                                         .i8 = -128,
                                         .i64 = std::numeric_limits<std::int64_t>::min(),
                                         .u64 = std::numeric_limits<std::uint64_t>::max(),
                                         .f32 = 0.1F,
                                         .f64 = -1e100,
                                         .text = "",
                                         .blob = blob,
                                         .date_time = timestamp{1422172800, 0},
                                         .epoch_seconds = timestamp{1422172800, 500'000'000},
                                         .http_date = timestamp{1422172800, 0},
                                         .paint = tests::color::sea_green,
                                         .state = state_code{272}};
    const std::string json = encoded(message);
    BOOST_TEST(
        json ==
        R"({"Flag":false,"I8":-128,"I64":-9223372036854775808,"U64":18446744073709551615,)"
        R"("F32":0.1,"F64":-1e+100,"Text":"","Blob":"+/8A","DateTime":"2015-01-25T08:00:00Z",)"
        R"("EpochSeconds":"2015-01-25T08:00:00.500Z","HttpDate":"2015-01-25T08:00:00Z",)"
        R"("Paint":"sea-green","State":272})");
    scratch memory;
    BOOST_TEST((*decode_json<owning<tests::scalars>>(json, memory) == message));

    using limits = std::numeric_limits<double>;
    BOOST_TEST(encoded(owning<tests::scalars>{.f32 = std::numeric_limits<float>::quiet_NaN(),
                                              .f64 = -limits::infinity()}) ==
               R"({"F32":"NaN","F64":"-Infinity"})");
}

BOOST_AUTO_TEST_CASE(structures_lists_and_recursion_nest) {
    owning<tests::tree> message{.name = "root"};
    message.tag = tests::basic_tag<owned>{.key = "k"};
    message.tags.push_back({});
    message.rows = {{"x", "y"}, {}};
    message.inner = owning<tests::branch>{.branches = {{.name = "b"}}};
    message.request_id = "r";
    const std::string json = encoded(message);
    BOOST_TEST(json ==
               R"({"Name":"root","Tag":{"Key":"k"},"Tags":[{}],"Rows":[["x","y"],[]],)"
               R"("Inner":{"Branches":[{"Name":"b"}]},"ResponseMetadata":{"RequestId":"r"}})");
    scratch memory;
    BOOST_TEST((*decode_json<owning<tests::tree>>(json, memory) == message));
}

namespace {

struct plain {
    using service = ec2;
    static constexpr std::string_view operation = "Plain";

    bool flag = false;
    int number = 0;
    std::string text{};
    std::vector<std::byte> blob{};
    std::vector<int> list{};

    static constexpr auto fields() {
        return field_list{field{"Flag", &plain::flag}, field{"Number", &plain::number},
                          field{"Text", &plain::text}, field{"Blob", &plain::blob},
                          field{"List", &plain::list}};
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(members_that_cannot_be_absent_are_written_except_empty_lists) {
    BOOST_TEST(encoded(plain{}) == R"({"Flag":false,"Number":0,"Text":"","Blob":""})");
    BOOST_TEST(encoded(plain{.list = {0}}) ==
               R"({"Flag":false,"Number":0,"Text":"","Blob":"","List":[0]})");
}

BOOST_AUTO_TEST_CASE(a_value_without_a_json_form_is_an_error) {
    owning<stop_instances_response> message;
    message.stopping_instances.push_back({.instance_id = "i-\xFF"});
    BOOST_TEST((encode_json(message).error() == encode_error{errc::not_utf8, "InstanceId", 2, 0}));
    message.stopping_instances.clear();
    message.request_id = "\x80";
    BOOST_TEST((encode_json(message).error() == encode_error{errc::not_utf8, "RequestId", 0, 0}));
    const owning<tests::scalars> late{.http_date = timestamp{253402300800, 0}};
    BOOST_TEST((encode_json(late).error() == encode_error{errc::bad_value, "HttpDate", 0, 0}));
}

namespace {

struct sparse {
    using service = ec2;
    static constexpr std::string_view operation = "Sparse";

    std::vector<std::optional<int>> list{};

    static constexpr auto fields() { return field_list{field{"List", &sparse::list}}; }
};

}  // namespace

BOOST_AUTO_TEST_CASE(an_element_that_is_absent_is_null) {
    const sparse message{.list = {1, {}, 3}};
    BOOST_TEST(encoded(message) == R"({"List":[1,null,3]})");
    scratch memory;
    BOOST_TEST((decode_json<sparse>(encoded(message), memory)->list == message.list));
}

namespace {

using sparse_map = std::vector<map_entry<std::string, std::optional<int>>>;

struct marks {
    using service = ec2;
    static constexpr std::string_view operation = "Marks";

    sparse_map map{};
    std::vector<maybe<tests::choice>> list{};
    std::vector<map_entry<std::string, tests::choice>> choices{};

    static constexpr auto fields() {
        return field_list{field{"Map", &marks::map}, field{"List", &marks::list},
                          field{"Choices", &marks::choices}};
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_map_is_an_object_in_the_order_of_its_entries) {
    BOOST_TEST(encoded(marks{.map = {{"b", 1}, {"a", {}}, {"b", 2}, {"\"\n", 3}}}) ==
               R"({"Map":{"b":1,"a":null,"b":2,"\"\n":3}})");
    BOOST_TEST(encoded(marks{}) == "{}");
    BOOST_TEST((encode_json(marks{.map = {{"ok\xC3", 1}}}).error() ==
                encode_error{errc::not_utf8, "Map", 2, 0}));
}

namespace {

template <class Key>
struct keyed {
    using service = ec2;
    static constexpr std::string_view operation = "Keyed";

    std::vector<map_entry<Key, int>> map{};

    static constexpr auto fields() { return field_list{field{"Map", &keyed::map}}; }
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_key_is_a_string_whatever_its_type) {
    BOOST_TEST(encoded(keyed<std::optional<std::string>>{{{"a", 1}}}) == R"({"Map":{"a":1}})");
    BOOST_TEST(encoded(keyed<indirect<std::string>>{{{std::string("a"), 1}}}) ==
               R"({"Map":{"a":1}})");
    BOOST_TEST(encoded(keyed<std::optional<int>>{{{-1, 1}}}) == R"({"Map":{"-1":1}})");
    BOOST_TEST(encoded(keyed<double>{{{0.5, 1}}}) == R"({"Map":{"0.5":1}})");
    const std::vector<std::byte> blob(60);  // longer than one piece of base64
    BOOST_TEST(encoded(keyed<std::vector<std::byte>>{{{blob, 1}}}) ==
               R"({"Map":{")" + std::string(80, 'A') + R"(":1}})");
}

BOOST_AUTO_TEST_CASE(an_entry_of_a_map_without_a_key_is_an_error) {
    const encode_error missing{errc::missing_member, "Map", 0, 0};
    BOOST_TEST((encode_json(keyed<std::optional<std::string>>{{{{}, 1}}}).error() == missing));
    BOOST_TEST((encode_json(keyed<indirect<std::string>>{{{{}, 1}}}).error() == missing));
    BOOST_TEST((encode_json(keyed<const char*>{{{nullptr, 1}}}).error() == missing));
    BOOST_TEST((encode_json(keyed<std::optional<int>>{{{{}, 1}}}).error() == missing));
}

BOOST_AUTO_TEST_CASE(a_union_has_at_most_one_member) {
    const tests::choice number{.number = 1};
    const tests::choice both{.number = 1, .text = "t"};
    BOOST_TEST(encoded(marks{.list = {number, tests::choice{}, {}}}) ==
               R"({"List":[{"Number":1},{},null]})");
    BOOST_TEST((encode_json(marks{.list = {number, both}}).error() ==
                encode_error{errc::bad_value, "List", 0, 0}));
    BOOST_TEST((encode_json(marks{.choices = {{"a", number}, {"b", both}}}).error() ==
                encode_error{errc::bad_value, "Choices", 0, 0}));
}

BOOST_AUTO_TEST_CASE(objects_and_arrays_are_nested_as_deep_as_they_are_read) {
    owning<tests::tree> message;
    auto* branch = &message.inner.emplace();
    for (std::size_t depth = 2; depth < max_depth; ++depth) branch = &branch->inner.emplace();
    branch->name = "x";  // inside max_depth objects
    scratch memory;
    BOOST_TEST(decode_json<tests::tree>(encoded(message), memory).has_value());
    branch->inner.emplace();
    BOOST_TEST((encode_json(message).error() == encode_error{errc::too_deep, "Inner", 0, 0}));
    branch->inner = {};
    branch->branches.resize(1);
    BOOST_TEST((encode_json(message).error() == encode_error{errc::too_deep, "Branches", 0, 0}));
}

namespace {

// A response that has errors of a service among its members.
template <class Id>
struct batch {
    using service = ec2;
    static constexpr std::string_view operation = "Batch";

    std::vector<basic_service_error<owned>> errors{};
    Id id{};

    static constexpr auto fields() {
        return field_list{field{"Errors", &batch::errors},
                          field{"Id", &batch::id, {.request_id = true}}};
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_request_id_inside_a_structure_is_one_of_its_members) {
    const batch<std::string> message{.errors = {{"SlowDown", "slow", "r-1"}}, .id = "r-2"};
    BOOST_TEST(encoded(message) ==
               R"({"Errors":[{"Code":"SlowDown","Message":"slow","RequestId":"r-1"}],)"
               R"("ResponseMetadata":{"RequestId":"r-2"}})");
    scratch memory;
    BOOST_TEST(
        (decode_json<batch<std::string>>(encoded(message), memory)->errors == message.errors));
}

// A structure that is an element of a message's array may also be a document of its own.
BOOST_AUTO_TEST_CASE(a_structure_that_is_no_message_has_its_request_id_among_its_members) {
    scratch memory;
    const auto error = decode_json<service_error>(
        R"({"RequestId":"r-1","Code":"SlowDown","Message":"slow"})", memory);
    BOOST_TEST((error.has_value() && error->request_id == "r-1"));
    const auto alone = decode_json<service_error>(R"({"RequestId":"r-1"})", memory);
    BOOST_TEST((alone.has_value() && alone->request_id == "r-1"));
    // The request id of a message is not one of its members: its name is an unknown key.
    decode_notes notes;
    const auto reply = decode_json<batch<std::string>>(
        R"({"Errors":[],"Id":"r-1","Id":"r-2","ResponseMetadata":{"RequestId":"r-3"}})", memory,
        notes);
    BOOST_TEST((reply.has_value() && reply->id == "r-3" && notes.size() == 2U));
}

BOOST_AUTO_TEST_CASE(the_request_id_is_a_string_named_request_id_whatever_its_member_is) {
    const batch<std::optional<int>> message{.id = 7};
    BOOST_TEST(encoded(message) == R"({"ResponseMetadata":{"RequestId":"7"}})");
    scratch memory;
    BOOST_TEST((decode_json<batch<std::optional<int>>>(encoded(message), memory)->id == 7));
}

BOOST_AUTO_TEST_SUITE_END()
