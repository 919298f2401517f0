#ifndef EC2WIRE_ENGINE_XML_FAST_ACTIONS_HPP
#define EC2WIRE_ENGINE_XML_FAST_ACTIONS_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/engine/fast_text.hpp>
#include <ec2wire/engine/recorded_pattern.hpp>
#include <ec2wire/engine/xml_names.hpp>
#include <ec2wire/engine/xml_replay.hpp>
#include <ec2wire/engine/xml_values.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>
#include <ec2wire/xml/reader.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire::detail {

// Applies tags that the fast path has recognized: opens and closes values in the reader and in xml_values, and
// records what that changes.
class xml_fast_actions {
  protected:
    using open_value = xml_values::open_value;
    using index = recorded_pattern::index;

    xml_fast_actions(xml::reader& in, xml_values& values) noexcept
        : in_(in), values_(values), end_(in.rest().data() + in.rest().size()) {}

    // Closes the innermost value, whose end tag ends at `next`.
    bool close(const char* next) {
        const open_value& closed = values_.top();
        if (closed.structure != nullptr && closed.structure->is_entry && !is_whole_entry(closed))
            return false;
        record_close(next);
        in_.open_elements().close();
        at_ = next;
        is_stopped_ = !values_.close();
        return !is_stopped_;
    }

    bool open_item(const member_schema& row, std::string_view name) {
        const bool is_visited = values_.top().is_visited;
        record_item();
        void* const item = values_.add_item();
        if (item == nullptr) return false;
        if (!values_.open(row, item)) {
            if (!is_visited) values_.keep_item(item);
            return false;
        }
        if (is_visited) values_.show_when_closed();
        in_.open_elements().open(name);
        return true;
    }

    // Opens a member that is not a scalar, whose start tag ends at `next`.
    bool open_member(open_value& open, const member_schema& row, const char* name,
                     const char* next) {
        if (in_.open_elements().is_full()) return false;
        if (!values_.open(row, row.in(open.value))) return false;
        in_.open_elements().open({name, row.xml.size()});
        record_open();
        mark_read(open, row);
        at_ = next;
        return true;
    }

    // Opens an unknown element with child elements, whose white space begins at at_.
    //
    //   <blockDeviceMapping>\n    <item>
    //   --------------------
    bool open_unknown(std::string_view name) {
        if (in_.open_elements().is_full()) return false;
        unknown_context_ = node_of_unknown(name);
        in_.open_elements().open(name);
        ++unknown_depth_;
        at_ = name.data() + name.size() + 1;
        return true;
    }
    // Closes it, whose end tag ends at `next`.
    void close_unknown(const char* next) noexcept {
        in_.open_elements().close();
        --unknown_depth_;
        if (unknown_context_ != recorded_pattern::none)
            unknown_context_ = pattern_[unknown_context_].context;
        at_ = next;
    }

    // Sets an empty member, whose tag ends at `next`.
    bool set_empty(open_value& open, const member_schema& row, const char* name, const char* next) {
        if (!detail::set_empty(row, row.in(open.value), values_.memory())) return false;
        if (pattern_.is_recording())
            pattern_.add(recorded_change::empty, at_,
                         node_of_member(open, row, {name, row.xml.size()}));
        mark_read(open, row);
        at_ = next;
        return true;
    }

    static void mark_read(open_value& open, const member_schema& row) noexcept {
        open.seen.add(row.index);
        open.expected = row.index + 1U;
    }

    // Finds the member with that name, which is mostly the expected one.
    EC2WIRE_ALWAYS_INLINE const member_schema* find(const structure_schema& structure,
                                                    std::size_t expected,
                                                    const char* name) const noexcept {
        const member_schema* const row = structure.members + expected;
        if (row != structure.end() && fast_text::is_tag(row->xml, name, end_)) return row;
        return find_other(structure, expected, name);
    }
    EC2WIRE_NOINLINE const member_schema* find_other(const structure_schema& structure,
                                                     std::size_t expected,
                                                     const char* name) const noexcept {
        const auto head = load_word<std::uint64_t>(name);
        const member_schema* row = structure.members + expected;
        for (std::uint32_t i = 0; i != structure.count; ++i, ++row) {
            if (row == structure.end()) row = structure.members;
            if (row->xml.has_head(head) && fast_text::is_tag(row->xml, name, end_)) return row;
        }
        return nullptr;
    }

    // Returns the number of a list's items, because recording pays from the second on. Items that are visited
    // are not stored: the number is 1.
    static std::size_t size_of_list(const open_value& list) noexcept {
        if (list.is_visited) return 1;
        return size_of(*list.row->type->list, list.value);
    }

    // Whether a member of the innermost structure was not read yet; for a union, whether no member was.
    static bool is_new(const open_value& open, const member_schema& row) noexcept {
        return !open.seen.has(row.index) &&
               (!row.is_of_union || open.seen.is_empty(open.structure->count));
    }

    // Returns the node of an unknown element in the innermost one; none if its tags are not recorded.
    index node_of_unknown(std::string_view name) noexcept {
        if (unknown_depth_ != 0) return pattern_.node_of(unknown_context_, nullptr, name, 0);
        const structure_schema* const structure = values_.top().structure;
        if (structure != nullptr && structure->is_entry) return recorded_pattern::none;
        return pattern_.node_of(context(values_.depth()), nullptr, name, 0);
    }

    // Returns the node of a member of the innermost value, which was not read yet; none if its tags are not
    // recorded.
    index node_of_member(const open_value& open, const member_schema& row,
                         std::string_view name) noexcept {
        if (!is_recordable(open, row)) return recorded_pattern::none;
        const index around = context(values_.depth());
        return pattern_.node_of(around, &row, name, pattern_[around].offset + row.offset);
    }

    xml::reader& in_;
    xml_values& values_;
    const char* end_;                // of the document
    const char* at_ = nullptr;       // after what was read
    bool is_stopped_ = false;        // the visitor of decode_xml_each returned false
    std::size_t unknown_depth_ = 0;  // the number of unknown elements that are open
    index unknown_context_ = recorded_pattern::none;  // the node of the innermost of them
    recorded_pattern pattern_{};

  private:
    // A step does not know which other members were there: those of a union are never recorded, and those of a
    // map's entry only with the key before the value, and without texts of unknown elements in between.
    static bool is_recordable(const open_value& around, const member_schema& row) noexcept {
        if (row.is_of_union) return false;
        return !around.structure->is_entry ||
               (row.index == 0 ? !around.seen.has(1) : around.seen.has(0));
    }

    // Returns the node of the open value at a depth.
    index context(std::size_t depth) noexcept {
        if (!pattern_.is_active()) return recorded_pattern::none;
        if (depth == 1) return recorded_pattern::root;
        open_value& open = values_.at_depth(depth);
        if (open.context == recorded_pattern::none) open.context = find_context(depth);
        return open.context;
    }

    index find_context(std::size_t depth) noexcept {
        const open_value& open = values_.at_depth(depth);
        const open_value& around = values_.at_depth(depth - 1);
        const index outer = context(depth - 1);
        const bool is_item = around.structure == nullptr;
        const std::size_t outside = in_.depth() - unknown_depth_ - values_.depth();
        const std::string_view name = in_.open_elements().name_at(outside + depth - 1);
        // The value of an indirect member, or an item of a flattened list, is not at an offset.
        if (outer == recorded_pattern::none || declares_namespace(name) ||
            open.row->type->indirect_size != 0 ||
            (!is_item &&
             (open.value != open.row->in(around.value) || !is_recordable(around, *open.row))))
            return recorded_pattern::none;
        return pattern_.node_of(outer, open.row, name,
                                is_item ? 0 : pattern_[outer].offset + open.row->offset);
    }

    // Whether the start tag of that name may declare a namespace, which is then valid in this element alone. A
    // tag that is longer than a literal is not searched: that may be done for each text in the element.
    bool declares_namespace(std::string_view name) const noexcept {
        const char* const last = name.data() + name.size();
        if (*last != ' ') return *last != '>';
        const bool is_long = static_cast<std::size_t>(end_ - last) > recorded_pattern::max_literal;
        const char* const end = is_long ? last + recorded_pattern::max_literal : end_;
        return fast_text::find_attribute_end(last, end) == nullptr;
    }

    // Record what a tag at at_ changes.
    void record_open() noexcept {
        if (!pattern_.is_recording()) return;
        pattern_.add(recorded_change::open, at_, context(values_.depth()));
    }
    void record_item() noexcept {
        if (!pattern_.is_recording()) return;
        const open_value& list = values_.top();
        pattern_.add(
            list.is_visited ? recorded_change::add_visited_item : recorded_change::add_item, at_,
            context(values_.depth()));
    }
    void record_close(const char* next) noexcept {
        if (!pattern_.is_recording()) return;
        const open_value& closed = values_.top();
        const index node = context(values_.depth());
        if (node == recorded_pattern::none) return pattern_.stop();
        // The item of a list may be a list itself.
        if (closed.structure == nullptr && !closed.is_visited)
            pattern_.add(recorded_change::close_list, at_, node);
        if (closed.is_shown)
            pattern_.add_visited_end(at_, next, node);
        else if (values_.at_depth(values_.depth() - 1).structure == nullptr)
            pattern_.add(recorded_change::close_item, at_, node);
    }
};

}  // namespace ec2wire::detail

#endif
