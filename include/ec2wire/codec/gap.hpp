#ifndef EC2WIRE_CODEC_GAP_HPP
#define EC2WIRE_CODEC_GAP_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/xml/scan.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>

namespace ec2wire::detail {

// A server prints every reply in one layout. A *gap* is white space and a tag, as it stands between
// the things that a reply says:
//
//   <currentState>\n                <code>64</code>\n                <name>stopping</name>
//                 -----------------------         -----------------------
//
// The law of the fast path: a gap that equals, byte for byte, one that the strict reader accepts in
// the same place of the same shape means the same. So it needs no reading, only a comparison, which
// is a few loads that wait for nothing. What such a gap is comes from three places: the two layouts
// that servers are known to print, spelled out at compile time, and any other, learned from the
// element before once the strict reader has accepted that.

// The layouts known at compile time. Each says what white space stands before a tag that has `depth`
// elements around it.

// EC2's own: a new line and four spaces a level.
struct pretty_layout {
    static constexpr std::size_t margin_size(std::size_t depth) noexcept { return 1 + 4 * depth; }
    static constexpr char margin(std::size_t index) noexcept { return index == 0 ? '\n' : ' '; }
};

// No white space at all.
struct minified_layout {
    static constexpr std::size_t margin_size(std::size_t) noexcept { return 0; }
    static constexpr char margin(std::size_t) noexcept { return ' '; }
};

// A name as a type, for the texts below: of its characters alone, so that all that reads an <item>
// is the same code, whichever operation it is for.
template <std::size_t Size>
struct name_characters {
    char characters[Size]{};

    constexpr explicit name_characters(std::string_view name) noexcept {
        for (std::size_t i = 0; i < Size; ++i) characters[i] = name[i];
    }
};

template <name_characters Characters>
struct element {
    static constexpr std::string_view name{Characters.characters, sizeof Characters.characters};
};

template <class Protocol, structure T, std::size_t I>
constexpr std::string_view name_of_member() noexcept {
    return Protocol::xml_name(std::get<I>(fields_of<T>).info);
}

template <class Protocol, structure T, std::size_t I>
using member_element = element<name_characters<name_of_member<Protocol, T, I>().size()>(
    name_of_member<Protocol, T, I>())>;

template <class Protocol, structure T, std::size_t I>
constexpr std::string_view name_of_item() noexcept {
    constexpr std::string_view given = std::get<I>(fields_of<T>).info.traits.item_name;
    return given.empty() ? Protocol::item_name : given;
}

template <class Protocol, structure T, std::size_t I>
using item_element =
    element<name_characters<name_of_item<Protocol, T, I>().size()>(name_of_item<Protocol, T, I>())>;

template <message_shape T>
struct root_element {
    static constexpr auto characters = [] {
        constexpr std::string_view suffix = T::service::protocol::root_suffix;
        std::array<char, std::string_view(T::operation).size() + suffix.size()> name{};
        std::size_t i = 0;
        for (const std::string_view part : {std::string_view(T::operation), suffix})
            for (const char c : part) name[i++] = c;
        return name;
    }();
    static constexpr std::string_view name{characters.data(), characters.size()};
};

// White space and a tag, as a layout prints them at a depth.
template <class Layout, std::size_t Depth, bool IsEnd, class Element>
inline constexpr auto gap_text = [] {
    constexpr std::size_t margin = Layout::margin_size(Depth);
    std::array<char, margin + Element::name.size() + (IsEnd ? 3 : 2)> text{};
    std::size_t i = 0;
    for (; i < margin; ++i) text[i] = Layout::margin(i);
    text[i++] = '<';
    if (IsEnd) text[i++] = '/';
    for (const char c : Element::name) text[i++] = c;
    text[i] = '>';
    return text;
}();

// Past a text whose size is known at compile time, or null if something else stands there.
template <std::size_t Size>
constexpr const char* pass_text(const char* at, const char* end, const char* text) noexcept {
    if (static_cast<std::size_t>(end - at) < Size) return nullptr;
    const bool is_same = Size >= 16 ? is_equal_block(at, text, Size) : is_equal(at, text, Size);
    return is_same ? at + Size : nullptr;
}

template <std::size_t Size>
constexpr const char* pass_text(const char* at, const char* end,
                                const std::array<char, Size>& text) noexcept {
    return pass_text<Size>(at, end, text.data());
}

// The gaps of a layout that is known. Each function takes the place of the gap in the shape, as a
// number (see fast_decoder.hpp), as a depth and as the element whose tag it ends with.
template <class Layout, std::size_t Base>
struct printed_gaps {
    using layout = Layout;
    static constexpr std::size_t base = Base;

    template <std::size_t, std::size_t Depth, bool IsEnd, class Element>
    constexpr const char* pass(const char* at, const char* end) const noexcept {
        return pass_text(at, end, gap_text<Layout, Base + Depth, IsEnd, Element>);
    }
};

// The gaps of the element before. A place where it had none holds none.
template <std::size_t Count>
class learned_gaps {
  public:
    template <std::size_t Place, std::size_t, bool, class>
    const char* pass(const char* at, const char* end) const noexcept {
        const auto [first, size] = gaps_[Place];
        if (first == nullptr || static_cast<std::size_t>(end - at) < size) return nullptr;
        const bool is_same =
            size >= 16 ? is_equal_block(at, first, size) : is_equal(at, first, size);
        return is_same ? at + size : nullptr;
    }

    void forget() noexcept {
        for (text& gap : gaps_) gap = {nullptr, 0};
    }

    void set(std::size_t place, const char* first, const char* last) noexcept {
        gaps_[place] = {first, static_cast<std::size_t>(last - first)};
    }

  private:
    struct text {
        const char* first;
        std::size_t size;
    };
    text gaps_[Count];
};

// Learns the gaps of an element that the strict reader has accepted: any white space, then the tag
// that is due, with any attributes.
template <std::size_t Count>
class gap_learner {
  public:
    explicit gap_learner(learned_gaps<Count>& gaps) noexcept : gaps_(gaps) { gaps_.forget(); }

    template <std::size_t Place, std::size_t, bool IsEnd, class Element>
    const char* pass(const char* at, const char* end) noexcept {
        const char* tag = xml::find_non_space(at, end);
        const std::size_t size = Element::name.size() + (IsEnd ? 2 : 1);
        if (static_cast<std::size_t>(end - tag) <= size || *tag != '<') return nullptr;
        if (IsEnd && tag[1] != '/') return nullptr;
        if (!is_equal(tag + (IsEnd ? 2 : 1), Element::name.data(), Element::name.size()))
            return nullptr;
        const char* const last = pass_rest_of_tag(tag + size, end);
        if (last != nullptr) gaps_.set(Place, at, last);
        return last;
    }

  private:
    // From behind the name to behind the '>', which may also stand in a quoted value. An empty tag
    // is no gap.
    static const char* pass_rest_of_tag(const char* at, const char* end) noexcept {
        if (*at != '>' && !is_space(*at)) return nullptr;
        for (char quote = 0; at != end; ++at) {
            if (quote == 0 && *at == '>') return at[-1] == '/' ? nullptr : at + 1;
            if (quote == 0 && (*at == '"' || *at == '\''))
                quote = *at;
            else if (*at == quote)
                quote = 0;
        }
        return nullptr;
    }

    learned_gaps<Count>& gaps_;
};

}  // namespace ec2wire::detail

#endif
