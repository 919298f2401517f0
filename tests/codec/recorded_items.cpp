#include <ec2wire/codec/decode_xml.hpp>

#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/club_shapes.hpp"
#include "codec/compare_xml_engines.hpp"
#include "codec/fleet_shapes.hpp"
#include "codec/layouts.hpp"
#include "codec/shapes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Items of a list in any order, after two from which the fast path has recorded steps: what one item implies
// about the next is never more than its bytes say. Each reply is compared with the strict reader's.

BOOST_AUTO_TEST_SUITE(codec_recorded_items)

namespace {

using namespace ec2wire;
using namespace ec2wire::tests;

// Checks replies of five items: two of the first forms, and three of any form.
template <class T>
void check_each_order(std::string_view head, std::string_view tail,
                      const std::vector<std::string_view>& forms) {
    engines<T> both;
    for (const layout how : {layout::ec2, layout::minified})
        for (const std::string_view first : forms)
            for (const std::string_view second : forms)
                for (const std::string_view third : forms) {
                    std::string reply(head);
                    for (const std::string_view item : {forms[0], forms[1], first, second, third})
                        reply += item;
                    reply += tail;
                    BOOST_TEST_REQUIRE(both.agree(lay_out(reply, how)), reply);
                }
}

// A reply without a request id, whose root has unknown members, and so has its metadata.
struct plain_result {
    using service = club;
    static constexpr std::string_view operation = "GetPlain";

    list_view<basic_tag<borrowed>> tags{};
    std::optional<std::string_view> name{};

    static constexpr auto fields() {
        return field_list{field{"Tags", &plain_result::tags}, field{"Name", &plain_result::name}};
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(structures_of_any_form) {
    check_each_order<fleet>(
        "<ListFleetResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><groupSet><item>"
        "<machineSet>",
        "</machineSet></item></groupSet><next>n</next></ListFleetResponse>",
        {"<item><id>i</id><state><code>16</code><name>r</name></state></item>",
         "<item><id>i</id><tagSet><item><key>k</key><value>v</value></item></tagSet><rate>1</"
         "rate></item>",
         // The other name of items, and another end tag.
         "<item><id>i</id><tagSet><member><key>k</key></member></tagSet><rate>1</rate></item>",
         "<item><id>i</id><tagSet><item><key>k</key></member></tagSet><rate>1</rate></item>",
         "<item><id>i</id><tagSet><item><key>k</key></item><item><value>v</value></item></tagSet></"
         "item>",
         // Other orders, and members that are there twice.
         "<item><state><name>r</name><code>16</code></state><id>i</id></item>",
         "<item><state><code>16</code></state><id>i</id><state><code>80</code></state></item>",
         "<item><id>i</id><tagSet/><tagSet><item><key>k</key></item></tagSet></item>",
         "<item><id>i</id><id>j</id></item>", "<item><tagSet/><state/><id/></item>",
         // Unknown members.
         "<item><id>i</id><new><id>x</id></new><new><id>x</id></new><rate>1</rate></item>",
         "<item><id>i</id><state><new>x</new><code>16</code></state></item>",
         // Other scalars, lists of scalars and values that are not of their type.
         "<item><id>a&amp;b</id><launched>2012-10-16T20:00:13.000Z</launched><rate>1</rate></item>",
         "<item><id>i</id><addressSet><address>a</address></addressSet><note>n</note><rate/></"
         "item>",
         "<item><id>i</id><rate>x</rate></item>", "<item><id>i</id><!-- --><rate>1</rate></item>"});
}

BOOST_AUTO_TEST_CASE(structures_inside_themselves) {
    check_each_order<fleet>(
        "<ListFleetResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><groupSet><item>"
        "<branches>",
        "</branches></item></groupSet></ListFleetResponse>",
        {"<item><name>a</name><branches><item><name>b</name></item></branches></item>",
         "<item><name>a</name></item>", "<item><inner><name>c</name></inner><name>a</name></item>",
         "<item><inner><inner><name>c</name></inner><name>d</name></inner><name>a</name></item>",
         "<item><inner><name>c</name><name>d</name></inner></item>",
         "<item><branches><item><inner><name>c</name></inner></item></branches><name>a</name></"
         "item>",
         "<item><branches><item><branches><item><name>c</name></item></branches></item></"
         "branches></item>"});
}

BOOST_AUTO_TEST_CASE(entries_of_maps_and_unions) {
    const auto check = [](std::string_view name, const std::vector<std::string_view>& forms) {
        check_each_order<members>(
            "<GetMembersResponse><GetMembersResult><" + std::string(name) + ">",
            "</" + std::string(name) + "></GetMembersResult></GetMembersResponse>", forms);
    };
    check("Tags",
          {"<entry><key>a</key><value>1</value></entry>",
           "<entry><new>x</new><key>a</key><value>1</value></entry>",
           "<entry><key>a</key><value/></entry>", "<entry><value>1</value><key>a</key></entry>",
           "<entry><value/><key>a</key></entry>", "<entry><key>a</key></entry>",
           "<entry><value>1</value></entry>", "<entry/>",
           "<entry><key>a</key><key>b</key><value>1</value></entry>",
           "<entry><key>a</key><new>x</new><value>1</value></entry>",
           "<entry><key>a</key><value>1</value><new>x</new></entry>",
           "<entry><value>1</value><new>x</new><key>a</key></entry>",
           "<entry><key>a</key><new>x</new></entry>", "<entry><new>x</new><value>1</value></entry>",
           "<entry><new><new>x</new></new><key>a</key></entry>"});
    check("Badges", {"<entry><key>a</key><value><Name>n</Name></value></entry>",
                     "<entry><key>a</key><value level=\"3\"><Name>n</Name></value></entry>",
                     "<entry><value><Name>n</Name></value><key>a</key></entry>",
                     "<entry><value><Name>n</Name></value></entry>",
                     "<entry><value><new>n</new></value></entry>", "<entry><key>a</key></entry>",
                     "<entry><key>a</key><value/></entry>",
                     "<entry><key>a</key><value><new>n</new></value></entry>",
                     "<entry><key>a</key><value><Name>n</Name><Name>m</Name></value></entry>"});
    check("Choices", {"<member><Number>7</Number></member>", "<member><Text>a</Text></member>",
                      "<member><Text>a</Text><Number>7</Number></member>",
                      "<member><Number>7</Number><Text>a</Text></member>", "<member/>",
                      "<member><Text/></member>", "<member><New>x</New><Text>a</Text></member>"});
}

BOOST_AUTO_TEST_CASE(items_that_declare_namespaces) {
    for (const std::string_view declarations :
         {"xmlns=\"u\"", "xmlns=\"u\" xmlns:p=\"u\"", "xmlns=\"u\" xmlns:p=\"v\""})
        check_each_order<stop_instances_response>(
            "<StopInstancesResponse " + std::string(declarations) + "><instancesSet>",
            "</instancesSet></StopInstancesResponse>",
            {"<item><instanceId>i</instanceId></item>",
             "<item xmlns:p=\"u\"><instanceId>i</instanceId></item>",
             "<item xmlns:p=\"v\"><instanceId>i</instanceId></item>",
             "<item a=\"v\"><instanceId>i</instanceId></item>",
             "<item><instanceId>i</instanceId><p:instanceId>j</p:instanceId></item>",
             "<p:item><instanceId>i</instanceId></p:item>",
             "<item><instanceId>i</instanceId><currentState "
             "xmlns:p=\"u\"><code>1</code></currentState>"
             "</item>",
             "<item><instanceId>i</instanceId><p:currentState><code>16</code></p:currentState></"
             "item>"});
}

// A step that the result has recorded must not be followed in the metadata, nor the other way round.
BOOST_AUTO_TEST_CASE(metadata_with_the_members_of_the_result) {
    engines<plain_result> both;
    const std::string_view tails[] = {"<new>x</new><Name>n</Name>",
                                      "<Name>n</Name><new>x</new>",
                                      "<new>x</new><RequestId>r</RequestId>",
                                      "<RequestId>r</RequestId><new>x</new>",
                                      "<new><Name>x</Name></new><Name>n</Name>",
                                      ""};
    const std::string tags =
        "<Tags><member><key>a</key></member><member><key>b</key></member></Tags>";
    for (const std::string_view in_result : tails)
        for (const std::string_view in_metadata : tails)
            for (const bool has_list : {false, true})
                for (const layout how : {layout::ec2, layout::minified}) {
                    const std::string result =
                        "<GetPlainResult>" + tags + std::string(in_result) + "</GetPlainResult>";
                    const std::string metadata = "<ResponseMetadata>" + (has_list ? tags : "") +
                                                 std::string(in_metadata) + "</ResponseMetadata>";
                    for (const std::string& parts : {result + metadata, metadata + result}) {
                        const std::string reply =
                            lay_out("<GetPlainResponse>" + parts + "</GetPlainResponse>", how);
                        BOOST_TEST_REQUIRE(both.agree(reply), reply);
                    }
                }
}

// Memory that ends in the middle of a step.
BOOST_AUTO_TEST_CASE(items_that_do_not_fit_into_the_scratch) {
    engines<tree> both;
    std::string items;
    for (int i = 0; i < 6; ++i)
        items +=
            "<item><name>a</name><inner/><branches><item><name>b</name></item></branches></item>";
    const std::string reply =
        "<PutTreeResponse><branches>" + items + "</branches></PutTreeResponse>";
    std::vector<std::byte> room(4096);
    for (std::size_t size = 0; size <= room.size(); size += 8)
        BOOST_TEST_REQUIRE(both.agree_within(std::span(room).first(size), reply), size);
}

BOOST_AUTO_TEST_SUITE_END()
