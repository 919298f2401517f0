#ifndef EC2WIRE_XML_MARKUP_HPP
#define EC2WIRE_XML_MARKUP_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/xml/input.hpp>
#include <ec2wire/xml/name_set.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::xml::detail {

// Checks the constructs of XML between and inside tags.

// Checks text from any position in it, and returns the '<' that ends it; null after an error. Sets
// `needs_unescape` if the text differs from its bytes.
//
//   R&amp;D</name>
//   -------
inline const char* skip_text(input& in, const char* at, bool& needs_unescape) noexcept {
    for (;;) {
        at = find_stop<'<', '&', ']'>(at, in.end());
        if (at == in.end()) return in.fail_at_end();
        switch (*at) {
            case '<': return at;
            case '&':
                needs_unescape = true;
                do at = in.skip_reference(at);
                while (at != nullptr && at != in.end() && *at == '&');
                break;
            case ']':
                // Text must not contain "]]>" (production [14]).
                if (in.rest(at).starts_with("]]>")) return in.fail(errc::bad_markup, at + 2);
                ++at;
                break;
            case '\n':
            case '\t': ++at; break;
            case '\r': needs_unescape = true; [[fallthrough]];
            default: at = in.skip_character(at);
        }
        if (at == nullptr) return nullptr;
    }
}

// Checks a CDATA section, and returns the "]]>" that ends its text, or null after an error.
//
//   <![CDATA[R&D <test>]]>
//            ----------        `in` is left where the text begins
EC2WIRE_COLD inline const char* skip_cdata(input& in, bool& needs_unescape) noexcept {
    if (!in.expect("<![CDATA[")) return nullptr;
    for (const char* at = in.at;;) {
        at = find_stop<']'>(at, in.end());
        if (at == in.end()) return in.fail_at_end();
        if (in.rest(at).starts_with("]]>")) return at;
        needs_unescape |= *at == '\r';
        at = *at == ']' ? at + 1 : in.skip_character(at);
        if (at == nullptr) return nullptr;
    }
}

// The functions below check constructs that are ignored. Each begins at the first byte of a construct, skips
// it, and returns false if it is wrong.

//   <!-- a comment -->
//   ------------------
inline bool skip_comment(input& in) noexcept {
    if (!in.expect("<!--")) return false;
    for (const char* at = in.at;;) {
        at = find_stop<'-'>(at, in.end());
        if (at == in.end()) return in.fail_at_end();
        in.at = at;
        if (*at != '-') {
            at = in.skip_character(at);
            if (at == nullptr) return false;
        } else if (in.is_ahead(1, '-') || at + 1 == in.end()) {
            return in.expect("-->");  // "--" is allowed nowhere else (production [15])
        } else {
            ++at;
        }
    }
}

// Skips a comment, or fails at a DOCTYPE, which is never allowed.
inline bool skip_comment_or_doctype(input& in) noexcept {
    if (!in.is_ahead(2, 'D')) return skip_comment(in);
    const char* const first = in.at;
    return in.expect("<!DOCTYPE") ? in.fail(errc::doctype, first) : failed{};
}

//   <?target anything?>    whose target may be any name but xml
//   -------------------
EC2WIRE_COLD inline bool skip_instruction(input& in) noexcept {
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
        at = *at == '?' ? at + 1 : in.skip_character(at);
        if (at == nullptr) return false;
    }
}

// Skips a comment or a processing instruction, or fails at a DOCTYPE.
EC2WIRE_NOINLINE inline bool skip_comment_or_pi(input& in) noexcept {
    return in.is_ahead(1, '?') ? skip_instruction(in) : skip_comment_or_doctype(in);
}

//   <item name = "it&apos;s">
//                -----------
EC2WIRE_COLD inline bool skip_attribute_value(input& in) noexcept {
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
            at = *at == '&' ? in.skip_reference(at) : in.skip_character(at);
        if (at == nullptr) return false;
    }
}

//   <item name = "value" other='value'>
//        -----------------------------    ends before the '>', or the '/' of "/>"
EC2WIRE_COLD inline bool skip_attributes(input& in, scratch& memory) noexcept {
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
        if (!skip_attribute_value(in)) return false;
        if (!names.add(name)) return in.fail(errc::out_of_memory, name.data());
    }
}

// Checks the part of a start tag after the name, including the '/' of an empty element.
//
//   <item name = "value" />
//        ----------------      ends before the '>'
EC2WIRE_NOINLINE inline bool skip_tag_rest(input& in, scratch& memory, bool& is_empty) noexcept {
    if (!skip_attributes(in, memory)) return false;
    const bool has_slash = in.is_at('/');
    if (has_slash) ++in.at;
    if (!in.is_at('>')) return in.fail_grammar(in.at);
    is_empty = has_slash;
    return true;
}

// Returns the attributes of a start tag that was checked, after that name in the document.
inline std::string_view attributes_after(std::string_view name) noexcept {
    const char* const first = name.data() + name.size();
    const char* at = first;
    char quote = '\0';
    for (; quote != '\0' || (*at != '>' && *at != '/'); ++at) {
        if (quote == '\0' && (*at == '"' || *at == '\''))
            quote = *at;
        else if (*at == quote)
            quote = '\0';
    }
    return {first, static_cast<std::size_t>(at - first)};
}

// Checks an end tag, with any white space, for the element of that name. Errors are </items> and </its> where
// </item> was expected, and </> and </ item>, which are not tags.
//
//   </item >
//   --------
EC2WIRE_COLD inline bool skip_end_tag(input& in, std::string_view wanted) noexcept {
    in.at += 2;
    const std::string_view found = in.take_name();
    if (found.empty()) return in.fail_grammar(in.at);
    if (found != wanted) return in.fail_difference(errc::mismatched_tag, found, wanted);
    in.skip_space();
    if (!in.is_at('>')) return in.fail_grammar(in.at);
    ++in.at;
    return true;
}

}  // namespace ec2wire::xml::detail

#endif
