#ifndef EC2WIRE_ENGINE_FAST_TEXT_HPP
#define EC2WIRE_ENGINE_FAST_TEXT_HPP

#include <ec2wire/core/block.hpp>
#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/core/timestamp_text.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>
#include <ec2wire/xml/input.hpp>
#include <ec2wire/xml/markup.hpp>
#include <ec2wire/xml/scan.hpp>
#include <ec2wire/xml/unescape.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

// The scalars and tags that the fast path reads. Each function returns the position after one, or null if the
// strict reader has to read it.

namespace ec2wire::detail::fast_text {

EC2WIRE_NOINLINE inline const char* find_far_end(const char* at, const char* end,
                                                 std::size_t room) noexcept {
    at = xml::find_stop<'<', '&', ']'>(at, end);
    const auto left = static_cast<std::size_t>(end - at);
    return left != 0 && left >= room && *at == '<' ? at : nullptr;
}

// Returns the '<' at the end of a text that needs no unescaping, without references, carriage returns and
// non-ASCII characters, and from which on at least `Room` bytes are readable.
template <std::size_t Room>
EC2WIRE_ALWAYS_INLINE inline const char* find_end_in_room(const char* at,
                                                          const char* end) noexcept {
    for (int i = 0; i < 3 && static_cast<std::size_t>(end - at) >= block::size + Room; ++i) {
        const auto stops = xml::detail::stops_of<'<', '&', ']'>(block::load(at));
        if (!stops.is_empty()) {
            const char* const last = advance_to_first(at, stops);
            return *last == '<' ? last : nullptr;
        }
        at += block::size;
    }
    return find_far_end(at, end, Room);
}

EC2WIRE_ALWAYS_INLINE inline const char* find_end(const char* at, const char* end) noexcept {
    return find_end_in_room<0>(at, end);
}

// Reads any other text, unescaped into the scratch if necessary.
EC2WIRE_NOINLINE inline const char* read_escaped(const char* at, const char* end,
                                                 std::string_view& text, scratch& memory) {
    xml::detail::input in({at, static_cast<std::size_t>(end - at)});
    bool needs_unescape = false;
    const char* const last = xml::detail::skip_text(in, at, needs_unescape);
    if (last == nullptr) return nullptr;
    text = {at, static_cast<std::size_t>(last - at)};
    if (!needs_unescape) return last;
    char* const room = memory.allocate<char>(text.size());
    if (room == nullptr) return nullptr;
    const auto size = static_cast<std::size_t>(xml::unescape(text, false, room) - room);
    memory.shrink(room, size, text.size());
    text = {room, size};
    return last;
}

// Reads so few digits that the type can hold any such number; false, with `at` unchanged, for any other text.
//
//   272</code>
//   ---
EC2WIRE_ALWAYS_INLINE EC2WIRE_WRAPS inline bool read_digits(const type_schema& type,
                                                            const char*& at, const char* end,
                                                            std::uint32_t& number) noexcept {
    if (end - at < 5) return false;
    std::uint32_t sum = 0;
    for (int i = 0; i < type.few_digits; ++i) {
        const auto digit = static_cast<std::uint32_t>(static_cast<unsigned char>(at[i])) - '0';
        if (digit > 9) return false;
        sum = sum * 10 + digit;
        if (at[i + 1] == '<') {
            number = sum;
            at += i + 1;
            return true;
        }
    }
    return false;
}

// A scalar that was read and not yet stored: a number of few digits, or a text. Made of words, each of which
// stays in a register: storing the halves of a view and reloading 16 bytes defeats store forwarding.
struct scanned_scalar {
    const char* last = nullptr;   // the '<' after it in the document; null if it was not read
    const char* first = nullptr;  // null for a number
    std::size_t size = 0;         // or the number

    std::string_view text() const noexcept { return {first, size}; }
};

EC2WIRE_NOINLINE inline scanned_scalar read_escaped_scalar(const char* at, const char* end,
                                                           scratch& memory) {
    scanned_scalar scalar;
    std::string_view text;
    scalar.last = read_escaped(at, end, text, memory);
    scalar.first = text.data();
    scalar.size = text.size();
    return scalar;
}

// Reads a scalar from its first byte on.
EC2WIRE_ALWAYS_INLINE inline scanned_scalar read(const type_schema& type, const char* at,
                                                 const char* end, scratch& memory) {
    scanned_scalar scalar;
    if (type.few_digits != 0) {
        const char* behind = at;
        std::uint32_t number = 0;
        if (read_digits(type, behind, end, number)) {
            scalar.last = behind;
            scalar.size = number;
            return scalar;
        }
    }
    const char* const last = find_end(at, end);
    if (last == nullptr) return read_escaped_scalar(at, end, memory);
    scalar.last = last;
    scalar.first = at;
    scalar.size = static_cast<std::size_t>(last - at);
    return scalar;
}

// Sets a member to a scalar that was read. False if it is not a value of its type, or there is no memory.
EC2WIRE_ALWAYS_INLINE inline bool store(const type_schema& type, void* member,
                                        const scanned_scalar& scalar, scratch& memory) {
    if (type.storage == member_storage::optional_view) {
        *static_cast<std::optional<std::string_view>*>(member) = scalar.text();
        return true;
    }
    if (scalar.first == nullptr) {
        type.store_number(member, scalar.size);
        return true;
    }
    if (type.storage == member_storage::optional_time) {
        timestamp time{};
        if (read_fixed_date_time(scalar.text(), time)) {
            *static_cast<std::optional<timestamp>*>(member) = time;
            return true;
        }
    }
    return !parse_scalar(type, member, scalar.text(), memory);
}

// Whether a literal is at `at`. Compares 32 bytes at a time, the last ones overlapping those before.
EC2WIRE_ALWAYS_INLINE inline bool is_literal(const char* at, const char* literal, std::size_t size,
                                             const char* end) noexcept {
    const auto same_at = [=](std::size_t i) EC2WIRE_ALWAYS_INLINE_LAMBDA {
        return short_block::load(at + i).is_same(short_block::load(literal + i));
    };
    if (static_cast<std::size_t>(end - at) < size) return false;
    if (size < 16) return is_equal(at, literal, size);
    auto same = same_at(0) & same_at(size - 16);
    if (size > 32) {
        same = same & same_at(16) & same_at(size - 32);
        for (std::size_t i = 32; i + 32 < size; i += 32) same = same & same_at(i) & same_at(i + 16);
    }
    return same.is_full();
}

// Whether a tag has that name, followed by its end or a space. Eight bytes after `at` must be readable.
//
//   <code>    <code/>    <code type="x">
//    -----     ------     -----
EC2WIRE_ALWAYS_INLINE inline bool is_tag(const compared_name& name, const char* at,
                                         const char* end) noexcept {
    const std::size_t size = name.size();
    if (size == 0 || static_cast<std::size_t>(end - at) <= size + 1 || !name.is_at(at))
        return false;
    return at[size] == '>' || (at[size] == '/' && at[size + 1] == '>') || at[size] == ' ';
}

//   </code>
//   -------
EC2WIRE_ALWAYS_INLINE inline const char* skip_end_tag(const char* at, const compared_name& name,
                                                      const char* end) noexcept {
    const std::size_t size = name.size();
    if (static_cast<std::size_t>(end - at) < size + 2 + 8 || at[1] != '/' || !name.is_at(at + 2) ||
        at[2 + size] != '>')
        return nullptr;
    return at + size + 3;
}

// Skips the end tag of an element that is not in the tables.
inline const char* skip_end_tag(const char* at, std::string_view name, const char* end) noexcept {
    const std::size_t size = name.size();
    if (static_cast<std::size_t>(end - at) < size + 3 || at[1] != '/' ||
        !is_equal(at + 2, name.data(), size) || at[2 + size] != '>')
        return nullptr;
    return at + size + 3;
}

// Returns how many characters of a tag are a name of letters and digits.
//
//   <tomorrow>yes</tomorrow>
//    --------
inline std::size_t plain_name_size(const char* name, const char* end) noexcept {
    const char* at = name;
    while (at != end && ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') ||
                         (at != name && *at >= '0' && *at <= '9')))
        ++at;
    return static_cast<std::size_t>(at - name);
}

// Returns the end of a start tag, its '>' or "/>", whose only attribute begins at `at` and has no prefix, and
// a value of printable ASCII without references.
//
//   <item type="InstanceStateChange">
//        ---------------------------
EC2WIRE_NOINLINE inline const char* find_attribute_end(const char* at, const char* end) noexcept {
    const std::size_t size = plain_name_size(at + 1, end);
    const std::string_view name(at + 1, size);
    // A namespace declaration is not an ordinary attribute.
    if (size == 0 || name.starts_with("xml")) return nullptr;
    at += 1 + size;
    if (end - at < 4 || at[0] != '=' || at[1] != '"') return nullptr;
    for (at += 2; *at != '"'; ++at)
        if (*at < ' ' || *at > '~' || *at == '<' || *at == '&' || end - at < 4) return nullptr;
    ++at;
    if (end - at < 2) return nullptr;
    return at[0] == '>' || (at[0] == '/' && at[1] == '>') ? at : nullptr;
}
}  // namespace ec2wire::detail::fast_text

#endif
