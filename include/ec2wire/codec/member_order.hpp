#ifndef EC2WIRE_CODEC_MEMBER_ORDER_HPP
#define EC2WIRE_CODEC_MEMBER_ORDER_HPP

#include <ec2wire/query/percent.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/protocol.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <utility>

namespace ec2wire::detail {

// The query's key segments of a structure, escaped, and the order in which its members go out, both
// worked out at compile time.

// One member's key segment, with storage of its own.
template <class Protocol, structure T, std::size_t I>
inline constexpr auto segment_characters = [] {
    constexpr query_segment key = Protocol::query_name(std::get<I>(fields_of<T>).info);
    // It would be taken for the one between two segments, and break the order of the keys.
    static_assert(key.name.find('.') == std::string_view::npos, "a key segment holds no dot");
    std::array<char, query::percent_size(key.name)> characters{};
    query::write_percent(key.name, characters.data(), characters.data() + characters.size());
    if (char& first = characters[0]; key.is_capitalized && first >= 'a' && first <= 'z')
        first = static_cast<char>(first - ('a' - 'A'));
    return characters;
}();

template <class Protocol, structure T, std::size_t I>
inline constexpr std::string_view segment{segment_characters<Protocol, T, I>.data(),
                                          segment_characters<Protocol, T, I>.size()};

// A place in the order: a member by its index, or a pair that every request has.
struct order_entry {
    std::string_view segment;
    bool is_path;  // whether further segments follow, after a dot
    std::size_t index;
};

// By the bytes of the whole key. A dot comes before letters and digits but after '-' and '%', so it
// takes part: A.1 goes before AB, and A-B before A.1.
constexpr bool goes_before(const order_entry& a, const order_entry& b) noexcept {
    const std::size_t common =
        a.segment.size() < b.segment.size() ? a.segment.size() : b.segment.size();
    if (const int order = a.segment.substr(0, common).compare(b.segment.substr(0, common));
        order != 0)
        return order < 0;
    const auto next = [common](const order_entry& entry) {
        return entry.segment.size() > common ? static_cast<int>(entry.segment[common])
               : entry.is_path               ? static_cast<int>('.')
                                             : -1;
    };
    return next(a) < next(b);
}

template <class T>
inline constexpr bool is_path = [] {
    if constexpr (nullable<T>) {
        return is_path<std::remove_cvref_t<decltype(*std::declval<const T&>())>>;
    } else {
        return !scalar<T>;
    }
}();

// The two pairs that every request has beside its members (R1).
inline constexpr std::size_t action_index = static_cast<std::size_t>(-1);
inline constexpr std::size_t version_index = static_cast<std::size_t>(-2);
// What two members of one key segment come to, which does not compile.
inline constexpr std::size_t clash_index = static_cast<std::size_t>(-3);

template <class Protocol, structure T>
inline constexpr auto member_order = []<std::size_t... I>(std::index_sequence<I...>) {
    constexpr std::size_t fixed = message_shape<T> ? 2 : 0;
    std::array<order_entry, sizeof...(I) + fixed> order{order_entry{
        segment<Protocol, T, I>,
        is_path<typename std::tuple_element_t<I, decltype(T::fields())>::member_type>, I}...};
    if constexpr (message_shape<T>) {
        order[sizeof...(I)] = {"Action", false, action_index};
        order[sizeof...(I) + 1] = {"Version", false, version_index};
    }
    for (std::size_t i = 1; i < order.size(); ++i)
        for (std::size_t k = i; k > 0 && goes_before(order[k], order[k - 1]); --k)
            std::swap(order[k], order[k - 1]);
    for (std::size_t i = 1; i < order.size(); ++i)
        if (order[i].segment == order[i - 1].segment) order[i].index = clash_index;
    return order;
}
(std::make_index_sequence<field_count<T>>{});

// How the pairs of a place begin, below what stands above them: "&Force=", or "&InstanceId." where
// more segments follow.
template <class Protocol, structure T, std::size_t Place>
inline constexpr auto pair_begin = [] {
    constexpr auto& entry = member_order<Protocol, T>[Place];
    std::array<char, entry.segment.size() + 2> text{'&'};
    for (std::size_t i = 0; i < entry.segment.size(); ++i) text[i + 1] = entry.segment[i];
    text.back() = entry.is_path ? '.' : '=';
    return text;
}();

}  // namespace ec2wire::detail

#endif
