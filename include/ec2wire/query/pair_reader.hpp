#ifndef EC2WIRE_QUERY_PAIR_READER_HPP
#define EC2WIRE_QUERY_PAIR_READER_HPP

#include <ec2wire/core/block.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/heap_sort.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/core/utf8.hpp>
#include <ec2wire/query/percent.hpp>
#include <ec2wire/query/unreserved.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace ec2wire::query {

// A pair of a decoded query.
//
//   Action=TagThem&Tag.1.Key=a%26b&Version=1
//                  ----------          key, with its '='
//                            ^         offset: 25
//                            -----     value, as a view of "a&b" elsewhere
//
// Both are views into the query, or into the scratch if they contained escapes. The key is in canonical form:
// unreserved characters are not escaped, and all others are %XX in upper case. Eight bytes are readable from
// its first character on, if the query has as many or the key is in the scratch.
struct pair {
    const char* key;           // the first character of the current segment
    const char* value;         // unescaped
    std::uint32_t key_size;    // from the current segment on, with the '='
    std::uint32_t value_size;  // in characters
    std::uint32_t offset;      // of the value in the query
    // The group of the pair: see query_groups::group_by_row() for a member, group_by_index() for an element.
    std::uint32_t group;

    // The value.
    std::string_view text() const noexcept { return {value, value_size}; }
};

// Returns an upper bound of the number of pairs.
inline std::size_t max_pairs(std::string_view query) noexcept {
    const char* at = query.data();
    const char* const end = at + query.size();
    std::size_t count = 1;
    using ec2wire::detail::short_block;
    while (end - at >= 16) {
        ec2wire::detail::short_block_count marks;
        const std::ptrdiff_t blocks = (end - at) / 16 < 255 ? (end - at) / 16 : 255;
        for (const char* const stop = at + 16 * blocks; at != stop; at += 16)
            marks.add(short_block::load(at).is('&'));
        count += marks.sum();
    }
    for (; at != end; ++at) count += *at == '&' ? 1 : 0;
    // Each pair has a character, and an '&' before the next.
    const std::size_t most = query.size() / 2 + 1;
    return count < most ? count : most;
}

// Splits a query of at most max_query_size bytes into its pairs, one by one. Empty pairs are skipped:
// "a=1&&b=2" has two. A key without '=' has an empty value.
class pair_reader {
  public:
    // Reads a query, which must outlive the pairs, as the scratch must.
    pair_reader(std::string_view query, scratch& memory) noexcept
        : begin_(query.data()), at_(begin_), end_(begin_ + query.size()), memory_(memory) {}

    // Reads the next pair. False at the end, and after an error.
    EC2WIRE_ALWAYS_INLINE bool next(pair& read) noexcept {
        const char* const key_end = find_special(at_, end_, unusual_in_key);
        if (key_end == end_ || *key_end != '=') return next_unusual(read);
        return take_pair(read, key_end);
    }

    // Returns why next() returned false; the code is 0 at the end.
    const decode_error& error() const noexcept { return error_; }

  private:
    using short_block = ec2wire::detail::short_block;
    using short_block_set = ec2wire::detail::short_block_set;

    // The bytes that no key has in canonical form, and those that most keys do not have either.
    static constexpr auto special_in_key = [](const short_block& bytes) {
        return detail::unreserved_of(bytes).is_same(short_block_set{});
    };
    static constexpr auto unusual_in_key = [](const short_block& bytes) {
        return detail::common_of(bytes).is_same(short_block_set{});
    };
    // The bytes that end a value, have to be unescaped or are not ASCII.
    static constexpr auto special_in_value = [](const short_block& bytes) {
        return bytes.is('&') | bytes.is('%') | bytes.is('+') | bytes.is_below(0);
    };
    static constexpr auto pair_end = [](const short_block& bytes) { return bytes.is('&'); };

    // Returns the first byte from `at` on that is in a set, or else the end. The '&' is in each set.
    template <class Set>
    EC2WIRE_ALWAYS_INLINE static const char* find_special(const char* at, const char* end,
                                                          Set set) noexcept {
        for (; end - at >= 16; at += 16)
            if (const auto found = set(short_block::load(at)); !found.is_empty())
                return at + found.first();
        return find_special_in_rest(at, end, set);
    }
    template <class Set>
    EC2WIRE_NOINLINE static const char* find_special_in_rest(const char* at, const char* end,
                                                             Set set) noexcept {
        if (at == end) return end;
        char rest[16];
        for (char& c : rest) c = '&';
        std::memcpy(rest, at, static_cast<std::size_t>(end - at));
        return at + set(short_block::load(rest)).first();
    }

    // Reads a pair whose canonical key ends at `sign`, a '='.
    EC2WIRE_ALWAYS_INLINE bool take_pair(pair& read, const char* sign) noexcept {
        const char* const key = at_;
        read.key = key;
        read.key_size = static_cast<std::uint32_t>(sign + 1 - key);
        return take_value(read, sign + 1);
    }

    EC2WIRE_ALWAYS_INLINE bool take_value(pair& read, const char* value) noexcept {
        read.offset = static_cast<std::uint32_t>(value - begin_);
        const char* const value_end = find_special(value, end_, special_in_value);
        if (value_end != end_ && *value_end != '&')
            return take_escaped_value(read, value, value_end);
        read.value = value;
        read.value_size = static_cast<std::uint32_t>(value_end - value);
        at_ = value_end + (value_end != end_ ? 1 : 0);
        return true;
    }

    // Reads a value whose first escape or non-ASCII byte is at `special`.
    EC2WIRE_NOINLINE bool take_escaped_value(pair& read, const char* value,
                                             const char* special) noexcept {
        const char* const value_end = find_special(special, end_, pair_end);
        std::string_view text;
        if (!unescape({value, static_cast<std::size_t>(value_end - value)}, special, text))
            return false;
        read.value = text.data();
        read.value_size = static_cast<std::uint32_t>(text.size());
        at_ = value_end + (value_end != end_ ? 1 : 0);
        return true;
    }

    // Reads the next pair after any empty ones, whatever its key is.
    EC2WIRE_NOINLINE bool next_unusual(pair& read) noexcept {
        while (at_ != end_ && *at_ == '&') ++at_;
        if (at_ == end_) return false;
        const char* const key_end = find_special(at_, end_, special_in_key);
        return key_end != end_ && *key_end == '=' ? take_pair(read, key_end)
                                                  : take_escaped_key(read);
    }

    // Reads a key with escapes, with bytes that should have been escaped, or without '='.
    EC2WIRE_COLD EC2WIRE_NOINLINE bool take_escaped_key(pair& read) noexcept {
        const char* const key = at_;
        const char* key_end = key;
        while (key_end != end_ && *key_end != '=' && *key_end != '&') ++key_end;
        std::string_view text;
        if (!unescape({key, static_cast<std::size_t>(key_end - key)}, key, text)) return false;
        const std::size_t size = percent_size(text);
        char* const canonical = memory_.allocate<char>(size + 8);
        if (canonical == nullptr) return fail(errc::out_of_memory, key);
        char* out = write_percent(text, canonical, canonical + size);
        *out++ = '=';
        for (char* const room = canonical + size + 8; out != room; ++out) *out = '\0';
        read.key = canonical;
        read.key_size = static_cast<std::uint32_t>(size + 1);
        const bool has_value = key_end != end_ && *key_end == '=';
        return take_value(read, has_value ? key_end + 1 : key_end);
    }

    // R8, read (escapes). Unescapes a text: a view of the text itself if it contains no escape. There is none
    // before `first`.
    EC2WIRE_NOINLINE bool unescape(std::string_view text, const char* first,
                                   std::string_view& read) noexcept {
        read = text;
        const char* const end = text.data() + text.size();
        while (first != end && *first != '%' && *first != '+') ++first;
        if (first != end) {
            char* const out = memory_.allocate<char>(text.size());
            if (out == nullptr) return fail(errc::out_of_memory, text.data());
            const auto size = read_percent(text, out);
            if (!size) return fail(errc::bad_escape, text.data() + size.error());
            memory_.shrink(out, *size, text.size());
            read = {out, *size};
        }
        const std::size_t bad = find_bad_utf8(read);
        if (bad == read.size()) return true;
        return fail(errc::not_utf8, text.data() + (read.data() == text.data() ? bad : 0));
    }

    bool fail(errc code, const char* at) noexcept {
        error_ = {code, static_cast<std::size_t>(at - begin_)};
        return false;
    }

    const char* begin_;
    const char* at_;
    const char* end_;
    scratch& memory_;
    decode_error error_{};
};

// Returns the offset of the key of a pair whose value is at `offset`.
inline std::size_t find_key(std::string_view query, std::size_t offset) noexcept {
    while (offset != 0 && query[offset - 1] != '&') --offset;
    return offset;
}

// Returns the key at an offset, still escaped.
inline std::string_view key_at(std::string_view query, std::size_t first) noexcept {
    return query.substr(first, query.find_first_of("=&", first) - first);
}

// Sorts pairs by group, and within a group by their order in the query. Returns the number of groups.
EC2WIRE_NOINLINE inline std::size_t sort_by_group(pair* first, pair* last) noexcept {
    ec2wire::detail::heap_sort(
        first, static_cast<std::size_t>(last - first), [](const pair& a, const pair& b) {
            return a.group != b.group ? a.group < b.group : a.offset < b.offset;
        });
    std::size_t count = 0;
    for (const pair* at = first; at != last; ++at)
        if (at == first || at->group != (at - 1)->group) ++count;
    return count;
}

}  // namespace ec2wire::query

#endif
