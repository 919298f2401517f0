#include <ec2wire/codec/printed_document.hpp>

#include <ec2wire/ec2/stop_instances.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

using namespace ec2wire;
using namespace ec2wire::detail;
using namespace ec2wire::tests;

namespace {

using response = stop_instances_response;

constexpr std::string_view pretty = R"(<?xml version="1.0" encoding="UTF-8"?>
<StopInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
    <requestId>r-1</requestId>
    <instancesSet>
        <item>
            <instanceId>i-1</instanceId>
            <currentState>
                <code>64</code>
                <name>stopping</name>
            </currentState>
            <previousState>
                <code>16</code>
                <name>running</name>
            </previousState>
        </item>
    </instancesSet>
</StopInstancesResponse>
)";

constexpr std::string_view minified =
    "<StopInstancesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">"
    "<requestId>r-1</requestId><instancesSet><item><instanceId>i-1</instanceId>"
    "<currentState><code>64</code><name>stopping</name></currentState>"
    "<previousState><code>16</code><name>running</name></previousState></item>"
    "</instancesSet></StopInstancesResponse>";

constexpr std::string_view refusal =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Errors><Error><Code>A</Code>"
    "<Message>m</Message></Error></Errors><RequestID>r</RequestID></Response>";

static_assert(std::string_view(xml_declaration.data(), xml_declaration.size()) ==
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
static_assert(std::string_view(root_start_tag<response>.data(), root_start_tag<response>.size()) ==
              "<StopInstancesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">");

bool is_taken(std::string_view bytes) {
    scratch memory;
    reply<response> answer(std::in_place);
    return decode_printed(bytes, memory, answer);
}

std::string changed(std::string_view text, std::string_view from, std::string_view to) {
    std::string copy(text);
    return copy.replace(copy.find(from), from.size(), to);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_printed_document)

BOOST_AUTO_TEST_CASE(a_reply_as_ec2_or_another_server_prints_it_is_taken) {
    for (const std::string_view text : {pretty, minified}) {
        scratch memory;
        reply<response> answer(std::in_place);
        BOOST_TEST_REQUIRE(decode_printed(text, memory, answer));
        BOOST_TEST_REQUIRE(answer.has_value());
        BOOST_TEST(*answer->request_id == "r-1");
        BOOST_TEST(*answer->stopping_instances[0].instance_id == "i-1");
    }
}

BOOST_AUTO_TEST_CASE(so_is_an_error_of_the_service) {
    scratch memory;
    reply<response> answer(std::in_place);
    BOOST_TEST_REQUIRE(decode_printed(refusal, memory, answer));
    BOOST_TEST_REQUIRE(!answer.has_value());
    BOOST_TEST((answer.error().code == errc::service_error));
    BOOST_TEST(answer.error().offset == refusal.find("<Response>"));
    BOOST_TEST(answer.error().service.code == "A");
    BOOST_TEST(answer.error().service.request_id == "r");
}

BOOST_AUTO_TEST_CASE(white_space_may_follow) {
    BOOST_TEST(is_taken(std::string(minified) + "\n"));
    BOOST_TEST(is_taken(std::string(pretty) + " \r\n\t"));
}

BOOST_AUTO_TEST_CASE(every_other_document_is_left_to_the_strict_reader) {
    for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"?>\n", "?>\n\n"},
                                   {"1.0", "1.1"},
                                   {"2016-11-15", "2016-11-16"},
                                   {"</item>", "</item >"},
                                   {"    <requestId>", "\t<requestId>"},
                                   {"    <requestId>", "  <requestId>"},
                                   {"<instanceId>", "<new/><instanceId>"},
                                   {"r-1", "r<!-- -->1"},
                                   {"</StopInstancesResponse>", "</StopInstancesResponse>x"},
                                   {"</StopInstancesResponse>", "</StopInstancesResponse><!-- -->"},
                                   {"</StopInstancesResponse>", "</StopInstancesResponses>"}})
        BOOST_TEST(!is_taken(changed(pretty, from, to)), to);
    BOOST_TEST(!is_taken(std::string("\xEF\xBB\xBF") + std::string(minified)));
}

BOOST_AUTO_TEST_CASE(no_part_of_a_document_is_taken_and_nothing_is_changed) {
    for (const std::string_view text : {pretty.substr(0, pretty.size() - 1), minified, refusal})
        for (std::size_t size = 0; size < text.size(); ++size) {
            const guarded_bytes part{text.substr(0, size)};
            alignas(std::max_align_t) std::byte room[1024];
            scratch memory(room);
            reply<response> answer(std::in_place);
            const bool is_part_taken = decode_printed(part.view(), memory, answer);
            const bool is_empty = answer.has_value() && *answer == response{};
            if (is_part_taken || !is_empty || memory.mark() != room)
                BOOST_ERROR(size << " bytes of " << text);
        }
}

BOOST_AUTO_TEST_SUITE_END()
