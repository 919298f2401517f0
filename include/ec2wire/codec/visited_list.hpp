#ifndef EC2WIRE_CODEC_VISITED_LIST_HPP
#define EC2WIRE_CODEC_VISITED_LIST_HPP

#include <ec2wire/codec/build.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/kind.hpp>

#include <cstddef>
#include <tuple>
#include <type_traits>

namespace ec2wire::detail {

// A list that keeps no item: once one is whole the caller sees it, and then its place, and the memory
// of what is in it, are the next one's.
template <class Item, class Visit>
class visited_list {
  public:
    constexpr explicit visited_list(Visit& visit) noexcept : visit_(visit) {}

    // For those who ask what it holds: nothing.
    constexpr std::size_t size() const noexcept { return 0; }
    constexpr const Item& operator[](std::size_t) const noexcept { return item_; }
    constexpr const Item* begin() const noexcept { return &item_; }
    constexpr const Item* end() const noexcept { return &item_; }

    constexpr Item* add(scratch& memory) {
        hand_over(memory);
        mark_ = memory.mark();
        has_item_ = true;
        return &item_;
    }

    constexpr void hand_over(scratch& memory) {
        if (!has_item_) return;
        has_item_ = false;
        visit_(static_cast<const Item&>(item_));
        item_ = {};
        memory.rewind(mark_);
    }

  private:
    Visit& visit_;
    Item item_{};
    decltype(std::declval<scratch&>().mark()) mark_{};
    bool has_item_ = false;
};

template <class Item, class Visit>
constexpr Item* append(visited_list<Item, Visit>& list, scratch& memory) {
    return list.add(memory);
}

template <class Item, class Visit>
constexpr void finish(visited_list<Item, Visit>& list, scratch& memory) {
    list.hand_over(memory);
}

// Which of a reply's lists that is: none, ...
struct no_visit {
    template <structure T, std::size_t I>
    static constexpr bool is_of = false;
};

template <class Pointer>
struct pointed_to;
template <class Shape, class Member>
struct pointed_to<Member Shape::*> {
    using shape = Shape;
    using member = Member;
};

// ... or the member that Pointer points to.
template <auto Pointer, class Visit>
struct member_visit {
    using shape = typename pointed_to<decltype(Pointer)>::shape;
    using item = element_of<contained_in<typename pointed_to<decltype(Pointer)>::member>>;

    // The member in a structure's table.
    template <structure T, std::size_t I>
    static constexpr bool is_of = [] {
        constexpr auto pointer = std::get<I>(fields_of<T>).pointer;
        if constexpr (std::is_same_v<decltype(Pointer), std::remove_const_t<decltype(pointer)>>) {
            return pointer == Pointer;
        } else {
            return false;
        }
    }();

    visited_list<item, Visit> list;
};

// Where a member goes.
template <std::size_t I, class Visit, structure T>
constexpr auto& place_of(Visit& visit, T& target) noexcept {
    if constexpr (Visit::template is_of<T, I>) {
        return visit.list;
    } else {
        return target.*std::get<I>(fields_of<T>).pointer;
    }
}

// P3. Behind an item of a flattened list: the next may be anywhere among the other members, so none is
// known to be the last.
template <class List>
constexpr void end_item(List& list, scratch& memory) {
    if constexpr (requires { list.hand_over(memory); }) list.hand_over(memory);
}

}  // namespace ec2wire::detail

#endif
