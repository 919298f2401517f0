#include <ec2wire/json/visitor.hpp>

#include <boost/test/unit_test.hpp>

using ec2wire::json::visitor;

BOOST_AUTO_TEST_SUITE(json_visitor)

BOOST_AUTO_TEST_CASE(what_is_called_keeps_its_own_state) {
    int sum = 0;
    auto add = [&](int a, int b) { return (sum += a * b) < 10; };
    const visitor<int, int> visit(add);
    BOOST_TEST(visit(2, 3));
    BOOST_TEST(!visit(4, 5));
    BOOST_TEST(sum == 26);
}

BOOST_AUTO_TEST_SUITE_END()
