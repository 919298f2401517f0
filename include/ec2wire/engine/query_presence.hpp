#ifndef EC2WIRE_ENGINE_QUERY_PRESENCE_HPP
#define EC2WIRE_ENGINE_QUERY_PRESENCE_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/shape/query_schema.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>

namespace ec2wire::detail {

// Decides which members of a request are sent. Not every member that is set, as by value_in(), gives a pair.
struct query_presence {
    // R5 (unset members). Returns the value of a row's member if it gives a pair, else null: ec2Query cannot
    // express an empty list, and neither protocol an empty map.
    EC2WIRE_NOINLINE static const void* sent_value(const query_schema& schema, const query_row& row,
                                                   const void* object) {
        const type_schema& type = *row.member->type;
        const void* const member = row.member->in(object);
        if (schema.is_entry) return element_value_in(type, member);
        const void* const value = value_in(type, member);
        if (value == nullptr) return nullptr;
        if (type.list != nullptr) {
            // A list that cannot be absent is set if it has elements.
            const bool is_sent =
                !type.can_be_absent || row.target->sends_empty || size_of(*type.list, value) != 0;
            return is_sent ? value : nullptr;
        }
        // A union that cannot be absent is set if one of its members is.
        const query_schema* const held = row.target->structure;
        const bool is_plain_union = held != nullptr && held->is_union && !type.can_be_absent;
        return is_plain_union && count_sent(*held, value) == 0 ? nullptr : value;
    }

    // Returns how many members of a union give a pair.
    static std::size_t count_sent(const query_schema& schema, const void* object) {
        std::size_t count = 0;
        for (const query_row& row : schema)
            if (row.kind != query_row_kind::empty_list && row.member != nullptr &&
                sent_value(schema, row, object) != nullptr)
                ++count;
        return count;
    }
};

}  // namespace ec2wire::detail

#endif
