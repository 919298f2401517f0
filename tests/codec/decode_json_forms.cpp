// Forms of JSON other than the SDK's, and documents that are not replies.
#include <ec2wire/codec/decode_json.hpp>

#include <ec2wire/codec/encode_json.hpp>
#include <ec2wire/ec2/instance_state_change_notification.hpp>
#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/shape/protocol.hpp>

#include "codec/refusals.hpp"
#include "error_text.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

using namespace ec2wire;
using ec2wire::tests::check_refused;
using ec2wire::tests::marked;

namespace {

template <class Shape>
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

template <class Shape>
void refused(errc code, const marked& document) {
    check_refused(decoded<Shape>(document.text).answer, code, document);
}

struct query_service {
    using protocol = aws_query;
    static constexpr std::string_view version = "2011-06-15";
};

struct session {
    std::optional<std::string_view> key{};
    std::optional<timestamp> expiration{};

    static constexpr auto fields() {
        return field_list{field{"AccessKeyId", &session::key},
                          field{"Expiration", &session::expiration}};
    }
};

struct open_session_response {
    using service = query_service;
    static constexpr std::string_view operation = "OpenSession";

    maybe<session> credentials{};
    std::optional<int> size{};
    std::optional<std::string_view> request_id{};

    static constexpr auto fields() {
        using self = open_session_response;
        return field_list{field{"Credentials", &self::credentials},
                          field{"PackedPolicySize", &self::size},
                          field{"RequestId", &self::request_id, {.request_id = true}}};
    }
};

// IAM's GetServiceLastAccessedDetails has such a member.
template <class Storage>
struct basic_job_error {
    std::optional<typename Storage::string> message{};
    std::optional<typename Storage::string> code{};

    static constexpr auto fields() {
        using self = basic_job_error;
        return field_list{field{"Message", &self::message}, field{"Code", &self::code}};
    }
    friend bool operator==(const basic_job_error&, const basic_job_error&) = default;
};

template <class Storage>
struct basic_get_job_response {
    using service = query_service;
    static constexpr std::string_view operation = "GetJob";

    std::optional<typename Storage::string> status{};
    maybe<basic_job_error<Storage>> error{};
    std::optional<typename Storage::string> request_id{};

    static constexpr auto fields() {
        using self = basic_get_job_response;
        return field_list{field{"JobStatus", &self::status}, field{"Error", &self::error},
                          field{"RequestId", &self::request_id, {.request_id = true}}};
    }
    friend bool operator==(const basic_get_job_response&, const basic_get_job_response&) = default;
};
using get_job_response = basic_get_job_response<borrowed>;

// A reply whose request id has any type.
template <class Id>
struct number_response {
    using service = query_service;
    static constexpr std::string_view operation = "Number";
    Id request_id{};
    static constexpr auto fields() {
        return field_list{field{"RequestId", &number_response::request_id, {.request_id = true}}};
    }
};

// A reply without members.
struct close_session_response {
    using service = query_service;
    static constexpr std::string_view operation = "CloseSession";
    std::optional<std::string_view> request_id{};

    static constexpr auto fields() {
        return field_list{
            field{"RequestId", &close_session_response::request_id, {.request_id = true}}};
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_decode_json_forms)

BOOST_AUTO_TEST_CASE(an_object_without_a_known_key_is_not_a_reply) {
    refused<stop_instances_response>(errc::wrong_root, {"           v",  //
                                                        R"({"message":"Forbidden"})"});
    refused<stop_instances_response>(errc::wrong_root,
                                     {"          v",  //
                                      R"({"__type":"UnknownOperationException","a":[1]})"});
    refused<stop_instances_response>(errc::wrong_root,
                                     {"                v",  //
                                      R"({"eventVersion":"1.08","eventName":"StopInstances"})"});
    refused<stop_instances_response>(errc::wrong_root, {"                v",  //
                                                        R"({"instancesSet":{"items":[]}})"});
    refused<stop_instances_response>(errc::wrong_root, {"             v",  //
                                                        R"({"RequestId":"a"})"});
    refused<instance_state_change_notification>(errc::wrong_root,
                                                {"           v",  //
                                                 R"({"message":"Forbidden"})"});
    // An object without keys is accepted, and so is a foreign key beside a known one.
    BOOST_TEST(!decoded<stop_instances_response>("{}")->stopping_instances.has_value());
    BOOST_TEST(decoded<stop_instances_response>(R"({"message":"x","StoppingInstances":[]})")
                   ->stopping_instances.has_value());
    const decoded<stop_instances_response> id{R"({"ResponseMetadata":{"RequestId":"r"}})"};
    BOOST_TEST((id->request_id == "r"));
}

BOOST_AUTO_TEST_CASE(a_reply_without_members_may_have_any_keys_but_those_of_errors) {
    BOOST_TEST(decoded<close_session_response>(R"({"Return":true})").answer.has_value());
    for (const std::string_view foreign :
         {R"({"message":"Forbidden"})", R"({"__type":"x"})", R"({"Records":[]})"})
        BOOST_TEST(
            (decoded<close_session_response>(foreign).answer.error().code == errc::wrong_root));
}

BOOST_AUTO_TEST_CASE(the_query_services_own_json_is_read) {
    const decoded<open_session_response> reply{
        R"({"OpenSessionResponse":{"OpenSessionResult":{"Credentials":{"AccessKeyId":"AKIA",)"
        R"("Expiration":1.436486415E9},"PackedPolicySize":null,"New":1},)"
        R"("ResponseMetadata":{"RequestId":"r"}}})"};
    BOOST_TEST((reply->credentials.key == "AKIA"));
    BOOST_TEST((reply->credentials.expiration == timestamp{1436486415, 0}));
    BOOST_TEST((reply->request_id == "r"));
    BOOST_TEST((decoded<close_session_response>(
                    R"({"CloseSessionResponse":{"ResponseMetadata":{"RequestId":"s"}}})")
                    ->request_id == "s"));
    const decoded<stop_instances_response> ec2{
        R"({"StopInstancesResponse":{"StoppingInstances":[{"InstanceId":"i-1"}]}})"};
    BOOST_TEST((ec2->stopping_instances[0].instance_id == "i-1"));
}

// The request id is a member like any other, although the envelope has it.
BOOST_AUTO_TEST_CASE(a_request_id_that_cannot_be_stored_is_an_error_or_a_note) {
    using number = number_response<std::optional<int>>;
    constexpr std::string_view good = R"({"ResponseMetadata":{"RequestId":"7"}})";
    BOOST_TEST((decoded<number>(good)->request_id == 7));
    BOOST_TEST((decoded<number_response<std::string_view>>(good)->request_id == "7"));
    BOOST_TEST(decoded<number_response<int>>(good)->request_id == 7);
    refused<number>(errc::bad_value, {"                    v",  //
                                      R"({"ResponseMetadata":{"RequestId":"7x"}})"});
    constexpr marked record{"             v",  //
                            R"({"requestID":"7x","eventName":"Number","responseElements":{}})"};
    scratch memory;
    check_refused(decode_cloudtrail<number>(record.text, memory), errc::bad_value, record);

    decode_notes notes;  // D10a
    BOOST_TEST(!decode_cloudtrail<number>(record.text, memory, notes).value().request_id);
    BOOST_TEST_REQUIRE(notes.size() == 1U);
    BOOST_TEST(
        (notes.begin()->kind == note_kind::bad_value && notes.begin()->offset == record.offset()));

    const json::padded_string bytes(std::string_view(R"({"ResponseMetadata":{"RequestId":"r"}})"));
    scratch none{std::span<std::byte>()};
    json::parser parser;
    const auto answer =
        decode_json<number_response<indirect_view<std::string_view>>>(bytes, none, parser);
    BOOST_TEST_REQUIRE(!answer.has_value());
    BOOST_TEST(answer.error().code == errc::out_of_memory);
}

BOOST_AUTO_TEST_CASE(a_reply_in_that_json_without_its_result_is_not_an_empty_response) {
    refused<open_session_response>(errc::missing_member,
                                   {"                       v",  //
                                    R"({"OpenSessionResponse":{"ResponseMetadata":{}}})"});
    refused<open_session_response>(errc::missing_member,
                                   {"                       v",  //
                                    R"({"OpenSessionResponse":{"OpenSessionResult":null}})"});
    refused<open_session_response>(errc::wrong_type, {"                       v",  //
                                                      R"({"OpenSessionResponse":null})"});
    refused<open_session_response>(errc::wrong_root, {"                        v",  //
                                                      R"({"CloseSessionResponse":{}})"});
    refused<open_session_response>(
        errc::duplicate_member,
        {"                                                                   v",  //
         R"({"OpenSessionResponse":{"OpenSessionResult":{},"OpenSessionResult":{}}})"});
}

BOOST_AUTO_TEST_CASE(an_error_in_that_json_has_its_request_id_beside_it) {
    const decoded<open_session_response> reply{
        R"({"Error":{"Type":"Sender","Code":"InvalidClientTokenId","Message":"no"},)"
        R"("RequestId":"r"})"};
    BOOST_TEST_REQUIRE(!reply.answer.has_value());
    BOOST_TEST((reply.answer.error().service == service_error{"InvalidClientTokenId", "no", "r"}));
}

BOOST_AUTO_TEST_CASE(a_time_may_be_seconds_with_an_exponent) {
    const auto time = [](std::string text) {
        const decoded<open_session_response> reply{R"({"Credentials":{"Expiration":)" + text +
                                                   "}}"};
        return reply.answer ? reply.answer->credentials.expiration : std::nullopt;
    };
    BOOST_TEST((time("1.4364864155E9") == timestamp{1436486415, 500'000'000}));
    BOOST_TEST((time("14364864155e-1") == timestamp{1436486415, 500'000'000}));
    BOOST_TEST((time("5e-3") == timestamp{0, 5'000'000}));
    BOOST_TEST((time("-2.5E+1") == timestamp{-25, 0}));
    BOOST_TEST((time("0e0") == timestamp{0, 0}));
    for (const char* bad : {"1e99", "1e-12", "1e300"}) BOOST_TEST(!time(bad));
}

BOOST_AUTO_TEST_CASE(an_error_beside_other_members_is_the_shape_s) {
    const decoded<get_job_response> reply{
        R"({"JobStatus":"FAILED","Error":{"Message":"m","Code":"c"},)"
        R"("ResponseMetadata":{"RequestId":"r"}})"};
    BOOST_TEST((reply->status == "FAILED"));
    BOOST_TEST((reply->error.code == "c"));
    BOOST_TEST((reply->request_id == "r"));
    // In any order, and after encode_json.
    const std::string json = *encode_json(*reply);
    BOOST_TEST((*decoded<get_job_response>(json) == *reply));
    BOOST_TEST((*decoded<get_job_response>(
                    R"({"ResponseMetadata":{"RequestId":"r"},"Error":{"Message":"m",)"
                    R"("Code":"c"},"JobStatus":"FAILED"})") == *reply));
}

BOOST_AUTO_TEST_CASE(an_error_alone_is_the_service_s) {
    const std::string_view bytes = R"({"Error":{"Message":"slow\u0020down","Code":"Throttling"},)"
                                   R"("ResponseMetadata":{"RequestId":"r"}})";
    const service_error error{"Throttling", "slow down", "r"};
    const decoded<get_job_response> reply{bytes};
    BOOST_TEST_REQUIRE(!reply.answer.has_value());
    BOOST_TEST((reply.answer.error().service == error));
    const decoded<basic_get_job_response<owned>> kept{bytes};
    BOOST_TEST_REQUIRE(!kept.answer.has_value());
    BOOST_TEST((kept.answer.error().service == error));
    BOOST_TEST(decoded<get_job_response>(R"({"Error":{}})").answer.error().is_service_error());
    // Null is absent.
    BOOST_TEST(decoded<get_job_response>(R"({"Error":null})").answer.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
