#ifndef EC2WIRE_CORE_NUMBER_HPP
#define EC2WIRE_CORE_NUMBER_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/result.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <type_traits>

namespace ec2wire {

// The result of parsing the text of a scalar: the value, or the index of the first character that is wrong
// (the size of the text if it ends too early).
template <class T>
using parsed = result<T, std::size_t>;

// A character type other than signed char and unsigned char, which are numbers here: a std::u8string is not a
// list of numbers.
template <class T>
concept character = std::same_as<T, char> || std::same_as<T, wchar_t> || std::same_as<T, char8_t> ||
    std::same_as<T, char16_t> || std::same_as<T, char32_t>;

// An integer of at most 64 bits: neither bool nor a character, which are not parsed as numbers, nor __int128,
// which GNU's dialect of C++ treats as integral.
template <class T>
concept integer = std::integral<T> && sizeof(T) <= sizeof(std::int64_t) &&
                  !std::same_as<std::remove_cv_t<T>, bool> && !character<std::remove_cv_t<T>>;

// Smithy's float and double. (A long double has other sizes on other machines.)
template <class T>
concept float_or_double = std::same_as<T, float> || std::same_as<T, double>;

// Whether a character is an ASCII digit, whatever the locale.
constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

// White space as XML 1.0 defines it in production [3]. Rule P4 (empty and padded values) allows it around
// numbers.
constexpr bool is_space(char c) noexcept { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

namespace detail {

// P4 (empty and padded values). Returns the text without the white space that may be around numbers, booleans
// and timestamps; `left` gets the number of characters removed before it.
//
//   "\n    64\n"
//          --
constexpr std::string_view trim(std::string_view text, std::size_t& left) noexcept {
    left = 0;
    while (left < text.size() && is_space(text[left])) ++left;
    std::size_t end = text.size();
    while (end > left && is_space(text[end - 1])) --end;
    return text.substr(left, end - left);
}

// The range of an integer type.
struct integer_range {
    std::uint64_t highest{};
    bool is_signed{};  // the lowest number is -highest - 1, else 0
};

template <integer T>
inline constexpr integer_range range_of{
    // Parenthesized, here and elsewhere, because <windows.h> defines max and min as function-like macros.
    static_cast<std::uint64_t>((std::numeric_limits<T>::max)()), std::is_signed_v<T>};

// Parses an integer of that range; a negative one is in two's complement.
EC2WIRE_NOINLINE constexpr parsed<std::uint64_t> parse_in_range(std::string_view text,
                                                                integer_range range) noexcept {
    const bool is_negative = range.is_signed && text.starts_with('-');
    const std::uint64_t limit = range.highest + (is_negative ? 1 : 0);
    std::uint64_t magnitude = 0;
    std::size_t i = is_negative ? 1 : 0;
    const std::size_t first_digit = i;
    for (; i < text.size(); ++i) {
        if (!is_digit(text[i])) return unexpected(i);
        const auto digit = static_cast<std::uint64_t>(text[i] - '0');
        if (magnitude > (limit - digit) / 10) return unexpected(i);
        magnitude = magnitude * 10 + digit;
    }
    if (i == first_digit) return unexpected(i);
    if (is_negative && magnitude == 0) return unexpected(std::size_t{0});
    return is_negative ? ~magnitude + 1 : magnitude;
}

}  // namespace detail

// Parses a decimal integer that is in range, without anything around it. Leading zeros are allowed; a plus
// sign, "-0", a fraction, an exponent and white space are not.
//
//   0064    -1    65536 as 16 bits
//   ----    --        ^ index 4: with this digit it is out of range
template <integer T>
constexpr parsed<T> parse_integer(std::string_view text) noexcept {
    const auto number = detail::parse_in_range(text, detail::range_of<T>);
    if (!number) return unexpected(number.error());
    return static_cast<T>(*number);
}

// The decimal digits of an integer, without allocation.
class integer_text {
  public:
    // Formats an integer of at most 64 bits.
    template <integer T>
    constexpr explicit integer_text(T value) noexcept {
        const bool is_negative = value < 0;
        auto magnitude = static_cast<std::uint64_t>(value);
        if (is_negative) magnitude = ~magnitude + 1;
        do {
            digits_[--first_] = static_cast<char>('0' + magnitude % 10);
            magnitude /= 10;
        } while (magnitude != 0);
        if (is_negative) digits_[--first_] = '-';
    }

    // A view into this object.
    constexpr std::string_view view() const noexcept EC2WIRE_LIFETIMEBOUND {
        // There is at least one digit, which the compiler cannot know.
        const std::size_t first = first_ < sizeof digits_ ? first_ : sizeof digits_ - 1;
        return {digits_ + first, sizeof digits_ - first};
    }

  private:
    char digits_[20]{};  // "-9223372036854775808" and "18446744073709551615"
    std::size_t first_ = sizeof digits_;
};

// Parses "true" or "false", in any mix of upper and lower case: servers and clients in Python write "True". The
// error is the index of the first character that differs.
constexpr parsed<bool> parse_boolean(std::string_view text) noexcept {
    if (text == "true") return true;
    if (text == "false") return false;
    const bool value = text.empty() || (text[0] | 0x20) != 'f';
    const std::string_view word = value ? "true" : "false";
    std::size_t i = 0;
    while (i < text.size() && i < word.size() && (text[i] | 0x20) == word[i]) ++i;
    if (i == text.size() && i == word.size()) return value;
    return unexpected(i);
}

// Returns "true" or "false". Static storage.
constexpr std::string_view boolean_text(bool value) noexcept { return value ? "true" : "false"; }

}  // namespace ec2wire

#endif
