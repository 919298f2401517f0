#ifndef EC2WIRE_SHAPE_SCHEMA_OF_HPP
#define EC2WIRE_SHAPE_SCHEMA_OF_HPP

#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/scalar.hpp>
#include <ec2wire/shape/schema.hpp>

#include <array>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ec2wire::detail {

// Makes the tables of schema.hpp of what shapes list in fields(). The casts from an address without a
// type to the C++ type are here and nowhere else.

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
    } else if constexpr (std::floating_point<T>) {
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
    } else if constexpr (is_maybe<T>) {
        return declared.has_value() ? &declared.contained() : nullptr;
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
        return &declared.contained();
    } else if constexpr (requires { declared.emplace(); }) {
        return emplace_value<std::remove_cvref_t<decltype(*declared)>>(
            std::addressof(declared.emplace()), memory);
    } else if constexpr (nullable<T>) {
        using held = typename T::value_type;  // of an indirect_view
        held* const value = memory.allocate<held>(1);
        if (value == nullptr) return nullptr;
        declared = T(std::construct_at(value));
        return emplace_value<held>(value, memory);
    } else {
        return member;
    }
}

// Makes a value present that is inside its member, and returns it.
template <class T>
auto& make_present(T& member) {
    if constexpr (nullable<T> || is_maybe<T>)
        return make_present(member.emplace());
    else
        return member;
}

template <class T>
scalar_fault parse_value(void* member, std::string_view text, scratch& memory) {
    using value = contained_in<T>;
    if constexpr (!std::is_pointer_v<T> && std::is_default_constructible_v<value>) {
        value parsed{};
        if (const scalar_fault fault = read_scalar(parsed, text, memory)) return fault;
        auto* const target = static_cast<value*>(emplace_value<T>(member, memory));
        if (target == nullptr) return {errc::out_of_memory, 0};
        *target = std::move(parsed);
    }
    return {};
}

// A type of the wire's that is an integer: T itself, or what T is a meaning of.
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
void store_number(void* member, std::uint32_t number) {
    using value = contained_in<T>;
    make_present(*static_cast<T*>(member)) =
        value(static_cast<typename wire_integer<value>::type>(number));
}

template <class Value>
std::string_view text_of_value(const void* value) {
    return std::string_view(*static_cast<const Value*>(value));
}

template <class Value>
bool print_value(const void* value, timestamp_format format, text_sink out) {
    return write_scalar(*static_cast<const Value*>(value), format,
                        [&](std::string_view piece) { out.put(out.context, piece); });
}

// The functions of a list_schema.

template <class Element>
void construct_element(void* address) {
    ::new (address) Element{};
}

template <class List>
void* append_to(void* list) {
    return std::addressof(static_cast<List*>(list)->emplace_back());
}

template <class List>
std::size_t size_of_list(const void* list) {
    return static_cast<const List*>(list)->size();
}

template <class List>
const void* data_of_list(const void* list) {
    return std::to_address(static_cast<const List*>(list)->begin());
}

template <class List>
void visit_element(const void* list, std::size_t index, void* context,
                   void (*use)(void* context, const void* element)) {
    const element_of<List>& element = (*static_cast<const List*>(list))[index];
    use(context, std::addressof(element));
}

template <class List>
constexpr list_schema list_schema_of() noexcept {
    using element = element_of<List>;
    list_schema list{};
    if constexpr (std::same_as<List, list_view<element>>) {
        static_assert(sizeof(List) == sizeof(list_extent) && std::is_trivially_copyable_v<List>);
        static_assert(std::is_trivially_destructible_v<element>,
                      "ec2wire: no destructor runs for the elements of a list_view");
        list.element_size = sizeof(element);
        list.element_alignment = alignof(element);
        list.construct = construct_element<element>;
    } else {
        if constexpr (requires(List & target) { std::addressof(target.emplace_back()); })
            list.append = append_to<List>;
        list.size = size_of_list<List>;
        // What begin() gives may differ from what the index gives: only a row of memory is asked
        // for its elements at once.
        if constexpr (requires(const List& c) { std::span<const element>(c.begin(), c.size()); }) {
            list.data = data_of_list<List>;
            list.element_stride = sizeof(element);
        } else {
            list.visit = visit_element<List>;
        }
    }
    return list;
}

template <class List>
inline constexpr list_schema list_of = list_schema_of<List>();

template <structure T>
struct structure_of {
    static const structure_schema schema;
};

template <class T>
constexpr type_schema type_schema_of() noexcept {
    using value = contained_in<T>;
    type_schema type{};
    type.kind = kind_of_value<value>();
    type.can_be_absent = nullable<T> || is_maybe<T> || std::is_pointer_v<T>;
    type.is_indirect = is_indirect<T>;
    if constexpr (nullable<T> || is_maybe<T> || std::is_pointer_v<T>) type.get = get_value<T>;
    if constexpr (nullable<T> || is_maybe<T>) type.emplace = emplace_value<T>;
    if constexpr (scalar<value>) {
        type.parse = parse_value<T>;
        type.storage = storage_of<T>();
        if constexpr (integer<typename wire_integer<value>::type> && !is_indirect<T>) {
            using number = std::numeric_limits<typename wire_integer<value>::type>;
            type.store_number = store_number<T>;
            type.few_digits = number::digits10 < 4 ? number::digits10 : 4;
        }
        if constexpr (string_like<value>) {
            type.text = text_of_value<value>;
        } else {
            type.print = print_value<value>;
        }
    } else if constexpr (structure<value>) {
        type.structure = &structure_of<value>::schema;
    } else if constexpr (list_like<value>) {
        type.list = &list_of<value>;
    }
    return type;
}

template <class T>
inline constexpr type_schema type_of = type_schema_of<T>();

// What the shape says of a member, or, below it, of what a list or a map holds that is a list or a map
// itself.
template <structure T, std::size_t I, std::size_t Depth>
struct info_at {
    static constexpr member_info info = info_at<T, I, Depth - 1>::info.element();
    using held = info_at<T, I, Depth + 1>;
};
template <structure T, std::size_t I>
struct info_at<T, I, 0> {
    static constexpr member_info info = std::get<I>(fields_of<T>).info;
    using held = info_at<T, I, 1>;
};

template <class Value, class Info>
constexpr const member_schema* element_schema_of() noexcept;

// A row of type T that Info speaks of, with the offset 0.
template <class T, class Info>
constexpr member_schema value_row(std::string_view xml) noexcept {
    using value = contained_in<T>;
    member_schema row{};
    row.xml = schema_name(xml);
    row.name = Info::info.name;
    row.type = &type_of<T>;
    row.format = Info::info.traits.format;
    if constexpr (list_like<value> && !scalar<value>)
        row.element = element_schema_of<value, Info>();
    return row;
}

// What a list or a map holds: what Info says, or, if that is a list or a map in turn, what is said of
// it below.
template <class T, class Info>
using info_of_held = std::conditional_t<list_like<contained_in<T>> && !scalar<contained_in<T>>,
                                        typename Info::held, Info>;

template <class Element, class Info>
inline constexpr member_schema element_row =
    value_row<Element, info_of_held<Element, Info>>(Info::info.traits.item_name);

// Where a member is in an object: the byte that has its address.
template <class T>
union object_frame {
    char bytes[sizeof(T)];
    T object;
    constexpr object_frame() noexcept : bytes{} {}
    constexpr ~object_frame() {}
};
template <class T>
inline constexpr object_frame<T> frame_of{};

template <class T, class Pointer>
constexpr std::uint32_t find_offset(Pointer pointer) noexcept {
    const object_frame<T>& frame = frame_of<T>;
    const void* const address = std::addressof(frame.object.*pointer);
    std::uint32_t offset = 0;
    while (offset < sizeof(T) && static_cast<const void*>(frame.bytes + offset) != address)
        ++offset;
    return offset;
}

template <class T, auto Pointer>
inline constexpr std::uint32_t offset_of = find_offset<T>(Pointer);

// P3. The entry of a map is a structure of two members.
//
//   <entry><key>Environment</key><value>production</value></entry>
template <class Entry, class Info>
struct entry_of {
    using value = decltype(Entry::value);

    static const structure_schema schema;
    static constexpr member_schema members[2] = {
        [] {
            member_schema row = value_row<decltype(Entry::key), Info>(Info::info.key_name());
            row.owner = &schema;
            return row;
        }(),
        [] {
            member_schema row =
                value_row<value, info_of_held<value, Info>>(Info::info.value_name());
            row.offset = offset_of<Entry, &Entry::value>;
            row.index = 1;
            row.owner = &schema;
            return row;
        }()};
    static constexpr type_schema type = [] {
        type_schema entry{};
        entry.kind = value_kind::structure;
        entry.structure = &schema;
        return entry;
    }();
    static constexpr member_schema row = [] {
        member_schema entry{};
        entry.xml = schema_name("entry");
        entry.name = Info::info.name;
        entry.type = &type;
        return entry;
    }();
};

template <class Entry, class Info>
constinit const structure_schema entry_of<Entry, Info>::schema{entry_of::members, 2, false, true};

template <class Value, class Info>
constexpr const member_schema* element_schema_of() noexcept {
    if constexpr (map_like<Value>)
        return &entry_of<element_of<Value>, Info>::row;
    else
        return &element_row<element_of<Value>, Info>;
}

template <structure T, std::size_t I>
constexpr member_schema member_schema_of() noexcept {
    constexpr auto& field = std::get<I>(fields_of<T>);
    constexpr member_traits traits = field.info.traits;
    using info = info_at<T, I, 0>;
    // The id of the request is spelled as EC2 does; the engine knows the other spellings.
    member_schema row = value_row<member_type_of<T, I>, info>(
        traits.request_id ? std::string_view("requestId") : info::info.xml_name());
    constexpr std::uint32_t offset = offset_of<T, field.pointer>;
    static_assert(offset < sizeof(T), "ec2wire: a field names a member that is not the shape's");
    row.offset = offset;
    row.index = I;
    row.owner = &structure_of<T>::schema;
    row.is_of_union = union_shape<T>;
    row.is_required = traits.required;
    row.is_flattened = traits.flattened && row.type->list != nullptr;
    row.is_attribute = traits.xml_attribute;
    row.is_request_id = traits.request_id;
    return row;
}

template <class T, class Indices>
struct member_schemas;
template <class T, std::size_t... I>
struct member_schemas<T, std::index_sequence<I...>> {
    static constexpr std::array<member_schema, sizeof...(I)> all{member_schema_of<T, I>()...};
};

template <structure T>
constinit const structure_schema structure_of<T>::schema = [] {
    static_assert(field_count<T> <= max_members, "ec2wire: a structure has at most 256 members");
    constexpr auto& rows = member_schemas<T, std::make_index_sequence<field_count<T>>>::all;
    structure_schema structure{rows.data(), field_count<T>, union_shape<T>, false,
                               has_attributes<T>};
    for (const member_schema& row : rows) structure.has_request_id |= row.is_request_id;
    return structure;
}();

template <message_shape T>
inline constexpr message_schema message_of = [] {
    using protocol = typename T::service::protocol;
    return message_schema{T::operation,          T::service::version,
                          protocol::root_suffix, protocol::result_suffix,
                          protocol::item_name,   &structure_of<T>::schema};
}();

}  // namespace ec2wire::detail

#endif
