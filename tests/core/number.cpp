#include <ec2wire/core/number.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

using ec2wire::boolean_text;
using ec2wire::integer_text;
using ec2wire::parse_boolean;
using ec2wire::parse_integer;

namespace {

constexpr auto bad_at(std::size_t index) { return ec2wire::unexpected(index); }

// Every value of a narrow type, and every value just outside it.
template <class T>
std::size_t count_wrong_values() {
    std::size_t wrong = 0;
    for (int value = -70'000; value <= 70'000; ++value) {
        const bool is_in_range =
            value >= std::numeric_limits<T>::min() && value <= std::numeric_limits<T>::max();
        const auto parsed = parse_integer<T>(std::to_string(value));
        if (parsed.has_value() != is_in_range) ++wrong;
        if (parsed && *parsed != value) ++wrong;
        if (is_in_range && integer_text(static_cast<T>(value)).view() != std::to_string(value))
            ++wrong;
    }
    return wrong;
}

template <class T>
constexpr bool limits_round_trip() {
    constexpr T low = std::numeric_limits<T>::min();
    constexpr T high = std::numeric_limits<T>::max();
    return parse_integer<T>(integer_text(low).view()) == low &&
           parse_integer<T>(integer_text(high).view()) == high;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(core_number)

BOOST_AUTO_TEST_CASE(an_integer_is_decimal_digits) {
    static_assert(parse_integer<int>("0") == 0);
    static_assert(parse_integer<int>("64") == 64);
    static_assert(parse_integer<int>("-1") == -1);
    static_assert(parse_integer<std::uint16_t>("272") == std::uint16_t{272});
}

BOOST_AUTO_TEST_CASE(leading_zeros_are_allowed) {
    static_assert(parse_integer<int>("0064") == 64);
    static_assert(parse_integer<int>("-0064") == -64);
    static_assert(parse_integer<std::uint8_t>("0000000000000000000000000000255") ==
                  std::uint8_t{255});
}

BOOST_AUTO_TEST_CASE(without_digits_it_is_not_an_integer) {
    static_assert(parse_integer<int>("") == bad_at(0));
    static_assert(parse_integer<int>("-") == bad_at(1));
    static_assert(parse_integer<unsigned>("") == bad_at(0));
}

BOOST_AUTO_TEST_CASE(a_plus_sign_is_not_part_of_an_integer) {
    static_assert(parse_integer<int>("+64") == bad_at(0));
}

BOOST_AUTO_TEST_CASE(minus_zero_is_not_an_integer) {
    static_assert(parse_integer<int>("-0") == bad_at(0));
    static_assert(parse_integer<int>("-000") == bad_at(0));
    BOOST_TEST((parse_integer<int>("-0") == bad_at(0)));
}

BOOST_AUTO_TEST_CASE(an_unsigned_integer_has_no_sign) {
    static_assert(parse_integer<unsigned>("-1") == bad_at(0));
    static_assert(parse_integer<unsigned>("-0") == bad_at(0));
}

BOOST_AUTO_TEST_CASE(the_error_of_an_integer_is_at_the_first_non_digit) {
    //                                v
    static_assert(parse_integer<int>("64.0") == bad_at(2));
    static_assert(parse_integer<int>("0x10") == bad_at(1));
    static_assert(parse_integer<int>("1e2") == bad_at(1));
    static_assert(parse_integer<int>("sixteen") == bad_at(0));
    static_assert(parse_integer<int>("--1") == bad_at(1));
    static_assert(parse_integer<int>(" 1") == bad_at(0));
    static_assert(parse_integer<int>("1 ") == bad_at(1));
    static_assert(parse_integer<int>(std::string_view("1\0", 2)) == bad_at(1));
    static_assert(parse_integer<int>("1\xB2") == bad_at(1));
    static_assert(parse_integer<int>("1/") == bad_at(1));  // the neighbours of '0' and '9'
    static_assert(parse_integer<int>("1:") == bad_at(1));
}

BOOST_AUTO_TEST_CASE(the_error_of_an_integer_out_of_range_is_at_the_first_digit_too_many) {
    //                                          v
    static_assert(parse_integer<std::int8_t>("128") == bad_at(2));
    static_assert(parse_integer<std::int8_t>("-129") == bad_at(3));
    static_assert(parse_integer<std::uint8_t>("256") == bad_at(2));
    static_assert(parse_integer<std::int8_t>("1270") == bad_at(3));
    static_assert(parse_integer<std::uint16_t>("65536") == bad_at(4));
    static_assert(parse_integer<std::int16_t>("-32769") == bad_at(5));
    static_assert(parse_integer<std::int32_t>("2147483648") == bad_at(9));
    static_assert(parse_integer<std::int32_t>("-2147483649") == bad_at(10));
    static_assert(parse_integer<std::uint32_t>("4294967296") == bad_at(9));
    static_assert(parse_integer<std::int64_t>("9223372036854775808") == bad_at(18));
    static_assert(parse_integer<std::int64_t>("-9223372036854775809") == bad_at(19));
    static_assert(parse_integer<std::uint64_t>("18446744073709551616") == bad_at(19));
    static_assert(parse_integer<std::uint64_t>("99999999999999999999") == bad_at(19));
    static_assert(parse_integer<std::uint64_t>("184467440737095516150") == bad_at(20));
}

BOOST_AUTO_TEST_CASE(the_limits_of_every_width_are_read_and_written) {
    static_assert(limits_round_trip<std::int8_t>() && limits_round_trip<std::uint8_t>());
    static_assert(limits_round_trip<std::int16_t>() && limits_round_trip<std::uint16_t>());
    static_assert(limits_round_trip<std::int32_t>() && limits_round_trip<std::uint32_t>());
    static_assert(limits_round_trip<std::int64_t>() && limits_round_trip<std::uint64_t>());
    static_assert(integer_text(std::numeric_limits<std::int64_t>::min()).view() ==
                  "-9223372036854775808");
    static_assert(integer_text(std::numeric_limits<std::uint64_t>::max()).view() ==
                  "18446744073709551615");
    static_assert(integer_text(0).view() == "0");
    static_assert(integer_text(-1).view() == "-1");
}

BOOST_AUTO_TEST_CASE(every_value_of_a_narrow_type_and_none_other_is_read) {
    BOOST_TEST(count_wrong_values<std::int8_t>() == 0U);
    BOOST_TEST(count_wrong_values<std::uint8_t>() == 0U);
    BOOST_TEST(count_wrong_values<std::int16_t>() == 0U);
    BOOST_TEST(count_wrong_values<std::uint16_t>() == 0U);
}

BOOST_AUTO_TEST_CASE(bool_and_char_are_not_integers) {
    static_assert(!ec2wire::integer<bool> && !ec2wire::integer<char>);
    static_assert(!ec2wire::integer<const bool> && !ec2wire::integer<double>);
    static_assert(ec2wire::integer<signed char> && ec2wire::integer<unsigned long long>);
}

BOOST_AUTO_TEST_CASE(a_boolean_is_true_or_false) {
    static_assert(parse_boolean("true") == true);
    static_assert(parse_boolean("false") == false);
    static_assert(parse_boolean("True") == true);
    static_assert(parse_boolean("FALSE") == false);
    static_assert(parse_boolean("trUe") == true);
    BOOST_TEST((parse_boolean("False") == false));
    BOOST_TEST((parse_boolean("tRUE") == true));
    static_assert(boolean_text(true) == "true");
    static_assert(boolean_text(false) == "false");
}

BOOST_AUTO_TEST_CASE(the_error_of_a_boolean_is_where_it_differs) {
    static_assert(parse_boolean("") == bad_at(0));
    static_assert(parse_boolean("tru") == bad_at(3));
    static_assert(parse_boolean("fals") == bad_at(4));
    static_assert(parse_boolean("Truth") == bad_at(3));
    static_assert(parse_boolean("FALSCH") == bad_at(4));
    static_assert(parse_boolean("\x14rue") == bad_at(0));
    static_assert(parse_boolean("\xD4rue") == bad_at(0));
    static_assert(parse_boolean("falsy") == bad_at(4));
    static_assert(parse_boolean("truest") == bad_at(4));
    static_assert(parse_boolean("falsehood") == bad_at(5));
    static_assert(parse_boolean("1") == bad_at(0));
    static_assert(parse_boolean("yes") == bad_at(0));
    constexpr struct {
        std::string_view text;
        std::size_t index;
    } bad[] = {{"", 0},       {"tru", 3},   {"fals", 4},   {"Truth", 3},
               {"tr\rue", 2}, {"falsy", 4}, {"truest", 4}, {"falsehood", 5}};
    for (const auto& [text, index] : bad) BOOST_TEST((parse_boolean(text) == bad_at(index)), text);
    BOOST_TEST((parse_boolean("false") == false));
}

BOOST_AUTO_TEST_CASE(white_space_is_that_of_xml) {
    int spaces = 0;
    for (int c = 0; c < 256; ++c) spaces += ec2wire::is_space(static_cast<char>(c)) ? 1 : 0;
    BOOST_TEST(spaces == 4);
    for (const char c : {' ', '\t', '\n', '\r'}) BOOST_TEST(ec2wire::is_space(c));
}

BOOST_AUTO_TEST_SUITE_END()
