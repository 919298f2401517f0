#include <ec2wire/shape/kind.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ec2wire::tests {

enum class color : std::uint8_t { red };
constexpr std::array<std::string_view, 1> enum_texts(color) { return {"red"}; }

}  // namespace ec2wire::tests

using namespace ec2wire;
using tests::color;

namespace {

struct point {
    int x{};
    static constexpr auto fields() { return field_list{field{"X", &point::x}}; }
};

struct port {
    using wire_type = std::uint16_t;
    constexpr explicit port(std::uint16_t number) : number_(number) {}
    constexpr std::uint16_t wire() const { return number_; }

  private:
    std::uint16_t number_;
};

enum class weekday : std::int32_t { monday = 1, sunday = 7 };
enum with_fixed_type : short {};
enum without_fixed_type {};  // holds the numbers of its enumerators, here 0 and 1, and no others

// Returns how many kinds a type has. A list is one whatever its elements are, unless it is a blob.
template <class T>
constexpr int kinds =
    int{scalar<T>} + int{structure<T>} + int{nullable<T>} + int{list_like<T> && !blob_like<T>};

}  // namespace

BOOST_AUTO_TEST_SUITE(shape_kind)

static_assert(scalar<bool> && scalar<std::int8_t> && scalar<std::uint8_t> && scalar<long long>);
static_assert(scalar<float> && scalar<double> && scalar<timestamp> && scalar<port>);
static_assert(scalar<std::string> && scalar<std::string_view> && scalar<const char*>);
static_assert(!scalar<char> && !scalar<std::byte> && !scalar<point> && !scalar<std::vector<int>>);

// An enumeration with strings is used through open_enum; one without is a number.
static_assert(scalar<weekday> && number_enum<weekday>);
static_assert(scalar<with_fixed_type> && !scalar<without_fixed_type>);
static_assert(!scalar<color> && scalar<open_enum<color, std::string>>);

static_assert(blob_like<std::vector<std::byte>> && blob_like<list_view<std::byte>>);
static_assert(blob_like<std::span<const std::byte>> && blob_like<std::array<std::byte, 4>>);
static_assert(!blob_like<std::string> && !blob_like<std::vector<unsigned char>>);

static_assert(list_like<std::vector<int>> && list_like<std::deque<std::string>>);
static_assert(list_like<std::span<const int>> && list_like<std::array<int, 2>>);
static_assert(list_like<list_view<point>> && list_like<maybe<std::vector<point>>>);
static_assert(!list_like<std::string> && !list_like<std::string_view>);

static_assert(nullable<std::optional<int>> && nullable<indirect<point>>);
static_assert(nullable<indirect_view<point>> && !nullable<maybe<point>> && !nullable<int*>);

static_assert(map_like<std::vector<map_entry<std::string, int>>> && !map_like<std::vector<int>>);

static_assert(std::same_as<detail::value_type_of<maybe<point>>, point>);
static_assert(std::same_as<detail::value_type_of<std::optional<indirect_view<point>>>, point>);
static_assert(std::same_as<detail::value_type_of<std::vector<point>>, std::vector<point>>);
static_assert(detail::is_indirect<indirect<point>> && detail::is_indirect<indirect_view<point>>);
static_assert(detail::is_indirect<std::optional<indirect_view<point>>>);
static_assert(!detail::is_indirect<std::optional<point>> && !detail::is_indirect<maybe<point>>);

static_assert(std::same_as<element_of<std::vector<bool>>, bool>);
static_assert(std::same_as<element_of<std::span<const point>>, point>);

static_assert(kinds<bool> == 1 && kinds<std::string> == 1 && kinds<port> == 1);
static_assert(kinds<point> == 1 && kinds<maybe<point>> == 1 && kinds<std::vector<point>> == 1);
static_assert(kinds<maybe<list_view<point>>> == 1 && kinds<std::vector<std::byte>> == 1);
static_assert(kinds<std::optional<point>> == 1 && kinds<std::optional<std::string>> == 1);
static_assert(kinds<indirect<point>> == 1 && kinds<indirect_view<point>> == 1);
static_assert(kinds<void*> == 0 && kinds<std::byte> == 0);

BOOST_AUTO_TEST_CASE(every_type_is_of_one_kind_at_most) {
    // Everything here is checked by the compiler.
    BOOST_TEST(kinds<std::vector<std::optional<point>>> == 1);
}

BOOST_AUTO_TEST_SUITE_END()
