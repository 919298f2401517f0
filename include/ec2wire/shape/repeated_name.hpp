#ifndef EC2WIRE_SHAPE_REPEATED_NAME_HPP
#define EC2WIRE_SHAPE_REPEATED_NAME_HPP

#include <ec2wire/core/heap_sort.hpp>
#include <ec2wire/shape/field.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace ec2wire::detail {

// Whether two members have one name: in the API reference, or if `is_xml`, of their elements. The request id
// does not count, because its name is the protocol's.
template <std::size_t Count>
constexpr bool has_repeated_name(const std::array<const member_info*, Count>& members,
                                 bool is_xml) noexcept {
    std::array<std::string_view, Count> names{};
    std::size_t size = 0;
    for (const member_info* const member : members)
        if (!member->traits.request_id && !(is_xml && member->traits.xml_attribute))
            names[size++] = is_xml ? member->xml_name() : member->name;
    heap_sort(names.data(), size, [](std::string_view a, std::string_view b) { return a < b; });
    for (std::size_t i = 1; i < size; ++i)
        if (names[i] == names[i - 1]) return true;
    return false;
}

// Whether two members of a structure have one name, so that only the first of them would be found.
template <structure T>
inline constexpr bool repeats_a_name = []<std::size_t... I>(std::index_sequence<I...>) {
    const std::array<const member_info*, sizeof...(I)> listed{&std::get<I>(fields_of<T>).info...};
    return has_repeated_name(listed, false) || has_repeated_name(listed, true);
}
(std::make_index_sequence<field_count<T>>{});

}  // namespace ec2wire::detail

#endif
