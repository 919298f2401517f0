#include <ec2wire/codec/to_owned.hpp>

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/ec2/start_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/shapes.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <concepts>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;

static_assert(std::same_as<owning<stop_instances_response>, basic_stop_instances_response<owned>>);
static_assert(
    std::same_as<owning<owning<stop_instances_response>>, owning<stop_instances_response>>);
static_assert(
    std::same_as<borrowing<start_instances_request>, basic_start_instances_request<borrowed>>);
static_assert(std::same_as<borrowing<stop_instances_response>, stop_instances_response>);

BOOST_AUTO_TEST_SUITE(codec_to_owned)

BOOST_AUTO_TEST_CASE(a_reply_outlives_its_bytes_and_its_scratch) {
    owning<stop_instances_response> kept;
    {
        scratch memory;
        const std::string bytes =
            "<StopInstancesResponse><requestId>R&amp;D</requestId><instancesSet><item>"
            "<instanceId>i-1</instanceId><currentState><code>64</code><name>stopping</name>"
            "</currentState></item><item/></instancesSet></StopInstancesResponse>";
        kept = to_owned(*decode_xml<stop_instances_response>(bytes, memory));
    }
    BOOST_TEST((kept.request_id == "R&D"));
    BOOST_TEST_REQUIRE(kept.stopping_instances.size() == 2U);
    BOOST_TEST((kept.stopping_instances[0].instance_id == "i-1"));
    BOOST_TEST((kept.stopping_instances[0].current_state.code == stopping));
    BOOST_TEST((kept.stopping_instances[0].current_state.name == instance_state_name::stopping));
    BOOST_TEST(!kept.stopping_instances[0].previous_state.has_value());
}

namespace {

// A call whose bytes and scratch are destroyed when it returns.
owned_reply<stop_instances_response> called(std::string bytes) {
    scratch memory;
    return to_owned(decode_xml<stop_instances_response>(std::string_view(bytes), memory));
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_whole_reply_is_kept_whatever_it_is) {
    const auto answer =
        called("<StopInstancesResponse><requestId>R&amp;D</requestId></StopInstancesResponse>");
    BOOST_TEST_REQUIRE(answer.has_value());
    BOOST_TEST((answer->request_id == "R&D"));

    const auto refusal = called(
        "<Response><Errors><Error><Code>InvalidInstanceID.NotFound</Code><Message>no &lt;i-1&gt;"
        "</Message></Error></Errors><RequestID>r-1</RequestID></Response>");
    BOOST_TEST_REQUIRE(!refusal.has_value());
    const basic_reply_error<owned> kept = to_owned(refusal.error());
    BOOST_TEST(kept.is_service_error());
    BOOST_TEST(kept.service.code == "InvalidInstanceID.NotFound");
    BOOST_TEST(kept.service.message == "no <i-1>");
    BOOST_TEST(kept.service.request_id == "r-1");
    BOOST_TEST(!is_throttling(kept.service));

    const auto broken = called("<StopInstancesResponse>");
    BOOST_TEST((broken.error() == basic_reply_error<owned>{{errc::unexpected_end, 23}, {}}));
}

BOOST_AUTO_TEST_CASE(absent_and_empty_stay_apart) {
    scratch memory;
    const auto kept = [&](std::string_view members) {
        const std::string bytes =
            "<StopInstancesResponse>" + std::string(members) + "</StopInstancesResponse>";
        return to_owned(*decode_xml<stop_instances_response>(bytes, memory));
    };
    BOOST_TEST(!kept("").stopping_instances.has_value());
    BOOST_TEST(kept("<instancesSet/>").stopping_instances.has_value());
    BOOST_TEST(!kept("").request_id.has_value());
    BOOST_TEST((kept("<requestId/>").request_id == ""));
    const auto empty = kept("<instancesSet><item><currentState/></item></instancesSet>");
    BOOST_TEST(empty.stopping_instances[0].current_state.has_value());
    BOOST_TEST(!empty.stopping_instances[0].previous_state.has_value());
    BOOST_TEST(!(kept("") == kept("<instancesSet/>")));
}

BOOST_AUTO_TEST_CASE(every_kind_of_scalar_is_copied) {
    const std::array<std::byte, 2> blob{std::byte{1}, std::byte{2}};
    const tests::scalars views{.flag = true,
                               .i8 = -1,
                               .u64 = 2,
                               .f32 = 0.5F,
                               .text = "text",
                               .blob = list_view<std::byte>(blob),
                               .date_time = timestamp{1, 2},
                               .paint = open_enum<tests::color, std::string_view>("ultra violet"),
                               .state = state_code{272}};
    const owning<tests::scalars> kept = to_owned(views);
    BOOST_TEST((kept.flag == true));
    BOOST_TEST((kept.i8 == -1));
    BOOST_TEST(!kept.u8.has_value());
    BOOST_TEST((kept.u64 == 2U));
    BOOST_TEST((kept.f32 == 0.5F));
    BOOST_TEST((kept.text == "text"));
    BOOST_TEST((kept.blob == std::vector<std::byte>(blob.begin(), blob.end())));
    BOOST_TEST((kept.date_time == timestamp{1, 2}));
    BOOST_TEST((kept.paint->text() == "ultra violet"));
    BOOST_TEST(kept.state->wire() == 272);
}

BOOST_AUTO_TEST_CASE(structures_lists_and_recursion_are_copied) {
    const std::string bytes =
        "<PutTreeResponse><tag><key>k</key></tag><tagSet><Tag/></tagSet><rows><item><item>x</item>"
        "</item><item/></rows><inner><inner><name>deep</name></inner></inner><branches><item>"
        "<branches><item/></branches></item></branches></PutTreeResponse>";
    scratch memory;
    const auto views = decode_xml<tests::tree>(bytes, memory);
    const auto kept = to_owned(*views);
    BOOST_TEST((kept == *decode_xml<owning<tests::tree>>(bytes, memory)));
    BOOST_TEST((kept.inner->inner->name == "deep"));
    // An owning message is copied too.
    BOOST_TEST((to_owned(kept) == kept));
}

namespace {

template <class Storage>
struct basic_flags {
    typename Storage::template list<bool> flags{};
    static constexpr auto fields() { return field_list{field{"Flags", &basic_flags::flags}}; }
};

}  // namespace

// The elements of a std::vector<bool> cannot be referenced.
BOOST_AUTO_TEST_CASE(a_list_of_booleans_is_copied) {
    const std::array<bool, 3> flags{true, false, true};
    const basic_flags<borrowed> views{.flags = flags};
    BOOST_TEST((to_owned(views).flags == std::vector<bool>{true, false, true}));
    BOOST_TEST((to_owned(to_owned(views)).flags == std::vector<bool>{true, false, true}));
}

namespace {

struct part {
    std::optional<int> number{};
    static constexpr auto fields() { return field_list{field{"Number", &part::number}}; }
};

template <class Storage>
struct basic_part {
    std::optional<typename Storage::string> text{};
    static constexpr auto fields() { return field_list{field{"Text", &basic_part::text}}; }
};

template <class Storage>
struct basic_parts {
    maybe<part> plain{};
    maybe<basic_part<Storage>> stored{};
    static constexpr auto fields() {
        return field_list{field{"Plain", &basic_parts::plain},
                          field{"Stored", &basic_parts::stored}};
    }
};

}  // namespace

// Such a structure is present if one of its members is set, but has_value() does not see that.
BOOST_AUTO_TEST_CASE(what_is_set_in_a_structure_that_cannot_be_compared_is_copied) {
    basic_parts<borrowed> views;
    views.plain.number = 1;
    views.stored.text = "t";
    const auto kept = to_owned(views);
    BOOST_TEST((kept.plain.number == 1));
    BOOST_TEST((kept.stored.text == "t"));
    BOOST_TEST(!kept.stored.has_value());
}

namespace {

template <class Storage>
struct basic_lists {
    std::deque<typename Storage::string> texts{};
    std::array<int, 2> pair{};
    std::span<const int> numbers{};
    std::vector<bool> flags{};
    const char* text{};
    static constexpr auto fields() {
        using self = basic_lists;
        return field_list{field{"Texts", &self::texts}, field{"Pair", &self::pair},
                          field{"Numbers", &self::numbers}, field{"Flags", &self::flags},
                          field{"Text", &self::text}};
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(lists_and_texts_of_any_type_are_copied) {
    const std::array<int, 2> pair{3, 4};
    const basic_lists<borrowed> views{
        .texts = {"a", "b"}, .pair = pair, .numbers = pair, .flags = {true}, .text = nullptr};
    const auto kept = to_owned(views);
    BOOST_TEST((kept.texts == std::deque<std::string>{"a", "b"}));
    BOOST_TEST((kept.pair == pair && kept.numbers.data() == pair.data()));
    BOOST_TEST((kept.flags == std::vector<bool>{true} && kept.text == nullptr));
}

BOOST_AUTO_TEST_SUITE_END()
