#ifndef EC2WIRE_SHAPE_SHAPE_FAULT_HPP
#define EC2WIRE_SHAPE_SHAPE_FAULT_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire::detail {

// The mistakes that a shape can have. report_fault() has an error message for each.
enum class shape_fault : std::uint8_t {
    none,
    no_fields,
    no_service,
    no_xml_name,
    repeated_name,
    no_kind,
    no_text,
    no_blob,
    no_empty_value,
    no_growing_list,
    no_scalar,
    no_maps,
    unknown_presence,
    two_presences,
    bad_union,
};

// The first mistake of a shape.
struct shape_problem {
    shape_fault fault = shape_fault::none;
    std::string_view member{};  // by its name in fields(); empty for the shape itself
};

// A member's name as a template argument, so that compilers print it with the error.
template <std::size_t Size>
struct member_name {
    char text[Size + 1]{};

    constexpr explicit member_name(std::string_view name) noexcept {
        for (std::size_t i = 0; i < Size; ++i) text[i] = name[i];
    }
};

// Ends the compilation with the error message of a fault.
template <class Shape, shape_fault Fault, member_name Member>
constexpr void report_fault() noexcept {
    using enum shape_fault;
    static_assert(Fault != no_fields,
                  "ec2wire: fields() of a structure is static, constexpr and public, and returns a "
                  "field_list of at most 256 ec2wire::field{\"Name\", &shape::member} of it, or of "
                  "a public base that is there once and not virtual");
    static_assert(Fault != no_service,
                  "ec2wire: a message has a `static constexpr std::string_view operation`, and its "
                  "service such a `version` and a `protocol`: ec2wire::ec2_query or aws_query");
    static_assert(
        Fault != no_xml_name,
        "ec2wire: what is XML has names of XML: operations, members, items, keys and "
        "values begin with a letter or '_', and go on with these, digits, '-', '.' or ':'");
    static_assert(Fault != repeated_name,
                  "ec2wire: two members have the same name, or the same .xml_name, or are both the "
                  "request id, whose .xml_name is requestId");
    static_assert(Fault != no_kind,
                  "ec2wire: a member is a scalar, a string, a structure with fields(), a list or a "
                  "map with an index, a std::optional of these, or an enum with a fixed type");
    static_assert(Fault != no_text,
                  "ec2wire: a text that is decoded is made of a std::string_view: use that, or a "
                  "std::string");
    static_assert(Fault != no_blob,
                  "ec2wire: a blob is bytes in a row: a std::vector<std::byte> or a "
                  "list_view<std::byte>; what is decoded has no fixed size");
    static_assert(Fault != no_empty_value,
                  "ec2wire: what is decoded is made empty, then set: its type has a default "
                  "constructor and is assignable, so it is not const; an optional has emplace()");
    static_assert(Fault != no_growing_list,
                  "ec2wire: a list of this shape cannot grow: use a list_view, a std::vector or a "
                  "std::deque; not a std::vector<bool>, whose elements have no address");
    static_assert(Fault != no_scalar,
                  "ec2wire: an XML attribute, or the request id, is one text, number, boolean or "
                  "timestamp: neither a structure nor a list");
    static_assert(
        Fault != no_maps,
        "ec2wire: ec2Query has no maps: use a list of structures, or a service of awsQuery");
    static_assert(Fault != unknown_presence,
                  "ec2wire: whether a maybe<> of this structure is set is found by ==: declare "
                  "`bool operator==(const S&) const = default;` in the structure S");
    static_assert(Fault != two_presences,
                  "ec2wire: a maybe<> of what can be absent itself, or in it: leave out the "
                  "std::optional, the indirect or a maybe<>");
    static_assert(
        Fault != bad_union,
        "ec2wire: each member of a union can be absent: it is a std::optional, a maybe<>, "
        "an indirect or a list; none is the request id");
}

}  // namespace ec2wire::detail

#endif
