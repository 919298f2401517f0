// Records as CloudTrail and EventBridge deliver them (rules C1 to C7).
#include <ec2wire/codec/decode_json.hpp>

#include <ec2wire/codec/encode_json.hpp>
#include <ec2wire/ec2/describe_instances.hpp>
#include <ec2wire/ec2/run_instances.hpp>
#include <ec2wire/ec2/start_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/shape/protocol.hpp>

#include "codec/refusals.hpp"
#include "error_text.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>

using namespace ec2wire;
using ec2wire::tests::check_refused;
using ec2wire::tests::marked;

namespace {

template <class Shape>
struct recorded {
    scratch memory{};
    reply<Shape> answer;

    explicit recorded(std::string_view bytes) : answer(decode_cloudtrail<Shape>(bytes, memory)) {}

    const Shape& operator*() const {
        BOOST_TEST_REQUIRE(answer.has_value(), tests::error_text(answer));
        return *answer;
    }
    const Shape* operator->() const { return &**this; }
};

template <class Shape>
void refused(errc code, const marked& document) {
    check_refused(recorded<Shape>(document.text).answer, code, document);
}

template <class Shape>
std::string_view code_of(std::string_view bytes) {
    const recorded<Shape> record{bytes};
    return record.answer ? "answer" : to_string(record.answer.error().code);
}

// Replies of operations that the library does not have.
struct create_volume_response {
    using service = ec2;
    static constexpr std::string_view operation = "CreateVolume";

    std::optional<int> size{};
    std::optional<bool> encrypted{};
    std::optional<std::string_view> id{};
    std::optional<std::string_view> zone{};
    std::optional<timestamp> create_time{};
    std::optional<double> rate{};
    maybe<list_view<std::string_view>> names{};
    std::optional<std::string_view> request_id{};

    static constexpr auto fields() {
        using self = create_volume_response;
        return field_list{field{"Size", &self::size, {.xml_name = "size"}},
                          field{"Encrypted", &self::encrypted, {.xml_name = "encrypted"}},
                          field{"VolumeId", &self::id, {.xml_name = "volumeId"}},
                          field{"AvailabilityZone", &self::zone, {.xml_name = "availabilityZone"}},
                          field{"CreateTime", &self::create_time, {.xml_name = "createTime"}},
                          field{"Rate", &self::rate, {.xml_name = "rate"}},
                          field{"Names", &self::names, {.xml_name = "nameSet"}},
                          field{"RequestId", &self::request_id, {.request_id = true}}};
    }
};

struct create_flow_logs_response {
    using service = ec2;
    static constexpr std::string_view operation = "CreateFlowLogs";

    std::optional<std::string_view> token{};
    maybe<list_view<std::string_view>> ids{};
    maybe<list_view<create_volume_response>> unsuccessful{};
    std::optional<std::string_view> request_id{};

    static constexpr auto fields() {
        using self = create_flow_logs_response;
        return field_list{field{"ClientToken", &self::token, {.xml_name = "clientToken"}},
                          field{"FlowLogIds", &self::ids, {.xml_name = "flowLogIdSet"}},
                          field{"Unsuccessful", &self::unsuccessful, {.xml_name = "unsuccessful"}},
                          field{"RequestId", &self::request_id, {.request_id = true}}};
    }
};

struct delete_volume_response {
    using service = ec2;
    static constexpr std::string_view operation = "DeleteVolume";
    std::optional<std::string_view> request_id{};

    static constexpr auto fields() {
        return field_list{
            field{"RequestId", &delete_volume_response::request_id, {.request_id = true}}};
    }
};

struct sts_service {
    using protocol = aws_query;
    static constexpr std::string_view version = "2011-06-15";
};

struct credentials {
    std::optional<std::string_view> key{};
    std::optional<timestamp> expiration{};

    static constexpr auto fields() {
        return field_list{field{"AccessKeyId", &credentials::key},
                          field{"Expiration", &credentials::expiration}};
    }
};

struct assume_role_response {
    using service = sts_service;
    static constexpr std::string_view operation = "AssumeRole";
    maybe<credentials> keys{};

    static constexpr auto fields() {
        return field_list{field{"Credentials", &assume_role_response::keys}};
    }
};

struct load_balancer {
    list_view<std::string_view> groups{};
    std::optional<std::string_view> dns_name{};

    static constexpr auto fields() {
        return field_list{field{"SecurityGroups", &load_balancer::groups},
                          field{"DNSName", &load_balancer::dns_name}};
    }
};

struct create_load_balancer_response {
    using service = sts_service;
    static constexpr std::string_view operation = "CreateLoadBalancer";
    list_view<load_balancer> balancers{};

    static constexpr auto fields() {
        return field_list{field{"LoadBalancers", &create_load_balancer_response::balancers}};
    }
};

struct database {
    std::optional<std::string_view> name{};
    std::optional<int> nodes{};
    maybe<list_view<std::string_view>> tags{};

    static constexpr std::array<std::string_view, 1> left_out{"LeftOut"};
    static constexpr auto fields() {
        return field_list{field{"DBName", &database::name},
                          field{"NumberOfNodes", &database::nodes}, field{"Tags", &database::tags}};
    }
};

struct create_cluster_response {
    using service = sts_service;
    static constexpr std::string_view operation = "CreateCluster";
    maybe<database> cluster{};

    static constexpr auto fields() {
        return field_list{field{"Cluster", &create_cluster_response::cluster}};
    }
};

struct resize_cluster_response {
    using service = sts_service;
    static constexpr std::string_view operation = "ResizeCluster";
    database cluster{};

    static constexpr auto fields() {
        return field_list{field{"Cluster", &resize_cluster_response::cluster}};
    }
};

struct create_stack_response {
    using service = sts_service;
    static constexpr std::string_view operation = "CreateStack";
    maybe<database> cluster{};
    std::optional<std::string_view> id{};

    static constexpr auto fields() {
        using self = create_stack_response;
        return field_list{field{"Cluster", &self::cluster}, field{"Id", &self::id}};
    }
};

struct create_part_response {
    using service = sts_service;
    static constexpr std::string_view operation = "CreatePart";
    maybe<database> cluster{};

    static constexpr std::array<std::string_view, 1> left_out{"Id"};
    static constexpr auto fields() {
        return field_list{field{"Cluster", &create_part_response::cluster}};
    }
};

struct create_vpc_response {
    using service = ec2;
    static constexpr std::string_view operation = "CreateVpc";
    maybe<database> cluster{};

    static constexpr auto fields() {
        return field_list{field{"Cluster", &create_vpc_response::cluster}};
    }
};

// A CloudTrail record of CreateVolume with these members in its reply.
std::string volume(std::string_view members) {
    return R"({"eventName":"CreateVolume","responseElements":{)" + std::string(members) + "}}";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_decode_cloudtrail)

BOOST_AUTO_TEST_CASE(a_wrapper_is_there_once) {
    const auto code = [](std::string_view elements) {
        return code_of<assume_role_response>(R"({"eventName":"AssumeRole","responseElements":)" +
                                             std::string(elements) + "}");
    };
    const std::string one = R"("AssumeRoleResult":{"sourceIdentity":"a"})";
    BOOST_TEST(code(R"({"AssumeRoleResponse":{)" + one + "}}") == "answer");
    BOOST_TEST(code("{" + one + "}") == "answer");
    BOOST_TEST(code("{" + one + "," + one + "}") == "duplicate_member");
    BOOST_TEST(code(R"({"AssumeRoleResponse":{)" + one + "," + one + "}}") == "duplicate_member");
    BOOST_TEST(code(R"({"AssumeRoleResponse":{)" + one + R"(},"AssumeRoleResponse":{)" + one +
                    "}}") == "duplicate_member");
    BOOST_TEST(code(R"({"AssumeRoleResponse":{},)" + one + "}") == "answer");
}

BOOST_AUTO_TEST_CASE(a_time_is_milliseconds) {
    const recorded<run_instances_response> reply{
        R"({"eventName":"RunInstances","eventSource":"ec2.amazonaws.com","responseElements":{)"
        R"("requestId":"r-1","reservationId":"r-0","instancesSet":{"items":[{"instanceId":"i-0",)"
        R"("launchTime":1700000000000}]}}})"};
    BOOST_TEST((reply->instances[0].launch_time == timestamp{1700000000, 0}));
    BOOST_TEST(encode_json(*reply).has_value());
    const auto time = [](std::string value) {
        const recorded<create_volume_response> record{volume(R"("createTime":)" + value)};
        return record.answer ? record.answer->create_time : std::nullopt;
    };
    BOOST_TEST((time("1700000000123") == timestamp{1700000000, 123'000'000}));
    BOOST_TEST((time("\"1700000000123\"") == timestamp{1700000000, 123'000'000}));
    BOOST_TEST((time("1.7E12") == timestamp{1700000000, 0}));
    BOOST_TEST((time("100000000000") == timestamp{100000000, 0}));
    BOOST_TEST((time("-100000000500") == timestamp{-100000001, 500'000'000}));
    BOOST_TEST((time("0") == timestamp{0, 0}));
    BOOST_TEST((time("\"2015-01-25T08:00:00Z\"") == timestamp{1422172800, 0}));
    // A text is a number if it is one in JSON.
    for (const char* text : {"\" 1700000000123\"", "\"1700000000123.0\"", "\"1.700000000123E12\""})
        BOOST_TEST((time(text) == timestamp{1700000000, 123'000'000}));
    for (const char* seconds : {"1700000000", "99999999999", "-1", "\"1700000000\"", "1.7E9",
                                "\"1700000000.5\"", "\" 1700000000\"", "\"1.7E9\""}) {
        BOOST_TEST(!time(seconds));
        BOOST_TEST(code_of<create_volume_response>(
                       volume(std::string(R"("createTime":)") + seconds)) == "bad_value");
    }
}

BOOST_AUTO_TEST_CASE(a_time_may_be_printed_as_java_does) {
    const auto time = [](std::string text) {
        const recorded<assume_role_response> record{
            R"({"eventName":"AssumeRole","responseElements":{"credentials":{"accessKeyId":"AKIA",)"
            R"("expiration":")" +
            text + R"("}}})"};
        return record.answer ? record.answer->keys.expiration : std::nullopt;
    };
    BOOST_TEST((time("Jan 25, 2015 8:00:00 AM") == timestamp{1422172800, 0}));
    BOOST_TEST((time("Jan 25, 2015 08:00:00 AM") == timestamp{1422172800, 0}));
    BOOST_TEST((time("Jan 25, 2015 8:00:00 PM") == timestamp{1422172800 + 12 * 3600, 0}));
    BOOST_TEST((time("Jan 25, 2015 12:00:01 AM") == timestamp{1422172800 - 8 * 3600 + 1, 0}));
    BOOST_TEST((time("Jan 25, 2015 12:00:00 PM") == timestamp{1422172800 + 4 * 3600, 0}));
    BOOST_TEST((time("Jan 25, 2015, 8:00:00 AM") == timestamp{1422172800, 0}));
    BOOST_TEST((time("Jan 25, 2015, 8:00:00\xE2\x80\xAF"
                     "AM") == timestamp{1422172800, 0}));
    BOOST_TEST((time("Feb 29, 2016 1:02:03 AM") == timestamp{1456707723, 0}));
    for (const char* bad :
         {"Feb 29, 2015 1:02:03 AM", "anF 25, 2015 8:00:00 AM", "Jan 25, 2015 13:00:00 AM",
          "Jan 25, 2015 8:00:00", "Jan 25, 2015 8:00:00 AMx", "Jan 0, 2015 8:00:00 AM",
          "Jan 25, 2015,8:00:00 AM", "Jan 25, 2015,, 8:00:00 AM",
          "Jan 25, 2015, 8:00:00\xE2\x80"
          "AM",
          "Jan"})
        BOOST_TEST(!time(bad));
}

BOOST_AUTO_TEST_CASE(a_list_is_called_items_or_item) {
    const recorded<run_instances_response> reply{
        R"({"eventName":"RunInstances","responseElements":{"instancesSet":{"items":[{"instanceId":)"
        R"("i-0","networkInterfaceSet":{"items":[{"networkInterfaceId":"eni-0",)"
        R"("privateIpAddressesSet":{"item":[{"privateIpAddress":"10.0.0.5","primary":true}]}}]}}]}}})"};
    const auto& addresses = reply->instances[0].network_interfaces[0].private_ip_addresses;
    BOOST_TEST_REQUIRE(addresses.size() == 1U);
    BOOST_TEST((addresses[0].private_ip_address == "10.0.0.5"));
    const auto names = [](std::string value) {
        const recorded<create_volume_response> record{volume(R"("nameSet":)" + value)};
        std::string text;
        if (!record.answer) return std::string(to_string(record.answer.error().code));
        for (const std::string_view name : record.answer->names) text.append(name) += ',';
        return record.answer->names.has_value() ? text : "absent";
    };
    BOOST_TEST(names(R"({"items":["a","b"]})") == "a,b,");
    BOOST_TEST(names(R"({"item":["a","b"]})") == "a,b,");
    BOOST_TEST(names(R"({"item":"a"})") == "a,");
    BOOST_TEST(names(R"({"item":""})") == ",");
    BOOST_TEST(names(R"({"item":[]})") == "");
    BOOST_TEST(names("{}") == "");
    BOOST_TEST(names("\"\"") == "");
    BOOST_TEST(names("null") == "absent");
    BOOST_TEST(names(R"({"items":["a"],"item":["b"]})") == "duplicate_member");
    BOOST_TEST(names(R"({"item":"a","item":"b"})") == "duplicate_member");
    BOOST_TEST(names(R"({"items":"a"})") == "wrong_type");
    BOOST_TEST(names("\"a\"") == "wrong_type");
    BOOST_TEST(names(R"(["a","b"])") == "a,b,");
    BOOST_TEST(names("[]") == "");
    BOOST_TEST(names(R"({"items":[["a"]]})") == "wrong_type");
    BOOST_TEST(names(R"([{"items":["a"]}])") == "wrong_type");
}

// As the services of awsQuery are recorded.
BOOST_AUTO_TEST_CASE(a_list_may_be_an_array) {
    const recorded<create_load_balancer_response> reply{
        R"({"eventName":"CreateLoadBalancer","eventSource":"elasticloadbalancing.amazonaws.com",)"
        R"("responseElements":{"loadBalancers":[{"securityGroups":["sg-1","sg-2"],"dNSName":"a"},)"
        R"({"securityGroups":[],"dNSName":"b"}]}})"};
    BOOST_TEST_REQUIRE(reply->balancers.size() == 2U);
    BOOST_TEST_REQUIRE(reply->balancers[0].groups.size() == 2U);
    BOOST_TEST(reply->balancers[0].groups[1] == "sg-2");
    BOOST_TEST((reply->balancers[1].dns_name == "b"));
}

// As RDS, Redshift and ElastiCache are recorded.
BOOST_AUTO_TEST_CASE(the_only_structure_may_have_no_object_around_it) {
    const auto cluster = [](std::string_view elements) {
        return R"({"eventName":"CreateCluster","eventSource":"redshift.amazonaws.com",)"
               R"("responseElements":{)" +
               std::string(elements) + "}}";
    };
    const auto name = [](std::string_view bytes) {
        const recorded<create_cluster_response> reply{bytes};
        return std::string(reply->cluster.has_value() ? reply->cluster.name.value_or("?")
                                                      : "absent");
    };
    const recorded<create_cluster_response> bare{
        cluster(R"("dBName":"d","tags":["a","b"],"new":{"dBName":"e"},"numberOfNodes":2)")};
    BOOST_TEST((bare->cluster.name == "d" && bare->cluster.nodes == 2));
    BOOST_TEST(bare->cluster.tags.size() == 2U);
    BOOST_TEST(name(cluster(R"("numberOfNodes":2,"dBName":"\u0064")")) == "d");
    BOOST_TEST(name(R"({"dBName":"d"})") == "d");
    BOOST_TEST(name(cluster(R"("cluster":{"dBName":"d"})")) == "d");
    BOOST_TEST(name(cluster(R"("numberOfNodes":null)")) == "?");
    BOOST_TEST(name(cluster(R"("return":true)")) == "absent");
    BOOST_TEST(name(R"({"dBName":"d","responseElements":{"return":1}})") == "absent");
    // The service itself writes these asterisks.
    BOOST_TEST(name(cluster(R"("dBName":"****")")) == "****");

    const auto code = [&](std::string_view elements) {
        return code_of<create_cluster_response>(cluster(elements));
    };
    BOOST_TEST(code(R"("dBName":"d","dBName":"e")") == "duplicate_member");
    BOOST_TEST(code(R"("dBName":"d","cluster":{})") == "duplicate_member");
    BOOST_TEST(code(R"("cluster":{},"dBName":"d")") == "duplicate_member");
    BOOST_TEST(code(R"("numberOfNodes":"x")") == "bad_value");
    BOOST_TEST(code(R"("new":"d")") == "wrong_root");
    // Not where another member is in the reply, or left out of the shape; nor in ec2Query.
    BOOST_TEST(code_of<create_stack_response>(
                   R"({"eventName":"CreateStack","responseElements":{"dBName":"d"}})") ==
               "wrong_root");
    BOOST_TEST(code_of<create_part_response>(
                   R"({"eventName":"CreatePart","responseElements":{"dBName":"d"}})") ==
               "wrong_root");
    BOOST_TEST(code_of<create_vpc_response>(
                   R"({"eventName":"CreateVpc","responseElements":{"dBName":"d"}})") ==
               "wrong_root");

    decode_notes notes;
    scratch memory;
    const auto noted = decode_cloudtrail<create_cluster_response>(
        cluster(R"("dBName":"d","new":1,"leftOut":1)"), memory, notes);
    BOOST_TEST((noted.has_value() && noted->cluster.name == "d"));
    BOOST_TEST_REQUIRE(notes.size() == 1U);
    BOOST_TEST(notes.begin()->member == "new");
}

BOOST_AUTO_TEST_CASE(newer_operations_wrap_their_reply) {
    const recorded<create_flow_logs_response> reply{
        R"({"eventName":"CreateFlowLogs","eventSource":"ec2.amazonaws.com","responseElements":{)"
        R"("CreateFlowLogsResponse":{"xmlns":"http://ec2.amazonaws.com/doc/2016-11-15/",)"
        R"("requestId":"r-1","unsuccessful":"","clientToken":"t-1",)"
        R"("flowLogIdSet":{"item":"fl-0"}}}})"};
    BOOST_TEST_REQUIRE(reply->ids.size() == 1U);
    BOOST_TEST(reply->ids[0] == "fl-0");
    BOOST_TEST((reply->token == "t-1"));
    BOOST_TEST((reply->request_id == "r-1"));
    BOOST_TEST((reply->unsuccessful.has_value() && reply->unsuccessful.empty()));
    const recorded<assume_role_response> result{
        R"({"AssumeRoleResponse":{"AssumeRoleResult":{"credentials":{"accessKeyId":"AKIA"}}}})"};
    BOOST_TEST((result->keys.key == "AKIA"));
    // The wrapper of another operation is an unknown key.
    BOOST_TEST(
        code_of<create_flow_logs_response>(
            R"({"eventName":"CreateFlowLogs","responseElements":{"CreateVolumeResponse":{}}})") ==
        "wrong_root");
}

BOOST_AUTO_TEST_CASE(the_value_counts_and_not_its_type_in_json) {
    const recorded<create_volume_response> reply{
        R"({"eventName":"CreateVolume","eventSource":"ec2.amazonaws.com","responseElements":{)"
        R"("requestId":"r-1","volumeId":"vol-0","size":"8","zone":"us-east-1a","status":"creating"}})"};
    BOOST_TEST((reply->size == 8));
    BOOST_TEST((reply->id == "vol-0"));
    BOOST_TEST((reply->zone == "us-east-1a"));
    const recorded<create_volume_response> other{
        volume(R"("volumeId":1.50,"encrypted":"true","rate":"0.5","size":9)")};
    BOOST_TEST((other->id == "1.50"));
    BOOST_TEST((other->encrypted == true));
    BOOST_TEST((other->rate == 0.5));
    BOOST_TEST(
        (recorded<create_volume_response> { volume(R"("volumeId":false)") } -> id == "false"));
    // Strings that are not numbers, and an empty one.
    BOOST_TEST(code_of<create_volume_response>(volume(R"("size":"x")")) == "bad_value");
    BOOST_TEST(code_of<create_volume_response>(volume(R"("size":true)")) == "wrong_type");
    BOOST_TEST(code_of<create_volume_response>(volume(R"("encrypted":1)")) == "wrong_type");
    BOOST_TEST(code_of<create_volume_response>(volume(R"("volumeId":{})")) == "wrong_type");
    const recorded<create_volume_response> empty{
        volume(R"("size":"","encrypted":"","createTime":"","rate":"","volumeId":"")")};
    BOOST_TEST((!empty->size && !empty->encrypted && !empty->create_time && !empty->rate));
    BOOST_TEST((empty->id == ""));
}

BOOST_AUTO_TEST_CASE(a_record_without_the_reply_is_an_error) {
    for (const std::string_view elements :
         {"null", R"({"omitted":true})", R"("HIDDEN_DUE_TO_SECURITY_REASONS")",
          R"({"omitted":true,"originalSize":110000,"reason":"responseElements too large"})"}) {
        const std::string record =
            R"({"eventName":"DescribeInstances","eventSource":"ec2.amazonaws.com",)"
            R"("requestParameters":{},"responseElements":)" +
            std::string(elements) + "}";
        BOOST_TEST(code_of<describe_instances_response>(record) == "no_reply");
        BOOST_TEST_CONTEXT(record)
        BOOST_TEST(recorded<describe_instances_response>(record).answer.error().offset ==
                   record.rfind(elements));
    }
    BOOST_TEST(code_of<stop_instances_response>(R"({"eventName":"StopInstances"})") == "no_reply");
    // A reply without members cannot lack any.
    BOOST_TEST(code_of<delete_volume_response>(
                   R"({"eventName":"DeleteVolume","responseElements":null,"requestID":"r"})") ==
               "answer");
    BOOST_TEST(code_of<delete_volume_response>(
                   R"({"eventName":"DeleteVolume","responseElements":{"omitted":true}})") ==
               "no_reply");
}

BOOST_AUTO_TEST_CASE(a_masked_member_is_absent) {
    const recorded<create_volume_response> reply{
        volume(R"("volumeId":"HIDDEN_DUE_TO_SECURITY_REASONS","size":"<sensitiveDataRemoved>",)"
               R"("nameSet":"HIDDEN_DUE_TO_SECURITY_REASONS","encrypted":true)")};
    BOOST_TEST((!reply->id && !reply->size && !reply->names.has_value()));
    BOOST_TEST((reply->encrypted == true));
}

BOOST_AUTO_TEST_CASE(a_masked_structure_that_cannot_be_absent_is_not_an_empty_one) {
    const std::string mask = R"("HIDDEN_DUE_TO_SECURITY_REASONS")";
    for (const std::string& items : {R"({"items":[{"volumeId":"v"},)" + mask + "]}",
                                     R"({"item":)" + mask + "}", '[' + mask + ']'}) {
        const std::string record =
            R"({"eventName":"CreateFlowLogs","responseElements":{"unsuccessful":)" + items + "}}";
        const recorded<create_flow_logs_response> reply{record};
        BOOST_TEST_CONTEXT(record) {
            BOOST_TEST_REQUIRE(!reply.answer.has_value());
            BOOST_TEST((reply.answer.error().code == errc::no_reply));
            BOOST_TEST(reply.answer.error().offset == record.find(mask));
        }
    }
    BOOST_TEST(code_of<resize_cluster_response>(R"({"responseElements":{"cluster":)" + mask +
                                                "}}") == "no_reply");
}

BOOST_AUTO_TEST_CASE(elements_without_a_known_member_are_another_reply_s) {
    refused<create_volume_response>(
        errc::wrong_root,
        {"                                                          v",  //
         R"({"eventName":"CreateVolume","responseElements":{"message":"Forbidden"}})"});
    BOOST_TEST(code_of<create_volume_response>(volume(R"("_return":true)")) == "answer");
    BOOST_TEST(code_of<create_volume_response>(volume(R"("requestId":"r")")) == "answer");
    BOOST_TEST(code_of<create_volume_response>(volume("")) == "answer");
    const auto deleted = [](std::string_view elements) {
        return code_of<delete_volume_response>(
            R"({"eventName":"DeleteVolume","responseElements":)" + std::string(elements) + "}");
    };
    BOOST_TEST(deleted(R"({"anything":1})") == "answer");
    BOOST_TEST(deleted(R"({"__type":"x"})") == "wrong_root");
    BOOST_TEST(deleted(R"({"message":"x"})") == "wrong_root");
}

BOOST_AUTO_TEST_CASE(an_event_of_eventbridge_is_read_as_its_detail) {
    const std::string_view event =
        R"({"version":"0","id":"e-1","detail-type":"AWS API Call via CloudTrail","source":"aws.ec2",)"
        R"("detail":{"eventName":"StopInstances","eventSource":"ec2.amazonaws.com",)"
        R"("responseElements":{"requestId":"r-1","instancesSet":{"items":[{"instanceId":"i-0",)"
        R"("currentState":{"code":64,"name":"stopping"},"previousState":{"code":16,)"
        R"("name":"running"}}]}}}})";
    const recorded<stop_instances_response> reply{event};
    BOOST_TEST_REQUIRE(reply->stopping_instances.size() == 1U);
    BOOST_TEST((reply->stopping_instances[0].instance_id == "i-0"));
    BOOST_TEST((reply->stopping_instances[0].current_state.code == stopping));
    for (std::size_t size = 0; size < event.size(); ++size)
        BOOST_TEST(!recorded<stop_instances_response>(event.substr(0, size)).answer.has_value());
    BOOST_TEST(code_of<start_instances_response>(event) == "wrong_root");
    // A name that is masked is that of no operation.
    BOOST_TEST(code_of<start_instances_response>(R"({"eventName":"<sensitiveDataRemoved>"})") ==
               "wrong_root");
    BOOST_TEST(code_of<start_instances_response>(
                   R"({"eventName":"HIDDEN_DUE_TO_SECURITY_REASONS","responseElements":{}})") ==
               "wrong_root");
    BOOST_TEST(code_of<stop_instances_response>(
                   R"({"detail-type":"EC2 Instance State-change Notification","detail":{)"
                   R"("instance-id":"i-1","state":"pending"}})") == "wrong_root");
    const recorded<stop_instances_response> failed{
        R"({"detail":{"errorCode":"Client.X"},"detail-type":"AWS API Call via CloudTrail"})"};
    BOOST_TEST_REQUIRE(!failed.answer.has_value());
    BOOST_TEST(failed.answer.error().service.code == "X");
}

BOOST_AUTO_TEST_CASE(keys_of_a_record_are_not_members_of_the_reply) {
    const recorded<create_volume_response> reply{
        R"({"eventVersion":"1.08","size":5,"eventName":"CreateVolume",)"
        R"("responseElements":{"volumeId":"v"},"rate":1})"};
    BOOST_TEST((!reply->size && !reply->rate && reply->id == "v"));
    BOOST_TEST((!recorded<create_volume_response> {
        R"({"size":5,"responseElements":{"volumeId":"v"}})"
    } -> size));
}

BOOST_AUTO_TEST_SUITE_END()
