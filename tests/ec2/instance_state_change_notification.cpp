#include <ec2wire/ec2/instance_state_change_notification.hpp>

#include <boost/test/unit_test.hpp>

using namespace ec2wire;

// How a notification decodes is in tests/codec/decode_json.cpp.
BOOST_AUTO_TEST_SUITE(ec2_instance_state_change_notification)

BOOST_AUTO_TEST_CASE(notifications_compare_by_their_members) {
    instance_state_change_notification a;
    BOOST_TEST((a == instance_state_change_notification{}));
    a.detail.state = instance_state_name::stopped;
    BOOST_TEST(a.detail.has_value());
    BOOST_TEST(!(a == instance_state_change_notification{}));
}

BOOST_AUTO_TEST_CASE(its_names_have_hyphens) {
    BOOST_TEST(field_at<1>(fields_of<instance_state_change_notification>).info.name ==
               "detail-type");
    BOOST_TEST(field_at<0>(fields_of<instance_state_change_detail>).info.name == "instance-id");
}

BOOST_AUTO_TEST_SUITE_END()
