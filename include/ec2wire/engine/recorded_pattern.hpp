#ifndef EC2WIRE_ENGINE_RECORDED_PATTERN_HPP
#define EC2WIRE_ENGINE_RECORDED_PATTERN_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/engine/fast_text.hpp>
#include <ec2wire/engine/layout.hpp>
#include <ec2wire/shape/schema.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace ec2wire::detail {

// The bytes between two texts of a document, recorded when they were read tag by tag, so that xml_replay can
// compare later bytes with them as a whole. A few steps lead from each text to the next one:
//
//   <name>stopping</name></currentState><previousState><code>16</code>
//                 -------------------------------------------           the literal of a step
//                        close         open                             its tags, and the next text
//
// Among the at most eight steps of a text, one is found by its literal alone, so an item may lack members that
// others have, and lists may differ in length: new bytes are read tag by tag, once.

struct recorded_step;

// An element, identified by the elements around it: what is open around a text follows from its node.
struct recorded_node {
    const member_schema* row;   // null for the root and for an unknown element
    const char* name;           // of the element, in the document
    recorded_step* first_step;  // from its text; null if there is none
    std::uint64_t last_object;  // in which it occurred, by its number: see replayed_objects
    // Of the member, from its object: the nearest item of a list around it, or the response. If the member is
    // a structure or a list, then also of that value.
    std::uint32_t offset;
    std::uint16_t name_size;
    // Indices of nodes, or 0: of the element around it, the first member in it, and the next member in the
    // same element.
    std::uint16_t context;
    std::uint16_t first_child;
    std::uint16_t next_sibling;
    std::uint16_t depth;  // below the root

    std::string_view name_view() const noexcept { return {name, name_size}; }
};

// The change that a tag makes to the objects: none if it is the end tag of a structure, or of an unknown element.
enum class recorded_change : std::uint8_t {
    open,              // makes a member present that is a structure, a list or a map
    empty,             // sets a member without content: <tagSet/>
    add_item,          // adds an object, that is not a scalar, to a list or a map
    add_visited_item,  // the same for a list whose items are passed to the visitor of decode_xml_each
    close_item,
    close_visited_item,  // the offset is that in the literal after the tag
    close_list,          // releases the unused capacity of a list_view
};

// A change as an action of a step.
struct recorded_action {
    recorded_node* node;   // of the member, of the list, or of the item that is closed
    std::uint32_t offset;  // of the member or the list
    std::uint16_t tag;     // the offset in the literal of the tag with the white space before
    recorded_change what;
};

struct recorded_step {
    const char* literal;         // in the document
    recorded_node* next;         // whose text follows
    recorded_step* alternative;  // another step from the same text; null if there is none
    std::uint16_t first_action;
    std::uint16_t action_count;
    std::uint16_t size;  // of the literal
    std::uint16_t tag;   // the offset of the last start tag, with the white space before
};

class recorded_pattern {
  public:
    using index = std::uint16_t;

    // Not defaulted: {} would then zero all of its 30 KB.
    recorded_pattern() noexcept {}

    // Forgets all steps: called where another structure is the root.
    void clear() noexcept { is_active_ = false; }

    // Begins to record, before any other function but is_active().
    void initialize() noexcept {
        for (index& node : table_) node = 0;
        nodes_[none] = nodes_[root] = {};
        node_count_ = root + 1;  // 0 is none
        step_count_ = action_count_ = 0;
        is_active_ = true;
        stop();
    }
    bool is_active() const noexcept { return is_active_; }

    // Limits above what EC2's replies need. Whatever exceeds them is read tag by tag.
    static constexpr index max_nodes = 256;
    static constexpr index max_steps = 256;
    static constexpr index max_actions = 512;
    static constexpr int max_alternatives = 8;  // steps from one text
    static constexpr std::size_t max_literal = 1024;
    static constexpr std::size_t max_name = 255;
    static constexpr std::size_t max_depth = layout::max_depth;

    static constexpr index none = 0;
    static constexpr index root = 1;

    recorded_node& operator[](index node) noexcept { return nodes_[node]; }

    // Returns the node of an element in a context; none if there is no room. An unknown element has no row.
    EC2WIRE_NOINLINE index node_of(index context, const member_schema* row, std::string_view name,
                                   std::uint32_t offset) noexcept {
        if (context == none || name.size() > max_name || nodes_[context].depth == max_depth)
            return none;
        std::size_t slot = hash_of(context, row, name);
        for (; table_[slot] != none; slot = (slot + 1) % table_size) {
            const recorded_node& node = nodes_[table_[slot]];
            if (node.context == context && node.row == row && is_equal(node.name_view(), name))
                return table_[slot];
        }
        if (node_count_ == max_nodes) return none;
        recorded_node& around = nodes_[context];
        recorded_node& added = nodes_[node_count_];
        added = {row,     name.data(),
                 nullptr, 0,
                 offset,  static_cast<std::uint16_t>(name.size()),
                 context, none,
                 none,    static_cast<std::uint16_t>(around.depth + 1)};
        if (row != nullptr) added.next_sibling = std::exchange(around.first_child, node_count_);
        return table_[slot] = node_count_++;
    }

    index index_of(const recorded_node& node) const noexcept {
        return static_cast<index>(&node - nodes_);
    }

    // Returns the step from a node's text whose literal is at `at`; null if there is none.
    EC2WIRE_ALWAYS_INLINE static const recorded_step* find(const recorded_node& node,
                                                           const char* at,
                                                           const char* end) noexcept {
        const recorded_step* step = node.first_step;
        while (step != nullptr && !fast_text::is_literal(at, step->literal, step->size, end))
            step = step->alternative;
        return step;
    }

    const recorded_action* actions(const recorded_step& step) const noexcept {
        return actions_ + step.first_action;
    }

    // Records a step from the text of a node: begin(), add() for each change, and commit() at the next text.
    // The step is dropped if begin() is called again. `literal` is the end of the text.
    void begin(index from, const char* literal) noexcept {
        from_ = from;
        literal_ = literal;
        recorded_ = 0;
    }
    bool is_recording() const noexcept { return from_ != none; }
    void stop() noexcept { from_ = none; }

    // Adds a change by the tag that begins, with the white space before it, at `tag`.
    EC2WIRE_NOINLINE void add(recorded_change what, const char* tag, index node,
                              std::uint32_t offset) noexcept {
        if (from_ == none) return;
        const auto size = static_cast<std::size_t>(tag - literal_);
        if (node == none || action_count_ + recorded_ == max_actions || size > max_literal)
            return stop();
        actions_[action_count_ + recorded_++] = {&nodes_[node], offset,
                                                 static_cast<std::uint16_t>(size), what};
    }
    void add(recorded_change what, const char* tag, index node) noexcept {
        add(what, tag, node, nodes_[node].offset);
    }
    // Adds the end of a visited item, whose end tag is from `tag` to `next`.
    void add_visited_end(const char* tag, const char* next, index node) noexcept {
        add(recorded_change::close_visited_item, tag, node,
            static_cast<std::uint32_t>(next - literal_));
    }

    // Records the step from the literal's first byte to `text`, the first byte of the next text: `next` is its
    // node, and `tag` its start tag with the white space before. The pointers are into the document, which
    // must outlive the pattern.
    EC2WIRE_NOINLINE void commit(index next, const char* tag, const char* text) noexcept {
        const index from = std::exchange(from_, none);
        const auto size = static_cast<std::size_t>(text - literal_);
        if (from == none || next == none || step_count_ == max_steps || size > max_literal) return;
        int count = 0;
        recorded_step** last = &nodes_[from].first_step;
        for (; *last != nullptr; last = &(*last)->alternative) ++count;
        if (count == max_alternatives) return;
        *last = &steps_[step_count_++];
        **last = {literal_,
                  &nodes_[next],
                  nullptr,
                  action_count_,
                  recorded_,
                  static_cast<std::uint16_t>(size),
                  static_cast<std::uint16_t>(tag - literal_)};
        action_count_ = static_cast<index>(action_count_ + recorded_);
    }

  private:
    static constexpr std::size_t table_size = 2 * max_nodes;

    EC2WIRE_WRAPS static std::size_t hash_of(index context, const member_schema* row,
                                             std::string_view name) noexcept {
        std::size_t hash = std::bit_cast<std::uintptr_t>(row) / 8 ^ context * 37U;
        if (row == nullptr)
            for (const char c : name) hash = hash * 31 + static_cast<unsigned char>(c);
        return hash % table_size;
    }

    bool is_active_ = false;
    index node_count_ = 0;
    index step_count_ = 0;
    index action_count_ = 0;
    index from_ = none;
    index recorded_ = 0;
    const char* literal_ = nullptr;
    index table_[table_size];
    recorded_node nodes_[max_nodes];
    recorded_step steps_[max_steps];
    recorded_action actions_[max_actions];
};

}  // namespace ec2wire::detail

#endif
