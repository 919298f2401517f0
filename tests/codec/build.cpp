#include <ec2wire/codec/build.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <deque>
#include <optional>
#include <span>
#include <vector>

using namespace ec2wire;

BOOST_AUTO_TEST_SUITE(codec_build)

BOOST_AUTO_TEST_CASE(two_lists_grow_in_turn) {
    scratch memory;
    list_view<int> odd;
    list_view<int> even;
    for (int i = 0; i < 2000; ++i) *detail::append(i % 2 == 0 ? even : odd, memory) = i;
    BOOST_TEST_REQUIRE(odd.size() == 1000U);
    BOOST_TEST_REQUIRE(even.size() == 1000U);
    for (std::size_t i = 0; i < 1000; ++i) {
        BOOST_TEST(even[i] == static_cast<int>(2 * i));
        BOOST_TEST(odd[i] == static_cast<int>(2 * i + 1));
    }
}

BOOST_AUTO_TEST_CASE(a_list_that_cannot_grow_keeps_what_it_has) {
    alignas(int) std::byte room[4 * sizeof(int)];
    scratch memory{std::span<std::byte>(room)};
    list_view<int> list;
    for (int i = 0; i < 4; ++i) *detail::append(list, memory) = i;
    BOOST_TEST((detail::append(list, memory) == nullptr));
    BOOST_TEST(list.size() == 4U);
    BOOST_TEST(list.back() == 3);
}

BOOST_AUTO_TEST_CASE(a_finished_list_gives_back_its_room) {
    alignas(int) std::byte room[5 * sizeof(int)];
    scratch memory{std::span<std::byte>(room)};
    list_view<int> list;
    *detail::append(list, memory) = 1;
    BOOST_TEST((memory.allocate<int>(4) == nullptr));
    detail::finish(list, memory);
    BOOST_TEST((memory.allocate<int>(4) != nullptr));
    BOOST_TEST(list.front() == 1);
}

BOOST_AUTO_TEST_CASE(containers_of_the_caller_s_grow_by_themselves) {
    scratch memory;
    std::vector<int> numbers;
    std::deque<int> queue;
    *detail::append(numbers, memory) = 1;
    *detail::append(queue, memory) = 2;
    BOOST_TEST(numbers.front() == 1);
    BOOST_TEST(queue.front() == 2);
    std::optional<int> maybe_number = 7;
    BOOST_TEST(*detail::make_value(maybe_number, memory) == 0);
    indirect_view<int> view;
    BOOST_TEST(*detail::make_value(view, memory) == 0);
    BOOST_TEST(view.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
