#ifndef EC2WIRE_CODEC_ROOT_TAG_HPP
#define EC2WIRE_CODEC_ROOT_TAG_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/shape/field.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// How a document begins that EC2 prints. The strict reader need not look at what is known.

// Whether XML has nothing in it to escape, between quotes.
constexpr bool is_written_plainly(std::string_view text) noexcept {
    for (const char c : text)
        if (c < '!' || c > '~' || c == '&' || c == '<' || c == '"') return false;
    return true;
}

// <StopInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
template <message_shape T>
inline constexpr auto root_tag = [] {
    static_assert(is_written_plainly(T::service::xml_namespace),
                  "ec2wire: xml_namespace holds a character that XML has to escape");
    constexpr std::string_view parts[] = {"<",
                                          T::operation,
                                          T::service::protocol::root_suffix,
                                          " xmlns=\"",
                                          T::service::xml_namespace,
                                          "\">"};
    constexpr std::size_t size = [&] {
        std::size_t sum = 0;
        for (const std::string_view part : parts) sum += part.size();
        return sum;
    }();
    std::array<char, size> text{};
    std::size_t i = 0;
    for (const std::string_view part : parts)
        for (const char c : part) text[i++] = c;
    return text;
}();

// EC2's own XML declaration, with the line's end.
inline constexpr std::string_view printed_declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

// Where the root is, if nothing but that stands before it, with or without the line's end.
//
//   <?xml version="1.0" encoding="UTF-8"?>\n<StopInstancesResponse xmlns="...">
//                                           ^
[[gnu::noinline]] inline const char* find_printed_root(std::string_view document) noexcept {
    constexpr std::size_t size = printed_declaration.size() - 1;
    const char* const at = document.data();
    if (document.size() <= size) return at;
    if (!is_equal_block(at, printed_declaration.data(), size)) return at;
    return at + size + (at[size] == '\n');
}

// A start tag of which nothing but the name counts, and the place that was reached behind it; null if
// there is no such tag. See xml::reader::open().
struct opened_tag {
    std::string_view name{};
    const char* place = nullptr;
};

// Past a text, or null if another stands there. For where it does not come often enough to be code of
// its own.
[[gnu::noinline]] inline const char* pass_text(const char* at, const char* end,
                                               std::string_view text) noexcept {
    const auto room = static_cast<std::size_t>(end - at);
    return room >= text.size() && is_equal(at, text.data(), text.size()) ? at + text.size()
                                                                         : nullptr;
}

// The root's start tag at `at`, if it is `tag`, with a name of `name_size` characters.
inline opened_tag pass_root_tag(const char* at, const char* end, std::string_view tag,
                                std::size_t name_size) noexcept {
    const char* const place = pass_text(at, end, tag);
    return place == nullptr ? opened_tag{} : opened_tag{{at + 1, name_size}, place};
}

// A service may leave its namespace unsaid, which no reply is refused for (P2).
template <class T>
concept has_root_tag = message_shape<T> && requires {
    T::service::xml_namespace;
};

template <message_shape T>
inline constexpr std::size_t root_name_size = [] {
    constexpr std::string_view operation = T::operation;
    return operation.size() + T::service::protocol::root_suffix.size();
}();

// How many bytes a document begins with that are the same in every layout.
template <has_root_tag T>
inline constexpr std::size_t printed_head_size = printed_declaration.size() + root_tag<T>.size();

template <message_shape T>
opened_tag pass_root_tag(const char* at, const char* end) noexcept {
    if constexpr (has_root_tag<T>) {
        return pass_root_tag(at, end, {root_tag<T>.data(), root_tag<T>.size()}, root_name_size<T>);
    } else {
        return {};
    }
}

// The same for the root of an error of EC2's.
inline opened_tag pass_error_tag(const char* at, const char* end) noexcept {
    constexpr std::string_view tag = "<Response>";
    return pass_root_tag(at, end, tag, tag.size() - 2);
}

}  // namespace ec2wire::detail

#endif
