#ifndef EC2WIRE_SHAPE_SCHEMA_OF_HPP
#define EC2WIRE_SHAPE_SCHEMA_OF_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/element_name.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/type_schema_of.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace ec2wire::detail {

// Makes the tables of schema.hpp from what shapes list in fields(). The casts from untyped addresses to C++
// types are here, in type_schema_of.hpp and in list_schema_of.hpp, and nowhere else.

// The member_info of a member and, at each greater depth, of the elements of the list or map above it.
template <structure T, std::size_t Index, std::size_t Depth>
struct info_at {
    static constexpr member_info info = info_at<T, Index, Depth - 1>::info.element();
    using held = info_at<T, Index, Depth + 1>;
};
template <structure T, std::size_t Index>
struct info_at<T, Index, 0> {
    static constexpr member_info info = field_at<Index>(fields_of<T>).info;
    using held = info_at<T, Index, 1>;
};

template <class Value, class Info, schema_use Use>
constexpr const member_schema* element_schema_of() noexcept;

// Whether a value has elements, which a row of their own describes.
template <class T>
inline constexpr bool has_elements = list_like<value_type_of<T>> && !scalar<value_type_of<T>>;

// Makes the row of a value of type T that Info describes, with the offset 0.
template <class T, class Info, schema_use Use>
constexpr member_schema value_row(compared_name xml) noexcept {
    member_schema row{};
    row.type = &type_of<T, Use>;
    row.form = form_of<T>();
    row.xml = xml;
    row.name = Info::info.name;
    row.format = Info::info.traits.format;
    if constexpr (has_elements<T>) row.element = element_schema_of<value_type_of<T>, Info, Use>();
    return row;
}

// The member_info of a list's or map's elements: Info itself, or, if the elements are lists or maps too, the
// one below it.
template <class T, class Info>
using info_of_held = std::conditional_t<has_elements<T>, typename Info::held, Info>;

template <class Element, class Info, schema_use Use>
inline constexpr member_schema element_row =
    value_row<Element, info_of_held<Element, Info>, Use>(part_name<Info, part_of_list::item>::xml);

// A T and its bytes at one address. The variable is declared and never defined: constant evaluation uses only
// addresses in it, so it takes no memory and no destructor runs.
template <class T>
union object_frame {
    char bytes[sizeof(T)];
    T object;
    object_frame();
    ~object_frame();
};
EC2WIRE_BEGIN_UNDEFINED
template <class T>
extern const object_frame<T> frame_of;

// Returns a member's offset: the byte of the frame that has the member's address; sizeof(T) if the member is not
// T's, or packed, or if the pointer is null.
template <class T, class Pointer>
consteval std::uint32_t find_offset(Pointer pointer) noexcept {
    if (pointer == nullptr) return sizeof(T);
    const auto& member = frame_of<T>.object.*pointer;
    const void* const address = std::addressof(member);
    const std::uint32_t aligned = alignof(std::remove_cvref_t<decltype(member)>);
    for (std::uint32_t offset = 0; offset < sizeof(T); offset += aligned)
        if (static_cast<const void*>(frame_of<T>.bytes + offset) == address) return offset;
    return sizeof(T);
}
EC2WIRE_END_UNDEFINED

template <class T, auto Pointer>
inline constexpr std::uint32_t offset_of = find_offset<T>(Pointer);

// P3 (maps). The entry of a map is a structure of two members.
//
//   <entry><key>Environment</key><value>production</value></entry>
template <class Entry, class Info, schema_use Use>
struct entry_of {
    using value = decltype(Entry::value);

    static const structure_schema schema;
    static constexpr member_schema members[2] = {
        [] {
            member_schema row =
                value_row<decltype(Entry::key), Info, Use>(part_name<Info, part_of_list::key>::xml);
            row.is_required = true;
            return row;
        }(),
        [] {
            member_schema row = value_row<value, info_of_held<value, Info>, Use>(
                part_name<Info, part_of_list::value>::xml);
            row.offset = offset_of<Entry, &Entry::value>;
            row.index = 1;
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
        entry.xml = compared_name(entry_tag.name());
        entry.form = member_form::structure;
        entry.name = Info::info.name;
        entry.type = &type;
        return entry;
    }();
};

template <class Entry, class Info, schema_use Use>
constinit const structure_schema entry_of<Entry, Info, Use>::schema{entry_of::members, 2, false,
                                                                    true};

template <class Value, class Info, schema_use Use>
constexpr const member_schema* element_schema_of() noexcept {
    if constexpr (map_like<Value>)
        return &entry_of<element_of<Value>, Info, Use>::row;
    else
        return &element_row<element_of<Value>, Info, Use>;
}

// Returns the name of a member's element. Requests are never XML, and need no tags.
template <structure T, schema_use Use>
constexpr compared_name element_name_of(std::size_t member, const member_info& info) noexcept {
    if constexpr (Use == schema_use::both_ways)
        return compared_name(member_tags<T>::name(member));
    else
        return compared_name(element_name(info));
}

// Adds to the row of a member what its traits say.
constexpr void describe(member_schema& row, const member_info& info, bool can_be_absent) noexcept {
    row.name = info.name;
    row.format = info.traits.format;
    row.is_required = info.traits.required;
    row.is_attribute = info.traits.xml_attribute;
    row.is_request_id = info.traits.request_id;
    // A required list that is empty is written; any other required member that is absent is an error.
    const bool can_lack = can_be_absent || row.form == member_form::list;
    if (row.is_attribute || row.is_request_id || row.is_flattened || (row.is_required && can_lack))
        row.form = member_form::other;
}

template <structure T, std::size_t Index, schema_use Use = schema_use::both_ways>
constexpr member_schema member_schema_of() noexcept {
    constexpr auto& field = field_at<Index>(fields_of<T>);
    using declared = member_type_of<T, Index>;
    constexpr std::uint32_t offset = find_offset<T>(field.pointer);
    static_assert(offset < sizeof(T),
                  "ec2wire: a field names a member that is not the shape's, or is packed");
    member_schema row{};
    row.type = &type_of<declared, Use>;
    row.form = form_of<declared>();
    if constexpr (has_elements<declared>) {
        row.element = element_schema_of<value_type_of<declared>, info_at<T, Index, 0>, Use>();
        row.is_flattened = field.info.traits.flattened;
    }
    row.xml = element_name_of<T, Use>(Index, field.info);
    row.offset = offset;
    row.index = Index;
    row.is_of_union = union_shape<T>;
    describe(row, field.info,
             nullable<declared> || is_maybe<declared> || std::is_pointer_v<declared>);
    return row;
}

template <class T, class Indices, schema_use Use>
struct member_schemas;
template <class T, std::size_t... Index, schema_use Use>
struct member_schemas<T, std::index_sequence<Index...>, Use> {
    static constexpr std::array<member_schema, sizeof...(Index)> all{
        member_schema_of<T, Index, Use>()...};
};

// Whether a member is the request id.
template <structure T>
inline constexpr bool has_request_id = []<std::size_t... Index>(std::index_sequence<Index...>) {
    return (false || ... || field_at<Index>(fields_of<T>).info.traits.request_id);
}
(std::make_index_sequence<field_count<T>>{});

// The rows of a structure's members, in the order of fields().
template <structure T, schema_use Use>
inline constexpr auto& members_of =
    member_schemas<T, std::make_index_sequence<field_count<T>>, Use>::all;

template <structure T, schema_use Use>
constinit const structure_schema structure_of<T, Use>::schema = [] {
    // Uses only the address of the rows: those of a recursive shape may be under construction.
    using rows = member_schemas<T, std::make_index_sequence<field_count<T>>, Use>;
    structure_schema structure{rows::all.data(),  field_count<T>,   union_shape<T>, false,
                               has_attributes<T>, has_request_id<T>};
    if constexpr (requires { T::left_out.size(); }) {
        structure.left_out = T::left_out.data();
        structure.left_out_count = static_cast<std::uint32_t>(T::left_out.size());
    }
    return structure;
}();

template <message_shape T>
inline constexpr message_schema message_of = [] {
    using protocol = typename T::service::protocol;
    return message_schema{T::operation,
                          T::service::version,
                          xml_namespace_of<typename T::service>,
                          protocol::root_suffix,
                          protocol::result_suffix,
                          compared_name(item_tag<protocol>.name()),
                          &structure_of<T>::schema};
}();

}  // namespace ec2wire::detail

#endif
