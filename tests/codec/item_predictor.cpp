#include <ec2wire/codec/item_predictor.hpp>

#include <ec2wire/shape/protocol.hpp>

#include "codec/shapes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::detail;
using namespace ec2wire::tests;

namespace {

struct item_name {
    static constexpr std::string_view name = "item";
};

// A reader inside a list that has `depth` elements around its items.
struct list_reader {
    scratch memory{};
    std::string bytes;
    xml::reader in;

    list_reader(std::size_t depth, std::string_view items)
        : bytes([&] {
              std::string text;
              for (std::size_t i = 0; i < depth; ++i) text += "<x>";
              return text + std::string(items) + "</x>";
          }()),
          in(bytes, memory) {
        for (std::size_t i = 0; i < depth; ++i) in.next();
    }

    // Reads an item as the strict reader does.
    void read_item() {
        in.next_tag();
        in.skip_element();
    }
};

using predictor = item_predictor<ec2_query, item_name, tag>;

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_item_predictor)

BOOST_AUTO_TEST_CASE(what_servers_print_needs_no_learning) {
    for (const std::string_view items :
         {"<item><key>a</key><value>v</value></item><item><key>b</key><value>v</value></item>",
          "\n        <item>\n            <key>a</key>\n            <value>v</value>\n        "
          "</item>"
          "\n        <item>\n            <key>b</key>\n            <value>v</value>\n        "
          "</item>"}) {
        list_reader list(2, items);
        list_view<tag> tags;
        predictor ahead(list.in);
        BOOST_TEST((ahead.pass_items(tags) == nullptr));
        BOOST_TEST_REQUIRE(tags.size() == 2u);
        BOOST_TEST(*tags[1].key == "b");
        BOOST_TEST(list.in.rest() == "</x>");
    }
}

BOOST_AUTO_TEST_CASE(any_other_layout_is_learned_from_the_item_before) {
    list_reader list(3,
                     " <item n='1'>\t<key>a</key> </item> <item n='1'>\t<key>b</key> </item> "
                     "<item n='1'>\t<key>c</key> </item> <item n='2'>\t<key>d</key> </item>");
    list_view<tag> tags;
    predictor ahead(list.in);
    ahead.pass_items(tags);
    BOOST_TEST(tags.empty());
    const char* const begin = ahead.begin();
    list.read_item();
    ahead.learn(begin);
    BOOST_TEST((ahead.pass_items(tags) == nullptr));
    BOOST_TEST_REQUIRE(tags.size() == 2u);
    BOOST_TEST(*tags[0].key == "b");
    BOOST_TEST(*tags[1].key == "c");
    BOOST_TEST(list.in.rest() == " <item n='2'>\t<key>d</key> </item></x>");
}

BOOST_AUTO_TEST_CASE(an_item_left_to_the_strict_reader_has_its_element_already) {
    list_reader list(2,
                     "<item><key>a</key><value>v</value></item><item><key>b<!-- --></key></item>");
    list_view<tag> tags;
    predictor ahead(list.in);
    const tag* const pending = ahead.pass_items(tags);
    BOOST_TEST_REQUIRE(tags.size() == 2u);
    BOOST_TEST((pending == &tags[1]));
    BOOST_TEST((tags[1] == tag{}));
    BOOST_TEST(list.in.rest() == "<item><key>b<!-- --></key></item></x>");
}

BOOST_AUTO_TEST_CASE(nothing_is_learned_from_an_item_that_is_odd_or_the_last) {
    for (const std::string_view items :
         {"<item a=''><key>a</key></item>", "<item a=''><new/></item><item a=''><new/></item>",
          "<item a=''><key>a</key ></item><item a=''><key>a</key ></item>",
          "text<item a=''><key>a</key></item><item a=''><key>a</key></item>",
          "<other/><item a=''><key>a</key></item>"}) {
        list_reader list(2, items);
        list_view<tag> tags;
        predictor ahead(list.in);
        const char* const begin = ahead.begin();
        list.read_item();
        ahead.learn(begin);
        BOOST_TEST((ahead.pass_items(tags) == nullptr));
        BOOST_TEST(tags.empty());
    }
}

BOOST_AUTO_TEST_CASE(where_nothing_comes_of_it_it_is_tried_ever_more_rarely) {
    std::string items;
    for (std::size_t i = 0; i < 100; ++i)
        items += "<item a='" + std::to_string(i) + "'><key>a</key></item>";
    list_reader list(2, items + "<item><key>z</key></item>");
    list_view<tag> tags;
    predictor ahead(list.in);
    for (std::size_t i = 0; i < 100; ++i) {
        ahead.pass_items(tags);
        const char* const begin = ahead.begin();
        list.read_item();
        ahead.learn(begin);
    }
    // 100 is no power of two: this one is the strict reader's too.
    ahead.pass_items(tags);
    BOOST_TEST(tags.empty());
}

BOOST_AUTO_TEST_SUITE_END()
