#ifndef EC2WIRE_ENGINE_RECORDED_PATTERN_HPP
#define EC2WIRE_ENGINE_RECORDED_PATTERN_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/engine/fast_text.hpp>
#include <ec2wire/shape/schema.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire::detail {

// The bytes between two texts of a document, recorded when they were read tag by tag, so that later items can
// be compared with them as a whole. A node stands for a member in a particular parent (its context, which is
// a node too); `row` is the member's entry in its table. A few steps lead from each node to the next text:
//
//   <name>stopping</name></currentState><previousState><code>16</code>
//                 -------------------------------------------           the literal of a step
//                  close                open                code        its actions, and the next text
//
// Among the at most eight steps of a node, one is found by its literal alone, so an item may lack members that
// others have, and lists may differ in length: new bytes are read tag by tag, once. All members that are open
// follow from the node, so when a step is followed, only what else may differ between items is checked again:
// that no member is there twice, that a union has one member, an entry of a map its key and value, and an end
// tag of an unknown element its name.

enum class step_action : std::uint8_t {
    open,           // the start tag of a member that is a structure, a list or a map
    open_item,      // the start tag of an item that is not a scalar
    close,          // an end tag
    empty,          // a member without content: <tagSet/>
    open_unknown,   // the start tag of an unknown element with child elements
    close_unknown,  // and its end tag
};

struct recorded_action {
    const member_schema* row;
    // Offsets in the literal: of the tag with the white space before, of its name, and of what follows it.
    std::uint16_t tag;
    std::uint16_t name;
    std::uint16_t next;
    std::uint16_t context;  // the node of the value that is opened; 0 if the tag opens none
    std::uint8_t name_size;
    step_action what;
};

struct recorded_step {
    const char* literal;  // in the document
    std::uint32_t size;
    std::uint32_t tag;          // the offset of the last start tag, with the white space before
    const member_schema* next;  // whose text follows; null for an unknown element
    std::uint16_t next_node;
    std::uint16_t name_size;         // of the last start tag's name
    std::uint16_t next_alternative;  // another step from the same node; 0 if there is none
    std::uint16_t first_action;
    std::uint16_t action_count;
};

class recorded_pattern {
  public:
    using index = std::uint16_t;

    // Not defaulted: {} would then zero all of its 30 KB.
    recorded_pattern() noexcept {}

    // Initializes the table of nodes: called once, before the first node_of().
    void initialize() noexcept {
        for (index& node : table_) node = 0;
    }

    // Limits above what EC2's replies need. Whatever exceeds them is read tag by tag.
    static constexpr index max_nodes = 256;
    static constexpr index max_steps = 256;
    static constexpr index max_actions = 640;
    static constexpr int max_alternatives = 8;  // steps from one node
    static constexpr std::size_t max_literal = 1024;
    static constexpr std::size_t max_name = 255;

    // The node that is the context of the root's members.
    static constexpr index root = 1;

    // Returns the node of a member or an item in a context. An unknown element has no row but a label, which
    // unknown_label() returns. 0 if there is no room.
    index node_of(index context, const member_schema* row, std::uint32_t label = 0) noexcept {
        if (context == 0) return 0;
        std::size_t slot = hash_of(context, row, label);
        while (table_[slot] != 0 && !nodes_[table_[slot]].is_of(context, row, label))
            slot = (slot + 1) % table_size;
        if (table_[slot] != 0) return table_[slot];
        if (node_count_ == max_nodes) return 0;
        nodes_[node_count_] = {row, label, context, 0};
        return table_[slot] = node_count_++;
    }

    // Distinguishes the unknown elements of a value: by the number of unknown elements around them, and by a
    // hash of their name. If two names have the same hash, their steps still differ in the literals.
    EC2WIRE_WRAPS static std::uint32_t unknown_label(std::string_view name,
                                                     std::size_t depth) noexcept {
        std::uint32_t hash = 1;
        for (const char c : name) hash = hash * 31 + static_cast<unsigned char>(c);
        return hash << 8 | static_cast<std::uint32_t>(depth & 0xFF);
    }

    // Returns the step from a node whose literal is at `at`; null if there is none.
    EC2WIRE_ALWAYS_INLINE const recorded_step* find(index node, const char* at,
                                                    const char* end) const noexcept {
        if (node == 0) return nullptr;
        for (index i = nodes_[node].first; i != 0; i = steps_[i].next_alternative)
            if (fast_text::is_literal(at, steps_[i].literal, steps_[i].size, end))
                return &steps_[i];
        return nullptr;
    }

    const recorded_action* actions(const recorded_step& step) const noexcept {
        return actions_ + step.first_action;
    }

    // Records a step: begin(), add() for each tag, and commit() at the next text. The step is dropped if
    // begin() is called again.
    void begin(index from, const char* literal) noexcept {
        from_ = from;
        literal_ = literal;
        recorded_ = 0;
    }
    bool is_recording() const noexcept { return from_ != 0; }
    void stop() noexcept { from_ = 0; }

    // Adds a tag, with the white space before it, and its name. `context` is the node of the value that the
    // tag opens.
    void add(step_action what, const member_schema* row, std::string_view tag,
             std::string_view name, index context = 0) noexcept {
        if (from_ == 0) return;
        const auto offset_of = [this](const char* at) {
            return static_cast<std::uint16_t>(at - literal_);
        };
        if (action_count_ + recorded_ == max_actions || name.size() > max_name ||
            static_cast<std::size_t>(tag.data() - literal_) + tag.size() > max_literal)
            return stop();
        actions_[action_count_ + recorded_++] = {row,
                                                 offset_of(tag.data()),
                                                 offset_of(name.data()),
                                                 offset_of(tag.data() + tag.size()),
                                                 context,
                                                 static_cast<std::uint8_t>(name.size()),
                                                 what};
    }

    // Records the step from the literal's first byte to `text`, the first byte of the next text: `next` and
    // `next_node` are its member and node, `tag` is its start tag with the white space before, and `name_size`
    // the size of that tag's name. The pointers are into the document, which must outlive the pattern.
    void commit(const member_schema* next, index next_node, std::size_t name_size, const char* tag,
                const char* text) noexcept {
        if (from_ == 0) return;
        if (next_node != 0 && step_count_ != max_steps &&
            static_cast<std::size_t>(text - literal_) <= max_literal && name_size <= max_name &&
            has_room_for_alternative()) {
            steps_[step_count_] = {literal_,
                                   static_cast<std::uint32_t>(text - literal_),
                                   static_cast<std::uint32_t>(tag - literal_),
                                   next,
                                   next_node,
                                   static_cast<index>(name_size),
                                   0,
                                   action_count_,
                                   recorded_};
            last_alternative() = step_count_++;
            action_count_ = static_cast<index>(action_count_ + recorded_);
        }
        stop();
    }

  private:
    struct recorded_node {
        const member_schema* row;  // null for an unknown element
        std::uint32_t label;       // 0 if there is a row
        index context;
        index first;  // step

        bool is_of(index other_context, const member_schema* other,
                   std::uint32_t other_label) const noexcept {
            return row == other && context == other_context && label == other_label;
        }
    };

    static constexpr std::size_t table_size = 2 * max_nodes;

    static std::size_t hash_of(index context, const member_schema* row,
                               std::uint32_t label) noexcept {
        return ((std::bit_cast<std::uintptr_t>(row) / 8) ^ (label >> 8) ^ (context * 37U)) %
               table_size;
    }

    index& last_alternative() noexcept {
        index* last = &nodes_[from_].first;
        while (*last != 0) last = &steps_[*last].next_alternative;
        return *last;
    }

    bool has_room_for_alternative() const noexcept {
        int count = 0;
        for (index i = nodes_[from_].first; i != 0; i = steps_[i].next_alternative) ++count;
        return count < max_alternatives;
    }

    index node_count_ = root + 1;  // 0 is none
    index step_count_ = 1;
    index action_count_ = 0;
    index from_ = 0;
    index recorded_ = 0;
    const char* literal_ = nullptr;
    index table_[table_size];
    recorded_node nodes_[max_nodes];
    recorded_step steps_[max_steps];
    recorded_action actions_[max_actions];
};

}  // namespace ec2wire::detail

#endif
