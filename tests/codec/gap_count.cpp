#include <ec2wire/codec/gap_count.hpp>

#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/shapes.hpp"

#include <boost/test/unit_test.hpp>

using namespace ec2wire;
using namespace ec2wire::detail;

BOOST_AUTO_TEST_SUITE(codec_gap_count)

BOOST_AUTO_TEST_CASE(a_scalar_has_one_gap_and_what_contains_things_two_and_theirs) {
    static_assert(gap_count<std::optional<std::string_view>, 0>() == 1);
    static_assert(gap_count<instance_state, 0>() == 2 + 2);
    static_assert(gap_count<maybe<instance_state>, 0>() == 2 + 2);
    static_assert(gap_count<instance_state_change, 0>() == 2 + 1 + 2 * (2 + 2));
    static_assert(gap_count<maybe<list_view<instance_state_change>>, 0>() == 2 + 11);
    static_assert(gap_count_before<instance_state_change, 1, 2>() == 1 + (2 + 2));
    BOOST_TEST((gap_count<instance_state_change, 0>() == 11U));
}

BOOST_AUTO_TEST_CASE(a_recursive_shape_has_an_end) {
    static_assert(gap_count<tests::basic_tree<borrowed>, 0>() < 200);
    static_assert(gap_count<instance_state, max_predicted_depth>() == 0);
    static_assert(gap_count<list_view<instance_state>, max_predicted_depth - 1>() == 0);
    static_assert(gap_count<bool, max_predicted_depth>() == 1);
    BOOST_TEST((gap_count<tests::basic_tree<borrowed>, 0>() > 0U));
}

BOOST_AUTO_TEST_SUITE_END()
