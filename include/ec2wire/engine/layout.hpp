#ifndef EC2WIRE_ENGINE_LAYOUT_HPP
#define EC2WIRE_ENGINE_LAYOUT_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// A server writes every reply in one layout: before each tag there is a line feed and blanks in proportion to
// the tag's depth, or nothing at all. That white space is the tag's *indent*.
//
//   <currentState>\n                <code>64</code>\n                <name>stopping</name>
//                 -----------------                -----------------
//
class indent {
  public:
    // No indent: nothing matches it.
    constexpr indent() noexcept = default;
    // `text` has 16 bytes or more.
    constexpr indent(const char* text, std::size_t size) noexcept
        : text_(text), size_(size), room_(size < 8 ? 16 : size + 9) {}

    // Returns the position after the indent and the '<' of the tag, at which eight bytes or more are
    // readable; null if anything else is there.
    EC2WIRE_ALWAYS_INLINE const char* pass(const char* at, const char* end) const noexcept {
        if (static_cast<std::size_t>(end - at) < room_ || at[size_] != '<') return nullptr;
        const auto same = short_block::load(at).is_same(short_block::load(text_));
        const bool is_same =
            size_ <= 16 ? same.first_unset() >= size_ : is_equal_block(at, text_, size_);
        return is_same ? at + size_ + 1 : nullptr;
    }

    std::string_view view() const noexcept { return {text_, size_}; }

  private:
    const char* text_ = nullptr;
    std::size_t size_ = 0;
    std::size_t room_ = ~std::size_t{};
};

// The layout of a document, which the white space after the root's start tag shows. Irregular white space is
// no layout.
class layout {
  public:
    // The depth to which tags may be indented.
    static constexpr std::size_t max_depth = 16;  // EC2 nests 11 levels

    // No layout: no indent matches.
    constexpr layout() noexcept = default;

    // Returns the layout of the document whose root's start tag ends at `at`.
    EC2WIRE_NOINLINE static layout of(const char* at, const char* end) noexcept {
        constexpr std::string_view pretty = "\n    <";
        if (static_cast<std::size_t>(end - at) >= pretty.size() &&
            is_equal(at, pretty.data(), pretty.size()))
            return {indents_of(' ') + newline_room - 1, 1, 4};
        const char* const first = at;
        if (end - at > 1 && at[0] == '\r' && at[1] == '\n') ++at;
        if (at != end && *at == '\n') ++at;
        const auto newline = static_cast<std::size_t>(at - first);
        const char blank = at == end ? '\0' : *at;
        const char* const blanks = at;
        while (at != end && at - blanks <= max_indent && *at == blank &&
               (blank == ' ' || blank == '\t'))
            ++at;
        const auto unit = static_cast<std::size_t>(at - blanks);
        if (at == end || *at != '<' || unit > max_indent || (newline == 0 && unit != 0)) return {};
        return {indents_of(blank) + newline_room - newline, newline, unit};
    }

    // Returns the indent of a tag inside `depth` elements.
    indent indent_at(std::size_t depth) const noexcept {
        if (text_ == nullptr || depth > max_depth) return {};
        return {text_, newline_size_ + indent_width_ * depth};
    }

  private:
    static constexpr std::size_t newline_room = 2;
    static constexpr std::ptrdiff_t max_indent = 4;

    constexpr layout(const char* text, std::size_t newline, std::size_t unit) noexcept
        : text_(text), newline_size_(newline), indent_width_(unit) {}

    static const char* indents_of(char blank) noexcept {
        return blank == '\t' ? tabs.text : spaces.text;
    }

    // The indent of every depth is a prefix of the deepest one.
    struct deepest_indent {
        char text[newline_room + max_indent * max_depth]{'\r', '\n'};

        constexpr explicit deepest_indent(char blank) noexcept {
            for (std::size_t i = newline_room; i < sizeof text; ++i) text[i] = blank;
        }
    };
    static const deepest_indent spaces;
    static const deepest_indent tabs;

    const char* text_ = nullptr;
    std::size_t newline_size_ = 0;
    std::size_t indent_width_ = 0;
};

inline constexpr layout::deepest_indent layout::spaces{' '};
inline constexpr layout::deepest_indent layout::tabs{'\t'};

}  // namespace ec2wire::detail

#endif
