#ifndef EC2WIRE_CODEC_JSON_ROOT_HPP
#define EC2WIRE_CODEC_JSON_ROOT_HPP

#include <ec2wire/codec/json_decoder.hpp>
#include <ec2wire/codec/json_level.hpp>
#include <ec2wire/codec/reply.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_of.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace ec2wire::detail {

// The object that a document is decoded into, without its type.
struct json_target {
    void* object{};
    const structure_schema* structure{};
    const message_schema* message{};  // null for a structure that is no message
    void (*reset)(void* object){};    // makes the object empty
};

template <structure T>
json_target json_target_of(T& object) noexcept {
    json_target target{&object, &structure_of<T>::schema, nullptr,
                       [](void* address) { *static_cast<T*>(address) = T{}; }};
    if constexpr (message_shape<T>) target.message = &message_of<T>;
    return target;
}

// An error of the service; the texts that it does not have are empty.
inline reply_error make_service_error(const std::optional<std::string_view>& code,
                                      const std::optional<std::string_view>& message,
                                      const std::optional<std::string_view>& request_id) noexcept {
    return {{errc::service_error, 0},
            {code.value_or(""), message.value_or(""), request_id.value_or("")}};
}

// Decodes the outermost objects of a document, whose keys belong partly to the target and partly to an
// envelope around it.
template <class Reader>
class json_root {
  protected:
    using cursor = typename Reader::cursor;

    json_root(Reader& in, const json_target& target, json_dialect dialect) noexcept
        : in_(in),
          target_(target),
          decoder_(in, dialect),
          members_(json_level_of(target.object, *target.structure)) {}

    // Reads the document: decode(key, cursor) decodes the value of each key of its outermost object.
    template <class Decode>
    void decode_document(Decode decode) {
        cursor at = in_.open_document();
        if (at != nullptr) at = decode_object(at, decode);
        if (at != nullptr) in_.finish(at);
    }

    // The same for the object at the cursor.
    template <class Decode>
    cursor decode_object(cursor at, Decode decode) {
        bool is_at_key = in_.enter_object(at);
        while (is_at_key) {
            std::string_view key;
            at = in_.take_key(at, key);
            if (at != nullptr) at = decode(key, at);
            if (at == nullptr) return at;
            is_at_key = in_.next_member(at);
        }
        return at;
    }

    static bool has_member(const json_level& level, std::string_view key,
                           json_dialect dialect) noexcept {
        return find_member(*level.structure, key, 0, dialect) != level.structure->count;
    }

    // Decodes the value at the cursor into the member of that name; checks it if there is none.
    cursor decode_member(json_level& level, std::string_view key, cursor at) {
        const member_schema* const row = decoder_.find_row(level, key, at);
        if (at == nullptr) return at;
        return decoder_.decode(row, row == nullptr ? nullptr : row->in(level.object), at);
    }

    // Sets the member of the target that is the id of the request, unless the reply has set it.
    void set_request_id(const std::optional<std::string_view>& id) {
        if (!id) return;
        for (const member_schema& row : *target_.structure)
            if (row.is_request_id && value_in(*row.type, row.in(target_.object)) == nullptr)
                row.type->parse(row.in(target_.object), *id, in_.memory());
    }

    Reader& in_;
    const json_target& target_;
    json_decoder<Reader> decoder_;
    json_level members_;  // of the target
};

}  // namespace ec2wire::detail

#endif
