#ifndef EC2WIRE_QUERY_WRITER_HPP
#define EC2WIRE_QUERY_WRITER_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/utf8.hpp>
#include <ec2wire/query/key_order.hpp>
#include <ec2wire/query/percent.hpp>
#include <ec2wire/query/unreserved.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace ec2wire::query {

// A key, or the beginning of one, on the stack of the function that writes it: its parent, the digits of an
// index, and escaped text.
//
//   Filter.1.Value.10=
//   -------              filter: {nullptr, "", "Filter."}
//          --            first:  {&filter, "1", "."}
//            ---------   tenth:  {&first, "", "Value.10="}
struct key {
    // Takes its three parts, which must outlive it.
    key(key* parent_key, std::string_view index_digits, std::string_view escaped) noexcept
        : parent(parent_key),
          index(index_digits),
          text(escaped),
          size((parent_key != nullptr ? parent_key->size : 0) + index_digits.size() +
               escaped.size()) {}

    key* parent;             // null for the first part
    std::string_view index;  // digits, or empty
    std::string_view text;   // escaped, with its '.' or '='
    std::uint64_t size;      // from the first part on
    // Points to the '&' before the key in the query; null until the key is written behind one.
    const char* written = nullptr;
};

// The number of bytes that the caller of put_key(key*, std::string_view) makes readable from the start of the
// text, however short it is: with a constant size it is copied by two loads and two stores.
inline constexpr std::size_t text_room = 32;

// Writes a query into a buffer. Once something does not fit it only counts, so that the size is exact in
// either case and nothing is written outside the buffer.
class writer {
  public:
    // Writes into `room`. `output` is the final buffer of the query: see overlaps_output().
    writer(std::span<char> room, byte_range output) noexcept
        : out_(room.data()), room_(room.size()), output_(output) {}

    // Returns the number of characters so far, which may exceed a std::size_t of 32 bits.
    std::uint64_t size() const noexcept { return size_; }

    // Writes a pair except its value: an '&' unless it is the first pair, the parent, and the rest of the
    // key, of which text_room bytes are readable.
    void put_key(key* parent, std::string_view text) noexcept {
        if (parent != nullptr)
            put_key(*parent);
        else
            begin_pair();
        if (text.size() <= text_room && has_room(text_room)) {
            std::memcpy(out_ + size_, text.data(), text_room);
            size_ += text.size();
        } else {
            put(text);
        }
    }

    // Writes an '&' unless it is the first pair, and this key, or beginning of one, with its parents.
    EC2WIRE_NOINLINE void put_key(key& path) noexcept {
        if (path.written != nullptr)
            return put({path.written, ec2wire::detail::size_of_sum(path.size + 1)});
        const std::uint64_t before = size_;
        if (path.parent != nullptr)
            put_key(*path.parent);
        else
            begin_pair();
        put(path.index);
        put(path.text);
        if (before != 0 && room_ != 0) path.written = out_ + before;
    }

    // Writes a value, with escapes where it needs them. False if it is not UTF-8.
    EC2WIRE_NOINLINE bool put_text(std::string_view text) noexcept {
        check_overlap(text.data(), text.size());
        if (!has_room(3 * std::uint64_t{text.size()})) return put_text_exactly(text);
        char* const end = write_percent(text, out_ + size_, out_ + room_);
        const auto written = static_cast<std::size_t>(end - (out_ + size_));
        size_ += written;
        return is_utf8(text, written);
    }

    // R3 (lists). Writes the pairs of a list of strings: a key, an index and a string each. False if a string
    // is not UTF-8.
    EC2WIRE_NOINLINE bool put_list(const text_span& list, key& path) {
        if (list.size() == 0) return true;
        // Counting takes a fraction of the time of writing, so a list that may not fit is counted first.
        const std::uint64_t guess = path.size + 3 + list[0].size();
        if (!has_room(guess * list.size())) {
            const std::uint64_t before = size_;
            if (!count_list(list, path)) return false;
            if (!has_room(0)) return true;
            size_ = before;
        }
        bool is_common = true;
        for (list_index index(list.size()); !index.is_end();) {
            put_key(path);
            put_index(index);
            if (!put_text(list[index.value() - 1])) return false;
            index.advance();
            is_common = is_common && put_pairs(list, index, path);
        }
        return true;
    }

    // Notes whether an object that the query is made from overlaps the output.
    void check_overlap(const void* first, std::size_t size) noexcept {
        if (output_.overlaps({first, size})) overlaps_output_ = true;
    }
    // Whether bytes that the query is made from lie in the output: writing would change them.
    bool overlaps_output() const noexcept { return overlaps_output_; }

  private:
    bool has_room(std::uint64_t size) const noexcept { return size_ + size <= room_; }
    // Whether `size` more characters fit. If not, everything from then on is only counted.
    bool claim_room(std::uint64_t size) noexcept {
        if (has_room(size)) return true;
        room_ = 0;
        return false;
    }

    void begin_pair() noexcept {
        if (size_ == 0) return;
        if (claim_room(1)) out_[size_] = '&';
        ++size_;
    }

    EC2WIRE_NOINLINE void put(std::string_view text) noexcept {
        if (claim_room(text.size())) copy_bytes(text.data(), text.size(), out_ + size_);
        size_ += text.size();
    }

    bool put_text_exactly(std::string_view text) noexcept {
        const std::size_t size = escaped_size(text);
        if (claim_room(size)) write_percent(text, out_ + size_, out_ + size_ + size);
        size_ += size;
        return is_utf8(text, size);
    }

    static std::size_t escaped_size(std::string_view text) noexcept {
        return is_unreserved(text) ? text.size() : percent_size(text);
    }
    // Whether a text is UTF-8 that takes `escaped` characters with its escapes: it is ASCII if it has none.
    static bool is_utf8(std::string_view text, std::size_t escaped) noexcept {
        return escaped == text.size() || find_bad_utf8(text) == text.size();
    }

    // Writes the last part of a key, followed by '='.
    void put_index(const list_index& index) noexcept {
        const integer_text digits(index.value());
        put(digits.view());
        put("=");
    }

    // Writes the pairs of a list from `index` on, while this can be done with a few stores each: while each
    // string has 16 to 32 characters. Each pair begins with the list's key, which was written before. False,
    // with nothing written, if a string has a character other than letters, digits, '-' and '.' (tested once,
    // at the end), or if the list cannot be written in this way at all: on a big-endian machine, with a
    // beginning of more than 32 bytes, or with 10^7 items or more.
    //
    //   &InstanceId.    19=    i-1234567890abcdef0
    //   begin           digits
    EC2WIRE_NOINLINE EC2WIRE_WRAPS bool put_pairs(const text_span& list, list_index& index,
                                                  const key& path) {
        // The most bytes that are written for a pair: its beginning, its digits and its string.
        constexpr std::uint64_t largest = 32 + 8 + 32;
        if (path.written == nullptr || !has_room(largest) || index.is_end()) return true;
        const std::string_view begin(path.written, ec2wire::detail::size_of_sum(path.size + 1));
        if (std::endian::native != std::endian::little || begin.size() > 32 ||
            !index.keeps_digits())
            return false;
        using detail::short_block;
        const auto begin_front = short_block::load(begin.data());
        const auto begin_back = short_block::load(begin.data() + 16);
        auto all = detail::all_common();
        list_index here = index;  // in registers, as is the next
        char* out = out_ + size_;
        const char* const last = out_ + room_ - largest;
        for (; !here.is_end() && out <= last; here.advance()) {
            const std::string_view text = list[here.value() - 1];
            if (text.size() - 16 > 16) break;
            const auto front = short_block::load(text.data());
            const auto back = short_block::load(text.data() + text.size() - 16);
            all = all & detail::common_of(front) & detail::common_of(back);
            if (list.are_views()) check_overlap(text.data(), text.size());
            begin_front.store(out);
            if (begin.size() > 16) begin_back.store(out + 16);
            const std::uint64_t digits = here.digits();
            std::memcpy(out + begin.size(), &digits, 8);
            out += begin.size() + here.size();
            front.store(out);
            back.store(out + text.size() - 16);
            out += text.size();
        }
        if (!all.is_full()) return false;
        index = here;
        size_ = static_cast<std::uint64_t>(out - out_);
        return true;
    }

    // Counts the pairs of a list. False if a string is not UTF-8.
    EC2WIRE_NOINLINE bool count_list(const text_span& list, const key& path) {
        // An '&' unless it is the first pair, the list's key, an index and '=' for each.
        size_ +=
            (path.size + 2) * list.size() + count_index_digits(list.size()) - (size_ == 0 ? 1 : 0);
        std::uint64_t size = 0;
        if (are_unreserved(list, output_, size)) {
            size_ += size;
            return true;
        }
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::string_view text = list[i];
            check_overlap(text.data(), text.size());
            const std::size_t escaped = escaped_size(text);
            size_ += escaped;
            if (!is_utf8(text, escaped)) return false;
        }
        return true;
    }

    char* out_;
    std::uint64_t size_ = 0;
    std::uint64_t room_;  // 0 once something did not fit
    byte_range output_;
    bool overlaps_output_ = false;
};

}  // namespace ec2wire::query

#endif
