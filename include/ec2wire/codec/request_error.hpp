#ifndef EC2WIRE_CODEC_REQUEST_ERROR_HPP
#define EC2WIRE_CODEC_REQUEST_ERROR_HPP

#include <ec2wire/core/error.hpp>

#include <string_view>

namespace ec2wire {

// Why a query is no request, and where. The offset is that of the value for bad_value, not_utf8 and
// bad_escape, of the key for duplicate_member; for missing_member it is the size of the query, or the
// first key of the structure that lacks the member.
struct request_error : decode_error {
    // The member at fault, by its name in the API reference: "InstanceIds". Static storage; empty where
    // the pair is not yet known to belong to one.
    std::string_view member{};

    friend constexpr bool operator==(const request_error&, const request_error&) = default;
};

}  // namespace ec2wire

#endif
