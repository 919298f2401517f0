#ifndef EC2WIRE_ENGINE_XML_DECODE_OPTIONS_HPP
#define EC2WIRE_ENGINE_XML_DECODE_OPTIONS_HPP

#include <ec2wire/shape/schema.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire::detail {

// Whether the fast path may read ahead of the strict reader, which alone defines what is valid; tests compare
// the two.
enum class fast_path : bool { disabled, enabled };

// The position up to which a document was matched with its pattern: the beginning; or after the root's start
// tag; or, if `list` is not null, in that list of the root, between two items.
struct resume_point {
    std::string_view root{};  // its name in the document; empty if nothing was matched
    std::size_t root_size{};  // the size of its start tag, without the '<'
    const char* at{};         // in the list
    std::uint32_t seen{};     // a bit for each member of the root that was there, the list included
    const member_schema* list{};
    std::string_view list_name{};  // in the document
    void* list_value{};
    // An element of the list that is not yet an item: the next item is decoded into it.
    void* partial_item{};
};

// A list of the reply whose items are passed to the caller one by one and not stored: see decode_xml_each.
struct item_visit {
    const member_schema* list{};  // a member of the reply; null if all lists are stored
    void* item{};                 // the caller's object, for one item after the other
    void (*clear)(void* item){};  // resets it to empty
    void* context{};              // for `show`
    bool (*show)(void* context, const void* item){};  // false ends the visit
};

}  // namespace ec2wire::detail

#endif
