#ifndef EC2WIRE_SHAPE_QUERY_SCHEMA_HPP
#define EC2WIRE_SHAPE_QUERY_SCHEMA_HPP

#include <ec2wire/shape/schema.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire::detail {

// The keys that a request's members have in a query, and their order. Constant tables beside those of
// schema.hpp, which query_schema_of.hpp makes for the protocol of the shape's service. A program that only
// decodes replies has none.
//
//   struct create_tags_request {           query_schema  4 rows, in the byte order of their keys
//     std::vector<std::string> resources;    "Action=CreateTags"   a pair that every request has
//     std::vector<tag> tags;                 "ResourceId."         --> query_target "=", a scalar
//   };                                       "Tag."                --> query_target ".", a structure
//                                                                      --> query_schema of tag
//                                            "Version=2016-11-15"
//
// In awsQuery the tags begin with "Tags.member.", and if they are a maybe<> there is one row more, "Tags=",
// for a list that is set and empty (R4).

enum class query_row_kind : std::uint8_t {
    fixed_pair,  // Action and Version (R1): `text` is the whole pair
    empty_list,  // `text` is the whole pair of an empty list (R4)
    scalar,      // `text` is the key
    member,      // any other member: `text` is the beginning of each key
};

struct query_schema;

// The value that a key leads to: that of a member, of an element, or of the key or value of a map's entry.
struct query_target {
    const query_schema* structure{};  // if the value is a structure or the entry of a map
    const query_target* element{};    // the elements of a list or a map, after the index
    // For an element, the part of its key after the index: "=" for a scalar, "." for a structure, and
    // ".member." for a list or a map.
    std::string_view text{};
    // Whether an empty list is sent, as "Tags=" (R4).
    bool sends_empty{};
};

struct query_row {
    // The escaped key relative to the enclosing structure, up to the '=' or up to the dot before the next
    // segment: "Force=", "Placement.", "Tags.member.". For a fixed pair also its value. At least
    // query::text_room bytes can be read from here.
    const char* text{};
    std::uint32_t text_size{};
    query_row_kind kind{};
    const member_schema* member{};  // null for a fixed pair
    const query_target* target{};   // null for a fixed pair

    std::string_view view() const noexcept { return {text, text_size}; }
};

struct query_schema {
    const query_row* rows{};
    std::uint32_t count{};
    bool is_entry{};  // an entry of a map: its key and value count as set, as a list's elements do
    bool is_union{};  // exactly one member must be set
    bool has_required{};  // a member is required, or it is an entry

    const query_row* begin() const noexcept { return rows; }
    const query_row* end() const noexcept { return rows + count; }
};

}  // namespace ec2wire::detail

#endif
