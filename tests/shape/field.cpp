#include <ec2wire/shape/field.hpp>

#include <boost/test/unit_test.hpp>

#include <optional>
#include <string_view>
#include <vector>

using namespace ec2wire;

// These traits have external linkage, as in generated headers: with -fsanitize=undefined, g++ does not treat
// the address of an object with internal linkage as known to be not null.
namespace ec2wire::tests {

inline constexpr member_traits shelf{.item_name = "Part"};

}  // namespace ec2wire::tests

namespace {

struct volume {
    std::optional<std::string_view> id{};
    std::optional<int> size{};
    std::vector<int> parts{};

    static constexpr auto fields() {
        return field_list{field{"VolumeId", &volume::id, {.xml_name = "volumeId"}},
                          field{"Size", &volume::size, {.required = true}},
                          field{"Parts", &volume::parts, {.item_name = "Part"}}};
    }
};

struct choice {
    std::optional<int> number{};
    std::optional<std::string_view> text{};

    static constexpr bool is_union = true;
    static constexpr auto fields() {
        return field_list{field{"Number", &choice::number}, field{"Text", &choice::text}};
    }
};

struct empty {
    static constexpr auto fields() { return field_list{}; }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(shape_field)

static_assert(structure<volume> && structure<empty> && !structure<int>);
static_assert(!message_shape<volume>);
static_assert(union_shape<choice> && !union_shape<volume>);
static_assert(field_count<volume> == 3 && field_count<empty> == 0);

BOOST_AUTO_TEST_CASE(a_field_is_a_name_a_pointer_and_traits) {
    constexpr auto& id = field_at<0>(fields_of<volume>);
    constexpr auto& size = field_at<1>(fields_of<volume>);
    BOOST_TEST(id.info.name == "VolumeId");
    BOOST_TEST(id.info.xml_name() == "volumeId");
    BOOST_TEST(!id.info.traits.required);
    BOOST_TEST(size.info.xml_name() == "Size");
    BOOST_TEST(size.info.traits.required);
    volume one;
    one.*size.pointer = 8;
    BOOST_TEST((one.size == 8));
}

BOOST_AUTO_TEST_CASE(items_are_called_item_or_member_unless_the_shape_renames_them) {
    constexpr auto& size = field_at<1>(fields_of<volume>).info;
    constexpr auto& parts = field_at<2>(fields_of<volume>).info;
    BOOST_TEST((size.is_item("item") && size.is_item("member")));
    BOOST_TEST(!(size.is_item("items") || size.is_item("Item") || size.is_item("")));
    BOOST_TEST(parts.is_item("Part"));
    BOOST_TEST(!(parts.is_item("item") || parts.is_item("member") || parts.is_item("")));
}

BOOST_AUTO_TEST_CASE(the_parts_of_a_map_are_called_key_and_value_unless_the_shape_renames_them) {
    BOOST_TEST((member_info{"Map"}.key_name() == "key"));
    BOOST_TEST((member_info{"Map"}.value_name() == "value"));
    BOOST_TEST((member_info{"Map", {.key_name = "K"}}.key_name() == "K"));
    BOOST_TEST((member_info{"Map", {.value_name = "V"}}.value_name() == "V"));
}

BOOST_AUTO_TEST_CASE(a_list_of_lists_has_element_traits) {
    static constexpr member_traits inner{.item_name = "Cell"};
    constexpr member_info rows{"Rows", {.item_name = "Row", .element = &inner}};
    BOOST_TEST(rows.is_item("Row"));
    BOOST_TEST((rows.element().is_item("Cell") && !rows.element().is_item("Row")));
    constexpr member_info days{"Days", {.item_name = "Day", .format = timestamp_format::http_date}};
    BOOST_TEST(days.element().is_item("item"));
    BOOST_TEST((days.element().traits.format == timestamp_format::http_date));
}

BOOST_AUTO_TEST_CASE(every_member_is_visited_in_order_until_one_returns_false) {
    std::vector<std::size_t> seen;
    BOOST_TEST(for_each_field<volume>([&](auto i) {
        seen.push_back(i());
        return true;
    }));
    BOOST_TEST((seen == std::vector<std::size_t>{0, 1, 2}));
    seen.clear();
    BOOST_TEST(!for_each_field<volume>([&](auto i) {
        seen.push_back(i());
        return i() != 1;
    }));
    BOOST_TEST((seen == std::vector<std::size_t>{0, 1}));
    BOOST_TEST(for_each_field<empty>([](auto) { return false; }));
}

BOOST_AUTO_TEST_CASE(one_member_is_visited_by_its_index) {
    for (std::size_t wanted = 0; wanted < 3; ++wanted) {
        std::vector<std::size_t> seen;
        const auto visit = [&](auto i) {
            seen.push_back(i());
            return i() != 1;
        };
        BOOST_TEST(visit_field<volume>(wanted, visit) == (wanted != 1));
        BOOST_TEST((seen == std::vector<std::size_t>{wanted}));
    }
}

BOOST_AUTO_TEST_CASE(elements_have_their_own_traits_or_the_defaults_and_the_format_of_the_list) {
    constexpr member_info shelves{"Shelves", {.item_name = "Shelf", .element = &tests::shelf}};
    static_assert(shelves.element().traits.item_name == "Part");
    constexpr member_info times{"Times",
                                {.item_name = "Time", .format = timestamp_format::epoch_seconds}};
    static_assert(times.element().traits.item_name.empty());
    static_assert(times.element().traits.format == timestamp_format::epoch_seconds);
}

BOOST_AUTO_TEST_SUITE_END()
