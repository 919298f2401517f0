#ifndef EC2WIRE_TESTS_CODEC_SCALAR_TEXT_HPP
#define EC2WIRE_TESTS_CODEC_SCALAR_TEXT_HPP

#include <ec2wire/core/utf8.hpp>
#include <ec2wire/shape/schema.hpp>

#include "codec/random_decisions.hpp"

#include <array>
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

// Random texts of scalars, over the whole range that every type of the library can hold.
namespace ec2wire::tests {

// A character that XML, JSON and queries can all carry, of one to four bytes.
inline char32_t random_character(decisions& decide) {
    static constexpr std::u32string_view telling = U"&<>\"'\\/%+=;] \t\n\r\u007F";
    switch (decide.below(8)) {
        case 0: return telling[decide.below(telling.size())];
        case 1: return static_cast<char32_t>(0x80 + decide.below(0x700));
        case 2: return static_cast<char32_t>(0x800 + decide.below(0xD000));
        case 3: return static_cast<char32_t>(0x10000 + decide.below(0x100000));
        default: return static_cast<char32_t>(' ' + decide.below(95));
    }
}

// Up to 80 bytes; half of the texts have only plain characters.
inline std::string random_text(decisions& decide) {
    static constexpr std::array<std::string_view, 6> words{"", "null", "true", "NaN", " ", "-0"};
    if (decide.one_in(8)) return std::string(decide.of(words));
    const bool is_plain = decide.one_in(2);
    std::string text;
    const std::size_t size = decide.below(decide.one_in(4) ? 80 : 20);
    while (text.size() < size) {
        std::array<char, 4> bytes{};
        const char32_t c =
            is_plain ? static_cast<char32_t>('a' + decide.below(26)) : random_character(decide);
        const char* const end = write_utf8(c, bytes.data());
        text.append(bytes.data(), static_cast<std::size_t>(end - bytes.data()));
    }
    return text;
}

// Up to 20 digits, more than some types can hold.
inline std::string random_integer(decisions& decide) {
    std::string digits = decide.one_in(3) ? "-" : "";
    digits += static_cast<char>('0' + decide.below(10));
    if (digits.back() == '0') return "0";
    for (std::size_t more = decide.below(decide.one_in(2) ? 3 : 20); more > 0; --more)
        digits += static_cast<char>('0' + decide.below(10));
    return digits;
}

inline std::string random_floating(decisions& decide) {
    static constexpr std::array<std::string_view, 10> special{
        "NaN",  "Infinity",     "-Infinity", "-0",     "0.1",
        "1e-7", "3.4028235e38", "1.5e300",   "5e-324", "16777217"};
    if (decide.one_in(2)) return std::string(decide.of(special));
    return random_integer(decide) + "." + std::to_string(decide.below(100000)) + "e" +
           std::to_string(decide.below(60)).insert(0, decide.one_in(2) ? "-" : "");
}

// Base64 of up to 60 bytes.
inline std::string random_base64(decisions& decide) {
    static constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    static constexpr std::array<std::string_view, 4> ends{"", "+/8=", "/w==", "AA=="};
    std::string text;
    for (std::size_t size = decide.below(decide.one_in(4) ? 20 : 5) * 4; size > 0; --size)
        text += alphabet[decide.below(alphabet.size())];
    return text.append(decide.of(ends));
}

// A date-time of the years 0 to 9999, with up to nine digits of fraction.
inline std::string random_time(decisions& decide) {
    const auto part = [&](std::size_t end) { return static_cast<unsigned>(decide.below(end)); };
    const unsigned year = decide.one_in(4) ? part(10000) : 1970 + part(80);
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04u-%02u-%02uT%02u:%02u:%02u", year, 1 + part(12),
                  1 + part(28), part(24), part(60), part(60));
    std::string time = text.data();
    if (decide.one_in(2)) time += '.';
    if (time.back() == '.')
        for (unsigned digits = 1 + part(9); digits > 0; --digits)
            time += static_cast<char>('0' + part(10));
    return time + 'Z';
}

// A text of a scalar of this kind. An integer or a number may be out of the type's range.
inline std::string scalar_text(detail::value_kind kind, decisions& decide) {
    switch (kind) {
        case detail::value_kind::text: return random_text(decide);
        case detail::value_kind::blob: return random_base64(decide);
        case detail::value_kind::boolean: return decide.one_in(2) ? "true" : "false";
        case detail::value_kind::integer: return random_integer(decide);
        case detail::value_kind::floating: return random_floating(decide);
        default: return random_time(decide);
    }
}

}  // namespace ec2wire::tests

#endif
