#include <ec2wire/codec/decode_xml.hpp>

#include "codec/club_shapes.hpp"
#include "codec/refusals.hpp"
#include "error_text.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;
using ec2wire::tests::check_refused;
using ec2wire::tests::choice;
using ec2wire::tests::marked;
using ec2wire::tests::members;
using ec2wire::tests::weekday;

namespace {

using string_entry = map_entry<std::string_view, std::string_view>;

constexpr std::string_view before = "<GetMembersResponse><GetMembersResult>";

std::string in_result(std::string_view text) {
    return std::string(before) + std::string(text) + "</GetMembersResult></GetMembersResponse>";
}

struct decoded {
    scratch memory{};
    std::string bytes;
    reply<members> answer;

    explicit decoded(std::string_view text)
        : bytes(in_result(text)), answer(decode_xml<members>(std::string_view(bytes), memory)) {}

    const members* operator->() const {
        BOOST_TEST_REQUIRE(answer.has_value(), tests::error_text(answer));
        return &*answer;
    }
};

// Lists where EC2 has none: in a union, flattened, and with elements that may be absent.
struct guests {
    static constexpr bool is_union = true;

    list_view<std::string_view> names{};
    std::optional<int> count{};

    static constexpr auto fields() {
        return field_list{field{"Names", &guests::names, {.xml_name = "Name", .flattened = true}},
                          field{"Count", &guests::count}};
    }
};

struct get_guests_response {
    using service = tests::club;
    static constexpr std::string_view operation = "GetGuests";

    guests invited{};
    list_view<std::optional<list_view<int>>> seats{};

    static constexpr auto fields() {
        using self = get_guests_response;
        return field_list{field{"Invited", &self::invited},
                          field{"Seats", &self::seats, {.element = &tests::cells}}};
    }
};

// An attribute that is stored in the scratch.
struct numbered_seat {
    indirect_view<int> row{};

    static constexpr auto fields() {
        return field_list{field{"row", &numbered_seat::row, {.xml_attribute = true}}};
    }
};

struct get_seat_response {
    using service = tests::club;
    static constexpr std::string_view operation = "GetSeat";

    numbered_seat seat{};

    static constexpr auto fields() { return field_list{field{"Seat", &get_seat_response::seat}}; }
};

void refused(errc code, const marked& part) {
    check_refused(decoded(part.text).answer, code, part, before.size());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(engine_xml_decoder)

// P3
BOOST_AUTO_TEST_CASE(a_map_is_a_list_of_entries_in_the_order_of_the_wire) {
    const decoded one(
        "<Tags><entry><key>b</key><value>1</value></entry>\n"
        "<entry><value>2 &amp; 3</value><new/><key>a</key></entry><other/></Tags>");
    BOOST_TEST_REQUIRE(one->tags.size() == 2U);
    BOOST_TEST((one->tags[0] == string_entry{"b", "1"}));
    BOOST_TEST((one->tags[1] == string_entry{"a", "2 & 3"}));
}

BOOST_AUTO_TEST_CASE(a_key_and_a_value_may_contain_a_reference) {
    const decoded one(
        "<Ranks><entry><Name>R&amp;D</Name><Rank>&#55;</Rank></entry></Ranks><Day>&#x38;</Day>");
    BOOST_TEST_REQUIRE(one->ranks.size() == 1U);
    BOOST_TEST((one->ranks[0] == map_entry<std::string_view, int>{"R&D", 7}));
    BOOST_TEST((one->day == weekday{8}));
}

BOOST_AUTO_TEST_CASE(the_key_and_the_value_of_a_map_may_be_renamed) {
    const decoded one("<Ranks><entry><Name>Jo</Name><Rank> 7 </Rank></entry></Ranks>");
    BOOST_TEST_REQUIRE(one->ranks.size() == 1U);
    BOOST_TEST((one->ranks[0] == map_entry<std::string_view, int>{"Jo", 7}));
    refused(errc::missing_member,
            {"                             v", "<Ranks><entry><key>Jo</key>  </entry></Ranks>"});
}

BOOST_AUTO_TEST_CASE(a_map_holds_structures_and_lists) {
    const decoded one(
        "<Badges><entry><key>a</key><value level=\"3\"><Name>A</Name></value></entry></Badges>"
        "<Teams><entry><key>red</key><value><member>Jo</member><member>Al</member></value></entry>"
        "<entry><key>blue</key><value/></entry></Teams>");
    BOOST_TEST_REQUIRE(one->badges.size() == 1U);
    BOOST_TEST((one->badges[0].value.level == 3 && one->badges[0].value.name == "A"));
    BOOST_TEST_REQUIRE(one->teams.size() == 2U);
    BOOST_TEST_REQUIRE(one->teams[0].value.size() == 2U);
    BOOST_TEST(one->teams[0].value[1] == "Al");
    BOOST_TEST(one->teams[1].value.empty());
}

BOOST_AUTO_TEST_CASE(a_flattened_map_has_entries_of_its_own_name_anywhere) {
    const decoded one(
        "<Note><key>a</key><value>1</value></Note><Day>1</Day>"
        "<Note><key>b</key><value/></Note>");
    BOOST_TEST_REQUIRE(one->notes.size() == 2U);
    BOOST_TEST((one->notes[0] == string_entry{"a", "1"}));
    BOOST_TEST((one->notes[1] == string_entry{"b", ""}));
}

BOOST_AUTO_TEST_CASE(an_empty_map_is_present_and_has_no_entry) {
    BOOST_TEST((decoded("<Tags/>")->tags.has_value() && decoded("<Tags></Tags>")->tags.empty()));
    BOOST_TEST(!decoded("")->tags.has_value());
}

BOOST_AUTO_TEST_CASE(an_entry_has_one_key_and_one_value) {
    refused(errc::missing_member,
            {"                             v", "<Tags><entry><value>1</value></entry></Tags>"});
    refused(errc::missing_member,
            {"                         v", "<Tags><entry><key>a</key></entry></Tags>"});
    refused(errc::missing_member, {"      v", "<Tags><entry/></Tags>"});
    refused(errc::duplicate_member,
            {"                         v",
             "<Tags><entry><key>a</key><key>a</key><value/></entry></Tags>"});
    refused(errc::bad_value, {"                                    v",
                              "<Ranks><entry><Name>Jo</Name><Rank>1x</Rank></entry></Ranks>"});
}

BOOST_AUTO_TEST_CASE(elements_of_lists_have_names_of_their_own) {
    const decoded one(
        "<Rows><member><member>1</member><item>2</item></member><member/></Rows>"
        "<Table><Row><Cell>3</Cell><Row>4</Row></Row><Cell/></Table>");
    BOOST_TEST_REQUIRE(one->rows.size() == 2U);
    BOOST_TEST((one->rows[0].size() == 2U && one->rows[0][1] == 2 && one->rows[1].empty()));
    BOOST_TEST_REQUIRE(one->table.size() == 1U);
    BOOST_TEST((one->table[0].size() == 1U && one->table[0][0] == 3));
}

BOOST_AUTO_TEST_CASE(a_member_may_be_an_attribute) {
    const decoded one(
        "<Badge xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" level=' 12 '\n"
        "xsi:type=\"A&amp;B\"><Name>gold</Name><level>7</level></Badge>");
    BOOST_TEST((one->badge.type == "A&B"));
    BOOST_TEST((one->badge.level == 12));
    BOOST_TEST((one->badge.name == "gold"));
    BOOST_TEST(!decoded("<Badge type=\"a\"/>")->badge.type.has_value());
    refused(errc::bad_value, {"               v", "<Badge level=\"1x\"/>"});
    refused(errc::bad_value, {"              v", "<Badge level='1&#120;'/>"});
}

BOOST_AUTO_TEST_CASE(an_attribute_that_lives_in_the_scratch_needs_room_there) {
    constexpr marked document{"                                v",
                              "<GetSeatResponse><GetSeatResult><Seat row=\"7\"/></GetSeatResult>"
                              "</GetSeatResponse>"};
    scratch enough;
    const auto answer = decode_xml<get_seat_response>(document.text, enough);
    BOOST_TEST_REQUIRE(answer.has_value());
    BOOST_TEST(*answer->seat.row == 7);
    scratch none{std::span<std::byte>()};
    check_refused(decode_xml<get_seat_response>(document.text, none), errc::out_of_memory,
                  document);
}

BOOST_AUTO_TEST_CASE(of_a_union_one_member_is_there) {
    BOOST_TEST((decoded("<Choice><Number>7</Number></Choice>")->choice.number == 7));
    BOOST_TEST((decoded("<Choice><New>7</New></Choice>")->choice == choice{}));
    refused(errc::duplicate_member,
            {"                        v", "<Choice><Text>a</Text>  <Number>7</Number></Choice>"});
    refused(errc::duplicate_member,
            {"                                   v",
             "<Choices><member><Number>7</Number><Text>a</Text></member></Choices>"});
}

BOOST_AUTO_TEST_CASE(a_flattened_member_of_a_union_has_each_of_its_items) {
    scratch memory;
    const auto both = decode_xml<get_guests_response>(
        "<GetGuestsResponse><GetGuestsResult><Invited><Name>Jo</Name><Name>Al</Name></Invited>"
        "</GetGuestsResult></GetGuestsResponse>",
        memory);
    BOOST_TEST_REQUIRE(both.has_value());
    BOOST_TEST_REQUIRE(both->invited.names.size() == 2U);
    BOOST_TEST(both->invited.names[1] == "Al");

    const auto other = decode_xml<get_guests_response>(
        "<GetGuestsResponse><GetGuestsResult><Invited><Name>Jo</Name><Count>1</Count></Invited>"
        "</GetGuestsResult></GetGuestsResponse>",
        memory);
    BOOST_TEST((other.error().code == errc::duplicate_member));
}

BOOST_AUTO_TEST_CASE(the_element_of_a_list_that_may_be_absent_has_its_own_name) {
    scratch memory;
    const auto answer = decode_xml<get_guests_response>(
        "<GetGuestsResponse><GetGuestsResult><Seats><member><Cell>3</Cell><Cell>4</Cell></member>"
        "</Seats></GetGuestsResult></GetGuestsResponse>",
        memory);
    BOOST_TEST_REQUIRE(answer.has_value());
    BOOST_TEST_REQUIRE(answer->seats.size() == 1U);
    BOOST_TEST((answer->seats[0] == std::vector{3, 4}));
}

BOOST_AUTO_TEST_CASE(an_int_enum_keeps_unknown_numbers) {
    BOOST_TEST((decoded("<Day>8</Day>")->day == weekday{8}));
    refused(errc::bad_value, {"     v", "<Day>sunday</Day>"});
}

BOOST_AUTO_TEST_CASE(an_attribute_that_is_not_its_bytes_needs_memory) {
    const std::string bytes =
        "<GetSeatResponse><GetSeatResult><Seat row='&#55;'/></GetSeatResult></GetSeatResponse>";
    alignas(std::max_align_t) std::byte room[8];
    scratch memory{std::span(room, 0)};
    const auto answer = decode_xml<get_seat_response>(std::string_view(bytes), memory);
    BOOST_TEST_REQUIRE(!answer.has_value());
    BOOST_TEST(answer.error().code == errc::out_of_memory);
}

BOOST_AUTO_TEST_SUITE_END()
