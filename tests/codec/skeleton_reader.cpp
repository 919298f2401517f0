#include <ec2wire/codec/skeleton_reader.hpp>

#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/shape/protocol.hpp>

#include "codec/change_item.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::detail;
using namespace ec2wire::tests;

BOOST_AUTO_TEST_SUITE(codec_skeleton_reader)

BOOST_AUTO_TEST_CASE(what_counts_for_nothing_gives_its_memory_back) {
    // The first text of each needs memory, and what follows is not as expected.
    alignas(std::max_align_t) std::byte room[4 * sizeof(instance_state_change) + 16];
    std::string odd = changed_item("i-1", "&lt;&lt;&lt;");
    odd.replace(odd.find("<name>"), 6, "<other/><name>");
    scratch memory(room);
    const std::string bytes = "<x><instancesSet>" + odd + "</instancesSet></x>";
    xml::reader in(bytes, memory);
    in.next();
    in.next();
    fast_reader ahead(in);
    ahead.begin(in.rest().data());
    list_view<instance_state_change> items;
    void* pending = nullptr;
    pass_printed_items<ec2_query, list_view<instance_state_change>, fixed_name<4>("item")>(
        &items, in.rest().data(), ahead, pending, {});
    BOOST_TEST((pending == &items[0]));
    BOOST_TEST((memory.mark() == room + 4 * sizeof(instance_state_change)));
}

BOOST_AUTO_TEST_SUITE_END()
