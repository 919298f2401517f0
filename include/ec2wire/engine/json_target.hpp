#ifndef EC2WIRE_ENGINE_JSON_TARGET_HPP
#define EC2WIRE_ENGINE_JSON_TARGET_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/reply.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_of.hpp>

#include <memory>

namespace ec2wire::detail {

// The untyped object that a document is decoded into.
struct json_target {
    void* object{};
    const structure_schema* structure{};
    const message_schema* message{};  // null for a structure that is not a message
    void (*reset)(void* object){};    // resets the object to empty
    decode_notes* notes{};            // null if no notes are collected
};

template <structure T>
json_target json_target_of(T& object, decode_notes* notes) noexcept {
    json_target target{std::addressof(object), &structure_of<T>::schema, nullptr,
                       [](void* address) { *static_cast<T*>(address) = T{}; }, notes};
    if constexpr (message_shape<T>) target.message = &message_of<T>;
    return target;
}

}  // namespace ec2wire::detail

#endif
