#ifndef EC2WIRE_SHAPE_CHECK_SHAPE_HPP
#define EC2WIRE_SHAPE_CHECK_SHAPE_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/repeated_name.hpp>
#include <ec2wire/shape/shape_fault.hpp>
#include <ec2wire/shape/storage.hpp>
#include <ec2wire/xml/name.hpp>

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
    bool is_xml{};         // whether the members are elements
    bool is_json{};        // whether it is only encoded, as JSON
};
inline constexpr shape_use encoded_shape{};
inline constexpr shape_use encoded_as_json{.is_json = true};
inline constexpr shape_use decoded_shape{.is_decoded = true};
inline constexpr shape_use encoded_as_xml{.is_xml = true};
inline constexpr shape_use decoded_from_xml{.is_decoded = true, .is_xml = true};

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
inline constexpr bool has_good_union<T> = []<std::size_t... Index>(std::index_sequence<Index...>) {
    return ((can_be_unset<member_type_of<T, Index>> &&
             !field_at<Index>(fields_of<T>).info.traits.request_id) &&
            ...);
}
(std::make_index_sequence<field_count<T>>{});

// Whether members are told apart by their names; in a query that is encoded they are by its keys.
template <shape_use Use>
inline constexpr bool are_told_by_name = Use.is_decoded || Use.is_xml || Use.is_json;

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

// Whether a text is a name of XML 1.0 (production [5]).
constexpr bool is_xml_name(std::string_view text) noexcept {
    return !text.empty() && xml::name_size(text) == text.size();
}

// Whether all names of a member, and of what it holds, are names of XML.
constexpr bool has_xml_names(const member_info& info) noexcept {
    const std::string_view item = info.traits.item_name;
    return is_xml_name(info.xml_name()) && (item.empty() || is_xml_name(item)) &&
           is_xml_name(info.key_name()) && is_xml_name(info.value_name()) &&
           (!info.traits.element.are_given || has_xml_names(info.element()));
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

template <shape_use Use, structure T, class... Seen, std::size_t... Index>
constexpr shape_problem find_problem_in(std::index_sequence<Index...>) noexcept {
    shape_problem problem;
    [[maybe_unused]] const auto is_good = [&problem](shape_problem found, const member_info& info,
                                                     bool is_scalar) {
        if (found.fault == shape_fault::none && !is_scalar &&
            (info.traits.xml_attribute || info.traits.request_id))
            found.fault = shape_fault::no_scalar;
        if (found.fault == shape_fault::none && Use.is_xml && !has_xml_names(info))
            found.fault = shape_fault::no_xml_name;
        problem = found;
        if (found.fault != shape_fault::none && found.member.empty()) problem.member = info.name;
        return found.fault == shape_fault::none;
    };
    static_cast<void>((true && ... &&
                       is_good(find_problem<Use, member_type_of<T, Index>, T, Seen...>(),
                               field_at<Index>(fields_of<T>).info,
                               scalar<value_type_of<member_type_of<T, Index>>>)));
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
    } else if constexpr (std::is_const_v<value> || !can_be_emptied<Use, value>() ||
                         (Use.is_decoded && !can_be_set<T>)) {
        return {shape_fault::no_empty_value};
    } else if constexpr (!Use.is_decoded && !shows_presence<T>) {
        return {shape_fault::unknown_presence};
    } else if constexpr (!has_good_union<value>) {
        return {shape_fault::bad_union};
    } else if constexpr (are_told_by_name<Use> && repeats_a_name<value>) {
        return {shape_fault::repeated_name};
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

// Whether a shape is valid for a use; else ends the compilation.
template <class T, shape_use Use>
constexpr bool check_shape() noexcept {
    constexpr shape_problem problem = [] {
        if constexpr (!message_shape<T>)
            return find_problem<Use, T>();
        else if constexpr (!has_good_service<T>)
            return shape_problem{shape_fault::no_service};
        else if constexpr (Use.is_xml && !is_xml_name(T::operation))
            return shape_problem{shape_fault::no_xml_name};
        else
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
