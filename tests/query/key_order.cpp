#include <ec2wire/query/key_order.hpp>

#include "query/sorted_indices.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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
static_assert(written({.name = "az", .is_capitalized = true}).is("Az=", 2));
static_assert(written({.name = "za", .is_capitalized = true}).is("Za=", 2));
static_assert(written({.name = "`a", .is_capitalized = true}).is("%60a=", 4));
static_assert(written({.name = "force"}).is("force=", 5));
static_assert(written({.name = "InstanceId", .has_subkeys = true}).is("InstanceId.", 10));
static_assert(written({.name = "Tags", .item = "a b", .has_subkeys = true}).is("Tags.a%20b.", 10));
static_assert(written({.name = "Action", .value = "Stop/"}).is("Action=Stop%2F", 6));

// The order of two members with the same key does not matter.
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

BOOST_AUTO_TEST_CASE(the_digits_of_all_indices_are_counted) {
    std::uint64_t digits = 0;
    for (std::size_t count = 1; count <= 12'345; ++count) {
        digits += std::to_string(count).size();
        BOOST_TEST_REQUIRE(ec2wire::query::count_index_digits(count) == digits);
    }
    // More than 32 bits hold.
    BOOST_TEST(ec2wire::query::count_index_digits(999'999'999) == 8'888'888'889U);
}

BOOST_AUTO_TEST_SUITE_END()

namespace query = ec2wire::query;

namespace {

std::vector<std::string> indices_in_order(std::size_t size) {
    std::vector<std::string> indices;
    std::size_t index = 1;
    for (std::size_t i = 0; i < size; ++i) {
        indices.push_back(std::to_string(index));
        index = query::next_in_byte_order(index, size);
    }
    return indices;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(query_list_index)

BOOST_AUTO_TEST_CASE(twelve_indices_are_1_10_11_12_2_to_9) {
    const std::vector<std::string> expected = {"1", "10", "11", "12", "2", "3",
                                               "4", "5",  "6",  "7",  "8", "9"};
    BOOST_TEST(indices_in_order(12) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(indices_are_those_from_1_to_the_size_sorted_by_their_bytes) {
    std::vector<std::size_t> sizes;
    for (std::size_t size = 0; size <= 1100; size += size < 130 ? 1 : 9) sizes.push_back(size);
    for (std::size_t size = 990; size <= 1010; ++size) sizes.push_back(size);
    for (const std::size_t size : {9'999U, 10'000U, 10'001U, 12'345U}) sizes.push_back(size);
    for (const std::size_t size : sizes) {
        BOOST_TEST_REQUIRE((indices_in_order(size) == ec2wire::tests::sorted_indices(size)));
    }
}

// Incremented digits equal computed ones.
BOOST_AUTO_TEST_CASE(an_index_knows_its_digits) {
    for (const std::size_t count :
         {1U, 9U, 10U, 11U, 19U, 20U, 99U, 100U, 190U, 199U, 1000U, 1001U, 1990U, 12'345U}) {
        query::list_index index(count);
        std::size_t expected = 1;
        for (std::size_t done = 0; done < count; ++done) {
            const std::string text = std::to_string(expected) + "=";
            BOOST_TEST_REQUIRE(index.value() == expected);
            BOOST_TEST_REQUIRE(index.size() == text.size());
            std::string digits;
            for (std::size_t i = 0; i < index.size(); ++i)
                digits += static_cast<char>(index.digits() >> 8 * i);
            BOOST_TEST_REQUIRE(digits == text);
            index.advance();
            expected = query::next_in_byte_order(expected, count);
        }
    }
}

// So many that their digits are not stored.
static_assert(query::list_index(9'999'999).keeps_digits());
static_assert(!query::list_index(10'000'000).keeps_digits());
BOOST_AUTO_TEST_CASE(ten_million_indices_come_to_an_end) {
    constexpr std::size_t count = 10'000'000;
    std::size_t steps = 0;
    std::size_t sum = 0;
    for (query::list_index index(count); !index.is_end(); index.advance()) {
        sum += index.value();
        if (++steps > count) break;
    }
    BOOST_TEST(steps == count);
    BOOST_TEST(sum == count / 2 * (count + 1));
}

BOOST_AUTO_TEST_SUITE_END()
