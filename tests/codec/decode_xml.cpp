#include <ec2wire/codec/decode_xml.hpp>

#include <ec2wire/ec2/start_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/refusals.hpp"
#include "codec/shapes.hpp"
#include "error_text.hpp"

#include <boost/test/unit_test.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

using namespace ec2wire;
using ec2wire::tests::check_refused;
using ec2wire::tests::marked;

namespace {

using stop_reply = reply<stop_instances_response>;

constexpr std::string_view whole =
    "<StopInstancesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">"
    "<requestId>59db</requestId><instancesSet><item><instanceId>i-1</instanceId>"
    "<currentState><code>64</code><name>stopping</name></currentState>"
    "<previousState><code>272</code><name>running</name></previousState>"
    "</item></instancesSet></StopInstancesResponse>";

// A reply with these members in its root.
std::string in_root(std::string_view members) {
    return "<StopInstancesResponse>" + std::string(members) + "</StopInstancesResponse>";
}

// A reply with these members in one item.
std::string in_item(std::string_view members) {
    return in_root("<instancesSet><item>" + std::string(members) + "</item></instancesSet>");
}

constexpr std::size_t before_members = std::string_view("<StopInstancesResponse>").size();
constexpr std::size_t before_item_members =
    before_members + std::string_view("<instancesSet><item>").size();

// Decodes a document, and keeps alive what the reply views.
struct decoded {
    scratch memory{};
    std::string bytes;
    stop_reply answer;

    explicit decoded(std::string document)
        : bytes(std::move(document)),
          answer(decode_xml<stop_instances_response>(std::string_view(bytes), memory)) {}

    const stop_instances_response& operator*() const {
        BOOST_TEST_REQUIRE(answer.has_value(), tests::error_text(answer));
        return *answer;
    }
    const stop_instances_response* operator->() const { return &**this; }
    const instance_state_change& item() const {
        BOOST_TEST_REQUIRE((**this).stopping_instances.size() == 1U);
        return (**this).stopping_instances[0];
    }
};

// Check that decode_xml refuses a document, or one with these members in its root or its item, with an error
// at the byte under the "v".
void refused(errc code, const marked& document) {
    check_refused(decoded(std::string(document.text)).answer, code, document);
}

void refused_in_root(errc code, const marked& members) {
    check_refused(decoded(in_root(members.text)).answer, code, members, before_members);
}

void refused_in_item(errc code, const marked& members) {
    check_refused(decoded(in_item(members.text)).answer, code, members, before_item_members);
}

service_error error_in(const decoded& document) {
    BOOST_TEST_REQUIRE(!document.answer.has_value());
    BOOST_TEST(document.answer.error().code == errc::service_error);
    return document.answer.error().service;
}

std::string repeated(std::string_view text, std::size_t count) {
    std::string many;
    for (; count > 0; --count) many += text;
    return many;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_decode_xml)

BOOST_AUTO_TEST_CASE(a_reply_has_all_its_members) {
    const decoded reply{std::string(whole)};
    BOOST_TEST((reply->request_id == "59db"));
    BOOST_TEST((reply.item().instance_id == "i-1"));
    BOOST_TEST((reply.item().current_state.code == stopping));
    BOOST_TEST((reply.item().current_state.name == instance_state_name::stopping));
    BOOST_TEST(reply.item().previous_state.code->wire() == 272);
    BOOST_TEST((reply.item().previous_state.code == running));
    BOOST_TEST((reply.item().previous_state.name == instance_state_name::running));
}

BOOST_AUTO_TEST_SUITE_END()

// P1 (root and request id).
BOOST_AUTO_TEST_SUITE(codec_decode_xml_root)

BOOST_AUTO_TEST_CASE(the_request_id_is_anywhere_in_the_root_or_absent) {
    BOOST_TEST((decoded(in_root("<requestId>r</requestId><instancesSet/>"))->request_id == "r"));
    BOOST_TEST((decoded(in_root("<instancesSet/><requestId>r</requestId>"))->request_id == "r"));
    BOOST_TEST(!decoded(in_root("<instancesSet/>"))->request_id.has_value());
    BOOST_TEST((decoded(in_root("<requestId/>"))->request_id == ""));
    // Only directly in the root.
    BOOST_TEST(!decoded(in_item("<requestId>r</requestId>"))->request_id.has_value());
}

// P4a (names of the request id).
BOOST_AUTO_TEST_CASE(the_request_id_has_three_names_and_occurs_once) {
    BOOST_TEST((decoded(in_root("<RequestId>r</RequestId>"))->request_id == "r"));
    BOOST_TEST((decoded(in_root("<requestID>r-1</requestID>"))->request_id == "r-1"));
    refused_in_root(errc::duplicate_member, {"                         v",
                                             "<requestId>r</requestId> <requestID>r</requestID>"});
}

// P2 (names and namespaces).
BOOST_AUTO_TEST_CASE(two_prefixes_of_one_namespace_are_one_vocabulary) {
    const decoded reply(
        "<a:StopInstancesResponse xmlns:a=\"u\" xmlns=\"u\"><instancesSet><item>"
        "<a:instanceId>i-0</a:instanceId></item></instancesSet></a:StopInstancesResponse>");
    BOOST_TEST((reply.item().instance_id == "i-0"));
    // The namespace decides, not the prefix.
    const decoded other(
        "<a:StopInstancesResponse xmlns:a=\"u\" xmlns=\"v\"><instancesSet><item/>"
        "</instancesSet><b:requestId xmlns:b=\"&#x75;\">r</b:requestId></a:StopInstancesResponse>");
    BOOST_TEST(other->stopping_instances.empty());
    BOOST_TEST((other->request_id == "r"));
}

// P2 (names and namespaces). A prefix stands for what the innermost declaration says, also where there are many.
BOOST_AUTO_TEST_CASE(a_prefix_is_what_the_innermost_element_around_declares) {
    std::string many;
    for (int i = 0; i < 100; ++i) many += " xmlns:p" + std::to_string(i) + "='v'";
    for (const std::string& others : {std::string(), many}) {
        const auto id_in = [&](std::string_view item) {
            const decoded reply("<StopInstancesResponse xmlns='u' xmlns:a='u' xmlns:b='v'" +
                                others + "><a:instancesSet" + others + ">" + std::string(item) +
                                "</a:instancesSet></StopInstancesResponse>");
            BOOST_TEST_REQUIRE(reply->stopping_instances.size() == 1U);
            return std::string(reply.item().instance_id.value_or("absent"));
        };
        BOOST_TEST(id_in("<item><a:instanceId>i</a:instanceId></item>") == "i");
        BOOST_TEST(id_in("<item><b:instanceId>i</b:instanceId></item>") == "absent");
        BOOST_TEST(id_in("<item><c:instanceId>i</c:instanceId></item>") == "absent");
        BOOST_TEST(id_in("<item xmlns:b='u'" + others + "><b:instanceId>i</b:instanceId></item>") ==
                   "i");
        BOOST_TEST(id_in("<item xmlns:a='v'" + others + "><a:instanceId>i</a:instanceId></item>") ==
                   "absent");
        BOOST_TEST(id_in("<item xmlns:a=''" + others + "><a:instanceId>i</a:instanceId></item>") ==
                   "absent");
        BOOST_TEST(id_in("<item><b:instanceId xmlns:b='u'" + others + ">i</b:instanceId></item>") ==
                   "i");
        // A declaration ends with its element.
        BOOST_TEST(id_in("<x xmlns:b='u'/><item><previousState xmlns:b='u' xmlns:a='v'" + others +
                         "/><b:instanceId>j</b:instanceId><a:instanceId>i</a:instanceId></item>") ==
                   "i");
    }
}

// Section 3.3.3 of XML 1.0 says when two values are equal.
BOOST_AUTO_TEST_CASE(namespaces_are_compared_by_their_normalized_names) {
    for (const std::string same : {"a&amp;\xC3\xA9 \n", "a&#38;&#xE9;\r\n ", "a&#x26;\xC3\xA9\t\r"})
        BOOST_TEST((decoded("<a:StopInstancesResponse xmlns:a='a&amp;&#233;  ' xmlns='" + same +
                            "'><requestId>r</requestId></a:StopInstancesResponse>")
                        ->request_id == "r"));
    for (const std::string other :
         {"a&amp;\xC3\xA9 ", "a&amp;\xC3\xA9   ", "a&amp;\xC3\xA9 &#10;", "a&amp;", ""})
        BOOST_TEST((decoded("<a:StopInstancesResponse xmlns:a='a&amp;&#233;  ' xmlns='" + other +
                            "'><requestId>r</requestId></a:StopInstancesResponse>")
                        ->request_id == std::nullopt));
    // White space from a reference is kept, on either side.
    const auto are_same = [](const std::string& root, const std::string& other) {
        return decoded("<a:StopInstancesResponse xmlns:a='" + root + "'><requestId xmlns='" +
                       other + "'>r</requestId></a:StopInstancesResponse>")
            ->request_id.has_value();
    };
    BOOST_TEST(are_same("u\tv", "u v"));
    BOOST_TEST(are_same("u&#9;v", "u&#x09;v"));
    BOOST_TEST(are_same("&amp;lt;", "&#38;lt;"));
    BOOST_TEST(!are_same("u&#9;v", "u\tv"));
    BOOST_TEST(!are_same("u\tv", "u&#9;v"));
    BOOST_TEST(!are_same("&amp;lt;", "&lt;"));
    BOOST_TEST(!are_same("", ""));
}

BOOST_AUTO_TEST_CASE(another_root_is_refused) {
    refused(errc::wrong_root, {" v",  //
                               "<StartInstancesResponse></StartInstancesResponse>"});
    refused(errc::wrong_root, {" v",  //
                               "<StopInstances/>"});
    refused(errc::wrong_root, {" v",  //
                               "<StopInstancesResult/>"});
    refused(errc::wrong_root, {" v",  //
                               "<StopInstancesResponses/>"});
    refused(errc::wrong_root, {" v",  //
                               "<stopInstancesResponse/>"});
    refused(errc::wrong_root, {" v",  //
                               "<Responses/>"});
    refused(errc::wrong_root, {"         v",  //
                               "<!-- --><item/>"});
}

BOOST_AUTO_TEST_SUITE_END()

// P2 (names and namespaces).
BOOST_AUTO_TEST_SUITE(codec_decode_xml_names)

BOOST_AUTO_TEST_CASE(names_match_whole_and_by_case) {
    const decoded reply{
        in_item("<instanceid>a</instanceid><InstanceId>b</InstanceId><instanceIds>c</instanceIds>"
                "<instance>d</instance><instanceId>i-1</instanceId>")};
    BOOST_TEST((reply.item().instance_id == "i-1"));
    BOOST_TEST(decoded(in_root("<instancesSet><items/><Item/><ite/></instancesSet>"))
                   ->stopping_instances.empty());
}

BOOST_AUTO_TEST_CASE(the_prefix_of_the_root_is_that_of_every_member) {
    const decoded reply{
        "<e:StopInstancesResponse xmlns:e='urn:x'><requestId>no</requestId>"
        "<x:requestId>no</x:requestId><e:requestId>yes</e:requestId>"
        "<e:instancesSet><item/><x:item/><e:item><e:instanceId>i-1</e:instanceId>"
        "<instanceId>no</instanceId></e:item></e:instancesSet></e:StopInstancesResponse>"};
    BOOST_TEST((reply->request_id == "yes"));
    BOOST_TEST((reply.item().instance_id == "i-1"));
}

BOOST_AUTO_TEST_CASE(an_element_with_a_prefix_is_unknown_where_the_root_has_none) {
    const decoded reply{in_item("<e:instanceId>no</e:instanceId>")};
    BOOST_TEST(!reply.item().instance_id.has_value());
}

BOOST_AUTO_TEST_CASE(the_namespace_is_not_compared) {
    for (const std::string uri : {"http://ec2.amazonaws.com/doc/2006-06-26/", "", "urn:other"}) {
        const decoded reply{"<StopInstancesResponse xmlns='" + uri + "'/>"};
        BOOST_TEST(!reply->stopping_instances.has_value());
    }
}

BOOST_AUTO_TEST_CASE(members_come_in_any_order) {
    const decoded reply{
        in_item("<previousState><name>running</name><code>16</code></previousState>"
                "<currentState><name>stopping</name><code>64</code></currentState>"
                "<instanceId>i-1</instanceId>")};
    BOOST_TEST((reply.item().instance_id == "i-1"));
    BOOST_TEST((reply.item().current_state.code == stopping));
    BOOST_TEST((reply.item().previous_state.name == instance_state_name::running));
}

BOOST_AUTO_TEST_CASE(unknown_members_are_skipped_anywhere) {
    const decoded reply{
        in_root("<new><item><code>1</code></item></new><instancesSet><other/><item><a b='c'/>"
                "<instanceId>i-1</instanceId><currentState><code>64</code><why>x</why>"
                "</currentState><b>text</b></item></instancesSet><new/>")};
    BOOST_TEST((reply.item().instance_id == "i-1"));
    BOOST_TEST((reply.item().current_state.code == stopping));
}

BOOST_AUTO_TEST_CASE(unknown_members_are_checked) {
    refused_in_root(errc::mismatched_tag, {"          v",  //
                                           "<new><a></b></new>"});
    refused_in_root(errc::bad_reference, {"      v",  //
                                          "<new>&nbsp;</new>"});
    refused_in_item(errc::not_utf8, {"     v",  //
                                     "<new>\xFF</new>"});
    refused_in_item(errc::duplicate_attribute, {"          v",  //
                                                "<new a='' a=''/>"});
    refused_in_item(errc::bad_character, {"     v",  //
                                          "<new>\x01</new>"});
}

BOOST_AUTO_TEST_SUITE_END()

// P3 (lists).
BOOST_AUTO_TEST_SUITE(codec_decode_xml_lists)

BOOST_AUTO_TEST_CASE(items_are_called_item_or_member) {
    const decoded reply{
        in_root("<instancesSet><item><instanceId>a</instanceId></item>"
                "<member><instanceId>b</instanceId></member></instancesSet>")};
    BOOST_TEST_REQUIRE(reply->stopping_instances.size() == 2U);
    BOOST_TEST((reply->stopping_instances[0].instance_id == "a"));
    BOOST_TEST((reply->stopping_instances[1].instance_id == "b"));
}

BOOST_AUTO_TEST_CASE(a_list_may_be_of_any_length) {
    for (const std::size_t count : {0u, 1u, 2u, 4u, 5u, 8u, 9u, 64u, 65u, 1000u}) {
        std::string items;
        for (std::size_t i = 0; i < count; ++i)
            items += "<item><instanceId>i&#45;" + std::to_string(i) + "</instanceId></item>";
        const decoded reply{in_root("<instancesSet>" + items + "</instancesSet>")};
        BOOST_TEST_REQUIRE(reply->stopping_instances.size() == count);
        for (std::size_t i = 0; i < count; ++i)
            BOOST_TEST((reply->stopping_instances[i].instance_id == "i-" + std::to_string(i)));
    }
}

BOOST_AUTO_TEST_SUITE_END()

// P4 (empty and absent values).
BOOST_AUTO_TEST_SUITE(codec_decode_xml_values)

BOOST_AUTO_TEST_CASE(present_and_empty_is_not_absent) {
    for (const std::string empty : {"<currentState/>", "<currentState></currentState>",
                                    "<currentState> </currentState>", "<currentState x=''/>"}) {
        const decoded reply{in_item(empty)};
        BOOST_TEST(reply.item().current_state.has_value());
        BOOST_TEST(!reply.item().current_state.code.has_value());
        BOOST_TEST(!reply.item().current_state.name.has_value());
        BOOST_TEST(!reply.item().previous_state.has_value());
    }
    BOOST_TEST(decoded(in_root("<instancesSet/>"))->stopping_instances.has_value());
    BOOST_TEST(decoded(in_root("<instancesSet/>"))->stopping_instances.empty());
    BOOST_TEST(!decoded(in_root(""))->stopping_instances.has_value());
    BOOST_TEST((decoded(in_item("<instanceId/>")).item().instance_id == ""));
    BOOST_TEST((decoded(in_item("<instanceId></instanceId>")).item().instance_id == ""));
    BOOST_TEST(!decoded(in_item("")).item().instance_id.has_value());
}

BOOST_AUTO_TEST_CASE(strings_are_not_trimmed) {
    BOOST_TEST(
        (decoded(in_item("<instanceId> \n i-1\t</instanceId>")).item().instance_id == " \n i-1\t"));
}

BOOST_AUTO_TEST_CASE(numbers_are_trimmed) {
    const decoded reply{in_item("<currentState><code>\r\n\t 64 \n</code></currentState>")};
    BOOST_TEST((reply.item().current_state.code == stopping));
}

// P4 (empty and padded values).
BOOST_AUTO_TEST_CASE(an_empty_number_that_can_be_absent_is_absent) {
    for (const std::string_view code : {"<code/>", "<code></code>", "<code> \n</code>"}) {
        const std::string state = "<currentState>" + std::string(code) + "</currentState>";
        const decoded reply(in_item(state));
        BOOST_TEST(!reply.item().current_state.code.has_value());
        BOOST_TEST(reply.item().current_state.has_value());
    }
    // It still counts as an occurrence.
    refused_in_item(
        errc::duplicate_member,
        {"                      v", "<currentState><code/> <code>16</code></currentState>"});
}

BOOST_AUTO_TEST_CASE(a_number_is_whole_and_in_range) {
    const auto code = [](std::string_view text) {
        return decoded(
                   in_item("<currentState><code>" + std::string(text) + "</code></currentState>"))
            .item()
            .current_state.code->wire();
    };
    BOOST_TEST(code("0") == 0);
    BOOST_TEST(code("0064") == 64);
    BOOST_TEST(code("65535") == 65535);
    BOOST_TEST(code("0000000000000000000000000016") == 16);

    refused_in_item(errc::bad_value, {"                    v",  //
                                      "<currentState><code>+64</code></currentState>"});
    refused_in_item(errc::bad_value, {"                    v",  //
                                      "<currentState><code>-0</code></currentState>"});
    refused_in_item(errc::bad_value, {"                    v",  //
                                      "<currentState><code>-1</code></currentState>"});
    refused_in_item(errc::bad_value, {"                      v",  //
                                      "<currentState><code>64.0</code></currentState>"});
    refused_in_item(errc::bad_value, {"                     v",  //
                                      "<currentState><code>0x10</code></currentState>"});
    refused_in_item(errc::bad_value, {"                     v",  //
                                      "<currentState><code>1e2</code></currentState>"});
    refused_in_item(errc::bad_value, {"                        v",  //
                                      "<currentState><code>65536</code></currentState>"});
    refused_in_item(errc::bad_value, {"                     v",  //
                                      "<currentState><code>6 4</code></currentState>"});
    refused_in_item(errc::bad_value, {"                     v",  //
                                      "<currentState><code> -1 </code></currentState>"});
    refused_in_item(errc::bad_value, {"                    v",  //
                                      "<currentState><code>running</code></currentState>"});
}

BOOST_AUTO_TEST_CASE(a_value_that_had_to_be_unescaped_is_refused_at_its_first_byte) {
    refused_in_item(errc::bad_value, {"                    v",  //
                                      "<currentState><code>6&#52;x</code></currentState>"});
    refused_in_item(errc::bad_value, {"                    v",  //
                                      "<currentState><code><![CDATA[x]]></code></currentState>"});
}

BOOST_AUTO_TEST_CASE(a_state_keeps_what_the_wire_carried) {
    const decoded unknown{
        in_item("<currentState><code>96</code><name>rebooting</name></currentState>")};
    BOOST_TEST(unknown.item().current_state.code->wire() == 96);
    BOOST_TEST(!unknown.item().current_state.code->is_known());
    BOOST_TEST(unknown.item().current_state.name->text() == "rebooting");
    BOOST_TEST(!unknown.item().current_state.name->value().has_value());

    const decoded disagreeing{
        in_item("<currentState><code>0</code><name>running</name></currentState>")};
    BOOST_TEST((disagreeing.item().current_state.code == pending));
    BOOST_TEST((disagreeing.item().current_state.name == instance_state_name::running));

    const decoded nameless{in_item("<currentState><code>80</code></currentState>")};
    BOOST_TEST((nameless.item().current_state.code == stopped));
    BOOST_TEST(!nameless.item().current_state.name.has_value());
    const decoded codeless{in_item("<currentState><name>stopped</name></currentState>")};
    BOOST_TEST(!codeless.item().current_state.code.has_value());
}

BOOST_AUTO_TEST_CASE(text_around_comments_and_instructions_is_concatenated) {
    const auto id = [](std::string_view text) {
        const decoded reply{in_item("<instanceId>" + std::string(text) + "</instanceId>")};
        return std::string(reply.item().instance_id.value());
    };
    BOOST_TEST(id("6<!-- -->4") == "64");
    BOOST_TEST(id("<?pi?>a<?pi?>b<!---->") == "ab");
    BOOST_TEST(id("a<![CDATA[&amp;<b>]]>c") == "a&amp;<b>c");
    BOOST_TEST(id("<![CDATA[]]>") == "");
    BOOST_TEST(id("<![CDATA[]]]]><![CDATA[>]]>") == "]]>");
    BOOST_TEST(id("&lt;&gt;&amp;&quot;&apos;") == "<>&\"'");
    BOOST_TEST(id("&#65;&#x42;&#x20AC;&#x1F600;&#xe9;") ==
               "AB\xE2\x82\xAC\xF0\x9F\x98\x80\xC3\xA9");
    BOOST_TEST(id("a\r\nb\rc\n&#13;") == "a\nb\nc\n\r");
    BOOST_TEST(id("\xE2\x82\xAC") == "\xE2\x82\xAC");
    const decoded reply{in_item("<currentState><code>6<!-- -->4</code></currentState>")};
    BOOST_TEST((reply.item().current_state.code == stopping));
}

BOOST_AUTO_TEST_CASE(stray_text_between_elements_is_ignored) {
    const decoded reply{in_root(
        "a<instancesSet>b<item>c<instanceId>i-1</instanceId>d</item>e<![CDATA[f]]></instancesSet>"
        "&amp;")};
    BOOST_TEST((reply.item().instance_id == "i-1"));
}

BOOST_AUTO_TEST_CASE(an_element_inside_a_text_is_refused) {
    refused_in_item(errc::unexpected_element, {"             v",  //
                                               "<instanceId>i<b/>1</instanceId>"});
    refused_in_item(errc::unexpected_element, {"            v",  //
                                               "<instanceId><b></b></instanceId>"});
    refused_in_item(errc::unexpected_element,
                    {"                         v",  //
                     "<currentState><code>&#54;<b/>4</code></currentState>"});
}

BOOST_AUTO_TEST_CASE(a_member_that_may_occur_once_is_refused_twice) {
    refused_in_item(errc::duplicate_member, {"             v",  //
                                             "<instanceId/><instanceId/>"});
    refused_in_item(errc::duplicate_member,
                    {"                               v",  //
                     "<currentState/><previousState/><currentState/>"});
    refused_in_item(errc::duplicate_member, {"                                v",  //
                                             "<currentState><code>1</code><x/><code>1</code>"});
    refused_in_root(errc::duplicate_member, {"            v",  //
                                             "<requestId/><requestId/>"});
    refused_in_root(errc::duplicate_member, {"               v",  //
                                             "<instancesSet/><instancesSet/>"});
}

BOOST_AUTO_TEST_SUITE_END()

// An offset is that of the first byte that cannot be part of a valid document: see decode_error.
BOOST_AUTO_TEST_SUITE(codec_decode_xml_strictness)

BOOST_AUTO_TEST_CASE(the_prolog_may_have_a_byte_order_mark_and_a_declaration) {
    for (const std::string prolog :
         {"\xEF\xBB\xBF", "<?xml version=\"1.0\"?>", "<?xml version='1.0' encoding='utf-8'?>\n",
          "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><!-- -->",
          "\n\t ", "<?pi?>"}) {
        const decoded reply{prolog + std::string(whole) + "\n<!-- --><?pi ?> \r\n"};
        BOOST_TEST((reply.item().instance_id == "i-1"));
    }
}

BOOST_AUTO_TEST_CASE(other_encodings_and_versions_are_refused) {
    refused(errc::unsupported_encoding,
            {"                              v",  //
             "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><StopInstancesResponse/>"});
    refused(errc::unsupported_version, {"                 v",  //
                                        "<?xml version=\"1.1\"?><StopInstancesResponse/>"});
    refused(errc::unsupported_encoding, {"v",  //
                                         "\xFF\xFE<\x01"});
    refused(errc::unsupported_encoding, {"v",  //
                                         "\xFE\xFF\x01<"});
}

BOOST_AUTO_TEST_CASE(a_document_type_is_refused) {
    refused(errc::doctype, {"v",  //
                            "<!DOCTYPE StopInstancesResponse><StopInstancesResponse/>"});
    refused_in_root(errc::doctype, {"v",  //
                                    "<!DOCTYPE x>"});
    refused(errc::doctype, {"                     v",  //
                            "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"});
}

BOOST_AUTO_TEST_CASE(bytes_after_the_root_are_refused) {
    refused(errc::trailing_data, {"                        v",  //
                                  "<StopInstancesResponse/>x"});
    refused(errc::trailing_data, {"                         v",  //
                                  "<StopInstancesResponse/> <a/>"});
    refused(errc::trailing_data, {"                        v",  //
                                  "<StopInstancesResponse/></StopInstancesResponse>"});
    const std::string nul("<StopInstancesResponse/>\0", 25);
    BOOST_TEST(!decoded(nul).answer.has_value());
    BOOST_TEST(decoded(nul).answer.error().offset == 24U);
}

BOOST_AUTO_TEST_CASE(a_nul_is_refused_anywhere) {
    using namespace std::string_view_literals;
    refused_in_item(errc::bad_character, {"              v",  //
                                          "<instanceId>i-\0</instanceId>"sv});
    refused_in_item(errc::bad_character, {"  v",  //
                                          "  \0  "sv});
    refused_in_item(errc::bad_reference, {"              v",  //
                                          "<instanceId>&#0;</instanceId>"sv});
}

BOOST_AUTO_TEST_CASE(ill_formed_documents_are_refused_at_the_first_wrong_byte) {
    refused(errc::mismatched_tag, {"                                                v",  //
                                   "<StopInstancesResponse><a></a></StopInstancesRes>"});
    refused_in_root(errc::mismatched_tag, {"                          v",  //
                                           "<instancesSet><item></items></instancesSet>"});
    refused_in_item(errc::bad_markup, {"              v",  //
                                       "<instanceId>1<</instanceId>"});
    refused_in_item(errc::bad_markup, {"               v",  //
                                       "<instanceId>1]]></instanceId>"});
    refused_in_item(errc::bad_reference, {"             v",  //
                                          "<instanceId>& </instanceId>"});
    refused_in_item(errc::not_utf8, {"             v",  //
                                     "<instanceId>i\xC0\x80</instanceId>"});
    refused_in_item(errc::bad_markup, {"    v",  //
                                       "<a b/>"});
}

BOOST_AUTO_TEST_CASE(nesting_ends_at_max_depth) {
    const auto nested = [](std::size_t depth) {
        return in_root(repeated("<a>", depth - 1) + repeated("</a>", depth - 1));
    };
    BOOST_TEST(decoded(nested(max_depth)).answer.has_value());
    const decoded deeper{nested(max_depth + 1)};
    BOOST_TEST_REQUIRE(!deeper.answer.has_value());
    BOOST_TEST(deeper.answer.error().code == errc::too_deep);
    BOOST_TEST(deeper.answer.error().offset == before_members + 3 * (max_depth - 1));
}

BOOST_AUTO_TEST_CASE(an_end_inside_the_document_is_unexpected) {
    refused(errc::unexpected_end, {"                          v",  //
                                   "<StopInstancesResponse><a>"});
    refused(errc::unexpected_end, {"    v",  //
                                   "<Sto"});
    refused(errc::unexpected_end, {" v",  //
                                   "<"});
    refused(errc::unexpected_end, {"           v",  //
                                   "<!-- abc --"});
    refused(errc::unexpected_end, {"     v",  //
                                   "<?xml"});
}

BOOST_AUTO_TEST_SUITE_END()

// E1 (error documents) and E2 (bytes that are not a document).
BOOST_AUTO_TEST_SUITE(codec_decode_xml_errors)

BOOST_AUTO_TEST_CASE(ec2_s_error_document_is_a_service_error) {
    const decoded document{
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Errors><Error>"
        "<Code>InvalidInstanceID.NotFound</Code><Message>The instance ID &apos;i-1&apos; does not "
        "exist</Message></Error></Errors><RequestID>ea96</RequestID></Response>"};
    const service_error error = error_in(document);
    BOOST_TEST(error.code == "InvalidInstanceID.NotFound");
    BOOST_TEST(error.message == "The instance ID 'i-1' does not exist");
    BOOST_TEST(error.request_id == "ea96");
    BOOST_TEST(document.answer.error().is_service_error());
    BOOST_TEST(document.answer.error().offset == 39U);
}

BOOST_AUTO_TEST_CASE(every_spelling_of_an_error_document_is_understood) {
    for (const std::string document : {
             "<Response><Errors><Error><Code>C</Code><Message>M</Message></Error></Errors>"
             "<RequestID>R</RequestID></Response>",
             "<Response><RequestId>R</RequestId><Errors><Error><Message>M</Message><Code>C</Code>"
             "</Error></Errors></Response>",
             "<Response><Errors><Error><Code>C</Code><Message>M</Message></Error></Errors>"
             "<requestId>R</requestId></Response>",
             "<ErrorResponse><Error><Type>Sender</Type><Code>C</Code><Message>M</Message></Error>"
             "<RequestId>R</RequestId></ErrorResponse>",
             "<ErrorResponse xmlns='urn:x'><Error><Type>Sender</Type><Code>C</Code><Message>M"
             "</Message><Detail/></Error><RequestID>R</RequestID></ErrorResponse>",
             "<Error><Code>C</Code><Message>M</Message><Resource>x</Resource><RequestId>R"
             "</RequestId></Error>",
             "<ErrorResponse><Error><Code>C</Code><Message><![CDATA[M]]></Message><RequestId>R"
             "</RequestId></Error></ErrorResponse>",
             "<ErrorResponse><Error><Code>C</Code><Message>M</Message><RequestId>x</RequestId>"
             "</Error><RequestId>R</RequestId></ErrorResponse>",
             "<e:Response><e:Errors><e:Error><e:Code>C</e:Code><e:Message>M</e:Message></e:Error>"
             "</e:Errors><e:RequestID>R</e:RequestID></e:Response>",
         }) {
        BOOST_TEST_CONTEXT(document) {
            const decoded kept{document};
            BOOST_TEST((error_in(kept) == service_error{"C", "M", "R"}));
        }
    }
}

BOOST_AUTO_TEST_CASE(an_error_may_leave_out_anything_and_add_anything) {
    const decoded bare{"<Response><Errors><Error><Code>C</Code></Error></Errors></Response>"};
    BOOST_TEST((error_in(bare) == service_error{"C", "", ""}));
    const decoded empty{"<Response><Errors><Error><Code/><Message/></Error></Errors></Response>"};
    BOOST_TEST((error_in(empty) == service_error{}));
    const decoded more{
        "<Response><a><b/></a><Errors><x/><Error><Code>C</Code><Type>T</Type></Error></Errors>"
        "</Response>"};
    BOOST_TEST(error_in(more).code == "C");
}

BOOST_AUTO_TEST_CASE(of_several_errors_the_first_counts) {
    const decoded wrapped{
        "<Response><Errors><Error><Code>A</Code></Error><Error><Code>B</Code><Message>M</Message>"
        "</Error></Errors></Response>"};
    BOOST_TEST((error_in(wrapped) == service_error{"A", "", ""}));
    const decoded flattened{
        "<ErrorResponse><Error><Code>A</Code></Error><RequestId>R</RequestId><Error><Code>B</Code>"
        "</Error></ErrorResponse>"};
    BOOST_TEST((error_in(flattened) == service_error{"A", "", "R"}));
}

BOOST_AUTO_TEST_CASE(an_error_document_is_checked_like_any_other) {
    refused(errc::unexpected_end, {"                                     v",  //
                                   "<Response><Errors><Error><Code>C</Cod"});
    refused(errc::duplicate_member,
            {"                                       v",  //
             "<Response><Errors><Error><Code>C</Code><Code>D</Code></Error></Errors></Response>"});
    refused(errc::mismatched_tag, {"            v",  //
                                   "<Response></Errors>"});
}

BOOST_AUTO_TEST_CASE(empty_html_and_plain_text_are_not_documents) {
    refused(errc::not_a_document, {"v", ""});
    refused(errc::not_a_document, {"   v",  //
                                   " \r\n"});
    refused(errc::not_a_document, {"v",  //
                                   "<html><body>502 Bad Gateway</body></html>"});
    refused(errc::not_a_document, {" v",  //
                                   "\n<HTML>"});
    refused(errc::not_a_document, {"v",  //
                                   "<!DOCTYPE html><html></html>"});
    refused(errc::not_a_document, {"v",  //
                                   "<!doctype HTML PUBLIC \"x\">"});
    refused(errc::not_a_document, {"v",  //
                                   "Service Unavailable"});
    refused(errc::not_a_document, {"v",  //
                                   "{\"StoppingInstances\":[]}"});
    refused(errc::not_a_document, {"   v",  //
                                   "\xEF\xBB\xBFupstream connect error"});
}

BOOST_AUTO_TEST_SUITE_END()

// P3 (lists), P4 (empty values) and P5 (timestamps), in shapes of a user's.
BOOST_AUTO_TEST_SUITE(codec_decode_xml_shapes)

namespace {

template <class Shape>
struct decoded_shape {
    scratch memory{};
    std::string bytes;
    reply<Shape> answer;

    explicit decoded_shape(std::string document)
        : bytes(std::move(document)), answer(decode_xml<Shape>(std::string_view(bytes), memory)) {}

    const Shape& operator*() const {
        BOOST_TEST_REQUIRE(answer.has_value(), tests::error_text(answer));
        return *answer;
    }
    const Shape* operator->() const { return &**this; }
};

std::string scalars_document(std::string_view members) {
    return "<PutScalarsResponse>" + std::string(members) + "</PutScalarsResponse>";
}

void refused_scalar(const marked& member) {
    const decoded_shape<tests::scalars> document{scalars_document(member.text)};
    check_refused(document.answer, errc::bad_value, member,
                  std::string_view("<PutScalarsResponse>").size());
}

constexpr std::string_view tree_document =
    "<PutTreeResponse><name>root</name><tag><key>k</key></tag>"
    "<tagSet><Tag><key>a</key><value/></Tag><item/><Tag/></tagSet>"
    "<rows><item><item>x</item><item>y</item></item><item/><item><member>z&gt;</member></item>"
    "</rows><inner><name>inside</name><inner/></inner>"
    "<branches><item><branches><item><name>deep</name></item></branches></item><item/></branches>"
    "<requestId>r</requestId></PutTreeResponse>";

template <class Tree>
constexpr bool is_whole_tree(const Tree& tree) {
    return tree.name == "root" && tree.tag.key == "k" && !tree.tag.value.has_value() &&
           tree.tags.size() == 2 && tree.tags[0].key == "a" && tree.tags[0].value == "" &&
           !tree.tags[1].key.has_value() && tree.rows.size() == 3 && tree.rows[0].size() == 2 &&
           tree.rows[0][1] == "y" && tree.rows[1].size() == 0 && tree.rows[2][0] == "z>" &&
           tree.inner.has_value() && tree.inner->name == "inside" &&
           tree.inner->inner.has_value() && !tree.inner->inner->inner.has_value() &&
           tree.branches.size() == 2 && tree.branches[0].branches.size() == 1 &&
           tree.branches[0].branches[0].name == "deep" && tree.request_id == "r";
}

// A flattened list, among other members.
template <class Storage>
struct basic_flat {
    using service = ec2;
    static constexpr std::string_view operation = "Flat";

    typename Storage::template list<tests::basic_tag<Storage>> tags{};
    typename Storage::template list<std::int32_t> numbers{};
    std::optional<typename Storage::string> name{};

    static constexpr auto fields() {
        using self = basic_flat;
        return field_list{field{"Tags", &self::tags, {.xml_name = "tag", .flattened = true}},
                          field{"Numbers", &self::numbers, {.xml_name = "n", .flattened = true}},
                          field{"Name", &self::name, {.xml_name = "name"}}};
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(every_kind_of_scalar_has_its_value) {
    const decoded_shape<tests::scalars> reply{scalars_document(
        "<Flag> true </Flag><I8>-128</I8><U8>255</U8><I16>-32768</I16><U16>65535</U16>"
        "<I32>-2147483648</I32><U32>4294967295</U32><I64>-9223372036854775808</I64>"
        "<U64>18446744073709551615</U64><F32>0.1</F32><F64>\n-1e100</F64><Text/>"
        "<Blob>+/8A</Blob><DateTime>2015-01-25T08:00:00Z</DateTime>"
        "<EpochSeconds>1422172800.5</EpochSeconds>"
        "<HttpDate>Sun, 25 Jan 2015 08:00:00 GMT</HttpDate><Paint>sea-green</Paint>"
        "<State>272</State>")};
    BOOST_TEST((reply->flag == true));
    BOOST_TEST((reply->i8 == -128));
    BOOST_TEST((reply->u8 == 255));
    BOOST_TEST((reply->i16 == -32768));
    BOOST_TEST((reply->u16 == 65535));
    BOOST_TEST((reply->i32 == -2147483648));
    BOOST_TEST((reply->u32 == 4294967295));
    BOOST_TEST((reply->i64 == std::numeric_limits<std::int64_t>::min()));
    BOOST_TEST((reply->u64 == std::numeric_limits<std::uint64_t>::max()));
    BOOST_TEST((reply->f32 == 0.1F));
    BOOST_TEST((reply->f64 == -1e100));
    BOOST_TEST((reply->text == ""));
    BOOST_TEST((*reply->blob == std::array{std::byte{0xFB}, std::byte{0xFF}, std::byte{0}}));
    BOOST_TEST((reply->date_time == timestamp{1422172800, 0}));
    BOOST_TEST((reply->epoch_seconds == timestamp{1422172800, 500'000'000}));
    BOOST_TEST((reply->http_date == timestamp{1422172800, 0}));
    BOOST_TEST((reply->paint == tests::color::sea_green));
    BOOST_TEST(reply->state->wire() == 272);
}

BOOST_AUTO_TEST_CASE(a_value_of_any_kind_may_contain_a_reference) {
    const decoded_shape<tests::scalars> reply{scalars_document(
        "<Flag>t&#114;ue</Flag><I8>&#45;128</I8><U64>1844674407370955161&#x35;</U64>"
        "<F32>0&#46;1</F32><F64>&#10;-1e100</F64><Text>R&amp;D</Text><Blob>&#43;/8A</Blob>"
        "<DateTime>2015-01-25&#x54;08:00:00Z</DateTime>"
        "<EpochSeconds>1422172800&#x2E;5</EpochSeconds>"
        "<HttpDate>Sun&#44; 25 Jan 2015 08:00:00 GMT</HttpDate><Paint>sea&#45;green</Paint>"
        "<State>2&#55;2</State>")};
    BOOST_TEST((reply->flag == true));
    BOOST_TEST((reply->i8 == -128));
    BOOST_TEST((reply->u64 == std::numeric_limits<std::uint64_t>::max()));
    BOOST_TEST((reply->f32 == 0.1F));
    BOOST_TEST((reply->f64 == -1e100));
    BOOST_TEST((reply->text == "R&D"));
    BOOST_TEST((*reply->blob == std::array{std::byte{0xFB}, std::byte{0xFF}, std::byte{0}}));
    BOOST_TEST((reply->date_time == timestamp{1422172800, 0}));
    BOOST_TEST((reply->epoch_seconds == timestamp{1422172800, 500'000'000}));
    BOOST_TEST((reply->http_date == timestamp{1422172800, 0}));
    BOOST_TEST((reply->paint == tests::color::sea_green));
    BOOST_TEST(reply->state->wire() == 272);
}

BOOST_AUTO_TEST_CASE(any_format_of_a_timestamp_is_taken_for_any_other) {
    for (const std::string text :
         {"2015-01-25T08:00:00Z", "2015-01-25T08:00Z", "2015-01-25T10:00:00.000+02:00",
          "1422172800", "1422172800.000", " Sun, 25 Jan 2015 08:00:00 GMT\n"}) {
        const decoded_shape<tests::scalars> reply{
            scalars_document("<DateTime>" + text + "</DateTime><EpochSeconds>" + text +
                             "</EpochSeconds><HttpDate>" + text + "</HttpDate>")};
        BOOST_TEST((reply->date_time == timestamp{1422172800, 0}));
        BOOST_TEST((reply->epoch_seconds == timestamp{1422172800, 0}));
        BOOST_TEST((reply->http_date == timestamp{1422172800, 0}));
    }
}

// The templates of moto (until they were replaced) and of the first Nova print booleans as Python does.
//
//   <ebsOptimized>False</ebsOptimized>
BOOST_AUTO_TEST_CASE(a_boolean_may_have_capitals) {
    for (const std::string yes : {"true", "True", "TRUE", " True ", "\ntRUE"}) {
        const decoded_shape<tests::scalars> reply{scalars_document("<Flag>" + yes + "</Flag>")};
        BOOST_TEST((reply->flag == true));
    }
    for (const std::string no : {"false", "False", "FALSE", "\tFalse"}) {
        const decoded_shape<tests::scalars> reply{scalars_document("<Flag>" + no + "</Flag>")};
        BOOST_TEST((reply->flag == false));
    }
}

BOOST_AUTO_TEST_CASE(a_scalar_of_another_spelling_is_refused) {
    refused_scalar({"         v",  //
                    "<Flag>Truth</Flag>"});
    refused_scalar({"       v",  //
                    "<Flag> yes</Flag>"});
    refused_scalar({"      v",  //
                    "<Flag>1</Flag>"});
    refused_scalar({"      v",  //
                    "<I8>128</I8>"});
    refused_scalar({"    v",  //
                    "<U8>-1</U8>"});
    refused_scalar({"     v",  //
                    "<F64>inf</F64>"});
    refused_scalar({"      v",  //
                    "<F64>0x1p3</F64>"});
    refused_scalar({"       v",  //
                    "<F64>1.</F64>"});
    refused_scalar({"       v",  //
                    "<Blob>A*==</Blob>"});
    refused_scalar({"         v",  //
                    "<Blob>AAA</Blob>"});
    refused_scalar({"                v",  //
                    "<DateTime>2015-13-01T00:00:00Z</DateTime>"});
}

BOOST_AUTO_TEST_CASE(structures_lists_and_recursion_nest) {
    const decoded_shape<tests::tree> views{std::string(tree_document)};
    BOOST_TEST(is_whole_tree(*views));
    const decoded_shape<owning<tests::tree>> owned_tree{std::string(tree_document)};
    BOOST_TEST(is_whole_tree(*owned_tree));
}

BOOST_AUTO_TEST_CASE(a_renamed_list_takes_no_other_name) {
    const decoded_shape<tests::tree> reply{
        "<PutTreeResponse><tagSet><item/><member/></tagSet></PutTreeResponse>"};
    BOOST_TEST(reply->tags.empty());
    BOOST_TEST(reply->tags.has_value());
}

BOOST_AUTO_TEST_CASE(flattened_lists_may_be_interleaved) {
    const std::string document =
        "<FlatResponse><tag><key>a</key></tag><n>1</n><name>x&amp;y</name><tag><key>b</key></tag>"
        "<n> 2 </n><n>3</n><tag><key>c&lt;</key></tag><n>4</n><n>5</n><n>6</n><tag/><tag/><n>7</n>"
        "</FlatResponse>";
    const auto check = [](const auto& flat) {
        BOOST_TEST_REQUIRE(flat.tags.size() == 5U);
        BOOST_TEST((flat.tags[0].key == "a"));
        BOOST_TEST((flat.tags[1].key == "b"));
        BOOST_TEST((flat.tags[2].key == "c<"));
        BOOST_TEST((flat.name == "x&y"));
        BOOST_TEST_REQUIRE(flat.numbers.size() == 7U);
        for (std::size_t i = 0; i < 7; ++i)
            BOOST_TEST(flat.numbers[i] == static_cast<std::int32_t>(i + 1));
    };
    check(*decoded_shape<basic_flat<borrowed>>(document));
    check(*decoded_shape<basic_flat<owned>>(document));
    const decoded_shape<basic_flat<borrowed>> one{"<FlatResponse><n>9</n></FlatResponse>"};
    BOOST_TEST_REQUIRE(one->numbers.size() == 1U);
    BOOST_TEST(one->numbers[0] == 9);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(codec_decode_xml_lifetime)

namespace {

template <class Bytes>
concept can_be_decoded = requires(Bytes bytes, scratch memory) {
    decode_xml<stop_instances_response>(std::forward<Bytes>(bytes), memory);
};

}  // namespace

// A temporary string cannot be decoded, since its views would dangle.
static_assert(!can_be_decoded<std::string>);
static_assert(!can_be_decoded<const std::string>);
static_assert(can_be_decoded<std::string&>);
static_assert(can_be_decoded<const std::string&>);
static_assert(can_be_decoded<std::string_view>);
static_assert(can_be_decoded<const char*>);

BOOST_AUTO_TEST_CASE(a_text_is_a_view_into_the_bytes_unless_it_must_be_unescaped) {
    const decoded reply{
        in_root("<requestId>R&amp;D</requestId><instancesSet><item><instanceId>i-1</instanceId>"
                "<currentState><name>stopped</name></currentState></item></instancesSet>")};
    const auto is_inside = [&](std::string_view view) {
        return view.data() >= reply.bytes.data() &&
               view.data() + view.size() <= reply.bytes.data() + reply.bytes.size();
    };
    BOOST_TEST(is_inside(*reply.item().instance_id));
    BOOST_TEST(is_inside(reply.item().current_state.name->text()));
    BOOST_TEST(!is_inside(*reply->request_id));
    BOOST_TEST((reply->request_id == "R&D"));
}

BOOST_AUTO_TEST_SUITE_END()
