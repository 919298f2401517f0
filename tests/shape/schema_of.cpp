#include <ec2wire/shape/schema_of.hpp>

#include <ec2wire/shape/repeated_name.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include "codec/shapes.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

using namespace ec2wire;
using namespace ec2wire::detail;

namespace {

const member_schema& member_named(const structure_schema& structure, std::string_view name) {
    for (const member_schema& member : structure)
        if (member.name == name) return member;
    BOOST_FAIL("no member " << name);
    return *structure.begin();
}

constexpr member_traits inner{.item_name = "cell"};

struct table {
    list_view<list_view<std::string_view>> grid{};
    list_view<map_entry<std::string_view, list_view<int>>> numbers{};
    bool plain{};

    static constexpr auto fields() {
        return field_list{field{"Grid", &table::grid, {.item_name = "line", .element = &inner}},
                          field{"Numbers", &table::numbers, {.key_name = "k", .value_name = "v"}},
                          field{"Plain", &table::plain}};
    }
};

// Without operator==, as a user's own structures may be.
struct plain_part {
    std::optional<int> number{};
    maybe<std::vector<int>> list{};

    static constexpr auto fields() {
        return field_list{field{"Number", &plain_part::number}, field{"List", &plain_part::list}};
    }
};

// A structure with a member that cannot be absent is compared with an empty one.
struct counted_part {
    int count{};

    static constexpr auto fields() { return field_list{field{"Count", &counted_part::count}}; }
    friend bool operator==(const counted_part&, const counted_part&) = default;
};

struct whole {
    maybe<plain_part> part{};
    maybe<counted_part> counted{};
    std::vector<int> list{};
    maybe<std::vector<int>> perhaps{};
    std::vector<std::byte> blob{};
    const char* literal{};

    static constexpr auto fields() {
        using self = whole;
        return field_list{field{"Part", &self::part}, field{"Counted", &self::counted},
                          field{"List", &self::list}, field{"Perhaps", &self::perhaps},
                          field{"Blob", &self::blob}, field{"Literal", &self::literal}};
    }
};

template <schema_use Use>
bool is_set(const whole& object, std::string_view name) {
    const member_schema& member = member_named(structure_of<whole, Use>::schema, name);
    return value_in(*member.type, member.in(&object)) != nullptr;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(shape_schema_of)

BOOST_AUTO_TEST_CASE(a_member_is_found_at_its_offset) {
    tests::tag tag{.key = "Name", .value = "web"};
    const structure_schema& schema = structure_of<tests::tag>::schema;
    BOOST_TEST(schema.count == 2u);
    const member_schema& value = member_named(schema, "Value");
    BOOST_TEST((value.in(&tag) == &tag.value));
    BOOST_TEST(value.xml.view() == "value");
    BOOST_TEST((value.type->storage == member_storage::optional_view));
    const void* const held = value_in(*value.type, value.in(&tag));
    BOOST_TEST(value.type->text(held) == "web");
    tag.value.reset();
    BOOST_TEST(value_in(*value.type, value.in(&tag)) == nullptr);
}

BOOST_AUTO_TEST_CASE(a_scalar_is_parsed_into_its_member_and_makes_it_present) {
    tests::scalars scalars{};
    scratch memory;
    const member_schema& member = member_named(structure_of<tests::scalars>::schema, "I16");
    BOOST_TEST((member.type->kind == value_kind::integer));
    BOOST_TEST(!parse_scalar(*member.type, member.in(&scalars), " -12 ", memory));
    BOOST_TEST(*scalars.i16 == -12);
    const auto fault = parse_scalar(*member.type, member.in(&scalars), "12x", memory);
    BOOST_TEST((fault.code == errc::bad_value && fault.index == 2));
    BOOST_TEST(*scalars.i16 == -12);
}

BOOST_AUTO_TEST_CASE(false_is_false) {
    tests::scalars scalars{};
    scratch memory;
    const member_schema& member = member_named(structure_of<tests::scalars>::schema, "Flag");
    BOOST_TEST(!parse_scalar(*member.type, member.in(&scalars), "false", memory));
    BOOST_TEST_REQUIRE(scalars.flag.has_value());
    BOOST_TEST(!*scalars.flag);
}

BOOST_AUTO_TEST_CASE(a_list_in_the_scratch_grows_without_its_type) {
    tests::tree tree{};
    scratch memory;
    const member_schema& tags = member_named(structure_of<tests::tree>::schema, "Tags");
    BOOST_TEST(value_in(*tags.type, tags.in(&tree)) == nullptr);
    void* const list = emplace_in(*tags.type, tags.in(&tree), memory);
    BOOST_TEST((list == &tree.tags.contained()));
    BOOST_TEST(tree.tags.has_value());
    for (int i = 0; i < 100; ++i) {
        void* const added = append_element(*tags.type->list, list, memory);
        static_cast<tests::tag*>(added)->key = "k";
    }
    finish_list(*tags.type->list, list, memory);
    BOOST_TEST(tree.tags.size() == 100u);
    BOOST_TEST(size_of(*tags.type->list, list) == 100u);
    BOOST_TEST((tree.tags[99] == tests::tag{.key = "k"}));
    BOOST_TEST((tags.element->type->structure == &structure_of<tests::tag>::schema));
    BOOST_TEST(tags.element->xml.view() == "Tag");
}

BOOST_AUTO_TEST_CASE(a_list_inside_a_list_and_a_map_have_the_names_of_their_level) {
    const structure_schema& schema = structure_of<table>::schema;
    const member_schema& grid = member_named(schema, "Grid");
    BOOST_TEST(grid.element->xml.view() == "line");
    BOOST_TEST(grid.element->element->xml.view() == "cell");
    const member_schema& numbers = member_named(schema, "Numbers");
    BOOST_TEST((numbers.type->kind == value_kind::map));
    BOOST_TEST(numbers.element->xml.view() == "entry");
    const structure_schema& entry = *numbers.element->type->structure;
    BOOST_TEST(entry.is_entry);
    BOOST_TEST(entry.members[0].xml.view() == "k");
    BOOST_TEST(entry.members[1].xml.view() == "v");
    BOOST_TEST(entry.members[1].element->xml.view() == "");
    BOOST_TEST(!member_named(schema, "Plain").type->can_be_absent);
}

BOOST_AUTO_TEST_CASE(a_structure_inside_itself_has_one_table) {
    const structure_schema& branch = structure_of<tests::branch>::schema;
    BOOST_TEST((member_named(branch, "Inner").type->structure == &branch));
    BOOST_TEST(member_named(branch, "Inner").type->indirect_size == sizeof(tests::branch));
    BOOST_TEST(member_named(branch, "Branches").type->indirect_size == 0U);
    BOOST_TEST((member_named(branch, "Branches").element->type->structure == &branch));
}

// Whether a member is set, for every kind of member.
BOOST_AUTO_TEST_CASE(a_member_is_set_by_its_content_or_explicitly) {
    constexpr auto use = schema_use::encoding;
    const std::vector<std::string_view> names{"Part", "Counted", "List", "Perhaps", "Literal"};
    for (const auto name : names) BOOST_TEST(!is_set<use>(whole{}, name));
    whole object;
    object.part.number = 0;
    object.counted.count = 1;
    object.list = object.perhaps.contained() = {1};
    object.literal = "";
    for (const auto name : names) {
        BOOST_TEST(is_set<use>(object, name));
        BOOST_TEST(is_set<schema_use::both_ways>(object, name));
    }
    object = {};
    object.part.emplace();
    object.counted.emplace();
    object.perhaps.emplace();
    for (const auto name : {"Part", "Counted", "Perhaps", "Blob"})
        BOOST_TEST(is_set<use>(object, name));
    object = {};
    object.part.list.emplace();
    BOOST_TEST(is_set<use>(object, "Part"));
    BOOST_TEST(!is_set<use>(object, "List"));
}

BOOST_AUTO_TEST_CASE(an_element_is_there_without_elements_of_its_own) {
    const whole object;
    const member_schema& list = member_named(structure_of<whole>::schema, "List");
    BOOST_TEST(element_value_in(*list.type, list.in(&object)) == &object.list);
}

BOOST_AUTO_TEST_CASE(a_blob_has_its_bytes_and_a_list_its_row) {
    const whole object{.list = {3, 5, 7}, .blob = {std::byte{'a'}, std::byte{'b'}}};
    constexpr auto use = schema_use::encoding;
    const member_schema& blob = member_named(structure_of<whole, use>::schema, "Blob");
    BOOST_TEST(text_in(*blob.type, blob.in(&object)) == "ab");
    const member_schema& list = member_named(structure_of<whole, use>::schema, "List");
    const element_span row = elements_of(*list.type->list, list.in(&object));
    BOOST_TEST(*static_cast<const int*>(row[2]) == 7);
}

// As many names as a structure may have, which are long and begin alike. Compilers limit the steps of a constant
// expression.
constexpr bool repeats_one_of_many(bool repeats) {
    std::array<std::array<char, 64>, max_members> names{};
    std::array<member_info, max_members> infos{};
    std::array<const member_info*, max_members> members{};
    for (std::size_t i = 0; i < max_members; ++i) {
        names[i].fill('x');
        names[i][62] = static_cast<char>('A' + (repeats && i == 200 ? 7 : i) / 16);
        names[i][63] = static_cast<char>('A' + (repeats && i == 200 ? 7 : i) % 16);
        infos[i].name = {names[i].data(), names[i].size()};
        members[i] = &infos[i];
    }
    return has_repeated_name(members, name_kind::reference, false);
}

BOOST_AUTO_TEST_CASE(a_repeated_name_is_found_among_the_most_members) {
    static_assert(!repeats_one_of_many(false));
    static_assert(repeats_one_of_many(true));
}

BOOST_AUTO_TEST_SUITE_END()
