#ifndef EC2WIRE_ENGINE_DECODE_CLOUDTRAIL_RECORD_HPP
#define EC2WIRE_ENGINE_DECODE_CLOUDTRAIL_RECORD_HPP

#include <ec2wire/core/error.hpp>
#include <ec2wire/engine/json_cloudtrail_scalar.hpp>
#include <ec2wire/engine/json_root.hpp>
#include <ec2wire/json/strict_reader.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>
#include <string_view>
#include <utility>

namespace ec2wire::detail {

// R16 (required members). Whether a value of a request has all required members in all of its structures, and
// one member in each union.
inline bool is_complete(const member_schema& row, const void* value);
inline bool is_complete(const structure_schema& structure, const void* object) {
    for (const member_schema& row : structure) {
        const void* const value = value_in(*row.type, row.in(object));
        if (value == nullptr ? row.is_required : !is_complete(row, value)) return false;
    }
    return !structure.is_union || count_set(structure, object) == 1;
}
inline bool is_complete(const member_schema& row, const void* value) {
    const type_schema& type = *row.type;
    if (type.structure != nullptr) return is_complete(*type.structure, value);
    if (type.list == nullptr || is_scalar(row.element->type->kind)) return true;
    bool is_good = true;
    for (std::size_t i = 0; is_good && i < size_of(*type.list, value); ++i)
        visit_element_at(*type.list, value, i, [&](const void* element) {
            const void* const held = element_value_in(*row.element->type, element);
            is_good = held != nullptr && is_complete(*row.element, held);
        });
    return is_good;
}

// Finds the requestParameters of a CloudTrail record, or of an EventBridge event with the record inside.
//
//   {"eventName":"StopInstances","requestParameters":{"instancesSet":{...},"force":false},...}
//                                                    ---------------------------------
class cloudtrail_record : protected json_root<json::strict_reader> {
  protected:
    static constexpr std::size_t max_record_levels = 64;

    cloudtrail_record(json::strict_reader& in, const json_target& target) noexcept
        : json_root(in, target, json_dialect::cloudtrail_request) {}

    // Reads the document: decode(key, cursor) decodes the value of each key of requestParameters. `operation`
    // is the required eventName, empty for any. Fails if there are no parameters.
    template <class Decode>
    void decode_event(std::string_view operation, Decode decode) {
        decode_document([&](std::string_view key, cursor at) {
            const bool is_detail = key == "detail" && in_.first(at) == '{';
            if (!is_detail) return decode_in_record(operation, key, at, decode);
            if (std::exchange(has_detail_, true)) return in_.fail(at, errc::duplicate_member);
            return decode_object(at, [&](std::string_view inner, cursor value) {
                return decode_in_record(operation, inner, value, decode);
            });
        });
        if (in_.has_failed()) return;
        if (!is_found_) return void(in_.fail(errc::no_request, offset_));
        if (!operation.empty() && !has_name_) in_.fail(errc::wrong_root, offset_);
    }

    // Decodes an object as json_root does. The limit bounds the stack that parameters take, which are decoded
    // recursively.
    template <class Decode>
    cursor decode_object(cursor at, Decode decode) {
        if (in_.depth() >= max_record_levels) return in_.fail(at, errc::too_deep);
        return json_root::decode_object(at, decode);
    }

    // Whether the value at the cursor is an object or an array.
    bool is_container(cursor at) const noexcept {
        return in_.first(at) == '{' || in_.first(at) == '[';
    }

    // Decodes the elements of an array, or a single element that is not in an array.
    template <class Decode>
    cursor decode_items(cursor at, Decode decode) {
        if (in_.first(at) == 'n') return skip(at);
        if (in_.first(at) != '[') return decode(at);
        for (bool is_at_item = in_.enter_array(at); is_at_item; is_at_item = in_.next_element(at)) {
            at = decode(at);
            if (at == nullptr) return at;
        }
        return at;
    }

    // Returns the value of a member, which becomes present.
    void* value_or_new(const member_schema& row, void* member) {
        const void* const found = value_in(*row.type, member);
        return found == nullptr ? emplace_in(*row.type, member, in_.memory())
                                : const_cast<void*>(found);
    }

    // C10. Decodes the text "attributeType".
    cursor decode_attribute(const member_schema& row, void* member, cursor at) {
        std::string_view text;
        const cursor after = in_.take_text(at, text);
        if (after == nullptr) return after;
        if (is_mask(text, decoder_.dialect())) return decoder_.pass_mask(row, at, after);
        char* const room = in_.memory().allocate<char>(text.size());
        if (room == nullptr) return in_.fail(at, errc::out_of_memory);
        text = attribute_of_constant(text, room);
        const scalar_fault fault = store_text(*row.type, member, text, in_.memory());
        return fault ? in_.fail(at, fault.code) : after;
    }

    // Returns the offset of requestParameters.
    std::size_t parameters_offset() const noexcept { return offset_; }

    // C5 (incomplete records). {"omitted":true,"originalSize":110000,"reason":"requestParameters too large"}
    bool is_omission(std::string_view key, cursor at) const noexcept {
        return key == "omitted" && in_.first(at) == 't';
    }
    cursor fail_omitted() noexcept { return in_.fail(errc::no_request, offset_); }

  private:
    template <class Decode>
    cursor decode_in_record(std::string_view operation, std::string_view key, cursor at,
                            Decode& decode) {
        if (key == "eventName" && !operation.empty()) return check_name(operation, at);
        if (key != "requestParameters") return skip(at);
        if (std::exchange(has_key_, true)) return in_.fail(at, errc::duplicate_member);
        offset_ = in_.offset(at);
        if (in_.first(at) == '"') return check_mask(at);
        is_found_ = in_.first(at) == '{' || (!operation.empty() && !has_members());
        if (in_.first(at) == 'n') return skip(at);
        return in_.first(at) == '{' ? decode_object(at, decode) : decoder_.fail_type(at);
    }

    cursor check_name(std::string_view operation, cursor at) {
        std::string_view name;
        if (in_.first(at) != '"') return skip(at);
        if (std::exchange(has_name_, true)) return in_.fail(at, errc::duplicate_member);
        const cursor after = in_.take_text(at, name);
        return after == nullptr || name == operation ? after : in_.fail(at, errc::wrong_root);
    }

    cursor check_mask(cursor at) {
        std::string_view text;
        const cursor after = in_.take_text(at, text);
        if (after == nullptr) return after;
        return is_mask(text, decoder_.dialect()) ? fail_omitted() : decoder_.fail_type(at);
    }

    std::size_t offset_ = 0;
    bool is_found_ = false;
    bool has_key_ = false;
    bool has_name_ = false;
    bool has_detail_ = false;
};

}  // namespace ec2wire::detail

#endif
