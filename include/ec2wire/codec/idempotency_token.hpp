#ifndef EC2WIRE_CODEC_IDEMPOTENCY_TOKEN_HPP
#define EC2WIRE_CODEC_IDEMPOTENCY_TOKEN_HPP

#include <ec2wire/core/uuid.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace ec2wire {

namespace detail {

template <class T>
constexpr bool has_text(const T& token) {
    if constexpr (nullable<T>) {
        return token.has_value();
    } else {
        return !std::string_view(token).empty();
    }
}

}  // namespace detail

// R7. Gives each idempotency token that is not set a new UUID, made of 16 random bytes that
// `random()` returns as a std::array<std::byte, 16>. Do it once for a request, before it is encoded
// first: a service takes two requests of one token for one, so every retry must send the same.
//
//     fill_idempotency_tokens(request, [] { return my_random_bytes(); });
//     // ClientToken=6f7b1c2e-5d0a-4c8e-9f31-0a4d2b7c8e55
//
// A token is a member that owns its text; an empty one that is no std::optional is not set.
template <structure T, class Random>
constexpr void fill_idempotency_tokens(T& request, Random&& random) {
    for_each_field<T>([&](auto index) {
        constexpr auto& field = std::get<index>(fields_of<T>);
        if constexpr (field.info.traits.idempotency_token) {
            auto& token = request.*field.pointer;
            using text = detail::contained_in<std::remove_cvref_t<decltype(token)>>;
            // <string_view> declares that a view is a borrowed range.
            static_assert(std::is_assignable_v<text&, std::string_view> &&
                              !std::ranges::enable_borrowed_range<text>,
                          "ec2wire: a token that is filled in owns its text");
            if (detail::has_text(token)) return true;
            const uuid_v4 uuid(random());
            if constexpr (nullable<std::remove_cvref_t<decltype(token)>>) {
                token.emplace() = uuid.view();
            } else {
                token = uuid.view();
            }
        }
        return true;
    });
}

}  // namespace ec2wire

#endif
