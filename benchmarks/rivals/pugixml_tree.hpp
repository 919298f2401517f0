#ifndef EC2WIRE_BENCHMARKS_RIVALS_PUGIXML_TREE_HPP
#define EC2WIRE_BENCHMARKS_RIVALS_PUGIXML_TREE_HPP

#include "dom_reader.hpp"

#include <pugixml.hpp>

#include <cstring>
#include <string_view>

// How dom_reader asks the nodes of pugixml.
namespace ec2wire::benchmarks {

struct pugixml_tree {
    using node = pugi::xml_node;

    static node first(node n) { return n.first_child(); }
    static node next(node n) { return n.next_sibling(); }
    static bool is_named(node n, const char* name) { return std::strcmp(n.name(), name) == 0; }
    static std::string_view text(node n) { return n.child_value(); }
};

}  // namespace ec2wire::benchmarks

#endif
