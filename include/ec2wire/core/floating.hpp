#ifndef EC2WIRE_CORE_FLOATING_HPP
#define EC2WIRE_CORE_FLOATING_HPP

#include <ec2wire/core/number.hpp>

#include <bit>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string_view>
#include <system_error>
#include <type_traits>

namespace ec2wire {

namespace detail {

// Returns the length of the longest prefix of `text` that can begin a decimal number such as -12.5e+3.
constexpr std::size_t decimal_prefix(std::string_view text) noexcept {
    std::size_t i = text.starts_with('-') ? 1 : 0;
    const auto skip_digits = [&] {
        const std::size_t first = i;
        while (i < text.size() && is_digit(text[i])) ++i;
        return i > first;
    };
    if (!skip_digits()) return i;
    if (i < text.size() && text[i] == '.') {
        ++i;
        if (!skip_digits()) return i;
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
        const std::size_t exponent = i;
        if (!skip_digits()) return exponent;
    }
    return i;
}

// Whether the last character is a digit, as a decimal number's must be: "1.", "1e" and "-" end too early.
constexpr bool ends_in_digit(std::string_view text) noexcept {
    return !text.empty() && is_digit(text.back());
}

// False with libc++ before 20, which has no std::from_chars for floating-point numbers.
template <class T>
concept read_by_from_chars = requires(const char* text, T& value) {
    std::from_chars(text, text, value);
};

// Returns the exponent that follows an 'e', bounded far above the length of any text.
inline long long exponent_of(std::string_view text) noexcept {
    long long exponent = 0;
    for (const char c : text)
        if (is_digit(c) && exponent < 1'000'000'000'000'000) exponent = exponent * 10 + (c - '0');
    return text.starts_with('-') ? -exponent : exponent;
}

// Reads a decimal number with the C library; false if it is out of range. The decimal point is removed first,
// because in other locales it is another character:
//
//   -012.50e+3   ->   1250e1
template <float_or_double T>
bool read_by_strtod(std::string_view text, T& value) noexcept {
    // More digits than any number halfway between two doubles has. Of the digits after these, only whether
    // all are 0 matters.
    constexpr std::size_t max_digits = 800;
    char plain[max_digits + 32];
    std::size_t size = 0, i = text.starts_with('-') ? 1 : 0;
    long long exponent = 0;
    bool is_fraction = false;
    for (; i < text.size() && text[i] != 'e' && text[i] != 'E'; ++i) {
        if (text[i] == '.') {
            is_fraction = true;
            continue;
        }
        exponent += (size == max_digits ? 1 : 0) - (is_fraction ? 1 : 0);
        if (size == max_digits && text[i] != '0')
            plain[max_digits - 1] = '1';
        else if (size != max_digits && (size != 0 || text[i] != '0'))
            plain[size++] = text[i];
    }
    const bool is_zero = size == 0;
    if (is_zero) plain[size++] = '0';
    if (i < text.size()) exponent += exponent_of(text.substr(i + 1));
    plain[size++] = 'e';
    *std::to_chars(plain + size, plain + sizeof plain - 1, exponent).ptr = '\0';
    if constexpr (sizeof(T) == sizeof(float))
        value = std::strtof(plain, nullptr);
    else
        value = std::strtod(plain, nullptr);
    const bool is_in_range = is_zero || (value > 0 && value <= (std::numeric_limits<T>::max)());
    if (text.starts_with('-')) value = -value;
    return is_in_range;
}

template <float_or_double T>
bool read_decimal(std::string_view text, T& value) noexcept {
    if constexpr (read_by_from_chars<T>)
        return std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc{};
    else
        return read_by_strtod(text, value);
}

// Infinity and NaN, by their bits: with -ffast-math clang++ 19 warns of those of std::numeric_limits.
inline constexpr double infinity = std::bit_cast<double>(std::uint64_t{0x7FF} << 52);
inline constexpr double not_a_number = std::bit_cast<double>(std::uint64_t{0x7FF8} << 48);

// Classifies a number by the bits of a float or a double: with -ffast-math a compiler assumes that every
// comparison is one of finite numbers.
enum class float_class { finite, nan, infinite };

template <float_or_double T>
constexpr float_class float_class_of(T value) noexcept {
    using bits = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
    constexpr bits infinite = std::bit_cast<bits>(static_cast<T>(infinity));
    const bits magnitude = std::bit_cast<bits>(value) & (std::numeric_limits<bits>::max)() / 2;
    if (magnitude < infinite) return float_class::finite;
    return magnitude == infinite ? float_class::infinite : float_class::nan;
}

// Whether the sign bit is set, also that of a NaN.
template <float_or_double T>
constexpr bool is_negative(T value) noexcept {
    if constexpr (sizeof(T) == sizeof(float))
        return std::bit_cast<std::int32_t>(value) < 0;
    else
        return std::bit_cast<std::int64_t>(value) < 0;
}

}  // namespace detail

// Parses a float or a double: decimal digits with an optional fraction and exponent, or one of the protocol's
// three names NaN, Infinity and -Infinity. Hexadecimal, "inf", a plus sign and numbers out of range are
// refused.
template <float_or_double T>
parsed<T> parse_floating(std::string_view text) noexcept {
    if (text == "NaN") return static_cast<T>(detail::not_a_number);
    if (text == "Infinity") return static_cast<T>(detail::infinity);
    if (text == "-Infinity") return static_cast<T>(-detail::infinity);
    if (const std::size_t size = detail::decimal_prefix(text);
        size != text.size() || !detail::ends_in_digit(text))
        return unexpected(size);
    T value{};
    if (!detail::read_decimal(text, value)) return unexpected(text.size());
    return value;
}

// The shortest text that parses as the same value; NaN, Infinity and -Infinity by name.
class floating_text {
  public:
    // Formats a float or a double.
    template <float_or_double T>
    explicit floating_text(T value) noexcept {
        switch (detail::float_class_of(value)) {
            case detail::float_class::nan: text_ = "NaN"; break;
            case detail::float_class::infinite:
                text_ = detail::is_negative(value) ? "-Infinity" : "Infinity";
                break;
            case detail::float_class::finite:
                size_ = static_cast<std::size_t>(
                    std::to_chars(digits_, digits_ + sizeof digits_, value).ptr - digits_);
        }
    }

    // Whether the text is a number and not one of the names.
    bool is_finite() const noexcept { return size_ != 0; }

    // A view into this object.
    std::string_view view() const noexcept EC2WIRE_LIFETIMEBOUND {
        return size_ == 0 ? text_ : std::string_view(digits_, size_);
    }

  private:
    char digits_[32];  // "-2.2250738585072014e-308" takes 24
    std::size_t size_ = 0;
    std::string_view text_{};
};

}  // namespace ec2wire

#endif
