#ifndef EC2WIRE_XML_MARKUP_HPP
#define EC2WIRE_XML_MARKUP_HPP

#include <ec2wire/core/scratch.hpp>
#include <ec2wire/xml/input.hpp>
#include <ec2wire/xml/name_set.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::xml::detail {

// The constructs of XML between and inside its tags, checked to the letter.

// Text, from any place in it to the '<' that ends it, which is returned; null if something in it is
// wrong. `needs_unescape` is set if it means something else than its bytes.
//
//   R&amp;D</name>
//   -------
constexpr const char* pass_text(input& in, const char* at, bool& needs_unescape) noexcept {
    for (;;) {
        at = find_stop<'<', '&', ']'>(at, in.end());
        if (at == in.end()) return in.fail_at_end();
        switch (*at) {
            case '<': return at;
            case '&':
                needs_unescape = true;
                at = in.pass_reference(at);
                break;
            case ']':
                // "]]>" may not stand in text (production [14]).
                if (in.rest(at).starts_with("]]>")) return in.fail(errc::bad_markup, at + 2);
                ++at;
                break;
            case '\n':
            case '\t': ++at; break;
            case '\r': needs_unescape = true; [[fallthrough]];
            default: at = in.pass_character(at);
        }
        if (at == nullptr) return nullptr;
    }
}

// What means nothing to a reply and is checked all the same. Each function stands at the first byte
// of a construct, passes it, and returns false if something in it is wrong.

//   <!-- a comment -->
//   ------------------
constexpr bool pass_comment(input& in) noexcept {
    if (!in.expect("<!--")) return false;
    for (const char* at = in.at;;) {
        at = find_stop<'-'>(at, in.end());
        if (at == in.end()) return in.fail_at_end();
        in.at = at;
        if (*at != '-') {
            at = in.pass_character(at);
            if (at == nullptr) return false;
        } else if (in.is_ahead(1, '-') || at + 1 == in.end()) {
            return in.expect("-->");  // "--" may stand nowhere else (production [15])
        } else {
            ++at;
        }
    }
}

// A comment, or a DOCTYPE, which is refused wherever it stands.
constexpr bool pass_declaration(input& in) noexcept {
    if (!in.is_ahead(2, 'D')) return pass_comment(in);
    const char* const first = in.at;
    return in.expect("<!DOCTYPE") ? in.fail(errc::doctype, first) : failed{};
}

//   <?target anything?>    whose target may be any name but xml
//   -------------------
constexpr bool pass_instruction(input& in) noexcept {
    in.at += 2;
    const std::string_view target = in.take_name();
    if (target.empty() || in.is_at_end()) return in.fail_grammar(in.at);
    if (target.size() == 3 && (target[0] | 0x20) == 'x' && (target[1] | 0x20) == 'm' &&
        (target[2] | 0x20) == 'l')
        return in.fail(errc::bad_markup, target.data());
    if (!is_space(*in.at)) return in.expect("?>");
    for (const char* at = in.at;;) {
        at = find_stop<'?'>(at, in.end());
        if (at == in.end()) return in.fail_at_end();
        in.at = at;
        if (in.starts_with("?>")) return in.expect("?>");
        at = *at == '?' ? at + 1 : in.pass_character(at);
        if (at == nullptr) return false;
    }
}

//    = "value"    of the few characters that the XML declaration's values are made of
constexpr bool pass_literal(input& in, std::string_view& value) noexcept {
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

constexpr bool is_utf8_name(std::string_view name) noexcept {
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
constexpr bool pass_xml_declaration(input& in) noexcept {
    constexpr std::string_view opening = "<?xml";
    if (!in.starts_with(opening)) return true;
    if (const std::string_view rest = in.rest(in.at + opening.size());
        !rest.empty() && !is_space(rest[0]))
        return true;  // an instruction, whose target goes on

    in.at += opening.size();
    in.skip_space();
    std::string_view value;
    if (!in.expect("version") || !pass_literal(in, value)) return false;
    if (value != "1.0") return in.fail_difference(errc::unsupported_version, value, "1.0");
    bool is_separated = in.skip_space();
    if (is_separated && in.is_at('e')) {
        if (!in.expect("encoding") || !pass_literal(in, value)) return false;
        if (!is_utf8_name(value)) return in.fail(errc::unsupported_encoding, value.data());
        is_separated = in.skip_space();
    }
    if (is_separated && in.is_at('s')) {
        if (!in.expect("standalone") || !pass_literal(in, value)) return false;
        if (value != "yes" && value != "no") return in.fail(errc::bad_markup, value.data());
        in.skip_space();
    }
    return in.expect("?>");
}

//   <item name = "it&apos;s">
//                -----------
constexpr bool pass_attribute_value(input& in) noexcept {
    if (!in.is_at('"') && !in.is_at('\'')) return in.fail_grammar(in.at);
    const char quote = *in.at;
    for (const char* at = in.at + 1;;) {
        at = find_stop<'<', '&', '"', '\''>(at, in.end());
        if (at == in.end()) return in.fail_at_end();
        if (*at == quote) {
            in.at = at + 1;
            return true;
        }
        if (*at == '<') return in.fail(errc::bad_markup, at);
        if (*at == '"' || *at == '\'')
            ++at;
        else
            at = *at == '&' ? in.pass_reference(at) : in.pass_character(at);
        if (at == nullptr) return false;
    }
}

//   <item name = "value" other='value'>
//        -----------------------------    ends before the '>', or the '/' of "/>"
constexpr bool pass_attributes(input& in, scratch& memory) noexcept {
    name_set names(memory);
    for (;;) {
        const bool is_separated = in.skip_space();
        if (in.is_at('>') || in.is_at('/')) {
            const char* const duplicate = names.find_duplicate();
            return duplicate == nullptr || in.fail(errc::duplicate_attribute, duplicate);
        }
        if (!is_separated) return in.fail_grammar(in.at);
        const std::string_view name = in.take_name();
        if (name.empty()) return in.fail_grammar(in.at);
        in.skip_space();
        if (!in.expect("=")) return false;
        in.skip_space();
        if (!pass_attribute_value(in)) return false;
        if (!names.add(name)) return in.fail(errc::out_of_memory, name.data());
    }
}

}  // namespace ec2wire::xml::detail

#endif
