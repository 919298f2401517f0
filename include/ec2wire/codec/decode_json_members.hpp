#ifndef EC2WIRE_CODEC_DECODE_JSON_MEMBERS_HPP
#define EC2WIRE_CODEC_DECODE_JSON_MEMBERS_HPP

#include <ec2wire/codec/json_dialect.hpp>
#include <ec2wire/codec/member_names.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/json/token.hpp>
#include <ec2wire/shape/field.hpp>

#include <cstddef>
#include <string_view>
#include <tuple>

namespace ec2wire::detail {

template <class Dialect, class Reader>
class json_decoder;

// The members of one structure, as they come. Each function returns the place behind what it has
// decoded, false once the reader has failed. They are inlined, so that a structure inside a structure
// is one call deep and not six, and 256 of them fit a small stack.
template <class Dialect, class Reader, structure T>
class json_members {
  public:
    using value_type = typename Reader::value;
    using place = typename Reader::place;

    json_members(json_decoder<Dialect, Reader>& decoder, T& target) noexcept
        : decoder_(decoder), target_(target) {}

    // All of an object.
    [[gnu::always_inline]] place decode_all(value_type object) {
        if constexpr (requires { object.members(); }) {
            return decode_in_order(object.members());
        } else {
            return object.for_each_member([&](std::string_view key, value_type value)
                                              __attribute__((always_inline)) {
                                                  return decode(key, value);
                                              });
        }
    }

    bool is_member(std::string_view key) noexcept {
        index_ = key.empty() ? names_.size() : find_name(names_, key, index_ + 1);
        return index_ != names_.size();
    }

    // What is no member is skipped, and still checked (D10).
    [[gnu::always_inline]] place decode(std::string_view key, value_type value) {
        return is_member(key) ? decode_member(value) : decoder_.check(value);
    }

    // The member that is_member() found.
    [[gnu::always_inline]] place decode_member(value_type value) {
        place behind{};
        visit_field<T>(
            index_, [&](auto i) __attribute__((always_inline)) {
                // Anything may stand once.
                behind =
                    is_seen_[i()] ? value.fail(errc::duplicate_member) : decode_first<i()>(value);
                return true;
            });
        return behind;
    }

  private:
    static constexpr auto& names_ = names_of<T, Dialect>;

    // Members mostly come in the order of the table: each is looked for where it is due, by its
    // bytes, and only the rest by name.
    template <class Members>
    place decode_in_order(Members members) {
        const bool is_good = for_each_field<T>([&](auto i) {
            if constexpr (!names_[i()].empty()) {
                if (!members.is_at_key()) return true;
                const auto at = members.take_key(spelled_key<Dialect, T, i()>);
                if (at == nullptr) return true;
                index_ = i();
                const place behind = decode_first<i()>(members.value(at));
                if (!behind) return false;
                members.next(behind);
            }
            return true;
        });
        if (!is_good) return place{};
        return members.for_each_rest(
            [&](std::string_view key, value_type value) { return decode(key, value); });
    }

    // Null is absent. Of a union one member is there, or none that this version knows.
    template <std::size_t I>
    [[gnu::always_inline]] place decode_first(value_type value) {
        is_seen_[I] = true;
        if (value.is(json::value_kind::null)) return decoder_.pass_null(value);
        if constexpr (union_shape<T>) {
            if (has_value_) return value.fail(errc::duplicate_member);
            has_value_ = true;
        }
        return decoder_.decode_value(target_.*std::get<I>(fields_of<T>).pointer, value);
    }

    json_decoder<Dialect, Reader>& decoder_;
    T& target_;
    std::size_t index_ = static_cast<std::size_t>(-1);  // so that the first is expected first
    bool is_seen_[field_count<T> + 1]{};
    bool has_value_ = false;  // of a union
};

}  // namespace ec2wire::detail

#endif
