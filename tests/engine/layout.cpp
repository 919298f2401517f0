#include <ec2wire/engine/layout.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

using namespace ec2wire::detail;
using namespace ec2wire::tests;

namespace {

const char* end_of(std::string_view text) { return text.data() + text.size(); }

// The layout of a document whose root was opened just before these bytes.
layout layout_of(std::string_view inside) { return layout::of(inside.data(), end_of(inside)); }

// Returns the size of the indent before a tag with `depth` open elements; -1 if the white space is not that
// indent.
int indent_size(std::string_view inside, std::size_t depth, std::string_view bytes) {
    const guarded_bytes guarded{std::string(bytes)};
    const char* const first = guarded.view().data();
    const char* const name = layout_of(inside).indent_at(depth).pass(first, end_of(guarded.view()));
    return name == nullptr ? -1 : static_cast<int>(name - 1 - first);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(engine_layout)

BOOST_AUTO_TEST_CASE(the_white_space_before_the_first_tag_gives_the_indent_of_every_tag) {
    BOOST_TEST(indent_size("\n    <a>", 2, "\n        <instanceId>") == 9);
    BOOST_TEST(indent_size("\n  <a>", 3, "\n      <instanceId>") == 7);
    BOOST_TEST(indent_size("\n\t<a>", 4, "\n\t\t\t\t<instanceId>") == 5);
    BOOST_TEST(indent_size("\r\n <a>", 1, "\r\n <instanceId>i-1") == 3);
    BOOST_TEST(indent_size("\n<a>", 5, "\n<instanceId>i-1") == 1);
    BOOST_TEST(indent_size("<a>", 5, "<instanceId>....") == 0);
    BOOST_TEST(indent_size("\n    <a>", 16, "\n" + std::string(64, ' ') + "<instanceId>") == 65);
    BOOST_TEST(indent_size("\n\t\t\t\t<a>", 1, "\n\t\t\t\t<instanceId>") == 5);
}

BOOST_AUTO_TEST_CASE(other_white_space_is_not_an_indent) {
    for (const std::string_view other :
         {"\n       <instanceId>", "\n         <instanceId>", "\n       \t<instanceId>",
          "\r        <instanceId>", "         <instanceId>", "\n        instanceId>",
          "<instanceId>"})
        BOOST_TEST(indent_size("\n    <a>", 2, other) == -1);
    BOOST_TEST(indent_size("<a>", 1, " <instanceId>...") == -1);
}

BOOST_AUTO_TEST_CASE(irregular_white_space_is_not_a_layout) {
    for (const std::string_view other :
         {"", "\n", "\n   ", " <a>", "\t<a>", "\n \t<a>", "\n     <a>", "\n\n<a>", "\r<a>", "x<a>"})
        BOOST_TEST(indent_size(other, 0, "<instanceId>....") == -1);

    BOOST_TEST(indent_size("<a>", 17, "<instanceId>....") == -1);
}

BOOST_AUTO_TEST_CASE(nothing_is_read_after_the_last_byte) {
    constexpr std::string_view whole = "\n        <instanceId>";
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const int found = indent_size("\n    <a>", 2, whole.substr(0, size));
        // Eight bytes of the name must be readable.
        BOOST_TEST(found == (size < 9 + 1 + 8 ? -1 : 9));
    }
}

BOOST_AUTO_TEST_SUITE_END()
