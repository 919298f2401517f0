#include <ec2wire/codec/encode.hpp>

#include <ec2wire/shape/protocol.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;

namespace {

struct service {
    using protocol = aws_query;
    static constexpr std::string_view version = "2020-01-08";
};

struct strict_service {
    using protocol = ec2_query;
    static constexpr std::string_view version = "2020-01-08";
};

// Returns what encode() returns, or the code and the member of the error.
template <class Request>
std::string encoded(const Request& request) {
    const auto query = encode(request);
    if (!query)
        return std::string(to_string(query.error().code)) + " " + std::string(query.error().member);
    BOOST_TEST(encoded_size(request).value() == query->size());
    return *query;
}

template <class Value>
using map_of = std::vector<map_entry<std::string, Value>>;

// The shapes of the protocol tests of Smithy, by their names there.

struct greeting {
    std::optional<std::string> hi{};

    static constexpr auto fields() { return field_list{field{"hi", &greeting::hi}}; }
};

struct nested_list {
    maybe<std::vector<std::string>> list_arg{};

    static constexpr auto fields() { return field_list{field{"ListArg", &nested_list::list_arg}}; }
};

struct query_lists {
    using service = ::service;
    static constexpr std::string_view operation = "QueryLists";

    maybe<std::vector<std::string>> list_arg{};
    maybe<std::vector<greeting>> complex_list_arg{};
    maybe<std::vector<std::string>> flattened_list_arg{};
    std::optional<std::vector<std::string>> list_arg_with_xml_name_member{};
    maybe<std::vector<std::string>> flattened_list_arg_with_xml_name{};
    maybe<nested_list> nested_with_list{};

    static constexpr auto fields() {
        using self = query_lists;
        return field_list{field{"ListArg", &self::list_arg},
                          field{"ComplexListArg", &self::complex_list_arg},
                          field{"FlattenedListArg", &self::flattened_list_arg, {.flattened = true}},
                          field{"ListArgWithXmlNameMember",
                                &self::list_arg_with_xml_name_member,
                                {.item_name = "item"}},
                          field{"FlattenedListArgWithXmlName",
                                &self::flattened_list_arg_with_xml_name,
                                {.xml_name = "Hi", .item_name = "item", .flattened = true}},
                          field{"NestedWithList", &self::nested_with_list}};
    }
};

struct nested_map {
    map_of<std::string> map_arg{};

    static constexpr auto fields() { return field_list{field{"MapArg", &nested_map::map_arg}}; }
};

struct query_maps {
    using service = ::service;
    static constexpr std::string_view operation = "QueryMaps";

    maybe<map_of<std::string>> map_arg{};
    map_of<std::string> renamed_map_arg{};
    map_of<greeting> complex_map_arg{};
    map_of<std::string> map_with_xml_member_name{};
    std::optional<map_of<std::string>> flattened_map{};
    map_of<std::string> flattened_map_with_xml_name{};
    map_of<std::vector<std::string>> map_of_lists{};
    maybe<nested_map> nested_struct_with_map{};

    static constexpr auto fields() {
        using self = query_maps;
        return field_list{
            field{"MapArg", &self::map_arg},
            field{"RenamedMapArg", &self::renamed_map_arg, {.xml_name = "Foo"}},
            field{"ComplexMapArg", &self::complex_map_arg},
            field{"MapWithXmlMemberName",
                  &self::map_with_xml_member_name,
                  {.key_name = "K", .value_name = "V"}},
            field{"FlattenedMap", &self::flattened_map, {.flattened = true}},
            field{"FlattenedMapWithXmlName",
                  &self::flattened_map_with_xml_name,
                  {.xml_name = "Hi", .key_name = "K", .value_name = "V", .flattened = true}},
            field{"MapOfLists", &self::map_of_lists},
            field{"NestedStructWithMap", &self::nested_struct_with_map}};
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_encode_aws_query)

// R4 (names). The xmlName or the member's name, verbatim; "Action" precedes names that begin with a
// lower-case letter.

namespace {

struct nothing {
    using service = ::service;
    static constexpr std::string_view operation = "NoInput";

    static constexpr auto fields() { return field_list{}; }
};

struct names {
    using service = ::service;
    static constexpr std::string_view operation = "Names";

    std::optional<std::string> label{};
    std::optional<std::string> renamed{};

    static constexpr auto fields() {
        return field_list{
            field{"label", &names::label, {.query_name = "NotThis"}},
            field{"Label", &names::renamed, {.xml_name = "reNamed", .query_name = "NorThis"}}};
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(names_go_out_as_they_are) {
    BOOST_TEST(encoded(nothing{}) == "Action=NoInput&Version=2020-01-08");
    BOOST_TEST(encoded(names{.label = "bar", .renamed = "x"}) ==
               "Action=Names&Version=2020-01-08&label=bar&reNamed=x");
}

// R4 (lists).

BOOST_AUTO_TEST_CASE(a_list_has_a_segment_before_its_indices) {
    query_lists request;
    request.list_arg = {"foo", "bar", "baz"};
    request.complex_list_arg = {{.hi = "hello"}, {.hi = "hola"}};
    BOOST_TEST(encoded(request) ==
               "Action=QueryLists&ComplexListArg.member.1.hi=hello&ComplexListArg.member.2.hi=hola"
               "&ListArg.member.1=foo&ListArg.member.2=bar&ListArg.member.3=baz"
               "&Version=2020-01-08");
}

BOOST_AUTO_TEST_CASE(a_list_that_is_not_set_gives_no_pair) {
    BOOST_TEST(encoded(query_lists{}) == "Action=QueryLists&Version=2020-01-08");
}

BOOST_AUTO_TEST_CASE(a_list_without_an_element_is_its_name_alone) {
    query_lists request;
    request.list_arg.emplace();
    BOOST_TEST(encoded(request) == "Action=QueryLists&ListArg=&Version=2020-01-08");
    request = {};
    request.list_arg_with_xml_name_member.emplace();
    BOOST_TEST(encoded(request) ==
               "Action=QueryLists&ListArgWithXmlNameMember=&Version=2020-01-08");
    request = {};
    request.flattened_list_arg_with_xml_name.emplace();
    request.nested_with_list.list_arg.emplace();
    BOOST_TEST(encoded(request) ==
               "Action=QueryLists&Hi=&NestedWithList.ListArg=&Version=2020-01-08");
}

BOOST_AUTO_TEST_CASE(a_flattened_list_has_no_segment_before_its_indices) {
    query_lists request;
    request.flattened_list_arg = {"A", "B"};
    BOOST_TEST(encoded(request) ==
               "Action=QueryLists&FlattenedListArg.1=A&FlattenedListArg.2=B&Version=2020-01-08");
    request = {};
    request.flattened_list_arg_with_xml_name = {"A", "B"};
    BOOST_TEST(encoded(request) == "Action=QueryLists&Hi.1=A&Hi.2=B&Version=2020-01-08");
}

BOOST_AUTO_TEST_CASE(the_segment_before_the_indices_can_be_renamed) {
    BOOST_TEST(encoded(query_lists{.list_arg_with_xml_name_member = {{"A", "B"}}}) ==
               "Action=QueryLists&ListArgWithXmlNameMember.item.1=A"
               "&ListArgWithXmlNameMember.item.2=B&Version=2020-01-08");
}

BOOST_AUTO_TEST_CASE(a_list_in_a_structure_goes_below_it) {
    query_lists request;
    request.nested_with_list.list_arg = {"A", "B"};
    BOOST_TEST(encoded(request) ==
               "Action=QueryLists&NestedWithList.ListArg.member.1=A"
               "&NestedWithList.ListArg.member.2=B&Version=2020-01-08");
}

namespace {

struct plain_lists {
    using service = ::service;
    static constexpr std::string_view operation = "PlainLists";

    std::vector<std::string> plain{};
    maybe<std::vector<int>> required{1};

    static constexpr auto fields() {
        using self = plain_lists;
        return field_list{field{"Plain", &self::plain},
                          field{"Required", &self::required, {.required = true}}};
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_list_that_cannot_be_absent_is_not_set_when_it_is_empty) {
    BOOST_TEST(encoded(plain_lists{}) ==
               "Action=PlainLists&Required.member.1=1&Version=2020-01-08");
}

BOOST_AUTO_TEST_CASE(a_required_list_can_be_empty_and_not_missing) {
    plain_lists request;
    request.required = {};
    BOOST_TEST(encoded(request) == "missing_member Required");
    request.required.emplace();
    BOOST_TEST(encoded(request) == "Action=PlainLists&Required=&Version=2020-01-08");
}

namespace {

// "A=" precedes "A-x=", and "A.member.1=" follows it.
struct close_names {
    using service = ::service;
    static constexpr std::string_view operation = "Close";

    maybe<std::vector<int>> a{};
    std::optional<int> a_x{};
    maybe<std::vector<int>> a0{};
    map_of<int> action{};

    static constexpr auto fields() {
        using self = close_names;
        return field_list{field{"A-x", &self::a_x}, field{"A0", &self::a0, {.flattened = true}},
                          field{"A", &self::a}, field{"Act", &self::action}};
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(an_empty_list_is_in_order_of_its_own_key) {
    close_names request{.a_x = 7};
    request.a.emplace();
    request.a0.emplace();
    request.action = {{"k", 1}};
    BOOST_TEST(encoded(request) ==
               "A=&A-x=7&A0=&Act.entry.1.key=k&Act.entry.1.value=1&Action=Close"
               "&Version=2020-01-08");
    request.a = {1, 2};
    request.a0 = {3};
    BOOST_TEST(encoded(request) ==
               "A-x=7&A.member.1=1&A.member.2=2&A0.1=3&Act.entry.1.key=k&Act.entry.1.value=1"
               "&Action=Close&Version=2020-01-08");
}

// R4 (maps).

BOOST_AUTO_TEST_CASE(a_map_is_a_list_of_keys_and_values) {
    query_maps request;
    request.map_arg = {{"bar", "Bar"}, {"foo", "Foo"}};
    BOOST_TEST(encoded(request) ==
               "Action=QueryMaps&MapArg.entry.1.key=bar&MapArg.entry.1.value=Bar"
               "&MapArg.entry.2.key=foo&MapArg.entry.2.value=Foo&Version=2020-01-08");
    BOOST_TEST(encoded(query_maps{.renamed_map_arg = {{"foo", "Foo"}}}) ==
               "Action=QueryMaps&Foo.entry.1.key=foo&Foo.entry.1.value=Foo&Version=2020-01-08");
}

BOOST_AUTO_TEST_CASE(an_empty_map_gives_no_pair) {
    query_maps request;
    request.map_arg.emplace();
    request.flattened_map.emplace();
    BOOST_TEST(encoded(request) == "Action=QueryMaps&Version=2020-01-08");
}

BOOST_AUTO_TEST_CASE(keys_and_values_can_be_renamed_and_flattened) {
    BOOST_TEST(encoded(query_maps{.map_with_xml_member_name = {{"bar", "Bar"}, {"foo", "Foo"}}}) ==
               "Action=QueryMaps&MapWithXmlMemberName.entry.1.K=bar"
               "&MapWithXmlMemberName.entry.1.V=Bar&MapWithXmlMemberName.entry.2.K=foo"
               "&MapWithXmlMemberName.entry.2.V=Foo&Version=2020-01-08");
    query_maps request;
    request.flattened_map = {{"bar", "Bar"}, {"foo", "Foo"}};
    BOOST_TEST(encoded(request) ==
               "Action=QueryMaps&FlattenedMap.1.key=bar&FlattenedMap.1.value=Bar"
               "&FlattenedMap.2.key=foo&FlattenedMap.2.value=Foo&Version=2020-01-08");
    request = {};
    request.flattened_map_with_xml_name = {{"bar", "Bar"}, {"foo", "Foo"}};
    BOOST_TEST(encoded(request) ==
               "Action=QueryMaps&Hi.1.K=bar&Hi.1.V=Bar&Hi.2.K=foo&Hi.2.V=Foo"
               "&Version=2020-01-08");
}

BOOST_AUTO_TEST_CASE(a_map_holds_structures_and_lists) {
    BOOST_TEST(
        encoded(query_maps{.complex_map_arg = {{"bar", {.hi = "Bar"}}, {"foo", {.hi = "Foo"}}}}) ==
        "Action=QueryMaps&ComplexMapArg.entry.1.key=bar&ComplexMapArg.entry.1.value.hi=Bar"
        "&ComplexMapArg.entry.2.key=foo&ComplexMapArg.entry.2.value.hi=Foo&Version=2020-01-08");
    BOOST_TEST(encoded(query_maps{.map_of_lists = {{"bar", {"C", "D"}}, {"foo", {}}}}) ==
               "Action=QueryMaps&MapOfLists.entry.1.key=bar&MapOfLists.entry.1.value.member.1=C"
               "&MapOfLists.entry.1.value.member.2=D&MapOfLists.entry.2.key=foo"
               "&MapOfLists.entry.2.value=&Version=2020-01-08");
    query_maps request;
    request.nested_struct_with_map = nested_map{.map_arg = {{"bar", "Bar"}}};
    BOOST_TEST(encoded(request) ==
               "Action=QueryMaps&NestedStructWithMap.MapArg.entry.1.key=bar"
               "&NestedStructWithMap.MapArg.entry.1.value=Bar&Version=2020-01-08");
}

BOOST_AUTO_TEST_CASE(a_structure_without_a_set_member_leaves_its_key_alone) {
    BOOST_TEST(encoded(query_maps{.complex_map_arg = {{"bar", {}}}}) ==
               "Action=QueryMaps&ComplexMapArg.entry.1.key=bar&Version=2020-01-08");
}

BOOST_AUTO_TEST_CASE(keys_are_escaped_and_checked) {
    BOOST_TEST(encoded(query_maps{.renamed_map_arg = {{"a b", "&="}}}) ==
               "Action=QueryMaps&Foo.entry.1.key=a%20b&Foo.entry.1.value=%26%3D"
               "&Version=2020-01-08");
    BOOST_TEST(encoded(query_maps{.renamed_map_arg = {{"a\xFF", "b"}}}) ==
               "not_utf8 RenamedMapArg");
    BOOST_TEST(encoded(query_maps{.renamed_map_arg = {{"a", "b\xFF"}}}) ==
               "not_utf8 RenamedMapArg");
    BOOST_TEST(encoded(query_maps{.map_of_lists = {{"a", {"b", "\xFF"}}}}) ==
               "not_utf8 MapOfLists");
}

// Lists and maps in lists and maps.

namespace {

inline constexpr member_traits rows{.item_name = "row"};
inline constexpr member_traits named{
    .key_name = "value-x", .value_name = "value", .element = &rows};

struct deep {
    using service = ::service;
    static constexpr std::string_view operation = "Deep";

    std::vector<std::vector<std::string>> matrix{};
    std::vector<std::vector<std::vector<int>>> cube{};
    std::vector<map_of<int>> list_of_maps{};
    map_of<map_of<std::string>> map_of_maps{};
    map_of<std::vector<std::string>> close{};
    std::vector<std::optional<int>> gaps{};
    map_of<std::optional<std::string>> absent{};
    std::vector<map_entry<std::optional<std::string>, std::string>> keyless{};
    std::vector<timestamp> times{};

    static constexpr auto fields() {
        using self = deep;
        return field_list{
            field{"Matrix", &self::matrix, {.flattened = true}},
            field{"Cube", &self::cube, {.item_name = "plane", .element = &rows}},
            field{"ListOfMaps", &self::list_of_maps},
            field{"MapOfMaps", &self::map_of_maps},
            field{"Close", &self::close, named},
            field{"Gaps", &self::gaps},
            field{"Absent", &self::absent},
            field{"Keyless", &self::keyless},
            field{"Times", &self::times, {.format = timestamp_format::epoch_seconds}}};
    }
};

std::string deep_pairs(const deep& request) {
    const std::string query = encoded(request);
    const std::string before = "Action=Deep&";
    const std::string after = "&Version=2020-01-08";
    if (!query.starts_with(before) || !query.ends_with(after)) return query;
    return query.substr(before.size(), query.size() - before.size() - after.size());
}

}  // namespace

BOOST_AUTO_TEST_CASE(lists_hold_lists_and_maps) {
    BOOST_TEST(deep_pairs({.matrix = {{"a", "b"}, {}, {"c"}}}) ==
               "Matrix.1.member.1=a&Matrix.1.member.2=b&Matrix.2=&Matrix.3.member.1=c");
    BOOST_TEST(deep_pairs({.cube = {{{1}, {}}, {}}}) ==
               "Cube.plane.1.row.1.member.1=1&Cube.plane.1.row.2=&Cube.plane.2=");
    BOOST_TEST(deep_pairs({.list_of_maps = {{{"a", 1}}, {{"b", 2}, {"c", 3}}}}) ==
               "ListOfMaps.member.1.entry.1.key=a&ListOfMaps.member.1.entry.1.value=1"
               "&ListOfMaps.member.2.entry.1.key=b&ListOfMaps.member.2.entry.1.value=2"
               "&ListOfMaps.member.2.entry.2.key=c&ListOfMaps.member.2.entry.2.value=3");
    BOOST_TEST(deep_pairs({.times = {{1, 0}}}) == "Times.member.1=1");
}

BOOST_AUTO_TEST_CASE(maps_hold_maps) {
    BOOST_TEST(deep_pairs({.map_of_maps = {{"a", {{"b", "c"}}}, {"d", {}}}}) ==
               "MapOfMaps.entry.1.key=a&MapOfMaps.entry.1.value.entry.1.key=b"
               "&MapOfMaps.entry.1.value.entry.1.value=c&MapOfMaps.entry.2.key=d");
}

BOOST_AUTO_TEST_CASE(keys_and_values_go_out_in_byte_order_of_their_names) {
    BOOST_TEST(deep_pairs({.close = {{"k", {"a"}}, {"l", {}}}}) ==
               "Close.entry.1.value-x=k&Close.entry.1.value.row.1=a"
               "&Close.entry.2.value=&Close.entry.2.value-x=l");
}

BOOST_AUTO_TEST_CASE(an_element_that_would_leave_a_gap_is_an_error) {
    BOOST_TEST(encoded(deep{.gaps = {1, std::nullopt}}) == "missing_member Gaps");
    BOOST_TEST(encoded(deep{.list_of_maps = {{}}}) == "missing_member ListOfMaps");
    BOOST_TEST(encoded(deep{.absent = {{"k", std::nullopt}}}) == "missing_member Absent");
    BOOST_TEST(encoded(deep{.keyless = {{"k", "v"}, {std::nullopt, "v"}}}) ==
               "missing_member Keyless");
}

// Recursive structures, also through maps.

namespace {

template <class Storage>
struct basic_node {
    std::optional<std::string> name{};
    typename Storage::template indirect<basic_node> next{};
    typename Storage::template list<map_entry<std::string, basic_node>> children{};

    static constexpr auto fields() {
        using self = basic_node;
        return field_list{field{"StringArg", &self::name}, field{"RecursiveArg", &self::next},
                          field{"Children", &self::children}};
    }
};

struct nested_structures {
    using service = ::service;
    static constexpr std::string_view operation = "NestedStructures";

    maybe<basic_node<owned>> nested{};

    static constexpr auto fields() {
        return field_list{field{"Nested", &nested_structures::nested}};
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(structures_nest_in_their_own_kind) {
    using node = basic_node<owned>;
    nested_structures request;
    request.nested.emplace();
    request.nested.name = "foo";
    request.nested.next = node{.name = "baz"};
    request.nested.children = {{"k", node{.children = {{"l", node{.name = "deep"}}}}}};
    BOOST_TEST(encoded(request) ==
               "Action=NestedStructures&Nested.Children.entry.1.key=k"
               "&Nested.Children.entry.1.value.Children.entry.1.key=l"
               "&Nested.Children.entry.1.value.Children.entry.1.value.StringArg=deep"
               "&Nested.RecursiveArg.StringArg=baz&Nested.StringArg=foo&Version=2020-01-08");
}

// Scalars.

namespace {

enum class level : std::int32_t { low = 1, high = 2 };

struct simple_input {
    using service = ::service;
    static constexpr std::string_view operation = "SimpleInputParams";

    std::optional<std::string> foo{};
    std::optional<bool> baz{};
    std::optional<std::int32_t> bam{};
    std::optional<float> float_value{};
    std::optional<double> boo{};
    std::optional<std::vector<std::byte>> qux{};
    std::optional<level> integer_enum{};
    std::optional<timestamp> normal{};
    std::optional<timestamp> epoch{};
    std::optional<timestamp> http{};

    static constexpr auto fields() {
        using self = simple_input;
        return field_list{field{"Foo", &self::foo},
                          field{"Baz", &self::baz},
                          field{"Bam", &self::bam},
                          field{"FloatValue", &self::float_value},
                          field{"Boo", &self::boo},
                          field{"Qux", &self::qux},
                          field{"IntegerEnum", &self::integer_enum},
                          field{"normal", &self::normal},
                          field{"epoch", &self::epoch, {.format = timestamp_format::epoch_seconds}},
                          field{"http", &self::http, {.format = timestamp_format::http_date}}};
    }
};

std::string simple_pairs(const simple_input& request) {
    const std::string query = encoded(request);
    const std::size_t first = query.find("Version=2020-01-08");
    return query.substr(0, first) + query.substr(std::min(query.size(), first + 18));
}

}  // namespace

BOOST_AUTO_TEST_CASE(scalars_have_their_texts) {
    const auto text = [](const simple_input& request) {
        return simple_pairs(request).substr(std::string_view("Action=SimpleInputParams&").size());
    };
    BOOST_TEST(text({.foo = "val1"}) == "Foo=val1&");
    BOOST_TEST(text({.foo = ""}) == "Foo=&");
    BOOST_TEST(text({.baz = true}) == "Baz=true&");
    BOOST_TEST(text({.baz = false}) == "Baz=false&");
    BOOST_TEST(text({.bam = 10}) == "Bam=10&");
    BOOST_TEST(text({.boo = 10.8}) == "Boo=10.8&");
    BOOST_TEST(text({.qux = {{std::byte{'v'}, std::byte{'a'}, std::byte{'l'}, std::byte{'u'},
                              std::byte{'e'}}}}) == "Qux=dmFsdWU%3D&");
    BOOST_TEST(text({.integer_enum = level::low}) == "IntegerEnum=1&");
    BOOST_TEST(text({.integer_enum = level{-7}}) == "IntegerEnum=-7&");
    constexpr float infinity = std::numeric_limits<float>::infinity();
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    BOOST_TEST(text({.float_value = infinity, .boo = nan}) == "Boo=NaN&FloatValue=Infinity&");
    BOOST_TEST(text({.float_value = -infinity}) == "FloatValue=-Infinity&");
    const timestamp time{1422172800, 0};
    BOOST_TEST(text({.normal = time, .epoch = time, .http = time}) ==
               "&epoch=1422172800&http=Sun%2C%2025%20Jan%202015%2008%3A00%3A00%20GMT"
               "&normal=2015-01-25T08%3A00%3A00Z");
}

BOOST_AUTO_TEST_CASE(every_reserved_character_is_escaped) {
    BOOST_TEST(simple_pairs({.foo = " !\"#$%&'()*+,/:;<=>?@[\\]^`{|}"}) ==
               "Action=SimpleInputParams&Foo=%20%21%22%23%24%25%26%27%28%29%2A%2B%2C%2F%3A%3B%3C"
               "%3D%3E%3F%40%5B%5C%5D%5E%60%7B%7C%7D&");
}

// Unions: exactly one member must be set.

namespace {

struct either {
    static constexpr bool is_union = true;
    std::optional<std::string> text{};
    maybe<std::vector<int>> numbers{};

    static constexpr auto fields() {
        return field_list{field{"Text", &either::text}, field{"Numbers", &either::numbers}};
    }
};

template <class Service>
struct choose {
    using service = Service;
    static constexpr std::string_view operation = "Choose";

    either plain{};
    std::optional<either> perhaps{};
    maybe<either> may{};
    std::vector<either> list{};

    static constexpr auto fields() {
        using self = choose;
        return field_list{field{"Plain", &self::plain}, field{"Perhaps", &self::perhaps},
                          field{"May", &self::may}, field{"List", &self::list}};
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_union_has_one_member_set) {
    using request = choose<::service>;
    BOOST_TEST(encoded(request{}) == "Action=Choose&Version=2020-01-08");
    request one{.plain = {.text = "a"}, .perhaps = either{}};
    one.perhaps->numbers = {7};
    one.may.numbers.emplace();
    one.list = {{.text = ""}};
    BOOST_TEST(encoded(one) ==
               "Action=Choose&List.member.1.Text=&May.Numbers=&Perhaps.Numbers.member.1=7"
               "&Plain.Text=a&Version=2020-01-08");
    request two{.plain = {.text = "a"}};
    two.plain.numbers = {7};
    BOOST_TEST(encoded(two) == "bad_value Plain");
    BOOST_TEST(encoded(request{.perhaps = either{}}) == "bad_value Perhaps");
    BOOST_TEST(encoded(request{.may = either{}}) == "bad_value May");
    BOOST_TEST(encoded(request{.list = {either{}}}) == "bad_value List");
}

BOOST_AUTO_TEST_CASE(an_empty_list_does_not_set_a_union_in_ec2_query) {
    choose<strict_service> request;
    request.may.numbers.emplace();
    BOOST_TEST(encoded(request) == "bad_value May");
    request.may.numbers = {1};
    BOOST_TEST(encoded(request) == "Action=Choose&May.Numbers.1=1&Version=2020-01-08");
}

BOOST_AUTO_TEST_SUITE_END()
