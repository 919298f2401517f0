#include <ec2wire/ec2/instance_state_change.hpp>

#include <boost/test/unit_test.hpp>

using namespace ec2wire;

BOOST_AUTO_TEST_SUITE(ec2_instance_state_change)

BOOST_AUTO_TEST_CASE(a_state_that_is_absent_reads_as_empty) {
    const instance_state_change change{.instance_id = "i-1"};
    BOOST_TEST(!change.current_state.has_value());
    BOOST_TEST(!change.current_state.code.has_value());
    BOOST_TEST(!(change.current_state.code == pending));
}

BOOST_AUTO_TEST_CASE(a_state_that_is_set_is_there) {
    instance_state_change change;
    change.current_state.code = stopped;
    BOOST_TEST(change.current_state.has_value());
    BOOST_TEST(!(change == instance_state_change{}));
    change.current_state = {};
    BOOST_TEST((change == instance_state_change{}));
}

BOOST_AUTO_TEST_CASE(its_members_are_those_of_the_api_reference) {
    using namespace std::string_view_literals;
    const auto& id = field_at<0>(fields_of<instance_state_change>);
    const auto& current = field_at<1>(fields_of<instance_state_change>);
    const auto& previous = field_at<2>(fields_of<instance_state_change>);
    BOOST_TEST(id.info.name == "InstanceId"sv);
    BOOST_TEST(current.info.name == "CurrentState"sv);
    BOOST_TEST(previous.info.name == "PreviousState"sv);
    BOOST_TEST(id.info.xml_name() == "instanceId"sv);
    BOOST_TEST(current.info.xml_name() == "currentState"sv);
    BOOST_TEST(previous.info.xml_name() == "previousState"sv);
}

BOOST_AUTO_TEST_SUITE_END()
