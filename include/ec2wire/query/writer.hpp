#ifndef EC2WIRE_QUERY_WRITER_HPP
#define EC2WIRE_QUERY_WRITER_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/query/percent.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

namespace ec2wire::query {

// A key as a path of segments, each on the stack of the function that walks to it. A segment is
// escaped already; between two of them is a dot.
//
//   Filter.1.Value.10
//   ------ - ----- --
struct key {
    const key* parent;
    std::string_view segment;
};

// R3. The indices from 1 to `size` in the byte order of their digits: 1, 10, 100, 101, 11, 2, ...
// Walks the numbers as text and as values side by side, so that neither has to be made of the other.
class index_walk {
  public:
    constexpr explicit index_walk(std::size_t size) noexcept : size_(size) {}

    constexpr std::size_t index() const noexcept { return index_; }
    // Behind the digits the array is readable to its end.
    constexpr const std::array<char, 24>& digits() const noexcept { return digits_; }
    constexpr std::size_t digit_count() const noexcept { return count_; }

    // To the next index. There are `size` of them in all.
    constexpr void next() noexcept {
        if (index_ <= size_ / 10) {
            index_ *= 10;
            digits_[count_++] = '0';
            return;
        }
        // What has no further digit goes on in its last one, or above it: 19 to 2, the last to 13.
        if (index_ == size_) shorten();
        while (digits_[count_ - 1] == '9' && count_ > 1) shorten();
        ++index_;
        ++digits_[count_ - 1];
    }

  private:
    constexpr void shorten() noexcept {
        index_ /= 10;
        --count_;
    }

    std::size_t size_;
    std::size_t index_ = 1;
    std::size_t count_ = 1;
    std::array<char, 24> digits_{'1'};
};

// The two sides of writing a query: measurer learns how long it will be, and writer writes it. They
// are driven by the same walk, so the size is exact.

class measurer {
  public:
    static constexpr bool is_measuring = true;

    constexpr void put(std::string_view text) noexcept { size_ += text.size(); }
    template <std::size_t Size>
    constexpr void put_fixed(const char*) noexcept {
        size_ += Size;
    }
    // The first `size` characters of a text, of which sixteen are readable.
    constexpr void put_padded(const char*, std::size_t size) noexcept { size_ += size; }
    // Returns whether the text means the same without escapes.
    constexpr bool put_escaped(std::string_view text) noexcept {
        const std::size_t size = percent_size(text);
        size_ += size;
        is_plain_ &= size == text.size();
        return size == text.size();
    }

    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool is_empty() const noexcept { return size_ == 0; }

    // Whether nothing that was put needs an escape.
    constexpr bool is_plain() const noexcept { return is_plain_; }

  private:
    std::size_t size_ = 0;
    bool is_plain_ = true;
};

class writer {
  public:
    static constexpr bool is_measuring = false;

    // Writes to `out` what was measured, and nothing beyond it.
    constexpr writer(char* out, const measurer& measured) noexcept
        : first_(out), out_(out), limit_(out + measured.size()), is_plain_(measured.is_plain()) {}

    constexpr void put(std::string_view text) noexcept {
        out_ = copy_bytes(text.data(), text.size(), out_);
    }
    template <std::size_t Size>
    constexpr void put_fixed(const char* text) noexcept {
        out_ = copy_bytes(text, Size, out_);
    }
    constexpr void put_padded(const char* text, std::size_t size) noexcept {
        if (!std::is_constant_evaluated() && limit_ - out_ >= 16) {
            __builtin_memcpy(out_, text, 16);
        } else {
            for (std::size_t i = 0; i < size; ++i) out_[i] = text[i];
        }
        out_ += size;
    }
    constexpr void put_escaped(std::string_view text) noexcept {
        if (is_plain_)
            put(text);
        else
            out_ = write_percent(text, out_, limit_);
    }

    constexpr bool is_empty() const noexcept { return out_ == first_; }

  private:
    const char* first_;
    char* out_;
    const char* limit_;
    bool is_plain_;
};

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
template <class Sink, std::size_t Size>
constexpr void begin_pair(Sink& sink, const key* parent,
                          const std::array<char, Size>& text) noexcept {
    if (parent == nullptr && !sink.is_empty()) {
        sink.template put_fixed<Size>(text.data());
        return;
    }
    if (!sink.is_empty()) sink.put("&");
    if (parent != nullptr) {
        put_key(sink, *parent);
        if (Size > 2) sink.put(".");
    }
    sink.template put_fixed<Size - 1>(text.data() + 1);
}

}  // namespace ec2wire::query

#endif
