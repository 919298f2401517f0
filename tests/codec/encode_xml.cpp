#include <ec2wire/codec/encode_xml.hpp>

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/engine/encode_staged.hpp>
#include <ec2wire/shape/storage.hpp>
#include <ec2wire/sts/service.hpp>

#include "codec/bitwise_equal.hpp"
#include "codec/club_shapes.hpp"
#include "codec/encode_into_scratch.hpp"
#include "codec/shapes.hpp"
#include "codec/topic_shapes.hpp"
#include "error_text.hpp"
#include "files.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;
using ec2wire::tests::error_text;
using ec2wire::tests::read_file;
using ec2wire::tests::wire_folder;

namespace {

using owned_tree = tests::basic_tree<owned>;
using owned_members = tests::basic_members<owned>;
using owned_scalars = tests::basic_scalars<owned>;

const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

// The document without its declaration and its root's tags.
template <class T>
std::string inside(const T& response) {
    const auto xml = encode_xml(response, xml_layout::minified);
    BOOST_REQUIRE_MESSAGE(xml.has_value(), error_text(xml));
    const std::string name = std::string(T::operation) + "Response";
    const std::string begin =
        declaration + "<" + name + " xmlns=\"" + std::string(T::service::xml_namespace) + "\">";
    const std::string end = "</" + name + ">";
    if (*xml == begin.substr(0, begin.size() - 1) + "/>") return {};
    BOOST_REQUIRE(xml->starts_with(begin) && xml->ends_with(end));
    return xml->substr(begin.size(), xml->size() - begin.size() - end.size());
}

// Checks the invariants of every response: decode_xml reads the same values from both layouts, and the size
// is exact.
template <class T>
void check_round_trip(const T& response) {
    for (const xml_layout layout : {xml_layout::ec2, xml_layout::minified}) {
        const auto xml = encode_xml(response, layout);
        BOOST_REQUIRE_MESSAGE(xml.has_value(), error_text(xml));
        BOOST_TEST(encoded_xml_size(response, layout).value() == xml->size());
        scratch memory;
        const auto again = decode_xml<T>(*xml, memory);
        BOOST_REQUIRE_MESSAGE(again.has_value(), error_text(again) + " in " + *xml);
        BOOST_TEST(tests::is_bitwise_equal(*again, response), *xml);
    }
}

template <class T>
T decoded(std::string_view xml, scratch& memory) {
    const auto answer = decode_xml<T>(xml, memory);
    BOOST_REQUIRE_MESSAGE(answer.has_value(), error_text(answer) + " in " + std::string(xml));
    return *answer;
}

owned_tree tree_named(std::string text) {
    owned_tree tree;
    tree.name = std::move(text);
    return tree;
}

bool fails(const auto& encoded, const encode_error& error) {
    BOOST_TEST(!encoded.has_value());
    if (encoded.has_value()) return false;
    BOOST_TEST(to_string(encoded.error().code) == to_string(error.code));
    BOOST_TEST(encoded.error().member == error.member);
    BOOST_TEST(encoded.error().offset == error.offset);
    return encoded.error() == error;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_encode_xml)

BOOST_AUTO_TEST_CASE(recorded_replies_are_written_as_ec2_writes_them) {
    const auto check = [](const char* name, xml_layout layout) {
        const std::string xml = read_file(wire_folder() / name);
        scratch memory;
        BOOST_TEST(*encode_xml(decoded<stop_instances_response>(xml, memory), layout) == xml);
    };
    check("stop_instances.xml", xml_layout::ec2);
    check("stop_instances_20.xml", xml_layout::ec2);
    check("stop_instances_state_272.xml", xml_layout::ec2);
    check("stop_instances_minified.xml", xml_layout::minified);
}

BOOST_AUTO_TEST_CASE(recorded_errors_are_written_as_ec2_writes_them) {
    for (const char* name : {"error_dry_run.xml", "error_not_found.xml",
                             "error_request_limit_exceeded.xml", "error_unauthorized.xml"}) {
        const std::string xml = read_file(wire_folder() / name);
        scratch memory;
        const auto answer = decode_xml<stop_instances_response>(xml, memory);
        BOOST_TEST_REQUIRE((!answer && answer.error().is_service_error()));
        BOOST_TEST(*encode_xml_error<ec2>(answer.error().service) == xml);
    }
}

BOOST_AUTO_TEST_CASE(an_error_of_aws_query_has_a_type) {
    const basic_service_error<owned> error{"Throttling", "Rate <exceeded>", "59dbff89"};
    BOOST_TEST(*encode_xml_error<sts::sts>(error) ==
               declaration +
                   "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error>"
                   "<Type>Sender</Type><Code>Throttling</Code><Message>Rate &lt;exceeded&gt;"
                   "</Message></Error><RequestId>59dbff89</RequestId></ErrorResponse>");
    BOOST_TEST(*encode_xml_error<tests::topics>(service_error{"InternalFailure", "", ""},
                                                error_fault::receiver) ==
               declaration +
                   "<ErrorResponse><Error><Type>Receiver</Type><Code>InternalFailure"
                   "</Code><Message/></Error></ErrorResponse>");
}

BOOST_AUTO_TEST_CASE(an_error_goes_into_a_buffer_that_is_large_enough) {
    const service_error error{"DryRunOperation", "", "id"};
    const std::string xml = *encode_xml_error<ec2>(error);
    std::string buffer(xml.size(), '#');
    BOOST_TEST(encode_xml_error<ec2>(error, std::span(buffer)).value() == xml);
    BOOST_TEST(fails(encode_xml_error<ec2>(error, std::span(buffer).first(xml.size() - 1)),
                     {errc::buffer_too_small, {}, 0, xml.size()}));
    BOOST_TEST(fails(encode_xml_error<ec2>(service_error{"a\x01", "", ""}),
                     {errc::bad_character, "Code", 1, 0}));
}

BOOST_AUTO_TEST_CASE(absent_is_left_out_and_empty_is_an_empty_element) {
    owned_tree tree;
    BOOST_TEST(inside(tree).empty());
    check_round_trip(tree);
    tree.tag.emplace();
    tree.tags.emplace();
    tree.inner.emplace();
    tree.rows.resize(1);
    tree.name = tree.request_id = "";
    BOOST_TEST(inside(tree) == "<requestId/><name/><tag/><tagSet/><rows><item/></rows><inner/>");
    check_round_trip(tree);
    owned_tree bare;
    BOOST_TEST(*encode_xml(bare) ==
               declaration +
                   "<PutTreeResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"/>");
}

BOOST_AUTO_TEST_CASE(lists_of_lists_and_recursive_structures_are_nested_elements) {
    owned_tree tree;
    tree.rows = {{"a", "b"}, {}, {"c"}};
    tree.tags.emplace();
    tree.tags.push_back({"k", std::nullopt});
    tree.inner.emplace();
    tree.inner->inner.emplace();
    tree.inner->inner->name = "deep";
    tree.branches.resize(2);
    tree.branches[1].branches.resize(1);
    BOOST_TEST(inside(tree) ==
               "<tagSet><Tag><key>k</key></Tag></tagSet>"
               "<rows><item><item>a</item><item>b</item></item><item/><item><item>c</item></item>"
               "</rows><inner><inner><name>deep</name></inner></inner>"
               "<branches><item/><item><branches><item/></branches></item></branches>");
    check_round_trip(tree);
}

BOOST_AUTO_TEST_CASE(ec2s_layout_indents_each_level_however_deep) {
    owned_tree tree;
    tree.inner.emplace().name = "1";
    auto* branch = &tree.inner.emplace();
    std::string begin, end, margin = "\n";
    for (int i = 0; i < 12; ++i) {
        margin += "    ";
        begin += margin + "<inner>";
        end = margin + "</inner>" + end;
        if (i != 11) branch = &branch->inner.emplace();
    }
    branch->name = "x";
    BOOST_TEST(*encode_xml(tree) ==
               declaration +
                   "<PutTreeResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">" + begin +
                   margin + "    <name>x</name>" + end + "\n</PutTreeResponse>");
}

BOOST_AUTO_TEST_CASE(scalars_are_spelled_as_their_types_say) {
    owned_scalars all;
    all.flag = false;
    all.i8 = std::int8_t{-128};
    all.u64 = std::numeric_limits<std::uint64_t>::max();
    all.f32 = -std::numeric_limits<float>::infinity();
    all.f64 = 1e-7;
    all.text = "x";
    all.blob = {std::byte{0xFB}, std::byte{0xFF}};
    all.date_time = all.epoch_seconds = timestamp{1422172800, 500'000'000};
    all.http_date = timestamp{1422172800, 0};
    all.paint = "sea-green";
    all.state = state_code(std::uint16_t{272});
    BOOST_TEST(inside(all) ==
               "<Flag>false</Flag><I8>-128</I8><U64>18446744073709551615</U64><F32>-Infinity</F32>"
               "<F64>1e-07</F64><Text>x</Text><Blob>+/8=</Blob>"
               "<DateTime>2015-01-25T08:00:00.500Z</DateTime>"
               "<EpochSeconds>1422172800.500</EpochSeconds>"
               "<HttpDate>Sun, 25 Jan 2015 08:00:00 GMT</HttpDate><Paint>sea-green</Paint>"
               "<State>272</State>");
    check_round_trip(all);
    all.paint = "of tomorrow";
    all.blob = std::vector<std::byte>(1000, std::byte{'<'});
    check_round_trip(all);
    all.date_time = timestamp{253'402'300'800, 0};
    BOOST_TEST(fails(encode_xml(all), {errc::bad_value, "DateTime", 0, 0}));
}

BOOST_AUTO_TEST_CASE(aws_query_has_a_result_and_metadata) {
    owned_members all;
    BOOST_TEST(inside(all) == "<GetMembersResult/>");
    all.request_id = "59db";
    all.tags.push_back({"k<", "v"});
    all.ranks.push_back({"a", -1});
    all.teams.push_back({"t", {"x", "y"}});
    all.notes.push_back({"n", ""});
    all.table = {{1, 2}, {}};
    all.rows = {{3}};
    all.names = {"p", "q"};
    all.day = tests::weekday::sunday;
    all.choice.emplace().number = 7;
    all.badge.emplace().name = "b";
    all.badge.type = "a \"b\" <&>\t\n\r'";
    all.badge.level = 2;
    const std::string xsi = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
    BOOST_TEST(
        inside(all) ==
        "<GetMembersResult><Tags><entry><key>k&lt;</key><value>v</value></entry></Tags>"
        "<Ranks><entry><Name>a</Name><Rank>-1</Rank></entry></Ranks>"
        "<Teams><entry><key>t</key><value><member>x</member><member>y</member></value></entry>"
        "</Teams><Note><key>n</key><value/></Note><Rows><member><member>3</member></member></Rows>"
        "<Table><Row><Cell>1</Cell><Cell>2</Cell></Row><Row/></Table><Badge " +
            xsi +
            " xsi:type=\"a &quot;b&quot; &lt;&amp;&gt;&#9;&#10;&#13;'\" level=\"2\"><Name>b</Name>"
            "</Badge><Choice><Number>7</Number></Choice><Day>7</Day><Name>p</Name><Name>q</Name>"
            "</GetMembersResult><ResponseMetadata><RequestId>59db</RequestId></ResponseMetadata>");
    check_round_trip(all);
    all.badge.name.reset();
    check_round_trip(all);
    all.choice.text = "two";
    BOOST_TEST(fails(encode_xml(all), {errc::bad_value, "Choice", 0, 0}));
}

BOOST_AUTO_TEST_CASE(every_character_of_xml_comes_back) {
    std::string all = " ]]> \"'&lt;";
    for (char c = ' '; c < 0x7F; ++c) all += c;
    all += "\t\n\r\r\n\x7F\xC2\x80\xC2\x85\xE2\x80\xA8\xEF\xBF\xBD\xEE\x80\x80\xF4\x8F\xBF\xBF ";
    check_round_trip(tree_named(all));
    BOOST_TEST(inside(tree_named("a&b<c>d\re\"'")) == "<name>a&amp;b&lt;c&gt;d&#13;e\"'</name>");
    // At every position in strings of every length.
    for (std::size_t size = 1; size < 40; ++size)
        for (std::size_t at = 0; at < size; ++at)
            for (const char c : {'&', '<', '>', '\r', '\n', '\xC3'}) {
                std::string text(size, 'x');
                text.replace(at, 1, c == '\xC3' ? std::string("\xC3\xA9") : std::string(1, c));
                const std::string xml = inside(tree_named(text));
                scratch memory;
                const auto again =
                    decoded<owned_tree>("<PutTreeResponse>" + xml + "</PutTreeResponse>", memory);
                if (again.name != text) BOOST_ERROR(xml);
            }
}

BOOST_AUTO_TEST_CASE(characters_that_xml_does_not_allow_are_an_error_with_their_offset) {
    for (std::size_t size : {0U, 1U, 7U, 14U, 15U, 31U, 100U}) {
        const std::string before(size, 'x');
        for (int c = 0; c < 0x20; ++c) {
            const auto xml = encode_xml(tree_named(before + static_cast<char>(c) + "xx"));
            if (c == '\t' || c == '\n' || c == '\r')
                BOOST_TEST(xml.has_value());
            else
                BOOST_TEST(fails(xml, {errc::bad_character, "Name", size, 0}));
        }
        for (const char* text : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
            BOOST_TEST(fails(encode_xml(tree_named(before + text + "\x80")),
                             {errc::bad_character, "Name", size, 0}));
        for (const char* text : {"\x80", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC3"})
            BOOST_TEST(to_string(encode_xml(tree_named(before + text)).error().code) == "not_utf8");
        BOOST_TEST(
            fails(encode_xml(tree_named(before + "\xFF\x01")), {errc::not_utf8, "Name", size, 0}));
    }
    owned_members members;
    members.badge.emplace().type = "ab\x02";
    BOOST_TEST(fails(encode_xml(members), {errc::bad_character, "Type", 2, 0}));
}

BOOST_AUTO_TEST_CASE(a_buffer_gets_the_whole_document_or_nothing) {
    owned_tree tree = tree_named("a & b");
    tree.branches.resize(3);
    const std::string xml = *encode_xml(tree);
    for (std::size_t size = 0; size <= xml.size(); ++size) {
        // The bytes after the buffer show whether anything was written there.
        std::string buffer(xml.size() + 40, '#');
        const auto written = encode_xml(tree, std::span(buffer).first(size));
        if (size == xml.size()) {
            BOOST_TEST(written.value() == xml);
            BOOST_TEST(buffer == xml + std::string(40, '#'));
        } else {
            BOOST_TEST(fails(written, {errc::buffer_too_small, {}, 0, xml.size()}));
            BOOST_TEST(buffer == std::string(buffer.size(), '#'));
        }
    }
    std::string buffer(1000, '#');
    tree.name = "\x01";
    BOOST_TEST(fails(encode_xml(tree, std::span(buffer)), {errc::bad_character, "Name", 0, 0}));
    BOOST_TEST(buffer == std::string(1000, '#'));
}

// Short documents are written once and long ones twice: see staged_size. At the limit no character is lost
// and none too many is written.
BOOST_AUTO_TEST_CASE(documents_of_every_size_are_whole) {
    const auto check = [](const owned_tree& tree, const std::string& content) {
        const std::string xml =
            declaration + "<PutTreeResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">" +
            content + "</PutTreeResponse>";
        const auto in_string = encode_xml(tree, xml_layout::minified);
        BOOST_TEST(encoded_xml_size(tree, xml_layout::minified).value() == xml.size());
        std::string buffer(xml.size() + 40, '#');
        const auto in_buffer = encode_xml(tree, std::span(buffer), xml_layout::minified);
        if (*in_string != xml || *in_buffer != xml || !buffer.ends_with(std::string(40, '#')))
            BOOST_ERROR("a document of " << xml.size() << " bytes");
    };
    const std::string item = "<branches><item/><item><name>x</name></item></branches>";
    for (std::size_t size = detail::staged_size - 342; size < detail::staged_size - 92; ++size) {
        owned_tree tree = tree_named(std::string(size, 'x'));
        tree.branches.resize(2);
        tree.branches[1].name = "x";
        check(tree, "<name>" + *tree.name + "</name>" + item);
        tree.name->back() = '&';
        check(tree, "<name>" + *tree.name + "amp;</name>" + item);
    }
    owned_tree tree;
    std::string content = "<branches>";
    for (const char* name : {"", "a", "<", "\xC3\xA9"})
        for (int i = 0; i < 200; ++i) tree.branches.emplace_back().name = name;
    for (const char* text :
         {"<name/>", "<name>a</name>", "<name>&lt;</name>", "<name>\xC3\xA9</name>"})
        for (int i = 0; i < 200; ++i) content += std::string("<item>") + text + "</item>";
    check(tree, content + "</branches>");
}

BOOST_AUTO_TEST_CASE(a_document_is_encoded_into_a_scratch) {
    for (const std::size_t items : {0U, 1U, 20U, 1000U}) {
        owned_tree tree = tree_named("a & b");
        tree.branches.resize(items);
        for (auto& branch : tree.branches) branch.name = "<item>";
        for (const xml_layout layout : {xml_layout::ec2, xml_layout::minified})
            tests::check_into_scratch(*encode_xml(tree, layout), [&](scratch& memory) {
                return encode_xml(tree, memory, layout);
            });
    }
    tests::check_not_into_scratch({errc::bad_character, "Name", 1, 0}, [](scratch& memory) {
        return encode_xml(tree_named("a\x01"), memory);
    });
}

// A server decodes a request, and encodes what it views.
BOOST_AUTO_TEST_CASE(a_response_may_view_the_scratch_it_is_encoded_into) {
    const std::string xml = read_file(wire_folder() / "stop_instances_20.xml");
    scratch memory;
    const auto response = decoded<stop_instances_response>(xml, memory);
    BOOST_TEST(encode_xml(response, memory).value() == xml);
    BOOST_TEST(encode_xml(response, memory).value() == xml);
    tests::check_no_cleared_view([](scratch& scratch, std::string_view id) {
        return encode_xml(stop_instances_response{.request_id = id}, scratch);
    });
}

BOOST_AUTO_TEST_CASE(an_error_is_encoded_into_a_scratch) {
    const service_error error{"Throttling", "Rate <exceeded>", "59dbff89"};
    tests::check_into_scratch(*encode_xml_error<sts::sts>(error), [&](scratch& memory) {
        return encode_xml_error<sts::sts>(error, memory);
    });
    tests::check_into_scratch(
        *encode_xml_error<ec2>(error, error_fault::receiver), [&](scratch& memory) {
            return encode_xml_error<ec2>(error, memory, error_fault::receiver);
        });
    tests::check_no_cleared_view([](scratch& memory, std::string_view message) {
        return encode_xml_error<ec2>(service_error{"Throttling", message, "59dbff89"}, memory);
    });
}

namespace {

// Names of 28 to 33 characters.
struct long_names {
    std::optional<std::string_view> a{};
    std::optional<int> b{};
    std::vector<int> c{};
    std::optional<std::string_view> d{};

    static constexpr auto fields() {
        using self = long_names;
        return field_list{field{"ABCDEFGHIJKLMNOPQRSTUVWXYZab", &self::a},
                          field{"BBCDEFGHIJKLMNOPQRSTUVWXYZabc", &self::b},
                          field{"CBCDEFGHIJKLMNOPQRSTUVWXYZabcd", &self::c},
                          field{"DBCDEFGHIJKLMNOPQRSTUVWXYZabcdefg", &self::d}};
    }
};

struct long_names_response {
    using service = ec2;
    static constexpr std::string_view operation = "LongNames";

    maybe<long_names> held_in_a_structure_whose_name_is_long{};
    std::vector<long_names> list{};

    static constexpr auto fields() {
        using self = long_names_response;
        return field_list{
            field{"HeldInAStructureWhoseNameIsLong", &self::held_in_a_structure_whose_name_is_long},
            field{"List", &self::list}};
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(elements_may_have_long_names) {
    const long_names all{"x", 1, {2}, "<"};
    const std::string content =
        "<ABCDEFGHIJKLMNOPQRSTUVWXYZab>x</ABCDEFGHIJKLMNOPQRSTUVWXYZab>"
        "<BBCDEFGHIJKLMNOPQRSTUVWXYZabc>1</BBCDEFGHIJKLMNOPQRSTUVWXYZabc>"
        "<CBCDEFGHIJKLMNOPQRSTUVWXYZabcd><item>2</item></CBCDEFGHIJKLMNOPQRSTUVWXYZabcd>"
        "<DBCDEFGHIJKLMNOPQRSTUVWXYZabcdefg>&lt;</DBCDEFGHIJKLMNOPQRSTUVWXYZabcdefg>";
    long_names_response response;
    response.held_in_a_structure_whose_name_is_long = all;
    response.list = {all, {"", std::nullopt, {}, std::nullopt}};
    BOOST_TEST(inside(response) ==
               "<HeldInAStructureWhoseNameIsLong>" + content +
                   "</HeldInAStructureWhoseNameIsLong><List><item>" + content +
                   "</item><item><ABCDEFGHIJKLMNOPQRSTUVWXYZab/></item></List>");
}

BOOST_AUTO_TEST_CASE(a_buffer_that_the_response_views_is_refused) {
    const encode_error overlapping{errc::overlapping_buffer, {}, 0, 0};
    std::string buffer(2000, 'x');
    tests::tree tree;
    tree.name = std::string_view(buffer).substr(500, 1);
    BOOST_TEST(fails(encode_xml(tree, std::span(buffer)), overlapping));
    BOOST_TEST(encode_xml(tree, std::span(buffer).first(500)).has_value());
    BOOST_TEST(fails(encode_xml(tree, std::span(buffer).first(501)), overlapping));

    // A list's elements, an indirect structure, a blob, and the response itself.
    struct {
        tests::branch branches[2]{};
        char room[1000]{};
    } holder;
    const auto around = [](auto& object) {
        return std::span(static_cast<char*>(static_cast<void*>(&object)), sizeof object);
    };
    tree = {};
    tree.branches = {holder.branches, 2};
    BOOST_TEST(fails(encode_xml(tree, around(holder)), overlapping));
    tree = {};
    tree.inner = indirect_view<tests::branch>(&holder.branches[0]);
    BOOST_TEST(fails(encode_xml(tree, around(holder)), overlapping));
    BOOST_TEST(fails(encode_xml(tree, around(tree)), overlapping));
    tests::scalars scalars;
    scalars.blob = list_view<std::byte>(
        static_cast<const std::byte*>(static_cast<const void*>(buffer.data())), 3);
    BOOST_TEST(fails(encode_xml(scalars, std::span(buffer)), overlapping));
}

BOOST_AUTO_TEST_CASE(elements_are_nested_as_deep_as_they_are_read) {
    owned_tree tree;
    auto* branch = &tree.inner.emplace();
    for (std::size_t depth = 3; depth < max_depth; ++depth) branch = &branch->inner.emplace();
    branch->name = "";  // of depth max_depth
    check_round_trip(tree);
    branch->name.reset();
    branch->inner.emplace();
    check_round_trip(tree);
    branch->inner->name = "x";
    BOOST_TEST(fails(encode_xml(tree), {errc::too_deep, "Name", 0, 0}));
    branch->inner->name = "";
    BOOST_TEST(fails(encode_xml(tree), {errc::too_deep, "Name", 0, 0}));
    branch->inner->name.reset();
    branch->inner->branches.resize(1);
    BOOST_TEST(fails(encode_xml(tree), {errc::too_deep, "Branches", 0, 0}));
}

namespace {

struct strict_response {
    using service = ec2;
    static constexpr std::string_view operation = "Strict";

    std::optional<int> number{};
    std::vector<int> list{};
    std::vector<std::optional<int>> numbers{};
    std::vector<std::optional<std::string>> texts{};
    std::vector<bool> flags{};
    std::vector<map_entry<std::optional<int>, int>> map{};

    static constexpr auto fields() {
        using self = strict_response;
        return field_list{field{"Number", &self::number, {.required = true}},
                          field{"List", &self::list, {.required = true}},
                          field{"Numbers", &self::numbers},
                          field{"Texts", &self::texts},
                          field{"Flags", &self::flags, {.flattened = true}},
                          field{"Map", &self::map}};
    }
};

template <class Service>
struct identified_response {
    using service = Service;
    static constexpr std::string_view operation = "Identified";
    std::optional<std::string_view> id{};
    static constexpr auto fields() {
        return field_list{
            field{"Id", &identified_response::id, {.required = true, .request_id = true}}};
    }
};

struct empty_response {
    using service = tests::club;
    static constexpr std::string_view operation = "Empty";
    std::optional<std::string_view> request_id{};
    static constexpr auto fields() {
        return field_list{field{"RequestId", &empty_response::request_id, {.request_id = true}}};
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_required_member_that_is_absent_is_an_error) {
    strict_response response;
    BOOST_TEST(fails(encode_xml(response), {errc::missing_member, "Number", 0, 0}));
    response.number = 1;
    BOOST_TEST(inside(response) == "<Number>1</Number><List/>");
    response.numbers = {2, std::nullopt};
    response.flags = {true, false};
    BOOST_TEST(inside(response) ==
               "<Number>1</Number><List/><Numbers><item>2</item><item/></Numbers>"
               "<Flags>true</Flags><Flags>false</Flags>");
    response.texts = {std::nullopt};
    BOOST_TEST(fails(encode_xml(response), {errc::missing_member, "Texts", 0, 0}));
    response.texts.clear();
    response.map = {{std::nullopt, 1}};
    BOOST_TEST(fails(encode_xml(response), {errc::missing_member, "Map", 0, 0}));
}

BOOST_AUTO_TEST_CASE(a_required_request_id_that_is_absent_is_an_error) {
    const encode_error missing{errc::missing_member, "Id", 0, 0};
    BOOST_TEST(fails(encode_xml(identified_response<ec2>{}), missing));
    BOOST_TEST(fails(encode_xml(identified_response<tests::club>{}), missing));
    BOOST_TEST(inside(identified_response<ec2>{"r"}) == "<requestId>r</requestId>");
}

BOOST_AUTO_TEST_CASE(a_shape_without_members_has_an_empty_result) {
    BOOST_TEST(inside(empty_response{}) == "<EmptyResult/>");
    BOOST_TEST(inside(empty_response{"id"}) ==
               "<EmptyResult/><ResponseMetadata><RequestId>id</RequestId></ResponseMetadata>");
}

BOOST_AUTO_TEST_SUITE_END()
