#ifndef EC2WIRE_SHAPE_FIELD_LIST_HPP
#define EC2WIRE_SHAPE_FIELD_LIST_HPP

#include <cstddef>
#include <tuple>
#include <utility>

namespace ec2wire {

namespace detail {

// A field of a list, with its index, so that each has a type of its own.
template <std::size_t Index, class Field>
struct listed_field {
    Field field;
};

template <class Indices, class... Field>
struct listed_fields;
template <std::size_t... Index, class... Field>
struct listed_fields<std::index_sequence<Index...>, Field...> : listed_field<Index, Field>... {
    constexpr explicit listed_fields(const Field&... fields) noexcept
        : listed_field<Index, Field>{fields}... {}
};

}  // namespace detail

// Returns the field at an index of a list: field_at<0>(fields_of<tag>).info.name
template <std::size_t Index, class Field>
constexpr const Field& field_at(const detail::listed_field<Index, Field>& listed) noexcept {
    return listed.field;
}

// A list of fields, which the fields() of a shape returns: a `field` for each member. A std::tuple of them is
// accepted too, and takes a compiler longer: a third of its time for a reply such as DescribeInstances.
template <class... Field>
struct field_list : detail::listed_fields<std::index_sequence_for<Field...>, Field...> {
    // The number of fields.
    static constexpr std::size_t size = sizeof...(Field);

    // Takes the fields, in the order of the members in replies.
    constexpr explicit field_list(const Field&... fields) noexcept
        : detail::listed_fields<std::index_sequence_for<Field...>, Field...>(fields...) {}

    // Returns these fields and then others, for a shape that is derived from another.
    template <class... More>
    constexpr field_list<Field..., More...> with(const More&... more) const noexcept {
        return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            return field_list<Field..., More...>(field_at<Index>(*this)..., more...);
        }
        (std::index_sequence_for<Field...>{});
    }
};

// Written out, so that clang++ does not warn (-Wctad-maybe-unsupported).
template <class... Field>
field_list(const Field&...) -> field_list<Field...>;

namespace detail {

// Returns what fields() returned as a list.
template <class... Field>
constexpr field_list<Field...> as_field_list(const field_list<Field...>& fields) noexcept {
    return fields;
}
template <class... Field>
constexpr field_list<Field...> as_field_list(const std::tuple<Field...>& fields) noexcept {
    return std::apply([](const Field&... each) { return field_list<Field...>(each...); }, fields);
}

}  // namespace detail

}  // namespace ec2wire

#endif
