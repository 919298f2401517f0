#include <ec2wire/codec/gap.hpp>

#include <ec2wire/ec2/start_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <concepts>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::detail;
using namespace ec2wire::tests;

namespace {

struct code_element {
    static constexpr std::string_view name = "code";
};

template <auto& Text>
constexpr std::string_view view_of() {
    return {Text.data(), Text.size()};
}

// What a gap of the layouts known at compile time is, at depth 4 of a reply.
static_assert(view_of<gap_text<pretty_layout, 4, false, code_element>>() ==
              "\n                <code>");
static_assert(view_of<gap_text<pretty_layout, 4, true, code_element>>() ==
              "\n                </code>");
static_assert(view_of<gap_text<minified_layout, 4, false, code_element>>() == "<code>");
static_assert(view_of<gap_text<minified_layout, 4, true, code_element>>() == "</code>");

// Names come from the table.
static_assert(member_element<ec2_query, stop_instances_response, 0>::name == "requestId");
static_assert(member_element<ec2_query, stop_instances_response, 1>::name == "instancesSet");
static_assert(item_element<ec2_query, stop_instances_response, 1>::name == "item");
static_assert(item_element<aws_query, stop_instances_response, 1>::name == "member");
// One name is one type, wherever it stands.
static_assert(std::same_as<item_element<ec2_query, stop_instances_response, 1>,
                           item_element<ec2_query, start_instances_response, 1>>);
static_assert(root_element<stop_instances_response>::name == "StopInstancesResponse");

const char* end_of(std::string_view text) { return text.data() + text.size(); }

// How many bytes the gap takes that was learned from `first`, at the beginning of `second`.
// -1: nothing was learned. 0: something else stands there.
template <bool IsEnd>
int learned_size(std::string_view first, std::string_view second) {
    const guarded_bytes before{first};
    const guarded_bytes after{second};
    learned_gaps<1> gaps;
    gap_learner<1> learner(gaps);
    const char* const last =
        learner.pass<0, 0, IsEnd, code_element>(before.view().data(), end_of(before.view()));
    if (last == nullptr) return -1;
    const char* const behind =
        gaps.pass<0, 0, IsEnd, code_element>(after.view().data(), end_of(after.view()));
    return behind == nullptr ? 0 : static_cast<int>(behind - after.view().data());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_gap)

BOOST_AUTO_TEST_CASE(a_printed_gap_is_passed_whole_or_not_at_all) {
    constexpr printed_gaps<pretty_layout, 1> gaps;
    const std::string_view gap = "\n        <code>";  // one element below a base of 1
    for (std::size_t size = 0; size <= gap.size(); ++size) {
        const guarded_bytes bytes{gap.substr(0, size)};
        const char* const behind =
            gaps.pass<0, 1, false, code_element>(bytes.view().data(), end_of(bytes.view()));
        BOOST_TEST((behind == (size == gap.size() ? end_of(bytes.view()) : nullptr)));
    }
    for (const std::string_view other : {"\n       <code> ", "\n\t\t<code>\t\t\t\t\t\t\t",
                                         "\n        <codes", "\n        </code>"})
        BOOST_TEST((gaps.pass<0, 1, false, code_element>(other.data(), end_of(other)) == nullptr));
}

BOOST_AUTO_TEST_CASE(any_white_space_and_attributes_are_learned) {
    for (const std::string_view gap :
         {"<code>", "\n  <code>", "\r\n\t\t<code>", "<code >", "   <code a='1' b=\"2\">",
          "<code a='>'>", "<code a=\"'>/\">", "<code\n>", "                         <code>"})
        BOOST_TEST(learned_size<false>(gap, gap) == static_cast<int>(gap.size()));
    for (const std::string_view gap : {"</code>", "\n  </code>", "</code >"})
        BOOST_TEST(learned_size<true>(gap, gap) == static_cast<int>(gap.size()));
}

BOOST_AUTO_TEST_CASE(what_differs_by_a_byte_is_not_passed) {
    BOOST_TEST(learned_size<false>("\n  <code>", "\n   <code>") == 0);
    BOOST_TEST(learned_size<false>("\n  <code>", "\n  <code") == 0);
    BOOST_TEST(learned_size<false>("\n  <code>", "") == 0);
    BOOST_TEST(learned_size<false>("<code a='1'>", "<code a='2'>") == 0);
    BOOST_TEST(learned_size<false>("\r\n  <code>", "\n  <code>") == 0);
}

BOOST_AUTO_TEST_CASE(only_the_tag_that_is_due_is_learned) {
    for (const std::string_view other :
         {"", " ", "<", "<cod", "<code", "<code ", "<codes>", "<Code>", "<x:code>", "</code>",
          "<code/>", "<code a='1'/>", "<code a='>", "text<code>", "<!-- --><code>", "<name>"})
        BOOST_TEST(learned_size<false>(other, other) == -1);
    for (const std::string_view other : {"<code>", "</cod>", "</codes>", "</", "< /code>"})
        BOOST_TEST(learned_size<true>(other, other) == -1);
}

BOOST_AUTO_TEST_SUITE_END()
