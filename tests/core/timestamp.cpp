#include <ec2wire/core/timestamp.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

using ec2wire::parse_timestamp;
using ec2wire::timestamp;

namespace {

constexpr auto bad_at(std::size_t index) { return ec2wire::unexpected(index); }

constexpr bool reads_as(std::string_view text, std::int64_t seconds, std::int32_t nanoseconds = 0) {
    return parse_timestamp(text) == timestamp{seconds, nanoseconds};
}

// Counts the proper prefixes of a valid text, from the one of `from` characters on, that are not refused at
// their end.
std::size_t count_wrong_cuts(std::string_view text, std::size_t from) {
    std::size_t wrong = 0;
    for (std::size_t size = from; size < text.size(); ++size)
        if (parse_timestamp(text.substr(0, size)) != bad_at(size)) ++wrong;
    return wrong;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(core_timestamp)

BOOST_AUTO_TEST_CASE(a_date_time_is_read) {
    static_assert(reads_as("1970-01-01T00:00:00Z", 0));
    static_assert(reads_as("2015-01-25T08:00:00Z", 1422172800));
    static_assert(reads_as("2015-01-25t08:00:00z", 1422172800));
    static_assert(reads_as("1969-12-31T23:59:59Z", -1));
    static_assert(reads_as("2000-02-29T12:34:56Z", 951827696));
    static_assert(reads_as("2038-01-19T03:14:08Z", 2147483648));
}

BOOST_AUTO_TEST_CASE(four_digits_of_year_go_from_0_to_9999) {
    static_assert(reads_as("0000-01-01T00:00:00Z", -62167219200));
    static_assert(reads_as("9999-12-31T23:59:59.999999999Z", 253402300799, 999'999'999));
    static_assert(parse_timestamp("10000-01-01T00:00:00Z") == bad_at(5));
}

BOOST_AUTO_TEST_CASE(the_seconds_may_be_left_out) {
    static_assert(reads_as("2015-01-25T08:00Z", 1422172800));
    static_assert(reads_as("2015-01-25T08:00+01:00", 1422169200));
}

BOOST_AUTO_TEST_CASE(without_seconds_there_is_no_fraction) {
    //                                             v
    static_assert(parse_timestamp("2015-01-25T08:00.5Z") == bad_at(16));
}

BOOST_AUTO_TEST_CASE(a_fraction_has_one_to_nine_digits) {
    static_assert(reads_as("2015-01-25T08:00:00.000Z", 1422172800));
    static_assert(reads_as("2015-01-25T08:00:00.1Z", 1422172800, 100'000'000));
    static_assert(reads_as("2015-01-25T08:00:00.12Z", 1422172800, 120'000'000));
    static_assert(reads_as("2015-01-25T08:00:00.123Z", 1422172800, 123'000'000));
    static_assert(reads_as("2015-01-25T08:00:00.1234Z", 1422172800, 123'400'000));
    static_assert(reads_as("2015-01-25T08:00:00.12345Z", 1422172800, 123'450'000));
    static_assert(reads_as("2015-01-25T08:00:00.123456Z", 1422172800, 123'456'000));
    static_assert(reads_as("2015-01-25T08:00:00.1234567Z", 1422172800, 123'456'700));
    static_assert(reads_as("2015-01-25T08:00:00.12345678Z", 1422172800, 123'456'780));
    static_assert(reads_as("2015-01-25T08:00:00.123456789Z", 1422172800, 123'456'789));
    static_assert(reads_as("2015-01-25T08:00:00.999999999Z", 1422172800, 999'999'999));
    //                                                 v
    static_assert(parse_timestamp("2015-01-25T08:00:00.Z") == bad_at(20));
    //                                                          v
    static_assert(parse_timestamp("2015-01-25T08:00:00.1234567890Z") == bad_at(29));
}

BOOST_AUTO_TEST_CASE(an_offset_from_utc_is_subtracted) {
    static_assert(reads_as("2015-01-25T10:00:00+02:00", 1422172800));
    static_assert(reads_as("2015-01-25T04:30:00.5-03:30", 1422172800, 500'000'000));
    static_assert(reads_as("2015-01-25T08:00:00-00:00", 1422172800));
    static_assert(reads_as("2015-01-25T08:00:00+23:59", 1422172800 - 86340));
    // An offset must not lead out of the years that can be written.
    static_assert(reads_as("0000-01-01T00:01:00+00:01", -62167219200));
    static_assert(!parse_timestamp("0000-01-01T00:00:00+00:01"));
    static_assert(!parse_timestamp("9999-12-31T23:59:59-00:01"));
}

// P5 (timestamps).
BOOST_AUTO_TEST_CASE(an_offset_may_be_in_the_basic_format_of_iso_8601) {
    static_assert(reads_as("2012-07-30T07:27:23+0000", 1343633243));
    static_assert(reads_as("2012-07-30T09:27:23+0200", 1343633243));
}

// As Python's json.dumps(reply, default=str) prints times (RFC 3339, section 5.6, note).
BOOST_AUTO_TEST_CASE(a_space_may_stand_before_the_hour) {
    static_assert(reads_as("2015-01-25 08:00:00+00:00", 1422172800));
    static_assert(reads_as("2015-01-25 08:00:00.500000+00:00", 1422172800, 500'000'000));
}

BOOST_AUTO_TEST_CASE(an_offset_has_one_sign_and_four_digits) {
    //                                                 v
    static_assert(parse_timestamp("2015-01-25T08:00:00-+02:00") == bad_at(20));
    static_assert(parse_timestamp("2015-01-25T08:00:00+-02:00") == bad_at(20));
    static_assert(parse_timestamp("2015-01-25T08:00:00++02:00") == bad_at(20));
    static_assert(parse_timestamp("2015-01-25T08:00:00+24:00") == bad_at(21));
    static_assert(parse_timestamp("2015-01-25T08:00:00+02:60") == bad_at(23));
    static_assert(parse_timestamp("2015-01-25T08:00:00+020") == bad_at(23));
    static_assert(parse_timestamp("2015-01-25T08:00:00+02:00Z") == bad_at(25));
}

BOOST_AUTO_TEST_CASE(the_error_of_a_number_out_of_range_is_at_its_first_wrong_digit) {
    //                                   v
    static_assert(parse_timestamp("2015-13-25T08:00:00Z") == bad_at(6));
    static_assert(parse_timestamp("2015-00-25T08:00:00Z") == bad_at(6));
    static_assert(parse_timestamp("2015-20-25T08:00:00Z") == bad_at(5));
    static_assert(parse_timestamp("2015-01-32T08:00:00Z") == bad_at(9));
    static_assert(parse_timestamp("2015-01-40T08:00:00Z") == bad_at(8));
    static_assert(parse_timestamp("2015-01-00T08:00:00Z") == bad_at(9));
    static_assert(parse_timestamp("2015-04-31T08:00:00Z") == bad_at(9));
    static_assert(parse_timestamp("2015-01-25T24:00:00Z") == bad_at(12));
    static_assert(parse_timestamp("2015-01-25T30:00:00Z") == bad_at(11));
    static_assert(parse_timestamp("2015-01-25T08:60:00Z") == bad_at(14));
    static_assert(parse_timestamp("2015-01-25T08:00:60Z") == bad_at(17));  // a leap second
}

BOOST_AUTO_TEST_CASE(february_has_29_days_in_leap_years) {
    static_assert(parse_timestamp("2016-02-29T00:00:00Z").has_value());
    static_assert(parse_timestamp("2000-02-29T00:00:00Z").has_value());
    static_assert(parse_timestamp("0000-02-29T00:00:00Z").has_value());
    //                                      v
    static_assert(parse_timestamp("2015-02-29T00:00:00Z") == bad_at(9));
    static_assert(parse_timestamp("1900-02-29T00:00:00Z") == bad_at(9));
    static_assert(parse_timestamp("2016-02-30T00:00:00Z") == bad_at(8));
}

BOOST_AUTO_TEST_CASE(the_error_of_a_date_time_is_at_the_first_wrong_character) {
    static_assert(parse_timestamp("2015-1-25T08:00:00Z") == bad_at(6));
    static_assert(parse_timestamp("2015/01/25T08:00:00Z") == bad_at(4));
    static_assert(parse_timestamp("2015-01-25_08:00:00Z") == bad_at(10));
    static_assert(parse_timestamp("2015-01-25  08:00:00Z") == bad_at(11));
    static_assert(parse_timestamp("2015-01-25T8:00:00Z") == bad_at(11));
    static_assert(parse_timestamp("2015-01-25T08-00-00Z") == bad_at(13));
    static_assert(parse_timestamp("2015-01-25T08:00:00,5Z") == bad_at(19));
    static_assert(parse_timestamp("2015-01-25T08:00:00 Z") == bad_at(19));
    static_assert(parse_timestamp("2015-01-25T08:00:00Zz") == bad_at(20));
    static_assert(parse_timestamp("2015-01-25") == bad_at(10));
    static_assert(parse_timestamp("20150125T080000Z") == bad_at(8));
}

BOOST_AUTO_TEST_CASE(an_http_date_is_read) {
    static_assert(reads_as("Thu, 01 Jan 1970 00:00:00 GMT", 0));
    static_assert(reads_as("Sun, 25 Jan 2015 08:00:00 GMT", 1422172800));
    static_assert(reads_as("Sun, 25 Jan 2015 08:00:00.123 GMT", 1422172800, 123'000'000));
    static_assert(reads_as("Wed, 31 Dec 1969 23:59:59 GMT", -1));
    static_assert(reads_as("Sat, 01 Jan 0000 00:00:00 GMT", -62167219200));
    static_assert(reads_as("Fri, 31 Dec 9999 23:59:59 GMT", 253402300799));
    static_assert(reads_as("Tue, 29 Feb 2000 12:34:56 GMT", 951827696));
}

BOOST_AUTO_TEST_CASE(the_error_of_an_http_date_is_at_the_first_wrong_character) {
    static_assert(parse_timestamp("sun, 25 Jan 2015 08:00:00 GMT") == bad_at(0));
    //                               v
    static_assert(parse_timestamp("Sux, 25 Jan 2015 08:00:00 GMT") == bad_at(2));
    static_assert(parse_timestamp("Su, 25 Jan 2015 08:00:00 GMT") == bad_at(2));
    static_assert(parse_timestamp("Sun, 25 Ja 2015 08:00:00 GMT") == bad_at(10));
    static_assert(parse_timestamp("Sunday, 25-Jan-15 08:00:00 GMT") == bad_at(3));
    static_assert(parse_timestamp("Sun, 5 Jan 2015 08:00:00 GMT") == bad_at(5));
    static_assert(parse_timestamp("Sun, 32 Jan 2015 08:00:00 GMT") == bad_at(6));
    static_assert(parse_timestamp("Sun, 25 JAN 2015 08:00:00 GMT") == bad_at(9));
    static_assert(parse_timestamp("Sun, 25 Jan 15 08:00:00 GMT") == bad_at(14));
    static_assert(parse_timestamp("Sun, 25 Jan 2015 08:00 GMT") == bad_at(22));
    static_assert(parse_timestamp("Sun, 25 Jan 2015 08:00:60 GMT") == bad_at(23));
    static_assert(parse_timestamp("Sun, 25 Jan 2015 08:00:00. GMT") == bad_at(26));
    static_assert(parse_timestamp("Sun, 25 Jan 2015 08:00:00 UTC") == bad_at(26));
    static_assert(parse_timestamp("Sun, 25 Jan 2015 08:00:00 GMT ") == bad_at(29));
    static_assert(parse_timestamp("Sun Jan 25 08:00:00 2015") == bad_at(3));
    static_assert(parse_timestamp(" 2015-01-25T08:00:00Z") == bad_at(0));
}

BOOST_AUTO_TEST_CASE(a_day_that_its_month_does_not_have_is_reported_at_the_day) {
    //                                  v
    static_assert(parse_timestamp("Sun, 29 Feb 2015 08:00:00 GMT") == bad_at(5));
    static_assert(parse_timestamp("Sun, 31 Apr 2015 08:00:00 GMT") == bad_at(5));
}

BOOST_AUTO_TEST_CASE(a_weekday_of_another_date_is_refused) {
    static_assert(parse_timestamp("Mon, 25 Jan 2015 08:00:00 GMT") == bad_at(0));
    static_assert(parse_timestamp("Sat, 31 Dec 1969 08:00:00 GMT") == bad_at(0));
}

BOOST_AUTO_TEST_CASE(epoch_seconds_are_read) {
    static_assert(reads_as("0", 0));
    static_assert(reads_as("1422172800", 1422172800));
    static_assert(reads_as("2015", 2015));
    static_assert(reads_as("1422172800.123456789", 1422172800, 123'456'789));
    static_assert(reads_as("1422172800.5", 1422172800, 500'000'000));
    static_assert(reads_as("0.000000001", 0, 1));
    static_assert(reads_as("0001.0", 1));
}

BOOST_AUTO_TEST_CASE(nanoseconds_count_forward_from_negative_seconds) {
    static_assert(reads_as("-1", -1));
    static_assert(reads_as("-1.5", -2, 500'000'000));
    static_assert(reads_as("-0.5", -1, 500'000'000));
    static_assert(reads_as("-00.000000001", -1, 999'999'999));
    static_assert(reads_as("-1.000", -1));
}

// P5
BOOST_AUTO_TEST_CASE(epoch_seconds_reach_from_year_0_to_9999) {
    static_assert(reads_as("253402300799.999999999", 253402300799, 999'999'999));
    static_assert(reads_as("-62167219200", -62167219200));
    for (const std::string_view text :
         {"253402300800", "1700000000000", "-62167219201", "-62167219200.5", "9223372036854775807",
          "-9223372036854775808.5"})
        BOOST_TEST((parse_timestamp(text) == bad_at(0)));
    //                                                v
    static_assert(parse_timestamp("-9223372036854775809") == bad_at(19));
    static_assert(parse_timestamp("9223372036854775808") == bad_at(18));
}

BOOST_AUTO_TEST_CASE(the_error_of_epoch_seconds_is_at_the_first_wrong_character) {
    static_assert(parse_timestamp("") == bad_at(0));
    static_assert(parse_timestamp("-") == bad_at(1));
    static_assert(parse_timestamp("+1") == bad_at(0));
    static_assert(parse_timestamp("--1") == bad_at(1));
    static_assert(parse_timestamp(".5") == bad_at(0));
    static_assert(parse_timestamp("-.5") == bad_at(1));
    static_assert(parse_timestamp("1.") == bad_at(2));
    static_assert(parse_timestamp("1.x") == bad_at(2));
    static_assert(parse_timestamp("1.5.5") == bad_at(3));
    static_assert(parse_timestamp("1.5e9") == bad_at(3));
    static_assert(parse_timestamp("1.1234567890") == bad_at(11));
    static_assert(parse_timestamp("1e9") == bad_at(1));
    static_assert(parse_timestamp("12a4-01") == bad_at(2));
    static_assert(parse_timestamp("-123-01") == bad_at(4));
    static_assert(parse_timestamp("1.23-01") == bad_at(4));
}

BOOST_AUTO_TEST_CASE(minus_zero_is_not_a_timestamp) {
    static_assert(parse_timestamp("-0") == bad_at(0));
    static_assert(parse_timestamp("-00") == bad_at(0));
    static_assert(parse_timestamp("-0.000") == bad_at(0));
}

BOOST_AUTO_TEST_CASE(the_error_of_a_truncated_timestamp_is_at_its_end) {
    BOOST_TEST(count_wrong_cuts("2015-01-25T08:00:00.123Z", 5) == 0U);
    BOOST_TEST(count_wrong_cuts("2015-01-25T08:00:00+02:00", 5) == 0U);
    BOOST_TEST(count_wrong_cuts("Sun, 25 Jan 2015 08:00:00.5 GMT", 0) == 0U);
}

// The tests above run in constant evaluation; these run the same at run time.
BOOST_AUTO_TEST_CASE(each_format_is_read_at_run_time_too) {
    constexpr struct {
        std::string_view text;
        timestamp value;
    } good[] = {{"2015-01-25T10:00:00+02:00", {1422172800, 0}},
                {"2015-01-25T04:30:00.123456789-03:30", {1422172800, 123'456'789}},
                {"2015-01-25t08:00z", {1422172800, 0}},
                {"Sun, 25 Jan 2015 08:00:00.5 GMT", {1422172800, 500'000'000}},
                {"Wed, 31 Dec 1969 23:59:59 GMT", {-1, 0}},
                {"2015.5", {2015, 500'000'000}},
                {"-0.5", {-1, 500'000'000}},
                {"-1.5", {-2, 500'000'000}},
                {"-62167219200.000", {-62167219200, 0}}};
    for (const auto& [text, value] : good) BOOST_TEST((parse_timestamp(text) == value), text);
}

BOOST_AUTO_TEST_CASE(each_format_has_its_error_at_the_same_byte_at_run_time) {
    constexpr struct {
        std::string_view text;
        std::size_t index;
    } bad[] = {{"2015-13-25T08:00:00Z", 6},
               {"2015-00-25T08:00:00Z", 6},
               {"2015-1-25T08:00:00Z", 6},
               {"2015-04-31T08:00:00Z", 9},
               {"2015-01-25T08:00:00.1234567890Z", 29},
               {"2015-01-25T08:00:00Zz", 20},
               {"0000-01-01T00:00:00+00:01", 0},
               {"9999-12-31T23:59:59-00:01", 0},
               {"Sun, 29 Feb 2015 08:00:00 GMT", 5},
               {"Sun, 31 Apr 20x5 08:00:00 GMT", 14},  // the year is wrong before the day is
               {"Mon, 25 Jan 2015 08:00:00 GMT", 0},
               {"-", 1},
               {"1.", 2},
               {"1.5x", 3},
               {"1.1234567890", 11},
               {"-0.000", 0},
               {"-9223372036854775808.01", 0}};
    for (const auto& [text, index] : bad)
        BOOST_TEST((parse_timestamp(text) == bad_at(index)), text);
}

BOOST_AUTO_TEST_CASE(days_and_dates_agree_over_all_years) {
    std::int64_t days = -719528;  // 0000-01-01
    std::size_t wrong = 0;
    for (std::int64_t year = 0; year <= 9999; ++year) {
        for (int month = 1; month <= 12; ++month) {
            for (int day = 1; day <= ec2wire::detail::days_in_month(year, month); ++day, ++days) {
                if (ec2wire::detail::days_from_civil({year, month, day}) != days) ++wrong;
                const auto date = ec2wire::detail::civil_from_days(days);
                if (date.year != year || date.month != month || date.day != day) ++wrong;
            }
        }
    }
    BOOST_TEST(wrong == 0U);
    BOOST_TEST(days == 2932897);  // 10000-01-01
}

BOOST_AUTO_TEST_CASE(timestamps_are_ordered_in_time) {
    static_assert(timestamp{1, 0} < timestamp{1, 1});
    static_assert(timestamp{-1, 999'999'999} < timestamp{0, 0});
}

BOOST_AUTO_TEST_CASE(equal_timestamps_have_equal_hashes) {
    const auto hash = [](std::int64_t seconds, std::int32_t nanoseconds) {
        return std::hash<timestamp>()({seconds, nanoseconds});
    };
    BOOST_TEST(hash(1422172800, 5) == hash(1422172800, 5));
    BOOST_TEST(hash(1422172800, 5) != hash(1422172800, 6));
    BOOST_TEST(hash(1422172800, 5) != hash(1422172801, 5));
    BOOST_TEST(hash(5, 6) != hash(6, 5));
}

BOOST_AUTO_TEST_SUITE_END()
