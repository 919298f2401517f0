#ifndef EC2WIRE_CODEC_HOST_PREFIX_HPP
#define EC2WIRE_CODEC_HOST_PREFIX_HPP

#include <ec2wire/core/error.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_of.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ec2wire {

namespace detail {

// The most characters of a label (RFC 1123, section 2.1), which is the text between two dots of a host name.
inline constexpr std::size_t max_host_label = 63;

// Whether a string can be a label of a host name: 1 to 63 letters, digits and '-', which is neither first nor
// last.
constexpr bool is_host_label(std::string_view text) noexcept {
    if (text.empty() || text.size() > max_host_label || text.front() == '-' || text.back() == '-')
        return false;
    for (const char c : text) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!is_letter && !is_digit(c) && c != '-') return false;
    }
    return true;
}

template <class T>
inline constexpr bool is_text = string_like<T>;
template <nullable T>
inline constexpr bool is_text<T> =
    is_text<std::remove_cvref_t<decltype(*std::declval<const T&>())>>;

// The first name in braces, and the text before and after it. If there is none, everything is before.
//
//   data-{AccountId}.
//   -----           -
struct prefix_parts {
    std::string_view before;
    std::string_view name;
    std::string_view behind;
};

constexpr prefix_parts first_label(std::string_view pattern) noexcept {
    const std::size_t open = pattern.find('{');
    const std::size_t close = pattern.find('}', open);
    if (close == pattern.npos || close == open + 1) return {pattern, {}, {}};
    return {pattern.substr(0, open), pattern.substr(open + 1, close - open - 1),
            pattern.substr(close + 1)};
}

// Whether every name in braces is that of a string member.
template <class T>
constexpr bool has_labels(std::string_view pattern) {
    auto parts = first_label(pattern);
    for (; !parts.name.empty(); parts = first_label(parts.behind)) {
        // for_each_field() stops at the member with this name.
        const bool is_missing = for_each_field<T>([&](auto index) {
            return !is_text<member_type_of<T, index>> ||
                   field_at<index>(fields_of<T>).info.name != parts.name;
        });
        if (is_missing) return false;
    }
    return parts.before.find('{') == pattern.npos;
}

// Returns the value of the string member with that name; empty if it is not set.
inline std::string_view label_of(const structure_schema& structure, const void* request,
                                 std::string_view name) {
    for (const member_schema& member : structure) {
        if (member.name != name) continue;
        const void* const value = value_in(*member.type, member.in(request));
        return value == nullptr ? std::string_view() : text_in(*member.type, value);
    }
    return {};
}

// Whether a label of a host name is too long, of which one may be made of several parts: "data-{AccountId}."
inline bool has_long_label(std::string_view host) noexcept {
    while (host.size() > max_host_label) {
        const std::size_t dot = host.find('.');
        if (dot == host.npos || dot > max_host_label) return true;
        host.remove_prefix(dot + 1);
    }
    return false;
}

// Replaces each name in braces by the member's value.
inline result<std::string, encode_error> fill_host_prefix(std::string_view pattern,
                                                          const structure_schema& structure,
                                                          const void* request) {
    std::string prefix;
    std::string_view last;  // the name that was replaced last
    for (auto parts = first_label(pattern);; parts = first_label(parts.behind)) {
        prefix += parts.before;
        if (has_long_label(prefix)) return unexpected(encode_error{errc::bad_value, last, 0, 0});
        if (parts.name.empty()) return prefix;
        const std::string_view label = label_of(structure, request, parts.name);
        if (!is_host_label(label)) {
            const errc code = label.empty() ? errc::missing_member : errc::bad_value;
            return unexpected(encode_error{code, parts.name, 0, 0});
        }
        prefix += label;
        last = parts.name;
    }
}

}  // namespace detail

// A request whose operation has a host prefix (smithy.api#endpoint).
template <class T>
concept has_host_prefix = message_shape<T> && requires {
    std::string_view(T::host_prefix);
};

// Returns the prefix of the service's host name: the shape's pattern, in which each name in braces is
// replaced by the value of that member. The member is in the body as well.
//
//     static constexpr std::string_view host_prefix = "data-{AccountId}.";
//     // data-123456789012.
//
// The error is missing_member for a member that is not set or empty, and bad_value for a value that a host
// name cannot contain: a label has letters, digits and '-', at most 63 with the text of the pattern.
template <has_host_prefix T>
result<std::string, encode_error> host_prefix(const T& request) {
    static_assert(detail::has_labels<T>(T::host_prefix),
                  "ec2wire: a name in the braces of a host prefix is that of a text member");
    return detail::fill_host_prefix(T::host_prefix,
                                    detail::structure_of<T, detail::schema_use::encoding>::schema,
                                    std::addressof(request));
}

}  // namespace ec2wire

#endif
