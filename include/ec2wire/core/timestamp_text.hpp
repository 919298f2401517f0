#ifndef EC2WIRE_CORE_TIMESTAMP_TEXT_HPP
#define EC2WIRE_CORE_TIMESTAMP_TEXT_HPP

#include <ec2wire/core/calendar.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/timestamp.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire {

// The text of a timestamp in one of the formats, without allocation. The fraction is left out if it is zero,
// and has three, six or nine digits otherwise.
class timestamp_text {
  public:
    // Formats a time; the text is empty if the format cannot represent it.
    constexpr timestamp_text(timestamp value, timestamp_format format) noexcept {
        if (value.nanoseconds < 0 || value.nanoseconds > 999'999'999) return;
        if (format == timestamp_format::epoch_seconds) {
            put_epoch_seconds(value);
            return;
        }
        if (value.seconds < detail::first_second || value.seconds > detail::last_second) return;
        const std::int64_t days =
            (value.seconds >= 0 ? value.seconds : value.seconds - 86399) / 86400;
        const auto second_of_day = static_cast<int>(value.seconds - days * 86400);
        const detail::civil_date date = detail::civil_from_days(days);
        if (format == timestamp_format::date_time) {
            put_date_time(date, second_of_day, value.nanoseconds);
        } else {
            put_http_date(date, days, second_of_day, value.nanoseconds);
        }
    }

    // A view into this object; empty if the format cannot represent the value: a year outside 0 to 9999, or
    // nanoseconds out of range.
    constexpr std::string_view view() const noexcept EC2WIRE_LIFETIMEBOUND {
        return {text_, size_};
    }

  private:
    constexpr void put_date_time(detail::civil_date date, int second_of_day,
                                 std::int32_t nanoseconds) noexcept {
        put_year(date.year);
        put('-');
        put_two(date.month);
        put('-');
        put_two(date.day);
        put('T');
        put_time(second_of_day);
        put_fraction(nanoseconds);
        put('Z');
    }

    constexpr void put_http_date(detail::civil_date date, std::int64_t days, int second_of_day,
                                 std::int32_t nanoseconds) noexcept {
        const auto weekday = static_cast<std::size_t>((days % 7 + 7) % 7);
        put(detail::weekday_names.substr(weekday * 3, 3));
        put(", ");
        put_two(date.day);
        put(' ');
        put(detail::month_names.substr(static_cast<std::size_t>(date.month - 1) * 3, 3));
        put(' ');
        put_year(date.year);
        put(' ');
        put_time(second_of_day);
        put_fraction(nanoseconds);
        put(" GMT");
    }

    constexpr void put_epoch_seconds(timestamp value) noexcept {
        // The digits before the point count away from zero, the nanoseconds always forward.
        if (value.seconds < 0 && value.nanoseconds != 0) {
            value.seconds += 1;
            value.nanoseconds = 1'000'000'000 - value.nanoseconds;
            if (value.seconds == 0) put('-');
        }
        const integer_text whole(value.seconds);
        put(whole.view());
        put_fraction(value.nanoseconds);
    }

    constexpr void put_time(int second_of_day) noexcept {
        put_two(second_of_day / 3600);
        put(':');
        put_two(second_of_day / 60 % 60);
        put(':');
        put_two(second_of_day % 60);
    }

    constexpr void put_fraction(std::int32_t nanoseconds) noexcept {
        if (nanoseconds == 0) return;
        put('.');
        if (nanoseconds % 1'000'000 == 0) {
            put_number(nanoseconds / 1'000'000, 3);
        } else if (nanoseconds % 1'000 == 0) {
            put_number(nanoseconds / 1'000, 6);
        } else {
            put_number(nanoseconds, 9);
        }
    }

    constexpr void put_year(std::int64_t year) noexcept {
        const auto digits = static_cast<int>(year);
        put_two(digits / 100);
        put_two(digits % 100);
    }
    constexpr void put_two(int value) noexcept {
        const auto digits = static_cast<unsigned>(value);
        put(static_cast<char>('0' + digits / 10));
        put(static_cast<char>('0' + digits % 10));
    }

    constexpr void put_number(std::int32_t value, std::size_t digits) noexcept {
        for (std::size_t i = digits; i > 0; value /= 10)
            text_[size_ + --i] = static_cast<char>('0' + value % 10);
        size_ += digits;
    }

    constexpr void put(char c) noexcept { text_[size_++] = c; }
    constexpr void put(std::string_view text) noexcept {
        for (const char c : text) put(c);
    }

    char text_[40]{};  // "Sun, 25 Jan 2015 08:00:00.123456789 GMT" takes 39
    std::size_t size_ = 0;
};

}  // namespace ec2wire

namespace ec2wire::detail {

// Reads a date-time in the form that EC2 writes, without a branch for each part. False for any other form,
// and for February 29, which parse_timestamp() handles.
//
//   2012-10-16T20:00:13.000Z
inline bool read_fixed_date_time(std::string_view text, timestamp& time) noexcept {
    constexpr std::string_view form = "0000-00-00T00:00:00.000Z";
    constexpr unsigned char last_days[16] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
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
    bad |= static_cast<unsigned>(month - 1 > 11) |
           static_cast<unsigned>(day - 1 >= last_days[month & 15]) |
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
