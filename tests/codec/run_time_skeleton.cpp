#include <ec2wire/codec/run_time_skeleton.hpp>

#include <ec2wire/codec/skeleton.hpp>
#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/shape/protocol.hpp>

#include "codec/change_item.hpp"
#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::detail;
using namespace ec2wire::tests;

namespace {

using minified = skeleton<ec2_query, false, instance_state_change, fixed_name<4>("item")>;

// Passes all parts of the item in a layout, and gives back the place behind the last.
bool is_printed(std::string_view root_tag, std::string_view tag, std::string_view bytes) {
    const std::string_view text(minified::whole.text.data(), minified::whole.text.size());
    run_time_skeleton learned;
    BOOST_TEST_REQUIRE(learned.print(text, minified::whole.begin.data(),
                                     layout::of(root_tag.data(), root_tag.data() + root_tag.size()),
                                     tag));
    const guarded_bytes guarded{std::string(bytes)};
    const char* at = guarded.view().data();
    const char* const end = at + bytes.size();
    const auto pass = [&](const char* next) { at = next == nullptr ? nullptr : next + 1; };
    pass(learned.pass<0>(at, end));
    if (at != nullptr) pass(learned.pass<1>(at, end));
    if (at != nullptr) pass(learned.pass<2>(at, end));
    if (at != nullptr) pass(learned.pass<3>(at, end));
    if (at != nullptr) pass(learned.pass<4>(at, end));
    return at != nullptr && learned.pass<5>(at, end) == end;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_run_time_skeleton)

BOOST_AUTO_TEST_CASE(an_item_in_a_layout_known_at_run_time) {
    BOOST_TEST(is_printed("\n    <a>", "", printed_change_item));
    std::string tabs(printed_change_item);
    for (std::size_t at = 0; (at = tabs.find("    ")) != std::string::npos;)
        tabs.replace(at, 4, "\t");
    BOOST_TEST(is_printed("\n\t<a>", "", tabs));
    BOOST_TEST(!is_printed("\n\t<a>", "", printed_change_item));
    std::string attribute(printed_change_item);
    attribute.replace(attribute.find("<item>"), 6, "<item n='>'>");
    BOOST_TEST(is_printed("\n    <a>", "<item n='>'>", attribute));
    BOOST_TEST(!is_printed("\n    <a>", "", attribute));
}

BOOST_AUTO_TEST_CASE(what_has_no_room_is_not_printed) {
    const std::string_view text(minified::whole.text.data(), minified::whole.text.size());
    constexpr std::string_view root = "\n    <a>";
    const layout how = layout::of(root.data(), root.data() + root.size());
    // The margin before it has nine characters, the room 2048.
    for (const std::size_t size : {2039U, 2040U, 3000U}) {
        run_time_skeleton learned;
        const std::string tag = "<item n='" + std::string(size - 11, 'x') + "'>";
        BOOST_TEST_REQUIRE(tag.size() == size);
        BOOST_TEST(!learned.print(text, minified::whole.begin.data(), how, tag));
    }
}

BOOST_AUTO_TEST_SUITE_END()
