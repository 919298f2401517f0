// Every sequence of one to four bytes as UTF-8: on its own, in a reply, and in a request.
#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>
#include <ec2wire/core/utf8.hpp>

#include "exhaustive/all.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::tests;

namespace {

// The sequences in byte order, with the character that each encodes, or none. UTF-8 sorts like its
// characters, so only the next character has to be compared.
//
// Leaves out sequences that begin with a shorter character, and those whose first byte is invalid: two bytes
// begin with 80 to FF, three with E0 to FF, four with F0 to F4.
template <class Check>
void for_each_sequence(std::size_t size, unsigned step, Check check) {
    constexpr std::array<unsigned, 4> first_leads{0x00, 0x80, 0xE0, 0xF0};
    constexpr std::array<unsigned, 4> first_characters{0x00, 0x80, 0x800, 0x10000};
    const unsigned follow = 8 * static_cast<unsigned>(size - 1);
    unsigned character = first_characters[size - 1];
    short_text wanted = short_text{}.put_utf8(character);
    const auto advance = [&] {
        character += character == 0xD7FF ? 0x801u : 1u;
        wanted = short_text{}.put_utf8(character);
    };
    const std::size_t begin = std::size_t{first_leads[size - 1]} << follow;
    const std::size_t end = std::size_t{size == 4 ? 0xF5U : 0x100U} << follow;
    for (std::size_t n = begin; n < end; n += step) {
        std::array<char, 4> bytes{};
        for (std::size_t i = 0; i < size; ++i)
            bytes[i] = static_cast<char>(n >> 8 * (size - 1 - i) & 0xFF);
        const std::string_view text(bytes.data(), size);
        while (character <= 0x10FFFF && wanted.view().size() == size && wanted.view() < text)
            advance();
        const bool is_character = character <= 0x10FFFF && wanted.view() == text;
        check(text, is_character ? static_cast<int>(character) : -1);
    }
}

// Of the sequences of four bytes every seventh is tried in a reply and in a request, so that the lead byte,
// the second byte and each byte after it still take all their values.
unsigned step_of(std::size_t size) { return size < 3 ? 1 : size < 4 ? stride : 7 * stride; }

}  // namespace

BOOST_AUTO_TEST_SUITE(exhaustive_utf8)

BOOST_AUTO_TEST_CASE(of_all_sequences_1112064_are_characters) {
    std::size_t characters = 0;
    std::size_t wrong = 0;
    for (std::size_t size = 1; size <= 4; ++size) {
        for_each_sequence(size, size < 3 ? 1 : stride, [&](std::string_view text, int character) {
            const utf8_character read = read_utf8(text);
            const bool is_whole = read.size == size;
            characters += is_whole;
            wrong += is_whole != (character >= 0) ||
                     (is_whole && read.code_point != static_cast<char32_t>(character)) ||
                     is_whole != (find_bad_utf8(text) == size);
        });
    }
    BOOST_TEST(wrong == 0U);
    if (!is_sanitized) BOOST_TEST(characters == 1'112'064U);
}

BOOST_AUTO_TEST_CASE(a_reply_accepts_those_that_are_characters_of_xml) {
    scratch memory;
    std::size_t wrong = 0;
    for (std::size_t size = 1; size <= 4; ++size) {
        for_each_sequence(size, step_of(size), [&](std::string_view text, int character) {
            const short_text reply = text_reply(text);
            memory.clear();
            const auto decoded = decode_xml<note>(reply.view(), memory);
            if (character == '<' || character == '&') {
                wrong += decoded.has_value();
            } else if (character >= 0 && is_xml_character(static_cast<unsigned>(character))) {
                wrong += !decoded || *decoded->text != (character == '\r' ? "\n" : text);
            } else {
                const errc code = character >= 0 ? errc::bad_character : errc::not_utf8;
                wrong += decoded.has_value() || decoded.error().code != code ||
                         decoded.error().offset < reply_text_offset ||
                         decoded.error().offset > reply_text_offset + text.size();
            }
        });
    }
    BOOST_TEST(wrong == 0U);
}

BOOST_AUTO_TEST_CASE(a_request_accepts_those_that_are_characters) {
    std::size_t wrong = 0;
    for (std::size_t size = 1; size <= 4; ++size) {
        for_each_sequence(size, step_of(size), [&](std::string_view text, int character) {
            const auto query = encoded_size(note{.text = text, .code = {}});
            wrong += query.has_value() != (character >= 0);
            if (!query)
                wrong += query.error().code != errc::not_utf8 || query.error().offset >= size;
        });
    }
    BOOST_TEST(wrong == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
