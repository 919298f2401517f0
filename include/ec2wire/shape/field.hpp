#ifndef EC2WIRE_SHAPE_FIELD_HPP
#define EC2WIRE_SHAPE_FIELD_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/timestamp.hpp>

#include <cstddef>
#include <string_view>
#include <tuple>
#include <utility>

namespace ec2wire {

// How a shape lists its members: a struct says, beside them, what each is called, and every codec
// walks that one table.
//
//     struct tag {
//         std::optional<std::string_view> key{};
//         std::optional<std::string_view> value{};
//
//         static constexpr auto fields() {
//             return std::tuple{field{"Key", &tag::key, {.xml_name = "key"}},
//                               field{"Value", &tag::value, {.xml_name = "value"}}};
//         }
//     };
//
// List them in the order of the service model, which is the order of the wire: decoding expects it
// first, and takes any other.

struct member_traits;

// The traits of what a member holds, if they are given. That is said by a word of its own: whether an
// address is null is no constant to g++ with -fsanitize=undefined.
struct element_traits {
    const member_traits* traits = nullptr;  // not null if are_given
    bool are_given = false;                 // whether the shape says them; else the defaults count

    constexpr element_traits() noexcept = default;  // the defaults

    // These, of static storage.
    constexpr element_traits(const member_traits* given) noexcept
        : traits(given), are_given(true) {}
};

// What the service model says of a member beyond its name and type. Each is a trait of Smithy's.
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
    bool request_id = false;  // the id of the request: each protocol has its own place for it
    timestamp_format format = timestamp_format::date_time;  // smithy.api#timestampFormat
    // Of what a list or a map holds, where that is a list or a map itself: `.element = &row`. Without
    // it, the defaults.
    element_traits element{};
};

// A member, without its type.
struct member_info {
    std::string_view name;   // in the API reference, and in the SDK's JSON
    member_traits traits{};  // what is not given is as the protocol has it

    // The names on the wire, by the traits or by default. Static storage, as the traits are.
    constexpr std::string_view xml_name() const noexcept {
        return traits.xml_name.empty() ? name : traits.xml_name;
    }
    constexpr std::string_view key_name() const noexcept {
        return traits.key_name.empty() ? "key" : traits.key_name;
    }
    constexpr std::string_view value_name() const noexcept {
        return traits.value_name.empty() ? "value" : traits.value_name;
    }

    // What the elements of this list, or the values of this map, are called in turn if they are lists
    // or maps.
    constexpr member_info element() const noexcept {
        return {name, traits.element.are_given ? *traits.element.traits
                                               : member_traits{.format = traits.format}};
    }

    // P3: whether an element of this name is an item of this list.
    EC2WIRE_NOINLINE constexpr bool is_item(std::string_view element) const noexcept {
        if (!traits.item_name.empty()) return is_equal(element, traits.item_name);
        return is_equal(element, "item") || is_equal(element, "member");
    }
};

// A row of the table: the member's name, where it lives in the struct, and its traits.
template <class Shape, class Member>
struct field {
    using member_type = Member;  // as it is declared, std::optional and all

    member_info info;        // its names and traits
    Member Shape::*pointer;  // where it is

    // The name in the API reference, the member, and what else the service model says of it.
    constexpr field(std::string_view name, Member Shape::*where, member_traits traits = {}) noexcept
        : info{name, traits}, pointer(where) {}
};

// Written out, so that clang++ sees that it is meant (-Wctad-maybe-unsupported).
template <class Shape, class Member>
field(std::string_view, Member Shape::*, member_traits = {}) -> field<Shape, Member>;

// A struct that describes itself: fields() returns a std::tuple of a `field` for each member.
template <class T>
concept structure = requires {
    T::fields();
};

// A structure of which one member is set, and no other: `is_union` says so.
template <class T>
concept union_shape = structure<T> && requires {
    requires T::is_union;
};

// A structure that is all of a request or a reply: `operation` is its name in the API reference, and
// `service` a type that says what the service speaks, such as ec2.
template <class T>
concept message_shape = structure<T> && requires {
    std::string_view(T::operation);
    typename T::service;
};

// Everything else, for functions that are deleted for it, so that a compiler says why in a few lines.
template <class T>
concept no_structure = !structure<T>;
template <class T>
concept no_message_shape = !message_shape<T>;

// A message that says which of the two it is, by `is_request`, as the shapes of tools/shapes do: one is
// refused where the other is due. A message that does not say may be either.
template <class T>
concept request_shape = message_shape<T> && requires {
    requires T::is_request;
};
template <class T>
concept response_shape = message_shape<T> && requires {
    requires !T::is_request;
};

// The same request with no member that is required: for a server that wants less than the model says,
// as MinIO's AssumeRole does without RoleArn. (Of the structures in it the members stay required.)
//
//     auto body = encode(without_required<stop_instances_request>{{.force = true}});
//     // Action=StopInstances&Force=true&Version=2016-11-15
template <message_shape T>
struct without_required : T {
    // T's, as they are but for that.
    static constexpr auto fields() {
        auto all = T::fields();
        std::apply([](auto&... each) { ((each.info.traits.required = false), ...); }, all);
        return all;
    }
};

// The rows of its table, once for the program.
template <structure T>
inline constexpr auto fields_of = T::fields();

// How many members it has.
template <structure T>
inline constexpr std::size_t field_count = std::tuple_size_v<decltype(T::fields())>;

// The type of one of them, as it is declared.
template <structure T, std::size_t I>
using member_type_of = typename std::tuple_element_t<I, decltype(T::fields())>::member_type;

// Whether some of its members stand in the start tag of its element.
template <structure T>
inline constexpr bool has_attributes = []<std::size_t... I>(std::index_sequence<I...>) {
    return (false || ... || std::get<I>(fields_of<T>).info.traits.xml_attribute);
}
(std::make_index_sequence<field_count<T>>{});

// Calls visit(std::integral_constant<std::size_t, I>{}) for each member until one returns false.
template <structure T, class Visit>
constexpr bool for_each_field(Visit&& visit) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        return (visit(std::integral_constant<std::size_t, I>{}) && ...);
    }
    (std::make_index_sequence<field_count<T>>{});
}

// The same for the member with that index alone.
template <structure T, class Visit>
EC2WIRE_ALWAYS_INLINE constexpr bool visit_field(std::size_t index, Visit&& visit) {
    bool answer = true;
    [&]<std::size_t... I>(std::index_sequence<I...>) EC2WIRE_ALWAYS_INLINE_LAMBDA {
        (void)((I == index && (answer = visit(std::integral_constant<std::size_t, I>{}), true)) ||
               ...);
    }
    (std::make_index_sequence<field_count<T>>{});
    return answer;
}

namespace detail {

// Whether rows are fields of a shape or of what it is derived from.
template <class Shape, class Row>
inline constexpr bool is_field_of = false;
template <class Shape, class Owner, class Member>
inline constexpr bool is_field_of<Shape, field<Owner, Member>> = std::is_base_of_v<Owner, Shape>;

template <class Shape, class Rows>
inline constexpr bool are_fields_of = false;
template <class Shape, class... Row>
inline constexpr bool are_fields_of<Shape, std::tuple<Row...>> = (is_field_of<Shape, Row> && ...);

}  // namespace detail

}  // namespace ec2wire

#endif
