#include <ec2wire/xml/element_text.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

using ec2wire::decode_error;
using ec2wire::errc;
using ec2wire::scratch;
using ec2wire::xml::element_text;
using ec2wire::xml::read_element_text;
using ec2wire::xml::reader;
using ec2wire::xml::token_kind;

namespace {

bool holds(std::string_view document, std::string_view text, std::size_t offset, bool is_borrowed) {
    scratch memory;
    reader in(document, memory);
    in.next();
    element_text out;
    if (!read_element_text(in, out) || in.kind() != token_kind::end) return false;
    return out.text == text && out.offset == offset && out.is_borrowed == is_borrowed &&
           in.next() == token_kind::end_of_input;
}

// The text is a view of these bytes in the document.
bool is_view(std::string_view document, std::string_view text, std::size_t offset) {
    return holds(document, text, offset, true);
}
bool is_made(std::string_view document, std::string_view text, std::size_t offset) {
    return holds(document, text, offset, false);
}

decode_error error_of(std::string_view document) {
    scratch memory;
    reader in(document, memory);
    in.next();
    element_text out;
    return read_element_text(in, out) ? decode_error{} : in.error();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_element_text)

BOOST_AUTO_TEST_CASE(text_that_means_its_bytes_is_a_view) {
    BOOST_TEST(is_view("<code>64</code>", "64", 6));
    BOOST_TEST(is_view("<a> x\n</a>", " x\n", 3));
    BOOST_TEST(is_view("<a><!-- -->64</a>", "64", 11));
    BOOST_TEST(is_view("<a>64<!-- --></a>", "64", 3));
    constexpr std::string_view document = "<code>64</code>";
    scratch memory;
    reader in(document, memory);
    in.next();
    element_text out;
    BOOST_TEST(read_element_text(in, out));
    BOOST_TEST((out.text.data() == document.data() + 6));
    BOOST_TEST(memory.capacity() == 0U);
}

BOOST_AUTO_TEST_CASE(an_empty_element_has_empty_text) {
    BOOST_TEST(is_view("<a/>", "", 4));
    BOOST_TEST(is_view("<a></a>", "", 3));
    BOOST_TEST(is_view("<a><!-- --></a>", "", 3));
    BOOST_TEST(is_made("<a><![CDATA[]]></a>", "", 3));
}

BOOST_AUTO_TEST_CASE(text_that_means_something_else_is_unescaped) {
    BOOST_TEST((is_made("<message>R&amp;D</message>", "R&D", 9)));
    BOOST_TEST((is_made("<a>x\r\ny</a>", "x\ny", 3)));
    BOOST_TEST((is_made("<a><![CDATA[R&D\r\n]]></a>", "R&D\n", 3)));
}

BOOST_AUTO_TEST_CASE(text_in_pieces_is_put_together) {
    BOOST_TEST((is_made("<code>6<!-- -->4</code>", "64", 6)));
    BOOST_TEST((is_made("<a>x<![CDATA[&]]>y&amp;<?p?>z</a>", "x&y&z", 3)));
    BOOST_TEST((is_made("<a>\r<!-- -->\n</a>", "\n\n", 3)));
}

BOOST_AUTO_TEST_CASE(an_element_inside_is_unexpected) {
    //                                 v
    BOOST_TEST((error_of("<code>6<b/>4</code>") == decode_error{errc::unexpected_element, 7}));
    BOOST_TEST((error_of("<a><b/></a>") == decode_error{errc::unexpected_element, 3}));
    BOOST_TEST((error_of("<a>&lt;<b/></a>") == decode_error{errc::unexpected_element, 7}));
    BOOST_TEST((error_of("<a>x<!-- -->y<b/></a>") == decode_error{errc::unexpected_element, 13}));
}

BOOST_AUTO_TEST_CASE(ill_formed_xml_is_the_readers_error) {
    BOOST_TEST((error_of("<a>&x;</a>") == decode_error{errc::bad_reference, 4}));
    BOOST_TEST((error_of("<a>x</b>") == decode_error{errc::mismatched_tag, 6}));
    BOOST_TEST((error_of("<a>x<!-- -->") == decode_error{errc::unexpected_end, 12}));
    BOOST_TEST((error_of("<a>x<!-- -->y") == decode_error{errc::unexpected_end, 13}));
    BOOST_TEST((error_of("<a>&amp;") == decode_error{errc::unexpected_end, 8}));
    BOOST_TEST((error_of("<a") == decode_error{errc::unexpected_end, 2}));
}

BOOST_AUTO_TEST_CASE(a_scratch_that_is_too_small_is_out_of_memory) {
    constexpr std::string_view document = "<a>x&amp;y<!-- -->z</a>";  // 8 bytes raw, then 1
    for (std::size_t size = 0; size <= 10; ++size) {
        std::array<std::byte, 10> bytes{};
        scratch memory{std::span(bytes).first(size)};
        reader in(document, memory);
        in.next();
        element_text out;
        const bool is_read = read_element_text(in, out);
        BOOST_TEST(is_read == (size >= 7));
        if (is_read)
            BOOST_TEST(out.text == "x&yz");
        else
            BOOST_TEST((in.error().code == errc::out_of_memory));
    }
}

BOOST_AUTO_TEST_CASE(ten_thousand_pieces_take_memory_in_proportion) {
    std::string document = "<a>";
    std::string text;
    for (int i = 0; i < 10'000; ++i) {
        document += "&lt;<!-- -->";
        text += '<';
    }
    document += "</a>";
    scratch memory;
    reader in(document, memory);
    in.next();
    element_text out;
    BOOST_TEST_REQUIRE(read_element_text(in, out));
    BOOST_TEST(out.text == text);
    BOOST_TEST(memory.capacity() < 4 * document.size());
}

BOOST_AUTO_TEST_CASE(memory_that_was_not_needed_goes_back) {
    std::array<std::byte, 16> bytes{};
    scratch memory(bytes);
    for (int i = 0; i < 4; ++i) {
        reader in("<a>&lt;&lt;</a>", memory);  // 8 bytes raw, 2 unescaped
        in.next();
        element_text out;
        BOOST_TEST(read_element_text(in, out));
        BOOST_TEST(out.text == "<<");
    }
}

BOOST_AUTO_TEST_SUITE_END()
