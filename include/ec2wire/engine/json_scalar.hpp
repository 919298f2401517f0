#ifndef EC2WIRE_ENGINE_JSON_SCALAR_HPP
#define EC2WIRE_ENGINE_JSON_SCALAR_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/json/token.hpp>
#include <ec2wire/shape/reply.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire::detail {

// A scalar in a document: its JSON type and its characters; a string's without the quotes, and unescaped.
struct json_scalar {
    json::value_kind kind{};
    std::string_view text{};
};

// Whether a member may have this JSON type. NaN and the infinities, for which JSON has no numbers, are
// strings.
//
//   {"Code":64,"Name":"stopping","LaunchTime":"2015-01-25T08:00:00Z","Ratio":"NaN"}
constexpr bool can_be(value_kind member, const json_scalar& scalar) noexcept {
    using enum json::value_kind;
    switch (member) {
        case value_kind::text:
        case value_kind::blob: return scalar.kind == string;
        case value_kind::boolean: return scalar.kind == boolean;
        case value_kind::integer: return scalar.kind == number;
        case value_kind::timestamp: return scalar.kind == number || scalar.kind == string;
        case value_kind::floating:
            return scalar.kind == number ||
                   (scalar.kind == string && (scalar.text == "NaN" || scalar.text == "Infinity" ||
                                              scalar.text == "-Infinity"));
        case value_kind::structure:
        case value_kind::list:
        case value_kind::map: break;
    }
    return false;
}

// Writes a number without an exponent in `out`, with its decimal point moved by `shift` digits. Returns an
// empty string for a number that is longer than any timestamp.
//
//   1.436486415E9, by 0  ->  1436486415        1700000000123, by -3  ->  1700000000.123
inline std::string_view shift_point(std::string_view number, int shift, std::array<char, 64>& out) {
    const std::size_t e = (std::min)(number.find_first_of("eE"), number.size());
    if (e > 32) return {};
    std::string_view power = e < number.size() ? number.substr(e + 1) : "0";
    if (power.starts_with('+')) power.remove_prefix(1);
    const auto exponent = parse_integer<std::int8_t>(power);
    if (!exponent || *exponent > 15 || *exponent < -15) return {};
    char* to = out.data();
    std::string_view mantissa = number.substr(0, e);
    if (mantissa.starts_with('-')) {
        *to++ = '-';
        mantissa.remove_prefix(1);
    }
    const std::size_t whole = (std::min)(mantissa.find('.'), mantissa.size());
    const int digits = static_cast<int>(mantissa.size() - (whole < mantissa.size() ? 1 : 0));
    const int point = static_cast<int>(whole) + *exponent + shift;
    for (int i = (std::min)(point - 1, 0); i < (std::max)(digits, point); ++i) {
        if (i == point) *to++ = '.';
        const std::size_t at = static_cast<std::size_t>(i) + (i < static_cast<int>(whole) ? 0 : 1);
        *to++ = i < 0 || i >= digits ? '0' : mantissa[at];
    }
    return {out.data(), static_cast<std::size_t>(to - out.data())};
}

// Sets a member to a scalar.
inline scalar_fault store_scalar(const type_schema& type, void* member, const json_scalar& scalar,
                                 scratch& memory) {
    if (!can_be(type.kind, scalar)) return {errc::wrong_type, 0};
    if (type.kind == value_kind::timestamp && scalar.kind == json::value_kind::number) {
        // The Query services write seconds with an exponent, which parse_timestamp() does not read.
        std::array<char, 64> room;
        const bool has_exponent = scalar.text.find_first_of("eE") != scalar.text.npos;
        const auto plain = has_exponent ? shift_point(scalar.text, 0, room) : std::string_view();
        if (!plain.empty()) return {type.parse(member, plain, memory).code, 0};
    }
    return store_text(type, member, scalar.text, memory);
}

// Decodes the scalars of a document. Reader is json::fast_reader or json::strict_reader. A function returns
// the cursor after the value, null after an error.
template <class Reader>
class json_scalar_decoder {
  public:
    using cursor = typename Reader::cursor;

    json_scalar_decoder(Reader& in, decode_notes* notes) noexcept : in_(in), notes_(notes) {}

    // Fails at a value of a wrong type.
    cursor fail_type(cursor at) {
        const bool is_value = json::kind_of(in_.first(at)) != json::value_kind::none;
        return in_.fail(at, is_value ? errc::wrong_type : errc::bad_json);
    }

    cursor take_null(cursor at) {
        std::string_view word;
        return in_.take_word(at, word);
    }

    // Adds a note of the value at the cursor, if notes are collected.
    void note(note_kind kind, cursor at, std::string_view member) {
        if (notes_ != nullptr) notes_->add(kind, in_.offset(at), member);
    }

    cursor decode_scalar(const member_schema& row, void* member, cursor at) {
        json_scalar scalar;
        const cursor after = take_scalar(at, scalar);
        if (after == nullptr) return after;
        const scalar_fault fault = store_scalar(*row.type, member, scalar, in_.memory());
        return fault ? fail_scalar(row, scalar, fault, at, after) : after;
    }

    // D10a (tolerance with notes). Fails at a scalar that is invalid for its member; with notes, leaves the
    // member absent and continues after the scalar.
    EC2WIRE_COLD EC2WIRE_NOINLINE cursor fail_scalar(const member_schema& row,
                                                     const json_scalar& scalar, scalar_fault fault,
                                                     cursor at, cursor after) {
        const bool is_bad = fault.code == errc::bad_value || fault.code == errc::wrong_type;
        if (notes_ != nullptr && is_bad && can_be_left_absent(row))
            return note(note_kind::bad_value, at, row.name), after;
        const std::size_t quote = scalar.kind == json::value_kind::string ? 1 : 0;
        const bool is_borrowed = scalar.text.data() == at + quote;
        const bool is_inside = fault.code == errc::bad_value && is_borrowed;
        return in_.fail(at, fault.code, is_inside ? fault.index + quote : 0);
    }

    // Reads a string, a number, true, false or null.
    cursor take_scalar(cursor at, json_scalar& scalar) {
        scalar.kind = json::kind_of(in_.first(at));
        switch (scalar.kind) {
            case json::value_kind::string: return in_.take_text(at, scalar.text);
            case json::value_kind::number: return in_.take_number(at, scalar.text);
            case json::value_kind::boolean:
            case json::value_kind::null: return in_.take_word(at, scalar.text);
            case json::value_kind::object:
            case json::value_kind::array:
            case json::value_kind::none: break;
        }
        return fail_type(at);
    }

    EC2WIRE_ALWAYS_INLINE cursor decode_text(const type_schema& type, void* member, cursor at) {
        std::string_view text;
        const cursor after = in_.take_text(at, text);
        if (after == nullptr) return after;
        const scalar_fault fault = store_text(type, member, text, in_.memory());
        return fault ? in_.fail(at, fault.code) : after;
    }

    cursor decode_integer(const member_schema& row, void* member, cursor at) {
        json_scalar number{json::value_kind::number, {}};
        const cursor after = in_.take_number(at, number.text);
        if (after == nullptr) return after;
        const scalar_fault fault = parse_scalar(*row.type, member, number.text, in_.memory());
        return fault ? fail_scalar(row, number, fault, at, after) : after;
    }

  protected:
    Reader& in_;
    decode_notes* notes_;  // null if no notes are collected
};

}  // namespace ec2wire::detail

#endif
