#ifndef EC2WIRE_ENGINE_XML_REPLAY_HPP
#define EC2WIRE_ENGINE_XML_REPLAY_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/engine/fast_text.hpp>
#include <ec2wire/engine/recorded_pattern.hpp>
#include <ec2wire/engine/replayed_objects.hpp>
#include <ec2wire/engine/xml_values.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>
#include <ec2wire/xml/reader.hpp>

#include <cstddef>

namespace ec2wire::detail {

// Decodes text after text as long as recorded steps lead on. Meanwhile only the last text and the open objects
// are known; at the end, what is open around that text is restored, so that the next tag can be read singly.
class xml_replay {
  public:
    using index = recorded_pattern::index;

    // Where run() ended.
    struct outcome {
        const char* at;      // where the next tag is read
        index last_text{};   // the node of the text before it, from which a step can be recorded
        const char* last{};  // the end of that text
        std::size_t unknown_depth{};  // the number of unknown elements that are open
        index unknown{};              // the node of the innermost of them
        bool is_stopped = false;      // the visitor of decode_xml_each returned false
    };

    xml_replay(xml::reader& in, xml_values& values, recorded_pattern& pattern) noexcept
        : values_(values),
          memory_(values.memory()),
          pattern_(pattern),
          objects_(in, values, pattern),
          end_(in.rest().data() + in.rest().size()) {}

    // Follows a step whose literal is at `last`, and the steps after it. `unknown_depth` unknown elements are
    // open around the text that ends there.
    EC2WIRE_NOINLINE outcome run(const recorded_step& first, const char* last,
                                 std::size_t unknown_depth) {
        const recorded_step* step = &first;
        replayed_object* object = objects_.enter(unknown_depth);
        for (;;) {
            const recorded_action* const failed = apply(*step, object);
            if (failed != nullptr) return end_before(*failed, last, *step->next);
            recorded_node& node = *step->next;
            const char* const tag = last + step->tag;
            last = read_text(node, last + step->size, *object, step);
            if (step == nullptr) return end_at(node, tag, last);
        }
    }

  private:
    // Applies the changes of a step. Returns the first that is not valid here; null if all are.
    EC2WIRE_ALWAYS_INLINE const recorded_action* apply(const recorded_step& step,
                                                       replayed_object*& innermost) {
        const recorded_action* action = pattern_.actions(step);
        for (const recorded_action* const last = action + step.action_count; action != last;
             ++action)
            if (!apply(*action, innermost)) return action;
        return nullptr;
    }

    EC2WIRE_ALWAYS_INLINE bool apply(const recorded_action& action, replayed_object*& innermost) {
        const member_schema& row = *action.node->row;
        void* const member = innermost->value + action.offset;
        switch (action.what) {
            case recorded_change::open:
            case recorded_change::empty: return set_without_text(action, member, *innermost);
            case recorded_change::add_item:
                return open(row, append_element(*row.type->list, member, memory_), nullptr,
                            innermost);
            case recorded_change::add_visited_item: {
                const std::byte* const mark = memory_.mark();
                return open(row, values_.visited_item(), mark, innermost);
            }
            case recorded_change::close_list:
                finish_list(*row.type->list, member, memory_);
                return true;
            case recorded_change::close_visited_item:
                if (!values_.end_item(innermost->mark)) return false;
                break;
            case recorded_change::close_item: break;
        }
        innermost = objects_.close(innermost);
        return true;
    }

    // Opens an item that was added to a list. False if there was no memory.
    bool open(const member_schema& list, void* item, const std::byte* mark,
              replayed_object*& innermost) {
        if (item == nullptr) return false;
        void* const value = emplace_in(*list.element->type, item, memory_);
        if (value != nullptr)
            innermost = objects_.open(innermost, value, mark);
        else if (mark == nullptr)
            values_.keep_item(item);
        return value != nullptr;
    }

    // Opens a member, or sets an empty one. False if it occurred in its object already, must not be empty, or
    // there is no memory.
    EC2WIRE_ALWAYS_INLINE bool set_without_text(const recorded_action& action, void* member,
                                                const replayed_object& around) {
        recorded_node& node = *action.node;
        if (node.last_object == around.number) return false;
        const bool is_set = action.what == recorded_change::open
                                ? emplace_in(*node.row->type, member, memory_) != nullptr
                                : set_empty(*node.row, member, memory_);
        if (is_set) node.last_object = around.number;
        return is_set;
    }

    // Reads the text of a node, which begins at `at`. Returns its end, and in `step` the step that leads on, if
    // there is one. Null if the strict reader has to read the element.
    EC2WIRE_ALWAYS_INLINE const char* read_text(recorded_node& node, const char* at,
                                                const replayed_object& around,
                                                const recorded_step*& step) {
        step = nullptr;
        if (node.row == nullptr) return skip_text(node, at, step);
        const type_schema& type = *node.row->type;
        const auto* const mark = memory_.mark();
        const auto scalar = fast_text::read(type, at, end_, memory_);
        if (scalar.last == nullptr || node.last_object == around.number) return nullptr;
        step = recorded_pattern::find(node, scalar.last, end_);
        if ((step == nullptr && !has_end_tag(node, scalar.last)) ||
            !fast_text::store(type, around.value + node.offset, scalar, memory_)) {
            memory_.rewind(mark);
            step = nullptr;
            return nullptr;
        }
        node.last_object = around.number;
        return scalar.last;
    }

    EC2WIRE_NOINLINE const char* skip_text(const recorded_node& node, const char* at,
                                           const recorded_step*& step) const noexcept {
        const char* const last = fast_text::find_end(at, end_);
        if (last == nullptr) return nullptr;
        step = recorded_pattern::find(node, last, end_);
        return step != nullptr || has_end_tag(node, last) ? last : nullptr;
    }

    EC2WIRE_COLD EC2WIRE_NOINLINE bool has_end_tag(const recorded_node& node,
                                                   const char* last) const noexcept {
        return fast_text::skip_end_tag(last, node.name_view(), end_) != nullptr;
    }

    // Ends after the text of a node, from which no step leads on; or at its start tag, if the strict reader has
    // to read it and `last` is null.
    outcome end_at(const recorded_node& node, const char* tag, const char* last) noexcept {
        outcome result{tag};
        if (last != nullptr) result = {last + node.name_size + 3, pattern_.index_of(node), last};
        return leave(result, node.context, node);
    }

    // Ends before a change that is not valid, or after the end of an item at which the visitor stopped. The
    // step, whose literal is at `at`, leads to `next`.
    outcome end_before(const recorded_action& action, const char* at,
                       const recorded_node& next) noexcept {
        outcome result{at + action.tag};
        result.is_stopped = action.what == recorded_change::close_visited_item;
        if (result.is_stopped) result.at = at + action.offset;
        const bool is_of_member =
            action.what == recorded_change::open || action.what == recorded_change::empty;
        return leave(result, is_of_member ? action.node->context : pattern_.index_of(*action.node),
                     next);
    }

    outcome leave(outcome result, index element, const recorded_node& last) noexcept {
        result.unknown_depth = objects_.leave(element, last);
        if (result.unknown_depth != 0) result.unknown = element;
        return result;
    }

    xml_values& values_;
    scratch& memory_;
    recorded_pattern& pattern_;
    replayed_objects objects_;
    const char* end_;  // of the document
};

}  // namespace ec2wire::detail

#endif
