#ifndef EC2WIRE_BENCHMARKS_DOCUMENTS_HPP
#define EC2WIRE_BENCHMARKS_DOCUMENTS_HPP

#include "reply.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

// The replies that are decoded, made as a server prints them.
namespace ec2wire::benchmarks {

// How a server prints its XML, and what it puts between the members.
struct xml_layout {
    std::string_view name;
    std::string_view newline = "\n";
    std::string_view indent = "    ";
    bool is_minified = false;
    bool is_of_moto = false;  // another XML declaration and namespace, and the request id last
    std::string_view item_attributes = "";
    bool is_shuffled = false;          // the members of each structure, differently in each item
    bool has_unknown_members = false;  // two more members in each item, one of them a structure
    bool has_comments = false;         // one in each item, between the members
    bool has_references = false;       // one in every value
};

inline constexpr xml_layout xml_layouts[]{
    {.name = "ec2"},  // EC2's own, as in tests/wire/stop_instances_20.xml
    {.name = "minified", .is_minified = true},
    {.name = "moto", .is_minified = true, .is_of_moto = true},
    {.name = "two_spaces", .indent = "  "},
    {.name = "tabs", .indent = "\t"},
    {.name = "crlf", .newline = "\r\n"},
    {.name = "attributes", .item_attributes = R"( type="InstanceStateChange")"},
    {.name = "shuffled", .is_shuffled = true},
    {.name = "unknown_members", .has_unknown_members = true},
    {.name = "comments", .has_comments = true},
    {.name = "entities", .has_references = true},
};

inline constexpr const xml_layout& ec2_layout = xml_layouts[0];

// Bytes, and what a decoder must find in them. Made once and kept until the program ends.
struct document {
    std::string bytes;  // its terminating zero is what some rivals ask for
    stop_reply answer;
    bool has_references = false;
};

// A reply to StopInstances with that many items.
const document& xml_document(const xml_layout& layout, std::size_t items);
const document& json_document(bool is_minified, std::size_t items);

// A real reply to DescribeInstances, its reservations over and over; whether it is there, which is
// said once if it is not.
bool has_describe_documents();
const document& describe_document(std::size_t reservations);

// A reply to DescribeInstances that moto printed, without white space between its tags and in an order of
// members of its own: its eight reservations, whose instances differ in their optional members, over and over.
const document& moto_describe_document(std::size_t reservations);

// The reply when the instance does not exist.
const document& xml_error_document();

// Changes of state as a StopInstances of many instances brings them: their ids differ, and their
// states come in the proportions of tests/wire/stop_instances_20.xml.
std::span<const change> made_changes(std::size_t count);

// The bytes of a file; ends the run if it cannot be read.
std::string read_file(const std::string& path);

std::string print_xml(const xml_layout& layout, const stop_reply& reply);

}  // namespace ec2wire::benchmarks

#endif
