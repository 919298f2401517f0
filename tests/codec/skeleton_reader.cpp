#include <ec2wire/codec/skeleton_reader.hpp>

#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/shape/protocol.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::detail;
using namespace ec2wire::tests;

namespace {

constexpr std::string_view request_id = "<requestId>r-1</requestId>";
constexpr std::string_view item =
    "<item><instanceId>i-1</instanceId><currentState><code>64</code><name>stopping</name>"
    "</currentState><previousState><code>16</code><name>running</name></previousState></item>";

std::string changed(std::string_view from, std::string_view to) {
    std::string text(item);
    return text.replace(text.find(from), from.size(), to);
}

// Reads what is between the tags of a root.
struct root_read {
    scratch memory{};
    guarded_bytes bytes;
    xml::reader in;
    stop_instances_response answer{};
    fast_reader::stop stop{};
    bool is_whole = false;

    explicit root_read(const std::string& inside)
        : bytes("<StopInstancesResponse>" + inside + "</StopInstancesResponse>"),
          in(bytes.view(), memory) {
        in.next();
        fast_reader ahead(in);
        ahead.begin();
        is_whole = pass_printed_root<ec2_query>(answer, in, ahead, stop);
    }
    bool is_at(std::string_view rest) const {
        return in.rest() == std::string(rest) + "</StopInstancesResponse>";
    }
};

std::string list(std::string_view items) {
    return std::string(request_id) + "<instancesSet>" + std::string(items) + "</instancesSet>";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_skeleton_reader)

BOOST_AUTO_TEST_CASE(a_root_with_all_its_members_is_read_at_once) {
    const root_read read(list(std::string(item) + std::string(item)));
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
        const std::string odd = changed(from, to);
        const root_read read(list(std::string(item) + odd));
        BOOST_TEST(!read.is_whole);
        BOOST_TEST((read.stop.is_in_list && read.stop.next == 1));
        BOOST_TEST(read.in.name() == "instancesSet");
        BOOST_TEST(read.is_at(odd + "</instancesSet>"));
        // Its element is there already, and empty.
        BOOST_TEST_REQUIRE(read.answer.stopping_instances.size() == 2u);
        BOOST_TEST((read.stop.pending == &read.answer.stopping_instances[1]));
        BOOST_TEST((read.answer.stopping_instances[1] == instance_state_change{}));
    }
}

BOOST_AUTO_TEST_CASE(behind_a_list_the_strict_reader_goes_on_at_its_end_tag) {
    const root_read read(list(item) + "<new/>");
    BOOST_TEST(!read.is_whole);
    BOOST_TEST((read.stop.is_in_list && read.stop.next == 1 && read.stop.pending == nullptr));
    BOOST_TEST(read.is_at("</instancesSet><new/>"));
}

BOOST_AUTO_TEST_CASE(before_the_first_list_it_begins_at_the_root) {
    const root_read read("<new/>" + list(item));
    BOOST_TEST((!read.is_whole && !read.stop.is_in_list && read.stop.next == 0));
    BOOST_TEST(read.is_at("<new/>" + list(item)));
}

BOOST_AUTO_TEST_CASE(what_counts_for_nothing_gives_its_memory_back) {
    // The first text of each needs memory, and what follows is not as expected.
    alignas(std::max_align_t) std::byte room[4 * sizeof(instance_state_change) + 16];
    std::string odd = changed("i-1", "&lt;&lt;&lt;");
    odd.replace(odd.find("<name>"), 6, "<other/><name>");
    scratch memory(room);
    const std::string bytes = "<x><instancesSet>" + odd + "</instancesSet></x>";
    xml::reader in(bytes, memory);
    in.next();
    in.next();
    fast_reader ahead(in);
    ahead.begin();
    list_view<instance_state_change> items;
    void* pending = nullptr;
    pass_printed_items<ec2_query, list_view<instance_state_change>, fixed_name<4>("item")>(
        &items, in.rest().data(), ahead, pending, {});
    BOOST_TEST((pending == &items[0]));
    BOOST_TEST((memory.mark() == room + 4 * sizeof(instance_state_change)));
}

BOOST_AUTO_TEST_CASE(what_the_strict_reader_reads_again_gives_its_memory_back) {
    alignas(std::max_align_t) std::byte room[16];
    scratch memory(room);
    const std::string_view bytes =
        "<StopInstancesResponse><requestId>r&lt;1</requestId><new/></StopInstancesResponse>";
    xml::reader in(bytes, memory);
    in.next();
    fast_reader ahead(in);
    ahead.begin();
    stop_instances_response answer;
    fast_reader::stop stop;
    BOOST_TEST(!pass_printed_root<ec2_query>(answer, in, ahead, stop));
    BOOST_TEST(!stop.is_in_list);
    BOOST_TEST((memory.mark() == room));
}

BOOST_AUTO_TEST_SUITE_END()
