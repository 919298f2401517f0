#ifndef EC2WIRE_ENGINE_JSON_CLOUDTRAIL_SCALAR_HPP
#define EC2WIRE_ENGINE_JSON_CLOUDTRAIL_SCALAR_HPP

#include <ec2wire/core/floating.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/core/timestamp.hpp>
#include <ec2wire/engine/json_scalar.hpp>
#include <ec2wire/json/token.hpp>
#include <ec2wire/shape/schema.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// The scalars in CloudTrail records, which differ from those in the SDK's JSON.

// C4. Whether a member may have this JSON type: a number or a boolean may be written as a string, and a
// string as a number or a boolean.
//
//   {"size":"10","encrypted":"true","tagSet":{"items":[{"key":"shared","value":true}]}}
constexpr bool can_be_in_cloudtrail(value_kind member, json::value_kind scalar) noexcept {
    using enum json::value_kind;
    switch (member) {
        case value_kind::text:
        case value_kind::blob: return scalar == string || scalar == number || scalar == boolean;
        case value_kind::boolean: return scalar == string || scalar == boolean;
        case value_kind::integer:
        case value_kind::floating:
        case value_kind::timestamp: return scalar == string || scalar == number;
        case value_kind::structure:
        case value_kind::list:
        case value_kind::map: break;
    }
    return false;
}

// C1 (timestamps in milliseconds). Converts milliseconds to seconds, in `out`. Returns an empty string for a
// number between -10^11 and 10^11 that is not 0: that may be seconds, and is refused.
//
//   1700000000123  ->  1700000000.123
inline std::string_view seconds_of_milliseconds(std::string_view number,
                                                std::array<char, 64>& out) {
    const std::string_view seconds = shift_point(number, -3, out);
    std::size_t first = seconds.starts_with('-') ? 1 : 0;
    while (first < seconds.size() && (seconds[first] == '0' || seconds[first] == '.')) ++first;
    if (first == seconds.size()) return seconds;  // 0, or empty
    std::size_t digits = 0;
    while (first + digits < seconds.size() && is_digit(seconds[first + digits])) ++digits;
    return digits >= 9 && seconds.find('.') >= first ? seconds : std::string_view();
}

// C1. Converts a timestamp in a format that Java uses in the United States to a date-time, in `out`. Returns an
// empty string for any other text. Java 9 added a second comma, and Java 20 made the last space a narrow
// no-break space, U+202F.
//
//   Jan 25, 2015 8:00:00 AM     ->  2015-01-25T08:00:00Z
//   Jan 25, 2015, 8:00:00 AM
//               -
inline std::string_view date_time_of_java(std::string_view text, std::array<char, 64>& out) {
    timestamp_reader in(text);
    const std::size_t month = text.size() < 4 ? 1 : month_names.find(text.substr(0, 3));
    if (month % 3 != 0 || month == month_names.npos) return {};
    in.expect(text.substr(0, 3));
    in.expect(' ');
    const auto short_number = [&](int high) {
        const bool has_two = in.position() + 1 < text.size() && is_digit(text[in.position() + 1]);
        return in.number(has_two ? 2 : 1, 1, high);
    };
    const int day = short_number(31);
    in.expect(", ");
    const int year = in.number(4, 0, 9999);
    in.skip(',');
    in.expect(' ');
    const int hour = short_number(12);
    in.expect(':');
    const int minute = in.number(2, 0, 59);
    in.expect(':');
    const int second = in.number(2, 0, 59);
    if (!in.skip(' ')) in.expect("\xE2\x80\xAF");
    const bool is_afternoon = in.is_at('P');
    in.expect(is_afternoon ? "PM" : "AM");
    if (!in.is_good() || !in.is_at_end()) return {};
    char* to = out.data();
    const auto put = [&](int value, int unit, char after) {
        for (; unit != 0; unit /= 10) *to++ = static_cast<char>('0' + value / unit % 10);
        *to++ = after;
    };
    put(year, 1000, '-');
    put(static_cast<int>(month / 3) + 1, 10, '-');
    put(day, 10, 'T');
    put(hour % 12 + (is_afternoon ? 12 : 0), 10, ':');
    put(minute, 10, ':');
    put(second, 10, 'Z');
    return {out.data(), static_cast<std::size_t>(to - out.data())};
}

// Whether a string is a number, which may have a fraction and an exponent.
inline bool is_number(std::string_view text) noexcept {
    return decimal_prefix(text) == text.size() && ends_in_digit(text);
}

inline scalar_fault store_cloudtrail_time(const type_schema& type, void* member,
                                          const json_scalar& scalar, scratch& memory) {
    std::array<char, 64> room;
    std::size_t left = 0;
    const std::string_view number = trim(scalar.text, left);
    if (scalar.kind == json::value_kind::number || is_number(number)) {
        const std::string_view seconds = seconds_of_milliseconds(number, room);
        if (seconds.empty()) return {errc::bad_value, 0};
        return {type.parse(member, seconds, memory).code, 0};
    }
    const std::string_view date_time = date_time_of_java(scalar.text, room);
    return type.parse(member, date_time.empty() ? scalar.text : date_time, memory);
}

// Sets a member to a scalar of a CloudTrail record.
inline scalar_fault store_cloudtrail_scalar(const type_schema& type, void* member,
                                            const json_scalar& scalar, scratch& memory) {
    if (!can_be_in_cloudtrail(type.kind, scalar.kind)) return {errc::wrong_type, 0};
    if (type.kind == value_kind::timestamp)
        return store_cloudtrail_time(type, member, scalar, memory);
    return store_text(type, member, scalar.text, memory);
}

}  // namespace ec2wire::detail

#endif
