#ifndef EC2WIRE_ENGINE_JSON_ENCODER_HPP
#define EC2WIRE_ENGINE_JSON_ENCODER_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/core/utf8.hpp>
#include <ec2wire/engine/scalar_text.hpp>
#include <ec2wire/json/writer.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace ec2wire::detail {

// Writes messages by the tables of schema.hpp. A function returns false for a value that JSON cannot
// represent; error() has the reason.
class json_encoder {
  public:
    bool put_message(const structure_schema& structure, const void* message) {
        if (structure.is_union && count_set(structure, message) > 1) {
            error_ = {errc::bad_value, {}, 0, 0};
            return false;
        }
        out_.begin_object();
        if (!put_members(structure, message, true) || !put_metadata(structure, message))
            return false;
        out_.end_object();
        if (out_.is_too_large()) error_ = {errc::too_large, {}, 0, 0};
        return !out_.is_too_large();
    }

    const encode_error& error() const noexcept { return error_; }
    std::string take() { return std::move(out_).take(); }

  private:
    bool put_members(const structure_schema& structure, const void* object, bool is_message) {
        for (const member_schema& member : structure) {
            const void* const value = value_in(*member.type, member.in(object));
            if (value == nullptr || (is_message && member.is_request_id)) continue;
            out_.key(member.name);
            if (!put_value(member, value)) return false;
        }
        return true;
    }

    // The message's request id is not among its members. Here it is a string, whatever its type.
    //
    //   "ResponseMetadata":{"RequestId":"59dbff89-..."}
    bool put_metadata(const structure_schema& structure, const void* message) {
        if (!structure.has_request_id) return true;
        const member_schema& member = structure.members[request_id_index(structure)];
        const void* const id = value_in(*member.type, member.in(message));
        if (id == nullptr) return true;
        out_.key("ResponseMetadata");
        out_.begin_object();
        out_.key("RequestId");
        if (!put_string(member, id)) return false;
        out_.end_object();
        return true;
    }

    bool put_value(const member_schema& member, const void* value) {
        const value_kind kind = member.type->kind;
        if (is_scalar(kind)) return put_scalar(member, value);
        if (out_.depth() == max_depth) return fail(errc::too_deep, member, 0);
        if (kind == value_kind::structure) return put_structure(member, value);
        return kind == value_kind::list ? put_list(member, value) : put_map(member, value);
    }

    // Writes an element, or the value of a map. Unlike a member, an absent one cannot be left out.
    bool put_element(const member_schema& member, const void* element) {
        const void* const value = element_value_in(*member.type, element);
        if (value != nullptr) return put_value(member, value);
        out_.token("null");
        return true;
    }

    bool put_structure(const member_schema& member, const void* object) {
        const structure_schema& structure = *member.type->structure;
        if (structure.is_union && count_set(structure, object) > 1)
            return fail(errc::bad_value, member, 0);
        out_.begin_object();
        if (!put_members(structure, object, false)) return false;
        out_.end_object();
        return true;
    }

    bool put_list(const member_schema& member, const void* list) {
        out_.begin_array();
        const bool is_good = put_each(member, list, &json_encoder::put_element);
        if (is_good) out_.end_array();
        return is_good;
    }

    bool put_map(const member_schema& member, const void* map) {
        out_.begin_object();
        const bool is_good = put_each(member, map, &json_encoder::put_entry);
        if (is_good) out_.end_object();
        return is_good;
    }

    bool put_entry(const member_schema& member, const void* entry) {
        const member_schema* const parts = member.type->structure->members;
        return put_key(parts[0], parts[0].in(entry)) && put_element(parts[1], parts[1].in(entry));
    }

    // Calls a function with each element of a list.
    using put_one = bool (json_encoder::*)(const member_schema&, const void*);
    bool put_each(const member_schema& member, const void* value, put_one put) {
        const list_schema& list = *member.type->list;
        const bool is_view = list.construct != nullptr;
        const std::size_t stride = is_view ? list.element_size : list.element_stride;
        const std::size_t count = size_of(list, value);
        if (!is_view && list.data == nullptr) return visit_each(member, value, count, put);
        const auto* element = static_cast<const std::byte*>(is_view ? list_extent::of(value).first
                                                                    : list.data(value));
        for (std::size_t i = 0; i < count; ++i, element += stride)
            if (!(this->*put)(*member.element, element)) return false;
        return true;
    }

    // Does the same for a list that returns one element at a time.
    bool visit_each(const member_schema& member, const void* value, std::size_t count,
                    put_one put) {
        struct visitor {
            json_encoder& self;
            const member_schema& element;
            put_one put;
            bool is_good;
        } visit{*this, *member.element, put, true};
        for (std::size_t i = 0; i < count && visit.is_good; ++i)
            member.type->list->visit(value, i, &visit, [](void* context, const void* element) {
                auto& call = *static_cast<visitor*>(context);
                call.is_good = (call.self.*call.put)(call.element, element);
            });
        return visit.is_good;
    }

    // Writes a key of a map, which is a string in JSON, whatever its type. Keys are data: they are not compared
    // with each other.
    bool put_key(const member_schema& member, const void* key) {
        const void* const value = element_value_in(*member.type, key);
        if (value == nullptr) return fail(errc::missing_member, member, 0);
        if (!put_string(member, value)) return false;
        out_.end_key();
        return true;
    }

    bool put_scalar(const member_schema& member, const void* value) {
        switch (member.type->kind) {
            case value_kind::boolean:
            case value_kind::integer: return print(member, value, &json_encoder::put_token);
            case value_kind::floating: return print(member, value, &json_encoder::put_number);
            case value_kind::text:
            case value_kind::blob:
            case value_kind::timestamp:
            case value_kind::structure:
            case value_kind::list:
            case value_kind::map: break;
        }
        return put_string(member, value);
    }

    // Writes a scalar as a string.
    bool put_string(const member_schema& member, const void* value) {
        out_.begin_string();
        const bool is_good = member.type->kind == value_kind::text
                                 ? put_text(member, member.type->text(value))
                                 : print(member, value, &json_encoder::put_part);
        out_.end_string();
        return is_good;
    }

    bool put_text(const member_schema& member, std::string_view text) {
        const std::size_t bad = find_bad_utf8(text);
        if (bad != text.size()) return fail(errc::not_utf8, member, bad);
        out_.string_part(text);
        return true;
    }

    void put_token(std::string_view text) { out_.token(text); }
    void put_part(std::string_view text) { out_.string_part(text); }

    // Writes a number. JSON has none for NaN and the infinities, whose names are written as strings.
    void put_number(std::string_view text) {
        is_digit(text.back()) ? out_.token(text) : out_.string(text);
    }

    // Passes the text of a scalar, in pieces, to a function. A timestamp is a date-time, whatever its format
    // in the service's protocol.
    using put_piece = void (json_encoder::*)(std::string_view);
    bool print(const member_schema& member, const void* value, put_piece put) {
        if (member.type->kind != value_kind::blob) {
            printed_scalar room;
            const std::string_view text =
                print_scalar(*member.type, value, timestamp_format::date_time, room);
            if (text.data() == nullptr) return fail(errc::bad_value, member, 0);
            (this->*put)(text);
            return true;
        }
        std::pair<json_encoder*, put_piece> call(this, put);
        const text_sink sink{&call, [](void* context, std::string_view piece) {
                                 auto& [self, put_it] = *static_cast<decltype(call)*>(context);
                                 (self->*put_it)(piece);
                             }};
        return member.type->print(value, timestamp_format::date_time, sink);
    }

    bool fail(errc code, const member_schema& member, std::size_t offset) noexcept {
        error_ = {code, member.name, offset, 0};
        return false;
    }

    json::writer out_{};
    encode_error error_{};
};

inline namespace EC2WIRE_COMPILATION {

EC2WIRE_ENGINE result<std::string, encode_error> encode_json(const structure_schema& structure,
                                                             const void* message) {
    json_encoder encoder;
    if (!encoder.put_message(structure, message)) return unexpected(encoder.error());
    return encoder.take();
}

}  // namespace EC2WIRE_COMPILATION
}  // namespace ec2wire::detail

#endif
