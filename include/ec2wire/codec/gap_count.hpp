#ifndef EC2WIRE_CODEC_GAP_COUNT_HPP
#define EC2WIRE_CODEC_GAP_COUNT_HPP

#include <ec2wire/shape/kind.hpp>

#include <cstddef>
#include <tuple>
#include <utility>

namespace ec2wire::detail {

// Deeper than this nothing is predicted, so that a recursive shape has an end.
inline constexpr std::size_t max_predicted_depth = 6;

// The places of gaps in a shape. A scalar has one, before its start tag, as its end tag stands close
// to the text; a structure has two and its members'; a list has two and its items'.
template <class T, std::size_t Depth>
constexpr std::size_t gap_count() noexcept;

template <structure T, std::size_t Depth, std::size_t Members>
constexpr std::size_t gap_count_before() noexcept {
    return []<std::size_t... I>(std::index_sequence<I...>) {
        return (std::size_t{0} + ... +
                gap_count<typename std::tuple_element_t<I, decltype(T::fields())>::member_type,
                          Depth>());
    }
    (std::make_index_sequence<Members>{});
}

// Whether the elements between a structure's tags are all that it says, each on its own: not so in a
// union, of which one member excludes the others, nor where a member is an attribute.
template <class T>
concept made_of_elements = structure<T> && !union_shape<T> && !has_attributes<T>;

template <class T>
concept predictable = scalar<T> || made_of_elements<T> || list_like<T>;

template <class T, std::size_t Depth>
constexpr std::size_t gap_count() noexcept {
    using value = contained_in<T>;
    if constexpr (scalar<value>) {
        return 1;
    } else if constexpr (!predictable<value> || (Depth >= max_predicted_depth)) {
        return 0;
    } else if constexpr (structure<value>) {
        return 2 + gap_count_before<value, Depth + 1, field_count<value>>();
    } else {
        // A list of what is not predicted is not predicted either.
        constexpr std::size_t items = gap_count<element_of<value>, Depth + 1>();
        return items == 0 ? 0 : 2 + items;
    }
}

}  // namespace ec2wire::detail

#endif
