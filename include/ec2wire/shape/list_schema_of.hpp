#ifndef EC2WIRE_SHAPE_LIST_SCHEMA_OF_HPP
#define EC2WIRE_SHAPE_LIST_SCHEMA_OF_HPP

#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>
#include <ec2wire/shape/storage.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <span>
#include <type_traits>

namespace ec2wire::detail {

// Builds the table of a list's or a map's C++ type.

// Selects the functions of a table. Each translation unit pays for those of the tables that it uses.
enum class schema_use : std::uint8_t {
    both_ways,  // all
    encoding,   // those that read an object: no `emplace`, `parse`, `construct` or `append`
};

// The functions of a list_schema.

template <class Element>
void construct_element(void* address) {
    ::new (address) Element{};
}

template <class List>
void* append_to(void* list) {
    return std::addressof(static_cast<List*>(list)->emplace_back());
}

template <class List>
std::size_t size_of_list(const void* list) {
    return static_cast<const List*>(list)->size();
}

template <class List>
const void* data_of_list(const void* list) {
    return std::to_address(static_cast<const List*>(list)->begin());
}

template <class List>
void visit_element(const void* list, std::size_t index, void* context,
                   void (*use)(void* context, const void* element)) {
    const element_of<List>& element = (*static_cast<const List*>(list))[index];
    use(context, std::addressof(element));
}

template <class List, schema_use Use>
constexpr list_schema list_schema_of() noexcept {
    using element = element_of<List>;
    list_schema list{};
    if constexpr (Use == schema_use::both_ways && std::same_as<List, list_view<element>>) {
        static_assert(sizeof(List) == sizeof(list_extent) && std::is_trivially_copyable_v<List>);
        static_assert(
            std::is_trivially_destructible_v<element>,
            "ec2wire: no destructor runs for the elements of a list_view: use a std::vector");
        list.element_size = sizeof(element);
        list.element_alignment = alignof(element);
        list.construct = construct_element<element>;
    } else {
        if constexpr (Use == schema_use::both_ways &&
                      requires(List & target) { std::addressof(target.emplace_back()); })
            list.append = append_to<List>;
        list.size = size_of_list<List>;
        list.element_stride = sizeof(element);
        // begin() and operator[] may give different elements: only a contiguous list is read by address.
        if constexpr (requires(const List& c) { std::span<const element>(c.begin(), c.size()); }) {
            list.data = data_of_list<List>;
        } else {
            list.visit = visit_element<List>;
        }
    }
    return list;
}

template <class List, schema_use Use = schema_use::both_ways>
inline constexpr list_schema list_of = list_schema_of<List, Use>();

}  // namespace ec2wire::detail

#endif
