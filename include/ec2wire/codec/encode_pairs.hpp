#ifndef EC2WIRE_CODEC_ENCODE_PAIRS_HPP
#define EC2WIRE_CODEC_ENCODE_PAIRS_HPP

#include <ec2wire/codec/encode.hpp>
#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/core/utf8.hpp>
#include <ec2wire/query/percent.hpp>
#include <ec2wire/shape/field.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ec2wire {

// A key and its value, both unescaped.
struct query_pair {
    std::string_view key{};    // UTF-8, as is `value`; both must be valid until the call returns
    std::string_view value{};  // may be empty: "Key="
};

namespace detail {

struct escaped_pair {
    std::string_view key;  // escaped
    const query_pair* pair;
};

// Compares by the key alone. Comparing whole pairs would put "A-=" before "A=", and "A0=" as well: '=' comes
// after '-' and '0'.
inline int compare_keys(const void* a, const void* b) noexcept {
    const auto key = [](const void* pair) { return static_cast<const escaped_pair*>(pair)->key; };
    return key(a).compare(key(b));
}

// The escaped sizes of pairs: of their keys alone, and an upper bound of the query's.
struct pairs_size {
    std::size_t keys;
    std::size_t all;
};

// Checks pairs, except whether a key is repeated, and returns their sizes.
inline result<pairs_size, encode_error> measure_pairs(std::span<const query_pair> pairs) {
    std::uint64_t keys = 0;  // in 64 bits, as `values` is, so that no sum wraps
    std::uint64_t values = 2 * std::uint64_t{pairs.size()};  // '=' and '&' for each pair
    for (const query_pair& pair : pairs) {
        if (pair.key.empty()) return unexpected(encode_error{errc::missing_member, pair.key, 0, 0});
        for (const std::string_view text : {pair.key, pair.value})
            if (const std::size_t bad = find_bad_utf8(text); bad != text.size())
                return unexpected(encode_error{errc::not_utf8, pair.key, bad, 0});
        keys += query::percent_size(pair.key);
        values += query::percent_size(pair.value);
    }
    if (keys + values > max_text_size) return unexpected(encode_error{errc::too_large, {}, 0, 0});
    return pairs_size{size_of_sum(keys), size_of_sum(keys + values)};
}

}  // namespace detail

// Encodes pairs, for which there is no shape, as a canonical query. They may come in any order.
//
//     const ec2wire::query_pair pairs[] = {{"Version", "2016-11-15"}, {"Action", "DescribeRegions"}};
//     auto body = ec2wire::encode_pairs(pairs);
//     // Action=DescribeRegions&Version=2016-11-15
//
// The error is missing_member for an empty key, duplicate_member for a key that occurs twice, not_utf8, and
// too_large for a query of more than max_text_size bytes. Its `member` is the offending key, a view of the
// caller's; its `offset` is into the value, or into the key if that is not UTF-8.
inline result<std::string, encode_error> encode_pairs(std::span<const query_pair> pairs) {
    const auto sizes = detail::measure_pairs(pairs);
    if (!sizes) return unexpected(sizes.error());
    const std::size_t keys_size = sizes->keys, size = sizes->all;

    std::string keys(keys_size, '\0');
    std::vector<detail::escaped_pair> order;
    order.reserve(pairs.size());
    char* key = keys.data();
    for (const query_pair& pair : pairs) {
        char* const end = query::write_percent(pair.key, key, keys.data() + keys_size);
        order.push_back({{key, static_cast<std::size_t>(end - key)}, &pair});
        key = end;
    }
    // Not std::sort: <algorithm> would double the time that this header takes to compile.
    if (!order.empty())
        std::qsort(order.data(), order.size(), sizeof order[0], detail::compare_keys);
    for (std::size_t i = 1; i < order.size(); ++i)
        if (order[i].key == order[i - 1].key)
            return unexpected(encode_error{errc::duplicate_member, order[i].pair->key, 0, 0});

    std::string query(size, '\0');
    char* out = query.data();
    for (const detail::escaped_pair& each : order) {
        if (out != query.data()) *out++ = '&';
        out = copy_bytes(each.key.data(), each.key.size(), out);
        *out++ = '=';
        out = query::write_percent(each.pair->value, out, query.data() + size);
    }
    query.resize(static_cast<std::size_t>(out - query.data()));
    return query;
}

namespace detail {

// Removes the first pair from a query and returns it.
inline std::string_view take_pair(std::string_view& query) noexcept {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(pair.size() < query.size() ? pair.size() + 1 : pair.size());
    return pair;
}

// Returns the escaped key at the front of a query.
inline std::string_view first_key(std::string_view query) noexcept {
    return query.substr(0, query.find('='));
}

// Merges two canonical queries. Returns the first key that both have, else an empty string.
inline std::string_view merge_queries(std::string_view a, std::string_view b, std::string& merged) {
    merged.reserve(a.size() + 1 + b.size());
    // Each key is searched for once: it may be long, and be compared with many.
    std::string_view key_of_a = first_key(a), key_of_b = first_key(b);
    while (!a.empty() || !b.empty()) {
        const int order = a.empty() ? 1 : b.empty() ? -1 : key_of_a.compare(key_of_b);
        if (order == 0) return key_of_a;
        if (!merged.empty()) merged += '&';
        merged += take_pair(order < 0 ? a : b);
        (order < 0 ? key_of_a : key_of_b) = first_key(order < 0 ? a : b);
    }
    return {};
}

// Finds the key that is `escaped` in a query.
inline std::string_view find_key(std::span<const query_pair> pairs, std::string_view escaped) {
    std::string key(escaped.size(), '\0');
    key.resize(query::read_percent(escaped, key.data()).value_or(0));
    for (const query_pair& pair : pairs)
        if (pair.key == key) return pair.key;
    return {};
}

}  // namespace detail

inline namespace EC2WIRE_COMPILATION {

// Encodes a request together with pairs that its shape does not have, in any order: parameters that are known
// only at run time, or newer than the shape.
//
//     const ec2wire::query_pair extra[] = {{"NewOption", "on"}};
//     auto body = ec2wire::encode(ec2wire::stop_instances_request{.instance_ids = {"i-1"}}, extra);
//     // Action=StopInstances&InstanceId.1=i-1&NewOption=on&Version=2016-11-15
//
// The errors are those of encode() and of encode_pairs(), and duplicate_member for a key that the request has
// as well: pairs add to the request and do not replace its members.
template <message_shape T, std::convertible_to<std::span<const query_pair>> Pairs>
result<std::string, encode_error> encode(const T& request, const Pairs& extra) {
    const std::span<const query_pair> pairs(extra);
    const auto own = encode(request);
    if (!own) return unexpected(own.error());
    const auto others = encode_pairs(pairs);
    if (!others) return unexpected(others.error());
    std::string merged;
    const std::string_view clash = detail::merge_queries(*own, *others, merged);
    if (clash.empty()) return merged;
    return unexpected(encode_error{errc::duplicate_member, detail::find_key(pairs, clash), 0, 0});
}

}  // namespace EC2WIRE_COMPILATION
}  // namespace ec2wire

#endif
