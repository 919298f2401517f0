#ifndef EC2WIRE_QUERY_WRITER_HPP
#define EC2WIRE_QUERY_WRITER_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/query/percent.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace ec2wire::query {

// A key as a path of segments, each on the stack of the function that walks to it. A segment is
// escaped already; between two of them is a dot.
//
//   Filter.1.Value.10
//   ------ - ----- --
struct key {
    const key* parent;         // null for the first segment
    std::string_view segment;  // escaped
};

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

// A whole key, from its first segment on.
template <class Sink>
constexpr void put_key(Sink& sink, const key& path) noexcept {
    if (path.parent != nullptr) {
        put_key(sink, *path.parent);
        sink.put(".");
    }
    sink.put(path.segment);
}

// The part of a pair before its value, or before the rest of its key: an '&' unless it is the first
// pair, the path above, and `text`, which has the '&' in front.
//
//   &Filter.1.Name=    &InstanceId.        with the texts "&Name=" and "&InstanceId."
//
// An element of a list has no segment of its own, so its text has none between '&' and the last
// character.
template <class Sink>
constexpr void begin_pair(Sink& sink, const key* parent, std::string_view text) noexcept {
    if (!sink.is_empty()) sink.put("&");
    if (parent != nullptr) {
        put_key(sink, *parent);
        if (text.size() > 2) sink.put(".");
    }
    sink.put(text.substr(1));
}

// Takes and returns the sink by value: it stays in registers where this is not called.
template <class Sink>
[[gnu::noinline]] constexpr Sink with_nested_pair(Sink sink, const key* parent,
                                                  std::string_view text) noexcept {
    begin_pair(sink, parent, text);
    return sink;
}

// The same, and quick where nothing is above: the size of the text is known.
template <class Sink, std::size_t Size>
constexpr void begin_pair(Sink& sink, const key* parent,
                          const std::array<char, Size>& text) noexcept {
    if (parent != nullptr) {
        sink = with_nested_pair(sink, parent, {text.data(), Size});
    } else if (sink.is_empty()) {
        sink.template put_fixed<Size - 1>(text.data() + 1);
    } else {
        sink.template put_fixed<Size>(text.data());
    }
}

// The two sides of writing a query: measurer learns how long it will be, and writer writes it. They
// are driven by the same walk, so the size is exact.

// Counts what a writer will write.
class measurer {
  public:
    static constexpr bool is_measuring = true;  // and nothing is written

    // Text that needs no escape.
    constexpr void put(std::string_view text) noexcept { size_ += text.size(); }
    template <std::size_t Size>
    constexpr void put_fixed(const char*) noexcept {
        size_ += Size;
    }
    // All that `count` pairs have before their values, whose keys are `begin` and an index: each is
    // as long as the next but for the digits.
    template <class Begin>
    constexpr void put_list_keys(std::size_t count, const key* parent,
                                 const Begin& begin) noexcept {
        if (count == 0) return;
        begin_pair(*this, parent, begin);
        const std::size_t before = size_;
        if (count > 1) begin_pair(*this, parent, begin);
        if (count > 2) size_ += (size_ - before) * (count - 2);
        size_ += count;  // a '=' each
        for (std::size_t first = 1;; first *= 10) {
            size_ += count - first + 1;  // one digit more from here on
            if (first > count / 10) break;
        }
    }
    // Returns whether the text needs no escape.
    constexpr bool put_escaped(std::string_view text) noexcept {
        const bool is_plain = is_unreserved(text);
        size_ += is_plain ? text.size() : percent_size(text);
        is_plain_ &= is_plain;
        return is_plain;
    }

    // The texts of a list, if none of them needs an escape; else false, and nothing was put. Whether
    // one does is asked once, at the end.
    template <class List>
    constexpr bool put_plain(const List& list) noexcept {
        if (std::is_constant_evaluated()) return false;
        detail::plain_texts texts;
        for (const auto& element : list)
            if (!texts.add(element)) return false;
        if (!texts.are_plain()) return false;
        size_ += texts.size();
        return true;
    }

    // Characters so far.
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool is_empty() const noexcept { return size_ == 0; }

    // Whether nothing that was put needs an escape.
    constexpr bool is_plain() const noexcept { return is_plain_; }

  private:
    std::size_t size_ = 0;
    bool is_plain_ = true;
};

// R3. The indices from 1 to `count` in the byte order of their digits. Nine times of ten the next one
// differs in its last digit, so the digits are kept, with the '=' behind them, and counted up.
class list_index {
  public:
    // At 1, of a list of `count` elements.
    constexpr explicit list_index(std::size_t count) noexcept : count_(count) { set_digits(); }

    // The current index, and on to the next.
    constexpr std::size_t value() const noexcept { return index_; }
    constexpr void advance() noexcept {
        if (index_ < last_) {
            ++index_;
            digits_ += last_digit_;
        } else {
            turn();
        }
    }

    // "19=" in so many bytes, the first of them the lowest. More than 8 are not kept.
    constexpr std::uint64_t digits() const noexcept { return digits_; }
    constexpr std::size_t size() const noexcept { return size_; }

  private:
    constexpr void turn() noexcept {
        if (index_ <= count_ / 10 && size_ < 8) {
            last_digit_ <<= 8;
            digits_ += last_digit_ * ('0' + ('=' << 8) - '=');
            index_ *= 10;
            ++size_;
            set_last();
        } else {
            index_ = next_in_byte_order(index_, count_);
            set_digits();
        }
    }

    constexpr void set_digits() noexcept {
        digits_ = '=';
        size_ = 1;
        std::size_t rest = index_;
        do {
            digits_ = digits_ << 8 | ('0' + rest % 10);
            rest /= 10;
            ++size_;
        } while (rest != 0);
        last_digit_ = size_ <= 8 ? std::uint64_t{1} << 8 * (size_ - 2) : 0;
        set_last();
    }

    // The last index that is reached by counting up.
    constexpr void set_last() noexcept {
        last_ = index_ > count_ / 10 ? index_ + 9 - index_ % 10 : index_;
        if (last_ > count_) last_ = count_;
    }

    std::size_t count_;
    std::size_t index_ = 1;
    std::size_t last_ = 1;
    std::size_t size_ = 0;
    std::uint64_t digits_ = 0;
    std::uint64_t last_digit_ = 0;  // one in the place of the last digit
};

// Writes what a measurer has measured.
class writer {
  public:
    static constexpr bool is_measuring = false;  // the size is known

    // Writes to `out` what was measured, and nothing beyond it.
    constexpr writer(char* out, const measurer& measured) noexcept
        : first_(out), out_(out), limit_(out + measured.size()), is_plain_(measured.is_plain()) {}

    // Text that needs no escape.
    constexpr void put(std::string_view text) noexcept {
        out_ = copy_bytes(text.data(), text.size(), out_);
    }
    template <std::size_t Size>
    constexpr void put_fixed(const char* text) noexcept {
        out_ = copy_bytes(text, Size, out_);
    }
    // The last part of a key, with the '=' behind it.
    constexpr void put_index(const list_index& index) noexcept {
        if (!std::is_constant_evaluated() && std::endian::native == std::endian::little &&
            index.size() <= 8 && limit_ - out_ >= 8) {
            const std::uint64_t digits = index.digits();
            __builtin_memcpy(out_, &digits, 8);
            out_ += index.size();
        } else {
            const integer_text digits(index.value());
            for (const char c : digits.view()) *out_++ = c;
            *out_++ = '=';
        }
    }
    constexpr void put_escaped(std::string_view text) noexcept {
        if (is_plain_)
            put(text);
        else
            out_ = write_percent(text, out_, limit_);
    }

    // Whether nothing was written yet.
    constexpr bool is_empty() const noexcept { return out_ == first_; }

  private:
    const char* first_;
    char* out_;
    const char* limit_;
    bool is_plain_;
};

}  // namespace ec2wire::query

#endif
