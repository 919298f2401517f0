#include <ec2wire/engine/query_schema_of.hpp>

#include "codec/shapes.hpp"

#include <boost/test/unit_test.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;
using namespace ec2wire::detail;

namespace {

inline constexpr member_traits inner{.item_name = "cell"};

template <class Protocol>
struct request {
    struct service {
        using protocol = Protocol;
        static constexpr std::string_view version = "2016-11-15";
    };
    static constexpr std::string_view operation = "Op";

    std::vector<int> a{};
    std::optional<int> a_b{};
    std::optional<int> ab{};
    maybe<std::vector<tests::tag>> zed{};
    std::vector<std::vector<std::string>> grid{};

    static constexpr auto fields() {
        using self = request;
        return field_list{field{"zed", &self::zed}, field{"Ab", &self::ab}, field{"a", &self::a},
                          field{"A-b", &self::a_b},
                          field{"Grid", &self::grid, {.item_name = "line", .element = &inner}}};
    }
};

template <class Protocol>
const query_schema& schema_of() {
    return query_schema_of<Protocol, request<Protocol>>::schema;
}

std::vector<std::string_view> texts(const query_schema& schema) {
    std::vector<std::string_view> all;
    for (const query_row& row : schema) all.push_back(row.view());
    return all;
}

const query_row& row_named(const query_schema& schema, std::string_view name) {
    for (const query_row& row : schema)
        if (row.member != nullptr && row.member->name == name) return row;
    BOOST_FAIL("no row of " << name);
    return *schema.begin();
}

struct map_request {
    using service = request<aws_query>::service;
    static constexpr std::string_view operation = "Op";

    std::vector<map_entry<std::string, std::vector<std::string>>> map{};

    static constexpr auto fields() {
        return field_list{
            field{"Map", &map_request::map, {.key_name = "value-x", .element = &inner}}};
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(engine_query_schema_of)

BOOST_AUTO_TEST_CASE(keys_and_the_two_fixed_pairs_go_in_byte_order) {
    BOOST_TEST((texts(schema_of<ec2_query>()) ==
                std::vector<std::string_view>{"A-b=", "A.", "Ab=", "Action=Op", "Grid.",
                                              "Version=2016-11-15", "Zed."}));
    // "zed=" is for the list that is set and empty.
    BOOST_TEST(
        (texts(schema_of<aws_query>()) ==
         std::vector<std::string_view>{"A-b=", "Ab=", "Action=Op", "Grid.line.",
                                       "Version=2016-11-15", "a.member.", "zed=", "zed.member."}));
}

BOOST_AUTO_TEST_CASE(a_row_points_to_the_schema_below_its_key) {
    const query_target& tags = *row_named(schema_of<ec2_query>(), "zed").target;
    BOOST_TEST((tags.element->structure ==
                &query_schema_of<ec2_query, tests::tag, schema_use::encoding, false>::schema));
    BOOST_TEST(tags.element->text == ".");
    BOOST_TEST(
        (texts(*tags.element->structure) == std::vector<std::string_view>{"Key=", "Value="}));
    const query_target& numbers = *row_named(schema_of<ec2_query>(), "a").target;
    BOOST_TEST(numbers.element->text == "=");
    BOOST_TEST(!numbers.sends_empty);
}

BOOST_AUTO_TEST_CASE(a_list_in_a_list_has_the_segment_of_its_level) {
    const query_target& strict = *row_named(schema_of<ec2_query>(), "Grid").target;
    BOOST_TEST(strict.element->text == ".");
    const query_target& wrapped = *row_named(schema_of<aws_query>(), "Grid").target;
    BOOST_TEST(wrapped.element->text == ".cell.");
    BOOST_TEST(wrapped.element->sends_empty);
    BOOST_TEST(wrapped.element->element->text == "=");
}

BOOST_AUTO_TEST_CASE(an_entry_has_its_key_and_value_in_byte_order) {
    const auto& schema = query_schema_of<aws_query, map_request>::schema;
    const query_row& map = row_named(schema, "Map");
    BOOST_TEST(map.view() == "Map.entry.");
    const query_schema& entry = *map.target->element->structure;
    BOOST_TEST(entry.is_entry);
    BOOST_TEST(
        (texts(entry) == std::vector<std::string_view>{"value=", "value-x=", "value.cell."}));
}

// The tables of requests have no functions for decoding, so that a program does not pay for them twice.
BOOST_AUTO_TEST_CASE(the_tables_of_requests_have_no_functions_for_decoding) {
    const query_row& tags = row_named(schema_of<ec2_query>(), "zed");
    BOOST_TEST(tags.member->type->emplace == nullptr);
    BOOST_TEST((tags.member->type->list->append == nullptr));
    const query_row& key = *tags.target->element->structure->begin();
    BOOST_TEST(key.member->type->parse == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
