#include <boost/test/unit_test.hpp>

#include "codec/club_shapes.hpp"
#include "codec/compare_xml_engines.hpp"
#include "codec/fleet_shapes.hpp"
#include "codec/layouts.hpp"

#include <string>
#include <string_view>
#include <vector>

// Items of a list in any order, after two from which the fast path has recorded steps: what one item implies
// about the next is never more than its bytes say. Each reply is compared with the strict reader's.

BOOST_AUTO_TEST_SUITE(codec_recorded_items)

namespace {

using namespace ec2wire;
using namespace ec2wire::tests;

// Checks replies of three items of all forms, each preceded by the two first forms.
template <class T>
void check_each_order(std::string_view head, std::string_view tail,
                      const std::vector<std::string_view>& forms) {
    engines<T> both;
    const auto item = [](std::string_view form) {
        return "<item>" + std::string(form) + "</item>";
    };
    for (const layout how : {layout::ec2, layout::minified})
        for (const std::string_view first : forms)
            for (const std::string_view second : forms)
                for (const std::string_view third : forms) {
                    const std::string reply =
                        lay_out(std::string(head) + item(forms[0]) + item(forms[1]) + item(first) +
                                    item(second) + item(third) + std::string(tail),
                                how);
                    BOOST_TEST_REQUIRE(both.agree(reply), reply);
                }
}

}  // namespace

BOOST_AUTO_TEST_CASE(structures_of_any_form) {
    check_each_order<fleet>(
        "<ListFleetResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><groupSet><item>"
        "<machineSet>",
        "</machineSet></item></groupSet><next>n</next></ListFleetResponse>",
        {"<id>i</id><state><code>16</code><name>r</name></state>",
         "<id>i</id><tagSet><item><key>k</key><value>v</value></item></tagSet><rate>1</rate>",
         // The other name of items, and another end tag.
         "<id>i</id><tagSet><member><key>k</key></member></tagSet><rate>1</rate>",
         "<id>i</id><tagSet><item><key>k</key></member></tagSet><rate>1</rate>",
         "<id>i</id><tagSet><item><key>k</key></item><item><value>v</value></item></tagSet>",
         // Other orders, and members that are there twice.
         "<state><name>r</name><code>16</code></state><id>i</id>",
         "<state><code>16</code></state><id>i</id><state><code>80</code></state>",
         "<id>i</id><tagSet/><tagSet><item><key>k</key></item></tagSet>", "<id>i</id><id>j</id>",
         "<tagSet/><state/><id/>",
         // Unknown members.
         "<id>i</id><new><id>x</id></new><new><id>x</id></new><rate>1</rate>",
         "<id>i</id><state><new>x</new><code>16</code></state>",
         // Other scalars, lists of scalars and values that are not of their type.
         "<id>a&amp;b</id><launched>2012-10-16T20:00:13.000Z</launched><rate>1</rate>",
         "<id>i</id><addressSet><address>a</address></addressSet><note>n</note><rate/>",
         "<id>i</id><rate>x</rate>", "<id>i</id><!-- --><rate>1</rate>"});
}

BOOST_AUTO_TEST_CASE(structures_inside_themselves) {
    check_each_order<fleet>(
        "<ListFleetResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><groupSet><item>"
        "<branches>",
        "</branches></item></groupSet></ListFleetResponse>",
        {"<name>a</name><branches><item><name>b</name></item></branches>", "<name>a</name>",
         "<inner><name>c</name></inner><name>a</name>",
         "<inner><inner><name>c</name></inner><name>d</name></inner><name>a</name>",
         "<inner><name>c</name><name>d</name></inner>",
         "<branches><item><inner><name>c</name></inner></item></branches><name>a</name>",
         "<branches><item><branches><item><name>c</name></item></branches></item></branches>"});
}

BOOST_AUTO_TEST_CASE(entries_of_maps_and_unions) {
    const auto check = [](std::string_view open, std::string_view close,
                          const std::vector<std::string_view>& forms) {
        engines<members> both;
        for (const layout how : {layout::ec2, layout::minified})
            for (const std::string_view first : forms)
                for (const std::string_view second : forms)
                    for (const std::string_view third : forms) {
                        std::string reply = "<GetMembersResponse><GetMembersResult>";
                        reply += open;
                        for (const std::string_view form :
                             {forms[0], forms[1], first, second, third})
                            reply += form;
                        reply += close;
                        reply += "</GetMembersResult></GetMembersResponse>";
                        BOOST_TEST_REQUIRE(both.agree(lay_out(reply, how)), reply);
                    }
    };
    check("<Tags>", "</Tags>",
          {"<entry><key>a</key><value>1</value></entry>", "<entry><key>a</key><value/></entry>",
           "<entry><value>1</value><key>a</key></entry>", "<entry><value/><key>a</key></entry>",
           "<entry><key>a</key></entry>", "<entry><value>1</value></entry>", "<entry/>",
           "<entry><key>a</key><key>b</key><value>1</value></entry>",
           "<entry><key>a</key><new>x</new><value>1</value></entry>"});
    check("<Badges>", "</Badges>",
          {"<entry><key>a</key><value><Name>n</Name></value></entry>",
           "<entry><key>a</key><value level=\"3\"><Name>n</Name></value></entry>",
           "<entry><value><Name>n</Name></value><key>a</key></entry>",
           "<entry><value><Name>n</Name></value></entry>", "<entry><key>a</key></entry>",
           "<entry><key>a</key><value/></entry>",
           "<entry><key>a</key><value><Name>n</Name><Name>m</Name></value></entry>"});
    check("<Choices>", "</Choices>",
          {"<member><Number>7</Number></member>", "<member><Text>a</Text></member>",
           "<member><Text>a</Text><Number>7</Number></member>",
           "<member><Number>7</Number><Text>a</Text></member>", "<member/>",
           "<member><Text/></member>", "<member><New>x</New><Text>a</Text></member>"});
}

BOOST_AUTO_TEST_SUITE_END()
