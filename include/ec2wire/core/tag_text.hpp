#ifndef EC2WIRE_CORE_TAG_TEXT_HPP
#define EC2WIRE_CORE_TAG_TEXT_HPP

#include <array>
#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// A view of an element's name inside a stored end tag. Tags are copied from there in blocks of tag_room
// bytes: that many can be read from the name's first character on.
//
//   </instanceId>
//     ----------     text, size
struct tag_name {
    const char* text{};
    std::size_t size{};

    constexpr std::string_view view() const noexcept { return {text, size}; }
};

inline constexpr std::size_t tag_room = 32;

// Returns the number of characters of an end tag.
constexpr std::size_t end_tag_size(std::size_t name_size) noexcept { return name_size + 3; }

// Writes an end tag and returns its end.
constexpr char* write_end_tag(std::string_view name, char* out) noexcept {
    *out++ = '<';
    *out++ = '/';
    for (const char c : name) *out++ = c;
    *out++ = '>';
    return out;
}

// Stores the end tag of a name of `Size` characters, with tag_room readable bytes after it.
template <std::size_t Size>
class tag_text {
  public:
    constexpr explicit tag_text(std::string_view name) noexcept {
        write_end_tag(name, text_.data());
    }
    // Returns the name, which is valid as long as this object lives.
    constexpr tag_name name() const noexcept { return {text_.data() + 2, Size}; }

  private:
    std::array<char, end_tag_size(Size) + tag_room> text_{};
};

}  // namespace ec2wire::detail

#endif
