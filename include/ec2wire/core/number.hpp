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

// A parse of one scalar's text: the value, or the index of the first character that no value of the
// type has there (the size of the text, if it ends too early).
template <class T>
using parsed = result<T, std::size_t>;

// Whether a type is one of the language's characters, which are no numbers: a std::u8string is no list of
// them.
template <class T>
concept character = std::same_as<T, char> || std::same_as<T, wchar_t> || std::same_as<T, char8_t> ||
    std::same_as<T, char16_t> || std::same_as<T, char32_t>;

// A number without a fraction, of at most 64 bits: neither bool nor a character, which are not read as
// one, nor __int128, which GNU's dialect of the language takes for integral.
template <class T>
concept integer = std::integral<T> && sizeof(T) <= sizeof(std::int64_t) &&
                  !std::same_as<std::remove_cv_t<T>, bool> && !character<std::remove_cv_t<T>>;

// ASCII alone, whatever the locale.
constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

// XML 1.0, production [3]: the white space that P4 lets stand around a number.
constexpr bool is_space(char c) noexcept { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// A decimal integer, whole and in range. Leading zeros are allowed; a plus sign, "-0", a fraction,
// an exponent and white space are not.
//
//   0064    -1    65536 as 16 bits
//   ----    --        ^ index 4: with this digit it is out of range
template <integer T>
constexpr parsed<T> parse_integer(std::string_view text) noexcept {
    const bool is_negative = std::is_signed_v<T> && text.starts_with('-');
    // In parentheses, here and elsewhere: <windows.h> defines max and min as macros of two arguments.
    const auto limit = static_cast<std::uint64_t>((std::numeric_limits<T>::max)()) +
                       static_cast<std::uint64_t>(is_negative);
    std::uint64_t magnitude = 0;
    std::size_t i = is_negative ? 1 : 0;
    const std::size_t first_digit = i;
    // So few digits cannot be out of range.
    const std::size_t few = i + std::numeric_limits<T>::digits10;
    for (; i < text.size(); ++i) {
        if (!is_digit(text[i])) return unexpected(i);
        const auto digit = static_cast<std::uint64_t>(text[i] - '0');
        if (i >= few && magnitude > (limit - digit) / 10) return unexpected(i);
        magnitude = magnitude * 10 + digit;
    }
    if (i == first_digit) return unexpected(i);
    if (is_negative && magnitude == 0) return unexpected(std::size_t{0});
    return static_cast<T>(is_negative ? ~magnitude + 1 : magnitude);
}

// The decimal digits of an integer, without allocation.
class integer_text {
  public:
    // Of an integer of any width.
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
        // There is at least one digit, which compilers do not see.
        const std::size_t first = first_ < sizeof digits_ ? first_ : sizeof digits_ - 1;
        return {digits_ + first, sizeof digits_ - first};
    }

  private:
    char digits_[20]{};  // "-9223372036854775808" and "18446744073709551615"
    std::size_t first_ = sizeof digits_;
};

// "true" or "false", as both Query protocols spell them.
constexpr parsed<bool> parse_boolean(std::string_view text) noexcept {
    if (text == "true") return true;
    if (text == "false") return false;
    const std::string_view nearest = text.starts_with('f') ? "false" : "true";
    std::size_t i = 0;
    while (i < text.size() && i < nearest.size() && text[i] == nearest[i]) ++i;
    return unexpected(i);
}

// The same the other way. Static storage.
constexpr std::string_view boolean_text(bool value) noexcept { return value ? "true" : "false"; }

}  // namespace ec2wire

#endif
