#ifndef EC2WIRE_CODEC_QUERY_NAMES_HPP
#define EC2WIRE_CODEC_QUERY_NAMES_HPP

#include <ec2wire/query/percent.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/protocol.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>

namespace ec2wire::detail {

// How the pairs of a member begin, escaped, below what stands above them:
//
//   &Force=    &InstanceId.    &Tags.member.    &Attributes.entry.
//   a scalar   a flattened     a list of        a map of
//              list            awsQuery         awsQuery

// Whether further segments follow, after a dot.
template <class T>
inline constexpr bool is_path = !scalar<contained_in<T>>;

// A list or a map: what is counted.
template <class T>
inline constexpr bool is_counted = list_like<contained_in<T>> && !blob_like<contained_in<T>>;

// R4. A list that can be there without an element: "Tags=". One that is no maybe and no
// std::optional is not set when it is empty, as in ec2Query, and so nobody sends it unaware.
template <class Protocol, class T>
inline constexpr bool can_be_empty = Protocol::has_wrapped_lists&& is_counted<T> &&
                                     !map_like<contained_in<T>> && (nullable<T> || is_maybe<T>);

// What stands between the name of a list or a map and its indices.
template <class Protocol, class T>
constexpr std::string_view item_segment(const member_info& member) noexcept {
    if constexpr (!Protocol::has_wrapped_lists || !is_counted<T>) {
        return {};
    } else {
        if (member.traits.flattened) return {};
        if (map_like<contained_in<T>>) return "entry";
        return member.traits.item_name.empty() ? Protocol::item_name : member.traits.item_name;
    }
}

// Room for a beginning of these two segments, of which either may be empty.
constexpr std::size_t begin_size(std::string_view name, std::string_view item) noexcept {
    const std::size_t dot = name.empty() || item.empty() ? 0 : 1;
    return 1 + query::percent_size(name) + dot + query::percent_size(item) + 1;
}

template <std::size_t Size>
constexpr std::array<char, Size> begin_text(std::string_view name, std::string_view item,
                                            char last) noexcept {
    std::array<char, Size> text{'&'};
    const char* const limit = text.data() + Size;
    char* out = query::write_percent(name, text.data() + 1, limit);
    if (!name.empty() && !item.empty()) *out++ = '.';
    out = query::write_percent(item, out, limit);
    *out = last;
    return text;
}

template <std::size_t Size>
constexpr std::string_view view_of(const std::array<char, Size>& text) noexcept {
    return {text.data(), text.size()};
}

// Of a member of a structure, with storage of its own.
template <class Protocol, structure T, std::size_t I>
inline constexpr auto member_begin = [] {
    using member_type = member_type_of<T, I>;
    constexpr member_info info = std::get<I>(fields_of<T>).info;
    constexpr query_segment key = Protocol::query_name(info);
    constexpr std::string_view item = item_segment<Protocol, member_type>(info);
    // It would be taken for the one between two segments, and break the order of the keys.
    static_assert(
        key.name.find('.') == std::string_view::npos && item.find('.') == std::string_view::npos,
        "a key segment holds no dot");
    auto text =
        begin_text<begin_size(key.name, item)>(key.name, item, is_path<member_type> ? '.' : '=');
    if (char& first = text[1]; key.is_capitalized && first >= 'a' && first <= 'z')
        first = static_cast<char>(first - ('a' - 'A'));
    return text;
}();

// Its segments alone: "InstanceId", "Tags.member".
template <class Protocol, structure T, std::size_t I>
inline constexpr std::string_view segments_of =
    view_of(member_begin<Protocol, T, I>).substr(1, member_begin<Protocol, T, I>.size() - 2);

}  // namespace ec2wire::detail

#endif
