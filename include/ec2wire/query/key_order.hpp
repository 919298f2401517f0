#ifndef EC2WIRE_QUERY_KEY_ORDER_HPP
#define EC2WIRE_QUERY_KEY_ORDER_HPP

#include <ec2wire/query/percent.hpp>

#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

namespace ec2wire::query {

// The keys that one structure has in a query: how each begins, and their order. Worked out at compile
// time, so that nothing is sorted when a request is encoded.

// How the pairs of one key begin, not yet escaped.
//
//   Force=    InstanceId.    Tags.member.    Action=StopInstances
//   name      name           name item       name   value
struct key_name {
    std::string_view name{};   // of the member
    std::string_view item{};   // the segment between a list's name and its indices, if there is one
    std::string_view value{};  // of a pair that every request has
    bool is_capitalized{};     // the first letter goes out in upper case
    bool has_subkeys{};        // further segments follow, behind a dot
};

// The same, escaped.
struct key_text {
    std::string_view text{};      // "Tags.member."
    std::string_view segments{};  // of it: "Tags.member"
    bool has_subkeys{};           // as of its key_name
    std::size_t index{};          // of the key_name that it was made of
};

// How many characters the text of a key takes.
constexpr std::size_t key_text_size(const key_name& key) noexcept {
    const std::size_t item = key.item.empty() ? 0 : 1 + percent_size(key.item);
    return percent_size(key.name) + item + 1 + percent_size(key.value);
}

// Writes key_text_size(key) characters at `out`, up to `limit` at most, and returns where they end.
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

// What was written at `first`.
constexpr key_text key_text_at(const char* first, const key_name& key, std::size_t index) noexcept {
    const std::size_t size = key_text_size(key);
    return {{first, size}, {first, size - 1 - percent_size(key.value)}, key.has_subkeys, index};
}

// By the bytes of the whole key. A dot comes before letters and digits but after '-' and '%', so it
// takes part: A.1 goes before AB, and A-B before A.1.
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

// Sorts keys. False if two of them are the same, or one stands below the other: "A." and "A.member.".
constexpr bool sort_keys(std::span<key_text> keys) noexcept {
    for (std::size_t i = 1; i < keys.size(); ++i)
        for (std::size_t k = i; k > 0 && goes_before(keys[k], keys[k - 1]); --k)
            std::swap(keys[k], keys[k - 1]);
    for (std::size_t i = 1; i < keys.size(); ++i)
        if (!goes_before(keys[i - 1], keys[i])) return false;
    return true;
}

}  // namespace ec2wire::query

#endif
