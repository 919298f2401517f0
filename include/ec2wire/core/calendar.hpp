#ifndef EC2WIRE_CORE_CALENDAR_HPP
#define EC2WIRE_CORE_CALENDAR_HPP

#include <cstdint>

namespace ec2wire::detail {

// A date in the proleptic Gregorian calendar, which ISO 8601 uses.
struct civil_date {
    std::int64_t year;
    int month;  // 1 to 12
    int day;    // 1 to 31
};

// Returns the days since 1970-01-01. A year is counted from March, so that the leap day is its last; 400 such
// years are an era of 146 097 days.
constexpr std::int64_t days_from_civil(civil_date date) noexcept {
    const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t day_of_year = (153 * ((date.month + 9) % 12) + 2) / 5 + date.day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
           719468;
}

// Returns the date of a number of days since 1970-01-01.
constexpr civil_date civil_from_days(std::int64_t days) noexcept {
    const std::int64_t shifted = days + 719468;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const std::int64_t day_of_era = shifted - era * 146097;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t march_month = (5 * day_of_year + 2) / 153;
    const int day = static_cast<int>(day_of_year - (153 * march_month + 2) / 5 + 1);
    const int month = static_cast<int>(march_month < 10 ? march_month + 3 : march_month - 9);
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

constexpr int days_in_month(std::int64_t year, int month) noexcept {
    const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (month == 2) return is_leap ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

}  // namespace ec2wire::detail

#endif
