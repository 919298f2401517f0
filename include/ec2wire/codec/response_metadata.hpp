#ifndef EC2WIRE_CODEC_RESPONSE_METADATA_HPP
#define EC2WIRE_CODEC_RESPONSE_METADATA_HPP

#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/schema.hpp>

#include <optional>
#include <string_view>
#include <tuple>

namespace ec2wire::detail {

// What awsQuery's XML, boto3 and the AWS CLI put beside an answer.
//
//   <ResponseMetadata><RequestId>59dbff89-...</RequestId></ResponseMetadata>
struct response_metadata {
    std::optional<std::string_view> request_id{};

    static constexpr auto fields() {
        return std::tuple{field{"RequestId", &response_metadata::request_id}};
    }
};

// Copies the id of the request to where the structure keeps it, unless it has one. False if there is no
// memory.
inline bool set_request_id(const structure_schema& structure, void* object,
                           const std::optional<std::string_view>& id, scratch& memory) {
    if (!id) return true;
    for (const member_schema& member : structure)
        if (member.is_request_id && value_in(*member.type, member.in(object)) == nullptr)
            return !member.type->parse(member.in(object), *id, memory);
    return true;
}

}  // namespace ec2wire::detail

#endif
