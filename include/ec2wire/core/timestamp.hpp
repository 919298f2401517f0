#ifndef EC2WIRE_CORE_TIMESTAMP_HPP
#define EC2WIRE_CORE_TIMESTAMP_HPP

#include <ec2wire/core/calendar.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/number.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire {

// A point in time as in Smithy's timestamp: UTC, without leap seconds.
struct timestamp {
    std::int64_t seconds{};      // since 1970-01-01T00:00:00Z, negative before
    std::int32_t nanoseconds{};  // 0 to 999 999 999, counted forward from `seconds`

    friend constexpr auto operator<=>(const timestamp&, const timestamp&) = default;
};

// The formats of smithy.api#timestampFormat.
enum class timestamp_format : std::uint8_t {
    date_time,      // 2015-01-25T08:00:00Z        (RFC 3339)
    epoch_seconds,  // 1422172800
    http_date,      // Sun, 25 Jan 2015 08:00:00 GMT        (RFC 9110, IMF-fixdate)
};

namespace detail {

// 0000-01-01T00:00:00Z and 9999-12-31T23:59:59Z: the range of a four-digit year.
inline constexpr std::int64_t first_second = -62'167'219'200;
inline constexpr std::int64_t last_second = 253'402'300'799;

inline constexpr std::string_view month_names = "JanFebMarAprMayJunJulAugSepOctNovDec";
inline constexpr std::string_view weekday_names = "ThuFriSatSunMonTueWed";  // day 0 was a Thursday

// Reads the text of a timestamp from left to right. After an error it stays where it is, so the caller checks
// once, when it has finished.
class timestamp_reader {
  public:
    constexpr explicit timestamp_reader(std::string_view text) noexcept : text_(text) {}
    constexpr std::size_t position() const noexcept { return position_; }
    constexpr bool is_good() const noexcept { return is_good_; }
    constexpr bool is_at_end() const noexcept { return position_ == text_.size(); }
    constexpr bool is_at(char c) const noexcept {
        return is_good_ && !is_at_end() && text_[position_] == c;
    }
    constexpr bool is_at_digit() const noexcept {
        return !is_at_end() && is_digit(text_[position_]);
    }

    constexpr void fail() noexcept { is_good_ = false; }
    constexpr void fail_at(std::size_t position) noexcept {
        if (is_good_) position_ = position;
        is_good_ = false;
    }

    constexpr bool skip(char c) noexcept {
        if (!is_at(c)) return false;
        ++position_;
        return true;
    }
    constexpr void expect(char c) noexcept {
        if (!skip(c)) fail();
    }
    constexpr void expect(std::string_view literal) noexcept {
        for (const char c : literal) expect(c);
    }

    // Reads a number of exactly `digits` digits, between `low` and `high`. The error is at the first wrong
    // digit: the 3 of month 13.
    constexpr int number(int digits, int low, int high) noexcept {
        int unit = 1;  // place value of the digit just read
        for (int i = 0; i < digits; ++i) unit *= 10;
        int value = 0;
        while (is_good_ && unit > 1) {
            unit /= 10;
            const int next = is_at_digit() ? value + (text_[position_] - '0') * unit : -1;
            if (next < 0 || next > high || next + unit <= low) {
                fail();
            } else {
                value = next;
                ++position_;
            }
        }
        return value;
    }

    // Reads the digits after a decimal point, one to nine of them, as nanoseconds.
    constexpr std::int32_t fraction() noexcept {
        std::int32_t value = 0;
        std::int32_t scale = 1'000'000'000;
        if (!is_at_digit()) fail();
        while (is_good_ && is_at_digit()) {
            if (scale == 1) {
                fail();
            } else {
                scale /= 10;
                value += (text_[position_++] - '0') * scale;
            }
        }
        return value;
    }

    // Reads one of the three-letter names and returns its index. The error is where the name with the longest
    // common prefix differs.
    constexpr int name(std::string_view names) noexcept {
        if (!is_good_) return 0;
        const std::string_view rest = text_.substr(position_);
        std::size_t longest = 0;
        for (std::size_t i = 0; i < names.size(); i += 3) {
            std::size_t same = 0;
            while (same < 3 && same < rest.size() && rest[same] == names[i + same]) ++same;
            if (same == 3) {
                position_ += 3;
                return static_cast<int>(i / 3);
            }
            if (same > longest) longest = same;
        }
        fail_at(position_ + longest);
        return 0;
    }

    // Returns `value`, or the position of an error, such as a character that is left.
    constexpr parsed<timestamp> finish(timestamp value) const noexcept {
        if (!is_good_ || !is_at_end()) return unexpected(position_);
        return value;
    }

  private:
    std::string_view text_;
    std::size_t position_ = 0;
    bool is_good_ = true;
};

constexpr std::int64_t seconds_from(civil_date date, int hour, int minute, int second) noexcept {
    return ((days_from_civil(date) * 24 + hour) * 60 + minute) * 60 + second;
}

// Parses a date-time of RFC 3339, with a T or a space (section 5.6). Some EC2 replies leave out the seconds.
//
//   2012-10-16T20:00:13.000Z    2012-10-16 20:00+02:00
//                   -------=                    ======    --- optional, also its fraction; = required
constexpr parsed<timestamp> parse_date_time(std::string_view text) noexcept {
    timestamp_reader in(text);
    civil_date date{};
    date.year = in.number(4, 0, 9999);
    in.expect('-');
    date.month = in.number(2, 1, 12);
    in.expect('-');
    date.day = in.number(2, 1, days_in_month(date.year, date.month));
    if (!in.skip('T') && !in.skip('t')) in.expect(' ');
    const int hour = in.number(2, 0, 23);
    in.expect(':');
    const int minute = in.number(2, 0, 59);
    const bool has_seconds = in.skip(':');
    const int second = has_seconds ? in.number(2, 0, 59) : 0;
    const std::int32_t nanoseconds = has_seconds && in.skip('.') ? in.fraction() : 0;
    std::int64_t offset = 0;
    const bool is_east = in.skip('+');
    if (is_east || in.skip('-')) {
        const int hours = in.number(2, 0, 23);
        in.skip(':');  // or in ISO 8601's basic form: +0000
        offset = (is_east ? 1 : -1) * (hours * 60 + in.number(2, 0, 59)) * 60;
    } else if (!in.skip('Z')) {
        in.expect('z');
    }
    if (!in.is_good()) return unexpected(in.position());
    const std::int64_t seconds = seconds_from(date, hour, minute, second) - offset;
    if (seconds < first_second || seconds > last_second) return unexpected(std::size_t{0});
    return in.finish({seconds, nanoseconds});
}

//   Sun, 25 Jan 2015 08:00:00 GMT    Sun, 25 Jan 2015 08:00:00.123 GMT
EC2WIRE_COLD constexpr parsed<timestamp> parse_http_date(std::string_view text) noexcept {
    timestamp_reader in(text);
    const int weekday = in.name(weekday_names);
    in.expect(", ");
    const std::size_t day_position = in.position();
    civil_date date{};
    date.day = in.number(2, 1, 31);
    in.expect(' ');
    date.month = in.name(month_names) + 1;
    in.expect(' ');
    date.year = in.number(4, 0, 9999);
    if (date.day > days_in_month(date.year, date.month)) in.fail_at(day_position);
    in.expect(' ');
    const int hour = in.number(2, 0, 23);
    in.expect(':');
    const int minute = in.number(2, 0, 59);
    in.expect(':');
    const int second = in.number(2, 0, 59);
    const std::int32_t nanoseconds = in.skip('.') ? in.fraction() : 0;
    in.expect(" GMT");
    if (!in.is_good()) return unexpected(in.position());
    if ((days_from_civil(date) % 7 + 7) % 7 != weekday) return unexpected(std::size_t{0});
    return in.finish({seconds_from(date, hour, minute, second), nanoseconds});
}

//   1422172800    -1.5    1422172800.123456789
EC2WIRE_COLD constexpr parsed<timestamp> parse_epoch_seconds(std::string_view text) noexcept {
    const std::string_view whole = text.substr(0, text.find('.'));
    // "-0.5" is half a second before the epoch, so a minus sign before zero can be valid here.
    const bool is_negative = whole.starts_with('-');
    const bool is_minus_zero =
        is_negative && whole.size() > 1 && whole.find_first_not_of('0', 1) == whole.npos;
    const auto seconds = parse_integer<std::int64_t>(is_minus_zero ? whole.substr(1) : whole);
    if (!seconds) return unexpected(seconds.error());
    if (*seconds < first_second || *seconds > last_second) return unexpected(std::size_t{0});
    timestamp value{*seconds, 0};
    if (const std::size_t first = whole.size() + 1; first <= text.size()) {
        timestamp_reader in(text.substr(first));
        value.nanoseconds = in.fraction();
        if (const auto end = in.finish(value); !end) return unexpected(first + end.error());
    }
    if (is_minus_zero && value.nanoseconds == 0) return unexpected(std::size_t{0});
    if (is_negative && value.nanoseconds != 0) {
        --value.seconds;
        value.nanoseconds = 1'000'000'000 - value.nanoseconds;
    }
    if (value.seconds < first_second) return unexpected(std::size_t{0});
    return value;
}

}  // namespace detail

// Parses any of the three formats, whichever the member declares (rule P5). Refuses dates that do not exist,
// a weekday that is not the date's, leap seconds, and years outside 0 to 9999 (UTC). The error is the index
// of the first wrong character; of the day, if it is one that the month of an http-date does not have; or 0 if
// the time as a whole is wrong: a weekday of another date, a year that is out of range, minus zero.
constexpr parsed<timestamp> parse_timestamp(std::string_view text) noexcept {
    if (!text.empty() && !is_digit(text[0]) && text[0] != '-') return detail::parse_http_date(text);
    if (text.find_first_not_of("0123456789") == 4 && text[4] == '-')
        return detail::parse_date_time(text);
    return detail::parse_epoch_seconds(text);
}

}  // namespace ec2wire

template <>
struct std::hash<ec2wire::timestamp> {
    std::size_t operator()(ec2wire::timestamp value) const noexcept {
        return std::hash<std::int64_t>()(value.seconds) * 1'000'000'007U +
               static_cast<std::size_t>(value.nanoseconds);
    }
};

#endif
