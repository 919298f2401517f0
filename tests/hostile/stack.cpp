// The deepest replies and requests possible, on a small stack.
#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>

#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/fleet_shapes.hpp"
#include "codec/shapes.hpp"
#include "codec/topic_shapes.hpp"
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

template <class T>
void check_decodes(std::string_view bytes) {
    bool is_decoded = false;
    run_in_small_stack([&] {
        scratch memory;
        is_decoded = decode_xml<T>(bytes, memory).has_value();
    });
    BOOST_TEST(is_decoded);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_stack)

BOOST_AUTO_TEST_CASE(a_reply_of_every_shape) {
    check_decodes<stop_instances_response>(stop_reply_of_all(20));
    check_decodes<fleet>(fleet_reply_of_all);
    check_decodes<topic>(topic_reply_of_all);
    check_decodes<tree>(tree_reply_of_all);
}

BOOST_AUTO_TEST_CASE(a_reply_of_256_levels_that_the_shape_does_not_know) {
    check_decodes<stop_instances_response>(deepest_unknown_reply());
    check_decodes<owning<stop_instances_response>>(deepest_unknown_reply());
}

BOOST_AUTO_TEST_CASE(a_reply_of_256_levels_of_a_recursive_shape) {
    for (const bool is_of_lists : {false, true}) {
        check_decodes<tree>(deepest_tree_reply(is_of_lists));
        check_decodes<owning<tree>>(deepest_tree_reply(is_of_lists));
    }
}

// The caller decides how deep a request is.
BOOST_AUTO_TEST_CASE(a_request_of_64_levels_of_a_recursive_shape) {
    basic_tree<owned> request;
    auto* branch = &request.branches.emplace_back();
    for (int i = 1; i < 64; ++i) branch = &branch->branches.emplace_back();
    branch->name = "leaf";
    std::size_t size = 0;
    run_in_small_stack([&] { size = encode(request).value().size(); });
    BOOST_TEST(size > 64 * std::string_view("Branches.1.").size());
}

BOOST_AUTO_TEST_CASE(a_request_of_many_ids) {
    std::size_t size = 0;
    run_in_small_stack([&] {
        const stop_instances_request request{
            .instance_ids = std::vector<std::string>(1000, "i-1234567890abcdef0")};
        size = encode(request).value().size();
    });
    BOOST_TEST(size > 1000U * 20);
}

BOOST_AUTO_TEST_SUITE_END()
