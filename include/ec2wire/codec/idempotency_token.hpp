#ifndef EC2WIRE_CODEC_IDEMPOTENCY_TOKEN_HPP
#define EC2WIRE_CODEC_IDEMPOTENCY_TOKEN_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

namespace ec2wire {

// The text of a version 4 UUID (RFC 9562, section 5.4), made from 16 random bytes of the caller's, without
// allocation. Six of their bits are replaced by the version and the variant.
//
//   00000000-0000-4000-8000-000000000000
//                 ^    ^
//                 version and variant
class uuid_v4 {
  public:
    // Takes random bytes, which must be unpredictable.
    constexpr explicit uuid_v4(std::array<std::byte, 16> random) noexcept {
        random[6] = (random[6] & std::byte{0x0F}) | std::byte{0x40};
        random[8] = (random[8] & std::byte{0x3F}) | std::byte{0x80};
        char* out = text_;
        for (std::size_t i = 0; i < random.size(); ++i) {
            if (i == 4 || i == 6 || i == 8 || i == 10) *out++ = '-';
            for (const int shift : {4, 0})
                *out++ = "0123456789abcdef"[std::to_integer<unsigned>(random[i]) >> shift & 15];
        }
    }

    // A view into this object.
    constexpr std::string_view view() const noexcept EC2WIRE_LIFETIMEBOUND {
        return {text_, sizeof text_};
    }

  private:
    char text_[36]{};
};

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

// Sets each idempotency token of the request that is not set to a new UUID, made from 16 random bytes that
// `random()` returns as a std::array<std::byte, 16> (rule R7). Those of structures in the request stay as they
// are. Call this once for each request, before it is first encoded: a service treats two requests with one
// token as the same request, so every retry must send the same token.
//
//     fill_idempotency_tokens(request, [] { return my_random_bytes(); });
//     // ClientToken=6f7b1c2e-5d0a-4c8e-9f31-0a4d2b7c8e55
//
// A token must own its string; if it is not a std::optional, an empty token is not set.
template <structure T, class Random>
constexpr void fill_idempotency_tokens(T& request, Random&& random) {
    for_each_field<T>([&](auto index) {
        constexpr auto& field = field_at<index>(fields_of<T>);
        if constexpr (field.info.traits.idempotency_token) {
            auto& token = request.*field.pointer;
            using text = detail::value_type_of<std::remove_cvref_t<decltype(token)>>;
            // std::string_view is a borrowed range, std::string is not.
            static_assert(
                std::is_assignable_v<text&, std::string_view> &&
                    !std::ranges::enable_borrowed_range<text>,
                "ec2wire: a token that is filled in owns its text: make it a std::string");
            if (detail::has_text(token)) return true;
            const uuid_v4 uuid(random());
            if constexpr (nullable<std::remove_cvref_t<decltype(token)>>) {
                token.emplace();
                *token = uuid.view();
            } else {
                token = uuid.view();
            }
        }
        return true;
    });
}

}  // namespace ec2wire

#endif
