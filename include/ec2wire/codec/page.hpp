#ifndef EC2WIRE_CODEC_PAGE_HPP
#define EC2WIRE_CODEC_PAGE_HPP

#include <ec2wire/core/error.hpp>
#include <ec2wire/core/number.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// Whether a page of HTML begins here, in letters of either case.
constexpr bool is_page(std::string_view bytes, std::string_view opening) noexcept {
    if (bytes.size() <= opening.size()) return false;
    for (std::size_t i = 0; i < opening.size(); ++i) {
        const bool is_upper = bytes[i] >= 'A' && bytes[i] <= 'Z';
        if ((is_upper ? static_cast<char>(bytes[i] - 'A' + 'a') : bytes[i]) != opening[i])
            return false;
    }
    const char next = bytes[opening.size()];
    return next == '>' || is_space(next);
}

// The first byte that is neither white space nor part of a comment or an instruction, which may all
// stand before the root.
[[gnu::cold]] constexpr std::size_t skip_prolog(std::string_view bytes, std::size_t at) noexcept {
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

// E2. What a proxy sends in EC2's place: nothing, text, or a page. An EC2 document begins with '<'
// after nothing but white space, and is no HTML, whatever its declaration says.
[[gnu::cold]] constexpr bool is_document(std::string_view bytes, std::size_t& begin) noexcept {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE")) return true;
    if (!bytes.empty() && bytes.size() < mark.size() && mark.starts_with(bytes)) return true;
    begin = bytes.starts_with(mark) ? mark.size() : 0;
    while (begin < bytes.size() && is_space(bytes[begin])) ++begin;
    const std::string_view root = bytes.substr(skip_prolog(bytes, begin));
    return bytes.substr(begin).starts_with('<') && !is_page(root, "<html") &&
           !is_page(root, "<!doctype html");
}

// What is wrong with bytes that were refused for `found`: that, or that they are no document, which a
// caller can understand. Every document that is taken is one, so this is asked only of the refused.
[[gnu::cold]] constexpr decode_error not_a_page(std::string_view bytes,
                                                decode_error found) noexcept {
    std::size_t begin = 0;
    return is_document(bytes, begin) ? found : decode_error{errc::not_a_document, begin};
}

}  // namespace ec2wire::detail

#endif
