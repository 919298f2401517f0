#ifndef EC2WIRE_CORE_TIMESTAMP_TEXT_HPP
#define EC2WIRE_CORE_TIMESTAMP_TEXT_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/calendar.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/timestamp.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire {

// The text of a timestamp in one of the formats, without allocation. The fraction is left out if it is zero,
// and has three, six or nine digits otherwise.
class timestamp_text {
  public:
    // Formats a time; the text is empty if parse_timestamp() would refuse it.
    constexpr timestamp_text(timestamp value, timestamp_format format) noexcept {
        if (value.nanoseconds < 0 || value.nanoseconds > 999'999'999) return;
        if (value.seconds < detail::first_second || value.seconds > detail::last_second) return;
        if (format == timestamp_format::epoch_seconds) {
            put_epoch_seconds(value);
            return;
        }
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

    // A view into this object; empty for nanoseconds out of range, and for a year outside 0 to 9999, which no
    // format has (rule P5).
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

    EC2WIRE_COLD constexpr void put_http_date(detail::civil_date date, std::int64_t days,
                                              int second_of_day,
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

// Eight characters of a text, compared with a form in which each '0' stands for a digit.
//
//   text  2 0 1 2 - 1 0 -        form  0 0 0 0 - 0 0 -
class digits_in_form {
  public:
    // `limits` has for each character what may be added to a valid one before the highest bit of its byte is
    // set: 'v', which is 0x7F - 9, for a digit, and 0x7F for any other, which must be equal.
    EC2WIRE_WRAPS digits_in_form(const char* text, const char* form, const char* limits) noexcept
        : differences_(load_word<std::uint64_t>(text) ^ load_word<std::uint64_t>(form)),
          sums_(differences_ + load_word<std::uint64_t>(limits)) {}

    bool are_valid() const noexcept {
        return ((differences_ | sums_) & 0x8080'8080'8080'8080U) == 0;
    }

    // The value of the digit at an index, and of that and the next one.
    unsigned one(int index) const noexcept {
        const int byte = std::endian::native == std::endian::little ? index : 7 - index;
        return static_cast<unsigned>(differences_ >> 8 * byte) & 0xFF;
    }
    unsigned two(int index) const noexcept { return one(index) * 10 + one(index + 1); }

  private:
    std::uint64_t differences_;
    std::uint64_t sums_;
};

// Reads a date-time in the form that EC2 writes, without a branch for each part. False for any other form,
// and for February 29, which parse_timestamp() handles.
//
//   2012-10-16T20:00:13.000Z
inline bool read_fixed_date_time(std::string_view text, timestamp& time) noexcept {
    constexpr unsigned char last_days[16] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (text.size() != 24) return false;
    const digits_in_form first(text.data(), "0000-00-", "vvvv\x7Fvv\x7F");
    const digits_in_form middle(text.data() + 8, "00T00:00", "vv\x7Fvv\x7Fvv");
    const digits_in_form last(text.data() + 16, ":00.000Z", "\x7Fvv\x7Fvvv\x7F");
    if (!first.are_valid() || !middle.are_valid() || !last.are_valid()) return false;
    const unsigned month = first.two(5), day = middle.two(0);
    const unsigned hour = middle.two(3), minute = middle.two(6), second = last.two(1);
    if (month - 1 > 11 || day - 1 >= last_days[month] || hour > 23 || minute > 59 || second > 59)
        return false;
    const civil_date date{first.two(0) * 100 + first.two(2), static_cast<int>(month),
                          static_cast<int>(day)};
    time.seconds = days_from_civil(date) * 86400 + hour * 3600 + minute * 60 + second;
    time.nanoseconds = static_cast<std::int32_t>((last.two(4) * 10 + last.one(6)) * 1'000'000);
    return true;
}

}  // namespace ec2wire::detail

#endif
