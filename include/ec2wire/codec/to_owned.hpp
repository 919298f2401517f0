#ifndef EC2WIRE_CODEC_TO_OWNED_HPP
#define EC2WIRE_CODEC_TO_OWNED_HPP

#include <ec2wire/core/result.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/reply.hpp>
#include <ec2wire/shape/storage.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>

namespace ec2wire {

namespace detail {

// Whether a type is a view of decoded text, which to_owned() must not keep.
template <class T>
inline constexpr bool views_decoded_text = std::same_as<T, std::string_view>;
template <class T>
    requires requires { typename T::string_type; }
inline constexpr bool views_decoded_text<T> = views_decoded_text<typename T::string_type>;

// Copies a value into another storage, member by member.
template <class From, class To>
constexpr void copy_value(const From& from, To& to) {
    if constexpr (is_maybe<From>) {
        if (from.has_value())
            copy_value(from.contained(), to.emplace());
        else if constexpr (!std::equality_comparable<value_type_of<From>>)
            // has_value() does not see a member that was set.
            copy_value(from.contained(), to.contained());
    } else if constexpr (is_map_entry<From>) {
        copy_value(from.key, to.key);
        copy_value(from.value, to.value);
    } else if constexpr (structure<From>) {
        for_each_field<From>([&](auto i) {
            copy_value(from.*field_at<i()>(fields_of<From>).pointer,
                       to.*field_at<i()>(fields_of<To>).pointer);
            return true;
        });
    } else if constexpr (std::same_as<From, To> &&
                         (string_like<From> || (list_like<From> && !can_grow<To>))) {
        static_assert(!views_decoded_text<From>,
                      "ec2wire: to_owned() copies strings: of a shape that is a template of its "
                      "storage, they are a typename Storage::string, not a std::string_view");
        to = from;  // a std::array or a const char*, which is the same type in both storages
    } else if constexpr (string_like<From>) {
        to = To(std::string_view(from));
    } else if constexpr (list_like<From>) {
        if constexpr (requires { to.reserve(from.size()); }) to.reserve(from.size());
        for (const auto& element : from) {
            // The elements of a std::vector<bool> cannot be referenced.
            if constexpr (std::same_as<element_of<To>, bool>)
                to.push_back(element);
            else
                copy_value(element, to.emplace_back());
        }
    } else if constexpr (scalar<From> || std::same_as<From, std::byte>) {
        to = from;
    } else {
        if (!from.has_value()) return;
        to.emplace();
        copy_value(*from, *to);
    }
}

}  // namespace detail

// Copies a decoded message into a shape that owns its strings and lists. Allocates as std::string and
// std::vector do, and throws what they throw.
//
//     const auto kept = ec2wire::to_owned(*reply);  // ec2wire::owning<stop_instances_response>
//
// The return type is deduced because clang++ 14 would otherwise instantiate owning<> for every type that it
// considers.
template <structure Shape>
constexpr auto to_owned(const Shape& shape) {
    if constexpr (std::same_as<owning<Shape>, Shape>) {
        return shape;
    } else {
        owning<Shape> copy{};
        detail::copy_value(shape, copy);
        return copy;
    }
}

// Copies an error so that it owns its strings, for an exception or a queue.
//
//     throw call_failed(ec2wire::to_owned(reply.error()));
template <class Storage>
constexpr basic_reply_error<owned> to_owned(const basic_reply_error<Storage>& error) {
    return {{error.code, error.offset}, to_owned(error.service)};
}

// Copies the whole reply, for a function that returns it and keeps neither bytes nor scratch.
template <structure T>
owned_reply<T> to_owned(const reply<T>& decoded) {
    if (!decoded) return unexpected(to_owned(decoded.error()));
    return to_owned(*decoded);
}

}  // namespace ec2wire

#endif
