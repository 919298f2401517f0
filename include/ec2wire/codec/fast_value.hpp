#ifndef EC2WIRE_CODEC_FAST_VALUE_HPP
#define EC2WIRE_CODEC_FAST_VALUE_HPP

#include <ec2wire/codec/fast_input.hpp>
#include <ec2wire/shape/scalar.hpp>
#include <ec2wire/shape/kind.hpp>

#include <concepts>
#include <cstddef>
#include <limits>
#include <string_view>

namespace ec2wire::detail {

// The values that the fast engine passes. Each function stands at a text, and returns the place of
// the '<' behind it, or null if that is the strict reader's work. From that place on there are `Room`
// bytes or more: so many does the caller look at next, and need not ask again.

// So few digits that they cannot be out of range.
template <std::size_t Room, integer T>
[[gnu::always_inline]] inline const char* pass_digits(const char* at, const char* end,
                                                      T& target) noexcept {
    constexpr int most =
        std::numeric_limits<T>::digits10 < 4 ? std::numeric_limits<T>::digits10 : 4;
    if (static_cast<std::size_t>(end - at) < most + (Room > 0 ? Room : 1)) return nullptr;
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

// Makes a member present, and returns what it holds.
template <class Member>
constexpr auto& opened(Member& member) {
    if constexpr (std::same_as<contained_in<Member>, Member>) {
        return member;
    } else {
        return opened(member.emplace());
    }
}

template <class Member>
[[gnu::noinline]] const char* pass_any_value(const char* at, std::size_t room, Member& member,
                                             fast_input& in) {
    using value = contained_in<Member>;
    std::string_view text;
    const char* const last =
        string_like<value> ? in.pass_careful_text(at, text) : in.pass_text(at, text);
    if (last == nullptr || static_cast<std::size_t>(in.end() - last) < room) return nullptr;
    return read_scalar(opened(member), text, in.memory()) ? nullptr : last;
}

// What a value is a number of, or text itself.
template <class T>
struct spelled {
    using type = T;
};
template <wire_scalar T>
struct spelled<T> {
    using type = typename T::wire_type;
};

// The same, with what comes most often inlined. `end` is the input's, which the compiler need not look
// up again behind each value that it has stored. What is inlined makes a member present where its value
// is known, so that nothing is written twice.
template <std::size_t Room, class Member>
[[gnu::always_inline]] inline const char* pass_value(const char* at, const char* end,
                                                     Member& member, fast_input& in) {
    using value = contained_in<Member>;
    using word = typename spelled<value>::type;
    if constexpr (integer<word>) {
        word number{};
        const char* const last = pass_digits<Room>(at, end, number);
        if (last == nullptr) return pass_any_value(at, Room, member, in);
        opened(member) = value(number);
        return last;
    } else if constexpr (string_like<value>) {
        // Not by way of a std::string_view in memory, which is written in halves and read as a whole:
        // the processor waits for that.
        const char* const last = fast_input::find_text_end<Room>(at, end);
        if (last == nullptr) return pass_any_value(at, Room, member, in);
        opened(member) = value(std::string_view(at, static_cast<std::size_t>(last - at)));
        return last;
    } else {
        return pass_any_value(at, Room, member, in);
    }
}

// One function for all members of a type, so that what is left for each member is a jump to it.
template <class Member>
[[gnu::noinline]] const char* read_member(const char* at, Member& member, fast_input& in) {
    return pass_value<0>(at, in.end(), member, in);
}

}  // namespace ec2wire::detail

#endif
