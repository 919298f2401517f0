#include <ec2wire/engine/xml_not_a_response.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string_view>

using ec2wire::decode_error;
using ec2wire::errc;
using namespace ec2wire::detail;

namespace {

// Whether these bytes are taken for a document that begins at `wanted`.
constexpr bool is_document_at(std::string_view bytes, std::size_t wanted) {
    std::size_t begin = 0;
    return looks_like_xml(bytes, begin) && begin == wanted;
}

constexpr bool is_page(std::string_view bytes) {
    std::size_t begin = 0;
    return !looks_like_xml(bytes, begin);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(engine_xml_not_a_response)

BOOST_AUTO_TEST_CASE(a_document_begins_with_a_tag_after_white_space) {
    static_assert(is_document_at("<StopInstancesResponse/>", 0));
    static_assert(is_document_at(" \r\n<Response/>", 3));
    static_assert(is_document_at("\xEF\xBB\xBF<Response/>", 3));
    static_assert(is_document_at("<", 0));
    BOOST_TEST(is_document_at("<?xml version=\"1.0\"?><Response/>", 0));
}

BOOST_AUTO_TEST_CASE(empty_and_plain_text_are_not_a_document) {
    static_assert(is_page("") && is_page(" \n") && is_page("\xEF\xBB\xBF"));
    static_assert(is_page("503 Service Unavailable") && is_page("{}") && is_page("i<b/>"));
    BOOST_TEST(is_page(""));
}

BOOST_AUTO_TEST_CASE(html_is_not_a_document_whatever_precedes_it) {
    static_assert(is_page("<html>") && is_page("<HTML lang='en'>") && is_page("<Html\n>"));
    static_assert(is_page("<html/>") && is_page("<p/>"));
    static_assert(is_page("<!doctype html>") && is_page("<!DOCTYPE HTML PUBLIC ''>"));
    static_assert(is_page("<!-- an error --> <html>"));
    static_assert(
        is_page("<?xml version='1.0' encoding='iso-8859-1'?>\n<!DOCTYPE html PUBLIC ''>"));
    BOOST_TEST(is_page("<html>"));
}

// Names are compared whole, and a truncated one is undecided.
BOOST_AUTO_TEST_CASE(a_document_that_looks_like_html_is_a_document) {
    static_assert(is_document_at("<htmlResponse/>", 0) && is_document_at("<html", 0));
    static_assert(is_document_at("<!DOCTYPE htmlx>", 0) && is_document_at("<!-- <html>", 0));
    static_assert(is_document_at("<?xml <html>", 0));
    BOOST_TEST(is_document_at("<htmlResponse/>", 0));
}

BOOST_AUTO_TEST_CASE(other_byte_order_marks_are_left_to_the_reader) {
    static_assert(is_document_at("\xFE\xFF", 0) && is_document_at("\xFF\xFE<", 0));
    static_assert(is_document_at("\xEF", 0) && is_document_at("\xEF\xBB", 0));
    BOOST_TEST(is_document_at("\xEF", 0));
}

BOOST_AUTO_TEST_CASE(a_documents_error_is_kept_and_html_is_not_a_document) {
    constexpr decode_error found{errc::wrong_root, 1};
    static_assert(instead_of_xml("<other/>", found) == found);
    static_assert(instead_of_xml("<html></html>", found) == decode_error{errc::not_a_document, 0});
    static_assert(instead_of_xml(" \n", found) == decode_error{errc::not_a_document, 2});
    BOOST_TEST((instead_of_xml("\nBad Gateway", found) == decode_error{errc::not_a_document, 1}));
}

BOOST_AUTO_TEST_SUITE_END()
