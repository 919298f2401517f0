#include <ec2wire/core/floating.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using ec2wire::floating_text;
using ec2wire::parse_floating;
using ec2wire::tests::guarded_bytes;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// Before a forbidden page: from_chars must not read further.
template <class T = double>
ec2wire::parsed<T> parse(std::string_view text) {
    const guarded_bytes bytes{text};
    return parse_floating<T>(bytes.view());
}

constexpr auto bad_at(std::size_t index) { return ec2wire::unexpected(index); }

// Any bits but those of NaNs.
template <class T, class Bits>
void values_come_back() {
    std::mt19937_64 random{20261121};
    for (int i = 0; i < 20'000; ++i) {
        const T value = std::bit_cast<T>(static_cast<Bits>(random()));
        if (value != value) continue;
        const floating_text text(value);
        const auto back = parse_floating<T>(text.view());
        BOOST_TEST_REQUIRE(back.has_value());
        BOOST_TEST_REQUIRE((std::bit_cast<Bits>(*back) == std::bit_cast<Bits>(value)));
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(core_floating)

BOOST_AUTO_TEST_CASE(a_decimal_number_is_read) {
    BOOST_TEST((parse("0") == 0.0));
    BOOST_TEST((parse("64") == 64.0));
    BOOST_TEST((parse("-12.5e+3") == -12500.0));
    BOOST_TEST((parse("1E2") == 100.0));
    BOOST_TEST((parse("1e-2") == 0.01));
    BOOST_TEST((parse("007.250") == 7.25));
    BOOST_TEST((parse<float>("0.1") == 0.1F));
    BOOST_TEST(std::signbit(*parse("-0")));
}

BOOST_AUTO_TEST_CASE(the_three_names_are_read) {
    BOOST_TEST(std::isnan(*parse("NaN")));
    BOOST_TEST((parse("Infinity") == infinity));
    BOOST_TEST((parse("-Infinity") == -infinity));
    BOOST_TEST((parse<float>("Infinity") == std::numeric_limits<float>::infinity()));
}

BOOST_AUTO_TEST_CASE(other_spellings_are_refused_where_they_differ) {
    BOOST_TEST((parse("+1") == bad_at(0)));
    BOOST_TEST((parse("inf") == bad_at(0)));
    BOOST_TEST((parse("-inf") == bad_at(1)));
    BOOST_TEST((parse("nan") == bad_at(0)));
    BOOST_TEST((parse("infinity") == bad_at(0)));
    //                 v
    BOOST_TEST((parse("0x10") == bad_at(1)));
    BOOST_TEST((parse(".5") == bad_at(0)));
    BOOST_TEST((parse("1.e5") == bad_at(2)));
    BOOST_TEST((parse("1.5.5") == bad_at(3)));
    BOOST_TEST((parse("1e5e") == bad_at(3)));
    BOOST_TEST((parse("1ex") == bad_at(2)));
    BOOST_TEST((parse("1e+x") == bad_at(3)));
    BOOST_TEST((parse("1e+-5") == bad_at(3)));
    BOOST_TEST((parse("--1") == bad_at(1)));
    BOOST_TEST((parse(" 1") == bad_at(0)));
    BOOST_TEST((parse("1 ") == bad_at(1)));
    BOOST_TEST((parse("1,5") == bad_at(1)));
    BOOST_TEST((parse("NaN(1)") == bad_at(0)));
}

BOOST_AUTO_TEST_CASE(the_error_of_a_truncated_number_is_at_its_end) {
    BOOST_TEST((parse("") == bad_at(0)));
    BOOST_TEST((parse("-") == bad_at(1)));
    BOOST_TEST((parse("1.") == bad_at(2)));
    BOOST_TEST((parse("1e") == bad_at(2)));
    BOOST_TEST((parse("1.5e-") == bad_at(5)));
}

BOOST_AUTO_TEST_CASE(a_number_out_of_range_is_refused) {
    BOOST_TEST((parse("1e400") == bad_at(5)));
    BOOST_TEST((parse("-1e400") == bad_at(6)));
    BOOST_TEST((parse("1e-400") == bad_at(6)));
    BOOST_TEST((parse<float>("1e39") == bad_at(4)));
    BOOST_TEST(parse("1e39").has_value());
}

BOOST_AUTO_TEST_CASE(the_text_is_the_shortest_that_reads_back) {
    BOOST_TEST(floating_text(0.0).view() == "0");
    BOOST_TEST(floating_text(-0.0).view() == "-0");
    BOOST_TEST(floating_text(0.1).view() == "0.1");
    BOOST_TEST(floating_text(0.1F).view() == "0.1");
    BOOST_TEST(floating_text(64.0).view() == "64");
    BOOST_TEST(floating_text(1e22).view() == "1e+22");
    BOOST_TEST(floating_text(-std::numeric_limits<double>::min()).view() ==
               "-2.2250738585072014e-308");
    BOOST_TEST(floating_text(std::numeric_limits<double>::denorm_min()).view() == "5e-324");
}

BOOST_AUTO_TEST_CASE(nan_and_infinity_are_written_by_name) {
    BOOST_TEST(floating_text(std::nan("")).view() == "NaN");
    BOOST_TEST(floating_text(-std::nanf("")).view() == "NaN");
    BOOST_TEST(floating_text(infinity).view() == "Infinity");
    BOOST_TEST(floating_text(-infinity).view() == "-Infinity");
}

// Used with libc++ before 20. It never gets a decimal point, so its locale does not matter.
BOOST_AUTO_TEST_CASE(the_c_library_reads_the_same) {
    const std::vector<std::string> texts{
        "0", "-0", "0.0e9", "64", "-12.5e+3", "007.250", "1e-2", "0.1", "1e22", "4.35",
        "123456789012345678901234567890.5", "1.7976931348623157e308", "1.7976931348623159e308",
        "1E400", "-1e400", "1e-400", "5e-324", "3e-324", "2e-324", "1e99999999999999999999",
        "1e-99999999999999999999",
        // More digits than are passed on, one of which decides.
        "9007199254740993", "9007199254740993." + std::string(2000, '0') + "1",
        "0." + std::string(5000, '0') + "125e+5002"};
    for (const std::string& text : texts) {
        BOOST_TEST_CONTEXT(text.substr(0, 40)) {
            double value{};
            const bool is_read = ec2wire::detail::read_by_strtod(text, value);
            const auto wanted = parse(text);
            BOOST_TEST(is_read == wanted.has_value());
            if (is_read && wanted)
                BOOST_TEST(
                    (std::bit_cast<std::uint64_t>(value) == std::bit_cast<std::uint64_t>(*wanted)));
        }
    }
    std::mt19937_64 random{20261122};
    for (int i = 0; i < 20'000; ++i) {
        const auto number = std::bit_cast<float>(static_cast<std::uint32_t>(random()));
        float value{};
        if (std::isfinite(number))
            BOOST_TEST_REQUIRE(
                (ec2wire::detail::read_by_strtod(floating_text(number).view(), value) &&
                 std::bit_cast<std::uint32_t>(value) == std::bit_cast<std::uint32_t>(number)));
    }
}

BOOST_AUTO_TEST_CASE(doubles_come_back_bit_for_bit) { values_come_back<double, std::uint64_t>(); }
BOOST_AUTO_TEST_CASE(floats_come_back_bit_for_bit) { values_come_back<float, std::uint32_t>(); }

BOOST_AUTO_TEST_SUITE_END()
