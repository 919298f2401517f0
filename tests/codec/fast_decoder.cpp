#include <ec2wire/codec/fast_decoder.hpp>

#include <ec2wire/ec2/instance_state_change.hpp>
#include <ec2wire/shape/protocol.hpp>

#include "codec/fleet.hpp"
#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::detail;
using namespace ec2wire::tests;

namespace {

using change = basic_instance_state_change<borrowed>;
using changes = list_view<change>;

struct item_name {
    static constexpr std::string_view name = "item";
};

// One place for each scalar, two for what has an end tag of its own.
static_assert(gap_count<std::string_view, 0>() == 1);
static_assert(gap_count<tag, 0>() == 2 + 2);
static_assert(gap_count<change, 0>() == 2 + 1 + 4 + 4);
static_assert(gap_count<changes, 0>() == 2 + 11);
static_assert(gap_count<maybe<changes>, 0>() == 13);
// Nothing is predicted of what is behind a pointer, nor of a list of it.
static_assert(gap_count<indirect_view<branch>, 0>() == 0);
static_assert(gap_count<list_view<indirect_view<branch>>, 0>() == 0);

// Reads minified items. Gives back what is left of the bytes.
struct items_read {
    changes items{};
    change* pending{};
    std::string_view rest{};
};

items_read read_items(std::string_view bytes, scratch& memory) {
    items_read read;
    printed_gaps<minified_layout, 2> gaps;
    const char* const end = bytes.data() + bytes.size();
    const fast_decoder<ec2_query, decltype(gaps)> reader(gaps, end, memory);
    const char* const at =
        reader.pass_items<0, 0, item_name>(bytes.data(), read.items, read.pending);
    read.rest = {at, static_cast<std::size_t>(end - at)};
    return read;
}

constexpr std::string_view whole =
    "<item><instanceId>i-1</instanceId><currentState><code>64</code><name>stopping</name>"
    "</currentState><previousState><code>16</code><name>running</name></previousState></item>";

std::string changed(std::string_view from, std::string_view to) {
    std::string text(whole);
    return text.replace(text.find(from), from.size(), to);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_fast_decoder)

BOOST_AUTO_TEST_CASE(items_are_passed_as_long_as_their_gaps_are_known) {
    scratch memory;
    const std::string bytes = std::string(whole) + std::string(whole) + "</instancesSet>";
    const guarded_bytes guarded{bytes};
    const items_read read = read_items(guarded.view(), memory);
    BOOST_TEST_REQUIRE(read.items.size() == 2u);
    BOOST_TEST(*read.items[1].instance_id == "i-1");
    BOOST_TEST((read.items[1].current_state.code == stopping));
    BOOST_TEST((read.pending == nullptr));
    BOOST_TEST(read.rest == "</instancesSet>");
}

BOOST_AUTO_TEST_CASE(any_member_may_be_missing_where_there_is_no_skeleton) {
    scratch memory;
    const std::string_view bytes =
        "<item><id>a</id><addressSet><item>x</item></addressSet></item>"
        "<item><id>b</id></item><item></item><item><rate>0.5</rate></item>";
    list_view<basic_machine<borrowed>> machines;
    basic_machine<borrowed>* pending = nullptr;
    printed_gaps<minified_layout, 2> gaps;
    const char* const end = bytes.data() + bytes.size();
    const fast_decoder<ec2_query, decltype(gaps)> reader(gaps, end, memory);
    // <addressSet> has no <item>, but <address>.
    BOOST_TEST(
        (reader.pass_items<0, 0, item_name>(bytes.data(), machines, pending) == bytes.data()));
    const char* const second = bytes.data() + bytes.find("<item><id>b");
    BOOST_TEST((reader.pass_items<0, 0, item_name>(second, machines, pending) == end));
    BOOST_TEST_REQUIRE(machines.size() == 3u);
    BOOST_TEST(*machines[0].id == "b");
    BOOST_TEST(*machines[2].rate == 0.5);
}

BOOST_AUTO_TEST_CASE(texts_may_hold_references_and_letters_of_any_kind) {
    scratch memory;
    const std::string bytes = changed("i-1", "a&amp;b\r\n\xC3\xA9]]");
    const items_read read = read_items(bytes, memory);
    BOOST_TEST_REQUIRE(read.items.size() == 1u);
    BOOST_TEST(*read.items[0].instance_id == "a&b\n\xC3\xA9]]");
}

BOOST_AUTO_TEST_CASE(what_is_the_least_bit_different_is_left_where_it_begins) {
    scratch memory;
    for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"64", "x"},
                                   {"64", "65536"},
                                   {"64", "6<!-- -->4"},
                                   {"64", "-0"},
                                   {"64", ""},
                                   {"i-1", "a&b"},
                                   {"i-1", "a]]>b"},
                                   {"i-1", "\xC3"},
                                   {"i-1", "\x01"},
                                   {"</code>", "</code >"},
                                   {"</code>", "</codes>"},
                                   {"<code>64</code>", "<code/>"},
                                   {"<name>", " <name>"},
                                   {"</item>", "<new/></item>"},
                                   {"</item>", "</items>"},
                                   {"</item>", "<instanceId>i-2</instanceId></item>"}}) {
        const std::string odd = changed(from, to);
        const std::string bytes = std::string(whole) + odd;
        const guarded_bytes guarded{bytes};
        const items_read read = read_items(guarded.view(), memory);
        BOOST_TEST_REQUIRE(read.items.size() == 2u);
        // Its element is there already, and empty.
        BOOST_TEST((read.pending == &read.items[1]));
        BOOST_TEST((read.items[1] == change{}));
        BOOST_TEST(read.rest == odd);
    }
}

BOOST_AUTO_TEST_CASE(an_item_that_is_cut_off_is_left_where_it_begins) {
    for (std::size_t size = 6; size < whole.size(); ++size) {
        scratch memory;
        const guarded_bytes guarded{whole.substr(0, size)};
        const items_read read = read_items(guarded.view(), memory);
        BOOST_TEST((read.pending != nullptr));
        BOOST_TEST(read.rest == whole.substr(0, size));
    }
}

BOOST_AUTO_TEST_CASE(what_counts_for_nothing_gives_its_memory_back) {
    // The first text of each needs memory, and what follows is not predicted.
    alignas(std::max_align_t) std::byte room[4 * sizeof(change) + 16];
    scratch memory(room);
    std::string odd = changed("i-1", "&lt;&lt;&lt;");
    odd.replace(odd.find("<name>"), 6, "<other/><name>");
    for (int round = 0; round < 100; ++round) {
        memory.clear();
        const items_read read = read_items(odd, memory);
        const std::byte* const last = memory.mark();
        BOOST_TEST((read.pending == &read.items[0]));
        BOOST_TEST((last == room + 4 * sizeof(change)));
    }
}

BOOST_AUTO_TEST_SUITE_END()
