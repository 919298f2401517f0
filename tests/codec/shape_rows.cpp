#include <ec2wire/codec/shape_rows.hpp>

#include <ec2wire/ec2/start_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/shape/protocol.hpp>

#include "codec/fleet.hpp"

#include <boost/test/unit_test.hpp>

#include <optional>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::detail;
using namespace ec2wire::tests;

namespace {

template <class T>
const shape_row* rows = rows_of<ec2_query, T>::rows;

using machine = basic_machine<borrowed>;

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_shape_rows)

BOOST_AUTO_TEST_CASE(a_row_for_each_member_and_an_empty_one_behind_them) {
    const shape_row* row = rows<machine>;
    BOOST_TEST((row[0].kind == member_kind::scalar && row[0].is_text));
    BOOST_TEST((row[1].kind == member_kind::structure && row[1].members == rows<instance_state>));
    BOOST_TEST((row[2].kind == member_kind::scalar && !row[2].is_text));
    BOOST_TEST((row[6].kind == member_kind::list && row[6].items->read != nullptr));
    BOOST_TEST((row[7].kind == member_kind::list && row[7].items->members == rows<tag>));
    // A flattened list.
    BOOST_TEST((row[8].kind == member_kind::left_out));
    BOOST_TEST(row[9].name.size() == 0u);
}

BOOST_AUTO_TEST_CASE(what_is_behind_a_pointer_is_left_out_and_a_shape_may_hold_itself) {
    BOOST_TEST((rows<branch>[1].kind == member_kind::left_out));
    BOOST_TEST((rows<branch>[2].items->members == rows<branch>));
}

BOOST_AUTO_TEST_CASE(what_reads_an_item_is_the_same_for_every_operation) {
    BOOST_TEST((rows<stop_instances_response>[1].items == rows<start_instances_response>[1].items));
}

BOOST_AUTO_TEST_CASE(a_row_opens_its_member) {
    machine one;
    BOOST_TEST((rows<machine>[1].open(&one) == &one.state));
    BOOST_TEST(one.state.has_value());
    scratch memory;
    void* const list = rows<machine>[7].open(&one);
    void* const added = rows<machine>[7].items->append(list, memory);
    BOOST_TEST_REQUIRE(one.tags.size() == 1u);
    BOOST_TEST((added == &one.tags[0]));
}

BOOST_AUTO_TEST_SUITE_END()
