#ifndef EC2WIRE_ENGINE_JSON_DECODER_HPP
#define EC2WIRE_ENGINE_JSON_DECODER_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/engine/json_level.hpp>
#include <ec2wire/engine/json_pattern.hpp>
#include <ec2wire/engine/json_values.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>

namespace ec2wire::detail {

// Decodes the values of a document by the tables of schema.hpp. Reader is json::fast_reader or
// json::strict_reader, so there are two instantiations, for all shapes. A function returns the cursor after
// what it has decoded, null after an error.
//
// Open levels are in an array and not on the stack: a hostile document of 256 levels takes no more of the
// stack than a flat one.
template <class Reader>
class json_decoder : json_values<Reader> {
    using base = json_values<Reader>;
    using base::in_;
    using base::pattern_;
    using base::top_;

  public:
    using base::base;
    using base::dialect;
    using base::exchange_notes;
    using base::fail_type;
    using base::find_row;
    using base::note;
    using base::pass_mask;
    using base::take_scalar;
    using typename base::cursor;

    // Decodes the whole value at the cursor into a member. Without a member, only checks it (D10: unknown
    // members).
    EC2WIRE_NOINLINE cursor decode(const member_schema* row, void* member, cursor at) {
        json_level* const outside = top_;
        at = this->begin_member(row, member, at);
        return top_ == outside || at == nullptr ? at : run(at, outside);
    }

  private:
    using role = json_level::role;
    using base::element_;
    using base::leave;
    using base::scalar_;

    // Decodes from the key or element at the cursor to the end of the outermost level that was opened here.
    cursor run(cursor at, const json_level* outside) {
        for (;;) {
            json_level* here = top_;
            scalar_ = nullptr;
            at = here->what == role::structure ? this->decode_in_structure(*here, at)
                                               : this->decode_in(*here, at);
            if (at == nullptr) return at;
            if (top_ > here) continue;  // at the first key or element of the value that was entered
            if constexpr (Reader::can_match) {
                if (scalar_ != nullptr && pattern_.wants_scalar()) {
                    at = go_on_by_pattern(at);
                    if (at == nullptr) return at;
                    here = top_;
                }
            }
            while (!go_on(*here, at)) {
                if (at == nullptr) return at;
                leave();
                here = top_;
                if (here == outside) return at;
            }
        }
    }

    // Continues after a scalar, by the pattern if that has this scalar.
    cursor go_on_by_pattern(cursor at) {
        const std::size_t next = pattern_.see_scalar(top_, scalar_, base::scalar_begin_, at);
        return next < pattern_.size() ? replay(next, at) : at;
    }

    // Decodes elements as long as they match the pattern, from one of its steps on.
    EC2WIRE_NOINLINE cursor replay(std::size_t i, cursor at) {
        const json_action* action = pattern_.actions_of(i);
        for (;;) {
            const json_step& step = pattern_.step(i);
            // A list that had an element, and has none here, differs too.
            if (!in_.match(at, step.literal, step.size) || in_.first(at + step.size) == ']')
                return pattern_.miss(i), at;
            at += step.size;
            for (const auto* const end = pattern_.end_of_actions(step); action != end; ++action)
                if (!act(*action, at)) return nullptr;
            if (top_->what == role::structure)
                at = this->begin_known(*step.row, top_->object, at);
            else if (in_.first(at) == 'n')
                at = this->begin_element(*step.row, element_, at);
            else
                at = this->begin_known(*step.row, element_, at);
            if (at == nullptr) return at;
            if (++i != pattern_.size()) continue;
            i = 0;
            action = pattern_.actions_of(0);
            pattern_.end_element();
        }
    }

    bool act(const json_action& action, cursor at) {
        switch (action.what) {
            case json_action::kind::see:
                // A member of a union is null here: any other is not recorded.
                top_->expected = action.index + 1;
                return top_->see(action.index) || in_.fail(at, errc::duplicate_member) != nullptr;
            case json_action::kind::append:
                element_ = this->append(*top_, at);
                return element_ != nullptr;
            case json_action::kind::leave:
                in_.note_leave();
                leave();
                return true;
            case json_action::kind::enter: break;
        }
        void* const object = top_->what == role::structure ? top_->object : element_;
        const type_schema& type = *action.row->type;
        void* const value = emplace_in(type, action.row->in(object), in_.memory());
        if (value == nullptr) return in_.fail(at, errc::out_of_memory) != nullptr;
        in_.note_enter();
        this->push(type.kind == value_kind::list ? role::list : role::structure, action.row, value,
                   static_cast<json_node>(action.index));
        return true;
    }

    bool go_on(const json_level& here, cursor& at) {
        return here.is_object() ? in_.next_member(at) : in_.next_element(at);
    }
};

}  // namespace ec2wire::detail

#endif
