// Every character reference and every short entity.
#include <ec2wire/codec/decode_xml.hpp>

#include "exhaustive/all.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <charconv>
#include <cstddef>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::tests;

namespace {

short_text reference_to(unsigned c, int base) {
    std::array<char, 16> digits{};
    const char* const end =
        std::to_chars(digits.data(), digits.data() + digits.size(), c, base).ptr;
    return short_text{}
        .put(base == 16 ? "&#x" : "&#")
        .put({digits.data(), static_cast<std::size_t>(end - digits.data())})
        .put(';');
}

// Returns how many numbers from 0 to 0x110FFF are accepted, or 0 if one of them is decoded wrong.
std::size_t count_references(int base) {
    scratch memory;
    std::size_t accepted = 0;
    for (unsigned c = 0; c <= 0x110FFF; c += stride) {
        const short_text reply = text_reply(reference_to(c, base).view());
        memory.clear();
        const auto decoded = decode_xml<note>(reply.view(), memory);
        if (decoded.has_value() != is_xml_character(c)) return 0;
        if (decoded && *decoded->text != short_text{}.put_utf8(c).view()) return 0;
        if (!decoded && decoded.error().code != errc::bad_reference) return 0;
        accepted += decoded.has_value();
    }
    return accepted;
}

// In an attribute, which is not a member of the shape and is checked nevertheless.
std::size_t count_references_in_attributes(int base) {
    scratch memory;
    std::size_t accepted = 0;
    for (unsigned c = 0; c <= 0x110FFF; c += stride) {
        const short_text reply =
            short_text{}.put("<NoteResponse a='").put(reference_to(c, base).view()).put("'/>");
        memory.clear();
        accepted += decode_xml<note>(reply.view(), memory).has_value();
    }
    return accepted;
}

// All scalar values but 29 controls, U+FFFE and U+FFFF.
constexpr std::size_t xml_characters = 0x110000 - 0x800 - 29 - 2;
static_assert(xml_characters == 1'112'033);

// Calls check for every name of that many letters.
template <class Check>
void for_each_name(std::size_t size, Check check) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    std::size_t count = 1;
    for (std::size_t i = 0; i < size; ++i) count *= letters.size();
    for (std::size_t n = 0; n < count; n += size < 3 ? 1 : stride) {
        std::array<char, 4> name{};
        for (std::size_t i = 0, rest = n; i < size; ++i, rest /= letters.size())
            name[i] = letters[rest % letters.size()];
        check(std::string_view(name.data(), size));
    }
}

// Returns the character of each of the five entities; NUL for any other name.
char meaning_of(std::string_view name) {
    if (name == "lt") return '<';
    if (name == "gt") return '>';
    if (name == "amp") return '&';
    if (name == "quot") return '"';
    return name == "apos" ? '\'' : '\0';
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exhaustive_character_references)

BOOST_AUTO_TEST_CASE(of_all_character_references_1112033_are_characters) {
    const std::size_t wanted = xml_characters;
    for (const int base : {10, 16}) {
        const std::size_t in_text = count_references(base);
        const std::size_t in_attributes = count_references_in_attributes(base);
        if (is_sanitized)
            BOOST_TEST((in_text != 0 && in_text == in_attributes));
        else
            BOOST_TEST((in_text == wanted && in_attributes == wanted));
    }
}

BOOST_AUTO_TEST_CASE(of_all_names_up_to_four_letters_five_are_entities) {
    scratch memory;
    std::size_t wrong = 0;
    std::size_t entities = 0;
    for (std::size_t size = 1; size <= 4; ++size) {
        for_each_name(size, [&](std::string_view name) {
            const short_text reply = text_reply(short_text{}.put('&').put(name).put(';').view());
            memory.clear();
            const auto decoded = decode_xml<note>(reply.view(), memory);
            const char meaning = meaning_of(name);
            entities += decoded.has_value();
            if (decoded) {
                wrong += *decoded->text != std::string_view(&meaning, 1);
            } else {
                wrong += meaning != '\0' || decoded.error().code != errc::bad_reference ||
                         decoded.error().offset <= reply_text_offset ||
                         decoded.error().offset > reply_text_offset + size + 1;
            }
        });
    }
    BOOST_TEST(wrong == 0U);
    if (!is_sanitized) BOOST_TEST(entities == 5U);
}

BOOST_AUTO_TEST_SUITE_END()
