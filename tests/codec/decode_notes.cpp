// Notes about what decode_xml skipped (D10a: tolerance with notes).
#include <ec2wire/shape/reply.hpp>

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/ec2/service.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/protocol.hpp>

#include "codec/bitwise_equal.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

using namespace ec2wire;

namespace {

struct part {
    static constexpr std::array<std::string_view, 2> left_out{"Weight", "weight"};

    std::optional<int> size{};
    std::optional<std::string_view> id{};
    std::optional<std::string_view> kind{};

    static constexpr auto fields() {
        return field_list{field{"Size", &part::size, {.xml_name = "size"}},
                          field{"Id", &part::id, {.xml_name = "id"}},
                          field{"Kind", &part::kind, {.xml_name = "kind", .xml_attribute = true}}};
    }
};

struct whole_response {
    using service = ec2;
    static constexpr std::string_view operation = "Whole";

    std::optional<int> count{};
    std::optional<timestamp> time{};
    std::optional<int> needed{};
    int plain{};
    list_view<part> parts{};
    maybe<list_view<int>> numbers{};

    static constexpr auto fields() {
        using self = whole_response;
        return field_list{field{"Count", &self::count, {.xml_name = "count"}},
                          field{"Time", &self::time, {.xml_name = "time"}},
                          field{"Needed", &self::needed, {.xml_name = "needed", .required = true}},
                          field{"Plain", &self::plain, {.xml_name = "plain"}},
                          field{"Parts", &self::parts, {.xml_name = "partSet"}},
                          field{"Numbers", &self::numbers, {.xml_name = "numberSet"}}};
    }
};

std::string document(std::string_view inside) {
    return "<WholeResponse>" + std::string(inside) + "</WholeResponse>";
}

// Returns the notes of both engines, with the byte that each points to; or the error, and the text that it
// points to.
std::string noted(std::string_view inside) {
    const std::string bytes = document(inside);
    scratch memory[2];
    decode_notes fast;
    decode_notes strict;
    const auto reply = decode_xml<whole_response>(bytes, memory[0], fast);
    const auto wanted = detail::decode_xml_as<whole_response>(bytes, memory[1], {}, &strict,
                                                              detail::fast_path::disabled);
    BOOST_TEST(tests::is_bitwise_equal(reply, wanted));
    BOOST_TEST(std::equal(fast.begin(), fast.end(), strict.begin(), strict.end()));
    BOOST_TEST(fast.count() == strict.count());
    std::string text;
    const auto point = [&](std::size_t offset) {
        return " at " + bytes.substr(offset, bytes.find('<', offset + 1) - offset) + "; ";
    };
    if (!reply) return std::string(to_string(reply.error().code)) + point(reply.error().offset);
    for (const decode_note& note : fast)
        text.append(note.kind == note_kind::unknown_member ? "unknown " : "bad ")
            .append(note.member) += point(note.offset);
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_decode_notes)

BOOST_AUTO_TEST_CASE(a_value_that_is_none_is_absent_and_noted) {
    BOOST_TEST(noted("<count>x</count><time>soon</time><plain>2</plain>") ==
               "bad Count at x; bad Time at soon; ");
    BOOST_TEST(noted("<count> 6<!-- -->x</count>") == "bad Count at  6; ");
    BOOST_TEST(noted("<partSet><item><size>-</size><id>a</id></item></partSet>") ==
               "bad Size at -; ");
    scratch memory;
    decode_notes notes;
    const std::string bytes = document("<count>x</count><plain>2</plain>");
    BOOST_TEST(!decode_xml<whole_response>(bytes, memory).has_value());
    const auto reply = decode_xml<whole_response>(bytes, memory, notes);
    BOOST_TEST_REQUIRE(reply.has_value());
    BOOST_TEST((!reply->count && reply->plain == 2));
}

BOOST_AUTO_TEST_CASE(a_member_that_cannot_be_absent_fails_as_without_notes) {
    for (const auto* const inside : {"<needed>x</needed>", "<plain>x</plain>",
                                     "<numberSet><item>1</item><item>x</item></numberSet>"})
        BOOST_TEST(noted(inside) == "bad_value at x; ", inside);
    BOOST_TEST(noted("<needed/>") == "missing_member at </WholeResponse>; ");
    BOOST_TEST(noted("<needed></needed>") == "missing_member at </needed>; ");
    BOOST_TEST(noted("<count><a/></count>") == "unexpected_element at <a/>; ");
}

BOOST_AUTO_TEST_CASE(an_unknown_element_is_one_note) {
    BOOST_TEST(noted("<extra><a><count>x</count></a></extra><count>1</count>") ==
               "unknown extra at <extra>; ");
    BOOST_TEST(
        noted("<partSet><part><size>1</size></part><item kind=\"k\" other=\"o\"/></partSet>") ==
        "unknown part at <part>; ");
    BOOST_TEST(noted("<partSet><item>stray<colour/></item></partSet>") ==
               "unknown colour at <colour/>; ");
}

BOOST_AUTO_TEST_CASE(a_member_that_a_subset_leaves_out_is_known) {
    BOOST_TEST(
        noted("<partSet><item><weight><a/></weight><size>1</size></item></partSet><weight/>") ==
        "unknown weight at <weight/>; ");
}

BOOST_AUTO_TEST_CASE(items_that_are_printed_alike_have_a_note_each) {
    for (const std::string_view space : {"", "\n        "}) {
        std::string inside = "<partSet>";
        std::string wanted;
        for (int i = 0; i < 6; ++i) {
            inside.append(space) += "<item><size>1</size><colour>red</colour><id>i</id></item>";
            wanted += "unknown colour at <colour>red; ";
        }
        inside += "<item><size>x</size><colour>red</colour><id>i</id></item></partSet>";
        BOOST_TEST(noted(inside) == wanted + "bad Size at x; unknown colour at <colour>red; ");
    }
}

BOOST_AUTO_TEST_CASE(notes_past_the_cap_are_counted) {
    std::string inside;
    for (std::size_t i = 0; i <= max_decode_notes; ++i) inside += "<extra/>";
    scratch memory;
    decode_notes notes;
    const std::string bytes = document(inside);
    BOOST_TEST(decode_xml<whole_response>(bytes, memory, notes).has_value());
    BOOST_TEST(notes.size() == max_decode_notes);
    BOOST_TEST(notes.count() == max_decode_notes + 1);
    // A decoding function clears the notes first.
    const std::string plain = document("<count>1</count>");
    BOOST_TEST(decode_xml<whole_response>(plain, memory, notes).has_value());
    BOOST_TEST(notes.empty());
}

BOOST_AUTO_TEST_SUITE_END()
