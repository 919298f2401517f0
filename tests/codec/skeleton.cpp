#include <ec2wire/codec/skeleton.hpp>

#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/shape/protocol.hpp>

#include "codec/change_item.hpp"
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

constexpr fixed_name<4> item("item");
using pretty = skeleton<ec2_query, true, change, item>;
using minified = skeleton<ec2_query, false, change, item>;
using root = skeleton<ec2_query, true, stop_instances_response>;

// The whole text of a skeleton, with an O in each hole.
template <class Skeleton>
std::string text_of() {
    std::string text;
    for (std::size_t part = 0; part + 1 < Skeleton::whole.begin.size(); ++part) {
        if (part != 0) text += 'O';
        text.append(Skeleton::whole.text.data() + Skeleton::whole.begin[part],
                    Skeleton::whole.begin[part + 1] - Skeleton::whole.begin[part]);
    }
    return text;
}

static_assert(has_skeleton<change>() && hole_count<change>() == 5);
static_assert(has_skeleton<tag>() && hole_count<tag>() == 2);
// A list has any number of items, and a shape inside itself no end.
static_assert(!has_skeleton<basic_machine<borrowed>>());
static_assert(!has_skeleton<branch>());
static_assert(!has_skeleton<list_view<tag>>());
// In a root a list of short items is one more hole.
static_assert(has_root_skeleton<stop_instances_response>());
static_assert(!has_root_skeleton<fleet>());

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_skeleton)

BOOST_AUTO_TEST_CASE(an_item_as_ec2_prints_it) {
    BOOST_TEST(text_of<pretty>() == printed_change_item);
}

BOOST_AUTO_TEST_CASE(the_same_without_white_space) {
    BOOST_TEST(text_of<minified>() ==
               "<item><instanceId>O</instanceId><currentState><code>O</code><name>O</name>"
               "</currentState><previousState><code>O</code><name>O</name></previousState></item>");
}

BOOST_AUTO_TEST_CASE(a_document_from_its_declaration_on) {
    BOOST_TEST(text_of<root>() == R"(<?xml version="1.0" encoding="UTF-8"?>
<StopInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
    <requestId>O</requestId>
    <instancesSet>O
    </instancesSet>
</StopInstancesResponse>)");
}

BOOST_AUTO_TEST_CASE(its_first_gap_is_what_stands_behind_the_start_tag_of_its_root) {
    BOOST_TEST(root::first_gap() == "\n    <requestId>");
}

BOOST_AUTO_TEST_CASE(a_part_is_passed_whole_or_not_at_all) {
    const std::string_view part = "<item><instanceId>";
    for (std::size_t size = 0; size <= part.size(); ++size) {
        const guarded_bytes bytes{std::string(part.substr(0, size))};
        const char* const end = bytes.view().data() + size;
        const char* const behind = minified::pass<0>(bytes.view().data(), end);
        BOOST_TEST((behind == (size == part.size() ? end : nullptr)));
    }
}

BOOST_AUTO_TEST_SUITE_END()
