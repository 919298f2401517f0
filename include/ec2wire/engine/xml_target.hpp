#ifndef EC2WIRE_ENGINE_XML_TARGET_HPP
#define EC2WIRE_ENGINE_XML_TARGET_HPP

#include <ec2wire/shape/schema.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// Whether the fast path may run ahead of the strict reader, which alone defines what is right; tests
// compare the two.
enum class fast_path : bool { disabled, enabled };

// How far a document was matched with its pattern: nothing of it; or behind the root's start tag; or, where
// `list` is not null, in that list of the root, between two items, with all members before it.
struct resume_point {
    std::string_view root{};  // its name in the document; empty if nothing was matched
    std::size_t root_size{};  // of its start tag, without the '<'
    const char* at{};         // in the list
    const member_schema* list{};
    std::string_view list_name{};  // in the document
    void* list_value{};
    // An element of the list that counts for nothing yet: the next item is decoded into it.
    void* pending{};
};

// A list of the reply whose items are shown to the caller one by one and not kept: see decode_xml_each.
struct item_visit {
    const member_schema* list{};  // a member of the reply; null if all lists are kept
    void* item{};                 // an item of the caller's, for each in turn
    void (*clear)(void* item){};  // makes it empty
    void* context{};              // for `show`
    bool (*show)(void* context, const void* item){};  // false to stop
};

}  // namespace ec2wire::detail

#endif
