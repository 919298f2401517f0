#ifndef EC2WIRE_QUERY_LIST_INDEX_HPP
#define EC2WIRE_QUERY_LIST_INDEX_HPP

#include <cstddef>
#include <cstdint>

namespace ec2wire::query {

// R3. The index after `index` in the byte order of their digits, of those from 1 to `size`:
// 1, 10, 100, 101, 11, 2, ... Begins at 1, and comes to `size` many.
constexpr std::size_t next_in_byte_order(std::size_t index, std::size_t size) noexcept {
    if (index <= size / 10) return index * 10;
    // What has no further digit goes on in its last one, or above it: 19 to 2, the last to 13.
    if (index == size) index /= 10;
    ++index;
    while (index % 10 == 0) index /= 10;
    return index;
}

// R3. The indices from 1 to `count` in the byte order of their digits. Nine times of ten the next one
// differs in its last digit alone, so the digits are kept, with the '=' behind them, and counted up.
class list_index {
  public:
    // At 1, of a list of `count` elements.
    constexpr explicit list_index(std::size_t count) noexcept : count_(count), left_(count) {
        set_last();
    }

    // The current one.
    constexpr std::size_t value() const noexcept { return index_; }
    // How many indices are to come, with this one.
    constexpr std::size_t left() const noexcept { return left_; }
    // How many of them differ from this one in their last digit alone, with this one. 0 at the end.
    constexpr std::size_t run() const noexcept { return last_ - index_ + 1; }

    // Goes on by `steps`, at most to behind the run.
    constexpr void advance(std::size_t steps = 1) noexcept {
        left_ -= steps;
        index_ += steps;
        digits_ += std::uint64_t{steps} << shift_;
        if (index_ > last_ && left_ != 0) turn();
    }

    // Whether they are so few that the digits of each fit, with the '='.
    constexpr bool keeps_digits() const noexcept { return count_ < 10'000'000; }
    // "19=" in so many bytes, the first of them the lowest.
    constexpr std::uint64_t digits() const noexcept { return digits_; }
    constexpr std::size_t size() const noexcept { return shift_ / 8 + 2; }
    // What a step adds to the digits.
    constexpr std::uint64_t step() const noexcept { return std::uint64_t{1} << shift_; }

  private:
    // From behind the last index of a run to the next run.
    constexpr void turn() noexcept {
        index_ = next_in_byte_order(index_ - 1, count_);
        digits_ = '=';
        shift_ = 0;
        for (std::size_t rest = index_; rest != 0 && keeps_digits(); rest /= 10) {
            digits_ = digits_ << 8 | ('0' + rest % 10);
            if (rest != index_) shift_ += 8;
        }
        set_last();
    }

    // Counting up ends behind a 9, at the end, and with what has a further digit: 1 to 10, not to 2.
    constexpr void set_last() noexcept {
        last_ = index_;
        if (index_ <= count_ / 10) return;
        last_ += 9 - index_ % 10;
        if (last_ > count_) last_ = count_;
    }

    std::size_t count_;
    std::size_t left_;
    std::size_t index_ = 1;
    std::size_t last_ = 1;
    unsigned shift_ = 0;  // to the last digit
    std::uint64_t digits_ = '1' | '=' << 8;
};

}  // namespace ec2wire::query

#endif
