#ifndef EC2WIRE_ENGINE_JSON_PATTERN_HPP
#define EC2WIRE_ENGINE_JSON_PATTERN_HPP

#include <ec2wire/engine/json_level.hpp>
#include <ec2wire/shape/schema.hpp>

#include <cstddef>
#include <cstdint>

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

    // Begins an element. Only one list is recorded at a time, the outermost, whose level this is. Its first
    // element is not recorded, because many lists have only one.
    void begin_element(const json_level* list) noexcept {
        if (list_ == nullptr)
            list_ = list;
        else if (list == list_)
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
        if (top != list_ + 1) {
            forget();
            return false;
        }
        if (state_ == state::ready && row == first_) return true;
        if (state_ == state::recording && row == first_ && steps_ != 0) {
            state_ = state::ready;
            misses_ = 0;
            return true;
        }
        first_ = row;
        steps_ = actions_ = 0;
        state_ = state::recording;
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
    const member_schema* first_ = nullptr;
    const char* last_ = nullptr;
    std::size_t steps_ = 0;
    std::size_t actions_ = 0;
    // Not initialized: steps_ and actions_ count their elements.
    json_step all_steps_[max_steps];
    json_action all_actions_[max_actions];
};

// Replaces the pattern where the reader cannot compare bytes.
struct no_json_pattern {
    void begin_element(const json_level*) noexcept {}
    void end_list(const json_level*) noexcept {}
    void forget() noexcept {}
};

}  // namespace ec2wire::detail

#endif
