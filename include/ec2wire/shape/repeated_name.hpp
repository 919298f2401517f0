#ifndef EC2WIRE_SHAPE_REPEATED_NAME_HPP
#define EC2WIRE_SHAPE_REPEATED_NAME_HPP

#include <ec2wire/core/heap_sort.hpp>
#include <ec2wire/shape/element_name.hpp>
#include <ec2wire/shape/field.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace ec2wire::detail {

// The kinds of names that a member has: in the API reference, and of its element or attribute.
enum class name_kind { reference, element, attribute };

// Orders names by their sizes, and then from their last characters on. Members' names often begin alike, and
// clang++ limits the steps of a constant expression.
constexpr bool precedes(std::string_view a, std::string_view b) noexcept {
    if (a.size() != b.size()) return a.size() < b.size();
    std::size_t i = a.size();
    while (i != 0 && a[i - 1] == b[i - 1]) --i;
    return i != 0 && a[i - 1] < b[i - 1];
}

// Whether two members have one name of that kind. The element of the request id has the protocol's name. In the
// SDK's JSON the id of a message is in ResponseMetadata, and not beside the members.
template <std::size_t Count>
constexpr bool has_repeated_name(const std::array<const member_info*, Count>& members,
                                 name_kind kind, bool are_of_message) noexcept {
    std::array<std::string_view, Count> names{};
    std::size_t size = 0;
    for (const member_info* const member : members) {
        const bool is_id = member->traits.request_id;
        const bool is_attribute = member->traits.xml_attribute && !is_id;
        if (kind != name_kind::reference && is_attribute == (kind == name_kind::attribute))
            names[size++] = element_name(*member);
        if (kind == name_kind::reference && !(is_id && are_of_message))
            names[size++] = member->name;
    }
    heap_sort(names.data(), size, precedes);
    for (std::size_t i = 1; i < size; ++i)
        if (!precedes(names[i - 1], names[i])) return true;
    return false;
}

// Whether two members of a structure have one name, so that only the first of them would be found.
template <class T>
inline constexpr bool repeats_a_name = false;
template <structure T>
inline constexpr bool repeats_a_name<T> = []<std::size_t... Index>(std::index_sequence<Index...>) {
    const std::array<const member_info*, sizeof...(Index)> listed{
        &field_at<Index>(fields_of<T>).info...};
    return has_repeated_name(listed, name_kind::reference, message_shape<T>) ||
           has_repeated_name(listed, name_kind::element, message_shape<T>) ||
           has_repeated_name(listed, name_kind::attribute, message_shape<T>);
}
(std::make_index_sequence<field_count<T>>{});

}  // namespace ec2wire::detail

#endif
