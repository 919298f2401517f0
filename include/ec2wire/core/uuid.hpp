#ifndef EC2WIRE_CORE_UUID_HPP
#define EC2WIRE_CORE_UUID_HPP

#include <ec2wire/core/attributes.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace ec2wire {

// The text of a UUID of version 4 (RFC 9562, section 5.4), made of 16 random bytes of the caller's,
// without allocation. Six of their bits give way to the version and the variant.
//
//   00000000-0000-4000-8000-000000000000
//                 ^    ^
//                 version and variant
class uuid_v4 {
  public:
    // The caller's bytes must be from a source that nobody can guess.
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

}  // namespace ec2wire

#endif
