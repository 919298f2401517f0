#include <ec2wire/core/block.hpp>

#include "guarded_bytes.hpp"

#include <boost/mpl/list.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <type_traits>

using namespace ec2wire::tests;
namespace detail = ec2wire::detail;

namespace {

// With AVX2 there are two kinds of blocks, else one.
using blocks = std::conditional_t<std::is_same_v<detail::short_block, detail::block>,
                                  boost::mpl::list<detail::block>,
                                  boost::mpl::list<detail::short_block, detail::block>>;

template <class Block>
constexpr auto width = static_cast<std::size_t>(Block::size);

// Every byte value, at every position of some block.
template <class Block, class Check>
void for_each_block(Check&& check) {
    for (int first = 0; first < 256; ++first) {
        std::array<char, width<Block>> bytes{};
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bytes[i] = static_cast<char>(first + static_cast<int>(i) * 11);
        check(bytes);
    }
}

// Whether a set is what a plain loop gives.
template <class Set, class Bytes, class Test>
bool is_set(const Set& set, const Bytes& bytes, Test test) {
    std::size_t first = bytes.size(), outside = bytes.size(), count = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) {
        (test(bytes[i]) ? first : outside) = i;
        count += test(bytes[i]);
    }
    if (set.is_empty() != (count == 0) || set.is_full() != (count == bytes.size())) return false;
    if constexpr (std::is_same_v<Set, detail::short_block_set>) {
        detail::short_block_count counted;
        counted.add(set);
        if (counted.sum() != count) return false;
    }
    return (count == 0 || set.first() == first) &&
           (count == bytes.size() || set.first_unset() == outside);
}

bool is_between(char c, char low, char high) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= static_cast<unsigned char>(low) && byte <= static_cast<unsigned char>(high);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(core_block)

BOOST_AUTO_TEST_CASE_TEMPLATE(a_block_is_as_many_bytes_as_it_says, Block, blocks) {
    for (const guard side : {guard::after, guard::before}) {
        const guarded_bytes from{std::string(width<Block>, 'x'), side};
        const guarded_bytes to{std::string(width<Block>, ' '), side};
        Block::load(from.view().data()).store(const_cast<char*>(to.view().data()));
        BOOST_TEST(to.view() == from.view());
    }
}

BOOST_AUTO_TEST_CASE_TEMPLATE(sets_say_what_a_loop_says, Block, blocks) {
    std::size_t wrong = 0;
    for_each_block<Block>([&](const auto& bytes) {
        const Block block = Block::load(bytes.data());
        for (int value = 0; value < 256; ++value) {
            const auto c = static_cast<char>(value);
            wrong += !is_set(block.is(c), bytes, [&](char b) { return b == c; });
            wrong += !is_set(block.is_below(c), bytes, [&](char b) {
                return static_cast<signed char>(b) < static_cast<signed char>(c);
            });
            wrong += !is_set(block.is(c) | block.is('a'), bytes,
                             [&](char b) { return b == c || b == 'a'; });
            for (const char high : {'\0', '9', 'z', '\x7F', '\x80', '\xFF'}) {
                if (!is_between(c, '\0', high)) continue;
                const auto set = block.is_from_to(c, high);
                wrong += !is_set(set, bytes, [&](char b) { return is_between(b, c, high); });
                wrong += !is_set(set & block.is_below(' '), bytes, [&](char b) {
                    return is_between(b, c, high) && static_cast<signed char>(b) < ' ';
                });
                wrong += !is_set(set.without(block.is('/')), bytes,
                                 [&](char b) { return is_between(b, c, high) && b != '/'; });
            }
        }
    });
    BOOST_TEST(wrong == 0u);
}

BOOST_AUTO_TEST_CASE_TEMPLATE(letters_lose_their_case, Block, blocks) {
    for_each_block<Block>([&](const auto& bytes) {
        std::array<char, width<Block>> lower{};
        Block::load(bytes.data()).lower_case().store(lower.data());
        for (std::size_t i = 0; i < bytes.size(); ++i)
            if (lower[i] != static_cast<char>(bytes[i] | 0x20)) BOOST_ERROR("byte " << i);
    });
}

BOOST_AUTO_TEST_CASE(short_blocks_are_the_same_where_their_bytes_are) {
    const std::string text = "0123456789abcdef";
    for (std::size_t i = 0; i < 16; ++i) {
        std::string other = text;
        other[i] = '#';
        const auto same =
            detail::short_block::load(text.data()).is_same(detail::short_block::load(other.data()));
        BOOST_TEST(same.first_unset() == i);
        detail::short_block_count counted;
        for (int times = 0; times < 255; ++times) counted.add(same);
        BOOST_TEST(counted.sum() == 255u * 15u);
    }
}

BOOST_AUTO_TEST_CASE(how_far_bytes_are_past_a_limit) {
    std::size_t wrong = 0;
    for_each_block<detail::short_block>([&](const auto& bytes) {
        const auto block = detail::short_block::load(bytes.data());
        for (int limit = 0; limit < 256; ++limit) {
            const auto past = block.past(static_cast<char>(limit));
            std::array<char, 16> far{};
            (past | detail::short_block::load(std::array<char, 16>{1}.data())).store(far.data());
            for (std::size_t i = 0; i < far.size(); ++i) {
                const int distance = static_cast<unsigned char>(bytes[i]) - limit;
                const int expected = (distance > 0 ? distance : 0) | (i == 0);
                wrong += static_cast<unsigned char>(far[i]) != expected;
            }
        }
    });
    BOOST_TEST(wrong == 0u);
}

BOOST_AUTO_TEST_CASE(is_same_gives_the_bytes_in_both_sets_or_neither) {
    std::size_t wrong = 0;
    for_each_block<detail::short_block>([&](const auto& bytes) {
        const auto block = detail::short_block::load(bytes.data());
        wrong +=
            !is_set(block.is_below('A').is_same(block.is_from_to('0', '\x90')), bytes, [](char b) {
                return (static_cast<signed char>(b) < 'A') == is_between(b, '0', '\x90');
            });
    });
    BOOST_TEST(wrong == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
