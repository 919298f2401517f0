#ifndef EC2WIRE_CODEC_FAST_VALUE_HPP
#define EC2WIRE_CODEC_FAST_VALUE_HPP

#include <ec2wire/codec/fast_input.hpp>
#include <ec2wire/codec/scalar.hpp>
#include <ec2wire/shape/kind.hpp>

#include <concepts>
#include <cstddef>
#include <limits>
#include <string_view>

namespace ec2wire::detail {

// The values that the fast engine passes. Each function stands at a text, and returns the place of
// the '<' behind it, or null if that is the strict reader's work.

// So few digits that they cannot be out of range.
template <integer T>
[[gnu::always_inline]] inline const char* pass_digits(const char* at, const char* end,
                                                      T& target) noexcept {
    constexpr int most =
        std::numeric_limits<T>::digits10 < 4 ? std::numeric_limits<T>::digits10 : 4;
    if (end - at <= most) return nullptr;
    unsigned value = 0;
    for (int i = 0; i < most; ++i) {
        const auto digit = static_cast<unsigned>(at[i] - '0');
        if (digit > 9) return nullptr;
        value = value * 10 + digit;
        if (at[i + 1] == '<') {
            target = static_cast<T>(value);
            return at + i + 1;
        }
    }
    return nullptr;
}

template <scalar T>
[[gnu::noinline]] const char* pass_any_value(const char* at, T& target, fast_input& in) {
    std::string_view text;
    const char* const last =
        string_like<T> ? in.pass_careful_text(at, text) : in.pass_text(at, text);
    if (last == nullptr || read_scalar(target, text, in.memory())) return nullptr;
    return last;
}

// The same, with what comes most often inlined.
template <scalar T>
[[gnu::always_inline]] inline const char* pass_value(const char* at, T& target, fast_input& in) {
    if constexpr (wire_scalar<T>) {
        typename T::wire_type wire{};
        at = pass_value(at, wire, in);
        if (at != nullptr) target = T(wire);
        return at;
    } else if constexpr (integer<T>) {
        const char* const last = pass_digits(at, in.end(), target);
        return last != nullptr ? last : pass_any_value(at, target, in);
    } else if constexpr (string_like<T>) {
        // Not by way of a std::string_view in memory, which is written in halves and read as a whole:
        // the processor waits for that.
        const char* const last = in.find_text_end(at);
        if (last == nullptr) return pass_any_value(at, target, in);
        target = T(std::string_view(at, static_cast<std::size_t>(last - at)));
        return last;
    } else {
        return pass_any_value(at, target, in);
    }
}

// Makes a member present, and returns what it holds.
template <class Member>
constexpr auto& opened(Member& member) {
    if constexpr (std::same_as<contained_in<Member>, Member>) {
        return member;
    } else {
        return opened(member.emplace());
    }
}

// One function for all members of a type, so that what is left for each member is a jump to it.
template <class Member>
[[gnu::noinline]] const char* read_member(const char* at, Member& member, fast_input& in) {
    return pass_value(at, opened(member), in);
}

}  // namespace ec2wire::detail

#endif
