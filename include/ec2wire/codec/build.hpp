#ifndef EC2WIRE_CODEC_BUILD_HPP
#define EC2WIRE_CODEC_BUILD_HPP

#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/kind.hpp>

#include <bit>
#include <cstddef>
#include <type_traits>

namespace ec2wire::detail {

// How much room a list in the scratch has follows from its size: so that a list can be gone on with
// at any time, as flattened lists need, without another word of state. None, then 4, 8, 16, ...
constexpr bool is_full(std::size_t size) noexcept {
    return (size & (size - 1)) == 0 && size != 1 && size != 2;
}

constexpr std::size_t list_capacity(std::size_t size) noexcept {
    return size == 0 ? 0 : size <= 4 ? 4 : std::bit_ceil(size);
}

// Makes room for the first elements of a list. False if there is no memory.
template <class T>
[[gnu::noinline]] constexpr bool make_first_room(list_view<T>& list, scratch& memory) noexcept {
    T* const first = memory.allocate<T>(list_capacity(1));
    list = list_view<T>(first, 0);
    return first != nullptr;
}

// The same for one more element in a list that is full.
template <class T>
[[gnu::noinline]] constexpr bool make_room(list_view<T>& list, scratch& memory) noexcept {
    // The elements are the scratch's own; only the view of them is const.
    T* first = const_cast<T*>(list.data());
    std::size_t capacity = list.size();
    if (!memory.grow(first, list.size(), capacity, list_capacity(list.size() + 1))) return false;
    list = list_view<T>(first, list.size());
    return true;
}

// Adds an empty element to a list and returns it, or null if there is no memory.
template <class T>
[[gnu::always_inline]] constexpr inline T* append(list_view<T>& list, scratch& memory) noexcept {
    if (is_full(list.size()) &&
        !(list.size() == 0 ? make_first_room(list, memory) : make_room(list, memory)))
        return nullptr;
    T* const added = std::construct_at(const_cast<T*>(list.data()) + list.size());
    list = list_view<T>(list.data(), list.size() + 1);
    return added;
}

// The same for a container of the caller's. What it takes of the stack to grow, no level of a reply
// that nests keeps.
template <class List>
    requires requires(List& list) { list.emplace_back(); }
[[gnu::noinline]] constexpr element_of<List>* append(List& list, scratch&) {
    constexpr bool has_places = std::is_lvalue_reference_v<decltype(list.emplace_back())>;
    static_assert(has_places,
                  "ec2wire: a std::vector<bool> has no elements to decode into: decode into a "
                  "list_view<bool> and take to_owned() of it, or use a std::deque<bool>");
    if constexpr (has_places)
        return &list.emplace_back();
    else
        return nullptr;
}

// Makes a value what it was before anything was read into it. Assigned, not made again in its place:
// a value may be a part of an object whose other members stand in its padding, as in maybe<T>. What
// that takes of the stack, no level of a reply that nests keeps.
template <class T>
[[gnu::noinline]] constexpr void make_empty(T& value) {
    value = T{};
}

// Gives a member that may be absent its value, empty, and returns it, or null if there is no memory.
template <nullable T>
constexpr auto* make_value(T& target, scratch&) {
    return &target.emplace();
}

template <class T>
constexpr T* make_value(indirect_view<T>& target, scratch& memory) noexcept {
    T* const value = memory.allocate<T>(1);
    if (value != nullptr) target = indirect_view<T>(std::construct_at(value));
    return value;
}

// Gives back the room that a finished list does not need.
template <class T>
constexpr void finish(list_view<T>& list, scratch& memory) noexcept {
    memory.shrink(list.data(), list.size(), list_capacity(list.size()));
}

template <class List>
constexpr void finish(List&, scratch&) noexcept {}

}  // namespace ec2wire::detail

#endif
