#include <ec2wire/codec/fast_reader.hpp>

#include <ec2wire/codec/shape_rows.hpp>
#include <ec2wire/shape/protocol.hpp>

#include "codec/fleet.hpp"
#include "codec/shapes.hpp"
#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::detail;
using namespace ec2wire::tests;

namespace {

using machine = basic_machine<borrowed>;
using group = basic_group<borrowed>;

// What the fast reader makes of bytes that stand in a root.
template <class T>
struct run {
    scratch memory{};
    guarded_bytes bytes;
    xml::reader in;
    T target{};
    bool is_seen[field_count<T> + 1]{};
    fast_reader::stop stop{};

    explicit run(std::string_view inside)
        : bytes("<response>" + std::string(inside) + "</response>"), in(bytes.view(), memory) {
        in.next();
        fast_reader ahead(in);
        ahead.begin(in.rest().data());
        stop = ahead.run(rows_of<ec2_query, T>::rows, &target, is_seen, 0);
    }
    std::string_view rest() const {
        return in.rest().substr(0, in.rest().size() - std::string_view("</response>").size());
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_fast_reader)

BOOST_AUTO_TEST_CASE(members_are_passed_in_order_and_any_may_be_missing) {
    const run<machine> read(
        "<id>m-1</id><state><name>running</name></state><rate>0.5</rate>"
        "<addressSet><address>a</address><address>b</address></addressSet>");
    BOOST_TEST(read.rest() == "");
    BOOST_TEST(*read.target.id == "m-1");
    BOOST_TEST(!read.target.state.code.has_value());
    BOOST_TEST(read.target.state.has_value());
    BOOST_TEST(*read.target.rate == 0.5);
    BOOST_TEST_REQUIRE(read.target.addresses.size() == 2u);
    BOOST_TEST(read.target.addresses[1] == "b");
    BOOST_TEST(!read.target.launched.has_value());
}

BOOST_AUTO_TEST_CASE(members_are_passed_in_any_order) {
    const run<machine> read(
        "<rate>0.5</rate><id>m-1</id><new/><state><name>running</name><code>16</code></state>");
    BOOST_TEST(read.rest() == "");
    BOOST_TEST(*read.target.id == "m-1");
    BOOST_TEST((*read.target.state.code == state_code{16}));
    BOOST_TEST(read.target.state.name->text() == "running");
    BOOST_TEST(*read.target.rate == 0.5);
}

BOOST_AUTO_TEST_CASE(a_member_that_is_there_twice_is_the_strict_readers) {
    constexpr std::string_view twice = "<state><name>a</name><code>16</code><name>b</name></state>";
    const run<machine> read("<id>m-1</id>" + std::string(twice));
    BOOST_TEST(read.rest() == twice);
}

BOOST_AUTO_TEST_CASE(texts_may_be_empty_and_hold_references_and_letters_of_any_kind) {
    const run<tag> read("<key/><value>a&amp;b\r\n\xC3\xA9]]</value>");
    BOOST_TEST(read.rest() == "");
    BOOST_TEST(*read.target.key == "");
    BOOST_TEST(*read.target.value == "a&b\n\xC3\xA9]]");
}

BOOST_AUTO_TEST_CASE(unknown_members_that_are_empty_or_plain_text_are_passed) {
    const run<tag> read(
        "<new/><key>k</key><azAZ09>yes</azAZ09><A></A><value>v</value><z/><a1>&#x20;</a1>");
    BOOST_TEST(read.rest() == "<a1>&#x20;</a1>");
    BOOST_TEST(*read.target.value == "v");
}

BOOST_AUTO_TEST_CASE(items_may_be_empty) {
    const run<machine> texts("<id/><addressSet><address/><address>b</address></addressSet>");
    BOOST_TEST(texts.rest() == "");
    BOOST_TEST_REQUIRE(texts.target.addresses.size() == 2u);
    BOOST_TEST(texts.target.addresses[0] == "");
    BOOST_TEST(texts.target.addresses[1] == "b");
    const run<group> structures(
        "<machineSet><item/><item><id>m</id><state/><addressSet/></item></machineSet>");
    BOOST_TEST(structures.rest() == "");
    BOOST_TEST_REQUIRE(structures.target.machines.size() == 2u);
    BOOST_TEST((structures.target.machines[0] == machine{}));
    BOOST_TEST(*structures.target.machines[1].id == "m");
    BOOST_TEST(structures.target.machines[1].state.has_value());
}

// What stands behind an empty tag is not in it.
BOOST_AUTO_TEST_CASE(there_is_nothing_in_an_empty_tag) {
    scratch memory;
    xml::reader in("<response><machineSet/><item><id>m</id></item></response>", memory);
    in.next();
    fast_reader ahead(in);
    ahead.begin(in.rest().data());
    in.next();
    group target;
    bool is_seen[field_count<group> + 1]{};
    constexpr auto& items = items_of<ec2_query, group, 1, list_view<machine>>;
    BOOST_TEST(ahead.run_items(items, &target.machines, {}) == nullptr);
    BOOST_TEST(ahead.run(rows_of<ec2_query, group>::rows, &target, is_seen, 0).next == 0u);
    BOOST_TEST(target.machines.size() == 0u);
    BOOST_TEST(in.rest().starts_with("<item>"));
}

BOOST_AUTO_TEST_CASE(items_may_have_the_attributes_of_the_item_before) {
    constexpr std::string_view bytes =
        "<machineSet><item class='a'><id>l</id></item><item class='a'><id>m</id></item>"
        "<item class='b'/></machineSet>";
    constexpr std::string_view tag = "<item class='a'>";
    scratch memory;
    xml::reader in(bytes, memory);
    in.next();
    fast_reader ahead(in);
    ahead.begin(in.rest().data());
    list_view<machine> machines;
    constexpr auto& items = items_of<ec2_query, group, 1, list_view<machine>>;
    BOOST_TEST(ahead.run_items(items, &machines, tag) == nullptr);
    BOOST_TEST(in.rest() == "<item class='b'/></machineSet>");
    BOOST_TEST_REQUIRE(machines.size() == 2u);
    BOOST_TEST(*machines[1].id == "m");
}

BOOST_AUTO_TEST_CASE(the_strict_reader_goes_on_at_the_member_that_is_not_as_expected) {
    for (const std::string_view odd :
         {"<value>a&b</value>", "<value>]]></value>", "<value>\xC3</value>", "<value>\x01</value>",
          "<value a=''>v</value>", "<value >v</value>", "<value>v</value >", "<value>v</values>",
          "<value><b/></value>", "<value>6<!-- -->4</value>", " <value>v</value>", "<!-- -->",
          "<new><a/></new>", "<new>&lt;</new>", "<new a=''/>", "<x:new/>", "<key>again</key>",
          "text"}) {
        const run<tag> read("<key>k</key>" + std::string(odd));
        BOOST_TEST(read.rest() == odd);
        BOOST_TEST(read.stop.next == 1u);
        BOOST_TEST(!read.stop.is_in_list);
        BOOST_TEST((read.is_seen[0] && !read.is_seen[1]));
    }
}

BOOST_AUTO_TEST_CASE(within_a_list_it_goes_on_at_the_item) {
    const run<group> read(
        "<name>g</name><machineSet><item><id>m-1</id></item><item><id>m-2</id><new a=''/></item>"
        "<item><id>m-3</id></item></machineSet>");
    BOOST_TEST(read.stop.is_in_list);
    BOOST_TEST(read.stop.next == 1u);
    BOOST_TEST(read.in.name() == "machineSet");
    BOOST_TEST(read.in.depth() == 2u);
    BOOST_TEST(read.rest().starts_with("<item><id>m-2</id><new"));
    BOOST_TEST_REQUIRE(read.target.machines.size() == 2u);
    BOOST_TEST(*read.target.machines[0].id == "m-1");
    BOOST_TEST((read.stop.pending == &read.target.machines[1]));
}

BOOST_AUTO_TEST_CASE(what_ends_too_early_is_left_to_the_strict_reader) {
    constexpr std::string_view whole =
        "<x>\n    <key>one</key>\n    <value>two</value>\n    <new>three</new>\n</x>";
    for (std::size_t size = 3; size < whole.size(); ++size) {
        const guarded_bytes bytes{std::string(whole.substr(0, size))};
        scratch memory;
        xml::reader in(bytes.view(), memory);
        in.next();
        tag target;
        bool is_seen[3]{};
        fast_reader ahead(in);
        ahead.begin(in.rest().data());
        ahead.run(rows_of<ec2_query, tag>::rows, &target, is_seen, 0);
        BOOST_TEST(in.position() <= size);
        BOOST_TEST((!is_seen[0] || target.key == "one"));
        BOOST_TEST((!is_seen[1] || target.value == "two"));
    }
}

BOOST_AUTO_TEST_SUITE_END()
