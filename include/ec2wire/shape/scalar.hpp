#ifndef EC2WIRE_SHAPE_SCALAR_HPP
#define EC2WIRE_SHAPE_SCALAR_HPP

#include <ec2wire/core/base64.hpp>
#include <ec2wire/core/floating.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/core/timestamp.hpp>
#include <ec2wire/core/timestamp_text.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/schema.hpp>

#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>

namespace ec2wire::detail {

// Converts a scalar to and from its text on the wire (rules R6 for requests and P4 for replies): the text
// between two tags, or after a '='. The format of each type is defined here and nowhere else.

template <class T>
constexpr auto parse_trimmed(std::string_view text) noexcept {
    if constexpr (std::same_as<T, bool>) {
        return parse_boolean(text);
    } else if constexpr (integer<T>) {
        return parse_integer<T>(text);
    } else if constexpr (float_or_double<T>) {
        return parse_floating<T>(text);
    } else {
        return parse_timestamp(text);
    }
}

// Decodes a blob from base64, into the scratch or into the caller's container.
template <blob_like T>
constexpr scalar_fault read_blob(T& target, std::string_view text, scratch& memory) {
    std::byte* bytes = memory.allocate<std::byte>(base64_capacity(text));
    if (bytes == nullptr) return {errc::out_of_memory, 0};
    const auto size = read_base64(text, bytes);
    if (!size) return {errc::bad_value, size.error()};
    memory.shrink(bytes, *size, base64_capacity(text));
    if constexpr (std::constructible_from<T, const std::byte*, std::size_t>) {
        target = T(bytes, *size);
    } else {
        target = T(bytes, bytes + *size);
    }
    return {};
}

// Sets `target` to the value of `text`. A view refers to the text itself, which must be in the caller's bytes
// or in the scratch.
template <scalar T>
constexpr scalar_fault read_scalar(T& target, std::string_view text, scratch& memory) {
    if constexpr (string_like<T>) {
        target = T(text);
        return {};
    } else if constexpr (blob_like<T>) {
        return read_blob(target, text, memory);
    } else if constexpr (wire_scalar<T>) {
        typename T::wire_type wire{};
        const scalar_fault fault = read_scalar(wire, text, memory);
        if (!fault) target = T(wire);
        return fault;
    } else if constexpr (number_enum<T>) {
        std::underlying_type_t<T> number{};
        const scalar_fault fault = read_scalar(number, text, memory);
        if (!fault) target = T(number);
        return fault;
    } else {
        std::size_t left = 0;
        const auto value = parse_trimmed<T>(trim(text, left));
        if (!value) return {errc::bad_value, left + value.error()};
        target = *value;
        return {};
    }
}

// Calls put(std::string_view) with the pieces of a value's text. False if the value has no text: a timestamp
// outside the years 0 to 9999.
template <scalar T, class Put>
constexpr bool write_scalar(const T& value, timestamp_format format, Put&& put) {
    if constexpr (string_like<T>) {
        put(std::string_view(value));
    } else if constexpr (blob_like<T>) {
        write_base64({value.data(), value.size()}, [&](char c) { put(std::string_view(&c, 1)); });
    } else if constexpr (wire_scalar<T>) {
        return write_scalar(value.wire(), format, put);
    } else if constexpr (number_enum<T>) {
        return write_scalar(static_cast<std::underlying_type_t<T>>(value), format, put);
    } else if constexpr (std::same_as<T, bool>) {
        put(boolean_text(value));
    } else if constexpr (integer<T>) {
        put(integer_text(value).view());
    } else if constexpr (float_or_double<T>) {
        put(floating_text(value).view());
    } else {
        const timestamp_text text(value, format);
        put(text.view());
        return !text.view().empty();
    }
    return true;
}

}  // namespace ec2wire::detail

#endif
