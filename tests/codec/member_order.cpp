#include <ec2wire/codec/member_order.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

using namespace ec2wire;
using detail::goes_before;
using detail::member_order;
using detail::order_entry;

namespace {

struct request {
    struct service {
        using protocol = ec2_query;
    };
    static constexpr std::string_view operation = "Op";

    std::vector<int> a{};
    std::optional<int> a_b{};
    std::optional<int> ab{};
    std::optional<int> zed{};
    std::optional<int> action_x{};

    static constexpr auto fields() {
        using self = request;
        return std::tuple{field{"zed", &self::zed}, field{"Ab", &self::ab},
                          field{"Action-x", &self::action_x}, field{"a", &self::a},
                          field{"A-b", &self::a_b}};
    }
};

template <class T>
std::vector<std::string_view> segments() {
    std::vector<std::string_view> all;
    for (const auto& entry : member_order<ec2_query, T>) all.push_back(entry.segment);
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_member_order)

// '-' comes before '.', '.' before digits and letters.
static_assert(goes_before({"A-b", false, 0}, {"A", true, 1}));
static_assert(goes_before({"A", true, 0}, {"Ab", false, 1}));
static_assert(goes_before({"A", true, 0}, {"A0", false, 1}));
static_assert(goes_before({"A", false, 0}, {"A-b", false, 1}));
static_assert(!goes_before({"A", true, 0}, {"A-b", false, 1}));
static_assert(goes_before({"A%20", false, 0}, {"A", true, 1}));
static_assert(!goes_before({"A", true, 0}, {"A", true, 1}));

// Of two members with one key the second is no member, wherever they stand.
constexpr bool is_clash(std::size_t first) {
    std::array<order_entry, 4> order{
        {{"A", false, 0}, {"B", false, 1}, {"C", false, 2}, {"D", false, 3}}};
    order[first + 1].segment = order[first].segment;
    detail::sort(order);
    for (std::size_t i = 0; i < order.size(); ++i)
        if (order[i].index != (i == first + 1 ? detail::clash_index : i)) return false;
    return true;
}
static_assert(is_clash(0) && is_clash(1) && is_clash(2));

BOOST_AUTO_TEST_CASE(members_and_the_two_fixed_pairs_go_in_byte_order) {
    BOOST_TEST(
        (segments<request>() ==
         std::vector<std::string_view>{"A-b", "A", "Ab", "Action", "Action-x", "Version", "Zed"}));
}

BOOST_AUTO_TEST_SUITE_END()
