#include <ec2wire/xml/open_tags.hpp>

#include <ec2wire/core/limits.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

using ec2wire::xml::detail::open_tags;

namespace {

// Returns how many bytes at the front of `bytes` are the end tag of the element with that name. They follow the
// name, as in a document, and a forbidden page follows them.
std::size_t end_tag_size(std::string_view name, std::string_view bytes) {
    const ec2wire::tests::guarded_bytes guarded{std::string(name) + std::string(bytes)};
    const std::string_view document = guarded.view();
    open_tags open;
    open.open(document.substr(0, name.size()));
    return open.end_tag_size(document.data() + name.size(), document.data() + document.size());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_open_tags)

BOOST_AUTO_TEST_CASE(the_innermost_element_closes_first) {
    open_tags open;
    BOOST_TEST(open.depth() == 0U);
    open.open("outer");
    open.open("inner");
    BOOST_TEST(open.depth() == 2U);
    BOOST_TEST(open.innermost() == "inner");
    open.close();
    BOOST_TEST(open.innermost() == "outer");
    open.close();
    BOOST_TEST(open.depth() == 0U);
}

BOOST_AUTO_TEST_CASE(it_is_full_where_nothing_may_nest_deeper) {
    open_tags open;
    for (std::size_t i = 0; i < ec2wire::max_depth; ++i) {
        BOOST_TEST(!open.is_full());
        open.open("a");
    }
    BOOST_TEST(open.is_full());
    open.close_all();
    BOOST_TEST(open.depth() == 0U);
}

BOOST_AUTO_TEST_CASE(an_end_tag_has_the_whole_name_and_nothing_else) {
    BOOST_TEST(end_tag_size("item", "</item>") == 7);
    BOOST_TEST(end_tag_size("item", "</item><item>") == 7);
    BOOST_TEST(end_tag_size("item", "</items>") == 0);
    BOOST_TEST(end_tag_size("item", "</ite>") == 0);
    BOOST_TEST(end_tag_size("item", "</item >") == 0);
    BOOST_TEST(end_tag_size("item", "</itEm>") == 0);
    BOOST_TEST(end_tag_size("item", "</item") == 0);
    BOOST_TEST(end_tag_size("item", "</") == 0);
}

// Names of every size, with any one byte wrong, where the document ends after the tag and where it continues.
// The name also occurs in the document before its end tag.
BOOST_AUTO_TEST_CASE(a_wrong_byte_is_found_at_every_position) {
    for (std::size_t size = 1; size <= 40; ++size) {
        for (const std::size_t behind : {0U, 1U, 15U, 40U}) {
            const std::string name(size, 'n');
            const std::string whole = name + "></" + name + ">" + std::string(behind, 'n');
            for (std::size_t i = size + 3; i <= 2 * size + 3; ++i) {
                std::string changed = whole;
                changed[i] = 'x';
                const ec2wire::tests::guarded_bytes good{whole}, bad{changed};
                const auto found = [&](std::string_view bytes) {
                    open_tags open;
                    open.open(bytes.substr(0, size));
                    return open.end_tag_size(bytes.data() + size + 1, bytes.data() + bytes.size());
                };
                BOOST_TEST(found(good.view()) == size + 3);
                BOOST_TEST(found(bad.view()) == 0U);
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
