#ifndef EC2WIRE_ENGINE_XML_FAST_ACTIONS_HPP
#define EC2WIRE_ENGINE_XML_FAST_ACTIONS_HPP

#include <ec2wire/engine/fast_text.hpp>
#include <ec2wire/engine/item_pattern.hpp>
#include <ec2wire/engine/recorded_pattern.hpp>
#include <ec2wire/engine/xml_names.hpp>
#include <ec2wire/engine/xml_values.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>
#include <ec2wire/xml/reader.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// Applies tags that the fast path has recognized, singly or by a recorded step: opens and closes values in
// the reader, in xml_values and in the pattern of an item.
class xml_fast_actions {
  protected:
    using open_value = xml_values::open_value;

    xml_fast_actions(xml::reader& in, xml_values& values) noexcept
        : in_(in), values_(values), end_(in.rest().data() + in.rest().size()) {}

    // Closes the innermost value, whose end tag ends at `next`.
    bool close(const char* next) {
        const open_value& closed = values_.top();
        if (closed.structure != nullptr && closed.structure->is_entry && !is_whole_entry(closed))
            return false;
        in_.open_elements().close();
        at_ = next;
        is_stopped_ = !values_.close();
        if (values_.depth() == 2) item_pattern_.end(at_);
        return !is_stopped_;
    }

    bool open_item(const member_schema& row, const char* name, std::size_t size) {
        const bool is_visited = values_.top().is_visited;
        void* const item = values_.add_item();
        if (item == nullptr || !values_.open(row, item)) return false;
        if (is_visited) values_.show_when_closed();
        in_.open_elements().open({name, size});
        return true;
    }

    bool open_member(open_value& open, const member_schema& row, const char* name) {
        if (!values_.open(row, row.in(open.value))) return false;
        item_pattern_.add_structure(*row.type, row.in(open.value));
        mark_read(open, row);
        in_.open_elements().open({name, row.xml.size()});
        return true;
    }

    // Open and close an unknown element with child elements: its start tag, whose white space begins at at_,
    // and its end tag, both by their name.
    //
    //   <blockDeviceMapping>\n    <item>
    //   --------------------
    bool open_unknown(const char* name, std::size_t size) {
        if (in_.open_elements().is_full()) return false;
        record(step_action::open_unknown, nullptr, {name, size}, name + size + 1);
        item_pattern_.stop();
        in_.open_elements().open({name, size});
        ++unknown_depth_;
        at_ = name + size + 1;
        return true;
    }
    bool close_unknown(const char* name, std::size_t size) {
        if (in_.open_elements().innermost() != std::string_view(name, size)) return false;
        record(step_action::close_unknown, nullptr, {name, size}, name + size + 1);
        in_.open_elements().close();
        --unknown_depth_;
        at_ = name + size + 1;
        return true;
    }

    static void mark_read(open_value& open, const member_schema& row) noexcept {
        open.seen.add(row.index);
        open.expected = row.index + 1U;
    }

    // Sets an empty member, whose tag ends at `next`.
    bool set_empty(open_value& open, const member_schema& row, const char* next) {
        void* const member = row.in(open.value);
        if (row.type->kind == value_kind::text) {
            if (row.type->parse(member, {}, values_.memory())) return false;
            item_pattern_.add_text(*row.type, member, next, next, true);
        } else if (is_scalar(row.type->kind)) {
            if (row.is_required || !is_absent_scalar(row, {})) return false;
        } else {
            item_pattern_.stop();
            const bool is_entry = row.type->structure != nullptr && row.type->structure->is_entry;
            if (is_entry || emplace_in(*row.type, member, values_.memory()) == nullptr)
                return false;
        }
        mark_read(open, row);
        return true;
    }

    // Repeats a recorded action, whose offsets count from `at`, where the literal of its step was found again.
    // False if it is not valid here.
    EC2WIRE_ALWAYS_INLINE bool repeat(const recorded_action& action, const char* at) {
        const char* const name = at + action.name;
        const char* const next = at + action.next;
        open_value& open = values_.top();
        switch (action.what) {
            case step_action::close: return close(next);
            case step_action::open_item:
                if (!open_item(*action.row, name, action.name_size)) return false;
                values_.top().context = action.context;
                return true;
            case step_action::open:
                if (!is_new(open, *action.row) || !open_member(open, *action.row, name))
                    return false;
                values_.top().context = action.context;
                return true;
            case step_action::empty:
                return is_new(open, *action.row) && set_empty(open, *action.row, next);
            case step_action::open_unknown: return open_unknown(name, action.name_size);
            case step_action::close_unknown: return close_unknown(name, action.name_size);
        }
        return false;
    }

    // Repeats the actions of a step, whose literal was found again at `at`, as far as they are valid here; at_
    // is after the last that was. False if one is not, or if the member whose text follows is not valid here.
    EC2WIRE_ALWAYS_INLINE bool follow(const recorded_step& step, const char* at) {
        const recorded_action* const first = pattern_.actions(step);
        for (const recorded_action* a = first; a != first + step.action_count; ++a)
            if (!repeat(*a, at)) {
                if (!is_stopped_) at_ = at + a->tag;
                return false;
            }
        at_ = at + step.tag;
        return step.next == nullptr || is_new(values_.top(), *step.next);
    }

    // Finds the member with that name, which is mostly the expected one.
    const member_schema* find(const structure_schema& structure, std::size_t expected,
                              const char* name) const noexcept {
        const member_schema* const last = structure.end();
        for (const member_schema* row = structure.members + expected; row != last; ++row)
            if (fast_text::is_tag(row->xml, name, end_)) return row;
        for (const member_schema* row = structure.members; row != structure.members + expected;
             ++row)
            if (fast_text::is_tag(row->xml, name, end_)) return row;
        return nullptr;
    }

    // Matches as many items as possible. False if there was none.
    bool match_items(const open_value& list) {
        if (!item_pattern_.is_of(list.row->element)) return false;
        const char* const first = at_;
        while (item_pattern_.begins_at(at_, end_)) {
            void* const item = values_.add_item();
            if (item == nullptr) break;
            const auto* const inside = values_.memory().mark();
            const char* const next = item_pattern_.match(at_, end_, item, values_.memory());
            if (next == nullptr) {
                values_.memory().rewind(inside);
                values_.take_back(item);
                break;
            }
            at_ = next;
        }
        return at_ != first;
    }

    // Returns the number of a list's items, because recording pays from the second on. Items that are visited
    // are not stored: the number is 1.
    static std::size_t size_of_list(const open_value& list) noexcept {
        if (list.is_visited) return 1;
        return size_of(*list.row->type->list, list.value);
    }

    // Returns the node of the pattern from which steps lead: a member, or an unknown element, identified by
    // the value around it and its name.
    recorded_pattern::index node_of(const member_schema* row, std::string_view name) noexcept {
        return pattern_.node_of(
            context(values_.depth()), row,
            row != nullptr ? 0 : recorded_pattern::unknown_label(name, unknown_depth_));
    }

    // Records the tag at at_ with that name, which ends at `next`.
    void record(step_action what, const member_schema* row, std::string_view name, const char* next,
                recorded_pattern::index node = 0) noexcept {
        pattern_.add(what, row, {at_, static_cast<std::size_t>(next - at_)}, name, node);
    }
    // Records the start tag of the value that was opened last.
    void record_opened(step_action what, const member_schema& row, std::string_view name,
                       const char* next) noexcept {
        if (!pattern_.is_recording()) return;
        const recorded_pattern::index node = context(values_.depth());
        if (node == 0) return pattern_.stop();
        record(what, &row, name, next, node);
    }

    // Returns the context of the members of the open value at a depth.
    recorded_pattern::index context(std::size_t depth) noexcept {
        if (depth == 1) return recorded_pattern::root;
        open_value& open = values_.at_depth(depth);
        if (open.context == 0) open.context = pattern_.node_of(context(depth - 1), open.row);
        return open.context;
    }

    // Whether a member of the innermost structure was not read yet; for a union, whether no member was.
    static bool is_new(const open_value& open, const member_schema& row) noexcept {
        return !open.seen.has(row.index) &&
               (!row.is_of_union || open.seen.is_empty(open.structure->count));
    }

    xml::reader& in_;
    xml_values& values_;
    const char* end_;                // of the document
    const char* at_ = nullptr;       // after what was read
    bool is_stopped_ = false;        // the visitor of decode_xml_each returned false
    std::size_t unknown_depth_ = 0;  // the number of unknown elements that are open
    item_pattern item_pattern_{};
    recorded_pattern pattern_{};
};

}  // namespace ec2wire::detail

#endif
