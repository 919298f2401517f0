#include <ec2wire/xml/name_set.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using ec2wire::scratch;
using ec2wire::xml::name_set;

namespace {

// Names that follow each other, as in a tag, each of three digits.
constexpr std::size_t name_length = 3;

std::ptrdiff_t duplicate_at(std::string_view names) {
    scratch memory;
    name_set set(memory);
    for (std::size_t i = 0; i < names.size(); i += name_length)
        if (!set.add(names.substr(i, name_length))) return -2;
    const char* const duplicate = set.find_duplicate();
    return duplicate == nullptr ? -1 : duplicate - names.data();
}

// Finds the duplicate naively.
std::ptrdiff_t first_repeated(std::string_view names) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < names.size(); i += name_length)
        if (!seen.insert(names.substr(i, name_length)).second)
            return static_cast<std::ptrdiff_t>(i);
    return -1;
}

std::string numbered(std::size_t count) {
    std::string names;
    for (std::size_t i = 0; i < count; ++i) names += std::to_string(100 + i % 900);
    return names;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_name_set)

BOOST_AUTO_TEST_CASE(different_names_are_not_duplicates) {
    BOOST_TEST(duplicate_at("") == -1);
    BOOST_TEST(duplicate_at("one") == -1);
    BOOST_TEST(duplicate_at("onetwo") == -1);
    for (std::size_t count = 0; count <= 900; count += 1 + count / 10)
        BOOST_TEST(duplicate_at(numbered(count)) == -1);
}

BOOST_AUTO_TEST_CASE(the_second_of_two_equal_names_is_the_duplicate) {
    BOOST_TEST(duplicate_at("oneone") == 3);
    BOOST_TEST(duplicate_at("onetwoone") == 6);
    BOOST_TEST(duplicate_at("onetwothrtwoone") == 9);
    BOOST_TEST(duplicate_at("oneoneone") == 3);
    // One more than fit without memory.
    BOOST_TEST(duplicate_at("a00a01a02a03a04a05a06a07a01") == 24);
    BOOST_TEST(duplicate_at("a00a01a02a03a04a05a06a06a01") == 21);
    BOOST_TEST(duplicate_at("zzzzzzzzzzzzzzzzzzzzzzzzzzz") == 3);
}

BOOST_AUTO_TEST_CASE(each_pair_among_few_and_among_many_is_found) {
    for (const std::size_t count : {2U, 7U, 8U, 9U, 10U, 17U, 64U, 130U}) {
        for (std::size_t first = 0; first < count; ++first) {
            for (std::size_t second = first + 1; second < count; ++second) {
                std::string names = numbered(count);
                names.replace(second * name_length, name_length,
                              names.substr(first * name_length, name_length));
                BOOST_TEST_REQUIRE(duplicate_at(names) ==
                                   static_cast<std::ptrdiff_t>(second * name_length));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(of_many_duplicates_the_first_in_the_document_is_found) {
    std::mt19937 random{20261121};
    for (int round = 0; round < 3000; ++round) {
        std::string names;
        const std::size_t count = random() % (round % 10 == 0 ? 1000 : 30);
        const auto kinds = 1 + random() % 900;
        for (std::size_t i = 0; i < count; ++i) names += std::to_string(100 + random() % kinds);
        BOOST_TEST_REQUIRE(duplicate_at(names) == first_repeated(names));
    }
}

// Longer than the part that is hashed.
BOOST_AUTO_TEST_CASE(long_names_are_compared_to_their_ends) {
    const std::string prefix(40, 'p');
    std::string names;
    for (int i = 0; i < 20; ++i) names += prefix + static_cast<char>('a' + i % 19);
    scratch memory;
    name_set different(memory);
    name_set set(memory);
    for (std::size_t i = 0; i < 20; ++i) {
        const std::string_view name = std::string_view(names).substr(i * 41, 41);
        if (i < 19) BOOST_TEST(different.add(name));
        BOOST_TEST(set.add(name));
    }
    BOOST_TEST((different.find_duplicate() == nullptr));
    BOOST_TEST((set.find_duplicate() == names.data() + 19 * 41));
}

BOOST_AUTO_TEST_CASE(its_memory_goes_back_to_the_scratch) {
    scratch memory;
    const char* const before = memory.allocate<char>(8);
    for (int round = 0; round < 1000; ++round) {
        name_set set(memory);
        for (int i = 0; i < 20; ++i) BOOST_TEST_REQUIRE(set.add("name"));
    }
    BOOST_TEST(memory.capacity() < 5000U);
    BOOST_TEST(static_cast<const void*>(memory.allocate<char>(1)) <=
               static_cast<const void*>(before + 16));
}

BOOST_AUTO_TEST_CASE(a_few_names_need_no_memory) {
    scratch memory{std::span<std::byte>{}};
    name_set set(memory);
    for (const char* const name : {"a", "b", "c", "d", "e", "f", "g", "a"})
        BOOST_TEST(set.add(name));
    BOOST_TEST((set.find_duplicate() != nullptr));
    BOOST_TEST(!set.add("h"));
}

BOOST_AUTO_TEST_CASE(a_name_without_memory_is_not_added) {
    constexpr std::size_t numbered = sizeof(std::uint64_t) + sizeof(std::string_view);
    alignas(std::uint64_t) std::array<std::byte, 16 * numbered> bytes;
    for (std::size_t size = 0; size <= bytes.size(); ++size) {
        scratch memory{std::span(bytes).first(size)};
        name_set set(memory);
        for (int i = 0; i < 8; ++i) BOOST_TEST(set.add("a"));
        BOOST_TEST(set.add("a") == (size == bytes.size()));
    }
    scratch memory(bytes);
    name_set set(memory);
    for (int i = 0; i < 16; ++i) BOOST_TEST(set.add("a"));
    BOOST_TEST(!set.add("a"));
    BOOST_TEST((set.find_duplicate() != nullptr));
}

BOOST_AUTO_TEST_SUITE_END()
