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

// Every size up to 80 has its own mix of loads.
std::string text_of(std::size_t size) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text += static_cast<char>(i * 37 + 1);
    return text;
}

static_assert(is_equal("item", "item") && !is_equal("item", "items") && is_equal("", ""));
static_assert(is_equal_block("0123456789abcdef", "0123456789abcdef", 16));
static_assert(!is_equal_block("0123456789abcdefg", "0123456789abcdefh", 17));

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
