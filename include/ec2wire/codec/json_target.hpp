#ifndef EC2WIRE_CODEC_JSON_TARGET_HPP
#define EC2WIRE_CODEC_JSON_TARGET_HPP

#include <ec2wire/codec/decode_notes.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_of.hpp>

namespace ec2wire::detail {

// The form in which a reply is written: decode_json's or decode_cloudtrail's.
enum class json_form : bool { sdk, cloudtrail };

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
