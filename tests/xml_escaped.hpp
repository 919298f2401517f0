#ifndef EC2WIRE_TESTS_XML_ESCAPED_HPP
#define EC2WIRE_TESTS_XML_ESCAPED_HPP

#include <string>

namespace ec2wire::tests {

// Escapes a character of XML content. A carriage return must be a reference, since it would be read as a line
// feed.
inline std::string xml_escaped(char c) {
    switch (c) {
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '&': return "&amp;";
        case '\r': return "&#xD;";
        default: return std::string(1, c);
    }
}

}  // namespace ec2wire::tests

#endif
