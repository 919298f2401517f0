#ifndef EC2WIRE_CODEC_ERROR_PATTERN_HPP
#define EC2WIRE_CODEC_ERROR_PATTERN_HPP

#include <ec2wire/codec/fast_text.hpp>
#include <ec2wire/codec/reply.hpp>
#include <ec2wire/codec/xml_layout.hpp>
#include <ec2wire/core/attributes.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/xml/scan.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// E1. An error as EC2 prints it, as data: the literals around its three texts.
inline constexpr std::string_view error_literals[] = {
    "<Response><Errors><Error><Code>", "</Code><Message>", "</Message></Error></Errors><RequestID>",
    "</RequestID></Response>"};

// Matches a document of that form. False if it is another: the tables then say what it is.
EC2WIRE_NOINLINE inline bool match_error(std::string_view bytes, reply_error& error) noexcept {
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    const auto pass = [&](std::string_view literal) {
        const bool is_there = fast_text::is_literal(at, literal.data(), literal.size(), end);
        if (is_there) at += literal.size();
        return is_there;
    };
    service_error said{};
    std::string_view* const texts[] = {&said.code, &said.message, &said.request_id};
    if (!pass(ec2_declaration) || !pass(error_literals[0])) return false;
    for (std::size_t i = 0; i < 3; ++i) {
        const char* const last = fast_text::find_end(at, end);
        if (last == nullptr) return false;
        *texts[i] = {at, static_cast<std::size_t>(last - at)};
        at = last;
        if (!pass(error_literals[i + 1])) return false;
    }
    if (xml::find_non_space(at, end) != end) return false;
    error = {{errc::service_error, ec2_declaration.size()}, said};
    return true;
}

}  // namespace ec2wire::detail

#endif
