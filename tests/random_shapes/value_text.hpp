#ifndef EC2WIRE_TESTS_RANDOM_SHAPES_VALUE_TEXT_HPP
#define EC2WIRE_TESTS_RANDOM_SHAPES_VALUE_TEXT_HPP

#include <ec2wire/shape/reply.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include "codec/random_value.hpp"

#include <cstddef>
#include <string>

// Prints values of any shape, by their tables: two are bitwise equal if their texts are, whatever their
// storage.
//
//   Name=4:John Tags=[{Key=1:a Value=- }, ] Spare=-
namespace ec2wire::tests {

inline void append_members(const detail::structure_schema& structure, const void* object,
                           std::string& out);

inline void append_value(const detail::member_schema& row, const void* value, std::string& out) {
    const detail::type_schema& type = *row.type;
    if (value == nullptr) {
        out += '-';
    } else if (is_scalar(type.kind)) {
        const std::string text = text_of(type, value);
        out += std::to_string(text.size()) + ':' + text;
    } else if (type.kind == detail::value_kind::structure) {
        append_members(*type.structure, value, out);
    } else {
        out += '[';
        for (std::size_t i = 0, size = size_of(*type.list, value); i < size; ++i)
            visit_element_at(*type.list, value, i, [&](const void* element) {
                const detail::member_schema& each = *row.element;
                append_value(each, element_value_in(*each.type, element), out);
                out += ", ";
            });
        out += ']';
    }
}

inline void append_members(const detail::structure_schema& structure, const void* object,
                           std::string& out) {
    out += '{';
    for (const detail::member_schema& row : structure) {
        out.append(row.name) += '=';
        append_value(row, element_value_in(*row.type, row.in(object)), out);
        out += ' ';
    }
    out += '}';
}

inline std::string value_text(const detail::structure_schema& structure, const void* object) {
    std::string text;
    append_members(structure, object, text);
    return text;
}

// Prints the notes of what decoding skipped, as "1 at 26 State, ".
inline std::string notes_text(const decode_notes& notes) {
    std::string text;
    for (const decode_note& note : notes)
        text += std::to_string(static_cast<int>(note.kind)) + " at " + std::to_string(note.offset) +
                ' ' + std::string(note.member) + ", ";
    return text + "of " + std::to_string(notes.count());
}

}  // namespace ec2wire::tests

#endif
