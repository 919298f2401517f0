#ifndef EC2WIRE_CODEC_SHAPE_ROWS_HPP
#define EC2WIRE_CODEC_SHAPE_ROWS_HPP

#include <ec2wire/codec/build.hpp>
#include <ec2wire/codec/document.hpp>
#include <ec2wire/codec/fast_reader.hpp>
#include <ec2wire/codec/fast_value.hpp>
#include <ec2wire/codec/shape_row.hpp>
#include <ec2wire/codec/skeleton_reader.hpp>
#include <ec2wire/shape/kind.hpp>

#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ec2wire::detail {

// The rows of shapes, see shape_row.hpp.

template <class T, auto Pointer>
const char* read_at(void* object, const char* at, fast_input& in) {
    return read_member(at, static_cast<T*>(object)->*Pointer, in);
}

template <class T, auto Pointer>
void* open_at(void* object) {
    return &opened(static_cast<T*>(object)->*Pointer);
}

template <class T>
const char* read_element(void* element, const char* at, fast_input& in) {
    return read_member(at, *static_cast<T*>(element), in);
}

template <class List>
void* append_to(void* list, scratch& memory) {
    return append(*static_cast<List*>(list), memory);
}

template <class List>
void finish_list(void* list, scratch& memory) {
    finish(*static_cast<List*>(list), memory);
}

// A member that is one, and is not elsewhere.
template <class Member>
concept list_member = list_ahead<contained_in<Member>> && !nullable<Member>;

template <class Protocol, list_ahead List, fixed_name Name, bool IsPrinted>
inline constexpr list_row row_of_list = [] {
    using element = element_of<List>;
    list_row row{tag_name(Name.view()), append_to<List>, finish_list<List>};
    if constexpr (scalar<element>) {
        row.read = read_element<element>;
        row.is_text = string_like<element>;
    } else {
        row.members = rows_of<Protocol, element>::rows;
        if constexpr (IsPrinted && is_short<element>()) {
            row.pass_printed = pass_printed_items<Protocol, List, Name>;
        }
    }
    return row;
}();

// The same for a member.
template <class Protocol, structure T, std::size_t I, list_ahead List>
inline constexpr auto& items_of = []() -> auto& {
    constexpr bool is_printed = message_shape<T> && !has_result<Protocol>;
    return row_of_list<Protocol, List, item_name<Protocol, T, I>, is_printed>;
}
();

template <class Protocol, structure T, std::size_t I>
constexpr shape_row row_of_member() noexcept {
    constexpr auto& field = std::get<I>(fields_of<T>);
    constexpr auto pointer = field.pointer;
    using member = typename std::remove_cvref_t<decltype(field)>::member_type;
    using value = contained_in<member>;
    shape_row row{};
    row.name = tag_name(Protocol::xml_name(field.info));
    if constexpr (!field.info.traits.flattened && !field.info.traits.xml_attribute &&
                  !is_indirect<member>) {
        if constexpr (scalar<value>) {
            row.kind = member_kind::scalar;
            row.read = read_at<T, pointer>;
            row.is_text = string_like<value>;
        } else if constexpr (made_of_elements<value>) {
            row.kind = member_kind::structure;
            row.open = open_at<T, pointer>;
            row.members = rows_of<Protocol, value>::rows;
        } else if constexpr (list_member<member>) {
            row.kind = member_kind::list;
            row.open = open_at<T, pointer>;
            row.items = &items_of<Protocol, T, I, value>;
        }
    }
    return row;
}

template <class Protocol, class T, std::size_t... I>
constinit const shape_row
    rows_of_members<Protocol, T, std::index_sequence<I...>>::rows[sizeof...(I) + 1] = {
        row_of_member<Protocol, T, I>()..., shape_row{}};

}  // namespace ec2wire::detail

#endif
