#ifndef EC2WIRE_TESTS_CODEC_ENCODE_INTO_SCRATCH_HPP
#define EC2WIRE_TESTS_CODEC_ENCODE_INTO_SCRATCH_HPP

#include <ec2wire/core/error.hpp>
#include <ec2wire/core/memory_source.hpp>
#include <ec2wire/core/scratch.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace ec2wire::tests {

// Checks that encode(scratch), whose text is `wanted`, writes it to a scratch of each kind: one without
// memory, one that is large enough, one that is full, and fixed ones that lack bytes at the end.
template <class Encode>
void check_into_scratch(std::string_view wanted, Encode encode) {
    scratch memory;
    const auto grown = encode(memory);
    BOOST_TEST_REQUIRE(grown.has_value());
    BOOST_TEST((*grown == wanted));

    // A second text is placed right behind the first, which stays as it is.
    const std::size_t room = memory.room();
    const auto second = encode(memory);
    BOOST_TEST_REQUIRE(second.has_value());
    BOOST_TEST((*grown == wanted && *second == wanted));
    if (wanted.size() <= room) {
        BOOST_TEST((second->data() == grown->data() + wanted.size()));
        BOOST_TEST(memory.room() == room - wanted.size());
    }

    memory.clear();
    const std::size_t capacity = memory.capacity();
    BOOST_TEST((encode(memory).value() == wanted));
    BOOST_TEST(memory.capacity() == capacity);

    // A scratch that may grow to the size of the text can hold it.
    scratch limited(heap, wanted.size());
    BOOST_TEST((encode(limited).value() == wanted));
    scratch smaller(heap, wanted.size() - 1);
    BOOST_TEST((encode(smaller).error() == encode_error{errc::out_of_memory, {}, 0, 0}));

    for (const std::size_t missing : {0U, 1U, 20U}) {
        std::vector<std::byte> bytes(wanted.size() + 8, std::byte{'#'});
        scratch fixed{std::span(bytes).first(wanted.size() - missing)};
        const auto text = encode(fixed);
        if (missing == 0) {
            BOOST_TEST((text.value() == wanted));
        } else {
            BOOST_TEST((text.error() == encode_error{errc::out_of_memory, {}, 0, 0}));
            BOOST_TEST(fixed.room() == wanted.size() - missing);
        }
        for (std::size_t i = wanted.size() - missing; i < bytes.size(); ++i)
            BOOST_TEST((bytes[i] == std::byte{'#'}));
    }
}

// Checks that encode(scratch) fails with this error, even without memory, and gives back the room that it
// used.
template <class Encode>
void check_not_into_scratch(const encode_error& error, Encode encode) {
    scratch memory;
    memory.allocate<char>(100);
    const std::size_t room = memory.room();
    BOOST_TEST((encode(memory).error() == error));
    BOOST_TEST(memory.room() == room);
    scratch without_memory(heap, 0);
    BOOST_TEST((encode(without_memory).error() == error));
}

// Checks that encode(scratch, view) refuses a view of memory that was cleared.
template <class Encode>
void check_no_cleared_view([[maybe_unused]] Encode encode) {
    if constexpr (!detail::has_address_sanitizer) {  // which would end the test
        scratch memory;
        char* const text = memory.allocate<char>(64);
        for (std::size_t i = 0; i < 64; ++i) text[i] = 'i';
        BOOST_TEST(encode(memory, std::string_view(text, 64)).has_value());
        memory.clear();
        BOOST_TEST((encode(memory, std::string_view(text, 64)).error() ==
                    encode_error{errc::overlapping_buffer, {}, 0, 0}));
        BOOST_TEST(memory.room() == memory.capacity());
    }
}

}  // namespace ec2wire::tests

#endif
