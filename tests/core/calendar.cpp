#include <ec2wire/core/calendar.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdint>

using namespace ec2wire::detail;

namespace {

constexpr bool is_day(std::int64_t days, civil_date date) {
    const civil_date back = civil_from_days(days);
    return days_from_civil(date) == days && back.year == date.year && back.month == date.month &&
           back.day == date.day;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(core_calendar)

BOOST_AUTO_TEST_CASE(days_are_counted_from_1970) {
    static_assert(is_day(0, {1970, 1, 1}) && is_day(-1, {1969, 12, 31}));
    static_assert(is_day(59, {1970, 3, 1}) && is_day(11016, {2000, 2, 29}));
    static_assert(is_day(-719528, {0, 1, 1}) && is_day(2932896, {9999, 12, 31}));
    BOOST_TEST(is_day(16460, {2015, 1, 25}));
}

BOOST_AUTO_TEST_CASE(a_century_is_a_leap_year_only_every_fourth_time) {
    static_assert(days_in_month(2000, 2) == 29 && days_in_month(1900, 2) == 28);
    static_assert(days_in_month(2016, 2) == 29 && days_in_month(2015, 2) == 28);
    static_assert(days_in_month(2015, 4) == 30 && days_in_month(2015, 12) == 31);
    BOOST_TEST(days_in_month(0, 2) == 29);
}

// Every day of five centuries follows the one before.
BOOST_AUTO_TEST_CASE(every_day_has_one_date) {
    std::int64_t days = days_from_civil({1700, 1, 1});
    for (std::int64_t year = 1700; year < 2200; ++year)
        for (int month = 1; month <= 12; ++month)
            for (int day = 1; day <= days_in_month(year, month); ++day, ++days)
                BOOST_TEST_REQUIRE(is_day(days, {year, month, day}));
}

BOOST_AUTO_TEST_SUITE_END()
