#ifndef EC2WIRE_ENGINE_JSON_PATTERN_HPP
#define EC2WIRE_ENGINE_JSON_PATTERN_HPP

#include <ec2wire/engine/json_level.hpp>
#include <ec2wire/shape/schema.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace ec2wire::detail {

// A change of the open levels that a pattern's literal implies.
struct json_action {
    enum class kind : std::uint8_t { see, enter, append, leave };
    kind what;
    std::uint32_t index;       // of the member that occurs, or the node of the level that is opened
    const member_schema* row;  // of the object or array that is opened
};

// The bytes between two scalars, and the scalar after them.
//
//   "stopping"},"PreviousState":{"Code":16
//             --------------------------
//             leave, see 2, enter PreviousState, see 0
struct json_step {
    const char* literal;
    std::uint32_t size;
    std::uint16_t actions;     // the end of the step's actions
    json_node node;            // of the level that has the scalar
    const member_schema* row;  // of the scalar
};

// The steps from the first scalar of a list's element to that of the next. They are recorded once, while the
// decoder reads an element. In the elements that follow, the bytes between the scalars are compared with the
// recorded ones and not parsed. Where they differ, values are parsed up to the next scalar that was recorded.
class json_pattern {
  public:
    json_pattern() noexcept {}  // does not initialize the arrays

    bool is_recording() const noexcept { return state_ == state::recording; }

    // Whether see_scalar() has to be called for the next scalar.
    bool wants_scalar() const noexcept {
        return is_at_element_ || is_parsing_ || state_ == state::recording;
    }

    // Begins an element of a list. Only one list is recorded at a time: the outermost of those that have a
    // second element. The first element is not recorded, because many lists have only one.
    void begin_element(json_level& list) noexcept {
        const bool is_first = !std::exchange(list.has_value, true);
        if (&list != list_) {
            if (is_first || is_at_element_ || state_ != state::empty) return;
            list_ = &list;
        }
        is_at_element_ = true;
        has_missed_ = false;
    }
    void end_list(const json_level* list) noexcept {
        if (list != list_) return;
        list_ = nullptr;
        is_at_element_ = false;
        forget();
    }

    // Returns the node of a level that is opened for `row` inside `outside`.
    json_node node_in(const json_level& outside, const member_schema* row) noexcept {
        if (state_ == state::empty) return no_json_node;
        return &outside == list_ ? json_node{0} : node_in(outside.node, row);
    }

    void record(json_action::kind what, std::size_t index, const member_schema* row) noexcept {
        if (actions_ == max_actions) return forget();
        all_actions_[actions_++] = {what, static_cast<std::uint32_t>(index), row};
    }

    // Records a scalar of `row`, which was decoded from `begin` to `end`, or finds it in the pattern. Returns
    // the index of the step after it; size() if there is none.
    std::size_t see_scalar(json_level* top, const member_schema* row, const char* begin,
                           const char* end) noexcept {
        if (state_ == state::recording) record_step(top->node, row, begin);
        last_ = end;
        const bool is_first = std::exchange(is_at_element_, false);
        if (state_ == state::ready) return find_step_after(top->node, row);
        if (!is_first) return steps_;
        if (state_ == state::recording && row == first_ && top->node == first_node_) {
            state_ = state::ready;
            misses_ = 0;
            return 0;
        }
        begin_recording(top, row);
        return steps_;
    }

    // Marks the element as different from the pattern, first at this step. After five in a row another
    // pattern is recorded.
    void miss(std::size_t step) noexcept {
        next_ = step;
        is_parsing_ = true;
        if (!std::exchange(has_missed_, true) && ++misses_ > max_misses) forget();
    }
    // Ends an element, whose last step matched.
    void end_element() noexcept {
        if (!std::exchange(has_missed_, false)) misses_ = 0;
    }

    void forget() noexcept {
        state_ = state::empty;
        is_parsing_ = false;
    }

    std::size_t size() const noexcept { return steps_; }
    const json_step& step(std::size_t i) const noexcept { return all_steps_[i]; }
    // Returns the first action of a step.
    const json_action* actions_of(std::size_t step) const noexcept {
        return all_actions_ + (step == 0 ? 0 : all_steps_[step - 1].actions);
    }
    const json_action* end_of_actions(const json_step& step) const noexcept {
        return all_actions_ + step.actions;
    }

  private:
    enum class state : std::uint8_t { empty, recording, ready };
    static constexpr std::size_t max_steps = 128;
    static constexpr std::size_t max_actions = 384;
    static constexpr std::size_t max_nodes = 64;
    static constexpr unsigned max_misses = 4;

    // Records from the first scalar of an element on.
    void begin_recording(json_level* top, const member_schema* row) noexcept {
        steps_ = actions_ = 0;
        nodes_ = 1;
        state_ = state::recording;
        is_parsing_ = false;
        for (json_level* level = list_ + 1; level <= top; ++level)
            level->node = node_in(level[-1], level->member);
        first_ = row;
        first_node_ = top->node;
    }

    void record_step(json_node node, const member_schema* row, const char* begin) noexcept {
        const auto size = static_cast<std::size_t>(begin - last_);
        if (steps_ == max_steps || size > UINT32_MAX || node == no_json_node) return forget();
        all_steps_[steps_++] = {last_, static_cast<std::uint32_t>(size),
                                static_cast<std::uint16_t>(actions_), node, row};
    }

    // Returns the node for a row inside another node, and adds it if the pattern is being recorded.
    json_node node_in(json_node outside, const member_schema* row) noexcept {
        if (outside == no_json_node) return no_json_node;
        for (std::size_t i = 1; i < nodes_; ++i)
            if (all_nodes_[i].row == row && all_nodes_[i].outside == outside)
                return static_cast<json_node>(i);
        if (state_ != state::recording || nodes_ == max_nodes) return no_json_node;
        all_nodes_[nodes_] = {row, outside};
        return static_cast<json_node>(nodes_++);
    }

    // Finds the step whose scalar is in that place, from the step that differed on, and then before it.
    std::size_t find_step_after(json_node node, const member_schema* row) noexcept {
        if (node == no_json_node) return steps_;
        const auto is_here = [&](std::size_t i) {
            return all_steps_[i].row == row && all_steps_[i].node == node;
        };
        std::size_t found = is_parsing_ ? next_ : steps_ - 1;
        while (found < steps_ && !is_here(found)) ++found;
        if (found == steps_) {
            found = is_parsing_ ? next_ : steps_;
            do {
                if (found == 0) return steps_;
            } while (!is_here(--found));
        }
        is_parsing_ = false;
        return found + 1 == steps_ ? 0 : found + 1;
    }

    struct level_node {
        const member_schema* row;
        json_node outside;
    };

    state state_ = state::empty;
    bool is_at_element_ = false;
    bool has_missed_ = false;  // the element differs from the pattern
    bool is_parsing_ = false;  // after a miss, up to the next scalar that is in the pattern
    unsigned misses_ = 0;
    std::size_t next_ = 0;  // the step that differed
    json_level* list_ = nullptr;
    const member_schema* first_ = nullptr;
    json_node first_node_ = no_json_node;
    const char* last_ = nullptr;
    std::size_t steps_ = 0;
    std::size_t actions_ = 0;
    std::size_t nodes_ = 1;  // the first is that of the element
    // Not initialized: steps_, actions_ and nodes_ count their elements.
    json_step all_steps_[max_steps];
    json_action all_actions_[max_actions];
    level_node all_nodes_[max_nodes];
};

// Replaces the pattern where the reader cannot compare bytes.
struct no_json_pattern {
    void begin_element(json_level&) noexcept {}
    json_node node_in(const json_level&, const member_schema*) noexcept { return no_json_node; }
    void end_list(const json_level*) noexcept {}
    void forget() noexcept {}
};

}  // namespace ec2wire::detail

#endif
