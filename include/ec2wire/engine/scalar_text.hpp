#ifndef EC2WIRE_ENGINE_SCALAR_TEXT_HPP
#define EC2WIRE_ENGINE_SCALAR_TEXT_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ec2wire::detail {

// The text of a scalar before it is escaped: queries, XML and JSON represent values alike.

// A buffer for the text of a number, a boolean or a timestamp: one piece of at most 39 characters.
struct printed_scalar {
    // Not defaulted: {} would then zero the bytes.
    printed_scalar() noexcept {}

    char bytes[48];
    std::size_t size = 0;
};

inline std::string_view print_number(std::int64_t number, printed_scalar& room) noexcept {
    if (number >= 0 && number < 100) {
        const auto digits = static_cast<unsigned>(number);
        room.bytes[0] = static_cast<char>('0' + digits / 10);
        room.bytes[1] = static_cast<char>('0' + digits % 10);
        const bool is_short = digits < 10;
        return {room.bytes + (is_short ? 1 : 0), is_short ? 1U : 2U};
    }
    const integer_text text(number);
    copy_bytes(text.view().data(), text.view().size(), room.bytes);
    return {room.bytes, text.view().size()};
}

// Prints a scalar that is neither a boolean nor an integer that a std::int64_t can hold.
EC2WIRE_NOINLINE inline std::string_view print_other(const type_schema& type, const void* value,
                                                     timestamp_format format,
                                                     printed_scalar& room) {
    const text_sink sink{&room, [](void* context, std::string_view piece) {
                             auto& to = *static_cast<printed_scalar*>(context);
                             copy_bytes(piece.data(), to.size = piece.size(), to.bytes);
                         }};
    if (!type.print(value, format, sink)) return {};
    return {room.bytes, room.size};
}

// Prints a number, a boolean or a timestamp; returns null data if it has no text: a timestamp outside
// the years 0 to 9999.
EC2WIRE_NOINLINE inline std::string_view print_scalar(const type_schema& type, const void* value,
                                                      timestamp_format format,
                                                      printed_scalar& room) {
    if (type.number != nullptr) return print_number(type.number(value), room);
    if (type.is_bool) return boolean_text(*static_cast<const bool*>(value));
    return print_other(type, value, format, room);
}

// Whether a member has a text.
enum class text_presence : std::uint8_t {
    set,
    absent,
    bad,    // it cannot be represented
    other,  // not a form that text_of_member() handles
};

template <class T>
EC2WIRE_ALWAYS_INLINE inline text_presence text_of_optional(const void* member,
                                                            std::string_view& text) {
    const auto& value = *static_cast<const std::optional<T>*>(member);
    if (!value.has_value()) return text_presence::absent;
    text = *value;
    return text_presence::set;
}

// Gets the text of a member whose form is a string, `text` or `printed`; it may be in `room`. The most frequent
// form needs no jump table.
EC2WIRE_ALWAYS_INLINE inline text_presence text_of_member(const member_schema& member,
                                                          const void* at, std::string_view& text,
                                                          printed_scalar& room) {
    if (member.form == member_form::optional_view)
        return text_of_optional<std::string_view>(at, text);
    const auto value_of = [&] { return member.type->get == nullptr ? at : member.type->get(at); };
    switch (member.form) {
        case member_form::optional_string: return text_of_optional<std::string>(at, text);
        case member_form::view:
            text = *static_cast<const std::string_view*>(at);
            return text_presence::set;
        case member_form::string:
            text = *static_cast<const std::string*>(at);
            return text_presence::set;
        case member_form::text: {
            const void* const value = value_of();
            if (value == nullptr) return text_presence::absent;
            text = member.type->text(value);
            return text_presence::set;
        }
        case member_form::printed: {
            const void* const value = value_of();
            if (value == nullptr) return text_presence::absent;
            text = print_scalar(*member.type, value, member.format, room);
            return text.data() == nullptr ? text_presence::bad : text_presence::set;
        }
        case member_form::optional_view:
        case member_form::structure:
        case member_form::list:
        case member_form::other: break;
    }
    return text_presence::other;
}

}  // namespace ec2wire::detail

#endif
