#include <ec2wire/ec2/next_page.hpp>

#include <boost/test/unit_test.hpp>

#include <ec2wire/ec2/describe_instance_status.hpp>
#include <ec2wire/ec2/describe_instances.hpp>

#include <string>
#include <utility>

using namespace ec2wire;

namespace {

constexpr describe_instances_response page(std::string_view token) {
    describe_instances_response reply;
    reply.next_token = token;
    return reply;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ec2_next_page)

BOOST_AUTO_TEST_CASE(the_next_request_is_the_last_one_with_the_token_of_the_reply) {
    const describe_instances_request first{.include_managed_resources = true, .max_results = 5};
    const auto second = next_page(first, page("a"));
    BOOST_TEST_REQUIRE(second.has_value());
    describe_instances_request expected = first;
    expected.next_token = "a";
    BOOST_TEST((*second == expected));
    const auto third = next_page(*second, page("b"));
    BOOST_TEST_REQUIRE(third.has_value());
    BOOST_TEST((third->next_token == "b"));
}

BOOST_AUTO_TEST_CASE(the_last_page_has_no_token_or_an_empty_one) {
    BOOST_TEST(!next_page(describe_instances_request{}, describe_instances_response{}).has_value());
    BOOST_TEST(!next_page(describe_instances_request{}, page("")).has_value());
}

BOOST_AUTO_TEST_CASE(an_owning_request_has_no_view_of_the_reply) {
    std::string bytes = "token";
    const auto request = next_page(describe_instances_request{}, page(bytes));
    bytes = "gone!";
    BOOST_TEST((request->next_token == "token"));
}

// Works with any storage and any paginated operation, but not with two different operations.
static_assert(next_page(borrowing<describe_instances_request>{}, page("a"))->next_token == "a");
static_assert(paged<describe_instance_status_request, describe_instance_status_response>);
static_assert(paged<describe_instances_request, owning<describe_instances_response>>);
static_assert(!paged<describe_instances_request, describe_instance_status_response>);

BOOST_AUTO_TEST_SUITE_END()
