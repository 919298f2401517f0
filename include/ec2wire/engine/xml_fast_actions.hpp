#ifndef EC2WIRE_ENGINE_XML_FAST_ACTIONS_HPP
#define EC2WIRE_ENGINE_XML_FAST_ACTIONS_HPP

#include <ec2wire/engine/fast_text.hpp>
#include <ec2wire/engine/item_pattern.hpp>
#include <ec2wire/engine/xml_names.hpp>
#include <ec2wire/engine/xml_pattern.hpp>
#include <ec2wire/engine/xml_values.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>
#include <ec2wire/xml/reader.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// Applies tags that the fast path has recognised, one by one or by a recorded step: opens and closes values in
// the reader, in xml_values and in the pattern of an item.
class xml_fast_actions {
  protected:
    using open_value = xml_values::open_value;

    xml_fast_actions(xml::reader& in, xml_values& values) noexcept
        : in_(in), values_(values), end_(in.rest().data() + in.rest().size()) {}

    // Ends the innermost value, whose end tag ends at `next`.
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

    // An element that the shape does not have, with elements in it: its start tag, whose white space
    // begins at at_, and its end tag, both by their name.
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

    // A member without content, whose tag ends at `next`.
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

    // Does what the tag of a recorded action means. False if it does not fit here.
    EC2WIRE_ALWAYS_INLINE bool repeat(const recorded_action& action, const char* literal) {
        const char* const name = literal + action.name;
        const char* const next = literal + action.next;
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

    // Does what the tags of a step mean, as far as they fit here; at_ is behind the last that did. False
    // if not all do, or the member whose text follows cannot stand here.
    EC2WIRE_ALWAYS_INLINE bool follow(const recorded_step& step, const char* literal) {
        const recorded_action* const first = pattern_.actions(step);
        for (const recorded_action* a = first; a != first + step.action_count; ++a)
            if (!repeat(*a, literal)) {
                at_ = literal + a->tag;
                return false;
            }
        at_ = literal + step.tag;
        return step.next == nullptr || is_new(values_.top(), *step.next);
    }

    // The member of that name, which mostly is the one that is expected.
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

    // Matches as many items as it can. False if there was none.
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

    // The number of a list's items, since recording pays from the second on. Items that are visited are not kept:
    // the number is 1.
    static std::size_t size_of_list(const open_value& list) noexcept {
        if (list.is_visited) return 1;
        return size_of(*list.row->type->list, list.value);
    }

    // The place in the pattern from which steps lead: a member, or an unknown element, told by its name.
    recorded_pattern::index place_of(const member_schema* row, std::string_view name) noexcept {
        return pattern_.place_of(
            context(values_.depth()), row,
            row != nullptr ? 0 : recorded_pattern::unknown_label(name, unknown_depth_));
    }

    // Records the tag at at_, of that name, which ends at `next`.
    void record(step_action what, const member_schema* row, std::string_view name, const char* next,
                recorded_pattern::index place = 0) noexcept {
        pattern_.add(what, row, {at_, static_cast<std::size_t>(next - at_)}, name, place);
    }
    // The same of the start tag of the value that was opened last.
    void record_opened(step_action what, const member_schema& row, std::string_view name,
                       const char* next) noexcept {
        if (!pattern_.is_recording()) return;
        const recorded_pattern::index place = context(values_.depth());
        if (place == 0) return pattern_.stop();
        record(what, &row, name, next, place);
    }

    // The context of the members of the value that is open at a depth.
    recorded_pattern::index context(std::size_t depth) noexcept {
        if (depth == 1) return recorded_pattern::root;
        open_value& open = values_.at_depth(depth);
        if (open.context == 0) open.context = pattern_.place_of(context(depth - 1), open.row);
        return open.context;
    }

    // Whether a member of the innermost structure was not read yet; of a union, whether none was.
    static bool is_new(const open_value& open, const member_schema& row) noexcept {
        return !open.seen.has(row.index) &&
               (!row.is_of_union || open.seen.is_empty(open.structure->count));
    }

    xml::reader& in_;
    xml_values& values_;
    const char* end_;                // of the document
    const char* at_ = nullptr;       // behind what was read
    bool is_stopped_ = false;        // the caller of decode_xml_each wants no more items
    std::size_t unknown_depth_ = 0;  // how many elements are open that the shape does not have
    item_pattern item_pattern_{};
    recorded_pattern pattern_{};
};

}  // namespace ec2wire::detail

#endif
