#include <ec2wire/core/timestamp_text.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <cstdio>
#include <limits>
#include <random>
#include <string_view>

using ec2wire::timestamp;
using ec2wire::timestamp_format;
using ec2wire::timestamp_text;

namespace {

constexpr bool is_written(timestamp value, timestamp_format format, std::string_view text) {
    return timestamp_text(value, format).view() == text;
}
constexpr bool is_date_time(timestamp value, std::string_view text) {
    return is_written(value, timestamp_format::date_time, text);
}
constexpr bool is_epoch(timestamp value, std::string_view text) {
    return is_written(value, timestamp_format::epoch_seconds, text);
}
constexpr bool is_http_date(timestamp value, std::string_view text) {
    return is_written(value, timestamp_format::http_date, text);
}

constexpr std::int64_t first = -62'167'219'200;
constexpr std::int64_t last = 253'402'300'799;

}  // namespace

BOOST_AUTO_TEST_SUITE(core_timestamp_text)

BOOST_AUTO_TEST_CASE(a_date_time_is_written) {
    static_assert(is_date_time({1422172800, 0}, "2015-01-25T08:00:00Z"));
    static_assert(is_date_time({0, 0}, "1970-01-01T00:00:00Z"));
    static_assert(is_date_time({-1, 0}, "1969-12-31T23:59:59Z"));
    static_assert(is_date_time({-86400, 0}, "1969-12-31T00:00:00Z"));
    static_assert(is_date_time({-86401, 0}, "1969-12-30T23:59:59Z"));
    static_assert(is_date_time({951827696, 0}, "2000-02-29T12:34:56Z"));
    static_assert(is_date_time({first, 0}, "0000-01-01T00:00:00Z"));
    static_assert(is_date_time({last, 999'999'999}, "9999-12-31T23:59:59.999999999Z"));
}

BOOST_AUTO_TEST_CASE(a_fraction_has_three_six_or_nine_digits) {
    static_assert(is_date_time({0, 500'000'000}, "1970-01-01T00:00:00.500Z"));
    static_assert(is_date_time({0, 1'000'000}, "1970-01-01T00:00:00.001Z"));
    static_assert(is_date_time({0, 1'000}, "1970-01-01T00:00:00.000001Z"));
    static_assert(is_date_time({0, 1}, "1970-01-01T00:00:00.000000001Z"));
    static_assert(is_date_time({-1, 1}, "1969-12-31T23:59:59.000000001Z"));
}

BOOST_AUTO_TEST_CASE(an_http_date_is_written) {
    static_assert(is_http_date({1422172800, 0}, "Sun, 25 Jan 2015 08:00:00 GMT"));
    static_assert(
        is_http_date({1422172800, 123'456'789}, "Sun, 25 Jan 2015 08:00:00.123456789 GMT"));
    static_assert(is_http_date({-1, 0}, "Wed, 31 Dec 1969 23:59:59 GMT"));
    static_assert(is_http_date({first, 0}, "Sat, 01 Jan 0000 00:00:00 GMT"));
    static_assert(is_http_date({last, 0}, "Fri, 31 Dec 9999 23:59:59 GMT"));
}

BOOST_AUTO_TEST_CASE(epoch_seconds_are_written) {
    static_assert(is_epoch({0, 0}, "0"));
    static_assert(is_epoch({1422172800, 0}, "1422172800"));
    static_assert(is_epoch({1422172800, 120'000'000}, "1422172800.120"));
    static_assert(is_epoch({-1, 0}, "-1"));
    static_assert(is_epoch({-1, 500'000'000}, "-0.500"));
    static_assert(is_epoch({-2, 500'000'000}, "-1.500"));
    static_assert(is_epoch({-2, 1}, "-1.999999999"));
    static_assert(is_epoch({first, 1}, "-62167219199.999999999"));
    static_assert(is_epoch({last, 999'999'999}, "253402300799.999999999"));
}

BOOST_AUTO_TEST_CASE(a_time_that_is_not_read_has_no_text) {
    for (const std::int64_t seconds :
         {first - 1, last + 1, std::numeric_limits<std::int64_t>::min(),
          std::numeric_limits<std::int64_t>::max()}) {
        BOOST_TEST(is_date_time({seconds, 0}, ""));
        BOOST_TEST(is_http_date({seconds, 0}, ""));
        BOOST_TEST(is_epoch({seconds, 0}, ""));
    }
    for (const std::int32_t nanoseconds : {-1, 1'000'000'000}) {
        BOOST_TEST(is_date_time({0, nanoseconds}, ""));
        BOOST_TEST(is_http_date({0, nanoseconds}, ""));
        BOOST_TEST(is_epoch({0, nanoseconds}, ""));
    }
}

BOOST_AUTO_TEST_CASE(every_text_reads_back_as_the_same_time) {
    std::mt19937_64 random{20261121};
    std::uniform_int_distribution<std::int64_t> any_second{first, last};
    for (int i = 0; i < 20'000; ++i) {
        const std::int32_t scales[] = {1, 1'000, 1'000'000, 1'000'000'000};
        const std::int32_t scale = scales[i % 4];
        const auto nanoseconds =
            static_cast<std::int32_t>(random() % 1'000'000'000) / scale * scale;
        const timestamp value{any_second(random), nanoseconds};
        for (const auto format : {timestamp_format::date_time, timestamp_format::epoch_seconds,
                                  timestamp_format::http_date}) {
            const timestamp_text text(value, format);
            BOOST_TEST_REQUIRE((ec2wire::parse_timestamp(text.view()) == value));
        }
    }
}

// EC2's format is read without a branch for each part.
BOOST_AUTO_TEST_CASE(each_day_in_ec2_s_form_is_read_at_once_but_the_29th_of_february) {
    int days = 0;
    for (const int year : {1900, 2000, 2023, 2024})
        for (int month = 0; month <= 13; ++month)
            for (int day = 0; day <= 32; ++day) {
                char text[32];
                std::snprintf(text, sizeof text, "%04d-%02d-%02dT23:59:59.250Z", year, month, day);
                const auto slow = ec2wire::parse_timestamp(text);
                timestamp fast{};
                const bool is_read = ec2wire::detail::read_fixed_date_time(text, fast);
                days += is_read;
                const bool is_leap_day = month == 2 && day == 29;
                BOOST_TEST_REQUIRE(is_read == (slow.has_value() && !is_leap_day), text);
                if (is_read) BOOST_TEST_REQUIRE((fast == *slow), text);
            }
    BOOST_TEST(days == 4 * 365);
}

BOOST_AUTO_TEST_CASE(one_other_byte_in_ec2_s_form_is_never_read_as_another_time) {
    int times = 0;
    for (const std::string_view form : {"2012-10-16T20:00:13.000Z", "9999-12-31T23:59:59.999Z"})
        for (std::size_t at = 0; at < form.size(); ++at)
            for (int byte = 0; byte < 256; ++byte) {
                std::string text(form);
                text[at] = static_cast<char>(byte);
                const auto slow = ec2wire::parse_timestamp(text);
                timestamp fast{};
                if (!ec2wire::detail::read_fixed_date_time(text, fast)) continue;
                BOOST_TEST_REQUIRE((slow && fast == *slow), text);
                ++times;
            }
    BOOST_TEST(times == 133 + 125);
}

BOOST_AUTO_TEST_SUITE_END()
