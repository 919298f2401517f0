#include <ec2wire/shape/open_enum.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

namespace {

enum class tenancy : std::uint8_t { standard, dedicated };
constexpr std::array<std::string_view, 2> enum_texts(tenancy) noexcept {
    return {"default", "dedicated"};
}

using view = ec2wire::open_enum<tenancy, std::string_view>;
using text = ec2wire::open_enum<tenancy, std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(shape_open_enum)

static_assert(ec2wire::wire_enum<tenancy> && !ec2wire::wire_enum<int>);
static_assert(view(tenancy::dedicated).text() == "dedicated");
static_assert(view("default") == tenancy::standard);
static_assert(view("default").value() == tenancy::standard);
static_assert(!view("host").value() && view("host").text() == "host");
static_assert(!(view("host") == tenancy::dedicated));
static_assert(view() == view("") && !view().value());

BOOST_AUTO_TEST_CASE(texts_match_whole) {
    for (const std::string_view other : {"", "defaul", "default ", "Default", "defaults"})
        BOOST_TEST(!ec2wire::enum_from_text<tenancy>(other).has_value());
    BOOST_TEST((ec2wire::enum_from_text<tenancy>("dedicated") == tenancy::dedicated));
}

BOOST_AUTO_TEST_CASE(a_value_of_tomorrow_is_kept) {
    const text kept{std::string_view("host")};
    BOOST_TEST(kept.text() == "host");
    BOOST_TEST((kept == text(std::string("host"))));
    BOOST_TEST(!(kept == text(tenancy::dedicated)));
    const std::string_view sent = kept;
    BOOST_TEST(sent == "host");
}

BOOST_AUTO_TEST_CASE(an_owning_value_owns_its_text) {
    text kept;
    {
        const std::string gone = "a text that is longer than any small string";
        kept = text(std::string_view(gone));
    }
    BOOST_TEST(kept.text() == "a text that is longer than any small string");
    kept = tenancy::dedicated;
    BOOST_TEST((kept == tenancy::dedicated));
}

BOOST_AUTO_TEST_CASE(it_is_a_key_of_any_container) {
    static_assert(view("a") < view("b") && view("default") <= view(tenancy::standard));
    BOOST_TEST(std::hash<view>()(view("host")) == std::hash<text>()(text(std::string("host"))));
    BOOST_TEST((std::set<view>{view("b"), view("a"), view("b")}.size() == 2U));
    BOOST_TEST((std::unordered_set<text>{text(tenancy::dedicated)}.contains(text("dedicated"))));
}

BOOST_AUTO_TEST_SUITE_END()
