#ifndef EC2WIRE_TESTS_CODEC_LAYOUTS_HPP
#define EC2WIRE_TESTS_CODEC_LAYOUTS_HPP

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

// One reply, printed as different servers print it.
namespace ec2wire::tests {

enum class layout { ec2, minified, two_spaces, tabs, crlf, attributes, irregular, restless };

inline constexpr std::array<layout, 8> all_layouts{
    layout::ec2,  layout::minified,   layout::two_spaces, layout::tabs,
    layout::crlf, layout::attributes, layout::irregular,  layout::restless};

// Returns the white space before the tag with that number.
inline std::string margin(layout how, std::size_t depth, std::size_t number) {
    switch (how) {
        case layout::minified: return "";
        case layout::two_spaces: return "\n" + std::string(2 * depth, ' ');
        case layout::tabs: return "\n" + std::string(depth, '\t');
        case layout::crlf: return "\r\n" + std::string(4 * depth, ' ');
        // As in the examples of the API reference: irregular, and the same for each item.
        case layout::irregular: return "\n" + std::string(depth * depth % 7, ' ');
        // Of a different size before almost every tag.
        case layout::restless: return std::string(number * 7 % 5, ' ');
        default: return "\n" + std::string(4 * depth, ' ');
    }
}

// Prints a document that has no white space between its tags in a layout. Texts stay as they are.
//
//   <a><b>x</b></a>    ->    <a>\n    <b>x</b>\n</a>
inline std::string lay_out(std::string_view document, layout how) {
    std::string out;
    if (how == layout::ec2) out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    std::size_t depth = 0;
    std::size_t number = 0;
    bool is_after_tag = false;
    bool is_after_start = false;
    for (std::size_t at = 0; at < document.size();) {
        if (document[at] != '<') {
            out += document[at++];
            is_after_tag = false;
            continue;
        }
        std::size_t last = document.find('>', at);
        if (last == std::string_view::npos) last = document.size() - 1;
        std::string markup(document.substr(at, last + 1 - at));
        const bool is_end = markup.starts_with("</");
        if (is_end && depth > 0) --depth;
        const bool is_leaf_end = is_end && (is_after_start || !is_after_tag);
        const bool is_other = markup.starts_with("<!") || markup.starts_with("<?");
        if (!is_leaf_end && !(is_other && !is_after_tag) && !(out.empty() && depth == 0))
            out += margin(how, depth, number++);
        if (how == layout::attributes && markup == "<item>") markup = "<item kind=\"a>b\" n='1'>";
        out += markup;
        is_after_start = !is_end && !is_other && !markup.ends_with("/>");
        if (is_after_start) ++depth;
        is_after_tag = true;
        at = last + 1;
    }
    if (how != layout::minified) out += '\n';
    return out;
}

}  // namespace ec2wire::tests

#endif
