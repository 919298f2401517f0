#ifndef EC2WIRE_FUZZ_VIEWS_HPP
#define EC2WIRE_FUZZ_VIEWS_HPP

#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/reply.hpp>

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <type_traits>

namespace ec2wire::fuzz {

// The memory that views may refer to: the decoded bytes, or the scratch.
struct places {
    std::string_view bytes;
    std::span<const std::byte> memory;

    bool hold(const void* first, std::size_t size) const {
        return size == 0 || is_inside(first, size, bytes.data(), bytes.size()) ||
               is_inside(first, size, memory.data(), memory.size());
    }

  private:
    static bool is_inside(const void* first, std::size_t size, const void* outer,
                          std::size_t outer_size) {
        const auto* const begin = static_cast<const char*>(first);
        const auto* const outer_begin = static_cast<const char*>(outer);
        return std::greater_equal<>{}(begin, outer_begin) &&
               std::less_equal<>{}(begin + size, outer_begin + outer_size);
    }
};

// Whether every view of a borrowing value is in that memory.
template <class T>
bool lies_in(const T& value, const places& where) {
    if constexpr (structure<T>) {
        return for_each_field<T>(
            [&](auto i) { return lies_in(value.*field_at<i()>(fields_of<T>).pointer, where); });
    } else if constexpr (ec2wire::detail::is_map_entry<T>) {
        return lies_in(value.key, where) && lies_in(value.value, where);
    } else if constexpr (requires { typename T::wire_type; }) {
        return lies_in(value.wire(), where);
    } else if constexpr (string_like<T>) {
        const std::string_view text(value);
        return where.hold(text.data(), text.size());
    } else if constexpr (nullable<T>) {
        return !value.has_value() || lies_in(*value, where);
    } else if constexpr (list_like<T>) {
        if (!where.hold(value.data(), value.size() * sizeof(element_of<T>))) return false;
        for (const auto& element : value)
            if (!lies_in(element, where)) return false;
        return true;
    } else {
        return true;
    }
}

template <class T>
bool lies_in(const reply<T>& answer, const places& where) {
    return answer.has_value() ? lies_in(*answer, where) : lies_in(answer.error().service, where);
}

}  // namespace ec2wire::fuzz

#endif
