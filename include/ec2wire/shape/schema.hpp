#ifndef EC2WIRE_SHAPE_SCHEMA_HPP
#define EC2WIRE_SHAPE_SCHEMA_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/core/tag_text.hpp>
#include <ec2wire/core/timestamp.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace ec2wire::detail {

// Why a text is no value of a type: errc{} if it is one.
struct scalar_fault {
    errc code{};
    std::size_t index{};  // of the first wrong character

    constexpr explicit operator bool() const noexcept { return code != errc{}; }
};

// A shape as the engines see it: constant tables without a type. schema_of.hpp makes them of what
// fields() lists; everything that moves along bytes is an ordinary function over them.
//
//   struct tag {                         structure_schema   2 members, its size
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
// `object` is the address of a structure in all that follows, `member` that of one of its members as it
// is declared, std::optional and all, and `value` that of what the member holds.

// The kinds of Smithy's shapes, as far as the wire tells them apart.
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

// The C++ types of a text or a time that engines treat without a call.
enum class member_storage : std::uint8_t {
    other,            // read and set by the functions of its type_schema
    view,             // std::string_view
    optional_view,    // std::optional<std::string_view>
    string,           // std::string
    optional_string,  // std::optional<std::string>
    optional_time,    // std::optional<timestamp>
};

// How a member is written: most kinds of members are told apart by one branch.
enum class member_form : std::uint8_t {
    other,            // decided at run time, by its type_schema and its member_schema
    view,             // std::string_view
    optional_view,    // std::optional<std::string_view>
    string,           // std::string
    optional_string,  // std::optional<std::string>
    text,             // a text by the functions `get` and `text`: an enumeration
    printed,          // a number, a boolean or a time, by the functions `get`, `number` and `print`
    structure,        // unless it is required and its type can be absent
    list,             // a list or a map that is neither required nor flattened
};

struct member_schema;
struct structure_schema;
struct list_schema;

// Receives the pieces of a scalar's text.
struct text_sink {
    void* context{};
    void (*put)(void* context, std::string_view piece){};
};

// A C++ type of a member, an element, or a part of a map's entry.
struct type_schema {
    value_kind kind{};
    member_storage storage{};  // of a scalar
    bool is_bool{};            // the value is a C++ bool
    bool can_be_absent{};      // std::optional, maybe, indirect, a pointer
    bool is_indirect{};        // the value is not inside the member: see `emplace`
    // A maybe<> that holds its structure in place. It is present if it is marked present (then `get` finds
    // it) or if one of the structure's members is set.
    bool is_maybe_of_members{};
    // The value in the member, null if it is absent. A null function stands for the member itself.
    const void* (*get)(const void* member){};
    // Makes the value present and empty and returns it; null if there is no memory. A null function
    // stands for the member itself, which must be empty.
    void* (*emplace)(void* member, scratch& memory){};
    // Of a scalar: sets the member to the value that a text spells, which makes it present. A view
    // keeps the text itself.
    scalar_fault (*parse)(void* member, std::string_view text, scratch& memory){};
    // Of an integer, else null: sets the member to a number, of at most `few_digits` digits to be in range.
    void (*store_number)(void* member, std::uint32_t number){};
    std::int8_t few_digits{};
    // Of an integer that 64 bits with a sign hold: the value. Null for any other.
    std::int64_t (*number)(const void* value){};
    // Of a text or a blob: its bytes.
    std::string_view (*text)(const void* value){};
    // Of any other scalar but bool: its text, in pieces. False if it has none: a time past the year 9999.
    bool (*print)(const void* value, timestamp_format format, text_sink out){};
    const structure_schema* structure{};  // of a structure
    const list_schema* list{};            // of a list or a map
};

// A C++ type of a list or a map: its elements are described by member_schema::element.
struct list_schema {
    // Of a list_view: the size and alignment of an element, and how an empty one is made at an address.
    // Of any other list all three are empty.
    std::uint32_t element_size{};
    std::uint32_t element_alignment{};
    void (*construct)(void* element){};
    // Of a list that is no list_view and can grow: adds an empty element and returns it.
    void* (*append)(void* list){};
    // Of a list that is no list_view: how many elements it has; ...
    std::size_t (*size)(const void* list){};
    // ... the first of them, where they stand in a row, `element_stride` bytes apart; ...
    const void* (*data)(const void* list){};
    std::uint32_t element_stride{};
    // ... or else calls use(context, element) with the element at `index`, which may exist for the
    // call alone.
    void (*visit)(const void* list, std::size_t index, void* context,
                  void (*use)(void* context, const void* element)){};
};

// A name as it stands in a tag or a key. `text` has static storage.
//
//   <instanceId>
//    --------       head: the first eight characters, as a word
class schema_name {
  public:
    constexpr schema_name() noexcept = default;
    constexpr explicit schema_name(std::string_view name) noexcept
        : text_(name.data()), size_(static_cast<std::uint32_t>(name.size())) {
        char head[8]{};
        for (std::size_t i = 0; i < 8 && i < name.size(); ++i) head[i] = name[i];
        head_ = std::bit_cast<std::uint64_t>(head);
    }

    // Of a name inside a tag_text.
    constexpr explicit schema_name(tag_name name) noexcept : schema_name(name.view()) {}

    constexpr std::size_t size() const noexcept { return size_; }
    constexpr std::string_view view() const noexcept { return {text_, size_}; }
    // For a writer of elements: only if the name was made of a tag_name.
    constexpr tag_name tag() const noexcept { return {text_, size_}; }

    // Whether the name stands at `at`, where as many bytes can be read, and at least eight.
    EC2WIRE_ALWAYS_INLINE bool is_at(const char* at) const noexcept {
        const std::uint64_t difference = load_word<std::uint64_t>(at) ^ head_;
        if (size_ < 8) return (difference & front_mask(size_)) == 0;
        return difference == 0 && (size_ == 8 || is_tail_at(at));
    }

  private:
    EC2WIRE_ALWAYS_INLINE bool is_tail_at(const char* at) const noexcept {
        if (size_ > 16) return is_equal(at + 8, text_ + 8, size_ - 8);
        return load_word<std::uint64_t>(at + size_ - 8) ==
               load_word<std::uint64_t>(text_ + size_ - 8);
    }

    std::uint64_t head_ = 0;
    const char* text_ = nullptr;
    std::uint32_t size_ = 0;
};

// A member of a structure; the element of a list, at byte 0 of itself; or the key or the value of a
// map's entry.
struct member_schema {
    // The element's name in XML, which CloudTrail's JSON has too. Empty for the items of a list that does not
    // name them: message_schema::item_name is their name.
    schema_name xml{};
    std::string_view name{};  // in the API reference, and in the SDK's JSON
    const type_schema* type{};
    const member_schema* element{};  // of a list its element, of a map its entry
    std::uint32_t offset{};          // of the member in its structure
    timestamp_format format{};       // smithy.api#timestampFormat
    member_form form{};
    std::uint16_t index{};            // of the member in its structure
    const structure_schema* owner{};  // the structure; null for an element, and in requests' tables
    bool is_required{};               // smithy.api#required
    bool is_flattened{};              // smithy.api#xmlFlattened
    bool is_attribute{};              // smithy.api#xmlAttribute
    bool is_of_union{};               // its structure is a union
    bool is_request_id{};  // the id of the request: each protocol has its own place for it

    void* in(void* object) const noexcept { return static_cast<std::byte*>(object) + offset; }
    const void* in(const void* object) const noexcept {
        return static_cast<const std::byte*>(object) + offset;
    }
};

struct structure_schema {
    const member_schema* members{};  // in the order of fields()
    std::uint32_t count{};           // at most max_members
    bool is_union{};                 // one member is set, and no other
    bool is_entry{};  // of a map: the members are its key and its value, both required
    bool has_attributes{};
    bool has_request_id{};  // a member of several names: see member_schema::is_request_id
    // Names of members that a subset of a shape leaves out, in the API reference and in XML.
    const std::string_view* left_out{};
    std::uint32_t left_out_count{};

    const member_schema* begin() const noexcept { return members; }
    const member_schema* end() const noexcept { return members + count; }
};

// Whether a name that no member has is known nevertheless.
inline bool is_left_out(const structure_schema& structure, std::string_view name) noexcept {
    for (std::uint32_t i = 0; i < structure.left_out_count; ++i)
        if (structure.left_out[i] == name) return true;
    return false;
}

// More than twice as many as the largest shape of EC2 has.
inline constexpr std::size_t max_members = 256;

// The parts of a message that are none of its members.
struct message_schema {
    std::string_view operation{};      // in the API reference
    std::string_view version{};        // of the service
    std::string_view xml_namespace{};  // of a reply's root; empty where the service does not say
    std::string_view root_suffix{};    // of the root's name: <StopInstancesResponse>
    std::string_view
        result_suffix{};      // <AssumeRoleResult> around the members; empty if there is none
    schema_name item_name{};  // of the items of a list that does not name them: "item", "member"
    const structure_schema* structure{};
};

}  // namespace ec2wire::detail

#endif
