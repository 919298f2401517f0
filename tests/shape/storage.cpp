#include <ec2wire/shape/storage.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

using namespace ec2wire;

namespace {

template <class Storage>
struct basic_node {
    int number{};
    typename Storage::template indirect<basic_node> next{};

    friend constexpr bool operator==(const basic_node&, const basic_node&) = default;
};
using node = basic_node<owned>;
using node_view = basic_node<borrowed>;

}  // namespace

BOOST_AUTO_TEST_SUITE(shape_storage)

static_assert(std::same_as<owning<node_view>, node> && std::same_as<borrowing<node>, node_view>);
static_assert(std::is_trivially_copyable_v<list_view<int>>);
static_assert(std::is_trivially_copyable_v<maybe<list_view<int>>>);
static_assert(std::is_trivially_destructible_v<indirect_view<int>>);

// Destructors never run for values that decoding puts into the scratch.
static_assert(std::is_trivially_destructible_v<node_view>);

// Algorithms and views take a list as they take a std::span.
static_assert(std::ranges::contiguous_range<list_view<int>>);
static_assert(std::ranges::sized_range<list_view<int>>);
static_assert(std::ranges::borrowed_range<list_view<int>>);
static_assert(std::ranges::view<list_view<int>>);
static_assert(std::ranges::contiguous_range<const maybe<list_view<int>>>);

BOOST_AUTO_TEST_CASE(an_algorithm_may_take_a_list_by_value) {
    const std::array<int, 3> numbers{1, 2, 3};
    const auto found = std::ranges::find(list_view<int>(numbers), 2);  // no dangling
    BOOST_TEST((found == numbers.data() + 1));
}

// The elements of such a container are not sizeof(T) apart.
struct derived_node : node_view {
    long more = 0;
};
static_assert(std::convertible_to<std::vector<node_view>&, list_view<node_view>>);
static_assert(std::convertible_to<std::span<node_view>, maybe<list_view<node_view>>>);
static_assert(!std::convertible_to<std::vector<derived_node>&, list_view<node_view>>);
static_assert(!std::convertible_to<std::vector<maybe<node_view>>&, list_view<node_view>>);
static_assert(!std::convertible_to<std::vector<derived_node>&, maybe<list_view<node_view>>>);

BOOST_AUTO_TEST_CASE(a_list_view_shows_any_contiguous_container) {
    const std::vector<int> numbers{1, 2, 3};
    const list_view<int> view = numbers;
    BOOST_TEST(view.size() == 3U);
    BOOST_TEST(view.front() == 1);
    BOOST_TEST(view.back() == 3);
    BOOST_TEST(view[1] == 2);
    BOOST_TEST((view.data() == numbers.data()));
    const std::array<int, 3> same{1, 2, 3};
    BOOST_TEST((view == list_view<int>(same)));
    BOOST_TEST(!(view == list_view<int>(same.data(), 2)));
    const std::array<int, 3> other{1, 2, 4};
    BOOST_TEST(!(view == list_view<int>(other)));
    BOOST_TEST(list_view<int>().empty());
    BOOST_TEST((list_view<int>() == list_view<int>(same.data(), 0)));
    int sum = 0;
    for (const int number : view) sum += number;
    BOOST_TEST(sum == 6);
}

BOOST_AUTO_TEST_CASE(maybe_reads_as_empty_where_it_is_absent) {
    maybe<std::vector<int>> list;
    BOOST_TEST(!list.has_value());
    BOOST_TEST(list.empty());
    list.push_back(1);
    BOOST_TEST(list.has_value());
    list.clear();
    BOOST_TEST(!list.has_value());
    list.emplace();
    BOOST_TEST(list.has_value());
    BOOST_TEST(list.empty());
    list = {};
    BOOST_TEST(!list.has_value());
    list = std::vector<int>{};
    BOOST_TEST(list.has_value());
}

BOOST_AUTO_TEST_CASE(absent_and_present_but_empty_differ) {
    maybe<std::vector<int>> present;
    present.emplace();
    const maybe<std::vector<int>> absent;
    BOOST_TEST(!(absent == present));
    BOOST_TEST((absent == maybe<std::vector<int>>{}));
    // In whichever way it was set.
    maybe<std::vector<int>> filled;
    filled.push_back(1);
    const maybe<std::vector<int>> set = std::vector<int>{1};
    BOOST_TEST((filled == set));
    present.push_back(1);
    BOOST_TEST((present == filled));
}

// An empty container that was assigned, constructed from or emplaced is present, in either storage.
BOOST_AUTO_TEST_CASE(maybe_of_an_empty_container_is_present) {
    std::vector<int> none;
    const std::vector<int> const_none;
    const std::span<const int> no_span;
    for (const maybe<list_view<int>>& made :
         {maybe<list_view<int>>(none), maybe<list_view<int>>(const_none),
          maybe<list_view<int>>(no_span), maybe<list_view<int>>(list_view<int>())})
        BOOST_TEST((made.has_value() && made.empty()));
    maybe<list_view<int>> view;
    view = none;
    BOOST_TEST(view.has_value());
    view = {};
    BOOST_TEST(!view.has_value());
    view = const_none;
    BOOST_TEST(view.has_value());

    maybe<std::vector<int>> list;
    list = none;
    BOOST_TEST(list.has_value());
    list = {};
    BOOST_TEST(!list.has_value());
    list = {1, 2};
    BOOST_TEST(list.size() == 2U);
    const maybe<std::vector<int>> copy = list;
    BOOST_TEST((copy == list));

    struct request {
        maybe<list_view<int>> numbers{};
    };
    BOOST_TEST(request{.numbers = none}.numbers.has_value());
}

// A structure in a structure, and so on, each of which may be absent.
int comparisons = 0;
template <int Levels>
struct nested {
    maybe<nested<Levels - 1>> inner{};
    friend bool operator==(const nested&, const nested&) = default;
};
template <>
struct nested<0> {
    int number = 0;
    friend bool operator==(const nested& a, const nested& b) {
        ++comparisons;
        return a.number == b.number;
    }
};

BOOST_AUTO_TEST_CASE(maybe_compares_its_content_few_times_however_deep_it_nests) {
    const maybe<nested<8>> absent;
    maybe<nested<8>> present, filled;
    present.emplace();
    filled.inner.inner.inner.inner.inner.inner.inner.inner.number = 1;
    const maybe<nested<8>>* const all[] = {&absent, &present, &filled};
    for (const auto* a : all)
        for (const auto* b : all) BOOST_TEST((*a == *b) == (a == b));
    auto all_present = filled;
    all_present.emplace().inner.emplace().inner.emplace();
    all_present.inner.inner.inner.inner.inner.inner.inner.inner.number = 1;
    BOOST_TEST((all_present == filled));
    BOOST_TEST(comparisons < 10 * 8);
}

BOOST_AUTO_TEST_CASE(maybe_compares_with_its_content) {
    const maybe<node> absent;
    const maybe<node> one(node{.number = 1});
    BOOST_TEST((one == node{.number = 1}));
    BOOST_TEST((node{.number = 2} != one));
    BOOST_TEST((absent == node{}));
    // A member that was set in place is present too.
    maybe<node> filled;
    BOOST_TEST(!filled.has_value());
    filled.number = 1;
    BOOST_TEST(filled.has_value());
    BOOST_TEST((filled == one));
    BOOST_TEST(!(filled == maybe<node>(node{.number = 2})));
}

BOOST_AUTO_TEST_CASE(indirect_copies_deeply_and_moves_without_a_copy) {
    node first{1, node{2, node{3, {}}}};
    node second = first;
    BOOST_TEST((first == second));
    second.next->next->number = 4;
    BOOST_TEST(first.next->next->number == 3);
    BOOST_TEST(!(first == second));
    const node* const inner = &*second.next;
    const node third = std::move(second);
    BOOST_TEST((&*third.next == inner));
    BOOST_TEST(!second.next.has_value());
    first = third;
    BOOST_TEST((first == third));
    first = std::move(first.next->next.emplace());
    BOOST_TEST((first == node{}));
}

BOOST_AUTO_TEST_CASE(indirect_is_absent_until_it_is_set) {
    node one;
    BOOST_TEST(!one.next.has_value());
    BOOST_TEST((one == node{}));
    one.next.emplace().number = 5;
    BOOST_TEST(one.next->number == 5);
    BOOST_TEST(!(one == node{}));
    one.next.emplace();
    BOOST_TEST(one.next->number == 0);
}

BOOST_AUTO_TEST_CASE(indirect_view_compares_its_value) {
    const node_view a{7, {}};
    const node_view b{7, {}};
    BOOST_TEST((indirect_view<node_view>(&a) == indirect_view<node_view>(&b)));
    BOOST_TEST(!(indirect_view<node_view>(&a) == indirect_view<node_view>()));
    BOOST_TEST((indirect_view<node_view>() == indirect_view<node_view>()));
    const node_view c{8, {}};
    BOOST_TEST(!(indirect_view<node_view>(&a) == indirect_view<node_view>(&c)));
}

namespace {

struct not_constant {
    int number = 0;
    bool operator==(const not_constant& other) const { return number == other.number; }
};

}  // namespace

BOOST_AUTO_TEST_CASE(entries_compare_even_if_their_values_are_not_constant) {
    using entry = ec2wire::map_entry<std::string, not_constant>;
    BOOST_TEST((entry{"a", {1}} == entry{"a", {1}}));
    BOOST_TEST((entry{"a", {1}} != entry{"a", {2}}));
    static_assert(ec2wire::map_entry<int, int>{1, 2} == ec2wire::map_entry<int, int>{1, 2});
}

BOOST_AUTO_TEST_SUITE_END()
