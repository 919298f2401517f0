#include <ec2wire/codec/skeleton.hpp>

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

struct item_name {
    static constexpr std::string_view name = "item";
};

using pretty = skeleton<ec2_query, pretty_layout, 2, change, item_name>;
using minified = skeleton<ec2_query, minified_layout, 2, change, item_name>;

// The whole text of a skeleton, with an O in each hole.
template <class Bones>
std::string text_of() {
    std::string text;
    for (std::size_t part = 0; part + 1 < Bones::whole.begin.size(); ++part) {
        if (part != 0) text += 'O';
        text.append(Bones::whole.text.data() + Bones::whole.begin[part],
                    Bones::whole.begin[part + 1] - Bones::whole.begin[part]);
    }
    return text;
}

static_assert(has_skeleton<change>() && hole_count<change>() == 5);
static_assert(has_skeleton<tag>() && hole_count<tag>() == 2);
// A list has any number of items, and a shape inside itself no end.
static_assert(!has_skeleton<basic_machine<borrowed>>());
static_assert(!has_skeleton<branch>());
static_assert(!has_skeleton<list_view<tag>>());

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_skeleton)

BOOST_AUTO_TEST_CASE(an_item_as_ec2_prints_it) {
    BOOST_TEST(text_of<pretty>() == R"(
        <item>
            <instanceId>O</instanceId>
            <currentState>
                <code>O</code>
                <name>O</name>
            </currentState>
            <previousState>
                <code>O</code>
                <name>O</name>
            </previousState>
        </item>)");
}

BOOST_AUTO_TEST_CASE(an_item_minified) {
    BOOST_TEST(text_of<minified>() ==
               "<item><instanceId>O</instanceId>"
               "<currentState><code>O</code><name>O</name></currentState>"
               "<previousState><code>O</code><name>O</name></previousState></item>");
}

BOOST_AUTO_TEST_CASE(a_part_is_passed_whole_or_not_at_all) {
    const std::string_view part = "<item><instanceId>";
    for (std::size_t size = 0; size <= part.size(); ++size) {
        const guarded_bytes bytes{part.substr(0, size)};
        const char* const end = bytes.view().data() + size;
        const char* const behind = minified::pass_part<0>(bytes.view().data(), end);
        BOOST_TEST((behind == (size == part.size() ? end : nullptr)));
    }
    const std::string_view last = "</name></previousState></item>";
    BOOST_TEST((minified::pass_part<5>(last.data(), last.data() + last.size()) ==
                last.data() + last.size()));
}

BOOST_AUTO_TEST_SUITE_END()
