#include <ec2wire/codec/printed_root.hpp>

#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/shape/protocol.hpp>

#include "codec/change_item.hpp"
#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

using namespace ec2wire;
using namespace ec2wire::detail;
using namespace ec2wire::tests;
using namespace std::string_literals;

namespace {

constexpr std::string_view request_id = "<requestId>r-1</requestId>";
constexpr std::string_view tag =
    "<StopInstancesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">";

// Reads what is between the tags of a root.
struct root_read {
    scratch memory{};
    guarded_bytes bytes;
    std::string_view rest;
    stop_instances_response answer{};
    printed_stop stop{};
    bool is_whole = false;

    explicit root_read(const std::string& inside)
        : bytes(std::string(tag) + inside + "</StopInstancesResponse>"),
          rest(bytes.view().substr(tag.size())) {
        const char* const end = rest.data() + rest.size();
        fast_input in(end, memory);
        is_whole = pass_printed_inside<ec2_query>(answer, rest.data(), in, stop);
        if (stop.at.is_in_list)
            rest = {stop.list.place, static_cast<std::size_t>(end - stop.list.place)};
    }
    bool is_at(std::string_view wanted) const {
        return rest == std::string(wanted) + "</StopInstancesResponse>";
    }
};

std::string list(std::string_view items) {
    return std::string(request_id) + "<instancesSet>" + std::string(items) + "</instancesSet>";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_printed_root)

BOOST_AUTO_TEST_CASE(a_root_with_all_its_members_is_read_at_once) {
    const root_read read(list(std::string(change_item) + std::string(change_item)));
    BOOST_TEST(read.is_whole);
    BOOST_TEST(*read.answer.request_id == "r-1");
    BOOST_TEST_REQUIRE(read.answer.stopping_instances.size() == 2u);
    BOOST_TEST((read.answer.stopping_instances[1].current_state.code == stopping));
}

BOOST_AUTO_TEST_CASE(what_is_the_least_bit_different_in_an_item_is_left_where_it_begins) {
    for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"64", "x"},
                                   {"64", "65536"},
                                   {"64", "6<!-- -->4"},
                                   {"i-1", "a&b"},
                                   {"i-1", "\x01"},
                                   {"</code>", "</code >"},
                                   {"<code>64</code>", "<code/>"},
                                   {"<name>", " <name>"},
                                   {"</item>", "<new/></item>"},
                                   {"</item>", "</items>"},
                                   {"</item>", "<instanceId>i-2</instanceId></item>"}}) {
        const std::string odd = changed_item(from, to);
        const root_read read(list(std::string(change_item) + odd));
        BOOST_TEST(!read.is_whole);
        BOOST_TEST((read.stop.at.is_in_list && read.stop.at.next == 1));
        BOOST_TEST(read.stop.list.name == "instancesSet");
        BOOST_TEST(read.is_at(odd + "</instancesSet>"));
        // Its element is there already, and empty.
        BOOST_TEST_REQUIRE(read.answer.stopping_instances.size() == 2u);
        BOOST_TEST((read.stop.at.pending == &read.answer.stopping_instances[1]));
        BOOST_TEST((read.answer.stopping_instances[1] == instance_state_change{}));
    }
}

BOOST_AUTO_TEST_CASE(behind_a_list_the_strict_reader_goes_on_at_its_end_tag) {
    const root_read read(list(change_item) + "<new/>");
    BOOST_TEST(!read.is_whole);
    BOOST_TEST((read.stop.at.is_in_list && read.stop.at.next == 1));
    BOOST_TEST(read.stop.at.pending == nullptr);
    BOOST_TEST(read.is_at("</instancesSet><new/>"));
}

BOOST_AUTO_TEST_CASE(before_the_first_list_it_begins_at_the_root) {
    const root_read read("<new/>" + list(change_item));
    BOOST_TEST((!read.is_whole && !read.stop.at.is_in_list && read.stop.at.next == 0));
    BOOST_TEST(read.is_at("<new/>" + list(change_item)));
}

BOOST_AUTO_TEST_CASE(a_document_is_read_from_its_declaration_on_in_either_layout) {
    for (const std::string_view newline : {"", "\n"}) {
        const std::string gap = newline.empty() ? "" : "\n    ";
        const std::string head =
            std::string(printed_declaration) + std::string(tag) + gap + "<requestId>";
        const std::string rest = "r-1</requestId>" + gap + "<instancesSet>" + gap +
                                 "</instancesSet>" + std::string(newline) +
                                 "</StopInstancesResponse>";
        const auto read = [&](const std::string& document) {
            const guarded_bytes bytes(document);
            scratch memory;
            stop_instances_response answer;
            printed_stop stop;
            const bool is_whole =
                pass_printed_document<ec2_query>(answer, bytes.view(), memory, stop);
            BOOST_TEST(is_whole == (answer.request_id == "r-1"));
            const char* const place = stop.root.place;
            BOOST_TEST((is_whole || place == nullptr));
            return is_whole;
        };
        BOOST_TEST(read(head + rest));
        for (std::size_t size = 0; size < head.size(); ++size)
            BOOST_TEST(!read(head.substr(0, size)));
        for (std::size_t i = 0; i < head.size(); ++i) {
            std::string changed = head;
            changed[i] ^= 1;
            BOOST_TEST(!read(changed + rest));
        }
    }
}

BOOST_AUTO_TEST_CASE(where_a_document_goes_on_otherwise_its_root_is_known) {
    const std::string bytes = std::string(printed_declaration) + std::string(tag) +
                              "<requestId>r</requestId><new/></StopInstancesResponse>";
    scratch memory;
    stop_instances_response answer;
    printed_stop stop;
    BOOST_TEST(!pass_printed_document<ec2_query>(answer, std::string_view(bytes), memory, stop));
    BOOST_TEST(stop.root.name == "StopInstancesResponse");
    BOOST_TEST(stop.root.place == bytes.data() + printed_declaration.size() + tag.size());
    BOOST_TEST(!stop.at.is_in_list);
}

BOOST_AUTO_TEST_CASE(what_the_strict_reader_reads_again_gives_its_memory_back) {
    alignas(std::max_align_t) std::byte room[16];
    scratch memory(room);
    const std::string bytes =
        std::string(tag) + "<requestId>r&lt;1</requestId><new/></StopInstancesResponse>";
    fast_input in(bytes.data() + bytes.size(), memory);
    stop_instances_response answer;
    printed_stop stop;
    BOOST_TEST(!pass_printed_inside<ec2_query>(answer, bytes.data() + tag.size(), in, stop));
    BOOST_TEST(!stop.at.is_in_list);
    BOOST_TEST((memory.mark() == room));
}

// E1
BOOST_AUTO_TEST_CASE(one_error_as_ec2_prints_it_is_read_at_once) {
    constexpr std::string_view errors =
        "<Errors><Error><Code>A</Code><Message>R&amp;D</Message></Error></Errors>";
    const auto read = [](std::string_view inside, scratch& memory) {
        const guarded_bytes bytes("<Response>" + std::string(inside) + "</Response>");
        fast_input in(bytes.view().data() + bytes.view().size(), memory);
        service_error error;
        printed_stop stop;
        const bool is_read = pass_printed_error<ec2_query>(error, bytes.view().data(), in, stop);
        BOOST_TEST(stop.root.name == "Response");
        return is_read ? std::string(error.code) + ' ' + std::string(error.message) + ' ' +
                             std::string(error.request_id)
                       : "";
    };
    scratch memory;
    BOOST_TEST(read(std::string(errors) + "<RequestID>r</RequestID>", memory) == "A R&D r");
    alignas(std::max_align_t) std::byte room[64];
    for (const std::string& other :
         {std::string(errors), std::string(errors) + "<RequestId>r</RequestId>",
          std::string(errors) + "<RequestID>r</RequestID><new/>",
          "<Errors><Error><Code>A</Code></Error></Errors><RequestID>r</RequestID>"s}) {
        scratch fixed{std::span(room)};
        BOOST_TEST(read(other, fixed) == "");
        BOOST_TEST((fixed.mark() == room));
    }
}

BOOST_AUTO_TEST_SUITE_END()
