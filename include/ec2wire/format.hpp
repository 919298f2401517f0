#ifndef EC2WIRE_FORMAT_HPP
#define EC2WIRE_FORMAT_HPP

// Opt-in: std::format for the types that text.hpp has a to_string for, with the width, fill and alignment of
// a string. Where the standard library has no <format>, this header only includes text.hpp.

#include <ec2wire/text.hpp>

#include <version>

#if defined(__cpp_lib_format)
#include <format>

template <class T>
    requires ec2wire::detail::has_log_text<T>
struct std::formatter<T, char> : std::formatter<std::string_view, char> {
    template <class Context>
    auto format(const T& value, Context& context) const {
        return std::formatter<std::string_view, char>::format(to_string(value), context);
    }
};

#endif

#endif
