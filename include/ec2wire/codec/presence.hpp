#ifndef EC2WIRE_CODEC_PRESENCE_HPP
#define EC2WIRE_CODEC_PRESENCE_HPP

#include <ec2wire/codec/query_names.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>

#include <cstddef>
#include <tuple>
#include <type_traits>

namespace ec2wire::detail {

// R5. What of a request is sent, and what is left out. (Not whether it is set: a union of which no
// member is set leaves no pair either.)

template <class Protocol, class T>
constexpr bool is_left_out(const T& member);

template <class Protocol, structure T>
constexpr std::size_t count_sent(const T& value) {
    std::size_t count = 0;
    for_each_field<T>([&](auto index) {
        if (!is_left_out<Protocol>(value.*std::get<index>(fields_of<T>).pointer)) ++count;
        return true;
    });
    return count;
}

// A member that is not set, or that leaves no pair: ec2Query has no spelling for a list without an
// element, and neither protocol for a map without an entry.
template <class Protocol, class T>
constexpr bool is_left_out(const T& member) {
    if constexpr (can_be_empty<Protocol, T>) {
        return !member.has_value();
    } else if constexpr (std::is_pointer_v<T>) {
        return member == nullptr;
    } else if constexpr (list_like<T> && !blob_like<T>) {
        return member.size() == 0;
    } else if constexpr (is_maybe<T>) {
        return !member.has_value();
    } else if constexpr (nullable<T>) {
        return !member.has_value() || is_left_out<Protocol>(*member);
    } else if constexpr (union_shape<T>) {
        return count_sent<Protocol>(member) == 0;
    } else {
        return false;
    }
}

// Whether a structure needs something: what is not there must not be looked into, or it would be
// missed in it.
template <class T>
inline constexpr bool has_needs = false;
template <structure T>
inline constexpr bool has_needs<T> =
    union_shape<T> || !for_each_field<T>([](auto index) {
        using member = member_type_of<T, index()>;
        return !std::get<index()>(fields_of<T>).info.traits.required &&
               (is_maybe<member> || !has_needs<member>);
    });

// R4. A list that is there, and has no element: "Tags=".
template <class T>
constexpr bool is_empty_list(const T& value) {
    if constexpr (!is_counted<T> || map_like<contained_in<T>>) {
        return false;
    } else if constexpr (nullable<T>) {
        return value.has_value() && is_empty_list(*value);
    } else if constexpr (is_maybe<T>) {
        return value.has_value() && value.size() == 0;
    } else {
        return value.size() == 0;
    }
}

// An element, or the value of a map, that is not there: lists and maps have no gaps.
template <class T>
constexpr bool is_absent(const T& value) {
    if constexpr (std::is_pointer_v<T>) {
        return value == nullptr;
    } else if constexpr (nullable<T> || is_maybe<T>) {
        return !value.has_value();
    } else {
        return false;
    }
}

}  // namespace ec2wire::detail

#endif
