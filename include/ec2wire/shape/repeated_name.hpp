#ifndef EC2WIRE_SHAPE_REPEATED_NAME_HPP
#define EC2WIRE_SHAPE_REPEATED_NAME_HPP

#include <ec2wire/core/heap_sort.hpp>
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

// Whether two members have one name of that kind. The name of the request id is the protocol's: it counts as
// empty, and as no element's.
template <std::size_t Count>
constexpr bool has_repeated_name(const std::array<const member_info*, Count>& members,
                                 name_kind kind) noexcept {
    const bool is_reference = kind == name_kind::reference;
    std::array<std::string_view, Count> names{};
    std::size_t size = 0;
    for (const member_info* const member : members) {
        const bool is_id = member->traits.request_id;
        if (is_reference)
            names[size++] = is_id ? std::string_view() : member->name;
        else if (!is_id && member->traits.xml_attribute == (kind == name_kind::attribute))
            names[size++] = member->xml_name();
    }
    heap_sort(names.data(), size, precedes);
    for (std::size_t i = 1; i < size; ++i)
        if (!precedes(names[i - 1], names[i])) return true;
    return false;
}

// Whether two members of a structure have one name, so that only the first of them would be found.
template <structure T>
inline constexpr bool repeats_a_name = []<std::size_t... I>(std::index_sequence<I...>) {
    const std::array<const member_info*, sizeof...(I)> listed{&field_at<I>(fields_of<T>).info...};
    return has_repeated_name(listed, name_kind::reference) ||
           has_repeated_name(listed, name_kind::element) ||
           has_repeated_name(listed, name_kind::attribute);
}
(std::make_index_sequence<field_count<T>>{});

}  // namespace ec2wire::detail

#endif
