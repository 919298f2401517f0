#include <ec2wire/shape/scalar.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;
using detail::read_scalar;
using detail::write_scalar;

namespace {

template <class T>
struct outcome {
    T value{};
    errc code{};
    std::size_t index{};
};

template <class T>
outcome<T> read(std::string_view text) {
    static scratch memory;
    outcome<T> out;
    const auto fault = read_scalar(out.value, text, memory);
    out.code = fault.code;
    out.index = fault.index;
    return out;
}

template <class T>
std::string written(const T& value, timestamp_format format = timestamp_format::date_time) {
    std::string text;
    write_scalar(value, format, [&](std::string_view part) { text += part; });
    return text;
}

enum class weekday : std::int32_t { monday = 1, sunday = 7 };

}  // namespace

BOOST_AUTO_TEST_SUITE(shape_scalar)

BOOST_AUTO_TEST_CASE(numbers_are_trimmed_and_the_index_counts_what_was) {
    BOOST_TEST(read<int>(" \t\r\n7\n").value == 7);
    BOOST_TEST(read<int>("  7x ").index == 3U);
    BOOST_TEST(read<int>("   ").index == 3U);
    BOOST_TEST(read<bool>(" true ").value);
    BOOST_TEST(read<bool>(" trux ").index == 4U);
    BOOST_TEST((read<bool>("").code == errc::bad_value));
    BOOST_TEST((read<timestamp>(" 1970-01-01T00:00:01Z ").value == timestamp{1, 0}));
    BOOST_TEST(read<double>(" 1.5 ").value == 1.5);
    BOOST_TEST((read<float>("1e39").code == errc::bad_value));
}

BOOST_AUTO_TEST_CASE(text_is_taken_as_it_is) {
    BOOST_TEST(read<std::string>(" a ").value == " a ");
    BOOST_TEST(read<std::string_view>("").value.empty());
}

BOOST_AUTO_TEST_CASE(an_int_enum_keeps_unknown_numbers) {
    BOOST_TEST((read<weekday>(" 7 ").value == weekday::sunday));
    BOOST_TEST((read<weekday>("8").value == weekday{8}));
    BOOST_TEST((read<weekday>("sunday").code == errc::bad_value));
    BOOST_TEST(written(weekday{8}) == "8");
}

BOOST_AUTO_TEST_CASE(a_blob_is_base64_with_white_space) {
    BOOST_TEST((read<std::vector<std::byte>>(" A Q\nI = ").value ==
                std::vector<std::byte>{std::byte{1}, std::byte{2}}));
    BOOST_TEST(read<std::vector<std::byte>>("").value.empty());
    BOOST_TEST(read<list_view<std::byte>>("A*==").index == 1U);
    BOOST_TEST((read<list_view<std::byte>>("AQI").code == errc::bad_value));
}

BOOST_AUTO_TEST_CASE(every_scalar_is_written_as_it_is_read) {
    BOOST_TEST(written(true) == "true");
    BOOST_TEST(written(std::int8_t{-128}) == "-128");
    BOOST_TEST(written(std::uint8_t{255}) == "255");
    BOOST_TEST(written(0.1F) == "0.1");
    BOOST_TEST(written(std::string("a b")) == "a b");
    BOOST_TEST(written(std::array<std::byte, 1>{std::byte{0xFF}}) == "/w==");
    BOOST_TEST(written(timestamp{0, 0}) == "1970-01-01T00:00:00Z");
    BOOST_TEST(written(timestamp{-1, 500'000'000}, timestamp_format::epoch_seconds) == "-0.500");
    BOOST_TEST(written(timestamp{0, 0}, timestamp_format::http_date) ==
               "Thu, 01 Jan 1970 00:00:00 GMT");
    const auto ignore = [](std::string_view) {};
    BOOST_TEST(!write_scalar(timestamp{253402300800, 0}, {}, ignore));
    BOOST_TEST(write_scalar(timestamp{}, {}, ignore));
}

BOOST_AUTO_TEST_SUITE_END()
