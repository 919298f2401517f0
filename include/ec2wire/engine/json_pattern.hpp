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
    std::uint32_t index;       // of the member that occurs
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
    std::uint32_t actions;     // the end of the step's actions
    const member_schema* row;  // of the scalar
};

// The steps from the first scalar of a list's element to that of the next. They are recorded once, while the
// decoder reads an element. In the elements that follow, the bytes between the scalars are compared with the
// recorded ones and not parsed, as long as they are equal.
class json_pattern {
  public:
    json_pattern() noexcept {}  // does not initialize the arrays

    bool is_ready() const noexcept { return state_ == state::ready; }
    bool is_recording() const noexcept { return state_ == state::recording; }

    // Whether see_scalar() has to be called for the next scalar.
    bool wants_scalar() const noexcept { return is_at_element_ || state_ == state::recording; }

    // Begins an element of a list. Only one list is recorded at a time: the outermost of those that have a
    // second element. The first element is not recorded, because many lists have only one.
    void begin_element(json_level& list) noexcept {
        const bool is_first = !std::exchange(list.has_value, true);
        if (&list != list_) {
            if (is_first || is_at_element_ || state_ != state::empty) return;
            list_ = &list;
        }
        is_at_element_ = true;
    }
    void end_list(const json_level* list) noexcept {
        if (list != list_) return;
        list_ = nullptr;
        state_ = state::empty;
        is_at_element_ = false;
    }

    void record(json_action::kind what, std::size_t index, const member_schema* row) noexcept {
        if (actions_ == max_actions) return forget();
        all_actions_[actions_++] = {what, static_cast<std::uint32_t>(index), row};
    }

    // Records a scalar of `row`, which was decoded from `begin` to `end`. True if it is the first scalar of
    // an element that the pattern can now be compared with.
    bool see_scalar(const json_level* top, const member_schema* row, const char* begin,
                    const char* end) noexcept {
        if (state_ == state::recording) record_step(row, begin);
        last_ = end;
        if (!is_at_element_) return false;
        is_at_element_ = false;
        if (row == first_ && has_same_path(top)) {
            if (state_ == state::ready) return true;
            if (state_ == state::recording && steps_ != 0) {
                state_ = state::ready;
                misses_ = 0;
                return true;
            }
        }
        begin_recording(top, row);
        return false;
    }

    // Counts an element that differs from the pattern. After five in a row another pattern is recorded.
    void miss() noexcept {
        if (++misses_ > max_misses) forget();
    }
    void hit() noexcept { misses_ = 0; }

    void forget() noexcept { state_ = state::empty; }

    std::size_t size() const noexcept { return steps_; }
    const json_step& step(std::size_t i) const noexcept { return all_steps_[i]; }
    const json_action* actions() const noexcept { return all_actions_; }

  private:
    enum class state : std::uint8_t { empty, recording, ready };
    static constexpr std::size_t max_steps = 128;
    static constexpr std::size_t max_actions = 384;
    static constexpr unsigned max_misses = 4;
    // The most levels from the element to its first scalar: {"CurrentState":{"Code":16 has two.
    static constexpr std::size_t max_path = 4;

    // Records from the first scalar of an element on, if it is not too deep in it.
    void begin_recording(const json_level* top, const member_schema* row) noexcept {
        first_ = row;
        path_size_ = static_cast<std::size_t>(top - list_);
        steps_ = actions_ = 0;
        state_ = path_size_ > max_path ? state::empty : state::recording;
        for (std::size_t i = 0; i < path_size_ && i < max_path; ++i) path_[i] = list_[i + 1].member;
    }

    // Whether the first scalar of an element is where that of the recorded element is.
    bool has_same_path(const json_level* top) const noexcept {
        if (path_size_ != static_cast<std::size_t>(top - list_)) return false;
        for (std::size_t i = 0; i < path_size_; ++i)
            if (path_[i] != list_[i + 1].member) return false;
        return true;
    }

    void record_step(const member_schema* row, const char* begin) noexcept {
        const auto size = static_cast<std::size_t>(begin - last_);
        if (steps_ == max_steps || size > UINT32_MAX) return forget();
        all_steps_[steps_++] = {last_, static_cast<std::uint32_t>(size),
                                static_cast<std::uint32_t>(actions_), row};
    }

    state state_ = state::empty;
    bool is_at_element_ = false;
    unsigned misses_ = 0;
    const json_level* list_ = nullptr;
    const member_schema* first_ = nullptr;   // of the recorded element: its first scalar
    const member_schema* path_[max_path]{};  // and the levels that lead to it
    std::size_t path_size_ = 0;
    const char* last_ = nullptr;
    std::size_t steps_ = 0;
    std::size_t actions_ = 0;
    // Not initialized: steps_ and actions_ count their elements.
    json_step all_steps_[max_steps];
    json_action all_actions_[max_actions];
};

// Replaces the pattern where the reader cannot compare bytes.
struct no_json_pattern {
    void begin_element(json_level&) noexcept {}
    void end_list(const json_level*) noexcept {}
    void forget() noexcept {}
};

}  // namespace ec2wire::detail

#endif
