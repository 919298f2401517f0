#ifndef EC2WIRE_ENGINE_JSON_PATTERN_HPP
#define EC2WIRE_ENGINE_JSON_PATTERN_HPP

#include <ec2wire/engine/json_level.hpp>
#include <ec2wire/shape/schema.hpp>

#include <cstddef>
#include <cstdint>

namespace ec2wire::detail {

// What a literal of a pattern does to the levels around the cursor.
struct json_action {
    enum class kind : std::uint8_t { see, enter, append, leave };
    kind what;
    std::uint32_t index;       // of the member that is seen
    const member_schema* row;  // of the object or array that is entered
};

// The bytes between two scalars, and the scalar behind them.
//
//   "stopping"},"PreviousState":{"Code":16
//             --------------------------
//             leave, see 2, enter PreviousState, see 0
struct json_step {
    const char* literal;
    std::uint32_t size;
    std::uint32_t actions;     // behind the step's last one
    const member_schema* row;  // of the scalar
};

// The steps from the first scalar of a list's element to that of the next. They are recorded once,
// while the decoder reads an element, and then the elements that are printed alike need no parsing
// between their scalars: the bytes are compared.
class json_pattern {
  public:
    json_pattern() noexcept {}  // leaves the arrays as they are

    bool is_ready() const noexcept { return state_ == state::ready; }
    bool is_recording() const noexcept { return state_ == state::recording; }

    // Whether it waits for the next scalar.
    bool wants_scalar() const noexcept { return is_at_element_ || state_ == state::recording; }

    // The elements of one list are compared at a time: of the outermost, whose level this is. The
    // first element is not recorded: many lists have no other.
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

    // A scalar of `row` was decoded from `begin` to `behind`. True if it is the first of an element
    // that the pattern begins with.
    bool see_scalar(const json_level* top, const member_schema* row, const char* begin,
                    const char* behind) noexcept {
        if (state_ == state::recording) record_step(row, begin);
        last_ = behind;
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

    // An element differs from the pattern. After a few, another pattern is recorded.
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
        if (steps_ == max_steps) return forget();
        all_steps_[steps_++] = {last_, static_cast<std::uint32_t>(begin - last_),
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
    // Not initialized: the two sizes say how much of them there is.
    json_step all_steps_[max_steps];
    json_action all_actions_[max_actions];
};

// Stands for a pattern where the reader cannot compare bytes.
struct no_json_pattern {
    void begin_element(const json_level*) noexcept {}
    void end_list(const json_level*) noexcept {}
    void forget() noexcept {}
};

}  // namespace ec2wire::detail

#endif
