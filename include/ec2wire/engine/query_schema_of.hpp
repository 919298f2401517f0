#ifndef EC2WIRE_ENGINE_QUERY_SCHEMA_OF_HPP
#define EC2WIRE_ENGINE_QUERY_SCHEMA_OF_HPP

#include <ec2wire/engine/query_keys.hpp>
#include <ec2wire/query/key_order.hpp>
#include <ec2wire/query/percent.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/protocol.hpp>
#include <ec2wire/shape/query_schema.hpp>
#include <ec2wire/shape/schema_of.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace ec2wire::detail {

// Makes the tables of query_schema.hpp from what shapes list in fields(), by the rules of the protocol of the
// shape's service (R1 to R4: keys). Use says whether requests are encoded or decoded with them.

template <class Protocol, structure T, schema_use Use = schema_use::encoding,
          bool IsRoot = message_shape<T>>
struct query_schema_of {
    static const query_schema schema;
};

template <class Protocol, class Entry, class Info, schema_use Use>
struct query_entry_of;

// Stands for the traits of lists and maps in ec2Query, which ignores them, so that one table serves all.
struct no_info {
    using held = no_info;
};
template <class Protocol, class Info>
using info_that_counts = std::conditional_t<Protocol::has_wrapped_lists, Info, no_info>;

// R4 (lists and maps). The key segment after the index of a list or map inside another: ".member.",
// ".entry.", or "." if it is flattened or the protocol has no such segment.
template <class Protocol, class Value, class Info>
struct inner_item {
    static constexpr std::string_view segment =
        item_segment<Protocol>(Info::info, kind_of_value<Value>());
    static constexpr auto text = [] {
        std::array<char, query::percent_size(segment) + 2> wrapped{};
        wrapped.front() = wrapped.back() = '.';
        query::write_percent(segment, wrapped.data() + 1, wrapped.data() + wrapped.size());
        return wrapped;
    }();
    static constexpr std::string_view view =
        segment.empty() ? std::string_view(".") : std::string_view(text.data(), text.size());
};
template <class Protocol, class Value>
struct inner_item<Protocol, Value, no_info> {
    static constexpr std::string_view view = ".";
};

template <class Protocol, class Value, class Info, schema_use Use>
constexpr query_target query_target_of() noexcept;

// The target of a value's keys: one table for all values of the same type.
template <class Protocol, class Value, class Info, schema_use Use>
inline constexpr query_target target_of = query_target_of<Protocol, Value, Info, Use>();
inline constexpr query_target scalar_target{.text = "="};

template <class Protocol, class Value, class Info, schema_use Use>
constexpr const query_target* target_to() noexcept {
    if constexpr (scalar<Value>)
        return &scalar_target;
    else if constexpr (structure<Value>)
        return &target_of<Protocol, Value, no_info, Use>;
    else
        return &target_of<Protocol, Value, info_that_counts<Protocol, Info>, Use>;
}

// Info describes the value if that is a list or a map.
template <class Protocol, class Value, class Info, schema_use Use>
constexpr query_target query_target_of() noexcept {
    query_target target{};
    target.text = ".";
    if constexpr (structure<Value>) {
        target.structure = &query_schema_of<Protocol, Value, Use, false>::schema;
    } else if constexpr (is_map_entry<Value>) {
        target.structure = &query_entry_of<Protocol, Value, Info, Use>::schema;
    } else {
        using element = element_of<Value>;
        target.element =
            target_to<Protocol, value_type_of<element>, info_of_held<element, Info>, Use>();
        target.sends_empty = Protocol::has_wrapped_lists && !map_like<Value>;
        target.text = inner_item<Protocol, Value, Info>::view;
    }
    return target;
}

// The rows of a structure in the byte order of its keys. Source has the `keys`, the `members` for each use,
// and the `targets` of the keys.
template <class Source, schema_use Use>
struct query_rows {
    using texts = query_texts<Source>;

    static constexpr auto all = [] {
        std::array<query_row, Source::keys.count> rows{};
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const query::key_text& key = texts::order.keys[i];
            const query_row_kind kind = Source::keys.kinds[key.index];
            rows[i] = {key.text.data(), static_cast<std::uint32_t>(key.text.size()), kind};
            if (kind == query_row_kind::fixed_pair) continue;
            const std::size_t member = Source::keys.members[key.index];
            rows[i].member = &Source::template members<Use>()[member];
            rows[i].target = Source::template targets<Use>()[member];
            if (is_scalar(rows[i].member->type->kind)) rows[i].kind = query_row_kind::scalar;
        }
        return rows;
    }();
};

// R4 (maps). Map.entry.1.key and Map.entry.1.value: the entry of a map that Info describes.
template <class Protocol, class Entry, class Info>
struct query_entry_source {
    using value_type = value_type_of<decltype(Entry::value)>;
    using value_info = info_of_held<decltype(Entry::value), Info>;

    template <schema_use Use>
    static constexpr const member_schema* members() {
        return entry_of<Entry, Info, Use>::members;
    }
    template <schema_use Use>
    static constexpr std::array<const query_target*, 2> targets() {
        return {target_to<Protocol, value_type_of<decltype(Entry::key)>, Info, Use>(),
                target_to<Protocol, value_type, value_info, Use>()};
    }
    static constexpr auto keys = [] {
        constexpr value_kind kind = kind_of_value<value_type>();
        query_keys<3> made{};
        made.add_member({.name = Info::info.key_name()}, false, 0);
        made.add_member({.name = Info::info.value_name(),
                         .item = item_segment<Protocol>(value_info::info, kind),
                         .has_subkeys = !is_scalar(kind)},
                        kind == value_kind::list, 1);
        return made;
    }();
};
template <class Protocol, class Entry, class Info, schema_use Use>
struct query_entry_of {
    using rows = query_rows<query_entry_source<Protocol, Entry, Info>, Use>;
    static_assert(rows::texts::order.is_good,
                  "ec2wire: a map's key and value have the same name: give it a .key_name");

    static constexpr query_schema schema{rows::all.data(), rows::all.size(), true, false, true};
};

template <class T, class Indices>
struct query_members;
template <structure T, std::size_t... Index>
struct query_members<T, std::index_sequence<Index...>> {
    template <class Protocol, schema_use Use>
    static constexpr std::array<const query_target*, sizeof...(Index)> targets{
        target_to<Protocol, value_type_of<member_type_of<T, Index>>, info_at<T, Index, 0>,
                  Use>()...};

    static constexpr std::array<value_kind, sizeof...(Index)> kinds{
        kind_of_value<value_type_of<member_type_of<T, Index>>>()...};

    static constexpr std::array<bool, sizeof...(Index)> can_be_absent{
        type_of<member_type_of<T, Index>, schema_use::encoding>.can_be_absent...};

    static constexpr std::array<const member_info*, sizeof...(Index)> infos{
        &field_at<Index>(fields_of<T>).info...};
};

// The source from which query_rows makes the rows of a structure.
template <class Protocol, structure T, bool IsRoot>
struct query_source {
    using all_members = query_members<T, std::make_index_sequence<field_count<T>>>;

    template <schema_use Use>
    static constexpr const member_schema* members() {
        return members_of<T, Use>.data();
    }
    template <schema_use Use>
    static constexpr auto& targets() {
        return all_members::template targets<Protocol, Use>;
    }
    static constexpr auto keys = [] {
        query_keys<2 * field_count<T> + 2> made{};
        for (std::size_t i = 0; i < field_count<T>; ++i) {
            const member_info& info = *all_members::infos[i];
            const value_kind kind = all_members::kinds[i];
            const bool sends_empty = Protocol::has_wrapped_lists && kind == value_kind::list;
            const query_segment segment = Protocol::query_name(info);
            made.add_member({.name = segment.name,
                             .item = item_segment<Protocol>(info, kind),
                             .is_capitalized = segment.is_capitalized,
                             .has_subkeys = !is_scalar(kind)},
                            sends_empty && all_members::can_be_absent[i], i);
        }
        if constexpr (IsRoot) {
            made.add({.name = "Action", .value = T::operation}, query_row_kind::fixed_pair, 0);
            made.add({.name = "Version", .value = T::service::version}, query_row_kind::fixed_pair,
                     0);
        }
        return made;
    }();
};

template <class Protocol, structure T, schema_use Use, bool IsRoot>
constinit const query_schema query_schema_of<Protocol, T, Use, IsRoot>::schema = [] {
    using source = query_source<Protocol, T, IsRoot>;
    using rows = query_rows<source, Use>;
    // A dot in a segment would be taken for a separator, and break the order of the keys.
    static_assert(!source::keys.has_dot(),
                  "ec2wire: a key's segment has no dot: give the member another .xml_name");
    static_assert(rows::texts::order.is_good,
                  "ec2wire: two members have the same key: give one another .xml_name");
    bool has_required = false;
    for (const member_info* const info : source::all_members::infos)
        has_required |= info->traits.required;
    return query_schema{rows::all.data(), rows::all.size(), false, union_shape<T>, has_required};
}();

}  // namespace ec2wire::detail

#endif
