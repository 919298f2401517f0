#ifndef EC2WIRE_TESTS_CODEC_BITWISE_EQUAL_HPP
#define EC2WIRE_TESTS_CODEC_BITWISE_EQUAL_HPP

#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/reply.hpp>

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace ec2wire::tests {

template <class T>
bool is_bitwise_equal(const maybe<T>& a, const maybe<T>& b);

// Whether two values are bitwise equal. This is stricter than ==, which ignores the high byte of a state
// code, and by which a NaN is never equal.
template <class T>
bool is_bitwise_equal(const T& a, const T& b) {
    if constexpr (structure<T>) {
        return for_each_field<T>([&](auto i) {
            const auto member = field_at<i()>(fields_of<T>).pointer;
            return is_bitwise_equal(a.*member, b.*member);
        });
    } else if constexpr (requires { typename T::wire_type; }) {
        return is_bitwise_equal(a.wire(), b.wire());
    } else if constexpr (string_like<T>) {
        return a == b;
    } else if constexpr (nullable<T>) {
        return a.has_value() == b.has_value() && (!a.has_value() || is_bitwise_equal(*a, *b));
    } else if constexpr (list_like<T>) {
        if (a.size() != b.size()) return false;
        for (std::size_t i = 0; i < a.size(); ++i)
            if (!is_bitwise_equal(a[i], b[i])) return false;
        return true;
    } else if constexpr (std::same_as<T, float>) {
        return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b);
    } else if constexpr (std::same_as<T, double>) {
        return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
    } else {
        return a == b;
    }
}

// A `maybe` derives from its content, and also stores whether it is present.
template <class T>
bool is_bitwise_equal(const maybe<T>& a, const maybe<T>& b) {
    return a.has_value() == b.has_value() &&
           is_bitwise_equal(static_cast<const T&>(a), static_cast<const T&>(b));
}

template <class T>
bool is_bitwise_equal(const reply<T>& a, const reply<T>& b) {
    if (a.has_value() != b.has_value()) return false;
    return a.has_value() ? is_bitwise_equal(*a, *b) : a.error() == b.error();
}

}  // namespace ec2wire::tests

#endif
