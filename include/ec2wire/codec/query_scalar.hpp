#ifndef EC2WIRE_CODEC_QUERY_SCALAR_HPP
#define EC2WIRE_CODEC_QUERY_SCALAR_HPP

#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/scalar_fault.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// R11. A boolean may be spelled in letters of either case: Python's clients send "True".
inline scalar_fault store_query_boolean(const type_schema& type, void* member,
                                        std::string_view text, scratch& memory) {
    char lower[5];
    if (text.size() > sizeof lower) return type.parse(member, text, memory);
    for (std::size_t i = 0; i < text.size(); ++i)
        lower[i] = static_cast<char>(text[i] >= 'A' && text[i] <= 'Z' ? text[i] + 32 : text[i]);
    return type.parse(member, {lower, text.size()}, memory);
}

// Sets a member to the value of a pair.
inline scalar_fault store_query_scalar(const type_schema& type, void* member, std::string_view text,
                                       scratch& memory) {
    if (type.kind == value_kind::boolean) return store_query_boolean(type, member, text, memory);
    return store_text(type, member, text, memory);
}

}  // namespace ec2wire::detail

#endif
