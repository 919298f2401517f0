#ifndef EC2WIRE_TESTS_CODEC_NORMALIZE_REQUEST_HPP
#define EC2WIRE_TESTS_CODEC_NORMALIZE_REQUEST_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/storage.hpp>

#include <type_traits>
#include <utility>

namespace ec2wire::tests {

// Changes a request to what decoding its query returns:
//
//   R3  ec2Query has no key for a list that is set and has no element: it is absent
//   R4  nor has awsQuery for a map without an entry
//   R5  a structure of which no member is set leaves nothing
//
// Every scalar (R6) is read back as it was: timestamps are written with as many digits as they need in each
// of the three formats. Idempotency tokens (R7) are ordinary strings here, and stay unset. Returns whether
// the value gives a pair.
template <class Protocol, class T>
bool normalize(T& value) {
    if constexpr (detail::is_maybe<T> || nullable<T>) {
        if (!value.has_value()) return false;
        auto& held = [&]() -> auto& {
            if constexpr (nullable<T>)
                return *value;
            else
                return value.contained();
        }
        ();
        using type = std::remove_cvref_t<decltype(held)>;
        // R4 (empty lists). A list that is set and empty is a key without a value.
        constexpr bool has_empty_form =
            Protocol::has_wrapped_lists && list_like<type> && !map_like<type> && !scalar<type>;
        const bool is_sent = normalize<Protocol>(held) || has_empty_form;
        if (!is_sent) value = T{};
        return is_sent;
    } else if constexpr (scalar<T>) {
        return true;
    } else if constexpr (structure<T>) {
        bool is_sent = false;
        for_each_field<T>([&](auto i) {
            constexpr auto& field = field_at<i()>(fields_of<T>);
            is_sent |= normalize<Protocol>(value.*field.pointer);
            return true;
        });
        return is_sent;
    } else {
        for (auto& element : value) {
            if constexpr (detail::is_map_entry<std::remove_cvref_t<decltype(element)>>)
                normalize<Protocol>(element.value);
            else
                normalize<Protocol>(element);
        }
        return value.size() != 0;
    }
}

}  // namespace ec2wire::tests

#endif
