#ifndef EC2WIRE_CODEC_MEMBER_ORDER_HPP
#define EC2WIRE_CODEC_MEMBER_ORDER_HPP

#include <ec2wire/codec/query_names.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <utility>

namespace ec2wire::detail {

// The order in which the members of a structure go out, worked out at compile time.

// A place in the order: a member by its index, or a pair that every request has.
struct order_entry {
    std::string_view segment;
    bool is_path;  // whether further segments follow, after a dot
    std::size_t index;
    // R4. A list without an element has a place of its own: "Tags=" goes before "Tags-x=", and
    // "Tags.member.1=" after it.
    bool is_empty_list = false;
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

// The two pairs that every request has beside its members (R1).
inline constexpr std::size_t action_index = static_cast<std::size_t>(-1);
inline constexpr std::size_t version_index = static_cast<std::size_t>(-2);
// What two members of one key come to, which does not compile.
inline constexpr std::size_t clash_index = static_cast<std::size_t>(-3);

template <std::size_t Size>
constexpr void sort(std::array<order_entry, Size>& order) noexcept {
    for (std::size_t i = 1; i < Size; ++i)
        for (std::size_t k = i; k > 0 && goes_before(order[k], order[k - 1]); --k)
            std::swap(order[k], order[k - 1]);
    // One key, or one below the other: "A." and "A.member."
    for (std::size_t i = 1; i < Size; ++i)
        if (!goes_before(order[i - 1], order[i])) order[i].index = clash_index;
}

template <class Protocol, structure T>
inline constexpr auto member_order = []<std::size_t... I>(std::index_sequence<I...>) {
    using table = decltype(T::fields());
    constexpr std::size_t fixed = message_shape<T> ? 2 : 0;
    constexpr std::size_t empty_lists =
        (std::size_t{0} + ... +
         can_be_empty<Protocol, typename std::tuple_element_t<I, table>::member_type>);
    std::array<order_entry, sizeof...(I) + fixed + empty_lists> order{
        order_entry{segments_of<Protocol, T, I>,
                    is_path<typename std::tuple_element_t<I, table>::member_type>, I}...};
    if constexpr (message_shape<T>) {
        order[sizeof...(I)] = {"Action", false, action_index};
        order[sizeof...(I) + 1] = {"Version", false, version_index};
    }
    if constexpr (empty_lists != 0) {
        std::size_t next = sizeof...(I) + fixed;
        const auto add = [&](std::string_view segments, std::size_t index) {
            // Not find(), which sanitized g++ does not take for constant.
            std::size_t size = 0;
            while (size < segments.size() && segments[size] != '.') ++size;
            order[next++] = {segments.substr(0, size), false, index, true};
        };
        ((can_be_empty<Protocol, typename std::tuple_element_t<I, table>::member_type>
              ? add(segments_of<Protocol, T, I>, I)
              : void()),
         ...);
    }
    sort(order);
    return order;
}
(std::make_index_sequence<field_count<T>>{});

// The value of a pair that every request has.
template <class Protocol, structure T, std::size_t Place>
constexpr std::string_view fixed_value() noexcept {
    constexpr auto& entry = member_order<Protocol, T>[Place];
    if constexpr (entry.index == action_index) {
        return T::operation;
    } else if constexpr (entry.index == version_index) {
        return T::service::version;
    } else {
        return {};
    }
}

// How the pairs of a place begin, below what stands above them: "&Force=", or "&InstanceId." where
// more segments follow. Of a pair that every request has it is all: "&Action=StopInstances".
template <class Protocol, structure T, std::size_t Place>
inline constexpr auto pair_begin = [] {
    constexpr auto& entry = member_order<Protocol, T>[Place];
    constexpr std::string_view value = fixed_value<Protocol, T, Place>();
    std::array<char, entry.segment.size() + 2 + query::percent_size(value)> text{'&'};
    char* out = text.data() + 1;
    for (const char c : entry.segment) *out++ = c;
    *out++ = entry.is_path ? '.' : '=';
    query::write_percent(value, out, text.data() + text.size());
    return text;
}();

}  // namespace ec2wire::detail

#endif
