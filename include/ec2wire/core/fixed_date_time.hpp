#ifndef EC2WIRE_CORE_FIXED_DATE_TIME_HPP
#define EC2WIRE_CORE_FIXED_DATE_TIME_HPP

#include <ec2wire/core/calendar.hpp>
#include <ec2wire/core/timestamp.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire::detail {

// Reads a date-time in the one form that EC2 prints, without a branch for each part. False for any other,
// and for the last days of a month, which parse_timestamp() knows.
//
//   2012-10-16T20:00:13.000Z
inline bool read_fixed_date_time(std::string_view text, timestamp& time) noexcept {
    constexpr std::string_view form = "0000-00-00T00:00:00.000Z";
    if (text.size() != form.size()) return false;
    unsigned bad = 0;
    const auto digits = [&](std::size_t first, std::size_t count) {
        unsigned number = 0;
        for (std::size_t i = first; i < first + count; ++i) {
            const auto digit = static_cast<unsigned>(static_cast<unsigned char>(text[i])) - '0';
            bad |= static_cast<unsigned>(digit > 9);
            number = number * 10 + digit;
        }
        return number;
    };
    const unsigned year = digits(0, 4), month = digits(5, 2), day = digits(8, 2);
    const unsigned hour = digits(11, 2), minute = digits(14, 2), second = digits(17, 2);
    const unsigned millisecond = digits(20, 3);
    for (const std::size_t i : {4U, 7U, 10U, 13U, 16U, 19U, 23U})
        bad |= static_cast<unsigned>(text[i] != form[i]);
    bad |= static_cast<unsigned>(month - 1 > 11) | static_cast<unsigned>(day - 1 > 27) |
           static_cast<unsigned>(hour > 23) | static_cast<unsigned>(minute > 59) |
           static_cast<unsigned>(second > 59);
    if (bad != 0) return false;
    const civil_date date{year, static_cast<int>(month), static_cast<int>(day)};
    time.seconds = days_from_civil(date) * 86400 + hour * 3600 + minute * 60 + second;
    time.nanoseconds = static_cast<std::int32_t>(millisecond * 1'000'000);
    return true;
}

}  // namespace ec2wire::detail

#endif
