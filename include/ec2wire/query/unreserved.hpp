#ifndef EC2WIRE_QUERY_UNRESERVED_HPP
#define EC2WIRE_QUERY_UNRESERVED_HPP

#include <ec2wire/core/block.hpp>
#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/number.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace ec2wire::query {

// R8 (escapes). Whether a character is unreserved (RFC 3986, section 2.3). Every other character is %XX, also
// the space.
constexpr bool is_unreserved(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

namespace detail {

using ec2wire::detail::short_block;

// Letters, digits, '-' and '.', of which most strings consist. The range from '-' to '9' has one character
// more, the slash.
inline auto common_of(const short_block& bytes) noexcept {
    return bytes.lower_case().is_from_to('a', 'z') |
           bytes.is_from_to('-', '9').without(bytes.is('/'));
}

inline auto unreserved_of(const short_block& bytes) noexcept {
    return common_of(bytes) | (bytes.is('_') | bytes.is('~'));
}

// Returns the 8 bytes at `first` and the 8 before `end` as a block.
inline short_block ends_of(const char* first, const char* end) noexcept {
    char ends[16];
    std::memcpy(ends, first, 8);
    std::memcpy(ends + 8, end - 8, 8);
    return short_block::load(ends);
}

}  // namespace detail

// Whether every character of `text` is unreserved, as in most strings.
EC2WIRE_NOINLINE constexpr bool is_unreserved(std::string_view text) noexcept {
    const char* at = text.data();
    const char* const end = at + text.size();
    if (!ec2wire::detail::is_constant_evaluated() && text.size() >= 16) {
        const auto set_at = [](const char* block) {
            return detail::unreserved_of(detail::short_block::load(block));
        };
        // At least 16 bytes are left.
        for (; end - at >= 64 + 16; at += 64)
            if (!(set_at(at) & set_at(at + 16) & set_at(at + 32) & set_at(at + 48)).is_full())
                return false;
        for (; end - at > 32; at += 16)
            if (!set_at(at).is_full()) return false;
        // Two blocks for the last 16 to 32 bytes: they may overlap, which does no harm.
        return (set_at(at) & set_at(end - 16)).is_full();
    }
    if (!ec2wire::detail::is_constant_evaluated() && text.size() >= 8)
        return detail::unreserved_of(detail::ends_of(at, end)).is_full();
    while (at != end && is_unreserved(*at)) ++at;
    return at == end;
}

namespace detail {

// Checks two strings of 16 to 24 characters each, as most ids are, at once.
inline auto common_of(std::string_view a, std::string_view b) noexcept {
    return common_of(short_block::load(a.data())) & common_of(short_block::load(b.data())) &
           common_of(ends_of(a.data() + a.size() - 8, b.data() + b.size()));
}

// A block of common characters only.
inline auto all_common() noexcept { return common_of(short_block::load("----------------")); }

}  // namespace detail

// The strings or views of a list that is contiguous in memory.
class text_span {
  public:
    // Views strings, which must outlive this object, or views of strings.
    explicit text_span(std::span<const std::string> strings) noexcept
        : first_(strings.data()), size_(strings.size()), are_views_(false) {}
    explicit text_span(std::span<const std::string_view> views) noexcept
        : first_(views.data()), size_(views.size()), are_views_(true) {}

    // Returns the number of strings.
    std::size_t size() const noexcept { return size_; }
    // Whether they are views.
    bool are_views() const noexcept { return are_views_; }

    // Returns a view of the string at an index below size().
    EC2WIRE_ALWAYS_INLINE std::string_view operator[](std::size_t index) const noexcept {
        return are_views_ ? static_cast<const std::string_view*>(first_)[index]
                          : std::string_view(static_cast<const std::string*>(first_)[index]);
    }

  private:
    const void* first_;
    std::size_t size_;
    bool are_views_;
};

// Whether no string of a list needs an escape; `size` gets their total size. May be false although none does,
// and is false if the bytes of a view lie in `output`, or shortly before it.
EC2WIRE_NOINLINE EC2WIRE_WRAPS inline bool are_unreserved(const text_span& list, byte_range output,
                                                          std::uint64_t& size) {
    const bool is_watched = list.are_views() && !output.is_empty();
    std::size_t at = 0;
    const std::size_t end = list.size();
    std::uint64_t sum = 0;
    while (at != end) {
        auto all = detail::all_common();
        bool overlaps = false;
        // Two at a time, and without a call: the constants of the comparison stay in registers.
        for (; end - at >= 2; at += 2) {
            const std::string_view a = list[at];
            const std::string_view b = list[at + 1];
            if (a.size() - 16 > 8 || b.size() - 16 > 8) break;
            sum += a.size() + b.size();
            if (is_watched) {
                overlaps |= output.overlaps({a.data(), 24});
                overlaps |= output.overlaps({b.data(), 24});
            }
            all = all & detail::common_of(a, b);
        }
        if (!all.is_full() || overlaps) return false;
        if (at == end) break;
        const std::string_view text = list[at++];
        sum += text.size();
        if (!is_unreserved(text) || (is_watched && output.overlaps({text.data(), text.size()})))
            return false;
    }
    size = sum;
    return true;
}

}  // namespace ec2wire::query

#endif
