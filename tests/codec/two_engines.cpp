// The invariant of engine/xml_fast_path.hpp: for every input decode_xml gives what the strict reader gives.
#include <ec2wire/codec/decode_xml.hpp>

#include <ec2wire/ec2/start_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/club_shapes.hpp"
#include "codec/compare_xml_engines.hpp"
#include "codec/fleet_shapes.hpp"
#include "codec/layouts.hpp"
#include "codec/odd_lists.hpp"
#include "codec/shapes.hpp"
#include "files.hpp"
#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace ec2wire;
using namespace ec2wire::tests;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

using stop = stop_instances_response;

// Bytes that change how a reader goes on: markup, white space, control, UTF-8, digits and letters.
constexpr std::string_view turning_bytes("<>/&;'\"!-?=[] \n\r\ta0:\0\x7F\xC3\xA9\xEF", 25);

// Compares the engines over bytes that end at a forbidden page.
template <class T>
class engine_comparison {
  public:
    void check(std::string_view bytes) {
        if (engines_.agree(place(bytes, 0, {}, 0))) return;
        BOOST_ERROR("the engines differ over " << bytes);
    }

    // Every prefix of a document, and every document that is one byte away.
    void check_neighbours(std::string_view bytes) {
        check(bytes);
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            check_place(bytes, i, {}, bytes.size());
            check_place(bytes, i, {}, i + 1);
            for (const char& c : turning_bytes) {
                check_place(bytes, i, {&c, 1}, i + 1);
                check_place(bytes, i, {&c, 1}, i);
            }
        }
    }

    // Tries memory of every size, from none to enough, and returns how much was enough.
    std::size_t check_memory(std::string_view bytes) {
        alignas(std::max_align_t) static std::byte room[1 << 14];
        for (std::size_t size = 0; size < sizeof room; ++size) {
            if (!engines_.agree_within({room, size}, bytes))
                BOOST_ERROR("the engines differ in " << size << " bytes over " << bytes);
            scratch memory(std::span(room, size));
            const auto strict = detail::decode_strictly<T>(bytes, memory);
            if (strict || strict.error().code != errc::out_of_memory) return size;
        }
        BOOST_ERROR("no memory is enough for " << bytes);
        return 0;
    }

  private:
    void check_place(std::string_view bytes, std::size_t first, std::string_view by,
                     std::size_t last) {
        const std::string_view changed = place(bytes, first, by, last);
        if (engines_.agree(changed) || ++failures_ > 10) return;
        BOOST_ERROR("the engines differ at " << first << " over " << changed);
    }

    // Returns the bytes with [first, last) replaced, before a forbidden page.
    std::string_view place(std::string_view bytes, std::size_t first, std::string_view by,
                           std::size_t last) {
        const std::size_t size = bytes.size() - (last - first) + by.size();
        if (size > room_.view().size()) throw std::length_error("a test is too long");
        char* const out = const_cast<char*>(room_.view().data()) + room_.view().size() - size;
        std::copy_n(bytes.data(), first, out);
        std::copy_n(by.data(), by.size(), out + first);
        std::copy(bytes.begin() + static_cast<std::ptrdiff_t>(last), bytes.end(),
                  out + first + by.size());
        return {out, size};
    }

    guarded_bytes room_{std::string(1 << 16, ' ')};
    engines<T> engines_{};
    std::size_t failures_ = 0;
};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

std::string item(std::size_t number) {
    const std::string id = "i-0598c7d356eba48d" + std::to_string(number);
    return "<item><instanceId>" + id +
           "</instanceId><currentState><code>64</code><name>stopping</name></currentState>"
           "<previousState><code>16</code><name>running</name></previousState></item>";
}

std::string stop_reply(const std::vector<std::string>& items) {
    std::string all;
    for (const std::string& one : items) all += one;
    return "<StopInstancesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">"
           "<requestId>59dbff89-35bd-4eac-99ed-be587EXAMPLE</requestId><instancesSet>" +
           all + "</instancesSet></StopInstancesResponse>";
}

std::string stop_reply(std::size_t count) {
    std::vector<std::string> items;
    for (std::size_t i = 0; i < count; ++i) items.push_back(item(i));
    return stop_reply(items);
}

// Items that differ from the one before.
const std::vector<std::string>& odd_items() {
    static const std::vector<std::string> items = [] {
        const std::string usual = item(9);
        std::vector<std::string> odd{"<item/>",
                                     "<item></item>",
                                     "<item>text</item>",
                                     "text",
                                     "<!-- -->",
                                     "<?pi?>",
                                     "<other/>",
                                     "<Item/>",
                                     "<items/>",
                                     "<member><instanceId>i-1</instanceId></member>",
                                     "<item",
                                     "<",
                                     "<x:item><instanceId>i-1</instanceId></x:item>",
                                     "]]>",
                                     "<![CDATA[<item/>]]>",
                                     "&lt;",
                                     "&bad;",
                                     "<item a='1' a='2'/>",
                                     "</item>",
                                     "</instancesSet>",
                                     "<!DOCTYPE item>"};
        const std::vector<std::pair<std::string_view, std::string_view>> changes{
            {"<code>64</code>", ""},
            {"<name>stopping</name>", ""},
            {"<code>64</code><name>stopping</name>", "<name>stopping</name><code>64</code>"},
            {"<code>64</code><name>stopping</name>",
             "<name>stopping</name><code>64</code><name>again</name>"},
            {"<currentState><code>64</code><name>stopping</name></currentState>", ""},
            {"<currentState><code>64</code><name>stopping</name></currentState>",
             "<currentState/>"},
            {"<currentState><code>64</code><name>stopping</name></currentState>",
             "<currentState></currentState>"},
            {"</item>", "<currentState/></item>"},
            {"</item>", "<instanceId>i-2</instanceId></item>"},
            {"</item>", "<new><item>1</item></new></item>"},
            {"</item>", "</item >"},
            {"</item>", "<!-- </item> --></item>"},
            {"<item>", "<item a='1'>"},
            {"<item>", "<item\n>"},
            {"<item>", "<item>stray"},
            {"<item>", "<item><instancesSet/>"},
            {"<code>", "<code x=''>"},
            {"</code>", "</code\t>"},
            {"<code>", "<CODE>"},
            {"64", "6<!-- -->4"},
            {"64", "<![CDATA[64]]>"},
            {"64", "&#54;4"},
            {"64", " 64\n"},
            {"64", "\r\n64"},
            {"64", ""},
            {"64", "0"},
            {"64", "00064"},
            {"64", "000000064"},
            {"64", "9999"},
            {"64", "65535"},
            {"64", "65536"},
            {"64", "-1"},
            {"64", "-0"},
            {"64", "+64"},
            {"64", "6 4"},
            {"64", "64.0"},
            {"64", "6<b/>4"},
            {"64", "sixteen"},
            {"<code>64</code>", "<code/>"},
            {"<name>stopping</name>", "<name/>"},
            {"stopping", ""},
            {"stopping", "a&amp;b"},
            {"stopping", "a&nbsp;b"},
            {"stopping", "&#x1F600;&#13;"},
            {"stopping", "a\r\nb\rc"},
            {"stopping", "a]b]]c"},
            {"stopping", "a]]>b"},
            {"stopping", "\xC3\xA9t\xE2\x82\xAC \xF0\x9F\x98\x80"},
            {"stopping", "\xC3("},
            {"stopping", "\xED\xA0\x80"},
            {"stopping", "\x01"},
            {"stopping", "\xEF\xBF\xBF"},
            {"stopping", std::string_view("\0", 1)},
            {"stopping", "one and two and three and four and five and six and seven"},
            {"stopping", "one and two and three and four & five and six and seven"},
            {"i-0598c7d356eba48d9", "i&#45;1"},
            {"i-0598c7d356eba48d9", ""},
        };
        for (const auto& [from, to] : changes) odd.push_back(replaced(usual, from, to));
        // Two changes at once: texts that need memory, and then unusual tags.
        odd.push_back(replaced(replaced(usual, "i-05", "i&#45;05"), "<name>running</name>", ""));
        odd.push_back(replaced(replaced(usual, "i-05", "i&#45;05"), "16", "x"));
        return odd;
    }();
    return items;
}

// Unusual documents.
std::vector<std::string> odd_documents() {
    const std::string usual = stop_reply(2);
    const std::string state =
        "<StopInstancesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">";
    std::vector<std::string> odd{
        "", " ", "<", "not XML", "<html></html>", "\xEF\xBB\xBF" + usual, "\xFF\xFE", "\n" + usual,
        usual + " \r\n\t", usual + "<!-- -->", usual + "x", usual + usual,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + usual,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + usual,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n" + usual, "<?xml version='1.0'?>" + usual,
        "\n<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + usual, state + "</StopInstancesResponse>",
        state + "</StopInstancesResponse >", state + "<instancesSet/></StopInstancesResponse>",
        // The element after an empty list is not in it.
        state + "<instancesSet/>" + item(1) + "</StopInstancesResponse>",
        state + "<instancesSet a='/'>" + item(1) + "</instancesSet></StopInstancesResponse>",
        state + "<instancesSet a=''/>" + item(1) + "</StopInstancesResponse>",
        state + "<instancesSet></instancesSet>" + item(1) + "</StopInstancesResponse>",
        state + "<instancesSet/><instancesSet>" + item(1) +
            "</instancesSet></StopInstancesResponse>",
        state + "<instancesSet>" + item(1) + "</instancesSet><instancesSet>" + item(2) +
            "</instancesSet></StopInstancesResponse>",
        state + "<instancesSet>" + item(1) +
            "</instancesSet><requestId>after</requestId></StopInstancesResponse>",
        "<Response><Errors><Error><Code>A</Code><Message>a &lt; b</Message></Error></Errors>"
        "<RequestID>r</RequestID></Response>",
        "<Response><Errors><Error><Code>A</Code></Error><Error><Code>B</Code></Error></Errors>"
        "<RequestID>r</RequestID><requestId>s</requestId></Response>",
        "<Response><Errors/><Error><Code>A</Code></Error></Response>",
        "<Response><Errors><Error><Message>m</Message><Code>A</Code></Error></Errors></Response>",
        "<Response><Error><Code>A</Code></Error><Code>B</Code></Response>", "<Response></Response>",
        "<Response/>", "<Response><Errors><Error/></Errors></Response>",
        "<ErrorResponse><Error><Code>A</Code></Error></ErrorResponse>",
        "<Error><Code>A</Code><Message>m</Message><RequestId>r</RequestId></Error>"};
    // Something between the members of the root: empty, text, a structure, a member again.
    const std::string list = "<instancesSet>" + item(1) + item(2) + "</instancesSet>";
    for (const std::string_view between :
         {"<new/>", "<new>text</new>", "<new><item>1</item></new>", "<new a='1'/>",
          "<new>&lt;</new>", "<new>&bad;</new>", "<!-- -->", "text", "<requestId>again</requestId>",
          "<requestId/>", "<instancesSet/>", "<instancesSet><item/></instancesSet>", "<x:new/>",
          "<new"}) {
        const std::string one(between);
        odd.push_back(state + one + "<requestId>r</requestId>" + list + "</StopInstancesResponse>");
        odd.push_back(state + "<requestId>r</requestId>" + one + list + "</StopInstancesResponse>");
        odd.push_back(state + "<requestId>r</requestId>" + list + one + "</StopInstancesResponse>");
        odd.push_back(state + list + one + "<requestId>r</requestId></StopInstancesResponse>");
    }
    // With a prefix on every name, or on some.
    for (const std::string_view part : {"", "item", "code"}) {
        std::string prefixed;
        for (std::size_t i = 0; i < usual.size(); ++i) {
            prefixed += usual[i];
            const bool is_name = usual[i] == '<' || (usual[i] == '/' && usual[i - 1] == '<');
            if (is_name && usual[i + 1] != '/' &&
                std::string_view(usual).substr(i + 1).starts_with(part))
                prefixed += "e:";
        }
        odd.push_back(prefixed);
    }
    return odd;
}

std::string fleet_reply(std::size_t machines) {
    std::string all;
    for (std::size_t i = 0; i < machines; ++i)
        all += "<item><id>m-" + std::to_string(i) +
               "</id><state><code>16</code><name>running</name></state>"
               "<launched>2026-11-21T10:15:00.000Z</launched><isOptimized>true</isOptimized>"
               "<rate>0.25</rate><cookie>AAEC</cookie><addressSet><address>10.0.0.1</address>"
               "<address>10.0.0.2</address></addressSet><tagSet><item><key>a</key>"
               "<value>1</value></item><item><key>b</key></item></tagSet>" +
               (i % 3 == 2 ? "<note>n</note><note>o</note>" : "") + "</item>";
    const std::string group =
        "<name>g</name><machineSet>" + all +
        "</machineSet><branches><item><name>x</name><branches><item><name>y</name></item>"
        "<item><name>z</name></item></branches></item></branches>";
    return "<ListFleetResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">"
           "<requestId>r</requestId><groupSet><item>" +
           group + "</item><item>" + group +
           "</item></groupSet><nameSet><item>one</item><item>two</item><item></item><item>four"
           "</item></nameSet><countSet><item>1</item><item>-2</item><item>33333</item></countSet>"
           "<spare>" +
           group +
           "</spare><extra><key>k</key><value>v</value></extra><extra><key>l</key></extra>"
           "<next>more</next></ListFleetResponse>";
}

constexpr std::string_view tree_reply =
    "<PutTreeResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><name>a</name><tag>"
    "<key>k</key><value>v</value></tag><tagSet><Tag><key>a</key><value>b</value></Tag><Tag>"
    "<key>c</key></Tag></tagSet><rows><item><item>1</item><item>2</item></item><item/></rows>"
    "<inner><name>n</name><inner><name>m</name></inner></inner><branches><item><name>p</name>"
    "<branches><item><name>q</name></item><item><name>r</name></item></branches></item><item>"
    "<name>s</name></item></branches><requestId>r</requestId></PutTreeResponse>";

constexpr std::string_view club_reply =
    "<GetMembersResponse><GetMembersResult><Tags><entry><key>a</key><value>1</value></entry><entry>"
    "<key>b</key><value/></entry></Tags><Badges><entry><key>a</key><value "
    "level=\"3\"><Name>A</Name>"
    "</value></entry></Badges><Teams><entry><key>t</key><value><member>x</member></value></entry>"
    "</Teams><Note><key>n</key><value>1</value></Note><Table><Row><Cell>1</Cell><Cell>2</Cell></"
    "Row>"
    "<Row/></Table><Choices><member><Number>7</Number></member><member><Text>a</Text></member>"
    "</Choices><Name>x</Name><Name>y</Name></GetMembersResult><ResponseMetadata><RequestId>r"
    "</RequestId></ResponseMetadata></GetMembersResponse>";

// A container of the caller's that throws at its third element.
struct short_list : std::vector<std::string> {
    std::string& emplace_back() {
        if (size() == 2) throw std::length_error("a list is full");
        return std::vector<std::string>::emplace_back();
    }
};

struct short_reply {
    using service = ec2;
    static constexpr std::string_view operation = "ListShort";
    short_list names{};
    static constexpr auto fields() { return field_list{field{"names", &short_reply::names}}; }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_two_engines)

BOOST_AUTO_TEST_CASE(items_without_a_member_and_items_that_are_messages) {
    engine_comparison<odd_lists> engines;
    const std::string root_end = "</" + std::string(message::operation) + "Response>";
    std::string empty;
    for (std::size_t count = 0; count <= 5; ++count, empty += "<item></item>")
        for (const std::string& item :
             {"<item><text>1</text></item>"s, "<text>1</text>" + root_end})
            for (const layout how : all_layouts)
                engines.check(lay_out("<ListOddResponse><empty>" + empty + "</empty><messages>" +
                                          item + item + "</messages></ListOddResponse>",
                                      how));
}

// A half-read item is read again, and stays present.
BOOST_AUTO_TEST_CASE(structures_of_which_the_padding_is_used) {
    engine_comparison<odd_lists> engines;
    const std::string ends[] = {"", "<!-- -->", "<new a=''/>", "<flag>true</flag>"};
    for (const layout how : all_layouts)
        for (const std::string& one : {""s, "<number>0</number>"s, "<flag>true</flag>"s,
                                       "<number>1</number><flag>true</flag>"s})
            for (const std::string& end : ends)
                for (const std::string& none :
                     {"<none/>"s, "<none></none>"s, "<none x='1'/>"s, "<none><!-- --></none>"s})
                    engines.check(lay_out("<ListOddResponse><one>" + one + end + "</one>" + none +
                                              "</ListOddResponse>",
                                          how));
}

BOOST_AUTO_TEST_CASE(structures_before_and_after_a_list) {
    engine_comparison<padded_list> engines;
    engine_comparison<padded_lists> deeper;
    constexpr std::string_view whole = "<number>1</number><flag>true</flag>";
    for (const layout how : all_layouts) {
        for (const std::string_view one : {whole, "<number>1</number>"sv, "<!-- -->"sv}) {
            for (const std::string_view row : {whole, "<flag>true</flag>"sv}) {
                const std::string part(one);
                const std::string item = "<item>" + std::string(row) + "</item>";
                const std::string inside = "<before>" + part + "</before><rows>" + item + item +
                                           "</rows><behind>" + part + "</behind>";
                engines.check(lay_out("<ListPaddedResponse xmlns=\"" +
                                          std::string(ec2::xml_namespace) + "\">" + inside +
                                          "</ListPaddedResponse>",
                                      how));
                deeper.check(lay_out("<ListListsResponse><lists><item>" + inside + "</item><item>" +
                                         inside + "</item></lists></ListListsResponse>",
                                     how));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(lists_of_lists_of_structures) {
    engine_comparison<padded_rows> engines;
    for (const layout how : all_layouts)
        for (const std::string_view one :
             {"<number>7</number>"sv, "<number>7</number><flag>true</flag>"sv}) {
            const std::string item = "<item>" + std::string(one) + "</item>";
            const std::string row = "<item>" + item + "</item>";
            engines.check(lay_out("<ListRowsResponse><rows>" + row + row + row + "<item>" + item +
                                      item + "</item></rows></ListRowsResponse>",
                                  how));
        }
}

BOOST_AUTO_TEST_CASE(items_that_may_be_absent) {
    engine_comparison<odd_lists> inside;
    engine_comparison<perhaps_list> engines;
    for (const layout how : all_layouts) {
        for (const std::string_view row :
             {""sv, "<number>0</number>"sv, "<number>1</number><flag>true</flag>"sv}) {
            const std::string item = "<item>" + std::string(row) + "</item>";
            inside.check(lay_out(
                "<ListOddResponse><some>" + item + item + item + "</some></ListOddResponse>", how));
            engines.check(lay_out("<ListPerhapsResponse xmlns=\"" +
                                      std::string(ec2::xml_namespace) + "\"><rows>" + item + item +
                                      item + "</rows></ListPerhapsResponse>",
                                  how));
        }
    }
}

// Names and literals past the limits of a recorded step, and end tags that only begin or end alike.
BOOST_AUTO_TEST_CASE(unknown_members_of_every_size) {
    engine_comparison<stop> engines;
    for (const std::size_t size : {1U, 8U, 255U, 256U, 257U, 2000U}) {
        const std::string name(size, 'a');
        for (const std::string& end : {name, name + "a", name.substr(1) + "b", "a"s}) {
            const std::string odd =
                "<item><instanceId>i</instanceId><" + name + ">x</" + name + "></item>";
            engines.check(stop_reply({item(0), odd, odd, odd}));
            engines.check(stop_reply(
                {item(0), odd,
                 "<item><instanceId>i</instanceId><" + name + ">x</" + end + "></item>"}));
        }
        std::string empties;
        for (std::size_t i = 0; i < size; ++i) empties += "<u/>";
        const std::string wide = "<item><instanceId>i</instanceId>" + empties +
                                 "<currentState><code>1</code></currentState></item>";
        engines.check(stop_reply({item(0), wide, wide, wide, item(1)}));
    }
    // A size of more than 16 bits.
    const std::string name(65537, 'a');
    const std::string head = "<item><instanceId>i</instanceId><" + name + ">x</";
    const std::string bytes = stop_reply({item(0), head + name + "></item>", head + "a></item>"});
    scratch fast, strict;
    BOOST_TEST((decode_xml<stop>(bytes, fast).error() ==
                detail::decode_strictly<stop>(bytes, strict).error()));
}

// The content of unknown elements: other elements, with the names of members and of each other.
BOOST_AUTO_TEST_CASE(elements_within_unknown_elements) {
    engine_comparison<stop> engines;
    const auto with = [](std::string_view inside, std::string_view in_state) {
        return "<item><instanceId>i</instanceId>" + std::string(inside) +
               "<currentState><code>64</code>" + std::string(in_state) +
               "</currentState><previousState><code>16</code>" + std::string(in_state) +
               "<name>running</name></previousState></item>";
    };
    const std::string_view tags =
        "<tags><item><k>a</k><v>b</v></item><item><k>c</k></item></tags><e/><f></f>";
    const std::string_view members =
        "<x><instanceId>q</instanceId><currentState><code>z</code></currentState></x>";
    for (const layout how : all_layouts) {
        for (const std::string_view inside : {tags, members}) {
            const std::string one = with(inside, {}), two = with({}, inside);
            engines.check(lay_out(stop_reply({one, one, one, two, two, one, two}), how));
        }
        engines.check_neighbours(lay_out(stop_reply({with("<a><t>1</t></a>", "<a><b/></a>"),
                                                     with("<a><t>1</t></a>", "<a><b/></a>")}),
                                         how));
    }
    // The same text and literal in elements with other names, in other places, and with another's end tag.
    const std::vector<std::string_view> alike{
        "<a><t>1</t></a>",
        "<b><t>1</t></b>",
        "<b><t>1</t></a>",
        "<a><t>1</a></t>",
        "<t>1</t></a>",
        "<a><t>1</t>",
        "<a><a><t>1</t></a></a>",
        "<a><b><t>1</t></a></a>",
        "<name>1</name>",
        "<a><t>1</t>x</a>",
        "<a>x<t>1</t></a>",
        "<a><t x=''>1</t></a>",
        "<a><t>&amp;</t></a>",
        "<a><t>&</t></a>",
        "<a><t>1</t><!-- --></a>",
        "<a><t><t>1</t></t></a>",
        "<a b='1'><t>1</t></a>",
        "<a><![CDATA[<t>]]></a>",
        "<a:a><t>1</t></a:a>",
        "<a ><t>1</t></a ><u></u>",
        "<t>1</t><name>z</name>",
        "<t>1</t>",
        "<a><a><t>1</t></a><currentState><code>5</code></currentState></a>",
        "<a><t>1</t></a><a><t>1</t></a>"};
    for (const layout how : {layout::ec2, layout::minified})
        for (const std::string_view first : alike)
            for (const std::string_view second : alike) {
                engines.check(lay_out(stop_reply({with(first, {}), with(first, {}),
                                                  with(second, {}), with(first, {})}),
                                      how));
                engines.check(lay_out(stop_reply({with(first, second), with(first, second),
                                                  with(second, first), with({}, first)}),
                                      how));
            }
    for (std::size_t depth = 1; depth < 2 * max_depth; depth += depth < 250 ? 31 : 1) {
        std::string open, close;
        for (std::size_t i = 0; i < depth; ++i) (open += "<a>"), (close += "</a>");
        for (const std::string& inside :
             {open + close, open + "t" + close, open + "t" + close + "</a>"}) {
            const std::string deep = with(inside, {});
            engines.check(stop_reply({deep, deep, deep}));
        }
    }
}

// The elements after a list differ, and the list is decoded all the same: once, and in its own memory.
BOOST_AUTO_TEST_CASE(members_after_lists) {
    const auto printed = [](const std::string& document, layout how) {
        const std::string bytes = lay_out(document, how);
        return how == layout::ec2 ? bytes : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + bytes;
    };
    const auto reply = [&](std::size_t count, std::string_view behind, layout how) {
        std::string items;
        for (std::size_t i = 0; i < count; ++i)
            items += "<item><number>" + std::to_string(i) + "</number><flag>true</flag></item>";
        return printed("<ListTwoResponse xmlns=\"" + std::string(ec2::xml_namespace) + "\"><left>" +
                           items + "</left><between>b</between><right>" + items + "</right>" +
                           std::string(behind) + "</ListTwoResponse>",
                       how);
    };
    engine_comparison<two_lists> engines;
    for (const layout how : {layout::ec2, layout::minified, layout::tabs}) {
        engines.check_neighbours(reply(1, "<token>t</token><requestId>r</requestId>", how));
        for (const std::string_view behind :
             {""sv, "<token>t</token>"sv, "<requestId>r</requestId>"sv, "<new/>"sv,
              "<token>t</token><new/><requestId>r</requestId>"sv, "<left/>"sv, "<right/>"sv}) {
            engines.check(reply(2, behind, how));
            for (const std::string_view tail : {"", "<!-- -->", "x"})
                BOOST_TEST(tests::engines<two_lists>::agree_on_ration(reply(2000, behind, how) +
                                                                      std::string(tail)));
        }
        for (const std::string_view tail : {"", "\n", "<!-- -->", "<?pi?>", "x"})
            BOOST_TEST(tests::engines<stop>::agree_on_ration(printed(stop_reply(1000), how) +
                                                             std::string(tail)));
    }
}

// A start tag that is longer than a literal of a recorded step.
BOOST_AUTO_TEST_CASE(items_with_a_long_tag) {
    engine_comparison<padded_list> engines;
    const std::string item =
        "<item n='" + std::string(3000, 'x') + "'><number>1</number><flag>true</flag></item>";
    for (const layout how : all_layouts)
        engines.check(lay_out(
            "<ListPaddedResponse><rows>" + item + item + item + "</rows></ListPaddedResponse>",
            how));
}

BOOST_AUTO_TEST_CASE(an_exception_of_the_callers_list_reaches_the_caller) {
    for (const layout how : all_layouts) {
        const std::string bytes = lay_out(
            "<ListShortResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><names>"
            "<item>1</item><item>2</item><item>3</item></names></ListShortResponse>",
            how);
        scratch memory;
        BOOST_CHECK_THROW((void)decode_xml<short_reply>(bytes, memory), std::length_error);
        BOOST_CHECK_THROW((void)detail::decode_strictly<short_reply>(bytes, memory),
                          std::length_error);
    }
}

BOOST_AUTO_TEST_CASE(the_engines_agree_on_recorded_replies_and_their_neighbours) {
    engine_comparison<stop> stopping;
    engine_comparison<start_instances_response> starting;
    for (const auto& folder : {wire_folder(), wire_folder() / "refused"}) {
        for (const auto& path : files_in(folder, ".xml")) {
            const std::string bytes = read_file(path);
            stopping.check(bytes);
            starting.check(bytes);
            if (bytes.size() > 1000) continue;
            if (path.filename().string().starts_with("start"))
                starting.check_neighbours(bytes);
            else
                stopping.check_neighbours(bytes);
        }
    }
}

BOOST_AUTO_TEST_CASE(every_layout_with_any_number_of_items) {
    engine_comparison<stop> borrowing;
    engine_comparison<owning<stop>> owned;
    for (const layout how : all_layouts)
        for (std::size_t count = 0; count <= 6; ++count) {
            borrowing.check(lay_out(stop_reply(count), how));
            owned.check(lay_out(stop_reply(count), how));
        }
}

BOOST_AUTO_TEST_CASE(an_unusual_item_at_any_position) {
    engine_comparison<stop> borrowing;
    engine_comparison<owning<stop>> owned;
    for (const layout how : all_layouts)
        for (const std::string& odd : odd_items())
            for (std::size_t place = 0; place <= 4; ++place) {
                std::vector<std::string> items{item(0), item(1), item(2), item(3)};
                items.insert(items.begin() + static_cast<std::ptrdiff_t>(place), odd);
                const std::string bytes = lay_out(stop_reply(items), how);
                borrowing.check(bytes);
                owned.check(bytes);
                borrowing.check(stop_reply(items) + bytes);
                items.insert(items.end(), {odd, item(4), odd, odd, item(5), item(6)});
                borrowing.check(lay_out(stop_reply(items), how));
            }
}

BOOST_AUTO_TEST_CASE(a_layout_that_changes_within_a_reply) {
    engine_comparison<stop> engines;
    const std::string document = stop_reply(4);
    for (const layout first : all_layouts)
        for (const layout second : all_layouts) {
            const std::string a = lay_out(document, first);
            const std::string b = lay_out(document, second);
            for (std::size_t i = 0; i < 5; ++i) {
                std::size_t at = 0, from = 0;
                for (std::size_t n = 0; n < i; ++n) {
                    at = a.find("</item>", at) + 7;
                    from = b.find("</item>", from) + 7;
                }
                engines.check(a.substr(0, at) + b.substr(from));
            }
        }
}

BOOST_AUTO_TEST_CASE(unusual_documents_and_their_neighbours) {
    engine_comparison<stop> borrowing;
    engine_comparison<owning<stop>> owned;
    for (const std::string& document : odd_documents())
        for (const layout how : all_layouts) {
            const std::string bytes = lay_out(document, how);
            owned.check(bytes);
            borrowing.check(document);
            if (document.size() < 250 && how == layout::ec2)
                borrowing.check_neighbours(document);
            else
                borrowing.check(bytes);
        }
}

// Other servers print another XML declaration and namespace than EC2, and the request id last.
BOOST_AUTO_TEST_CASE(documents_that_begin_in_other_ways) {
    engine_comparison<stop> engines;
    const std::string id = "<requestId>r</requestId>";
    const std::string list = "<instancesSet>" + item(1) + item(2) + "</instancesSet>";
    for (const std::string_view declaration :
         {"", "\n", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
          "<?xml version='1.0' encoding='utf-8'?>\n", "\xEF\xBB\xBF<?xml version='1.0'?>",
          "<?xml version='1.1'?>", "<?xml version='1.0'?><!-- -->"})
        for (const std::string_view attribute :
             {"", " ", " xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15\"", " xmlns=\"\"",
              " xmlns='u'", " xmlns=\"&amp;\"", " xmlns=\"u\" a=\"\"", " xmlns=\"\xC3\xA9\"",
              " a=\"\"", " xmlns:a=\"u\"", " xmlns=\"<\""})
            for (const std::string& members :
                 {id + list, list + id, list, id, list + id + id, list + list, id + list + id,
                  list + id + "<new/>", "<new/>" + list}) {
                const std::string document = "<StopInstancesResponse" + std::string(attribute) +
                                             ">" + members + "</StopInstancesResponse>";
                for (const layout how : {layout::ec2, layout::minified, layout::tabs}) {
                    std::string bytes = lay_out(document, how);
                    engines.check(bytes.replace(0, bytes.find("<Stop"), declaration));
                }
            }
    engines.check_neighbours(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<StopInstancesResponse xmlns=\"u\">" + list +
        id + "</StopInstancesResponse>");
}

BOOST_AUTO_TEST_CASE(each_layout_and_its_neighbours) {
    engine_comparison<stop> borrowing;
    for (const layout how : all_layouts) borrowing.check_neighbours(lay_out(stop_reply(3), how));
    engine_comparison<owning<stop>> owned;
    owned.check_neighbours(lay_out(stop_reply(3), layout::two_spaces));
}

// The fast path takes one plain attribute of a start tag, and no other.
BOOST_AUTO_TEST_CASE(the_engines_agree_on_attributes_of_start_tags) {
    engine_comparison<stop> borrowing;
    engine_comparison<owning<stop>> owned;
    engine_comparison<members> clubs;
    for (const char* attributes :
         {" a=\"b\"",    " type=\"C 1\"",    " a=\"\"",          " a='b'",       " a=b",
          " a",          " 1=\"b\"",         " a:b=\"c\"",       " xmlns=\"u\"", " xmlns:a=\"u\"",
          " xml=\"u\"",  " a=\"b\" c=\"d\"", " a=\"b\" a=\"b\"", " a=\"&amp;\"", " a=\"&x;\"",
          " a=\"<\"",    " a=\">\"",         " a=\"\xC3\xA9\"",  " a=\"\xC3\"",  " a=\"\t\"",
          " a=\"\x01\"", "  a=\"b\"",        " a =\"b\"",        " a=\"b\" ",    " a=\"/\"",
          " a=\"b\"/",   " \xC3\xA9=\"b\""})
        for (const char* tag : {"<item>", "<instancesSet>", "<currentState>", "<code>", "<name>"}) {
            const std::string name(tag, std::strlen(tag) - 1);
            const std::string changed = replaced(item(8), tag, name + attributes + ">");
            for (std::size_t plain = 0; plain < 3; ++plain) {
                std::vector<std::string> items(plain, item(7));
                items.insert(items.end(), 3, changed);
                items.push_back(item(9));
                const std::string reply = replaced(stop_reply(items), "<instancesSet>",
                                                   "<instancesSet" + std::string(attributes) + ">");
                for (const std::string& document : {stop_reply(items), reply}) {
                    borrowing.check(lay_out(document, layout::two_spaces));
                    owned.check(document);
                }
            }
        }
    borrowing.check_neighbours(stop_reply({replaced(item(2), "<item>", "<item type=\"b\">"),
                                           replaced(item(4), "<code>", "<code a=\"b\">")}));
    // Cut after the slash, where the tag may not be read further.
    borrowing.check_neighbours(stop_reply({std::string("<item abcdefghij=\"\"/>")}));
    for (const char* tag : {"<member>", "<Grantee>", "<key>", "<entry>", "<value>", "<Name>"}) {
        const std::string name(tag, std::strlen(tag) - 1);
        std::string all(club_reply);
        for (std::size_t at = 0; (at = all.find(tag, at)) != std::string::npos; at += 8)
            all.insert(at + name.size(), " level=\"7\"");
        clubs.check(all);
        clubs.check(lay_out(all, layout::ec2));
    }
}

// A reference in a text of any kind.
BOOST_AUTO_TEST_CASE(references_in_texts_and_their_neighbours) {
    engine_comparison<stop> borrowing;
    engine_comparison<owning<stop>> owned;
    for (const char* code :
         {"6&#52;", "&#54;4", "&#32;64", "&#32;", "6&#x34;", "6&lt;", "&#48;&#48;4"})
        for (const char* name : {"s&#116;opping", "&amp;", "stoppin&#103;"}) {
            const std::string changed =
                replaced(replaced(item(8), ">64<", ">" + std::string(code) + "<"), ">stopping<",
                         ">" + std::string(name) + "<");
            const std::string reply = stop_reply({item(1), changed, changed, item(2), changed});
            borrowing.check(reply);
            owned.check(lay_out(reply, layout::two_spaces));
        }
    borrowing.check_neighbours(stop_reply({replaced(item(8), ">64<", ">6&#52;<")}));
}

BOOST_AUTO_TEST_CASE(lists_within_lists_and_their_neighbours) {
    engine_comparison<fleet> borrowing;
    engine_comparison<owning<fleet>> owned;
    engine_comparison<tree> trees;
    engine_comparison<owning<tree>> owned_trees;
    engine_comparison<members> clubs;
    for (const layout how : all_layouts) {
        for (std::size_t count = 0; count <= 5; ++count) {
            borrowing.check(lay_out(fleet_reply(count), how));
            owned.check(lay_out(fleet_reply(count), how));
        }
        trees.check(lay_out(tree_reply, how));
        owned_trees.check(lay_out(tree_reply, how));
        if (how == layout::two_spaces) clubs.check_neighbours(lay_out(club_reply, how));
        clubs.check(lay_out(club_reply, how));
    }
    for (const layout how : {layout::two_spaces, layout::attributes}) {
        borrowing.check_neighbours(lay_out(fleet_reply(1), how));
        trees.check_neighbours(lay_out(tree_reply, how));
    }
    owned.check_neighbours(lay_out(fleet_reply(1), layout::tabs));
}

BOOST_AUTO_TEST_CASE(the_engines_agree_with_memory_of_every_size) {
    engine_comparison<stop> stopping;
    engine_comparison<fleet> fleets;
    engine_comparison<tree> trees;
    for (const layout how : all_layouts) {
        stopping.check_memory(lay_out(stop_reply(6), how));
        fleets.check_memory(lay_out(fleet_reply(3), how));
        trees.check_memory(lay_out(tree_reply, how));
    }
    for (const std::string& odd : odd_items())
        stopping.check_memory(
            lay_out(stop_reply({item(0), odd, item(1), odd, odd, item(2)}), layout::irregular));
}

BOOST_AUTO_TEST_SUITE_END()
