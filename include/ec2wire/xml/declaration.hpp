#ifndef EC2WIRE_XML_DECLARATION_HPP
#define EC2WIRE_XML_DECLARATION_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/xml/input.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::xml::detail {

// The beginning of a document: a byte order mark and the XML declaration.

//    = "value"    of the few characters that the XML declaration's values are made of
EC2WIRE_COLD inline bool take_pseudo_value(input& in, std::string_view& value) noexcept {
    in.skip_space();
    if (!in.expect("=")) return false;
    in.skip_space();
    if (!in.is_at('"') && !in.is_at('\'')) return in.fail_grammar(in.at);
    const char quote = *in.at++;
    const char* const first = in.at;
    while (!in.is_at_end() && static_cast<unsigned char>(*in.at) < 0x80 &&
           is_name_character(static_cast<unsigned char>(*in.at)))
        ++in.at;
    value = {first, static_cast<std::size_t>(in.at - first)};
    if (!in.is_at(quote)) return in.fail_grammar(in.at);
    ++in.at;
    return true;
}

inline bool is_utf8_name(std::string_view name) noexcept {
    constexpr std::string_view utf8 = "utf-8";
    if (name.size() != utf8.size()) return false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool is_upper = name[i] >= 'A' && name[i] <= 'Z';
        if ((is_upper ? static_cast<char>(name[i] - 'A' + 'a') : name[i]) != utf8[i]) return false;
    }
    return true;
}

//   <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
//   -------------------------------------------------------    all of it, or nothing
EC2WIRE_COLD inline bool skip_xml_declaration(input& in) noexcept {
    constexpr std::string_view opening = "<?xml";
    if (!in.starts_with(opening)) return true;
    if (const std::string_view rest = in.rest(in.at + opening.size());
        !rest.empty() && !is_space(rest[0]))
        return true;  // an instruction with a longer target

    in.at += opening.size();
    in.skip_space();
    std::string_view value;
    if (!in.expect("version") || !take_pseudo_value(in, value)) return false;
    if (value != "1.0") return in.fail_difference(errc::unsupported_version, value, "1.0");
    bool is_separated = in.skip_space();
    if (is_separated && in.is_at('e')) {
        if (!in.expect("encoding") || !take_pseudo_value(in, value)) return false;
        if (!is_utf8_name(value)) return in.fail(errc::unsupported_encoding, value.data());
        is_separated = in.skip_space();
    }
    if (is_separated && in.is_at('s')) {
        if (!in.expect("standalone") || !take_pseudo_value(in, value)) return false;
        if (value != "yes" && value != "no") return in.fail(errc::bad_markup, value.data());
        in.skip_space();
    }
    return in.expect("?>");
}

// Skips the byte order mark and the XML declaration. False if one of them is wrong.
inline bool skip_bom_and_declaration(input& in) noexcept {
    if (!in.is_at('<')) {
        constexpr std::string_view mark = "\xEF\xBB\xBF";
        if (in.starts_with("\xFE\xFF") || in.starts_with("\xFF\xFE"))
            return in.fail(errc::unsupported_encoding, in.at);
        if (in.starts_with(mark)) in.at += mark.size();
    }
    // The most frequent form.
    constexpr std::string_view usual = R"(<?xml version="1.0" encoding="UTF-8"?>)";
    if (static_cast<std::size_t>(in.end() - in.at) >= usual.size() &&
        is_equal_block(in.at, usual.data(), usual.size())) {
        in.at += usual.size();
        return true;
    }
    return skip_xml_declaration(in);
}

}  // namespace ec2wire::xml::detail

#endif
