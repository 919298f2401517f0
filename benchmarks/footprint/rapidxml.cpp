// The reply alone, with RapidXML, which is headers alone as ec2wire is.
#include "../rivals/rapidxml_tree.hpp"

namespace ec2wire::benchmarks {

void decode_stop(char* bytes, rapidxml::xml_document<>& tree, stop_reply& reply) {
    tree.parse<rapidxml::parse_fastest>(bytes);
    dom_reader<rapidxml_tree>::read(tree.first_node(), reply);
}

}  // namespace ec2wire::benchmarks
