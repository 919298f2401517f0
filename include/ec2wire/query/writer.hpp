#ifndef EC2WIRE_QUERY_WRITER_HPP
#define EC2WIRE_QUERY_WRITER_HPP

#include <ec2wire/query/percent.hpp>

#include <cstddef>
#include <string_view>

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

// R3. The index after `index` in byte order, of those from 1 to `size`: 1, 10, 100, 101, 11, 2, ...
// Begins at 1, and comes to `size` many.
constexpr std::size_t next_in_byte_order(std::size_t index, std::size_t size) noexcept {
    if (index <= size / 10) return index * 10;
    if (index == size) index /= 10;
    ++index;
    while (index % 10 == 0) index /= 10;
    return index;
}

// The two sides of writing a query: measurer learns how long it will be, and writer writes it. They
// are driven by the same walk, so the size is exact.

class measurer {
  public:
    static constexpr bool is_measuring = true;

    constexpr void put(std::string_view text) noexcept { size_ += text.size(); }
    constexpr void put_escaped(std::string_view text) noexcept { size_ += percent_size(text); }

    constexpr std::size_t size() const noexcept { return size_; }

  private:
    std::size_t size_ = 0;
};

class writer {
  public:
    static constexpr bool is_measuring = false;

    // Writes to `out`, which has room for what was measured.
    constexpr explicit writer(char* out) noexcept : first_(out), out_(out) {}

    constexpr void put(std::string_view text) noexcept {
        for (const char c : text) *out_++ = c;
    }
    constexpr void put_escaped(std::string_view text) noexcept { out_ = write_percent(text, out_); }

    constexpr std::size_t size() const noexcept { return static_cast<std::size_t>(out_ - first_); }

  private:
    char* first_;
    char* out_;
};

template <class Sink>
constexpr void put_key(Sink& sink, const key& path) noexcept {
    if (path.parent != nullptr) {
        put_key(sink, *path.parent);
        sink.put(".");
    }
    sink.put(path.segment);
}

// The part of a pair before its value: an '&' unless it is the first pair, the key and a '='.
template <class Sink>
constexpr void begin_pair(Sink& sink, const key& path) noexcept {
    if (sink.size() != 0) sink.put("&");
    put_key(sink, path);
    sink.put("=");
}

}  // namespace ec2wire::query

#endif
