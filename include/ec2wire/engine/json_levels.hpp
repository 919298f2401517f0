#ifndef EC2WIRE_ENGINE_JSON_LEVELS_HPP
#define EC2WIRE_ENGINE_JSON_LEVELS_HPP

#include <ec2wire/core/error.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/engine/json_dialect.hpp>
#include <ec2wire/engine/json_level.hpp>
#include <ec2wire/engine/json_pattern.hpp>
#include <ec2wire/engine/json_scalar.hpp>
#include <ec2wire/shape/reply.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace ec2wire::detail {

// The stack of open levels, and the members that occurred in them. Reports every change to the pattern while
// one is recorded.
template <class Reader>
class json_levels : protected json_scalar_decoder<Reader> {
    using scalars = json_scalar_decoder<Reader>;

  public:
    using typename scalars::cursor;

    json_levels(Reader& in, json_dialect dialect, decode_notes* notes) noexcept
        : scalars(in, notes), dialect_(dialect) {}

    json_dialect dialect() const noexcept { return dialect_; }

    // Sets where notes are collected, null for nowhere, and returns the previous setting.
    decode_notes* exchange_notes(decode_notes* notes) noexcept {
        return std::exchange(scalars::notes_, notes);
    }

    // C5 (masked values). Leaves a member absent whose value is a mask; fails if it cannot be absent. A list or
    // a map without elements is absent.
    cursor pass_mask(const member_schema& row, cursor at, cursor after) {
        if (!row.type->can_be_absent && row.type->list == nullptr)
            return in_.fail(at, error_of_mask(dialect_));
        this->note(note_kind::masked_value, at, row.name);
        return after;
    }

  protected:
    using role = json_level::role;
    using scalars::in_;

    bool is_cloudtrail() const noexcept { return dialect_ != json_dialect::sdk; }

    // Returns the name of a member in the dialect, also if it has no key there.
    std::string_view name_of(const member_schema& row) const noexcept {
        return is_cloudtrail() ? row.xml.view() : row.name;
    }

    // Marks a member as present. Returns false and fails with duplicate_member if it already was, or if a
    // union has another member that is not null.
    bool see(json_level& here, std::size_t index, cursor& at) {
        here.expected = static_cast<std::uint32_t>(index + 1);
        bool is_first = here.see(index);
        record(json_action::kind::see, index);
        if (here.structure->is_union && in_.first(at) != 'n') {
            pattern_.forget();
            is_first &= !here.has_value;
            here.has_value = true;
        }
        if (!is_first) at = in_.fail(at, errc::duplicate_member);
        return is_first;
    }

    void* append(json_level& here, cursor at) {
        const list_schema& list = *here.member->type->list;
        // A list of fixed size is only for requests.
        const bool can_grow = list.construct != nullptr || list.append != nullptr;
        if (!can_grow) {
            in_.fail(at, errc::wrong_type);
            return nullptr;
        }
        void* const element = append_element(list, here.object, in_.memory());
        if (element == nullptr) in_.fail(at, errc::out_of_memory);
        record(json_action::kind::append);
        return element;
    }

    // Goes past an opening bracket, and past the closing one if the value is empty.
    cursor enter(role what, const member_schema* row, void* object, cursor at) {
        if (top_ == &levels_[Reader::max_levels]) return in_.fail(at, errc::too_deep);
        const json_node node = row == nullptr ? no_json_node : pattern_.node_in(*top_, row);
        push(what, row, object, node);
        if (row != nullptr) record(json_action::kind::enter, node, row);
        if (!(top_->is_object() ? in_.enter_object(at) : in_.enter_array(at))) leave();
        return at;
    }

    void push(role what, const member_schema* row, void* object, json_node node) noexcept {
        json_level& inside = *++top_;
        inside.what = what;
        inside.has_value = false;
        inside.is_list_of_one = false;
        inside.node = node;
        inside.expected = 0;
        inside.object = object;
        inside.structure = row == nullptr ? nullptr : row->type->structure;
        inside.member = row;
        inside.seen = {};
    }

    // Finishes the innermost level.
    void leave() noexcept {
        const json_level& level = *top_--;
        if (level.what == role::list || level.what == role::map || level.is_list_of_one)
            finish_list(*level.member->type->list, level.object, in_.memory());
        if (level.what != role::unknown_object && level.what != role::unknown_array)
            record(json_action::kind::leave);
        if (Reader::can_match && level.what == role::list) pattern_.end_list(&level);
    }

    void record(json_action::kind what, std::size_t index = 0, const member_schema* row = nullptr) {
        if constexpr (Reader::can_match)
            if (pattern_.is_recording()) pattern_.record(what, index, row);
    }

    // Remembers the last scalar and where it begins, for the pattern.
    void remember_scalar(const member_schema& row, cursor at) noexcept {
        if constexpr (Reader::can_match) {
            scalar_ = &row;
            scalar_begin_ = at;
        }
    }

    json_dialect dialect_;
    // Not initialized: push() sets each level. The first is a sentinel: top_ points to it while no level is
    // open.
    json_level levels_[Reader::max_levels + 1];
    json_level* top_ = levels_;
    const member_schema* scalar_ = nullptr;  // decoded last
    cursor scalar_begin_ = nullptr;
    void* element_ = nullptr;  // added last, while a pattern is replayed
    [[no_unique_address]] std::conditional_t<Reader::can_match, json_pattern, no_json_pattern>
        pattern_{};
};

}  // namespace ec2wire::detail

#endif
