#ifndef EC2WIRE_QUERY_KEY_ORDER_HPP
#define EC2WIRE_QUERY_KEY_ORDER_HPP

#include <ec2wire/query/percent.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace ec2wire::query {

// The keys of a structure in a query, and their order. Computed at compile time, so that nothing is sorted
// when a request is encoded.

// The unescaped parts of a key or of its beginning.
//
//   Force=    InstanceId.    Tags.member.    Action=StopInstances
//   name      name           name item       name   value
struct key_name {
    std::string_view name{};   // of the member
    std::string_view item{};   // the segment between a list's name and its indices, if any
    std::string_view value{};  // the value of a pair that every request has
    bool is_capitalized{};     // the first letter is written in upper case
    bool has_subkeys{};        // a dot and further segments follow
};

// A key or its beginning, escaped.
struct key_text {
    std::string_view text{};      // "Tags.member."
    std::string_view segments{};  // "Tags.member"
    bool has_subkeys{};           // as of its key_name
    std::size_t index{};          // of its key_name
};

// Returns the number of characters of a key's text.
constexpr std::size_t key_text_size(const key_name& key) noexcept {
    const std::size_t item = key.item.empty() ? 0 : 1 + percent_size(key.item);
    return percent_size(key.name) + item + 1 + percent_size(key.value);
}

// Writes key_text_size(key) characters at `out` and returns their end. Up to `limit` may be written.
constexpr char* write_key_text(const key_name& key, char* out, const char* limit) noexcept {
    char& first = *out;
    out = write_percent(key.name, out, limit);
    if (key.is_capitalized && first >= 'a' && first <= 'z')
        first = static_cast<char>(first - ('a' - 'A'));
    if (!key.item.empty()) *out++ = '.';
    out = write_percent(key.item, out, limit);
    *out++ = key.has_subkeys ? '.' : '=';
    return write_percent(key.value, out, limit);
}

// Returns the key that was written at `first`.
constexpr key_text key_text_at(const char* first, const key_name& key, std::size_t index) noexcept {
    const std::size_t size = key_text_size(key);
    return {{first, size}, {first, size - 1 - percent_size(key.value)}, key.has_subkeys, index};
}

// Compares whole keys by their bytes. A dot precedes letters and digits and follows '-' and '%', so it is
// part of the comparison: A.1 precedes AB, and A-B precedes A.1.
constexpr bool goes_before(const key_text& a, const key_text& b) noexcept {
    const std::size_t common =
        a.segments.size() < b.segments.size() ? a.segments.size() : b.segments.size();
    for (std::size_t i = 0; i < common; ++i)
        if (a.segments[i] != b.segments[i]) {
            return static_cast<unsigned char>(a.segments[i]) <
                   static_cast<unsigned char>(b.segments[i]);
        }
    const auto next = [common](const key_text& key) {
        return key.segments.size() > common ? static_cast<int>(key.segments[common])
               : key.has_subkeys            ? static_cast<int>('.')
                                            : -1;
    };
    return next(a) < next(b);
}

// Sorts keys. False if two are the same, or one is a prefix of the other: "A." and "A.member.".
constexpr bool sort_keys(std::span<key_text> keys) noexcept {
    for (std::size_t i = 1; i < keys.size(); ++i)
        for (std::size_t k = i; k > 0 && goes_before(keys[k], keys[k - 1]); --k)
            std::swap(keys[k], keys[k - 1]);
    for (std::size_t i = 1; i < keys.size(); ++i)
        if (!goes_before(keys[i - 1], keys[i])) return false;
    return true;
}

// Returns how many digits the indices from 1 to `count` have together, for a count above 0.
constexpr std::uint64_t count_index_digits(std::size_t count) noexcept {
    std::uint64_t digits = 0;
    for (std::size_t first = 1;; first *= 10) {
        digits += count - first + 1;  // one digit more from here on
        if (first > count / 10) return digits;
    }
}

// R3 (order of lists). Returns the index after `index` in the byte order of their digits, for the indices
// from 1 to `size`: 1, 10, 100, 101, 11, 2, ... Begins with 1, and returns `size` indices.
constexpr std::size_t next_in_byte_order(std::size_t index, std::size_t size) noexcept {
    if (index <= size / 10) return index * 10;
    // An index without a longer one increments its last digit, or a digit before that: 19 to 2, the last to
    // 13.
    if (index == size) index /= 10;
    ++index;
    while (index % 10 == 0) index /= 10;
    return index;
}

// R3 (order of lists). The indices from 1 to `count` in the byte order of their digits. Nine times of ten the
// next one differs in its last digit alone, so the digits are stored, followed by '=', and incremented.
class list_index {
  public:
    // Begins at 1, for a list of `count` elements.
    constexpr explicit list_index(std::size_t count) noexcept : count_(count) {
        if (count == 0)
            index_ = 0;
        else
            set_last(1);
    }

    // Returns the current index.
    constexpr std::size_t value() const noexcept { return index_; }
    // Whether all indices have been visited.
    constexpr bool is_end() const noexcept { return index_ == 0; }

    // Goes to the next index, or to the end.
    constexpr void advance() noexcept {
        if (index_ == last_) {
            turn();
        } else {
            ++index_;
            digits_ += step_;
        }
    }

    // Whether the digits of every index, with the '=', fit into a word.
    constexpr bool keeps_digits() const noexcept { return count_ < 10'000'000; }
    // The digits and '=', such as "19=", the first in the lowest byte; size() is their number.
    constexpr std::uint64_t digits() const noexcept { return digits_; }
    constexpr std::size_t size() const noexcept { return size_; }

  private:
    constexpr std::size_t last_digit() const noexcept { return digits_ >> (8 * size_ - 16) & 15; }

    // Goes to the next index where incrementing the last digit does not give it.
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

    // Incrementing ends after a 9, at the end, and before an index with more digits: 1 is followed by 10, not
    // by 2.
    constexpr void set_last(std::size_t last_digit) noexcept {
        last_ = index_;
        if (index_ <= count_ / 10) return;
        last_ += 9 - last_digit;
        if (last_ > count_) last_ = count_;
    }

    std::size_t count_;
    std::size_t index_ = 1;
    std::size_t last_ = 1;    // where incrementing ends
    std::size_t size_ = 2;    // of the digits and the '='
    std::uint64_t step_ = 1;  // added to the digits for each step
    std::uint64_t digits_ = '1' | '=' << 8;
};

}  // namespace ec2wire::query

#endif
