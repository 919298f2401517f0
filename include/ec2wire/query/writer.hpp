#ifndef EC2WIRE_QUERY_WRITER_HPP
#define EC2WIRE_QUERY_WRITER_HPP

#include <ec2wire/core/byte_range.hpp>
#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/query/list_index.hpp>
#include <ec2wire/query/percent.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
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

// A whole key, from its first segment on.
template <class Sink>
[[gnu::noinline]] constexpr void put_key(Sink& sink, const key& path) noexcept {
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

// Counts the characters that a writer will write, in 64 bits: many views of one text may be longer
// together than a std::size_t of 32 bits says.
class measurer {
  public:
    static constexpr bool is_measuring = true;  // and nothing is written

    constexpr measurer() noexcept = default;

    // Of a query that goes to `output`: overlaps_output() tells whether what was put lies there.
    constexpr explicit measurer(byte_range output) noexcept : output_(output) {}

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
        const std::uint64_t before = size_;
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
        see(text.data(), text.size());
        const bool is_plain = is_unreserved(text);
        size_ += is_plain ? text.size() : percent_size(text);
        is_plain_ &= is_plain;
        return is_plain;
    }

    // The texts of a list, if none of them needs an escape; else false, and nothing was put. Whether
    // one does is asked once, at the end.
    template <class Text>
    constexpr bool put_plain(std::span<const Text> list) {
        if (std::is_constant_evaluated()) return false;
        std::uint64_t size = 0;
        const byte_range output = output_;
        const bool is_watched = std::is_trivially_copyable_v<Text> && !output.is_empty();
        if (!(is_watched ? are_unreserved(list, size,
                                          [=](const char* begin, std::size_t max_size) {
                                              return output.overlaps({begin, max_size});
                                          })
                         : are_unreserved(list, size, [](auto, auto) { return false; })))
            return false;
        size_ += size;
        return true;
    }

    // Bytes of the request whose text is put in pieces, or that hold its elements.
    constexpr void see(const void* first, std::size_t size) noexcept {
        if (!std::is_constant_evaluated() && output_.overlaps({first, size}))
            overlaps_output_ = true;
    }

    // Whether bytes that were put or seen lie in the output: writing would change them.
    constexpr bool overlaps_output() const noexcept { return overlaps_output_; }

    // Characters so far.
    constexpr std::uint64_t size() const noexcept { return size_; }
    // Whether nothing was put yet.
    constexpr bool is_empty() const noexcept { return size_ == 0; }

    // Whether nothing that was put needs an escape.
    constexpr bool is_plain() const noexcept { return is_plain_; }

  private:
    std::uint64_t size_ = 0;
    byte_range output_{};
    bool is_plain_ = true;
    bool overlaps_output_ = false;
};

// Writes what a measurer has measured.
class writer {
  public:
    static constexpr bool is_measuring = false;  // the size is known

    // Writes to `out` what was measured, at most max_text_size, and nothing beyond it.
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
            index.keeps_digits() && limit_ - out_ >= 8) {
            const std::uint64_t digits = index.digits();
            __builtin_memcpy(out_, &digits, 8);
            out_ += index.size();
        } else {
            const integer_text digits(index.value());
            for (const char c : digits.view()) *out_++ = c;
            *out_++ = '=';
        }
    }
    // Text that may need escapes.
    constexpr void put_escaped(std::string_view text) noexcept {
        if (is_plain_)
            put(text);
        else
            out_ = write_percent(text, out_, limit_);
    }

    // Where the next character goes.
    constexpr const char* end() const noexcept { return out_; }

    // The pairs of a list from `index` on, as far as it can be done with a few stores each: where no
    // text needs an escape and each is of 16 to 32 characters, or there is room to write more than is
    // needed. Each begins with `begin`, which was put before.
    //
    //   &InstanceId.    19=    i-1234567890abcdef0
    //   begin           digits
    template <class Text>
    [[gnu::noinline]] void put_pairs(std::span<const Text> list, list_index& index,
                                     std::string_view begin) {
        if (std::endian::native != std::endian::little || !is_plain_ || begin.size() > 32 ||
            limit_ - begin.data() < 32 || !index.keeps_digits())
            return;
        using detail::short_block;
        const auto begin_front = short_block::load(begin.data());
        const auto begin_back = short_block::load(begin.data() + 16);
        list_index here = index;  // in registers, as is the next
        char* out = out_;
        for (; !here.is_end(); here.advance()) {
            const std::string_view text(list[here.value() - 1]);
            const bool is_middling = text.size() - 16 <= 16;
            if (!is_middling && (text.size() > 32 || limit_ - out < 64)) break;
            begin_front.store(out);
            if (begin.size() > 16) begin_back.store(out + 16);
            const std::uint64_t digits = here.digits();
            __builtin_memcpy(out + begin.size(), &digits, 8);
            out += begin.size() + here.size();
            out = is_middling ? ec2wire::detail::copy_ends<16>(text.data(), text.size(), out)
                              : copy_bytes(text.data(), text.size(), out);
        }
        index = here;
        out_ = out;
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
