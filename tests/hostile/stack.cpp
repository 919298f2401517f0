// The deepest replies and requests there can be, on a small stack.
#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>

#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/fleet.hpp"
#include "codec/shapes.hpp"
#include "codec/topic.hpp"
#include "hostile/replies.hpp"
#include "hostile/small_stack.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;
using namespace ec2wire::tests;

namespace {

// Enough for whatever a reply of any depth says to a shape that does not hold itself ...
constexpr std::size_t usual = 64 * 1024;
// ... and to one that does, to the last of its 256 levels. On s390x every function that calls another
// owes it 160 bytes for its registers.
#if defined(__s390x__)
constexpr std::size_t recursive = 256 * 1024;
#else
constexpr std::size_t recursive = 128 * 1024;
#endif

template <class T>
void check_decodes(std::string_view bytes, std::size_t stack) {
    bool is_decoded = false;
    run_in_small_stack(stack, [&] {
        scratch memory;
        is_decoded = decode_xml<T>(bytes, memory).has_value();
    });
    BOOST_TEST(is_decoded);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_stack)

BOOST_AUTO_TEST_CASE(a_reply_of_every_shape) {
    check_decodes<stop_instances_response>(stop_reply_of_all(20), usual);
    check_decodes<fleet>(fleet_reply_of_all, usual);
    check_decodes<topic>(topic_reply_of_all, usual);
    check_decodes<tree>(tree_reply_of_all, usual);
}

BOOST_AUTO_TEST_CASE(a_reply_of_256_levels_that_the_shape_does_not_know) {
    check_decodes<stop_instances_response>(deepest_unknown_reply(), usual);
    check_decodes<owning<stop_instances_response>>(deepest_unknown_reply(), usual);
}

BOOST_AUTO_TEST_CASE(a_reply_of_256_levels_of_a_shape_that_holds_itself) {
    for (const bool is_of_lists : {false, true}) {
        check_decodes<tree>(deepest_tree_reply(is_of_lists), recursive);
        check_decodes<owning<tree>>(deepest_tree_reply(is_of_lists), recursive);
    }
}

// How deep a request is, its caller decides.
BOOST_AUTO_TEST_CASE(a_request_of_128_levels_of_a_shape_that_holds_itself) {
    basic_tree<owned> request;
    auto* branch = &request.branches.emplace_back();
    for (int i = 1; i < 128; ++i) branch = &branch->branches.emplace_back();
    branch->name = "leaf";
    std::size_t size = 0;
    run_in_small_stack(recursive, [&] { size = encode(request).value().size(); });
    BOOST_TEST(size > 128 * std::string_view("Branches.1.").size());
}

BOOST_AUTO_TEST_CASE(a_request_of_many_ids) {
    std::size_t size = 0;
    run_in_small_stack(usual, [&] {
        const stop_instances_request request{
            .instance_ids = std::vector<std::string>(1000, "i-1234567890abcdef0")};
        size = encode(request).value().size();
    });
    BOOST_TEST(size > 1000U * 20);
}

BOOST_AUTO_TEST_SUITE_END()
