#ifndef EC2WIRE_ENGINE_XML_VALUES_HPP
#define EC2WIRE_ENGINE_XML_VALUES_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/engine/xml_decode_options.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace ec2wire::detail {

class xml_declarations;

// Sets an empty member: <reason/>. False if it must not be empty, or there is no memory.
EC2WIRE_NOINLINE inline bool set_empty(const member_schema& row, void* member, scratch& memory) {
    const type_schema& type = *row.type;
    if (type.kind == value_kind::text) return !store_text(type, member, {}, memory);
    if (is_scalar(type.kind)) return !row.is_required && is_absent_scalar(row, {});
    const bool is_entry = type.structure != nullptr && type.structure->is_entry;
    return !is_entry && emplace_in(type, member, memory) != nullptr;
}

// The values of the open elements, from the root's to the innermost: each is a structure, a list or a map
// that is being decoded.
//
//   <StopInstancesResponse><instancesSet><item><instanceId>i-1</instanceId>
//    structure              list          structure                          three are open
//
// The strict reader and the fast path both decode into them, so that each can continue where the other stops.
class xml_values {
  public:
    struct open_value {
        const member_schema* row;  // describes it in the value around it; null for the root
        const structure_schema* structure;  // null for a list or a map
        void* value;
        member_set seen;
        std::uint32_t expected;  // the index of the member that mostly comes next
        std::uint16_t context;   // the node of this value in a recorded_pattern; 0 if
                                 // it was not looked up
        bool is_visited;         // a list whose items are passed to the visitor
        bool is_shown;           // such an item
        const std::byte* mark;   // of the scratch, before the item
    };

    xml_values(scratch& memory, const item_visit& visit) noexcept
        : memory_(memory), visit_(visit) {}

    scratch& memory() const noexcept { return memory_; }
    std::size_t depth() const noexcept { return static_cast<std::size_t>(top_ - open_); }
    open_value& top() noexcept { return *top_; }
    // Returns the open value at a depth, from 1 on.
    open_value& at_depth(std::size_t depth) noexcept { return open_[depth]; }

    void open_root(const structure_schema& structure, void* value) noexcept {
        root_ = value;
        push(nullptr, &structure, value);
    }

    // Opens a member, an item, or the key or value of an entry that is not a scalar, which makes it present.
    // False if there is no memory.
    bool open(const member_schema& row, void* member) {
        void* const value = emplace_in(*row.type, member, memory_);
        if (value == nullptr) return false;
        const bool is_visited = is_visited_list(row);
        push(&row, row.type->structure, value);
        top().is_visited = is_visited;
        return true;
    }

    // Reopens a list of the root that has items already; add_item() returns `partial_item` first.
    void reopen(const member_schema& row, void* list, void* partial_item) noexcept {
        push(&row, nullptr, list);
        partial_item_ = partial_item;
    }

    // Opens the value at a depth, in place of those at this depth and below, that xml_replay has decoded in
    // part. `mark` is of an item that is passed to the visitor.
    void restore(std::size_t depth, const member_schema& row, std::uint16_t context, void* value,
                 const std::byte* mark) noexcept {
        close_to(depth - 1);
        const bool is_visited = is_visited_list(row);
        const bool is_shown = top().is_visited;
        push(&row, row.type->structure, value);
        top().context = context;
        top().is_visited = is_visited;
        top().is_shown = is_shown;
        top().mark = mark;
    }
    void close_to(std::size_t depth) noexcept { top_ = open_ + depth; }

    // Closes the innermost value. False if it was passed to the visitor, which returned false.
    bool close() {
        const open_value& closed = top();
        if (closed.structure == nullptr && !closed.is_visited)
            finish_list(*closed.row->type->list, closed.value, memory_);
        --top_;
        return !closed.is_shown || end_item(closed.mark);
    }

    // P3 (lists). Adds an item to the innermost list or map, or to a flattened one in the innermost
    // structure; null if there is no memory.
    void* add_item() {
        const open_value& list = top();
        if (list.is_visited) return begin_item();
        const list_schema& schema = *list.row->type->list;
        if (partial_item_ == nullptr) return append_element(schema, list.value, memory_);
        if (schema.construct != nullptr) schema.construct(partial_item_);
        return std::exchange(partial_item_, nullptr);
    }
    // Keeps an item that was added in vain, for lack of memory in it: add_item() returns it again.
    void keep_item(void* item) noexcept { partial_item_ = item; }
    void* add_flattened_item(const member_schema& row, void* member) {
        if (is_visited_list(row)) return begin_item();
        const void* list = row.type->get == nullptr ? member : row.type->get(member);
        if (list == nullptr) list = emplace_in(*row.type, member, memory_);
        return append_element(*row.type->list, const_cast<void*>(list), memory_);
    }

    // Whether a member of the innermost structure is the list whose items are visited. A list with the same
    // row deeper in the reply is not.
    bool is_visited_list(const member_schema& row) noexcept {
        return &row == visit_.list && top().value == root_;
    }

    // Passes the item that add_item() returned to the visitor: a scalar at once, ...
    bool end_item() { return end_item(mark_); }
    // ... and a structure when it is closed.
    void show_when_closed() noexcept {
        top().is_shown = true;
        top().mark = mark_;
    }

    // Returns the innermost namespace declarations, maybe of an element that is closed.
    const xml_declarations*& declarations() noexcept { return declarations_; }

    // Return the item to xml_replay, and pass it to the visitor. `mark` is of the scratch before it.
    void* visited_item() const noexcept { return visit_.item; }
    bool end_item(const std::byte* mark) {
        const bool goes_on = visit_.show(visit_.context, visit_.item);
        visit_.clear(visit_.item);
        memory_.rewind(mark);
        declarations_ = outer_declarations_;
        return goes_on;
    }

  private:
    void* begin_item() {
        mark_ = memory_.mark();
        outer_declarations_ = declarations_;
        return visit_.item;
    }

    void push(const member_schema* row, const structure_schema* structure, void* value) noexcept {
        open_value& opened = *++top_;
        opened.row = row;
        opened.structure = structure;
        opened.value = value;
        opened.expected = 0;
        opened.context = 0;
        if (structure != nullptr) opened.seen.clear(structure->count);
        opened.is_visited = opened.is_shown = false;
        opened.mark = nullptr;
    }

    scratch& memory_;
    const item_visit& visit_;
    const std::byte* mark_ = nullptr;
    void* partial_item_ = nullptr;
    void* root_ = nullptr;
    const xml_declarations* declarations_ = nullptr;
    // Those around an item that is passed to the visitor: its own are in memory that is then given back.
    const xml_declarations* outer_declarations_ = nullptr;
    open_value open_[max_depth + 1];  // the first is not used
    open_value* top_ = open_;
};

}  // namespace ec2wire::detail

#endif
