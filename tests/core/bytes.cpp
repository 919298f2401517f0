#include <ec2wire/core/bytes.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::tests;

namespace {

// Sizes up to 80 use different combinations of loads.
std::string text_of(std::size_t size) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text += static_cast<char>(i * 37 + 1);
    return text;
}

static_assert(is_equal("item", "item") && !is_equal("item", "items") && is_equal("", ""));

}  // namespace

BOOST_AUTO_TEST_SUITE(core_bytes)

BOOST_AUTO_TEST_CASE(names_are_compared_whole) {
    BOOST_TEST(is_equal("item", "item"));
    BOOST_TEST(!is_equal("item", "items"));
    BOOST_TEST(!is_equal("item", "Item"));
    BOOST_TEST(!is_equal("item", ""));
}

BOOST_AUTO_TEST_CASE(one_byte_anywhere_makes_a_difference) {
    for (const guard side : {guard::after, guard::before})
        for (std::size_t size = 0; size <= 80; ++size) {
            const std::string text = text_of(size);
            const guarded_bytes a{text, side};
            BOOST_TEST(is_equal(a.view().data(), guarded_bytes{text, side}.view().data(), size));
            if (size >= 16)
                BOOST_TEST(
                    is_equal_block(a.view().data(), guarded_bytes{text, side}.view().data(), size));
            for (std::size_t i = 0; i < size; ++i) {
                std::string other = text;
                other[i] = static_cast<char>(other[i] ^ (1 << (i % 8)));
                const guarded_bytes b{other, side};
                const bool is_same =
                    is_equal(a.view().data(), b.view().data(), size) ||
                    (size >= 16 && is_equal_block(a.view().data(), b.view().data(), size));
                if (is_same) BOOST_ERROR(size << " bytes, of which number " << i << " differs");
            }
        }
}

BOOST_AUTO_TEST_CASE(is_equal_in_room_ignores_the_bytes_after_the_name) {
    for (std::size_t size = 0; size <= 40; ++size) {
        const std::string text = text_of(40);
        for (std::size_t i = 0; i < 40; ++i) {
            std::string other = text;
            other[i] = static_cast<char>(other[i] ^ (1 << (i % 8)));
            BOOST_TEST(is_equal_in_room(text.data(), other.data(), size) == (i >= size));
        }
        BOOST_TEST(is_equal_in_room(text.data(), text.data(), size));
    }
}

BOOST_AUTO_TEST_CASE(a_step_leads_to_the_first_byte_in_a_set_or_outside_it) {
    using ec2wire::detail::block;
    constexpr auto size = static_cast<std::size_t>(block::size);
    for (std::size_t i = 0; i < size; ++i) {
        std::string text(size, 'a');
        text[i] = 'b';
        const auto set = block::load(text.data()).is('b');
        BOOST_TEST((ec2wire::detail::advance_to_first(text.data(), set) == text.data() + i));
        std::string rest(size, 'b');
        rest[i] = 'a';
        const auto full = block::load(rest.data()).is('b');
        BOOST_TEST((ec2wire::detail::advance_past(rest.data(), full) == rest.data() + i));
    }
}

BOOST_AUTO_TEST_CASE(copies_are_whole_and_end_where_they_end) {
    for (const guard side : {guard::after, guard::before})
        for (std::size_t size = 0; size <= 80; ++size) {
            const std::string text = text_of(size);
            const guarded_bytes from{text, side};
            std::string out(size + 2, '#');
            char* const last = copy_bytes(from.view().data(), size, out.data() + 1);
            BOOST_TEST((last == out.data() + 1 + size));
            BOOST_TEST(out == "#" + text + "#");
        }
}

BOOST_AUTO_TEST_SUITE_END()

using ec2wire::byte_range;

BOOST_AUTO_TEST_SUITE(core_byte_range)

// Compares every range of ten bytes with every other.
BOOST_AUTO_TEST_CASE(two_ranges_overlap_if_they_have_a_byte_in_common) {
    const char bytes[10] = {};
    for (std::size_t a = 0; a <= 10; ++a)
        for (std::size_t a_end = a; a_end <= 10; ++a_end)
            for (std::size_t b = 0; b <= 10; ++b)
                for (std::size_t b_end = b; b_end <= 10; ++b_end) {
                    bool is_common = false;
                    for (std::size_t i = a; i < a_end; ++i) is_common |= i >= b && i < b_end;
                    const byte_range left(bytes + a, a_end - a);
                    BOOST_TEST(left.overlaps({bytes + b, b_end - b}) == is_common);
                    BOOST_TEST(left.is_empty() == (a == a_end));
                }
}

BOOST_AUTO_TEST_CASE(no_byte_overlaps_none) {
    static_assert(byte_range().is_empty());
    static_assert(!byte_range().overlaps(byte_range()));
    const char byte = 0;
    BOOST_TEST(!byte_range().overlaps({&byte, 1}));
    BOOST_TEST(!byte_range(&byte, 1).overlaps({nullptr, 0}));
}

BOOST_AUTO_TEST_SUITE_END()
