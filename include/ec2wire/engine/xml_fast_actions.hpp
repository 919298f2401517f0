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
        if (in_.open_elements().is_full()) return false;
        const bool is_visited = values_.top().is_visited;
        void* const item = values_.add_item();
        if (item == nullptr || !values_.open(row, item)) return false;
        if (is_visited) values_.show_when_closed();
        in_.open_elements().open({name, size});
        return true;
    }

    bool open_member(open_value& open, const member_schema& row, const char* name) {
        if (in_.open_elements().is_full() || !values_.open(row, row.in(open.value))) return false;
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
        pattern_.add(step_action::open_unknown, nullptr, at_, name, size);
        item_pattern_.stop();
        in_.open_elements().open({name, size});
        ++unknown_depth_;
        at_ = name + size + 1;
        return true;
    }
    bool close_unknown(const char* name, std::size_t size) {
        if (in_.open_elements().innermost() != std::string_view(name, size)) return false;
        pattern_.add(step_action::close_unknown, nullptr, at_, name, size);
        in_.open_elements().close();
        --unknown_depth_;
        at_ = name + size + 1;
        return true;
    }

    static void mark_read(open_value& open, const member_schema& row) noexcept {
        open.seen.add(row.index);
        open.expected = row.index + std::size_t{1};
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

    // Does what the tag of a recorded action means; its name is in this document at `name`. False if it does
    // not fit here.
    bool repeat(const recorded_action& action, const char* name) {
        open_value& open = values_.top();
        switch (action.what) {
            case step_action::close:
                return open.row == action.row &&
                       in_.open_elements().innermost().size() == action.name_size &&
                       values_.depth() != 1 && close(name + action.name_size + 1);
            case step_action::open_item:
                return open.structure == nullptr && open.row->element == action.row &&
                       open_item(*action.row, name, action.name_size);
            case step_action::open:
                return fits(open, *action.row) && open_member(open, *action.row, name);
            case step_action::empty:
                return fits(open, *action.row) &&
                       set_empty(open, *action.row, name + action.name_size + 2);
            case step_action::open_unknown: return open_unknown(name, action.name_size);
            case step_action::close_unknown: return close_unknown(name, action.name_size);
        }
        return false;
    }

    // Does what the tags of a step mean, as far as they fit here; at_ is behind the last that did. False
    // if not all do, or the member whose text follows cannot stand here.
    bool follow(const recorded_step& step, const char* literal) {
        const recorded_action* const first = pattern_.actions(step);
        for (const recorded_action* a = first; a != first + step.action_count; ++a) {
            at_ = literal + a->offset;
            if (!repeat(*a, literal + a->name)) return false;
        }
        at_ = literal + step.tag;
        return step.next == nullptr || fits(values_.top(), *step.next);
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

    // The place in the pattern from which steps lead: a member, or an unknown element, told by the value around
    // it and its name.
    recorded_pattern::index place_of(const member_schema* row, std::string_view name) noexcept {
        if (row != nullptr) return pattern_.place_of(row, 0);
        const open_value& open = values_.top();
        return pattern_.place_of(
            open.structure != nullptr ? static_cast<const void*>(open.structure) : open.row,
            recorded_pattern::unknown_label(name, unknown_depth_));
    }

    // Whether a member is of the innermost structure and not read yet; of a union, whether none is.
    static bool fits(const open_value& open, const member_schema& row) noexcept {
        return open.structure == row.owner && !open.seen.has(row.index) &&
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
