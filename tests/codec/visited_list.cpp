#include <ec2wire/codec/visited_list.hpp>

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/layouts.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;

namespace {

std::string item(std::size_t number) {
    return "<item><instanceId>i-" + std::to_string(number) +
           "</instanceId><currentState><code>64</code><name>R&amp;D</name></currentState></item>";
}

std::string document(std::size_t items, std::string_view id = "<requestId>59db</requestId>") {
    std::string text = "<StopInstancesResponse><instancesSet>";
    for (std::size_t i = 0; i < items; ++i) text += item(i);
    return text + "</instancesSet>" + std::string(id) + "</StopInstancesResponse>";
}

// The items that were visited, in order.
struct shown {
    std::vector<std::string> ids{};
    void operator()(const instance_state_change& change) {
        ids.push_back(std::string(change.instance_id.value_or("?")) + ' ' +
                      std::string(change.current_state.name.value().text()));
    }
};

reply<stop_instances_response> decode_each(std::string_view bytes, scratch& memory, shown& seen) {
    return decode_xml_each<&stop_instances_response::stopping_instances>(bytes, memory, seen);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_visited_list)

BOOST_AUTO_TEST_CASE(each_item_is_shown_once_in_order_and_none_is_kept) {
    for (const tests::layout how : tests::all_layouts) {
        for (const std::size_t size : {0U, 1U, 2U, 3U, 100U}) {
            scratch memory;
            shown seen;
            const std::string bytes = tests::lay_out(document(size), how);
            const auto answer = decode_each(bytes, memory, seen);
            BOOST_TEST_REQUIRE(answer.has_value());
            BOOST_TEST((answer->request_id == "59db"));
            BOOST_TEST(answer->stopping_instances.empty());
            BOOST_TEST_REQUIRE(seen.ids.size() == size);
            for (std::size_t i = 0; i < size; ++i)
                BOOST_TEST(seen.ids[i] == "i-" + std::to_string(i) + " R&D");
        }
    }
}

BOOST_AUTO_TEST_CASE(the_memory_of_one_item_is_enough_for_any_number) {
    alignas(std::max_align_t) std::array<std::byte, 256> buffer{};
    scratch memory(buffer);
    shown seen;
    const std::string bytes = document(5000);
    BOOST_TEST(decode_each(bytes, memory, seen).has_value());
    BOOST_TEST(seen.ids.size() == 5000U);
}

// The declarations of an item are in memory that the next item reuses.
BOOST_AUTO_TEST_CASE(an_item_may_declare_namespaces) {
    std::string bytes = "<StopInstancesResponse xmlns='u' xmlns:a='v'><instancesSet xmlns:b='u'>";
    for (const std::string_view one :
         {"<item xmlns:a='u' xmlns:c='u'><a:instanceId>1</a:instanceId><currentState xmlns:d='u'>"
          "<d:name>d</d:name></currentState></item>",
          "<item><a:instanceId>no</a:instanceId><b:currentState><b:name>b</b:name>"
          "</b:currentState></item>",
          "<c:item/>",
          "<b:item xmlns:b='u'><b:instanceId>3</b:instanceId><currentState><d:name/>"
          "<name>n&amp;</name></currentState></b:item>"})
        for (int i = 0; i < 3; ++i) bytes += one;
    bytes += "</instancesSet><b:requestId>no</b:requestId></StopInstancesResponse>";
    scratch memory;
    shown seen;
    const auto answer = decode_each(bytes, memory, seen);
    BOOST_TEST_REQUIRE(answer.has_value());
    BOOST_TEST(!answer->request_id.has_value());
    BOOST_TEST(seen.ids == (std::vector<std::string>{"1 d", "1 d", "1 d", "? b", "? b", "? b",
                                                     "3 n&", "3 n&", "3 n&"}));
}

BOOST_AUTO_TEST_CASE(a_visitor_may_be_constant) {
    scratch memory;
    std::vector<std::string> ids;
    const auto visit = [&](const instance_state_change& change) {
        ids.emplace_back(change.instance_id.value());
    };
    const std::string bytes = document(2);
    const auto answer =
        decode_xml_each<&stop_instances_response::stopping_instances>(bytes, memory, visit);
    BOOST_TEST(answer.has_value());
    BOOST_TEST(ids == (std::vector<std::string>{"i-0", "i-1"}));
}

// Memory that the visitor allocates, even a new chunk, is released with the item.
BOOST_AUTO_TEST_CASE(a_visitor_may_use_the_scratch) {
    const std::string bytes = document(10);
    for (const std::size_t size : {1U, 10'000U}) {
        scratch memory;
        std::vector<std::string> ids;
        std::size_t capacity = 0;
        const auto visit = [&](const instance_state_change& change) {
            char* const text = memory.allocate<char>(size);
            for (std::size_t i = 0; i < size; ++i) text[i] = '#';
            BOOST_TEST((change.current_state.name == "R&D"));
            ids.emplace_back(change.instance_id.value());
            if (ids.size() == 2) capacity = memory.capacity();
        };
        const auto answer =
            decode_xml_each<&stop_instances_response::stopping_instances>(bytes, memory, visit);
        BOOST_TEST_REQUIRE(answer.has_value());
        BOOST_TEST((answer->request_id == "59db"));
        BOOST_TEST(ids.size() == 10U);
        BOOST_TEST(ids.back() == "i-9");
        BOOST_TEST(memory.capacity() == capacity);
    }
}

// Visited items are valid only if the reply is.
BOOST_AUTO_TEST_CASE(a_reply_cut_anywhere_is_an_error_after_whatever_was_shown) {
    const std::string whole = document(3);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        scratch memory;
        shown seen;
        const std::string bytes = whole.substr(0, size);
        const auto answer = decode_each(bytes, memory, seen);
        BOOST_TEST(!answer.has_value());
        BOOST_TEST(seen.ids.size() <= 3U);
        for (std::size_t i = 0; i < seen.ids.size(); ++i)
            BOOST_TEST(seen.ids[i] == "i-" + std::to_string(i) + " R&D");
    }
}

// The offset of the error is where the last item that was shown ends, whatever read it.
BOOST_AUTO_TEST_CASE(a_visitor_that_stops_leaves_the_offset_after_its_item) {
    for (const tests::layout how : tests::all_layouts)
        for (std::size_t last = 1; last <= 8; ++last) {
            const std::string bytes = tests::lay_out(document(10), how);
            std::size_t end = 0;
            for (std::size_t i = 0; i < last; ++i) end = bytes.find("</item>", end) + 7;
            scratch memory;
            std::size_t count = 0;
            const auto stopped = decode_xml_each<&stop_instances_response::stopping_instances>(
                bytes, memory, [&](const instance_state_change&) { return ++count < last; });
            BOOST_TEST(count == last);
            BOOST_TEST((stopped.error().code == errc::stopped_by_visitor));
            BOOST_TEST(stopped.error().offset == end);
        }
}

BOOST_AUTO_TEST_CASE(an_error_of_the_service_shows_nothing) {
    scratch memory;
    shown seen;
    const auto answer = decode_each(
        "<Response><Errors><Error><Code>A</Code></Error></Errors></Response>", memory, seen);
    BOOST_TEST(answer.error().is_service_error());
    BOOST_TEST(seen.ids.empty());
}

BOOST_AUTO_TEST_SUITE_END()
