#ifndef EC2WIRE_SHAPE_TYPE_SCHEMA_OF_HPP
#define EC2WIRE_SHAPE_TYPE_SCHEMA_OF_HPP

#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/list_schema_of.hpp>
#include <ec2wire/shape/scalar.hpp>
#include <ec2wire/shape/schema.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace ec2wire::detail {

// Builds the table of a C++ type, and defines the functions in it.

template <class T>
constexpr value_kind kind_of_value() noexcept {
    if constexpr (structure<T> || is_map_entry<T>) {
        return value_kind::structure;
    } else if constexpr (string_like<T>) {
        return value_kind::text;
    } else if constexpr (blob_like<T>) {
        return value_kind::blob;
    } else if constexpr (map_like<T>) {
        return value_kind::map;
    } else if constexpr (list_like<T>) {
        return value_kind::list;
    } else if constexpr (wire_scalar<T>) {
        return kind_of_value<typename T::wire_type>();
    } else if constexpr (std::same_as<T, bool>) {
        return value_kind::boolean;
    } else if constexpr (std::same_as<T, timestamp>) {
        return value_kind::timestamp;
    } else if constexpr (float_or_double<T>) {
        return value_kind::floating;
    } else {
        static_assert(integer<T> || number_enum<T>,
                      "ec2wire: a member is a scalar, a string, a structure with fields(), a list "
                      "or a map with an index, or a std::optional of these");
        return value_kind::integer;
    }
}

template <class T>
constexpr member_storage storage_of() noexcept {
    if constexpr (std::same_as<T, std::string_view>) return member_storage::view;
    if constexpr (std::same_as<T, std::optional<std::string_view>>)
        return member_storage::optional_view;
    if constexpr (std::same_as<T, std::string>) return member_storage::string;
    if constexpr (std::same_as<T, std::optional<std::string>>)
        return member_storage::optional_string;
    if constexpr (std::same_as<T, std::optional<timestamp>>) return member_storage::optional_time;
    return member_storage::other;
}

// The functions of a type_schema. T is the type of the member.

template <class T>
const void* get_value(const void* member) {
    const T& declared = *static_cast<const T*>(member);
    if constexpr (std::is_pointer_v<T>) {
        return declared == nullptr ? nullptr : member;
    } else if constexpr (is_maybe_of_members<T>) {
        return maybe_flag::is_set(declared) ? member : nullptr;
    } else if constexpr (is_maybe<T>) {
        return declared.has_value() ? std::addressof(declared.contained()) : nullptr;
    } else if constexpr (nullable<T>) {
        using held = std::remove_cvref_t<decltype(*declared)>;
        return declared.has_value() ? get_value<held>(std::addressof(*declared)) : nullptr;
    } else {
        return member;
    }
}

template <class T>
void* emplace_value(void* member, scratch& memory) {
    T& declared = *static_cast<T*>(member);
    if constexpr (is_maybe<T>) {
        declared.emplace();
        return std::addressof(declared.contained());
    } else if constexpr (requires { declared.emplace(); }) {
        declared.emplace();
        return emplace_value<std::remove_cvref_t<decltype(*declared)>>(std::addressof(*declared),
                                                                       memory);
    } else if constexpr (nullable<T>) {
        using held = typename T::value_type;  // of an indirect_view: see can_be_set
        held* const value = memory.allocate<held>(1);
        if (value == nullptr) return nullptr;
        declared = T(std::construct_at(value));
        return emplace_value<held>(value, memory);
    } else {
        return member;
    }
}

// Makes a value that is stored inside its member present, and returns it.
template <class T>
auto& make_present(T& member) {
    if constexpr (is_maybe<T>) {
        return make_present(member.emplace());
    } else if constexpr (nullable<T>) {
        member.emplace();
        return make_present(*member);
    } else {
        return member;
    }
}

// Whether a scalar can be decoded, as check_shape() requires of a shape that is. One that is only encoded may
// hold a const char*, or bytes of a fixed size.
template <class Value>
inline constexpr bool can_be_parsed = std::is_default_constructible_v<Value>;
template <string_like Value>
inline constexpr bool can_be_parsed<Value> =
    std::is_default_constructible_v<Value>&& can_hold_text<Value>;
template <blob_like Value>
inline constexpr bool can_be_parsed<Value> =
    std::is_default_constructible_v<Value>&& can_hold_bytes<Value>;

template <class T>
scalar_fault parse_value(void* member, std::string_view text, scratch& memory) {
    using value = value_type_of<T>;
    if constexpr (can_be_parsed<value> && can_be_set<T>) {
        value parsed{};
        if (const scalar_fault fault = read_scalar(parsed, text, memory)) return fault;
        auto* const target = static_cast<value*>(emplace_value<T>(member, memory));
        if (target == nullptr) return {errc::out_of_memory, 0};
        *target = std::move(parsed);
    }
    return {};
}

// The integer type on the wire: T itself, or the type that T wraps.
template <class T>
struct wire_integer {
    using type = T;
};
template <wire_scalar T>
struct wire_integer<T> {
    using type = typename T::wire_type;
};
template <number_enum T>
struct wire_integer<T> {
    using type = std::underlying_type_t<T>;
};

template <class T>
void store_number(void* member, std::uint64_t number) {
    using value = value_type_of<T>;
    make_present(*static_cast<T*>(member)) =
        value(static_cast<typename wire_integer<value>::type>(number));
}

// Whether a member is set to an integer without memory of the scratch.
template <class T>
inline constexpr bool stores_number =
    integer<typename wire_integer<value_type_of<T>>::type>&& can_be_set<T> && !is_indirect<T>;

// Whether a std::int64_t can hold each value of an integer type.
template <class Integer>
constexpr bool fits_int64() noexcept {
    if constexpr (integer<Integer>)
        return sizeof(Integer) < sizeof(std::int64_t) + (Integer(-1) < Integer(0) ? 1 : 0);
    else
        return false;
}

template <class Value>
inline constexpr bool has_number = fits_int64<typename wire_integer<Value>::type>();

template <class Value>
std::int64_t number_of_value(const void* value) {
    const Value& number = *static_cast<const Value*>(value);
    if constexpr (wire_scalar<Value>)
        return static_cast<std::int64_t>(number.wire());
    else
        return static_cast<std::int64_t>(number);
}

template <class Value>
std::string_view text_of_value(const void* value) {
    const Value& text = *static_cast<const Value*>(value);
    if constexpr (blob_like<Value>) {
        return {static_cast<const char*>(static_cast<const void*>(text.data())), text.size()};
    } else {
        return std::string_view(text);
    }
}

template <class Value>
bool print_value(const void* value, timestamp_format format, text_sink out) {
    return write_scalar(*static_cast<const Value*>(value), format,
                        [&](std::string_view piece) { out.put(out.context, piece); });
}

template <structure T, schema_use Use = schema_use::both_ways>
struct structure_of {
    static const structure_schema schema;
};

template <class T, schema_use Use>
constexpr type_schema type_schema_of() noexcept {
    using value = value_type_of<T>;
    type_schema type{};
    type.kind = kind_of_value<value>();
    type.is_bool = std::same_as<value, bool>;
    type.can_be_absent = nullable<T> || is_maybe<T> || std::is_pointer_v<T>;
    if constexpr (is_indirect<T>) type.indirect_size = sizeof(value);
    type.is_maybe_of_members = is_maybe_of_members<T>;
    if constexpr (nullable<T> || is_maybe<T> || std::is_pointer_v<T>) type.get = get_value<T>;
    if constexpr (Use == schema_use::both_ways && can_be_set<T> && (nullable<T> || is_maybe<T>))
        type.emplace = emplace_value<T>;
    if constexpr (scalar<value>) {
        type.storage = storage_of<T>();
        if constexpr (stores_number<T>) {
            if constexpr (Use == schema_use::both_ways) type.store_number = store_number<T>;
            type.range = range_of<typename wire_integer<value>::type>;
            type.few_digits = type.range.highest < 10'000 ? 2 : 4;
        } else if constexpr (Use == schema_use::both_ways) {
            type.parse = parse_value<T>;
        }
        if constexpr (string_like<value> || blob_like<value>) type.text = text_of_value<value>;
        if constexpr (has_number<value>)
            type.number = number_of_value<value>;
        else if constexpr (!string_like<value> && !std::same_as<value, bool>)
            type.print = print_value<value>;
    } else if constexpr (structure<value>) {
        type.structure = &structure_of<value, Use>::schema;
    } else if constexpr (list_like<value>) {
        type.list = &list_of<value, Use>;
    }
    return type;
}

template <class T, schema_use Use = schema_use::both_ways>
inline constexpr type_schema type_of = type_schema_of<T, Use>();

}  // namespace ec2wire::detail

#endif
