#ifndef EC2WIRE_CORE_FLOATING_HPP
#define EC2WIRE_CORE_FLOATING_HPP

#include <ec2wire/core/number.hpp>

#include <charconv>
#include <concepts>
#include <cstddef>
#include <limits>
#include <string_view>
#include <system_error>

namespace ec2wire {

namespace detail {

// How many characters of `text` are a decimal number: -12.5e+3. All of them, if it is one.
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

// Where a number stops that must not stop there: "1.", "1e" and "-" end too early.
constexpr bool ends_in_digit(std::string_view text) noexcept {
    return !text.empty() && is_digit(text.back());
}

}  // namespace detail

// A float or a double: decimal digits with an optional fraction and exponent, or one of the
// protocol's three names. Not hexadecimal, not "inf", no plus sign, nothing out of range.
template <std::floating_point T>
parsed<T> parse_floating(std::string_view text) noexcept {
    if (text == "NaN") return std::numeric_limits<T>::quiet_NaN();
    if (text == "Infinity") return std::numeric_limits<T>::infinity();
    if (text == "-Infinity") return -std::numeric_limits<T>::infinity();
    if (const std::size_t size = detail::decimal_prefix(text);
        size != text.size() || !detail::ends_in_digit(text))
        return unexpected(size);
    T value{};
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{}) return unexpected(text.size());
    return value;
}

// The shortest text that reads back as the same value; NaN, Infinity and -Infinity by name.
class floating_text {
  public:
    // Of a float or a double.
    template <std::floating_point T>
    explicit floating_text(T value) noexcept {
        if (value != value) {
            text_ = "NaN";
        } else if (value == std::numeric_limits<T>::infinity()) {
            text_ = "Infinity";
        } else if (value == -std::numeric_limits<T>::infinity()) {
            text_ = "-Infinity";
        } else {
            size_ = static_cast<std::size_t>(
                std::to_chars(digits_, digits_ + sizeof digits_, value).ptr - digits_);
        }
    }

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
