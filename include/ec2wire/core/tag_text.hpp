#ifndef EC2WIRE_CORE_TAG_TEXT_HPP
#define EC2WIRE_CORE_TAG_TEXT_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
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

// A name in a tag or a key, for fast comparison. Refers to static storage.
//
//   <instanceId>
//    --------       head: the first eight characters, as a word
class compared_name {
  public:
    constexpr compared_name() noexcept = default;
    constexpr explicit compared_name(std::string_view name) noexcept
        : text_(name.data()), size_(static_cast<std::uint32_t>(name.size())) {
        char head[8]{};
        for (std::size_t i = 0; i < 8 && i < name.size(); ++i) head[i] = name[i];
        head_ = std::bit_cast<std::uint64_t>(head);
        if (name.size() != 0 && name.size() < 8)
            spare_bits_ = static_cast<std::uint8_t>(64 - 8 * name.size());
    }

    // Takes a name inside a tag_text.
    constexpr explicit compared_name(tag_name name) noexcept : compared_name(name.view()) {}

    constexpr std::size_t size() const noexcept { return size_; }
    constexpr std::string_view view() const noexcept { return {text_, size_}; }
    // For the XML writer: only if the name was made from a tag_name.
    constexpr tag_name tag() const noexcept { return {text_, size_}; }

    // Whether the bytes at `at` are the name. As many bytes as the name has, and at least eight, must be
    // readable.
    EC2WIRE_ALWAYS_INLINE bool is_at(const char* at) const noexcept {
        return has_head(load_word<std::uint64_t>(at)) && (size_ <= 8 || is_tail_at(at));
    }
    // Whether eight bytes, a word as loaded from memory, agree with the name as far as both go. The name must not
    // be empty.
    EC2WIRE_ALWAYS_INLINE EC2WIRE_WRAPS bool has_head(std::uint64_t bytes) const noexcept {
        const std::uint64_t difference = bytes ^ head_;
        return (std::endian::native == std::endian::little ? difference << spare_bits_
                                                           : difference >> spare_bits_) == 0;
    }

  private:
    EC2WIRE_ALWAYS_INLINE bool is_tail_at(const char* at) const noexcept {
        if (size_ > 16) return is_equal(at + 8, text_ + 8, size_ - 8);
        return load_word<std::uint64_t>(at + size_ - 8) ==
               load_word<std::uint64_t>(text_ + size_ - 8);
    }

    std::uint64_t head_ = 0;
    const char* text_ = nullptr;
    std::uint32_t size_ = 0;
    std::uint8_t spare_bits_ = 0;  // of the head, if the name has fewer than eight bytes
};

}  // namespace ec2wire::detail

#endif
