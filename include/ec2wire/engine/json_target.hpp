#ifndef EC2WIRE_ENGINE_JSON_TARGET_HPP
#define EC2WIRE_ENGINE_JSON_TARGET_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/reply.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_of.hpp>

#include <cstdint>

namespace ec2wire::detail {

// D11. The forms in which replies of the Query services are written as JSON.
enum class json_dialect : std::uint8_t {
    // The AWS SDKs and the AWS CLI: the names of the API reference.
    //   {"StoppingInstances":[{"InstanceId":"i-1"}],"ResponseMetadata":{"RequestId":"59db..."}}
    sdk,
    // CloudTrail's responseElements: the names of the wire, and lists inside an object.
    //   {"requestId":"59db...","instancesSet":{"items":[{"instanceId":"i-1"}]}}
    cloudtrail,
};

// The object that a document is decoded into, without its type.
struct json_target {
    void* object{};
    const structure_schema* structure{};
    const message_schema* message{};  // null for a structure that is no message
    void (*reset)(void* object){};    // makes the object empty
    decode_notes* notes{};            // null if what is passed over is not asked for
};

template <structure T>
json_target json_target_of(T& object, decode_notes* notes) noexcept {
    json_target target{&object, &structure_of<T>::schema, nullptr,
                       [](void* address) { *static_cast<T*>(address) = T{}; }, notes};
    if constexpr (message_shape<T>) target.message = &message_of<T>;
    return target;
}

}  // namespace ec2wire::detail

#endif
