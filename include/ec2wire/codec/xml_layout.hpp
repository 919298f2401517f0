#ifndef EC2WIRE_CODEC_XML_LAYOUT_HPP
#define EC2WIRE_CODEC_XML_LAYOUT_HPP

#include <string_view>

namespace ec2wire {

// How a document is laid out. Both begin with the XML declaration on a line of its own.
enum class xml_layout : bool {
    minified,  // no white space between tags, as EC2's errors are
    ec2,       // each tag that holds elements on its own line, indented by four spaces a level
};

namespace detail {

// EC2's own XML declaration, with the line's end.
inline constexpr std::string_view ec2_declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

}  // namespace detail

}  // namespace ec2wire

#endif
