// The reply alone, with pugixml, whose parser is in its library.
#include "../rivals/pugixml_tree.hpp"

#include <cstddef>

namespace ec2wire::benchmarks {

bool decode_stop(char* bytes, std::size_t size, pugi::xml_document& tree, stop_reply& reply) {
    if (!tree.load_buffer_inplace(bytes, size, pugi::parse_minimal, pugi::encoding_utf8))
        return false;
    dom_reader<pugixml_tree>::read(tree.document_element(), reply);
    return true;
}

}  // namespace ec2wire::benchmarks
