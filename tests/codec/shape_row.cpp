#include <ec2wire/codec/shape_row.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

using namespace ec2wire::detail;
using namespace ec2wire::tests;

namespace {

constexpr std::string_view long_name = "instanceInitiatedShutdownBehavior";

// One name is one type, wherever it stands.
template <fixed_name Name>
using named = std::integral_constant<std::size_t, Name.view().size()>;
static_assert(std::same_as<named<fixed_name<4>("item")>,
                           named<fixed_name<4>(std::string_view("items").substr(0, 4))>>);

bool is_at(std::string_view name, std::string_view bytes) {
    // As many bytes as the name has, and eight.
    const guarded_bytes guarded{std::string(bytes)};
    return tag_name(name).is_at(guarded.view().data());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_shape_row)

BOOST_AUTO_TEST_CASE(a_name_of_any_length_is_compared_whole) {
    for (std::size_t size = 1; size <= long_name.size(); ++size) {
        const std::string_view name = long_name.substr(0, size);
        std::string bytes(name);
        if (bytes.size() < 8) bytes += ">......";
        BOOST_TEST(is_at(name, bytes));
        for (std::size_t i = 0; i < size; ++i) {
            bytes[i] ^= 1;
            BOOST_TEST(!is_at(name, bytes));
            bytes[i] ^= 1;
        }
    }
}

BOOST_AUTO_TEST_CASE(no_tag_has_the_name_of_nothing) {
    BOOST_TEST(!tag_name().is_at("></name>"));
    BOOST_TEST(tag_name().size() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
