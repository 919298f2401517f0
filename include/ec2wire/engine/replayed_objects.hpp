#ifndef EC2WIRE_ENGINE_REPLAYED_OBJECTS_HPP
#define EC2WIRE_ENGINE_REPLAYED_OBJECTS_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/engine/recorded_pattern.hpp>
#include <ec2wire/engine/xml_values.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/xml/reader.hpp>

#include <cstddef>
#include <cstdint>

namespace ec2wire::detail {

// The response or an item, with the number that replayed_objects gives to it.
struct replayed_object {
    std::byte* value;
    std::uint64_t number;
    const std::byte* mark;  // of the scratch, before an item that is passed to the visitor
};

// The objects that are open during a replay: the response, and the items of lists inside each other. They are
// taken from xml_values when they are needed, the innermost first; leave() restores there what is open at the
// end of the replay.
//
// Each object has a number, which is noted in the nodes of the members that occurred in it. So a member that
// occurs twice is noticed, and nothing has to be cleared for the next item.
class replayed_objects {
  public:
    using index = recorded_pattern::index;

    replayed_objects(xml::reader& in, xml_values& values, recorded_pattern& pattern) noexcept
        : in_(in), values_(values), pattern_(pattern) {}

    // Returns the innermost open object. `unknown_depth` unknown elements are open in it.
    EC2WIRE_NOINLINE replayed_object* enter(std::size_t unknown_depth) noexcept {
        outside_ = in_.depth() - unknown_depth - values_.depth();
        outermost_ = objects_ + recorded_pattern::max_depth;
        take(values_.depth());
        return outermost_;
    }

    // Returns the object around one that was closed.
    replayed_object* close(replayed_object* closed) noexcept {
        if (closed == outermost_) {
            --outermost_;
            take(outermost_depth_ - 1);
        }
        return closed - 1;
    }

    // Returns an object that is opened in another.
    replayed_object* open(replayed_object* around, void* value, const std::byte* mark) noexcept {
        *++around = {static_cast<std::byte*>(value), ++count_, mark};
        return around;
    }

    // Makes xml_values and the reader's open elements what they are in an element, after the element `last`.
    // Returns how many unknown elements are open.
    EC2WIRE_NOINLINE std::size_t leave(index element, const recorded_node& last) noexcept {
        index path[recorded_pattern::max_depth + 1];
        const std::size_t levels = pattern_[element].depth;
        std::size_t level = outermost_depth_ - 1;
        for (std::size_t i = levels + 1; i-- > level; element = pattern_[element].context)
            path[i] = element;
        const std::size_t old_depth = values_.depth();
        const replayed_object* around = outermost_;
        bool is_open = true;  // since before the replay
        for (;; ++level) {
            open_value& open = values_.at_depth(level + 1);
            const index inner =
                level < levels ? path[level + 1] : child_of(path[level], pattern_.index_of(last));
            add_seen(open, path[level], inner, around->number);
            if (level == levels || pattern_[inner].row == nullptr) break;
            const bool is_item = open.structure == nullptr;
            if (is_item) ++around;
            is_open = is_open && !is_item && level + 1 != old_depth &&
                      values_.at_depth(level + 2).context == inner;
            if (is_open) continue;
            const recorded_node& node = pattern_[inner];
            in_.open_elements().close_to(outside_ + level + 1);
            in_.open_elements().open(node.name_view());
            values_.restore(level + 2, *node.row, inner, around->value + node.offset, around->mark);
        }
        values_.close_to(level + 1);
        in_.open_elements().close_to(outside_ + level + 1);
        for (std::size_t i = level; i != levels; ++i)
            in_.open_elements().open(pattern_[path[i + 1]].name_view());
        return levels - level;
    }

  private:
    using open_value = xml_values::open_value;

    // Takes the object in which the value at a depth is, as the outermost.
    EC2WIRE_NOINLINE void take(std::size_t depth) noexcept {
        ++count_;
        note_seen(depth);
        while (depth != 1 && values_.at_depth(depth - 1).structure != nullptr) note_seen(--depth);
        const open_value& open = values_.at_depth(depth);
        *outermost_ = {static_cast<std::byte*>(open.value), count_, open.mark};
        outermost_depth_ = depth;
    }

    // Notes the members that occurred in the value at a depth.
    void note_seen(std::size_t depth) noexcept {
        const open_value& open = values_.at_depth(depth);
        if (open.structure == nullptr) return;
        const index element = depth == 1 ? recorded_pattern::root : open.context;
        for (index i = pattern_[element].first_child; i != recorded_pattern::none;) {
            recorded_node& node = pattern_[i];
            if (open.seen.has(node.row->index)) node.last_object = count_;
            i = node.next_sibling;
        }
    }

    // Adds the members that occurred in an object to those of a value in it. `last` is the last of them.
    void add_seen(open_value& open, index element, index last, std::uint64_t object) noexcept {
        if (open.structure == nullptr) return;
        for (index i = pattern_[element].first_child; i != recorded_pattern::none;) {
            const recorded_node& node = pattern_[i];
            if (node.last_object == object) open.seen.add(node.row->index);
            i = node.next_sibling;
        }
        if (last != recorded_pattern::none && pattern_[last].row != nullptr)
            open.expected = pattern_[last].row->index + 1U;
    }

    // Returns the node in an element that a node is, or is inside of; none if it is elsewhere.
    index child_of(index element, index node) noexcept {
        while (node != recorded_pattern::none && pattern_[node].context != element)
            node = pattern_[node].context;
        return node;
    }

    xml::reader& in_;
    xml_values& values_;
    recorded_pattern& pattern_;
    std::uint64_t count_ = 0;          // of all objects
    std::size_t outside_ = 0;          // the number of open elements around the response's
    std::size_t outermost_depth_ = 0;  // in xml_values
    replayed_object* outermost_ = nullptr;
    // From the middle on, the objects in each other; before, those around them.
    replayed_object objects_[2 * recorded_pattern::max_depth + 1];
};

}  // namespace ec2wire::detail

#endif
