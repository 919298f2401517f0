#ifndef EC2WIRE_SHAPE_SCHEMA_HPP
#define EC2WIRE_SHAPE_SCHEMA_HPP

#include <ec2wire/core/error.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/core/tag_text.hpp>
#include <ec2wire/core/timestamp.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire::detail {

// Tells why a text is not a value of a type; errc{} if it is one.
struct scalar_fault {
    errc code{};
    std::size_t index{};  // of the first wrong character

    constexpr explicit operator bool() const noexcept { return code != errc{}; }
};

// A shape as the engines see it: constant tables without C++ types. schema_of.hpp makes them from what
// fields() lists; the engines are ordinary functions over them.
//
//   struct tag {                         structure_schema   2 members
//     std::optional<string_view> key;      member_schema    "Key", <key>, at byte 0   --> type_schema
//     std::optional<string_view> value;    member_schema    "Value", <value>, byte 24 --> type_schema
//   };
//   struct volume {                      structure_schema   1 member
//     list_view<tag> tags;                 member_schema    "Tags", <tagSet>, at byte 0
//   };                                                        --> type_schema   a list
//                                                                 --> list_schema   how it grows
//                                                             --> element: member_schema   <item>
//                                                                 --> type_schema   a structure
//                                                                     --> structure_schema of tag
//
// Below, `object` is the address of a structure, `member` that of one of its members as it is declared,
// std::optional and all, and `value` that of the value in the member.

// The types of Smithy that differ on the wire.
enum class value_kind : std::uint8_t {
    text,  // string, enum
    blob,
    boolean,
    integer,  // byte, short, integer, long, intEnum
    floating,
    timestamp,
    structure,  // union too, and the entry of a map
    list,
    map,
};

constexpr bool is_scalar(value_kind kind) noexcept { return kind < value_kind::structure; }

// The C++ types of a string or a timestamp that engines access without a function call.
enum class member_storage : std::uint8_t {
    other,            // accessed by the functions of its type_schema
    view,             // std::string_view
    optional_view,    // std::optional<std::string_view>
    string,           // std::string
    optional_string,  // std::optional<std::string>
    optional_time,    // std::optional<timestamp>
};

// The way in which the encoders write a member: most members are dispatched by one branch.
enum class member_form : std::uint8_t {
    // Decided at run time: blobs, attributes, flattened lists, the request id, required nullable members, and
    // values that are no structure and stored outside the member.
    other,
    view,             // std::string_view
    optional_view,    // std::optional<std::string_view>
    string,           // std::string
    optional_string,  // std::optional<std::string>
    text,             // another string type, by the functions `get` and `text`
    printed,  // a number, boolean or timestamp, by the functions `get`, `number` and `print`
    structure,
    list,  // a list or a map that is not required
};

struct member_schema;
struct structure_schema;
struct list_schema;

// A callback for the pieces of a scalar's text.
struct text_sink {
    void* context{};
    void (*put)(void* context, std::string_view piece){};
};

// The C++ type of a member, of an element, or of the key or value of a map's entry. In the tables of requests
// that are only encoded, `emplace`, `parse` and `store_number` are null.
struct type_schema {
    value_kind kind{};
    member_storage storage{};  // of a string or a timestamp
    bool is_bool{};            // the value is a C++ bool
    bool can_be_absent{};      // std::optional, maybe, indirect, a pointer
    // A maybe<> of a structure, present if it is marked present (then `get` returns it) or if one of the
    // structure's members is set.
    bool is_maybe_of_members{};
    // Returns the value in the member, null if it is absent. If this is null, the value is the member itself.
    const void* (*get)(const void* member){};
    // Makes the value present and empty and returns it; null if there is no memory. If this is null, the
    // value is the member itself, empty.
    void* (*emplace)(void* member, scratch& memory){};
    // For a scalar without `store_number`: sets the member to the value of a text, which makes it present. A view
    // refers to the text itself.
    scalar_fault (*parse)(void* member, std::string_view text, scratch& memory){};
    // For an integer that is stored in the member, else null: stores a number that is in the range, which one of
    // at most `few_digits` digits is; a negative one in two's complement.
    void (*store_number)(void* member, std::uint64_t number){};
    integer_range range{};
    std::int8_t few_digits{};
    // The size of a value that is stored outside the member, in bytes; 0 for one in the member. See `emplace`.
    std::uint32_t indirect_size{};
    // For an integer that a std::int64_t can hold, else null: returns the value.
    std::int64_t (*number)(const void* value){};
    // For a string or a blob: returns its bytes.
    std::string_view (*text)(const void* value){};
    // For any other scalar but bool: passes its text to a sink. False if it has none: see write_scalar().
    bool (*print)(const void* value, timestamp_format format, text_sink out){};
    const structure_schema* structure{};  // for a structure
    const list_schema* list{};            // for a list or a map
};

// The C++ type of a list or a map. member_schema::element describes its elements.
struct list_schema {
    // Set only for a list_view, and not in the tables of requests that are only encoded. `construct` makes an
    // empty element at an address.
    std::uint32_t element_size{};
    std::uint32_t element_alignment{};
    void (*construct)(void* element){};
    // The rest is for any other list. Adds an empty element and returns it. Null if none can be added.
    void* (*append)(void* list){};
    std::size_t (*size)(const void* list){};  // returns the number of elements
    // Returns the first element. Null for a list whose elements are not contiguous, `element_stride` apart.
    const void* (*data)(const void* list){};
    std::uint32_t element_stride{};  // the size of an element, also if `data` is null
    // Passes the element at `index` to use(); it may exist only during the call. Null if `data` is set.
    void (*visit)(const void* list, std::size_t index, void* context,
                  void (*use)(void* context, const void* element)){};
};

// One row of a structure's table: a member, or the key or value of a map's entry. Also a list's one element.
struct member_schema {
    // The element's name in XML, which is also the key in CloudTrail's JSON. Empty for the items of a list
    // that does not name them, which have the name message_schema::item_name.
    compared_name xml{};
    std::string_view name{};  // in the API reference, and in the SDK's JSON
    const type_schema* type{};
    const member_schema* element{};  // the element of a list, the entry of a map
    std::uint32_t offset{};          // of the member in its structure, in bytes; 0 for an element
    timestamp_format format{};       // smithy.api#timestampFormat
    member_form form{};
    std::uint16_t index{};  // of the member in its structure
    bool is_required{};     // smithy.api#required
    bool is_flattened{};    // smithy.api#xmlFlattened
    bool is_attribute{};    // smithy.api#xmlAttribute
    bool is_of_union{};     // it is a member of a union
    bool is_request_id{};   // this is the request id: each protocol puts it elsewhere

    void* in(void* object) const noexcept { return static_cast<std::byte*>(object) + offset; }
    const void* in(const void* object) const noexcept {
        return static_cast<const std::byte*>(object) + offset;
    }
};

struct structure_schema {
    const member_schema* members{};  // in the order of fields()
    std::uint32_t count{};           // at most max_members
    bool is_union{};                 // exactly one member must be set
    bool is_entry{};  // an entry of a map: the members are its key and its value, both required
    bool has_attributes{};
    bool has_request_id{};  // see member_schema::is_request_id
    // Names, in the API reference and in XML, of members that this subset of the service's shape leaves out.
    const std::string_view* left_out{};
    std::uint32_t left_out_count{};

    const member_schema* begin() const noexcept { return members; }
    const member_schema* end() const noexcept { return members + count; }
};

// Returns the index of the request id in a structure that has one.
inline std::size_t request_id_index(const structure_schema& structure) noexcept {
    std::size_t index = 0;
    while (!structure.members[index].is_request_id) ++index;
    return index;
}

// Whether a name is that of a member which the shape leaves out.
inline bool is_left_out(const structure_schema& structure, std::string_view name) noexcept {
    for (std::uint32_t i = 0; i < structure.left_out_count; ++i)
        if (structure.left_out[i] == name) return true;
    return false;
}

// Describes a message beyond its members.
struct message_schema {
    std::string_view operation{};      // in the API reference
    std::string_view version{};        // of the service
    std::string_view xml_namespace{};  // of a reply's root; empty where the service does not say
    std::string_view root_suffix{};    // of the root's name: <StopInstancesResponse>
    std::string_view
        result_suffix{};        // <AssumeRoleResult> around the members; empty if there is none
    compared_name item_name{};  // of the items of a list that does not name them: "item", "member"
    const structure_schema* structure{};
};

}  // namespace ec2wire::detail

#endif
