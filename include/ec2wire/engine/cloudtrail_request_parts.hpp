#ifndef EC2WIRE_ENGINE_CLOUDTRAIL_REQUEST_PARTS_HPP
#define EC2WIRE_ENGINE_CLOUDTRAIL_REQUEST_PARTS_HPP

#include <ec2wire/core/error.hpp>
#include <ec2wire/engine/decode_cloudtrail_record.hpp>
#include <ec2wire/engine/json_cloudtrail_scalar.hpp>
#include <ec2wire/engine/json_dialect.hpp>
#include <ec2wire/engine/json_level.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <string_view>

namespace ec2wire::detail {

// The functions of cloudtrail_request_decoder that decode no parameters inside another: for the items of a
// list, the member Placement, and what matches no member.
class cloudtrail_request_parts : protected cloudtrail_record {
  protected:
    using cloudtrail_record::cloudtrail_record;

    // Fails at a parameter that matches no member, or makes a note of it.
    cursor refuse(std::string_view key, cursor at) {
        return target_.notes != nullptr ? skip_unknown(key, at) : in_.fail(at, errc::no_request);
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

    // An element that is an object, added to the list when the first of its relevant keys is read.
    struct open_element {
        const member_schema& row;  // of the list
        void* list;
        json_level level{};  // of the element, if it is a structure that was added
        bool has_content = false;
    };

    // Adds the element, a structure, to its list. Returns false if there is no memory.
    bool add(open_element& element) {
        const type_schema& type = *element.row.element->type;
        void* const added = append_element(*element.row.type->list, element.list, in_.memory());
        void* const value = added == nullptr ? added : emplace_in(type, added, in_.memory());
        if (value != nullptr) element.level = json_level_of(value, *type.structure);
        return value != nullptr;
    }

    // Returns the member Placement of the request; null if it has none.
    const member_schema* placement_row() const noexcept {
        const member_schema* const row = find_cloudtrail_member(*members_.structure, "Placement");
        return row == nullptr || row->type->kind != value_kind::structure ? nullptr : row;
    }

    // Returns the level of Placement, which is the same for its object and for the keys beside it.
    json_level& placement_level(void* value, const member_schema& row) noexcept {
        if (placement_.object == nullptr) placement_ = json_level_of(value, *row.type->structure);
        return placement_;
    }

  private:
    json_level placement_{};
};

}  // namespace ec2wire::detail

#endif
