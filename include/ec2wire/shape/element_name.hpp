#ifndef EC2WIRE_SHAPE_ELEMENT_NAME_HPP
#define EC2WIRE_SHAPE_ELEMENT_NAME_HPP

#include <ec2wire/core/tag_text.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/type_schema_of.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace ec2wire::detail {

// Builds the names of elements for the tables of schema.hpp, each inside its end tag, and chooses how each
// element is written.

// Returns how an element of type T is written.
template <class T>
constexpr member_form form_of() noexcept {
    using value = value_type_of<T>;
    constexpr value_kind kind = kind_of_value<value>();
    if (is_indirect<T> && kind != value_kind::structure) return member_form::other;
    switch (storage_of<T>()) {
        case member_storage::view: return member_form::view;
        case member_storage::optional_view: return member_form::optional_view;
        case member_storage::string: return member_form::string;
        case member_storage::optional_string: return member_form::optional_string;
        case member_storage::optional_time:
        case member_storage::other: break;
    }
    switch (kind) {
        case value_kind::text: return member_form::text;
        case value_kind::boolean:
        case value_kind::integer:
        case value_kind::floating:
        case value_kind::timestamp: return member_form::printed;
        case value_kind::structure: return member_form::structure;
        case value_kind::list:
        case value_kind::map: return member_form::list;
        case value_kind::blob: break;
    }
    return member_form::other;
}

// Returns the name of a member's element. The request id has EC2's name; the engine knows the other names.
constexpr std::string_view element_name(const member_info& info) noexcept {
    return info.traits.request_id ? std::string_view("requestId") : info.xml_name();
}

template <structure T, class Indices>
struct element_names;
template <structure T, std::size_t... Index>
struct element_names<T, std::index_sequence<Index...>> {
    static constexpr std::array<std::string_view, sizeof...(Index)> all{
        element_name(field_at<Index>(fields_of<T>).info)...};
};

// The end tags of a structure's members, one after the other.
template <structure T>
struct member_tags {
    static constexpr auto& names = element_names<T, std::make_index_sequence<field_count<T>>>::all;
    static constexpr auto starts = [] {
        std::array<std::size_t, names.size() + 1> at{};
        for (std::size_t i = 0; i < names.size(); ++i)
            at[i + 1] = at[i] + end_tag_size(names[i].size());
        return at;
    }();
    static constexpr auto text = [] {
        std::array<char, starts.back() + tag_room> tags{};
        char* out = tags.data();
        for (const std::string_view name : names) out = write_end_tag(name, out);
        return tags;
    }();

    static constexpr tag_name name(std::size_t member) noexcept {
        return {text.data() + starts[member] + 2, names[member].size()};
    }
};

// The name of an item of the list, or of the key or the value of an entry of the map, that Info describes.
enum class part_of_list : std::uint8_t { item, key, value };
template <class Info, part_of_list Part>
struct part_name {
    static constexpr std::string_view name = Part == part_of_list::item
                                                 ? Info::info.traits.item_name
                                             : Part == part_of_list::key ? Info::info.key_name()
                                                                         : Info::info.value_name();
    static constexpr tag_text<name.size()> tag{name};
    static constexpr compared_name xml{tag.name()};
};

inline constexpr tag_text<5> entry_tag{"entry"};
template <class Protocol>
inline constexpr tag_text<Protocol::item_name.size()> item_tag{Protocol::item_name};

// Whether a string can be an attribute's value without an escape.
constexpr bool needs_no_escape(std::string_view text) noexcept {
    for (const char c : text)
        if (c < '!' || c > '~' || c == '&' || c == '<' || c == '"') return false;
    return true;
}

// The XML namespace of a service's replies; empty if the service does not define it.
template <class Service>
inline constexpr std::string_view xml_namespace_of{};
template <class Service>
    requires requires { Service::xml_namespace; }
inline constexpr std::string_view xml_namespace_of<Service> = [] {
    static_assert(needs_no_escape(Service::xml_namespace),
                  "ec2wire: xml_namespace holds a character that XML has to escape");
    return std::string_view(Service::xml_namespace);
}();

}  // namespace ec2wire::detail

#endif
