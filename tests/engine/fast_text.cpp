#include <ec2wire/engine/fast_text.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

using namespace ec2wire::detail;
using namespace ec2wire::tests;

namespace {

bool is_literal(std::string_view bytes, std::string_view literal) {
    const guarded_bytes guarded_literal{literal};
    const guarded_bytes guarded{bytes};
    const std::string_view view = guarded.view();
    return fast_text::is_literal(view.data(), guarded_literal.view().data(), literal.size(),
                                 view.data() + view.size());
}

// Returns the size of the plain text before the first '<'; -1 if the strict reader has to read it.
int plain_size(std::string_view bytes) {
    const guarded_bytes guarded{bytes};
    const char* const first = guarded.view().data();
    const char* const last = fast_text::find_end(first, first + bytes.size());
    return last == nullptr ? -1 : static_cast<int>(last - first);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(engine_fast_text)

BOOST_AUTO_TEST_CASE(a_literal_of_any_size_is_compared_to_its_last_byte) {
    std::string literal;
    for (std::size_t size = 1; size <= 150; ++size) {
        literal += static_cast<char>('a' + size % 26);
        BOOST_TEST(is_literal(literal, literal));
        BOOST_TEST(is_literal(literal + "<", literal));
        BOOST_TEST(!is_literal(literal.substr(1), literal));
        for (std::size_t i = 0; i < size; ++i) {
            std::string other = literal;
            other[i] = '<';
            BOOST_TEST(!is_literal(other, literal), "a difference at " << i << " of " << size);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_plain_text_of_any_size_ends_before_its_end_tag) {
    for (std::size_t size = 0; size <= 100; ++size) {
        const std::string text(size, 'x');
        BOOST_TEST(plain_size(text + "<") == static_cast<int>(size));
        BOOST_TEST(plain_size(text + "</state>                    ") == static_cast<int>(size));
        BOOST_TEST(plain_size(text) == -1);
        for (const char stop : {'&', ']', '\r', '\n', '\xc3'})
            BOOST_TEST(plain_size(text + stop + "x</state>              ") == -1);
    }
}

BOOST_AUTO_TEST_SUITE_END()
