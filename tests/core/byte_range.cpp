#include <ec2wire/core/byte_range.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>

using ec2wire::byte_range;

BOOST_AUTO_TEST_SUITE(core_byte_range)

// Each range of ten bytes beside each other one.
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
