#ifndef EC2WIRE_SHAPE_QUERY_SCHEMA_HPP
#define EC2WIRE_SHAPE_QUERY_SCHEMA_HPP

#include <ec2wire/shape/schema.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire::detail {

// A shape as a request: which keys its members have in a query, and in what order. Constant tables
// beside those of schema.hpp, made by query_schema_of.hpp for the protocol that the shape's service
// speaks; whoever only decodes has none.
//
//   struct create_tags_request {           query_schema  4 rows, in the byte order of their keys
//     std::vector<std::string> resources;    "Action=CreateTags"   a pair that every request has
//     std::vector<tag> tags;                 "ResourceId."         --> query_target "=", a scalar
//   };                                       "Tag."                --> query_target ".", a structure
//                                                                      --> query_schema of tag
//                                            "Version=2016-11-15"
//
// In awsQuery the tags begin with "Tags.member.", and if they are a maybe<> there is one row more, "Tags=",
// for the list that is set and has no element (R4).

enum class query_row_kind : std::uint8_t {
    fixed_pair,  // R1. Action and Version: `text` is all of it
    empty_list,  // R4. `text` is all that a list without an element leaves
    scalar,      // `text` is the key
    member,      // any other: `text` is the beginning of each key
};

struct query_schema;

// What the keys of a value lead to: of a member, of an element, of the key or value of a map's entry.
struct query_target {
    const query_schema* structure{};  // of a structure, or the entry of a map
    const query_target* element{};    // of a list or a map: its elements, behind their index
    // Of an element, the end of its key behind the index: "=" of a scalar, "." of a structure, and
    // ".member." of what is a list or a map in turn.
    std::string_view text{};
    // R4. Whether a list without elements is sent, as "Tags=".
    bool sends_empty{};
};

struct query_row {
    // The escaped key below what stands above it, up to the '=' or up to the dot before the next
    // segment: "Force=", "Placement.", "Tags.member.". Of a fixed pair its value, too. At least
    // query::text_room bytes can be read there.
    const char* text{};
    std::uint32_t text_size{};
    query_row_kind kind{};
    const member_schema* member{};  // null of a fixed pair
    const query_target* target{};   // null of a fixed pair

    std::string_view view() const noexcept { return {text, text_size}; }
};

struct query_schema {
    const query_row* rows{};
    std::uint32_t count{};
    bool is_entry{};      // of a map: its key and its value are there, like the elements of a list
    bool is_union{};      // one member is set, and no other
    bool has_required{};  // one of its members is, or it is an entry

    const query_row* begin() const noexcept { return rows; }
    const query_row* end() const noexcept { return rows + count; }
};

}  // namespace ec2wire::detail

#endif
