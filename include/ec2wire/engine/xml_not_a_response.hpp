#ifndef EC2WIRE_ENGINE_XML_NOT_A_RESPONSE_HPP
#define EC2WIRE_ENGINE_XML_NOT_A_RESPONSE_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/engine/fast_text.hpp>
#include <ec2wire/engine/xml_message.hpp>
#include <ec2wire/shape/reply.hpp>
#include <ec2wire/xml/scan.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// E1 (error documents). EC2's error document as data: the literals around its three strings.
inline constexpr std::string_view error_literals[] = {
    "<Response><Errors><Error><Code>", "</Code><Message>", "</Message></Error></Errors><RequestID>",
    "</RequestID></Response>"};

// Decodes a document of that form. False if it has another one: then it is decoded by the tables.
EC2WIRE_NOINLINE inline bool match_error(std::string_view bytes, reply_error& error) noexcept {
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    const auto pass = [&](std::string_view literal) EC2WIRE_ALWAYS_INLINE_LAMBDA {
        const bool is_there = fast_text::is_literal(at, literal.data(), literal.size(), end);
        if (is_there) at += literal.size();
        return is_there;
    };
    const auto read = [&](std::string_view& text) EC2WIRE_ALWAYS_INLINE_LAMBDA {
        const char* const last = fast_text::find_end(at, end);
        if (last == nullptr) return false;
        text = {at, static_cast<std::size_t>(last - at)};
        at = last;
        return true;
    };
    // One after the other, not in a loop: each literal is compared with a size that the compiler knows.
    service_error said{};
    if (!pass(ec2_declaration) || !pass(error_literals[0]) || !read(said.code) ||
        !pass(error_literals[1]) || !read(said.message) || !pass(error_literals[2]) ||
        !read(said.request_id) || !pass(error_literals[3]))
        return false;
    if (xml::find_non_space(at, end) != end) return false;
    error = {{errc::service_error, ec2_declaration.size()}, said};
    return true;
}

}  // namespace ec2wire::detail

// E2 (bodies that are not a reply). Finds out whether a refused body is empty, plain text or HTML, as a proxy
// or a load balancer sends in EC2's place.

namespace ec2wire::detail {

// Whether bytes begin with a tag, in upper or lower case, followed by '>', '/' or white space.
constexpr bool begins_tag(std::string_view bytes, std::string_view lower_case) noexcept {
    if (bytes.size() <= lower_case.size()) return false;
    for (std::size_t i = 0; i < lower_case.size(); ++i) {
        const bool is_upper = bytes[i] >= 'A' && bytes[i] <= 'Z';
        if ((is_upper ? static_cast<char>(bytes[i] - 'A' + 'a') : bytes[i]) != lower_case[i])
            return false;
    }
    const char next = bytes[lower_case.size()];
    return next == '>' || next == '/' || is_space(next);
}

// Whether the root of a document is an HTML element, or its DOCTYPE.
//
//   <!DOCTYPE html>    <html>    <h1>503 Service Unavailable</h1>
constexpr bool looks_like_html(std::string_view root) noexcept {
    for (const std::string_view tag : {"<!doctype html", "<html", "<head", "<body", "<title", "<h1",
                                       "<h2", "<h3", "<p", "<div", "<center", "<pre"})
        if (begins_tag(root, tag)) return true;
    return false;
}

// Returns the first byte that is neither white space nor part of a comment or a processing instruction, all
// of which may precede the root.
EC2WIRE_COLD constexpr std::size_t skip_prolog(std::string_view bytes, std::size_t at) noexcept {
    for (;;) {
        while (at < bytes.size() && is_space(bytes[at])) ++at;
        const std::string_view rest = bytes.substr(at);
        const bool is_comment = rest.starts_with("<!--");
        if (!is_comment && !rest.starts_with("<?")) return at;
        const std::size_t end = is_comment ? rest.find("-->", 4) : rest.find("?>", 2);
        if (end == std::string_view::npos) return at;
        at += end + (is_comment ? 3 : 2);
    }
}

// Whether bytes may be XML from EC2: they begin with '<' after white space only, and are not HTML, whatever
// their XML declaration is. `begin` is where they begin.
EC2WIRE_COLD constexpr bool looks_like_xml(std::string_view bytes, std::size_t& begin) noexcept {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE")) return true;
    if (!bytes.empty() && bytes.size() < byte_order_mark.size() &&
        byte_order_mark.starts_with(bytes))
        return true;
    begin = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    while (begin < bytes.size() && is_space(bytes[begin])) ++begin;
    return bytes.substr(begin).starts_with('<') &&
           !looks_like_html(bytes.substr(skip_prolog(bytes, begin)));
}

// Returns the error of bytes that were refused with `found`: that error, or not_a_document, on which a caller
// can act.
EC2WIRE_COLD EC2WIRE_NOINLINE constexpr decode_error instead_of_xml(std::string_view bytes,
                                                                    decode_error found) noexcept {
    if (found.code == errc::stopped_by_visitor) return found;
    std::size_t begin = 0;
    return looks_like_xml(bytes, begin) ? found : decode_error{errc::not_a_document, begin};
}

}  // namespace ec2wire::detail

#endif
