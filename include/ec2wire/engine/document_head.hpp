#ifndef EC2WIRE_ENGINE_DOCUMENT_HEAD_HPP
#define EC2WIRE_ENGINE_DOCUMENT_HEAD_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/engine/document_pattern.hpp>
#include <ec2wire/engine/xml_decode_options.hpp>
#include <ec2wire/engine/xml_message.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/xml/declaration.hpp>
#include <ec2wire/xml/input.hpp>
#include <ec2wire/xml/scan.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// The beginning of a reply as EC2 prints it: the XML declaration and the root's start tag.
template <message_shape T>
constexpr void print_head(pattern_printer& printer) noexcept {
    constexpr std::string_view name = xml_namespace_of<typename T::service>;
    for (const std::string_view part :
         {ec2_declaration, std::string_view("<"), std::string_view(T::operation),
          std::string_view(T::service::protocol::root_suffix)})
        printer.put(part);
    if (!name.empty())
        for (const std::string_view part :
             {std::string_view(" xmlns=\""), name, std::string_view("\"")})
            printer.put(part);
    printer.put(">");
}
template <message_shape T>
inline constexpr auto head_text = [] {
    constexpr std::size_t size = [] {
        pattern_printer counter(xml_layout::ec2, nullptr, nullptr);
        print_head<T>(counter);
        return counter.size();
    }();
    std::array<char, size> text{};
    pattern_printer printer(xml_layout::ec2, text.data(), nullptr);
    print_head<T>(printer);
    return text;
}();

// Returns the position after a root's start tag, and in `resume` where that is; null if the document begins in
// another way. The tag's only attribute may be the namespace, which is not compared (P2).
//
//   <?xml version="1.0" encoding="utf-8"?>\n<StopInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15">
EC2WIRE_NOINLINE inline const char* match_root(std::string_view bytes, std::string_view operation,
                                               std::string_view suffix,
                                               resume_point& resume) noexcept {
    constexpr std::string_view attribute = " xmlns=\"";
    const char* const end = bytes.data() + bytes.size();
    xml::detail::input in(bytes);
    if (!xml::detail::skip_bom_and_declaration(in)) return nullptr;
    const char* at = xml::find_non_space(in.at, end);
    const std::size_t size = operation.size() + suffix.size();
    if (static_cast<std::size_t>(end - at) < size + attribute.size() + 2 || *at != '<')
        return nullptr;
    const std::string_view name(at + 1, size);
    at += 1 + size;
    if (!is_joined(name, operation, suffix)) return nullptr;
    if (*at != '>') {
        if (!is_equal(at, attribute.data(), attribute.size())) return nullptr;
        at = xml::find_stop<'"', '<', '&'>(at + attribute.size(), end);
        if (end - at < 2 || at[0] != '"' || at[1] != '>') return nullptr;
        ++at;
    }
    resume.root = name;
    resume.root_size = static_cast<std::size_t>(at + 1 - name.data());
    return at + 1;
}

// Does the same, fastest for a reply that begins as EC2 prints it.
template <message_shape T>
const char* match_head(std::string_view bytes, resume_point& resume) noexcept {
    const std::string_view operation = T::operation, suffix = T::service::protocol::root_suffix;
    constexpr const auto& text = head_text<T>;
    if (bytes.size() < text.size() || !is_equal_block(bytes.data(), text.data(), text.size()))
        return match_root(bytes, operation, suffix, resume);
    resume.root = {bytes.data() + ec2_declaration.size() + 1, operation.size() + suffix.size()};
    resume.root_size = text.size() - ec2_declaration.size() - 1;
    return bytes.data() + text.size();
}

}  // namespace ec2wire::detail

#endif
