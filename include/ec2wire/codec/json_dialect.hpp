#ifndef EC2WIRE_CODEC_JSON_DIALECT_HPP
#define EC2WIRE_CODEC_JSON_DIALECT_HPP

#include <ec2wire/codec/member_names.hpp>
#include <ec2wire/shape/field.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// D11. How the JSON that EC2's replies turn up in differs. Each dialect is a function object from a
// member to its key, which is empty for what is no member there.

// The AWS SDKs and the AWS CLI: the names of the API reference.
//
//   {"StoppingInstances":[{"InstanceId":"i-1"}],"ResponseMetadata":{"RequestId":"59db..."}}
struct sdk_dialect {
    static constexpr bool has_wrapped_lists = false;
    constexpr std::string_view operator()(const member_info& member) const noexcept {
        // No key of the root is the request id; see sdk_envelope.
        return member.traits.request_id ? std::string_view{} : member.name;
    }
};

// CloudTrail's responseElements: the names of the wire, and lists in an object.
//
//   {"requestId":"59db...","instancesSet":{"items":[{"instanceId":"i-1"}]}}
struct cloudtrail_dialect {
    static constexpr bool has_wrapped_lists = true;
    constexpr std::string_view operator()(const member_info& member) const noexcept {
        return member.traits.request_id ? "requestId" : member.xml_name();
    }
};

// A member's key as it mostly is spelled, with the colon behind it.
//
//   "CurrentState":
template <class Dialect, structure T, std::size_t I>
inline constexpr auto spelled_key = [] {
    constexpr std::string_view name = names_of<T, Dialect>[I];
    std::array<char, name.size() + 3> text{};
    std::size_t i = 0;
    text[i++] = '"';
    for (const char c : name) text[i++] = c;
    text[i++] = '"';
    text[i] = ':';
    return text;
}();

}  // namespace ec2wire::detail

#endif
