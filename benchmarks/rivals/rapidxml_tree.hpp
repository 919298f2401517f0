#ifndef EC2WIRE_BENCHMARKS_RIVALS_RAPIDXML_TREE_HPP
#define EC2WIRE_BENCHMARKS_RIVALS_RAPIDXML_TREE_HPP

#include "dom_reader.hpp"

#include <rapidxml/rapidxml.hpp>

#include <string_view>

// How dom_reader asks the nodes of RapidXML.
namespace ec2wire::benchmarks {

struct rapidxml_tree {
    using node = const rapidxml::xml_node<>*;

    static node first(node n) { return n->first_node(); }
    static node next(node n) { return n->next_sibling(); }
    static bool is_named(node n, std::string_view name) {
        return std::string_view(n->name(), n->name_size()) == name;
    }
    static std::string_view text(node n) { return {n->value(), n->value_size()}; }
};

}  // namespace ec2wire::benchmarks

#endif
