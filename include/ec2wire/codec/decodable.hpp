#ifndef EC2WIRE_CODEC_DECODABLE_HPP
#define EC2WIRE_CODEC_DECODABLE_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/storage.hpp>

#include <concepts>
#include <cstddef>
#include <memory>
#include <utility>

namespace ec2wire::detail {

// Whether an element can be added to a list, and then be decoded where it is. Neither std::array nor
// std::span grows, and a std::vector<bool> gives no address of an element.
template <class List>
inline constexpr bool can_grow = requires(List& list) {
    std::addressof(list.emplace_back());
};
template <class T>
inline constexpr bool can_grow<list_view<T>> = true;

// Whether each list and map below a member of this type can grow. Seen are the structures above, which
// may hold one of their own kind.
template <class T, class... Seen>
constexpr bool can_all_grow() noexcept {
    using value = contained_in<T>;
    if constexpr ((std::same_as<value, Seen> || ...)) {
        return true;
    } else if constexpr (structure<value>) {
        return []<std::size_t... I>(std::index_sequence<I...>) {
            return (can_all_grow<member_type_of<value, I>, value, Seen...>() && ...);
        }
        (std::make_index_sequence<field_count<value>>{});
    } else if constexpr (scalar<value> || !list_like<value>) {
        return true;
    } else if constexpr (map_like<value>) {
        using mapped = decltype(element_of<value>::value);
        return can_grow<value> && can_all_grow<mapped, Seen...>();
    } else {
        return can_grow<value> && can_all_grow<element_of<value>, Seen...>();
    }
}

// Ends the compilation of a decode into a shape whose lists cannot take what comes.
template <class T>
constexpr void check_can_grow() noexcept {
    static_assert(can_all_grow<T>(),
                  "ec2wire: a list of this shape cannot grow: use a list_view, a std::vector or a "
                  "std::deque; not a std::vector<bool>, whose elements have no address");
}

// Ends the compilation of a decode into a shape that cannot hold a reply.
template <class T>
constexpr void check_is_decodable() noexcept {
    static_assert(!request_shape<T>,
                  "ec2wire: this shape is a request; replies are decoded into its response");
    check_can_grow<T>();
}

// Ends the compilation of a decode into a shape that cannot hold a request.
template <class T>
constexpr void check_is_decodable_request() noexcept {
    static_assert(!response_shape<T>,
                  "ec2wire: this shape is a response; queries are decoded into its request");
    check_can_grow<T>();
}

}  // namespace ec2wire::detail

#endif
