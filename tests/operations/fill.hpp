#ifndef EC2WIRE_TESTS_OPERATIONS_FILL_HPP
#define EC2WIRE_TESTS_OPERATIONS_FILL_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

// Sets every member of a request to a value derived from its type and its name; service.py does the same to
// the params of botocore.
namespace ec2wire::tests {

// With characters that have to be escaped, and others.
inline std::string text_of(std::string_view name) { return std::string(name) + " &=+/~\xC3\xA9"; }

template <class T>
void fill(T& value, std::string_view name);

template <scalar T>
void fill_scalar(T& value, std::string_view name) {
    if constexpr (string_like<T>) {
        value = T(text_of(name));
    } else if constexpr (blob_like<T>) {
        for (const char c : text_of(name)) value.push_back(static_cast<std::byte>(c));
    } else if constexpr (std::same_as<T, bool>) {
        value = true;
    } else if constexpr (std::same_as<T, timestamp>) {
        value = {1422172800, 0};
    } else if constexpr (std::floating_point<T>) {
        value = T(name.size()) + T(0.5);
    } else if constexpr (wire_scalar<T>) {
        value = T(static_cast<typename T::wire_type>(name.size()));
    } else {
        value = static_cast<T>(name.size());
    }
}

template <class List>
void fill_list(List& list, std::string_view name) {
    for (int i = 0; i < 2; ++i) {
        auto& element = list.emplace_back();
        if constexpr (map_like<List>) {
            fill(element.key, i == 0 ? "a" : "b");
            fill(element.value, name);
        } else {
            fill(element, name);
        }
    }
}

template <class T>
void fill(T& value, std::string_view name) {
    if constexpr (detail::is_maybe<T>) {
        fill(value.emplace(), name);
    } else if constexpr (scalar<T>) {
        fill_scalar(value, name);
    } else if constexpr (structure<T>) {
        for_each_field<T>([&](auto index) {
            constexpr auto& field = field_at<index()>(fields_of<T>);
            fill(value.*field.pointer, field.info.name);
            return true;
        });
    } else if constexpr (nullable<T>) {
        fill(value.emplace(), name);
    } else {
        fill_list(value, name);
    }
}

}  // namespace ec2wire::tests

#endif
