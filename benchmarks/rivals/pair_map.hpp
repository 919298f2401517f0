#ifndef EC2WIRE_BENCHMARKS_RIVALS_PAIR_MAP_HPP
#define EC2WIRE_BENCHMARKS_RIVALS_PAIR_MAP_HPP

#include <ec2wire/core/scratch.hpp>
#include <ec2wire/query/percent.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/protocol.hpp>
#include <ec2wire/shape/scalar.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace ec2wire::benchmarks {

// A query as servers read it by hand: split, unescaped into a std::map, and each member looked up there by
// its key. A structure or an element is there if a key begins as its do.
class pair_map {
  public:
    explicit pair_map(std::string_view query) {
        for (std::size_t at = 0; at <= query.size();) {
            const std::size_t end = std::min(query.find('&', at), query.size());
            const std::string_view pair = query.substr(at, end - at);
            const std::size_t sign = std::min(pair.find('='), pair.size());
            pairs_.emplace(unescaped(pair.substr(0, sign)),
                           unescaped(pair.substr(std::min(sign + 1, pair.size()))));
            at = end + 1;
        }
    }

    template <structure Request>
    Request read() const {
        Request request{};
        std::string key;
        read_members(request, key);
        return request;
    }

  private:
    static std::string unescaped(std::string_view text) {
        std::string out(text.size(), '\0');
        out.resize(query::read_percent(text, out.data()).value());
        return out;
    }

    bool has_below(const std::string& prefix) const {
        const auto found = pairs_.lower_bound(prefix);
        return found != pairs_.end() && found->first.starts_with(prefix);
    }

    template <class T>
    void read_members(T& object, std::string& key) const {
        for_each_field<T>([&](auto i) {
            constexpr auto& field = field_at<i()>(fields_of<T>);
            const query_segment segment = ec2_query::query_name(field.info);
            const std::size_t size = key.size();
            key += segment.name;
            if (segment.is_capitalized && key[size] >= 'a')
                key[size] = static_cast<char>(key[size] - 32);
            read_value(object.*field.pointer, key);
            key.resize(size);
            return true;
        });
    }

    template <class T>
    void read_value(T& value, std::string& key) const {
        if constexpr (ec2wire::detail::is_maybe<T> || nullable<T>) {
            using held = ec2wire::detail::value_type_of<T>;
            const bool is_there =
                scalar<held> ? pairs_.find(key) != pairs_.end() : has_below(key + '.');
            if (is_there) read_value(static_cast<held&>(value.emplace()), key);
        } else if constexpr (scalar<T>) {
            if (const auto found = pairs_.find(key); found != pairs_.end()) {
                scratch none;
                static_cast<void>(ec2wire::detail::read_scalar(value, found->second, none));
            }
        } else if constexpr (structure<T>) {
            key += '.';
            read_members(value, key);
            key.pop_back();
        } else {
            const std::size_t size = key.size();
            for (std::size_t index = 1;; ++index) {
                (key += '.') += std::to_string(index);
                const bool is_there =
                    scalar<element_of<T>> ? pairs_.find(key) != pairs_.end() : has_below(key + '.');
                if (is_there) read_value(value.emplace_back(), key);
                key.resize(size);
                if (!is_there) return;
            }
        }
    }

    std::map<std::string, std::string> pairs_;
};

}  // namespace ec2wire::benchmarks

#endif
