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
    constexpr explicit list_index(std::size_t count) noexcept : count_(count) {
        if (count == 0)
            index_ = 0;
        else
            set_last(1);
    }

    // The current one.
    constexpr std::size_t value() const noexcept { return index_; }
    // Whether there was no further one.
    constexpr bool is_end() const noexcept { return index_ == 0; }

    // To the next one, or behind the last.
    constexpr void advance() noexcept {
        if (index_ == last_) {
            turn();
        } else {
            ++index_;
            digits_ += step_;
        }
    }

    // Whether they are so few that the digits of each fit, with the '='.
    constexpr bool keeps_digits() const noexcept { return count_ < 10'000'000; }
    // "19=" in so many bytes, the first of them the lowest.
    constexpr std::uint64_t digits() const noexcept { return digits_; }
    constexpr std::size_t size() const noexcept { return size_; }

  private:
    constexpr std::size_t last_digit() const noexcept { return digits_ >> (8 * size_ - 16) & 15; }

    // Goes on from where counting up ends.
    constexpr void turn() noexcept {
        if (!keeps_digits()) {
            index_ = last_ = next_in_byte_order(index_, count_);
            if (index_ == 1) index_ = 0;  // and round again
        } else if (index_ <= count_ / 10) {
            index_ *= 10;  // 19 to 190
            step_ <<= 8;
            digits_ += ('0' + ('=' << 8) - '=') * step_;
            ++size_;
            set_last(0);
        } else {
            do {  // 199 to 2: a digit goes, and each 9 before it
                index_ /= 10;
                if (index_ == 0) return;
                digits_ = (digits_ & (step_ - 1)) | '=' * step_;
                step_ >>= 8;
                --size_;
            } while (last_digit() == 9);
            ++index_;
            digits_ += step_;
            set_last(last_digit());
        }
    }

    // Counting up ends behind a 9, at the end, and with what has a further digit: 1 to 10, not to 2.
    constexpr void set_last(std::size_t last_digit) noexcept {
        last_ = index_;
        if (index_ <= count_ / 10) return;
        last_ += 9 - last_digit;
        if (last_ > count_) last_ = count_;
    }

    std::size_t count_;
    std::size_t index_ = 1;
    std::size_t last_ = 1;    // where counting up ends
    std::size_t size_ = 2;    // of the digits and the '='
    std::uint64_t step_ = 1;  // what a step adds to the digits
    std::uint64_t digits_ = '1' | '=' << 8;
};

}  // namespace ec2wire::query

#endif
