#ifndef EC2WIRE_ENGINE_JSON_VALUES_HPP
#define EC2WIRE_ENGINE_JSON_VALUES_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/engine/json_cloudtrail_scalar.hpp>
#include <ec2wire/engine/json_dialect.hpp>
#include <ec2wire/engine/json_level.hpp>
#include <ec2wire/engine/json_levels.hpp>
#include <ec2wire/engine/json_pattern.hpp>
#include <ec2wire/engine/json_scalar.hpp>
#include <ec2wire/json/token.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// Decodes the value at a cursor, up to the first key or element inside it; json_decoder decodes the rest.
template <class Reader>
class json_values : protected json_levels<Reader> {
    using base = json_levels<Reader>;

  protected:
    using base::in_;
    using base::pattern_;

  public:
    using base::base;
    using base::fail_type;
    using typename base::cursor;

    // Finds the member of a structure with that key, whose value is at the cursor, and marks it as present.
    // Returns null for an unknown key, and after an error, when the cursor is null.
    const member_schema* find_row(json_level& here, std::string_view key, cursor& at,
                                  bool is_message = false) {
        const std::size_t i =
            find_member(*here.structure, key, here.expected, base::dialect_, is_message);
        if (i == here.structure->count) return nullptr;
        return see(here, i, at) ? here.structure->members + i : nullptr;
    }

  protected:
    using role = json_level::role;
    using base::append;
    using base::decode_integer;
    using base::decode_scalar;
    using base::decode_text;
    using base::enter;
    using base::is_cloudtrail;
    using base::name_of;
    using base::record;
    using base::remember_scalar;
    using base::see;
    using base::take_null;
    using base::take_scalar;

    // Decodes the member whose key is at the cursor, up to the first value inside it. Members are mostly in
    // the order of the table: the expected key is compared first, and any other is looked up.
    EC2WIRE_ALWAYS_INLINE cursor decode_in_structure(json_level& here, cursor at) {
        if (here.expected < here.structure->count) {
            const member_schema& row = here.structure->members[here.expected];
            const cursor value = in_.match_key(at, name_of(row));
            if (value != nullptr)
                return see(here, here.expected, at = value) ? begin_known(row, here.object, at)
                                                            : nullptr;
        }
        return decode_in_structure_slow(here, at);
    }

    EC2WIRE_NOINLINE cursor decode_in_structure_slow(json_level& here, cursor at) {
        std::string_view key;
        at = in_.take_key(at, key);
        if (at == nullptr) return at;
        const member_schema* const row = find_row(here, key, at);
        if (at == nullptr) return at;
        if (row == nullptr && !is_left_out(*here.structure, key, base::dialect_))
            this->note(note_kind::unknown_member, at, key);
        return begin_member(row, row == nullptr ? nullptr : row->in(here.object), at);
    }

    // Does what begin_member() does, faster for the most frequent types.
    EC2WIRE_ALWAYS_INLINE cursor begin_known(const member_schema& row, void* object, cursor at) {
        const type_schema& type = *row.type;
        void* const member = row.in(object);
        if (is_cloudtrail()) return begin_member(&row, member, at);
        const char first = in_.first(at);
        if (type.kind == value_kind::text && first == '"') {
            remember_scalar(row, at);
            return decode_text(type, member, at);
        }
        if (type.kind == value_kind::integer && is_digit(first)) {
            remember_scalar(row, at);
            return decode_integer(row, member, at);
        }
        return begin_member(&row, member, at);
    }

    // Decodes the member or element at the cursor, up to the first value inside it.
    EC2WIRE_NOINLINE cursor decode_in(json_level& here, cursor at) {
        switch (here.what) {
            case role::structure: return decode_in_structure_slow(here, at);
            case role::list: return decode_element(here, at);
            case role::map: return decode_entry(here, at);
            case role::wrapper: return decode_in_wrapper(here, at);
            case role::unknown_object: return check_key(at);
            case role::unknown_array: return skip_unknown(at);
        }
        return nullptr;
    }

    cursor decode_element(json_level& here, cursor at) {
        void* const element = append(here, at);
        if (element == nullptr) return nullptr;
        const member_schema& row = *here.member->element;
        // Not if notes are collected: literals of a pattern skip unknown members without one.
        if (Reader::can_match && row.type->kind == value_kind::structure && !is_cloudtrail() &&
            this->notes_ == nullptr)
            pattern_.begin_element(here);
        return begin_element(row, element, at);
    }

    // Decodes the value of an element. If its type cannot be absent, null is a value of a wrong type.
    cursor begin_element(const member_schema& row, void* element, cursor at) {
        if (row.type->can_be_absent && in_.first(at) == 'n') return take_null(at);
        return begin_value(row, element, at);
    }

    cursor check_key(cursor at) {
        std::string_view key;
        at = in_.take_key(at, key);
        return at == nullptr ? at : skip_unknown(at);
    }

    // Decodes an entry of a map. Keys are kept in their order, like the entries of a map in XML, also if one
    // occurs twice. An entry whose value is null is left out and noted, unless the value's type can be absent.
    //
    //   {"Environment":"production","Owner":null}
    cursor decode_entry(json_level& here, cursor at) {
        std::string_view key;
        at = in_.take_key(at, key);
        if (at == nullptr) return at;
        const member_schema* const parts = here.member->element->type->structure->members;
        if (in_.first(at) == 'n' && !parts[1].type->can_be_absent)
            return this->note(note_kind::bad_value, at, here.member->name), take_null(at);
        pattern_.forget();  // it has no action for the entry of a map
        void* const entry = append(here, at);
        if (entry == nullptr) return nullptr;
        if (const auto fault = store_text(*parts[0].type, parts[0].in(entry), key, in_.memory()))
            return in_.fail(at, fault.code);
        return begin_member(&parts[1], parts[1].in(entry), at);
    }

    // C2 (lists in CloudTrail records). Decodes a key of the object around a list. The array is called
    // "items" or "item"; in the newer form a single element is there without an array.
    //
    //   {"items":[{"instanceId":"i-1"}]}    {"item":{"instanceId":"i-1"}}
    cursor decode_in_wrapper(json_level& here, cursor at) {
        std::string_view key;
        at = in_.take_key(at, key);
        if (at == nullptr) return at;
        const std::string_view name = here.member->element->xml.view();
        const bool is_list = is_items_key(key) || (!name.empty() && key == name);
        if (!is_list) return this->note(note_kind::unknown_member, at, key), skip_unknown(at);
        if (here.has_value) return in_.fail(at, errc::duplicate_member);
        here.has_value = true;
        if (in_.first(at) == 'n') return take_null(at);
        if (in_.first(at) == '[') return enter(role::list, here.member, here.object, at);
        if (key == "items") return fail_type(at);
        here.is_list_of_one = true;
        return decode_element(here, at);
    }

    // P4, C5 (empty and masked values). Decodes a string where an object is expected: an empty string is an
    // empty element, and a mask is not a value.
    //
    //   {"unsuccessful":""}
    cursor decode_text_for_object(const member_schema& row, void* member, cursor at) {
        std::string_view text;
        const cursor after = in_.take_text(at, text);
        if (after == nullptr) return after;
        if (is_mask(text, base::dialect_)) return this->pass_mask(row, at, after);
        if (!text.empty()) return fail_type(at);
        return emplace_in(*row.type, member, in_.memory()) != nullptr
                   ? after
                   : in_.fail(at, errc::out_of_memory);
    }

    // P4, C5 (empty and masked values). Decodes a scalar of a CloudTrail record: a mask is not a value, and
    // an empty string is not a number.
    cursor decode_cloudtrail_scalar(const member_schema& row, void* member, cursor at) {
        json_scalar scalar;
        const cursor after = take_scalar(at, scalar);
        if (after == nullptr) return after;
        if (scalar.kind == json::value_kind::string) {
            const bool can_be_absent = row.type->can_be_absent;
            if (is_mask(scalar.text, base::dialect_)) return this->pass_mask(row, at, after);
            if (can_be_absent && is_absent_scalar(row, scalar.text))
                return row.is_required ? in_.fail(at, errc::missing_member) : after;
        }
        const scalar_fault fault = store_cloudtrail_scalar(*row.type, member, scalar, in_.memory());
        return fault ? this->fail_scalar(row, scalar, fault, at, after) : after;
    }

    // Decodes the value of a member. Null means absent, whatever the type.
    cursor begin_member(const member_schema* row, void* member, cursor at) {
        if (in_.first(at) == 'n') return take_null(at);
        return row == nullptr ? skip_unknown(at) : begin_value(*row, member, at);
    }

    // Decodes a scalar, or enters an object or array, and returns the cursor at the first key or element in
    // it.
    EC2WIRE_NOINLINE cursor begin_value(const member_schema& row, void* member, cursor at) {
        const type_schema& type = *row.type;
        if (is_scalar(type.kind)) {
            remember_scalar(row, at);
            return is_cloudtrail() ? decode_cloudtrail_scalar(row, member, at)
                                   : decode_scalar(row, member, at);
        }
        if (is_cloudtrail() && in_.first(at) == '"') return decode_text_for_object(row, member, at);
        // C2: in CloudTrail records a list is an array, or an object around one.
        const bool is_array =
            type.kind == value_kind::list && (!is_cloudtrail() || in_.first(at) == '[');
        if (in_.first(at) != (is_array ? '[' : '{')) return fail_type(at);
        void* const value = emplace_in(type, member, in_.memory());
        if (value == nullptr) return in_.fail(at, errc::out_of_memory);
        const role what = type.kind == value_kind::structure ? role::structure
                          : type.kind == value_kind::map     ? role::map
                          : is_array                         ? role::list
                                                             : role::wrapper;
        return enter(what, &row, value, at);
    }

    // Skips the value of an unknown member, and checks it as strictly as any other.
    cursor skip_unknown(cursor at) {
        if (in_.first(at) == '{') return enter(role::unknown_object, nullptr, nullptr, at);
        if (in_.first(at) == '[') return enter(role::unknown_array, nullptr, nullptr, at);
        json_scalar scalar;
        return take_scalar(at, scalar);
    }
};

}  // namespace ec2wire::detail

#endif
