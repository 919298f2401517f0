#include <ec2wire/codec/fast_value.hpp>

#include <ec2wire/ec2/instance_state.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::detail;
using namespace ec2wire::tests;

namespace {

// The value whose text stands first in the bytes; nothing if it is the strict reader's.
template <class T, std::size_t Room = 0>
std::optional<T> value_of(std::string_view text) {
    static scratch memory;
    const guarded_bytes bytes{std::string(text)};
    const char* const end = bytes.view().data() + bytes.view().size();
    fast_input in(end, memory);
    std::optional<T> value;
    const char* const last = pass_value<Room>(bytes.view().data(), end, value, in);
    if (last == nullptr) return std::nullopt;
    BOOST_TEST(*last == '<');
    BOOST_TEST(static_cast<std::size_t>(end - last) >= Room);
    return value;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_fast_value)

BOOST_AUTO_TEST_CASE(numbers_up_to_the_next_tag) {
    BOOST_TEST((value_of<std::uint16_t>("64</code>") == std::uint16_t{64}));
    BOOST_TEST((value_of<std::uint16_t>("65535<") == std::uint16_t{65535}));
    BOOST_TEST((value_of<std::int8_t>("-128<") == std::int8_t{-128}));
    BOOST_TEST((value_of<std::int64_t>(" 9223372036854775807\n<") == INT64_MAX));
    BOOST_TEST((value_of<bool>("true<") == true));
    BOOST_TEST((value_of<double>("0.25<") == 0.25));
    BOOST_TEST(value_of<state_code>("272<")->wire() == 272);
}

BOOST_AUTO_TEST_CASE(what_is_no_value_or_has_no_end_is_left_to_the_strict_reader) {
    for (const std::string_view text : {"65536<", "-1<", "-0<", "+64<", "6 4<", "x<", "<", "64",
                                        "6", "", "6&#52;&bad;<", "64]]><"})
        BOOST_TEST(!value_of<std::uint16_t>(text).has_value());
    for (const std::string_view text : {"a", "a&b<", "a]]><", "\x01<", "\xC3<"})
        BOOST_TEST(!value_of<std::string_view>(text).has_value());
}

BOOST_AUTO_TEST_CASE(behind_a_value_there_is_room_for_what_the_caller_looks_at_next) {
    constexpr std::size_t room = 20;
    for (std::size_t size = 0; size < 40; ++size) {
        const std::string text(size, 'a');
        for (std::size_t behind = 1; behind < 40; ++behind) {
            const std::string tag = '<' + std::string(behind - 1, 'b');
            BOOST_TEST((value_of<std::string, room>(text + tag) == text) == (behind >= room));
            BOOST_TEST((value_of<std::uint16_t, room>("64" + tag) == 64) == (behind >= room));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
