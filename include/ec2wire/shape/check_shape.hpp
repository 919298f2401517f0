#ifndef EC2WIRE_SHAPE_CHECK_SHAPE_HPP
#define EC2WIRE_SHAPE_CHECK_SHAPE_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/storage.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ec2wire::detail {

// Checks a shape before any table is made from it, so that the compiler reports a mistake once and in a few
// lines. Code after a failed check is left out by `if constexpr`.

// The use of a shape: encoding and decoding have different requirements for a member.
struct shape_use {
    bool is_decoded{};
    bool has_maps = true;  // whether the protocol has maps
};
inline constexpr shape_use encoded_shape{};
inline constexpr shape_use decoded_shape{.is_decoded = true};

// The mistakes that a shape can have. report_fault() has an error message for each.
enum class shape_fault : std::uint8_t {
    none,
    no_fields,
    no_service,
    no_kind,
    no_text,
    no_blob,
    no_empty_value,
    no_growing_list,
    no_maps,
    unknown_presence,
    two_presences,
    bad_union,
};

// The first mistake of a shape.
struct shape_problem {
    shape_fault fault = shape_fault::none;
    std::string_view member{};  // by its name in fields(); empty for the shape itself
};

// Whether the fields() of a structure is a constant expression, and a list of its members.
template <class T>
inline constexpr bool has_good_fields = true;
template <structure T>
inline constexpr bool has_good_fields<T> = are_fields_of<T, decltype(T::fields())>&& requires {
    typename std::bool_constant<(static_cast<void>(T::fields()), true)>;
};

// Whether a structure is no union, or one whose members tell which of them is set.
template <class T>
inline constexpr bool has_good_union = true;
template <union_shape T>
inline constexpr bool has_good_union<T> = []<std::size_t... I>(std::index_sequence<I...>) {
    return (
        (can_be_unset<member_type_of<T, I>> && !field_at<I>(fields_of<T>).info.traits.request_id) &&
        ...);
}
(std::make_index_sequence<field_count<T>>{});

// Whether an operation has a name, and its service a protocol and a version.
template <message_shape T>
inline constexpr bool has_good_service = requires {
    typename std::bool_constant<std::string_view(T::operation).empty()>;
    typename std::bool_constant<std::string_view(T::service::version).empty()>;
    typename std::bool_constant<T::service::protocol::has_wrapped_lists>;
};

// Whether a value can be reset to empty and then assigned, as decoding does; encoding requires neither.
template <shape_use Use, class T>
constexpr bool can_be_emptied() noexcept {
    if constexpr (Use.is_decoded)
        return std::is_default_constructible_v<T> && std::is_move_assignable_v<T>;
    else
        return true;
}

// Returns the mistake of a type that is neither a structure nor a list.
template <shape_use Use, class Value>
constexpr shape_fault fault_of_scalar() noexcept {
    if constexpr (string_like<Value>) {
        return Use.is_decoded && !can_hold_text<Value> ? shape_fault::no_text : shape_fault::none;
    } else if constexpr (blob_like<Value>) {
        const bool is_good =
            has_contiguous_bytes<Value> && (!Use.is_decoded || can_hold_bytes<Value>);
        return is_good ? shape_fault::none : shape_fault::no_blob;
    } else {
        return scalar<Value> ? shape_fault::none : shape_fault::no_kind;
    }
}

// Returns the first problem of a member of type T, or in what it contains. `Seen`: the enclosing structures.
template <shape_use Use, class T, class... Seen>
constexpr shape_problem find_problem() noexcept;

template <shape_use Use, structure T, class... Seen, std::size_t... I>
constexpr shape_problem find_problem_in(std::index_sequence<I...>) noexcept {
    shape_problem problem;
    [[maybe_unused]] const auto has_none = [&problem](const shape_problem& found,
                                                      std::string_view member) {
        problem = found;
        if (found.fault != shape_fault::none && found.member.empty()) problem.member = member;
        return found.fault == shape_fault::none;
    };
    static_cast<void>((true && ... &&
                       has_none(find_problem<Use, member_type_of<T, I>, T, Seen...>(),
                                field_at<I>(fields_of<T>).info.name)));
    return problem;
}

template <shape_use Use, class T, class... Seen>
constexpr shape_problem find_problem() noexcept {
    using value = value_type_of<T>;
    if constexpr ((std::same_as<value, Seen> || ...)) {
        return {};
    } else if constexpr (!has_good_fields<value>) {
        return {shape_fault::no_fields};
    } else if constexpr (has_two_presences<T>) {
        return {shape_fault::two_presences};
    } else if constexpr (std::is_const_v<value> || !can_be_emptied<Use, value>()) {
        return {shape_fault::no_empty_value};
    } else if constexpr (!Use.is_decoded && !shows_presence<T>) {
        return {shape_fault::unknown_presence};
    } else if constexpr (!has_good_union<value>) {
        return {shape_fault::bad_union};
    } else if constexpr (structure<value>) {
        return find_problem_in<Use, value, Seen...>(std::make_index_sequence<field_count<value>>{});
    } else if constexpr (scalar<value> || !list_like<value>) {
        return {fault_of_scalar<Use, value>()};
    } else if constexpr (Use.is_decoded && !can_grow<value>) {
        return {shape_fault::no_growing_list};
    } else if constexpr (map_like<value> && !Use.has_maps) {
        return {shape_fault::no_maps};
    } else if constexpr (map_like<value>) {
        using key = value_type_of<decltype(element_of<value>::key)>;
        using mapped = decltype(element_of<value>::value);
        if constexpr (fault_of_scalar<Use, key>() != shape_fault::none)
            return {fault_of_scalar<Use, key>()};
        else
            return find_problem<Use, mapped, Seen...>();
    } else {
        return find_problem<Use, element_of<value>, Seen...>();
    }
}

// A member's name as a template argument, so that compilers print it with the error.
template <std::size_t Size>
struct member_name {
    char text[Size + 1]{};

    constexpr explicit member_name(std::string_view name) noexcept {
        for (std::size_t i = 0; i < Size; ++i) text[i] = name[i];
    }
};

// Ends the compilation with the error message of a fault.
template <class Shape, shape_fault Fault, member_name Member>
constexpr void report_fault() noexcept {
    using enum shape_fault;
    static_assert(Fault != no_fields,
                  "ec2wire: fields() of a structure is static, constexpr and public, and returns a "
                  "field_list of at most 256 ec2wire::field{\"Name\", &shape::member} of it");
    static_assert(Fault != no_service,
                  "ec2wire: a message has a `static constexpr std::string_view operation`, and its "
                  "service such a `version` and a `protocol`: ec2wire::ec2_query or aws_query");
    static_assert(Fault != no_kind,
                  "ec2wire: a member is a scalar, a string, a structure with fields(), a list or a "
                  "map with an index, a std::optional of these, or an enum with a fixed type");
    static_assert(Fault != no_text,
                  "ec2wire: a text that is decoded is made of a std::string_view: use that, or a "
                  "std::string");
    static_assert(Fault != no_blob,
                  "ec2wire: a blob is bytes in a row: a std::vector<std::byte> or a "
                  "list_view<std::byte>; what is decoded has no fixed size");
    static_assert(Fault != no_empty_value,
                  "ec2wire: what is decoded is made empty, then set: its type has a default "
                  "constructor and is assignable, so it is not const");
    static_assert(Fault != no_growing_list,
                  "ec2wire: a list of this shape cannot grow: use a list_view, a std::vector or a "
                  "std::deque; not a std::vector<bool>, whose elements have no address");
    static_assert(
        Fault != no_maps,
        "ec2wire: ec2Query has no maps: use a list of structures, or a service of awsQuery");
    static_assert(Fault != unknown_presence,
                  "ec2wire: whether a maybe<> of this structure is set is found by ==: declare "
                  "`bool operator==(const S&) const = default;` in the structure S");
    static_assert(Fault != two_presences,
                  "ec2wire: a maybe<> of what can be absent itself, or in it: leave out the "
                  "std::optional, the indirect or a maybe<>");
    static_assert(
        Fault != bad_union,
        "ec2wire: each member of a union can be absent: it is a std::optional, a maybe<>, "
        "an indirect or a list; none is the request id");
}

// Whether a shape is valid for a use; else ends the compilation.
template <class T, shape_use Use>
constexpr bool check_shape() noexcept {
    constexpr shape_problem problem = [] {
        if constexpr (message_shape<T>)
            if (!has_good_service<T>) return shape_problem{shape_fault::no_service};
        return find_problem<Use, T>();
    }();
    if constexpr (problem.fault != shape_fault::none)
        report_fault<T, problem.fault, member_name<problem.member.size()>(problem.member)>();
    return problem.fault == shape_fault::none;
}

// Whether a shape is valid as a request, or as a response; else ends the compilation.
template <class T, shape_use Use>
constexpr bool check_request() noexcept {
    static_assert(
        !response_shape<T>,
        "ec2wire: this shape is a response; its request is encoded as a query, and decoded "
        "from one");
    if constexpr (response_shape<T>)
        return false;
    else if constexpr (has_good_service<T>)
        return check_shape<T, shape_use{Use.is_decoded, T::service::protocol::has_wrapped_lists}>();
    else
        return check_shape<T, Use>();
}
template <class T, shape_use Use>
constexpr bool check_response() noexcept {
    static_assert(
        !request_shape<T>,
        "ec2wire: this shape is a request; its response is decoded from a reply, and encoded "
        "as one");
    if constexpr (request_shape<T>)
        return false;
    else
        return check_shape<T, Use>();
}

// An empty table, for code that is compiled after a failed check.
template <class T>
inline constexpr T empty_table{};

}  // namespace ec2wire::detail

#endif
