#ifndef EC2WIRE_SHAPE_KIND_HPP
#define EC2WIRE_SHAPE_KIND_HPP

#include <ec2wire/core/number.hpp>
#include <ec2wire/core/timestamp.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/open_enum.hpp>
#include <ec2wire/shape/storage.hpp>

#include <concepts>
#include <cstddef>
#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>

namespace ec2wire {

// Maps C++ types to Smithy's types. Every type is of at most one kind, so that a codec is a chain of `if
// constexpr` over these, and a user's own string or list type works as the library's do. What has fields() is
// a structure, and what else has a wire_type is that, whatever they are or convert to besides.

// Smithy's intEnum. The underlying type is fixed (only then can the enumeration be made from a number in
// braces), so that it can hold numbers that this version does not know.
template <class T>
concept number_enum = std::is_enum_v<T> && !std::same_as<T, std::byte> && !wire_enum<T> &&
                      integer<std::underlying_type_t<T>> && requires {
    T{std::underlying_type_t<T>{}};
};

// A class that wraps a number, a boolean or a timestamp of the wire, such as state_code. (Not a string or a
// blob: wire() returns a value of its own, of which no view can be kept.)
template <class T>
concept wire_scalar = !structure<T> && requires(const T& value) {
    typename T::wire_type;
    { value.wire() } -> std::same_as<typename T::wire_type>;
    T(value.wire());
}
&&(std::same_as<typename T::wire_type, bool> || integer<typename T::wire_type> ||
   float_or_double<typename T::wire_type> || number_enum<typename T::wire_type> ||
   std::same_as<typename T::wire_type, timestamp> ||
   requires { typename T::wire_type::wire_type; });

// A type whose value may be absent: std::optional, indirect. One that is decoded has an emplace(), whatever that
// returns.
template <class T>
concept nullable = !structure<T> && !wire_scalar<T> && requires(const T& value) {
    { value.has_value() } -> std::convertible_to<bool>;
    *value;
};

// A string or an enumeration of strings: converts to std::string_view. One that is decoded can also be made from
// a std::string_view: see can_hold_text. Not an array of characters, which would be read past its end if it is
// full.
template <class T>
concept string_like = !structure<T> && !wire_scalar<T> && !std::is_array_v<T> &&
                      std::convertible_to<const T&, std::string_view>;

// A container with size() and operator[].
template <class T>
concept list_like = !structure<T> && !wire_scalar<T> && !string_like<T> &&
                    requires(const T& list, std::size_t index) {
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
// Covers std::vector<bool>, whose operator[] returns a proxy.
template <class T>
    requires requires { typename T::value_type; }
struct element<T> {
    using type = std::remove_cv_t<typename T::value_type>;
};

}  // namespace detail

// The element type of a list.
template <list_like T>
using element_of = typename detail::element<T>::type;

// A list of bytes: base64 on the wire.
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

// A list of map_entry.
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

// The type of the value that a member contains if it is set.
template <class T>
using value_type_of = typename contained<T>::type;

// Whether the value is stored outside the member, so that a shape can be recursive.
template <class T>
inline constexpr bool is_indirect = false;
template <nullable T>
inline constexpr bool is_indirect<T> =
    is_indirect<std::remove_cvref_t<decltype(*std::declval<const T&>())>>;
template <class T>
inline constexpr bool is_indirect<indirect_view<T>> = true;
template <class T>
inline constexpr bool is_indirect<indirect<T>> = true;

// Whether a value can be put into a member: if it can be absent, by emplace(), or as an indirect_view of a value
// in the scratch. (Another type would take that memory for its own.)
template <class T>
inline constexpr bool can_be_set = !std::is_const_v<T>;
template <class T>
    requires(nullable<T>&& requires(T& member) { member.emplace(); })
inline constexpr bool can_be_set<T> =
    can_be_set<std::remove_reference_t<decltype(*std::declval<T&>())>>;
template <nullable T>
    requires(!requires(T & member) { member.emplace(); })
inline constexpr bool can_be_set<T> = false;
template <class T>
inline constexpr bool can_be_set<indirect_view<T>> = can_be_set<T>;

// Whether a T can be constructed from a decoded string.
template <class T>
inline constexpr bool can_hold_text = std::constructible_from<T, std::string_view>;

// Whether a T can be constructed from decoded bytes, and whether its bytes can be encoded.
template <class T>
inline constexpr bool can_hold_bytes =
    std::constructible_from<T, const std::byte*, std::size_t> ||
    std::constructible_from<T, const std::byte*, const std::byte*>;
template <class T>
inline constexpr bool has_contiguous_bytes = requires(const T& blob) {
    { blob.data() } -> std::convertible_to<const std::byte*>;
};

// Whether an element can be added to a list and then be decoded in place. std::array and std::span do not
// grow, and the elements of a std::vector<bool> have no address.
template <class List>
inline constexpr bool can_grow = requires(List& list) {
    std::addressof(list.emplace_back());
};
template <class T>
inline constexpr bool can_grow<list_view<T>> = true;

// Whether a member may be unset: a list is if it has no elements.
template <class T>
inline constexpr bool can_be_unset = nullable<T> || is_maybe<T> || std::is_pointer_v<T> ||
                                     (list_like<value_type_of<T>> && !blob_like<value_type_of<T>>);

// Whether a maybe<> contains, or is contained in, what can be absent itself, so that it is not known which of
// the two is.
template <class T>
inline constexpr bool has_two_presences = false;
template <class T>
inline constexpr bool has_two_presences<maybe<T>> = nullable<T> || is_maybe<T>;
template <nullable T>
inline constexpr bool has_two_presences<T> =
    is_maybe<std::remove_cvref_t<decltype(*std::declval<const T&>())>> ||
    has_two_presences<std::remove_cvref_t<decltype(*std::declval<const T&>())>>;

}  // namespace detail

// A value that is one string on the wire: between two tags, or after a '='.
template <class T>
concept scalar =
    std::same_as<T, bool> || integer<T> || float_or_double<T> || std::same_as<T, timestamp> ||
    number_enum<T> || wire_scalar<T> || string_like<T> || blob_like<T>;

namespace detail {

// Tells whether a maybe<> was set explicitly, whatever it contains.
struct maybe_flag {
    template <class T>
    static constexpr bool is_set(const maybe<T>& member) noexcept {
        return member.is_present_;
    }
};

// Whether each member of a structure can be told to be absent.
template <structure T>
constexpr bool shows_absence() noexcept {
    return for_each_field<T>([](auto index) {
        using member = member_type_of<T, index()>;
        using value = value_type_of<member>;
        if constexpr (nullable<member> || is_maybe<member> || std::is_pointer_v<member>)
            return true;
        else if constexpr (structure<value>)
            return shows_absence<value>();
        else
            return list_like<value> && !scalar<value>;
    });
}

// Whether a member is a maybe<> of a structure whose members tell if it is present. (Others are compared with
// an empty one. Not all are, because looking for operator== among all shapes takes long to compile.)
template <class T>
inline constexpr bool is_maybe_of_members = false;
template <structure T>
inline constexpr bool is_maybe_of_members<maybe<T>> = shows_absence<T>();

// Whether it can be told if a member is set: for a maybe<> by the members of its structure, or by operator==.
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
