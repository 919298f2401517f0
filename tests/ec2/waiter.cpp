#include <ec2wire/ec2/waiter.hpp>

#include <boost/test/unit_test.hpp>

#include <ec2wire/codec/decode_xml.hpp>

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

using namespace ec2wire;

namespace {

constexpr auto success = wait_outcome::success;
constexpr auto failure = wait_outcome::failure;
constexpr auto retry = wait_outcome::retry;

// A reply with instances in these states. "" is an instance without a state.
std::string instances(std::initializer_list<std::string_view> names) {
    std::string bytes = "<DescribeInstancesResponse><reservationSet>";
    for (const std::string_view name : names) {
        bytes += "<item><instancesSet><item><instanceId>i-1</instanceId>";
        if (!name.empty())
            bytes += "<instanceState><name>" + std::string(name) + "</name></instanceState>";
        bytes += "</item></instancesSet></item>";
    }
    return bytes + "</reservationSet></DescribeInstancesResponse>";
}

template <class Path>
wait_outcome outcome_of(const waiter<Path>& waiter, const std::string& bytes) {
    scratch memory;
    return evaluate(waiter, decode_xml<describe_instances_response>(bytes, memory));
}

std::string error(std::string_view code) {
    return "<Response><Errors><Error><Code>" + std::string(code) +
           "</Code></Error></Errors></Response>";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ec2_waiter)

BOOST_AUTO_TEST_CASE(all_instances_must_have_reached_the_state) {
    BOOST_TEST((outcome_of(instance_stopped, instances({"stopped"})) == success));
    BOOST_TEST((outcome_of(instance_stopped, instances({"stopped", "stopped"})) == success));
    BOOST_TEST((outcome_of(instance_stopped, instances({"stopped", "stopping"})) == retry));
    BOOST_TEST((outcome_of(instance_terminated, instances({"terminated"})) == success));
    BOOST_TEST((outcome_of(instance_running, instances({"running", "pending"})) == retry));
}

BOOST_AUTO_TEST_CASE(one_instance_that_cannot_reach_the_state_is_a_failure) {
    BOOST_TEST((outcome_of(instance_running, instances({"pending", "shutting-down"})) == failure));
    BOOST_TEST((outcome_of(instance_running, instances({"stopping", "pending"})) == failure));
    BOOST_TEST((outcome_of(instance_stopped, instances({"stopped", "terminated"})) == failure));
    BOOST_TEST((outcome_of(instance_terminated, instances({"pending"})) == failure));
}

// An empty list, or one with a missing state, does not match "all".
BOOST_AUTO_TEST_CASE(missing_or_unknown_states_are_not_a_success) {
    BOOST_TEST((outcome_of(instance_running, instances({})) == retry));
    BOOST_TEST((outcome_of(instance_running, instances({"running", ""})) == retry));
    BOOST_TEST((outcome_of(instance_running, instances({"", "terminated"})) == failure));
    BOOST_TEST((outcome_of(instance_running, instances({"running", "hibernating"})) == retry));
}

BOOST_AUTO_TEST_CASE(an_error_that_the_table_does_not_name_is_a_failure) {
    BOOST_TEST((outcome_of(instance_running, error("InvalidInstanceID.NotFound")) == retry));
    BOOST_TEST((outcome_of(instance_stopped, error("InvalidInstanceID.NotFound")) == failure));
    BOOST_TEST((outcome_of(instance_running, error("UnauthorizedOperation")) == failure));
    BOOST_TEST((outcome_of(instance_running, error("")) == failure));
    // Bytes that are not a reply, and a truncated reply.
    BOOST_TEST((outcome_of(instance_running, "<html></html>") == failure));
    const std::string whole = instances({"running"});
    BOOST_TEST((outcome_of(instance_running, whole.substr(0, whole.size() - 1)) == failure));
}

BOOST_AUTO_TEST_CASE(each_of_the_two_status_checks_has_a_waiter_of_its_own) {
    const std::string bytes =
        "<DescribeInstanceStatusResponse><instanceStatusSet><item><systemStatus><status>ok</status>"
        "</systemStatus><instanceStatus><status>initializing</status></instanceStatus></item>"
        "</instanceStatusSet></DescribeInstanceStatusResponse>";
    scratch memory;
    const auto reply = decode_xml<describe_instance_status_response>(bytes, memory);
    BOOST_TEST((evaluate(system_status_ok, reply) == success));
    BOOST_TEST((evaluate(instance_status_ok, reply) == retry));
    // The reply has no status for this instance yet.
    const auto silent = decode_xml<describe_instance_status_response>(
        "<DescribeInstanceStatusResponse><instanceStatusSet><item/></instanceStatusSet>"
        "</DescribeInstanceStatusResponse>",
        memory);
    BOOST_TEST((evaluate(system_status_ok, silent) == retry));
    BOOST_TEST((evaluate(instance_status_ok, silent) == retry));
}

BOOST_AUTO_TEST_CASE(the_delay_and_the_number_of_attempts_are_those_of_the_service_model) {
    static_assert(instance_running.delay_seconds == 15 && instance_running.max_attempts == 40);
    static_assert(evaluate(instance_running, describe_instances_response{}) == retry);
    static_assert(evaluate(instance_running, service_error{.code = "Unavailable"}) == failure);
}

// Waiting for a state with the reply of another operation does not compile.
template <class Path, class Reply>
concept can_evaluate = requires(const waiter<Path>& how, const Reply& reply) {
    evaluate(how, reply);
};
static_assert(can_evaluate<instance_state_path, describe_instances_response>);
static_assert(can_evaluate<instance_state_path, owning<describe_instances_response>>);
static_assert(!can_evaluate<instance_state_path, describe_instance_status_response>);

BOOST_AUTO_TEST_SUITE_END()
