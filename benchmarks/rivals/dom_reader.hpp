#ifndef EC2WIRE_BENCHMARKS_RIVALS_DOM_READER_HPP
#define EC2WIRE_BENCHMARKS_RIVALS_DOM_READER_HPP

#include "../reply.hpp"

#include <charconv>
#include <cstdint>
#include <string_view>

// The reply out of a tree of elements, for every rival that builds one: each says how its nodes
// are asked (see rapidxml_tree.hpp), and this walks them. Members may come in any order, and
// what is none is passed, as in ec2wire; a bad integer is 0, which ec2wire would refuse.
namespace ec2wire::benchmarks {

inline std::uint16_t read_code(std::string_view digits) {
    std::uint16_t code = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), code);
    return code;
}

template <class Tree>
class dom_reader {
  public:
    using node = typename Tree::node;

    static void read(node root, stop_reply& reply) {
        reply.clear();
        if (Tree::is_named(root, "Response")) return read_error(root, reply);
        for (node n = Tree::first(root); n; n = Tree::next(n)) {
            if (Tree::is_named(n, "requestId")) {
                reply.request_id = Tree::text(n);
            } else if (Tree::is_named(n, "instancesSet")) {
                for (node item = Tree::first(n); item; item = Tree::next(item))
                    if (Tree::is_named(item, "item")) read_item(item, reply.changes.emplace_back());
            }
        }
    }

  private:
    static void read_item(node item, change& target) {
        for (node n = Tree::first(item); n; n = Tree::next(n)) {
            if (Tree::is_named(n, "instanceId")) {
                target.id = Tree::text(n);
            } else if (Tree::is_named(n, "currentState")) {
                read_state(n, target.current);
            } else if (Tree::is_named(n, "previousState")) {
                read_state(n, target.previous);
            }
        }
    }

    static void read_state(node parent, state& target) {
        for (node n = Tree::first(parent); n; n = Tree::next(n)) {
            if (Tree::is_named(n, "code")) {
                target.code = read_code(Tree::text(n));
            } else if (Tree::is_named(n, "name")) {
                target.name = Tree::text(n);
            }
        }
    }

    static void read_error(node root, stop_reply& reply) {
        for (node n = Tree::first(root); n; n = Tree::next(n)) {
            if (Tree::is_named(n, "RequestID")) {
                reply.request_id = Tree::text(n);
            } else if (Tree::is_named(n, "Errors")) {
                const node error = Tree::first(n);
                for (node e = Tree::first(error); e; e = Tree::next(e)) {
                    if (Tree::is_named(e, "Code")) reply.error_code = Tree::text(e);
                    if (Tree::is_named(e, "Message")) reply.error_message = Tree::text(e);
                }
            }
        }
    }
};

template <class Tree>
void read_tree(typename Tree::node root, stop_reply& reply) {
    dom_reader<Tree>::read(root, reply);
}

}  // namespace ec2wire::benchmarks

#endif
