#ifndef EC2WIRE_CODEC_QUERY_LEVEL_HPP
#define EC2WIRE_CODEC_QUERY_LEVEL_HPP

#include <ec2wire/codec/member_order.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace ec2wire::detail {

// R4. In awsQuery what a list or a map holds has names of its own below the index, where that is a
// list or a map in turn:
//
//   Matrix.member.1.member.2=    Map.entry.1.key=    Map.entry.1.value.member.1=
//   level 0         level 1      level 0             level 0     level 1
//
// One object for each level of each member, made at compile time. An entry of a map is as a structure
// of two members, and has their order.

// A place in the order of an entry.
struct entry_place {
    std::string_view begin;  // "&key=", "&value." or "&value.member."
    bool is_key;
    bool is_empty_list;  // the value is a list without an element
};

struct query_level {
    member_info info;
    std::string_view begin;               // "&member.", of what is an element itself
    std::span<const entry_place> places;  // of a map's entry
    const query_level* element;           // what is held; null at the last level
};

// Whether a member of this type has levels.
template <class Protocol, class T>
inline constexpr bool has_levels = Protocol::has_wrapped_lists&& is_counted<T>;

template <class T>
struct content {
    using type = element_of<contained_in<T>>;
};
template <class T>
    requires map_like<contained_in<T>>
struct content<T> {
    using type = decltype(element_of<contained_in<T>>::value);
};

template <structure T, std::size_t I, std::size_t Depth>
struct level {
    using type = typename content<typename level<T, I, Depth - 1>::type>::type;
    static constexpr member_info info = level<T, I, Depth - 1>::info.element();
};
template <structure T, std::size_t I>
struct level<T, I, 0> {
    using type = typename std::tuple_element_t<I, decltype(T::fields())>::member_type;
    static constexpr member_info info = std::get<I>(fields_of<T>).info;
};

template <class Protocol, class Level>
inline constexpr auto item_begin = [] {
    constexpr std::string_view item = item_segment<Protocol, typename Level::type>(Level::info);
    return begin_text<begin_size({}, item)>({}, item, '.');
}();

template <class Level>
inline constexpr auto key_begin =
    begin_text<begin_size(Level::info.key_name(), {})>(Level::info.key_name(), {}, '=');

// How a map's value begins, whose own level is Next.
template <class Protocol, class Level, class Next>
inline constexpr auto value_begin = [] {
    constexpr std::string_view name = Level::info.value_name();
    constexpr std::string_view item = item_segment<Protocol, typename Next::type>(Next::info);
    return begin_text<begin_size(name, item)>(name, item, is_path<typename Next::type> ? '.' : '=');
}();

template <class Level>
inline constexpr auto empty_value_begin =
    begin_text<begin_size(Level::info.value_name(), {})>(Level::info.value_name(), {}, '=');

template <class Protocol, class Level, class Next>
inline constexpr auto entry_places = [] {
    constexpr bool is_list =
        is_counted<typename Next::type> && !map_like<contained_in<typename Next::type>>;
    constexpr std::string_view begins[] = {view_of(key_begin<Level>),
                                           view_of(value_begin<Protocol, Level, Next>),
                                           view_of(empty_value_begin<Level>)};
    std::array<order_entry, 2 + is_list> order{};
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = {begins[i].substr(1, begins[i].size() - 2), begins[i].back() == '.', i, i == 2};
    sort(order);
    std::array<entry_place, order.size()> places{};
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (order[i].index == clash_index) return decltype(places){};
        places[i] = {begins[order[i].index], order[i].index == 0, order[i].is_empty_list};
    }
    return places;
}();

template <class Protocol, structure T, std::size_t I, std::size_t Depth>
inline constexpr query_level level_of = [] {
    using here = level<T, I, Depth>;
    query_level made{here::info, {}, {}, nullptr};
    if constexpr (is_counted<typename here::type>) {
        made.begin = view_of(item_begin<Protocol, here>);
        if constexpr (map_like<contained_in<typename here::type>>) {
            constexpr auto& places = entry_places<Protocol, here, level<T, I, Depth + 1>>;
            static_assert(!places[0].begin.empty(), "a map's key and value have the same name");
            made.places = places;
        }
        made.element = &level_of<Protocol, T, I, Depth + 1>;
    }
    return made;
}();

}  // namespace ec2wire::detail

#endif
