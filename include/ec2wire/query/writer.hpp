#ifndef EC2WIRE_QUERY_WRITER_HPP
#define EC2WIRE_QUERY_WRITER_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/query/key_order.hpp>
#include <ec2wire/query/percent.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>

namespace ec2wire::query {

// A key, or the beginning of one, on the stack of the function that walks to it: what is above it, the
// digits of an index, and text that is escaped already.
//
//   Filter.1.Value.10=
//   ------- -------     above of each, with the dot
struct key {
    // Of its three parts, which must outlive it.
    key(key* above_it, std::string_view index_digits, std::string_view escaped) noexcept
        : above(above_it),
          index(index_digits),
          text(escaped),
          size((above_it != nullptr ? above_it->size : 0) + index_digits.size() + escaped.size()) {}

    key* above;                     // null for the first part
    std::string_view index;         // digits, or empty
    std::string_view text;          // escaped, with its '.' or '='
    std::uint64_t size;             // from the first part on
    const char* written = nullptr;  // where it stands in the query, behind an '&'
};

// How many bytes can be read where the text of a key begins, however short it is: with a size that is
// known, it is copied by two loads and two stores.
inline constexpr std::size_t text_room = 32;

// The two sides of writing a query: size_counter learns how long it will be, and writer writes it.
// They are driven by the same walk, so the size is exact.

// Counts the characters that a writer will write, in 64 bits: many views of one text may be longer
// together than a std::size_t of 32 bits says.
class size_counter {
  public:
    size_counter() noexcept = default;

    // Of a query that goes to `output`: overlaps_output() tells whether what was put lies there.
    explicit size_counter(byte_range output) noexcept : output_(output) {}

    // A pair without its value: the '&', the key above, and the rest of the key.
    void put_key(const key* above, std::string_view text) noexcept {
        size_ += 1 + (above != nullptr ? above->size : 0) + text.size();
    }

    // A whole key.
    void put_key(const key& path) noexcept { put_key(&path, {}); }

    // The keys of `count` pairs: `path`, an index and a '=' each.
    void put_list_keys(std::size_t count, const key& path) noexcept {
        if (count == 0) return;
        size_ += (path.size + 2) * count;
        for (std::size_t first = 1;; first *= 10) {
            size_ += count - first + 1;  // one digit more from here on
            if (first > count / 10) break;
        }
    }

    // A value. Returns whether it needs no escape.
    bool put_escaped(std::string_view text) noexcept {
        see(text.data(), text.size());
        const bool is_plain = is_unreserved(text);
        size_ += is_plain ? text.size() : percent_size(text);
        is_plain_ &= is_plain;
        return is_plain;
    }

    // The values of a list, if none of them needs an escape; else false, and nothing was put. Whether
    // one does is asked once, at the end.
    template <class Text>
    bool put_plain(std::span<const Text> list) {
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
    void see(const void* first, std::size_t size) noexcept {
        if (output_.overlaps({first, size})) overlaps_output_ = true;
    }

    // Whether bytes that were put or seen lie in the output: writing would change them.
    bool overlaps_output() const noexcept { return overlaps_output_; }

    // A value that needs no escape.
    void put_plain(std::string_view text) noexcept { size_ += text.size(); }

    // Characters so far. There is an '&' less than there are pairs.
    std::uint64_t size() const noexcept { return size_ == 0 ? 0 : size_ - 1; }

    // Whether nothing that was put needs an escape.
    bool is_plain() const noexcept { return is_plain_; }

  private:
    std::uint64_t size_ = 0;
    byte_range output_{};
    bool is_plain_ = true;
    bool overlaps_output_ = false;
};

// Writes what a size_counter has counted.
class writer {
  public:
    // Writes to `out` what was counted, at most max_text_size, and nothing beyond it.
    writer(char* out, const size_counter& counted) noexcept
        : first_(out), out_(out), limit_(out + counted.size()), is_plain_(counted.is_plain()) {}

    // A pair without its value: an '&' unless it is the first pair, the key above, and the rest of the
    // key, of which text_room bytes can be read.
    void put_key(key* above, std::string_view text) noexcept {
        if (above != nullptr) put_key(*above);
        char* out = out_;  // in a register, where no character is taken for a part of it
        if (above == nullptr && out != first_) *out++ = '&';
        if (text.size() <= text_room && limit_ - out >= std::ptrdiff_t{text_room}) {
            std::memcpy(out, text.data(), text_room);
            out_ = out + text.size();
        } else {
            out_ = copy_bytes(text.data(), text.size(), out);
        }
    }

    // The same of a key that is whole.
    EC2WIRE_NOINLINE void put_key(key& path) noexcept {
        if (path.written != nullptr)
            return put({path.written, ec2wire::detail::size_of_sum(path.size + 1)});
        const char* const before = out_;
        if (path.above != nullptr)
            put_key(*path.above);
        else
            begin_pair();
        put(path.index);
        put(path.text);
        if (before != first_) path.written = before;
    }

    // R3. The pairs of a list of texts: a key, an index and a text each.
    template <class Text>
    void put_list(std::span<const Text> list, key& path) {
        for (list_index index(list.size()); !index.is_end();) {
            put_key(path);
            put_index(index);
            put_escaped(list[index.value() - 1]);
            index.advance();
            put_pairs(list, index, path);
        }
    }

    // The last part of a key, with the '=' behind it.
    void put_index(const list_index& index) noexcept {
        if (std::endian::native == std::endian::little && index.keeps_digits() &&
            limit_ - out_ >= 8) {
            const std::uint64_t digits = index.digits();
            std::memcpy(out_, &digits, 8);
            out_ += index.size();
        } else {
            const integer_text digits(index.value());
            put(digits.view());
            *out_++ = '=';
        }
    }

    // Text that may need escapes.
    void put_escaped(std::string_view text) noexcept {
        if (is_plain_)
            put(text);
        else
            out_ = write_percent(text, out_, limit_);
    }

    // A value that needs no escape.
    void put_plain(std::string_view text) noexcept { put(text); }

    // The pairs of a list from `index` on, as far as it can be done with a few stores each: where no
    // text needs an escape and each is of 16 to 32 characters, or there is room to write more than is
    // needed. Each begins with the list's key, which was put before.
    //
    //   &InstanceId.    19=    i-1234567890abcdef0
    //   begin           digits
    template <class Text>
    EC2WIRE_NOINLINE EC2WIRE_WRAPS void put_pairs(std::span<const Text> list, list_index& index,
                                                  const key& path) {
        if (index.is_end() || path.written == nullptr) return;
        const std::string_view begin(path.written, ec2wire::detail::size_of_sum(path.size + 1));
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
            std::memcpy(out + begin.size(), &digits, 8);
            out += begin.size() + here.size();
            out = is_middling ? ec2wire::detail::copy_ends<16>(text.data(), text.size(), out)
                              : copy_bytes(text.data(), text.size(), out);
        }
        index = here;
        out_ = out;
    }

  private:
    void begin_pair() noexcept {
        if (out_ != first_) *out_++ = '&';
    }

    EC2WIRE_NOINLINE void put(std::string_view text) noexcept {
        out_ = copy_bytes(text.data(), text.size(), out_);
    }

    const char* first_;
    char* out_;
    const char* limit_;
    bool is_plain_;
};

}  // namespace ec2wire::query

#endif
