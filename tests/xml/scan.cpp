#include <ec2wire/xml/scan.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

using ec2wire::tests::guard;
using ec2wire::tests::guarded_bytes;
using ec2wire::xml::find_stop;

namespace {

// Finds what find_stop has to find, a byte at a time.
template <char... Stops>
std::size_t naive(std::string_view text) {
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < 0x20 || c >= 0x80 || ((text[i] == Stops) || ...)) break;
    }
    return i;
}

template <char... Stops>
std::size_t found(std::string_view text) {
    return static_cast<std::size_t>(find_stop<Stops...>(text.data(), text.data() + text.size()) -
                                    text.data());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_scan)

BOOST_AUTO_TEST_CASE(it_stops_at_the_given_bytes_at_controls_and_outside_ascii) {
    BOOST_TEST(found<'<'>("") == 0);
    BOOST_TEST(found<'<'>("64</code>") == 2);
    BOOST_TEST((found<'<', '&'>("R&D<") == 1));
    BOOST_TEST(found<'<'>("a>b\x7F") == 4);
    BOOST_TEST(found<>("ab\ncd") == 2);
    BOOST_TEST(found<>("ab\x1F") == 2);
    BOOST_TEST(found<>("ab\x80") == 2);
    BOOST_TEST(found<>("ab\xFF") == 2);
    BOOST_TEST(found<'<'>("0123456789abcdef0123456789abcdef<") == 32);
}

BOOST_AUTO_TEST_CASE(every_byte_is_found_as_a_stop_at_every_position_or_nowhere) {
    for (int c = 0; c < 256; ++c) {
        for (std::size_t place = 0; place < 40; ++place) {
            std::string text(40, 'x');
            text[place] = static_cast<char>(c);
            BOOST_TEST_REQUIRE((found<'<', '&', ']'>(text) == naive<'<', '&', ']'>(text)));
            BOOST_TEST_REQUIRE(found<>(text) == naive<>(text));
        }
    }
}

BOOST_AUTO_TEST_CASE(nothing_is_read_past_the_last_byte) {
    for (std::size_t size = 0; size <= 70; ++size) {
        const guarded_bytes bytes{std::string(size, 'x')};
        for (std::size_t from = 0; from <= size; ++from)
            BOOST_TEST_REQUIRE((found<'<', '&'>(bytes.view().substr(from)) == size - from));
    }
}

BOOST_AUTO_TEST_CASE(nothing_is_read_before_the_first_byte) {
    for (std::size_t size = 0; size <= 70; ++size) {
        const guarded_bytes bytes{std::string(size, 'x'), guard::before};
        BOOST_TEST_REQUIRE((found<'<', '&'>(bytes.view()) == size));
    }
}

BOOST_AUTO_TEST_CASE(a_stop_after_the_last_byte_is_not_seen) {
    std::string text(80, 'x');
    for (std::size_t size = 0; size <= 70; ++size) {
        text[size] = '<';
        BOOST_TEST_REQUIRE(found<'<'>(std::string_view(text).substr(0, size)) == size);
        text[size] = 'x';
    }
}

BOOST_AUTO_TEST_CASE(vectors_and_their_scalar_twin_agree_on_random_bytes) {
    std::mt19937 random{20261121};
    for (int round = 0; round < 20'000; ++round) {
        std::string text(random() % 70, 'x');
        for (std::size_t k = random() % 3; k > 0 && !text.empty(); --k)
            text[random() % text.size()] = static_cast<char>(random());
        const std::string_view from = std::string_view(text).substr(random() % (text.size() + 1));
        BOOST_TEST_REQUIRE(found<'-'>(from) == naive<'-'>(from));
        BOOST_TEST_REQUIRE((found<'<', '&', '"', '\''>(from) == naive<'<', '&', '"', '\''>(from)));
    }
}

BOOST_AUTO_TEST_SUITE_END()
