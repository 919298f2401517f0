#ifndef EC2WIRE_SHAPE_FIELD_HPP
#define EC2WIRE_SHAPE_FIELD_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/timestamp.hpp>
#include <ec2wire/shape/field_list.hpp>

#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ec2wire {

// Describes the members of a shape: the struct itself lists their names, and every codec uses that one table.
//
//     struct tag {
//         std::optional<std::string_view> key{};
//         std::optional<std::string_view> value{};
//
//         static constexpr auto fields() {
//             return field_list{field{"Key", &tag::key, {.xml_name = "key"}},
//                               field{"Value", &tag::value, {.xml_name = "value"}}};
//         }
//     };
//
// List the members in their order in replies, if you know it: decoding tries that order first. Any other
// works, and is slower.

struct member_traits;

// The traits of the elements of a list or a map, if the shape gives any. A flag says whether it does, because
// g++ -fsanitize=undefined does not treat `pointer == nullptr` as a constant expression.
struct element_traits {
    const member_traits* traits = nullptr;  // not null if are_given
    bool are_given = false;  // whether the shape does; if not, see member_info::element()

    constexpr element_traits() noexcept = default;  // none given

    // Uses these traits, which have static storage.
    constexpr element_traits(const member_traits* given) noexcept
        : traits(given), are_given(true) {}
};

// The traits of a member in the service model, beyond its name and type. All but request_id are traits of
// Smithy.
struct member_traits {
    std::string_view xml_name{};     // smithy.api#xmlName; else the member's name
    std::string_view query_name{};   // aws.protocols#ec2QueryName; else by the protocol's rule
    std::string_view item_name{};    // xmlName of a list's member; else "item" or "member"
    std::string_view key_name{};     // xmlName of a map's key; else "key"
    std::string_view value_name{};   // xmlName of a map's value; else "value"
    bool flattened = false;          // smithy.api#xmlFlattened: items without a wrapper around them
    bool xml_attribute = false;      // smithy.api#xmlAttribute: in the start tag, not an element
    bool required = false;           // smithy.api#required
    bool idempotency_token = false;  // smithy.api#idempotencyToken
    bool request_id = false;         // this is the request id: each protocol puts it elsewhere
    timestamp_format format = timestamp_format::date_time;  // smithy.api#timestampFormat
    // The traits of the elements of a list or of the values of a map, if these are lists or maps themselves:
    // `.element = &traits`. Without it, the defaults, and this member's format.
    element_traits element{};
};

// Describes a member, without its type.
struct member_info {
    std::string_view name;   // in the API reference, and in the SDK's JSON
    member_traits traits{};  // those that are not given are the protocol's defaults

    // The names on the wire, from the traits or by default. Static storage, as the traits have.
    constexpr std::string_view xml_name() const noexcept {
        return traits.xml_name.empty() ? name : traits.xml_name;
    }
    constexpr std::string_view key_name() const noexcept {
        return traits.key_name.empty() ? "key" : traits.key_name;
    }
    constexpr std::string_view value_name() const noexcept {
        return traits.value_name.empty() ? "value" : traits.value_name;
    }

    // Describes the elements of this list, or the values of this map, if they are lists or maps themselves.
    // Their format is this member's, unless the shape gives traits for them.
    constexpr member_info element() const noexcept {
        return {name, traits.element.are_given ? *traits.element.traits
                                               : member_traits{.format = traits.format}};
    }

    // P3 (lists): whether an element of this name is an item of this list.
    EC2WIRE_NOINLINE constexpr bool is_item(std::string_view element) const noexcept {
        if (!traits.item_name.empty()) return is_equal(element, traits.item_name);
        return is_equal(element, "item") || is_equal(element, "member");
    }
};

// An entry of the table: a member's name, its pointer to member, and its traits.
template <class Shape, class Member>
struct field {
    using member_type = Member;  // as it is declared, std::optional and all

    member_info info;        // its names and traits
    Member Shape::*pointer;  // where it is in the struct

    // Takes the name in the API reference, the member, and its traits in the service model.
    constexpr field(std::string_view name, Member Shape::*where, member_traits traits = {}) noexcept
        : info{name, traits}, pointer(where) {}
};

// Written out, so that clang++ does not warn (-Wctad-maybe-unsupported).
template <class Shape, class Member>
field(std::string_view, Member Shape::*, member_traits = {}) -> field<Shape, Member>;

// A struct whose fields() returns a field_list: a `field` for each member.
template <class T>
concept structure = requires {
    T::fields();
};

// A structure that must have exactly one of its members set, declared by `is_union`.
template <class T>
concept union_shape = structure<T> && requires {
    requires T::is_union;
};

// A structure that is a whole request or response: `operation` is its name in the API reference, and
// `service` a type that names the protocol and version, such as ec2.
template <class T>
concept message_shape = structure<T> && requires {
    std::string_view(T::operation);
    typename T::service;
};

// The complements of structure and message_shape, for deleted functions that explain a mistake in a few
// lines.
template <class T>
concept no_structure = !structure<T>;
template <class T>
concept no_message_shape = !message_shape<T>;

// A message that declares by `is_request` which of the two it is, as the shapes of tools/shapes do: neither
// is accepted where the other is expected. A message without it may be either.
template <class T>
concept request_shape = message_shape<T> && requires {
    requires T::is_request;
};
template <class T>
concept response_shape = message_shape<T> && requires {
    requires !T::is_request;
};

// The table of T, one object for the whole program.
template <structure T>
inline constexpr auto fields_of = detail::as_field_list(T::fields());

// The number of members.
template <structure T>
inline constexpr std::size_t field_count = decltype(detail::as_field_list(T::fields()))::size;

// The declared type of a member.
template <structure T, std::size_t Index>
using member_type_of =
    typename std::remove_cvref_t<decltype(field_at<Index>(fields_of<T>))>::member_type;

// A request none of whose members is required: for a server that requires less than the model, as MinIO's
// AssumeRole does not require RoleArn. (The members of structures inside it stay required.)
//
//     auto body = encode(without_required<stop_instances_request>{{.force = true}});
//     // Action=StopInstances&Force=true&Version=2016-11-15
template <message_shape T>
struct without_required : T {
    // The fields of T, not required.
    static constexpr auto fields() {
        return []<std::size_t... Index>(std::index_sequence<Index...>) {
            return field_list{not_required(field_at<Index>(fields_of<T>))...};
        }
        (std::make_index_sequence<field_count<T>>{});
    }

  private:
    static constexpr auto not_required(auto field) {
        field.info.traits.required = false;
        return field;
    }
};

// Whether some member is an XML attribute.
template <structure T>
inline constexpr bool has_attributes = []<std::size_t... Index>(std::index_sequence<Index...>) {
    return (false || ... || field_at<Index>(fields_of<T>).info.traits.xml_attribute);
}
(std::make_index_sequence<field_count<T>>{});

// Calls visit(std::integral_constant<std::size_t, I>{}) for each member until one returns false.
template <structure T, class Visit>
constexpr bool for_each_field(Visit&& visit) {
    return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
        return (visit(std::integral_constant<std::size_t, Index>{}) && ...);
    }
    (std::make_index_sequence<field_count<T>>{});
}

// Calls visit() likewise for the one member with that index, and returns what it returns; true if there is no
// such member.
template <structure T, class Visit>
EC2WIRE_ALWAYS_INLINE constexpr bool visit_field(std::size_t index, Visit&& visit) {
    bool goes_on = true;
    [&]<std::size_t... Index>(std::index_sequence<Index...>) EC2WIRE_ALWAYS_INLINE_LAMBDA {
        (void)((Index == index &&
                (goes_on = visit(std::integral_constant<std::size_t, Index>{}), true)) ||
               ...);
    }
    (std::make_index_sequence<field_count<T>>{});
    return goes_on;
}

namespace detail {

// Whether fields belong to a shape or to a base of it, and are not too many. A virtual base, from which nothing
// is cast down, is elsewhere in a class that is derived from the shape, such as maybe<>.
template <class Shape, class Row>
inline constexpr bool is_field_of = false;
template <class Shape, class Owner, class Member>
inline constexpr bool is_field_of<Shape, field<Owner, Member>> =
    std::is_base_of_v<Owner, Shape>&& requires(Owner* owner) {
    static_cast<Shape*>(owner);
};

template <class Shape, class List>
inline constexpr bool are_fields_of = false;
template <class Shape, class... Row>
    requires(sizeof...(Row) <= max_members)
inline constexpr bool are_fields_of<Shape, field_list<Row...>> = (is_field_of<Shape, Row> && ...);
template <class Shape, class... Row>
inline constexpr bool are_fields_of<Shape, std::tuple<Row...>> =
    are_fields_of<Shape, field_list<Row...>>;

}  // namespace detail

}  // namespace ec2wire

#endif
