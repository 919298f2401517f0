#ifndef EC2WIRE_CODEC_JSON_DECODER_HPP
#define EC2WIRE_CODEC_JSON_DECODER_HPP

#include <ec2wire/codec/json_dialect.hpp>
#include <ec2wire/codec/json_level.hpp>
#include <ec2wire/codec/json_recorded_scalar.hpp>
#include <ec2wire/codec/json_scalar.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/json/token.hpp>
#include <ec2wire/shape/schema.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire::detail {

// Decodes values of one document over the tables of schema.hpp. Reader is json::fast_reader or
// json::strict_reader, so there are two of it, for all shapes. A cursor that a function returns is
// behind what it has decoded, null after a failure.
//
// Levels are kept in an array and not on the stack: a hostile document of 256 levels takes no more
// of the stack than a flat one.
template <class Reader>
class json_decoder : json_scalar_decoder<Reader> {
    using scalars = json_scalar_decoder<Reader>;
    using scalars::in_;

  public:
    using scalars::fail_type;
    using typename scalars::cursor;

    json_decoder(Reader& in, json_dialect dialect) noexcept : scalars(in), dialect_(dialect) {}

    // Decodes the value at the cursor, all of it, into a member. Without a member, checks it (D10).
    [[gnu::noinline]] cursor decode(const member_schema* row, void* member, cursor at) {
        json_level* const outside = top_;
        at = begin_member(row, member, at);
        return top_ == outside || at == nullptr ? at : run(at, outside);
    }

    // The member of a structure with that key, whose value is at the cursor. Null for an unknown key,
    // and after a failure, when the cursor is null.
    const member_schema* find_row(json_level& here, std::string_view key, cursor& at) {
        const std::size_t i = find_member(*here.structure, key, here.expected, dialect_);
        if (i == here.structure->count) return nullptr;
        return see(here, i, at) ? here.structure->members + i : nullptr;
    }

  private:
    using role = json_level::role;
    using scalars::decode_integer;
    using scalars::decode_scalar;
    using scalars::decode_text;
    using scalars::take_null;
    using scalars::take_scalar;

    // Decodes from the key or element at the cursor to the end of the outermost of the levels that
    // are open.
    cursor run(cursor at, const json_level* outside) {
        for (;;) {
            json_level* here = top_;
            at = here->what == role::structure ? decode_in_structure(*here, at)
                                               : decode_in(*here, at);
            if (at == nullptr) return at;
            if (top_ > here) continue;  // at the first key or element inside a value
            while (!go_on(*here, at)) {
                if (at == nullptr) return at;
                leave();
                here = top_;
                if (here == outside) return at;
            }
        }
    }

    bool go_on(const json_level& here, cursor& at) {
        return here.is_object() ? in_.next_member(at) : in_.next_element(at);
    }

    // Decodes the member whose key is at the cursor, up to the first value inside it. Members mostly
    // come in the order of the table: the expected one is looked for by its bytes, and any other by
    // its name.
    [[gnu::always_inline]] cursor decode_in_structure(json_level& here, cursor at) {
        if (here.expected < here.structure->count) {
            const member_schema& row = here.structure->members[here.expected];
            const cursor value = in_.match_key(at, name_of(row));
            if (value != nullptr && !row.is_request_id)
                return see(here, here.expected, at = value) ? begin_known(row, here.object, at)
                                                            : nullptr;
        }
        return decode_in_structure_slow(here, at);
    }

    [[gnu::noinline]] cursor decode_in_structure_slow(json_level& here, cursor at) {
        std::string_view key;
        at = in_.take_key(at, key);
        if (at == nullptr) return at;
        const member_schema* const row = find_row(here, key, at);
        if (at == nullptr) return at;
        return begin_member(row, row == nullptr ? nullptr : row->in(here.object), at);
    }

    bool is_recorded() const noexcept { return dialect_ == json_dialect::cloudtrail; }

    // The name of a member, also of one that has no key in the dialect.
    std::string_view name_of(const member_schema& row) const noexcept {
        return is_recorded() ? row.xml.view() : row.name;
    }

    // Notes that a member is there. Anything may stand once, and of a union one member alone; null is
    // absent. False after a failure.
    bool see(json_level& here, std::size_t index, cursor& at) {
        here.expected = static_cast<std::uint32_t>(index + 1);
        bool is_first = here.see(index);
        if (here.structure->is_union && in_.first(at) != 'n') {
            is_first &= !here.has_value;
            here.has_value = true;
        }
        if (!is_first) at = in_.fail(at, errc::duplicate_member);
        return is_first;
    }

    // Does the work of begin_member() for the values that most members have.
    [[gnu::always_inline]] cursor begin_known(const member_schema& row, void* object, cursor at) {
        const type_schema& type = *row.type;
        void* const member = row.in(object);
        if (is_recorded()) return begin_member(&row, member, at);
        const char first = in_.first(at);
        if (type.kind == value_kind::text && first == '"') return decode_text(type, member, at);
        if (type.kind == value_kind::integer && is_digit(first))
            return decode_integer(type, member, at);
        return begin_member(&row, member, at);
    }

    // Decodes the member or element at the cursor, up to the first value inside it.
    [[gnu::noinline]] cursor decode_in(json_level& here, cursor at) {
        switch (here.what) {
            case role::structure: return decode_in_structure_slow(here, at);
            case role::list: return decode_element(here, at);
            case role::map: return decode_entry(here, at);
            case role::wrapper: return decode_in_wrapper(here, at);
            case role::unknown_object: return check_key(at);
            case role::unknown_array: return check(at);
        }
        return nullptr;
    }

    cursor decode_element(json_level& here, cursor at) {
        void* const element = append(here, at);
        if (element == nullptr) return nullptr;
        const member_schema& row = *here.member->element;
        return is_absent(row, at) ? take_null(at) : begin_value(row, element, at);
    }

    // Only where the type can be absent; else null is a value of a wrong type.
    bool is_absent(const member_schema& row, cursor at) const noexcept {
        return row.type->can_be_absent && in_.first(at) == 'n';
    }

    cursor check_key(cursor at) {
        std::string_view key;
        at = in_.take_key(at, key);
        return at == nullptr ? at : check(at);
    }

    void* append(json_level& here, cursor at) {
        const list_schema& list = *here.member->type->list;
        // A list of fixed size: a shape for requests alone.
        const bool can_grow = list.construct != nullptr || list.append != nullptr;
        if (!can_grow) return in_.fail(at, errc::wrong_type), nullptr;
        void* const element = append_element(list, here.object, in_.memory());
        if (element == nullptr) in_.fail(at, errc::out_of_memory);
        return element;
    }

    // The keys of an object are data here. All are kept, in their order, as the entries of a map in
    // XML are: also one that stands there twice. A value that is null is absent, and its key with
    // it, unless the value's type can be absent.
    //
    //   {"Environment":"production","Owner":null}
    cursor decode_entry(json_level& here, cursor at) {
        std::string_view key;
        at = in_.take_key(at, key);
        if (at == nullptr) return at;
        const member_schema* const parts = here.member->element->type->structure->members;
        if (in_.first(at) == 'n' && !parts[1].type->can_be_absent) return take_null(at);
        void* const entry = append(here, at);
        if (entry == nullptr) return nullptr;
        if (const auto fault = store_text(*parts[0].type, parts[0].in(entry), key, in_.memory()))
            return in_.fail(at, fault.code);
        return begin_member(&parts[1], parts[1].in(entry), at);
    }

    // C2. The object around a list. CloudTrail calls the array "items" or "item"; in its newer form one
    // element stands there without an array.
    //
    //   {"items":[{"instanceId":"i-1"}]}    {"item":{"instanceId":"i-1"}}
    cursor decode_in_wrapper(json_level& here, cursor at) {
        std::string_view key;
        at = in_.take_key(at, key);
        if (at == nullptr) return at;
        const std::string_view name = here.member->element->xml.view();
        const bool is_list =
            key == "items" || key == "item" || key == "member" || (!name.empty() && key == name);
        if (!is_list) return check(at);
        if (here.has_value) return in_.fail(at, errc::duplicate_member);
        here.has_value = true;
        if (in_.first(at) == 'n') return take_null(at);
        if (in_.first(at) == '[') return enter(role::list, here.member, here.object, at);
        if (key == "items") return fail_type(at);
        here.is_list_of_one = true;
        return decode_element(here, at);
    }

    // P4, C5. A text where an object belongs: an empty one is an element without content, and a mask
    // is no value.
    //
    //   {"unsuccessful":""}
    cursor decode_text_for_object(const type_schema& type, void* member, cursor at) {
        std::string_view text;
        const cursor behind = in_.take_text(at, text);
        if (behind == nullptr || is_masked(text)) return behind;
        if (!text.empty()) return fail_type(at);
        return emplace_in(type, member, in_.memory()) != nullptr
                   ? behind
                   : in_.fail(at, errc::out_of_memory);
    }

    // A member that is null is absent, whatever its type.
    cursor begin_member(const member_schema* row, void* member, cursor at) {
        if (in_.first(at) == 'n') return take_null(at);
        return row == nullptr ? check(at) : begin_value(*row, member, at);
    }

    // Decodes a scalar, or enters an object or array: then the cursor is at the first key or element
    // in it.
    [[gnu::noinline]] cursor begin_value(const member_schema& row, void* member, cursor at) {
        const type_schema& type = *row.type;
        if (is_scalar(type.kind))
            return decode_scalar(type, member, at, is_recorded() ? store_recorded : store_scalar);
        if (is_recorded() && in_.first(at) == '"') return decode_text_for_object(type, member, at);
        const bool is_flat_array = row.is_flattened && in_.first(at) == '[';
        const bool is_array = type.kind == value_kind::list && (!is_recorded() || is_flat_array);
        if (in_.first(at) != (is_array ? '[' : '{')) return fail_type(at);
        void* const value = emplace_in(type, member, in_.memory());
        if (value == nullptr) return in_.fail(at, errc::out_of_memory);
        const role what = type.kind == value_kind::structure ? role::structure
                          : type.kind == value_kind::map     ? role::map
                          : is_array                         ? role::list
                                                             : role::wrapper;
        return enter(what, &row, value, at);
    }

    // A value of no member is skipped, and checked as strictly as any other.
    cursor check(cursor at) {
        json_scalar scalar;
        switch (in_.first(at)) {
            case '{': return enter(role::unknown_object, nullptr, nullptr, at);
            case '[': return enter(role::unknown_array, nullptr, nullptr, at);
            default: return take_scalar(at, scalar);
        }
    }

    // Goes past an opening bracket, and past the closing one if there is nothing in between.
    cursor enter(role what, const member_schema* row, void* object, cursor at) {
        if (top_ == &levels_.back()) return in_.fail(at, errc::too_deep);
        json_level& inside = *++top_;
        inside.what = what;
        inside.has_value = false;
        inside.is_list_of_one = false;
        inside.expected = 0;
        inside.object = object;
        inside.structure = row == nullptr ? nullptr : row->type->structure;
        inside.member = row;
        inside.seen = {};
        if (!(inside.is_object() ? in_.enter_object(at) : in_.enter_array(at))) leave();
        return at;
    }

    // Finishes the innermost value.
    void leave() noexcept {
        const json_level& level = *top_--;
        if (level.what == role::list || level.what == role::map || level.is_list_of_one)
            finish_list(*level.member->type->list, level.object, in_.memory());
    }

    json_dialect dialect_;
    // Not initialized: enter() does that, one level at a time.
    // The first stands for what is around the value.
    std::array<json_level, Reader::max_levels + 1> levels_;
    json_level* top_ = levels_.data();
};

}  // namespace ec2wire::detail

#endif
