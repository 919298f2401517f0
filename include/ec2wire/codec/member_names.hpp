#ifndef EC2WIRE_CODEC_MEMBER_NAMES_HPP
#define EC2WIRE_CODEC_MEMBER_NAMES_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/shape/field.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

namespace ec2wire::detail {

// The names of a structure's members in one syntax, in the order of its table. Name is a function
// object from a member_info to its name there.
template <structure T, class Name>
inline constexpr auto names_of = []<std::size_t... I>(std::index_sequence<I...>) {
    return std::array<std::string_view, sizeof...(I)>{Name{}(std::get<I>(fields_of<T>).info)...};
}
(std::make_index_sequence<field_count<T>>{});

// The name of a member's element.
template <class Protocol>
struct xml_name_in {
    constexpr std::string_view operator()(const member_info& member) const noexcept {
        return Protocol::xml_name(member);
    }
};

// P2. The root's prefix is every member's: <e:StopInstancesResponse> has an <e:requestId>.
constexpr std::string_view prefix_of(std::string_view root) noexcept {
    return root.substr(0, root.find(':') + 1);
}

// A name without that prefix; empty, which no member is called, if it has another.
constexpr std::string_view local_name_in(std::string_view name, std::string_view prefix) noexcept {
    if (prefix.empty()) return name;
    return name.starts_with(prefix) ? name.substr(prefix.size()) : std::string_view{};
}

// The index of a name, or names.size() if no member is called that. Members mostly come in the
// order of the table, though some are left out, so the search begins with the one that is expected
// next and ends before it.
[[gnu::noinline]] constexpr std::size_t find_name(std::span<const std::string_view> names,
                                                  std::string_view name,
                                                  std::size_t expected) noexcept {
    for (std::size_t i = expected; i < names.size(); ++i)
        if (is_equal(names[i], name)) return i;
    for (std::size_t i = 0; i < expected && i < names.size(); ++i)
        if (is_equal(names[i], name)) return i;
    return names.size();
}

}  // namespace ec2wire::detail

#endif
