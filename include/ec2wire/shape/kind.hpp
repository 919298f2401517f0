#ifndef EC2WIRE_SHAPE_KIND_HPP
#define EC2WIRE_SHAPE_KIND_HPP

#include <ec2wire/core/number.hpp>
#include <ec2wire/core/timestamp.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/open_enum.hpp>
#include <ec2wire/shape/storage.hpp>

#include <concepts>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

namespace ec2wire {

// Which of Smithy's shapes a C++ type stands for. Every type is of one kind at most, so that a
// codec is a chain of `if constexpr` over these, and a user's own string or list works as ours do.

// Anything that may be absent: std::optional, indirect.
template <class T>
concept nullable = !structure<T> && requires(const T& value) {
    { value.has_value() } -> std::convertible_to<bool>;
    *value;
};

// Text, enums among it: what reads as a std::string_view and can be made from one.
template <class T>
concept string_like = std::convertible_to<const T&, std::string_view>;

// A number with a meaning: a type of its own over a scalar of the wire, such as state_code.
template <class T>
concept wire_scalar = requires(const T& value) {
    typename T::wire_type;
    { value.wire() } -> std::same_as<typename T::wire_type>;
    T(value.wire());
};

// An enumeration of numbers. Its underlying type is fixed, so that it holds any number of tomorrow.
template <class T>
concept number_enum = std::is_enum_v<T> && !std::same_as<T, std::byte> && !wire_enum<T> &&
                      integer<std::underlying_type_t<T>>;

// Elements that can be counted and reached by index.
template <class T>
concept list_like = !string_like<T> && requires(const T& list, std::size_t index) {
    { list.size() } -> std::convertible_to<std::size_t>;
    list[index];
    list.begin();
    list.end();
};

namespace detail {

template <class T>
struct element {
    using type = std::remove_cvref_t<decltype(std::declval<const T&>()[0])>;
};
// Of a std::vector<bool> too, whose index gives something that stands for a bool.
template <class T>
    requires requires { typename T::value_type; }
struct element<T> {
    using type = std::remove_cv_t<typename T::value_type>;
};

}  // namespace detail

// The type of its elements.
template <list_like T>
using element_of = typename detail::element<T>::type;

// Texts that stand in a row in memory, as those of a std::vector do. Any other list is asked for each
// element when its turn comes, and may make it then.
template <class T>
concept text_row = list_like<T> && string_like<element_of<T>> && requires(const T& list) {
    std::span<const element_of<T>>(list.begin(), list.size());
};

// Bytes: base64 on the wire.
template <class T>
concept blob_like = list_like<T> && std::same_as<element_of<T>, std::byte>;

namespace detail {

template <class T>
inline constexpr bool is_map_entry = false;
template <class Key, class Value>
inline constexpr bool is_map_entry<map_entry<Key, Value>> = true;

template <class T>
inline constexpr bool is_maybe = false;
template <class T>
inline constexpr bool is_maybe<maybe<T>> = true;

}  // namespace detail

// Elements that are entries: a key and a value each.
template <class T>
concept map_like = list_like<T> && detail::is_map_entry<element_of<T>>;

namespace detail {

template <class T>
struct contained {
    using type = T;
};
template <class T>
struct contained<maybe<T>> : contained<T> {};
template <nullable T>
struct contained<T> : contained<std::remove_cvref_t<decltype(*std::declval<const T&>())>> {};

// What is there if a member is there.
template <class T>
using contained_in = typename contained<T>::type;

// Whether that is elsewhere, and not in the member itself: so that a shape can be recursive.
template <class T>
inline constexpr bool is_indirect = false;
template <nullable T>
inline constexpr bool is_indirect<T> =
    is_indirect<std::remove_cvref_t<decltype(*std::declval<const T&>())>>;
template <class T>
inline constexpr bool is_indirect<indirect_view<T>> = true;
template <class T>
inline constexpr bool is_indirect<indirect<T>> = true;

}  // namespace detail

// One value, one text: what stands between two tags, or after a '='.
template <class T>
concept scalar =
    std::same_as<T, bool> || integer<T> || std::floating_point<T> || std::same_as<T, timestamp> ||
    number_enum<T> || wire_scalar<T> || string_like<T> || blob_like<T>;

namespace detail {

// Whether a maybe was made present, whatever is in it.
struct maybe_flag {
    template <class T>
    static constexpr bool is_set(const maybe<T>& member) noexcept {
        return member.is_present_;
    }
};

// Whether each member of a structure can say that it is not set.
template <structure T>
constexpr bool shows_absence() noexcept {
    return for_each_field<T>([](auto index) {
        using member = member_type_of<T, index()>;
        using value = contained_in<member>;
        if constexpr (nullable<member> || is_maybe<member> || std::is_pointer_v<member>)
            return true;
        else if constexpr (structure<value>)
            return shows_absence<value>();
        else
            return list_like<value> && !scalar<value>;
    });
}

// Whether a member is a maybe<> of a structure whose members tell if it is present. (Any other is compared
// with an empty one. Not all are: to look for == among all shapes takes long.)
template <class T>
inline constexpr bool is_maybe_of_members = false;
template <structure T>
inline constexpr bool is_maybe_of_members<maybe<T>> = shows_absence<T>();

// Whether a member tells if it is set: a maybe<> does by the members of what it holds, or by ==.
template <class T>
inline constexpr bool shows_presence = true;
template <structure T>
inline constexpr bool shows_presence<maybe<T>> =
    is_maybe_of_members<maybe<T>> || std::equality_comparable<T>;
template <nullable T>
inline constexpr bool shows_presence<T> =
    shows_presence<std::remove_cvref_t<decltype(*std::declval<const T&>())>>;

}  // namespace detail

}  // namespace ec2wire

#endif
