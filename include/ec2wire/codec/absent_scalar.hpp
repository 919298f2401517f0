#ifndef EC2WIRE_CODEC_ABSENT_SCALAR_HPP
#define EC2WIRE_CODEC_ABSENT_SCALAR_HPP

#include <ec2wire/core/number.hpp>
#include <ec2wire/shape/schema.hpp>

#include <string_view>

namespace ec2wire::detail {

// D10a. Whether a member may be left absent where its value is none, if notes are taken. A required one is
// never absent.
inline bool can_be_left_absent(const member_schema& row) noexcept {
    return row.type->can_be_absent && !row.is_required;
}

// P4. White space alone, or nothing, is no number, boolean or time: a member that can be absent is.
inline bool is_absent_scalar(const member_schema& row, std::string_view text) noexcept {
    const bool is_text = row.type->kind == value_kind::text || row.type->kind == value_kind::blob;
    if (is_text || !row.type->can_be_absent) return false;
    for (const char c : text)
        if (!is_space(c)) return false;
    return true;
}

}  // namespace ec2wire::detail

#endif
