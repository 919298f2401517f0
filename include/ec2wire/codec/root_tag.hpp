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

// Where the root is, if nothing but EC2's own XML declaration stands before it.
//
//   <?xml version="1.0" encoding="UTF-8"?>\n<StopInstancesResponse xmlns="...">
//                                           ^
inline const char* find_printed_root(std::string_view document) noexcept {
    constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    const char* at = document.data();
    if (document.size() <= declaration.size()) return at;
    if (!is_equal_block(at, declaration.data(), declaration.size())) return at;
    at += declaration.size();
    return *at == '\n' ? at + 1 : at;
}

// A start tag of which nothing but the name counts, and the place that was reached behind it; null if
// there is no such tag. See xml::reader::open().
struct opened_tag {
    std::string_view name{};
    const char* place = nullptr;
};

// The root's start tag at `at`, if it is `tag`, with a name of `name_size` characters.
[[gnu::always_inline]] inline opened_tag pass_root_tag(const char* at, const char* end,
                                                       std::string_view tag,
                                                       std::size_t name_size) noexcept {
    const auto room = static_cast<std::size_t>(end - at);
    if (room < tag.size() || !is_equal_block(at, tag.data(), tag.size())) return {};
    return {{at + 1, name_size}, at + tag.size()};
}

template <message_shape T>
[[gnu::always_inline]] inline opened_tag pass_root_tag(const char* at, const char* end) noexcept {
    // A service may leave its namespace unsaid, which no reply is refused for (P2).
    if constexpr (requires { T::service::xml_namespace; }) {
        constexpr std::string_view tag(root_tag<T>.data(), root_tag<T>.size());
        constexpr std::size_t name_size =
            std::string_view(T::operation).size() + T::service::protocol::root_suffix.size();
        return pass_root_tag(at, end, tag, name_size);
    } else {
        return {};
    }
}

// The same for the root of an error of EC2's.
[[gnu::always_inline]] inline opened_tag pass_error_tag(const char* at, const char* end) noexcept {
    constexpr std::string_view tag = "<Response>";
    return pass_root_tag(at, end, tag, tag.size() - 2);
}

}  // namespace ec2wire::detail

#endif
