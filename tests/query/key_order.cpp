#include <ec2wire/query/key_order.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <string_view>

using namespace ec2wire::query;

namespace {

constexpr key_text key(std::string_view segments, bool has_subkeys) {
    return {.text = {}, .segments = segments, .has_subkeys = has_subkeys, .index = 0};
}

// A key's text, and the part of it that is its segments.
struct written {
    std::array<char, 40> room{};
    std::size_t size = 0;
    std::size_t segments = 0;

    constexpr explicit written(const key_name& name) {
        const char* const end = write_key_text(name, room.data(), room.data() + room.size());
        size = static_cast<std::size_t>(end - room.data());
        segments = key_text_at(room.data(), name, 0).segments.size();
    }

    constexpr bool is(std::string_view text, std::size_t of_segments) const {
        return std::string_view(room.data(), size) == text && segments == of_segments;
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(query_key_order)

// '-' comes before '.', '.' before digits and letters.
static_assert(goes_before(key("A-b", false), key("A", true)));
static_assert(goes_before(key("A", true), key("Ab", false)));
static_assert(goes_before(key("A", true), key("A0", false)));
static_assert(goes_before(key("A", false), key("A-b", false)));
static_assert(!goes_before(key("A", true), key("A-b", false)));
static_assert(goes_before(key("A%20", false), key("A", true)));
static_assert(!goes_before(key("A", true), key("A", true)));

static_assert(written({.name = "force", .is_capitalized = true}).is("Force=", 5));
static_assert(written({.name = "force"}).is("force=", 5));
static_assert(written({.name = "InstanceId", .has_subkeys = true}).is("InstanceId.", 10));
static_assert(written({.name = "Tags", .item = "a b", .has_subkeys = true}).is("Tags.a%20b.", 10));
static_assert(written({.name = "Action", .value = "Stop/"}).is("Action=Stop%2F", 6));

// Of two members with one key it does not matter where they stand.
constexpr bool is_clash(std::size_t first, std::string_view name, bool has_subkeys) {
    std::array<key_text, 4> keys{key("A", false), key("D", false), key("C", false),
                                 key("B", false)};
    if (!sort_keys(keys) || keys[1].segments != "B" || keys[3].segments != "D") return false;
    keys[first] = key(name, has_subkeys);
    return !sort_keys(keys);
}
static_assert(is_clash(0, "B", false) && is_clash(1, "A", false) && is_clash(3, "C", false));

// "A." and "A.member."
constexpr bool is_below() {
    std::array<key_text, 2> keys{key("A.member", true), key("A", true)};
    return !sort_keys(keys);
}
static_assert(is_below());

BOOST_AUTO_TEST_CASE(keys_go_in_byte_order) {
    std::array<key_text, 5> keys{key("Zed", false), key("Ab", false), key("Action-x", false),
                                 key("A", true), key("A-b", false)};
    BOOST_TEST(sort_keys(keys));
    constexpr std::array<std::string_view, 5> wanted{"A-b", "A", "Ab", "Action-x", "Zed"};
    for (std::size_t i = 0; i < keys.size(); ++i) BOOST_TEST(keys[i].segments == wanted[i]);
}

BOOST_AUTO_TEST_SUITE_END()
