// CloudTrail files, and streams of events.
#include <ec2wire/codec/visit_cloudtrail_events.hpp>

#include <ec2wire/ec2/reboot_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using namespace ec2wire;

namespace {

const std::string stop =
    R"({"eventName":"StopInstances","awsRegion":"us-1","eventID":"e-1","eventSource":"ec2.amazonaws.com",)"
    R"("eventTime":"2015-01-25T08:00:00Z","userAgent":"a \"}]\\","responseElements":{"instancesSet":{)"
    R"("items":[{"instanceId":"i-1"}]}}})";
const std::string start = R"({"eventName":"Start\u0049nstances","errorCode":"Client.X"})";

// Returns the names of the events, or their errors, and the result of the visit.
std::string seen(std::string_view file) {
    scratch memory;
    json::parser parser;
    std::string text;
    const auto count =
        visit_cloudtrail_events(file, memory, parser, [&](const cloudtrail_event& event) {
            text.append(event.name.value_or("?"));
            if (event.error.code != errc{}) text.append(" ").append(to_string(event.error.code));
            text += "; ";
        });
    if (count) return text + std::to_string(*count);
    return text + std::string(to_string(count.error().code)) + " at " +
           std::to_string(count.error().offset);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_visit_cloudtrail_events)

BOOST_AUTO_TEST_CASE(a_file_may_be_a_string_of_simdjson) {
    scratch memory;
    json::parser parser;
    const json::padded_string file(stop + "\n" + start);
    std::size_t last = 0;
    const auto count = visit_cloudtrail_events(
        file, memory, parser, [&](const cloudtrail_event& event) { last = event.offset; });
    BOOST_TEST(*count == 2u);
    BOOST_TEST(last == stop.size() + 1);
    BOOST_TEST(memory.capacity() < file.size() + 4096);  // which was not copied
}

BOOST_AUTO_TEST_CASE(a_delivery_has_records_and_a_stream_has_lines) {
    const std::string delivery = R"({"Records":[)" + stop + "," + start + "]}";
    BOOST_TEST(seen(delivery) == "StopInstances; StartInstances; 2");
    BOOST_TEST(seen(" {\n \"Records\" : [ \n" + stop + " ,\n " + start + "\n] }\n") ==
               "StopInstances; StartInstances; 2");
    BOOST_TEST(seen(stop + "\n" + start) == "StopInstances; StartInstances; 2");
    BOOST_TEST(seen(stop + "\r\n\n\n" + start + "\n") == "StopInstances; StartInstances; 2");
    BOOST_TEST(seen(delivery + delivery + "\n" + stop) ==
               "StopInstances; StartInstances; StopInstances; StartInstances; StopInstances; 5");
    BOOST_TEST(seen(R"({"detail-type":"AWS API Call via CloudTrail","detail":)" + stop + "}") ==
               "StopInstances; 1");
    const std::string mark = "\xEF\xBB\xBF";
    BOOST_TEST(seen(mark + delivery + "\n" + mark + delivery) ==
               "StopInstances; StartInstances; StopInstances; StartInstances; 4");
    BOOST_TEST(seen(mark + stop + "\n" + start) == "StopInstances; StartInstances; 2");
    BOOST_TEST(seen("") == "0");
    BOOST_TEST(seen(R"({"Records":[]})") == "0");
}

BOOST_AUTO_TEST_CASE(an_array_has_events) {
    const std::string array = "[" + stop + "," + start + "]";
    BOOST_TEST(seen(array) == "StopInstances; StartInstances; 2");
    BOOST_TEST(seen("\xEF\xBB\xBF [\n" + stop + " ,\n " + start + "\n]\n" + start) ==
               "StopInstances; StartInstances; StartInstances; 3");
    BOOST_TEST(seen("[ ]\n" + start) == "StartInstances; 1");
    BOOST_TEST(seen(R"({"Records":[]})" + array) == "StopInstances; StartInstances; 2");
    BOOST_TEST(seen("[" + start + ",5]") ==
               "StartInstances; wrong_type at " + std::to_string(2 + start.size()));
    for (std::size_t size = 2; size < array.size(); ++size)
        BOOST_TEST(
            seen(array.substr(0, size)).ends_with("unexpected_end at " + std::to_string(size)));
    // A line of another log, which is no array of events.
    BOOST_TEST(seen("[2015-01-25] text\n" + start) == "? wrong_type; StartInstances; 2");
    BOOST_TEST(seen("[") == "? wrong_type; 1");
}

BOOST_AUTO_TEST_CASE(an_event_may_have_several_lines) {
    const std::string lines = " {\n  \"eventName\":\n    \"StopInstances\",\n  \"a\": {}\n}";
    BOOST_TEST(seen(lines) == "StopInstances; 1");
    BOOST_TEST(seen(start + "\n" + lines + "\r\n" + start + "\n" + lines) ==
               "StartInstances; StopInstances; StartInstances; StopInstances; 4");
    // A bracket that is not closed is a line.
    BOOST_TEST(seen("{\n" + start) == "? unexpected_end; StartInstances; 2");
    BOOST_TEST(seen("{\n{\n" + start) == "? unexpected_end; ? unexpected_end; StartInstances; 3");
    std::string many;
    for (int i = 0; i < 200'000; ++i) many += "{\n";
    BOOST_TEST(seen(many).ends_with("; 200000"));
}

BOOST_AUTO_TEST_CASE(an_event_has_its_name_and_can_be_decoded) {
    const std::string file = "\n" + stop + "\n" + start;
    scratch memory;
    scratch of_replies;
    json::parser parser;
    int count = 0;
    const auto check = [&](const cloudtrail_event& event) {
        if (++count == 2) {
            BOOST_TEST((event.number == 2 && event.offset == stop.size() + 2));
            BOOST_TEST((event.error_code == "Client.X"));
            return;
        }
        BOOST_TEST((event.number == 1 && event.offset == 1 && event.error.code == errc{}));
        BOOST_TEST((std::string_view(event.bytes) == stop));
        BOOST_TEST((event.source == "ec2.amazonaws.com" && event.id == "e-1"));
        BOOST_TEST((event.region == "us-1" && event.time == "2015-01-25T08:00:00Z"));
        const auto reply =
            decode_cloudtrail<stop_instances_response>(event.bytes, of_replies, parser);
        BOOST_TEST_REQUIRE(reply.has_value());
        BOOST_TEST((reply->stopping_instances[0].instance_id == "i-1"));
    };
    BOOST_TEST(visit_cloudtrail_events(file, memory, parser, check).value() == 2U);
    BOOST_TEST(count == 2);
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_an_event_are_shown_with_their_error) {
    BOOST_TEST(seen(stop.substr(0, 40) + "\n" + start) == "? unexpected_end; StartInstances; 2");
    BOOST_TEST(seen("{\"a\":1}\n<html>\n" + start) ==
               "? wrong_root; ? not_a_document; StartInstances; 3");
    BOOST_TEST(seen(R"({"Records":[{"eventName":x},)" + start + "]}") ==
               "? bad_json; StartInstances; 2");
    BOOST_TEST(seen(R"({"Records":[)" + start + ",5]}") ==
               "StartInstances; wrong_type at " + std::to_string(13 + start.size()));
    BOOST_TEST(seen(R"({"Records":[)" + start + ";") ==
               "StartInstances; bad_json at " + std::to_string(12 + start.size()));
}

// CloudTrail's files have their records and nothing else.
BOOST_AUTO_TEST_CASE(an_object_with_more_than_records_is_another_document) {
    const std::string records = R"({"Records":[)" + start + "]";
    const auto after = [](std::size_t size) { return " at " + std::to_string(size); };
    BOOST_TEST(seen(records + R"(,"x":1})") ==
               "StartInstances; wrong_root" + after(records.size()));
    BOOST_TEST(seen(records + "\n,") == "StartInstances; wrong_root" + after(records.size() + 1));
    BOOST_TEST(seen(records + R"("x":1})") == "StartInstances; bad_json" + after(records.size()));
    BOOST_TEST(seen(R"({"Records":[],"x":1})") == "wrong_root at 13");
    BOOST_TEST(seen(R"({"x":1,"Records":[]})") == "? wrong_root; 1");
}

BOOST_AUTO_TEST_CASE(a_truncated_file_is_not_a_shorter_file) {
    const std::string file = R"({"Records":[)" + start + "," + start + "]}";
    for (std::size_t size = 12; size < file.size(); ++size)
        BOOST_TEST(
            seen(file.substr(0, size)).ends_with("unexpected_end at " + std::to_string(size)));
}

BOOST_AUTO_TEST_CASE(a_visitor_may_stop) {
    scratch memory;
    json::parser parser;
    int count = 0;
    const auto stopped = visit_cloudtrail_events(
        stop + "\n" + start, memory, parser, [&](const cloudtrail_event&) { return ++count < 1; });
    BOOST_TEST((count == 1 && stopped.error().code == errc::stopped_by_visitor));
    const auto unpadded =
        visit_cloudtrail_events(json::padded_bytes(stop.data(), stop.size(), stop.size()), memory,
                                parser, [](const cloudtrail_event&) {});
    BOOST_TEST((unpadded.error().code == errc::missing_padding));
}

BOOST_AUTO_TEST_CASE(memory_is_used_again_for_each_event) {
    std::string file;
    for (int i = 0; i < 1000; ++i) file += start + "\n";
    scratch memory(heap, 4 * file.size());
    json::parser parser;
    const auto count =
        visit_cloudtrail_events(file, memory, parser, [&](const cloudtrail_event& event) {
            BOOST_TEST((event.name == "StartInstances"));
            BOOST_TEST(memory.allocate<char>(4096) != nullptr);
        });
    BOOST_TEST(count.value() == 1000U);
}

BOOST_AUTO_TEST_CASE(the_details_of_a_service_event_are_not_a_reply) {
    scratch memory;
    const auto reply = decode_cloudtrail<reboot_instances_response>(
        R"({"eventName":"RebootInstances","eventType":"AwsServiceEvent","serviceEventDetails":{"a":1}})",
        memory);
    BOOST_TEST_REQUIRE(!reply.has_value());
    BOOST_TEST((reply.error().code == errc::no_reply));
}

BOOST_AUTO_TEST_SUITE_END()
