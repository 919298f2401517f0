#ifndef EC2WIRE_EC2_HTTP_TOKENS_STATE_HPP
#define EC2WIRE_EC2_HTTP_TOKENS_STATE_HPP

#include <array>
#include <cstdint>
#include <string_view>

namespace ec2wire {

enum class http_tokens_state : std::uint8_t {
    optional,
    required,
};

constexpr std::array<std::string_view, 2> enum_texts(http_tokens_state) noexcept {
    return {"optional", "required"};
}

}  // namespace ec2wire

#endif
