#include <ec2wire/xml/reader.hpp>

#include "files.hpp"
#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

using ec2wire::decode_error;
using ec2wire::errc;
using ec2wire::max_depth;
using ec2wire::scratch;
using ec2wire::tests::guard;
using ec2wire::tests::guarded_bytes;
using ec2wire::xml::reader;
using ec2wire::xml::token_kind;

namespace {

std::string written(const reader& in) {
    const auto name = std::string(in.name());
    switch (in.kind()) {
        case token_kind::start: return "<" + name + ">";
        case token_kind::end: return "</" + name + ">";
        case token_kind::text:
            return std::string("[") + (in.is_cdata() ? "=" : "") +
                   (in.needs_unescape() ? "&" : "") + std::string(in.text()) + "]";
        case token_kind::end_of_input: return ".";
        case token_kind::error: break;
    }
    return "!";
}

// Returns the tokens of a document:
//
//   <a>R&amp;D<![CDATA[x]]><b/></a>    <a>[&R&amp;D][=x]<b></b></a>.
//                                         & needs unescape(), = is verbatim, . is end_of_input
std::string tokens(std::string_view document) {
    scratch memory;
    reader in(document, memory);
    std::string all;
    do {
        in.next();
        all += written(in);
    } while (in.kind() != token_kind::end_of_input && in.kind() != token_kind::error);
    return all;
}

// Reads to the end; {} if there is no error.
decode_error error_of(std::string_view document) {
    scratch memory;
    reader in(document, memory);
    while (in.next() != token_kind::end_of_input)
        if (in.kind() == token_kind::error) return in.error();
    return {};
}

bool is_good(std::string_view document) { return error_of(document) == decode_error{}; }

// A document that is refused, and the first byte that cannot be part of a valid document.
struct refusal {
    std::string_view document;
    errc code;
    std::size_t offset;
};

// Checks the error of a document that lies beside a page which cannot be read, on either side. The bytes
// before the offset must be no error: the document cut there is truncated, or whole.
void check_refusal(std::string_view document, errc code, std::size_t offset) {
    for (const guard side : {guard::after, guard::before}) {
        const guarded_bytes bytes{document, side};
        const decode_error found = error_of(bytes.view());
        BOOST_TEST((found == decode_error{code, offset}),
                   ec2wire::to_string(found.code) << " at " << found.offset << " in " << document);
    }
    const guarded_bytes before{document.substr(0, offset)};
    const decode_error found = error_of(before.view());
    BOOST_TEST((found == decode_error{} || found == decode_error{errc::unexpected_end, offset}),
               ec2wire::to_string(found.code) << " at " << found.offset << " before " << document);
}

template <std::size_t Count>
void check_refusals(const refusal (&refusals)[Count]) {
    for (const refusal& r : refusals) check_refusal(r.document, r.code, r.offset);
}

// Checks that a document is well formed, and truncated if it is cut at any byte from `from` on.
void check_cuts(std::string_view document, std::size_t from = 0) {
    for (std::size_t size = from; size < document.size(); ++size) {
        const guarded_bytes cut{document.substr(0, size)};
        const decode_error found = error_of(cut.view());
        BOOST_TEST((found == decode_error{errc::unexpected_end, size}),
                   ec2wire::to_string(found.code)
                       << " at " << found.offset << " in " << document.substr(0, size));
    }
    BOOST_TEST(is_good(document), document);
}

std::string nested(std::size_t depth) {
    std::string document;
    for (std::size_t i = 0; i < depth; ++i) document += "<a>";
    for (std::size_t i = 0; i < depth; ++i) document += "</a>";
    return document;
}

// <r a0="" a1="" ... />
std::string with_attributes(std::size_t count) {
    std::string document = "<r";
    for (std::size_t i = 0; i < count; ++i) document += " a" + std::to_string(i) + "=\"\"";
    return document + "/>";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_reader)

BOOST_AUTO_TEST_CASE(a_document_is_its_tokens) {
    BOOST_TEST(tokens("<a>x</a>") == "<a>[x]</a>.");
    BOOST_TEST(tokens("<a> <b>64</b>\n</a>\n") == "<a>[ ]<b>[64]</b>[\n]</a>.");
    BOOST_TEST(tokens("<a></a>") == "<a></a>.");
}

BOOST_AUTO_TEST_CASE(an_empty_element_is_a_start_and_an_end) {
    BOOST_TEST(tokens("<a/>") == "<a></a>.");
    BOOST_TEST(tokens("<a><b/><c /></a>") == "<a><b></b><c></c></a>.");
    BOOST_TEST(tokens("<a><b x='1'/>y</a>") == "<a><b></b>[y]</a>.");
}

BOOST_AUTO_TEST_CASE(white_space_may_be_at_the_end_of_a_tag_only) {
    BOOST_TEST(tokens("<a \t\r\n></a \t\r\n>") == "<a></a>.");
    static constexpr refusal refusals[] = {
        // v
        {"< a/>", errc::bad_markup, 1},    {"<a></ a>", errc::bad_markup, 5},
        {"<a>< /a>", errc::bad_markup, 4}, {"<a/ >", errc::bad_markup, 3},
        {"<a/x>", errc::bad_markup, 3},
    };
    check_refusals(refusals);
}

BOOST_AUTO_TEST_CASE(a_name_keeps_its_prefix) {
    BOOST_TEST(tokens("<n:a><:b/></n:a>") == "<n:a><:b></:b></n:a>.");
}

BOOST_AUTO_TEST_CASE(offsets_and_depth_follow_the_tokens) {
    //                                     0  3 4   8 9     15  19  23
    const std::string_view document = "<a>x<b/><![CDATA[y]]></a> ";
    struct {
        token_kind kind;
        std::size_t offset, position, depth;
    } const wanted[] = {{token_kind::start, 0, 3, 1},         {token_kind::text, 3, 4, 1},
                        {token_kind::start, 4, 8, 2},         {token_kind::end, 4, 8, 1},
                        {token_kind::text, 8, 21, 1},         {token_kind::end, 21, 25, 0},
                        {token_kind::end_of_input, 26, 26, 0}};
    scratch memory;
    reader in(document, memory);
    for (const auto& want : wanted) {
        BOOST_TEST((in.next() == want.kind));
        BOOST_TEST(in.offset() == want.offset);
        BOOST_TEST(in.position() == want.position);
        BOOST_TEST(in.depth() == want.depth);
    }
}

BOOST_AUTO_TEST_CASE(comments_and_instructions_are_left_out) {
    BOOST_TEST(tokens("<!-- x --><?p x?><a>6<!-- -->4<?p?></a><!----><?p ?\?>") ==
               "<a>[6][4]</a>.");
    BOOST_TEST(tokens("<a><!-- - -x <b> &no; ]]> --></a>") == "<a></a>.");
    BOOST_TEST(tokens("<a><?xml-stylesheet <>&?x?\?></a>") == "<a></a>.");
    BOOST_TEST(tokens("<?xm x?><?xmlx?><?p:x\n?><a/>") == "<a></a>.");
}

BOOST_AUTO_TEST_CASE(a_comment_has_no_double_hyphen) {
    static constexpr refusal refusals[] = {
        //      v
        {"<!-- -- --><a/>", errc::bad_markup, 7}, {"<!-- --->", errc::bad_markup, 7},
        {"<a><!-x--></a>", errc::bad_markup, 6},  {"<a><!x></a>", errc::bad_markup, 5},
        {"<a><!></a>", errc::bad_markup, 5},      {"<!-- \x01 -->", errc::bad_character, 5},
        {"<!-- \xFF -->", errc::not_utf8, 5},
    };
    check_refusals(refusals);
}

BOOST_AUTO_TEST_CASE(an_instruction_has_a_target_that_is_not_xml) {
    static constexpr refusal refusals[] = {
        {"<?\?><a/>", errc::bad_markup, 2},
        {"<? p?><a/>", errc::bad_markup, 2},
        {"<?1?><a/>", errc::bad_markup, 2},
        {"<?p><a/>", errc::bad_markup, 3},
        {"<?p?x?><a/>", errc::bad_markup, 4},
        {"<?xml?><a/>", errc::bad_markup, 2},
        {"<?XML version='1.0'?><a/>", errc::bad_markup, 2},
        {"<a><?xMl x?></a>", errc::bad_markup, 5},
        {" <?xml version='1.0'?><a/>", errc::bad_markup, 3},
        {"<a/><?xml version='1.0'?>", errc::bad_markup, 6},
        {"<?p \x02?><a/>", errc::bad_character, 4},
        {"<?p \xC3(?><a/>", errc::not_utf8, 5},
        {"<?p\x01?><a/>", errc::bad_character, 3},
    };
    check_refusals(refusals);
}

BOOST_AUTO_TEST_CASE(a_cdata_section_is_its_text) {
    BOOST_TEST(tokens("<a><![CDATA[R&D <b>]]></a>") == "<a>[=R&D <b>]</a>.");
    BOOST_TEST(tokens("<a><![CDATA[]]></a>") == "<a>[=]</a>.");
    BOOST_TEST(tokens("<a><![CDATA[]]]]><![CDATA[>]]]></a>") == "<a>[=]]][=>]]</a>.");
    BOOST_TEST(tokens("<a>x<![CDATA[y\r]]>z</a>") == "<a>[x][=&y\r][z]</a>.");
    static constexpr refusal refusals[] = {
        //      v
        {"<a><![CDATX[]]></a>", errc::bad_markup, 10},
        {"<a><![cdata[]]></a>", errc::bad_markup, 6},
        {"<a><![CDATA [x]]></a>", errc::bad_markup, 11},
        {"<a><![CDATA[\x0B]]></a>", errc::bad_character, 12},
        {"<a><![CDATA[\xF5]]></a>", errc::not_utf8, 12},
        {"<![CDATA[x]]><a/>", errc::bad_markup, 2},
        {"<a/><![CDATA[x]]>", errc::trailing_data, 4},
    };
    check_refusals(refusals);
}

BOOST_AUTO_TEST_CASE(a_doctype_is_refused_anywhere) {
    static constexpr refusal refusals[] = {
        {"<!DOCTYPE a><a/>", errc::doctype, 0},
        {"<!-- --><!DOCTYPE a [<!ENTITY b 'c'>]><a/>", errc::doctype, 8},
        {"<a><!DOCTYPE a></a>", errc::doctype, 3},
        {"<a/><!DOCTYPE a>", errc::doctype, 4},
        {"<!DOCTYP a><a/>", errc::bad_markup, 8},
        {"<!doctype html>", errc::bad_markup, 2},
        {"<!ENTITY a 'b'>", errc::bad_markup, 2},
    };
    check_refusals(refusals);
    for (std::size_t size = 0; size < 9; ++size)
        BOOST_TEST((error_of(std::string_view("<!DOCTYPE").substr(0, size)) ==
                    decode_error{errc::unexpected_end, size}));
}

BOOST_AUTO_TEST_CASE(the_declaration_has_version_1_0_and_utf_8) {
    BOOST_TEST(is_good("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<a/>"));
    BOOST_TEST(is_good("<?xml version='1.0'?><a/>"));
    BOOST_TEST(is_good("<?xml\n\tversion = '1.0'\r\nencoding\n=\n'utf-8' ?><a/>"));
    BOOST_TEST(is_good("<?xml version='1.0' encoding='Utf-8'?><a/>"));
    BOOST_TEST(is_good("<?xml version='1.0' standalone='no' ?><a/>"));
    BOOST_TEST(is_good("\xEF\xBB\xBF<?xml version='1.0'?><a/>"));
}

BOOST_AUTO_TEST_CASE(another_declaration_is_refused) {
    static constexpr refusal refusals[] = {
        //                v
        {"<?xml version='1.1'?><a/>", errc::unsupported_version, 17},
        {"<?xml version='2.0'?><a/>", errc::unsupported_version, 15},
        {"<?xml version='1.00'?><a/>", errc::unsupported_version, 18},
        {"<?xml version='1.'?><a/>", errc::unsupported_version, 17},
        {"<?xml version=''?><a/>", errc::unsupported_version, 15},
        {"<?xml version='1.0 '?><a/>", errc::bad_markup, 18},
        {"<?xml version='1.0\"?><a/>", errc::bad_markup, 18},
        {"<?xml version=1.0?><a/>", errc::bad_markup, 14},
        {"<?xml version '1.0'?><a/>", errc::bad_markup, 14},
        {"<?xml Version='1.0'?><a/>", errc::bad_markup, 6},
        {"<?xml ?><a/>", errc::bad_markup, 6},
        {"<?xml encoding='UTF-8'?><a/>", errc::bad_markup, 6},
        {"<?xml version='1.0'", errc::unexpected_end, 19},
        {"<?xml version='1.0'><a/>", errc::bad_markup, 19},
        {"<?xml version='1.0'encoding='UTF-8'?><a/>", errc::bad_markup, 19},
    };
    check_refusals(refusals);
}

BOOST_AUTO_TEST_CASE(another_encoding_is_refused) {
    static constexpr refusal refusals[] = {
        //                                    v
        {"<?xml version='1.0' encoding='ISO-8859-1'?><a/>", errc::unsupported_encoding, 30},
        {"<?xml version='1.0' encoding='UTF-16'?><a/>", errc::unsupported_encoding, 30},
        {"<?xml version='1.0' encoding='UTF8'?><a/>", errc::unsupported_encoding, 30},
        {"<?xml version='1.0' encoding='UTF-9'?><a/>", errc::unsupported_encoding, 30},
        {"<?xml version='1.0' encoding=''?><a/>", errc::unsupported_encoding, 30},
        {"\xFE\xFF", errc::unsupported_encoding, 0},
        {"\xFF\xFE<", errc::unsupported_encoding, 0},
        {"<?xml version='1.0' encoding='UTF-8' standalone='maybe'?>", errc::bad_markup, 49},
        {"<?xml version='1.0' standalone='yes' encoding='UTF-8'?>", errc::bad_markup, 37},
        {"<?xml version='1.0' encoding='UTF-8'standalone='yes'?>", errc::bad_markup, 36},
        {"<?xml version='1.0' encoding='UTF-8' standalone='yes'x?>", errc::bad_markup, 53},
        {"<?xml version='1.0' encoding='UTF-8' x='y'?>", errc::bad_markup, 37},
        {"<?xml version='1.0' encoded='UTF-8'?>", errc::bad_markup, 25},
        {"<?xml version='1.0' encoding='UTF\xC3\xA9'?>", errc::bad_markup, 33},
        {"<?xml version='1.0' encoding='UTF\xFF'?>", errc::not_utf8, 33},
    };
    check_refusals(refusals);
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_may_come_first) {
    BOOST_TEST(tokens("\xEF\xBB\xBF<a/>") == "<a></a>.");
    static constexpr refusal refusals[] = {
        {"\xEF\xBB\xBF", errc::unexpected_end, 3},
        {"\xEF\xBB", errc::unexpected_end, 2},
        {"\xEF", errc::unexpected_end, 1},
        {"\xEF\xBB<a/>", errc::not_utf8, 2},
        {"\xEF\xBB\xBF\xEF\xBB\xBF<a/>", errc::bad_markup, 3},
        {" \xEF\xBB\xBF<a/>", errc::bad_markup, 1},
        {"<a/>\xEF\xBB\xBF", errc::trailing_data, 4},
    };
    check_refusals(refusals);
    BOOST_TEST(tokens("<a>\xEF\xBB\xBF</a>") == "<a>[\xEF\xBB\xBF]</a>.");
}

BOOST_AUTO_TEST_CASE(the_error_of_bytes_that_are_not_a_document_is_at_the_first) {
    static constexpr refusal refusals[] = {
        {"", errc::unexpected_end, 0},         {" \n", errc::unexpected_end, 2},
        {"<!-- -->", errc::unexpected_end, 8}, {"Service Unavailable", errc::bad_markup, 0},
        {"\n{\"a\":1}", errc::bad_markup, 1},  {"&amp;<a/>", errc::bad_markup, 0},
        {"</a>", errc::bad_markup, 1},         {"<>", errc::bad_markup, 1},
        {"<1/>", errc::bad_markup, 1},         {"\x01<a/>", errc::bad_character, 0},
        {"\xFF<a/>", errc::not_utf8, 0},
    };
    check_refusals(refusals);
}

BOOST_AUTO_TEST_CASE(nothing_but_misc_follows_the_root) {
    BOOST_TEST(tokens("<a/> \r\n\t<!-- x --> <?p x?>\n") == "<a></a>.");
    static constexpr refusal refusals[] = {
        //   v
        {"<a/>x", errc::trailing_data, 4},
        {"<a/> <b/>", errc::trailing_data, 5},
        {"<a></a></a>", errc::trailing_data, 7},
        {"<a/>&amp;", errc::trailing_data, 4},
        {std::string_view("<a/>\0", 5), errc::trailing_data, 4},
        {"<a/>\xFF", errc::trailing_data, 4},
        {"<a/><", errc::unexpected_end, 5},
        {"<a/><!", errc::unexpected_end, 6},
        {"<a/><?", errc::unexpected_end, 6},
        {"<a/><!x", errc::bad_markup, 6},
    };
    check_refusals(refusals);
}

BOOST_AUTO_TEST_CASE(end_of_input_and_error_stay) {
    scratch memory;
    reader whole("<a/>", memory);
    while (whole.next() != token_kind::end_of_input) continue;
    BOOST_TEST((whole.next() == token_kind::end_of_input));
    for (const std::string_view bad : {"x", "<a", "<a/x>", "<a b='1'/x>", "<a><b/\x01>", "<a>&x;",
                                       "<a></b>", "<a><b></c>", "<a/>x", ""}) {
        reader in(bad, memory);
        while (in.next() != token_kind::error) continue;
        const decode_error first = in.error();
        for (int i = 0; i < 5; ++i) {
            BOOST_TEST((in.next() == token_kind::error));
            BOOST_TEST((in.error() == first));
        }
        BOOST_TEST((in.next_tag() == token_kind::error));
    }
}

BOOST_AUTO_TEST_CASE(the_error_of_a_mismatched_end_tag_is_where_it_differs) {
    static constexpr refusal refusals[] = {
        //        v
        {"<item></items>", errc::mismatched_tag, 12},
        {"<item></ite>", errc::mismatched_tag, 11},
        {"<item></itex>", errc::mismatched_tag, 11},
        {"<item></x>", errc::mismatched_tag, 8},
        {"<item></Item>", errc::mismatched_tag, 8},
        {"<a><b></a></b>", errc::mismatched_tag, 8},
        {"<a:b></b>", errc::mismatched_tag, 7},
        {"<item></ite ", errc::mismatched_tag, 11},
        {"<item></items", errc::mismatched_tag, 12},
        {"<item></item x>", errc::bad_markup, 13},
        {"<item></item/>", errc::bad_markup, 12},
        {"<item></item<", errc::bad_markup, 12},
        {"<item></>", errc::bad_markup, 8},
        {"<item></1>", errc::bad_markup, 8},
        {"<item></\x01>", errc::bad_character, 8},
        {"<item></item\x01>", errc::bad_character, 12},
    };
    check_refusals(refusals);
}

BOOST_AUTO_TEST_CASE(an_end_tag_is_compared_in_bytes_and_broken_in_characters) {
    static constexpr refusal refusals[] = {
        //                    v            U+E9 opens, U+E8 closes
        {"<\xC3\xA9></\xC3\xA8>", errc::mismatched_tag, 7},
        {"<a\xC3\xA9></a\xC3", errc::unexpected_end, 9},
        {"<a\xC3\xA9></a\xFF>", errc::not_utf8, 8},
        {"<a\xC3\xA9></a\xC3\x28>", errc::not_utf8, 9},
        {"<a\xC3\xA9></a>", errc::mismatched_tag, 8},
        {"<a></a\xC3\xA9>", errc::mismatched_tag, 6},
        {"<a></a\xFF>", errc::not_utf8, 6},
    };
    check_refusals(refusals);
}

BOOST_AUTO_TEST_CASE(the_error_of_a_start_tag_is_at_the_first_wrong_byte) {
    static constexpr refusal refusals[] = {
        //  v
        {"<a<b/>", errc::bad_markup, 2},          {"<a=''/>", errc::bad_markup, 2},
        {"<a b/>", errc::bad_markup, 4},          {"<a b>", errc::bad_markup, 4},
        {"<a b=c>", errc::bad_markup, 5},         {"<a b=>", errc::bad_markup, 5},
        {"<a b c=''>", errc::bad_markup, 5},      {"<a =''>", errc::bad_markup, 3},
        {"<a 1=''>", errc::bad_markup, 3},        {"<a b=''c=''>", errc::bad_markup, 7},
        {"<a b='\"'<>", errc::bad_markup, 8},     {"<a\x0C>", errc::bad_character, 2},
        {"<a b\x01=''>", errc::bad_character, 4}, {"<a \xE0\x80\x80=''>", errc::not_utf8, 4},
        {"<\xC0\x80/>", errc::not_utf8, 1},       {"<a\xEF\xBF\xBE/>", errc::bad_character, 2},
        {"<a\xC3\x97/>", errc::bad_markup, 2},
    };
    check_refusals(refusals);
}

BOOST_AUTO_TEST_CASE(attributes_are_checked_and_left_out) {
    BOOST_TEST(tokens("<a b='1' c = \"it's\" d:e='>\t\n\r/' f=''\n/>") == "<a></a>.");
    BOOST_TEST(tokens("<a b='&lt;&#65;&#x20AC;&quot;\xE2\x82\xAC'></a>") == "<a></a>.");
    static constexpr refusal refusals[] = {
        //     v
        {"<a b='<'/>", errc::bad_markup, 6},       {"<a b='&nbsp;'/>", errc::bad_reference, 7},
        {"<a b='x&y'/>", errc::bad_reference, 8},  {"<a b='&#0;'/>", errc::bad_reference, 8},
        {"<a b='\x02'/>", errc::bad_character, 6}, {"<a b='\xED\xA0\x80'/>", errc::not_utf8, 7},
        {"<a b=\"'/>", errc::unexpected_end, 9},
    };
    check_refusals(refusals);
}

BOOST_AUTO_TEST_CASE(the_error_of_a_duplicate_attribute_is_at_the_second) {
    static constexpr refusal refusals[] = {
        //          v
        {"<a b='' b=''/>", errc::duplicate_attribute, 8},
        {"<a b='' c='' b='' c=''>", errc::duplicate_attribute, 13},
        {"<a><b x:y='1'\n x:y='2'>", errc::duplicate_attribute, 15},
    };
    check_refusals(refusals);
    BOOST_TEST(is_good("<a b='' B='' x:b='' bb=''/>"));
}

BOOST_AUTO_TEST_CASE(many_attributes_are_unique_or_the_first_repeated_is_reported) {
    for (const std::size_t count : {1U, 8U, 9U, 10U, 100U, 999U, 1000U}) {
        const std::string document = with_attributes(count);
        BOOST_TEST(is_good(document));
        for (const std::string& again : {std::string("a0"), "a" + std::to_string(count - 1)}) {
            std::string doubled = document;
            const std::size_t end = doubled.size() - 2;
            doubled.insert(end, " " + again + "='' a0=''");
            BOOST_TEST((error_of(doubled) == decode_error{errc::duplicate_attribute, end + 1}));
        }
    }
}

BOOST_AUTO_TEST_CASE(text_must_not_contain_the_end_of_a_section) {
    BOOST_TEST(tokens("<a>] ]] > ]>]]</a>") == "<a>[] ]] > ]>]]]</a>.");
    static constexpr refusal refusals[] = {
        //      v
        {"<a>]]></a>", errc::bad_markup, 5},
        {"<a>x]]]>", errc::bad_markup, 7},
        {"<a>0123456789abcde]]>", errc::bad_markup, 20},
    };
    check_refusals(refusals);
    BOOST_TEST(is_good("<a>]<!-- -->]></a>"));
    BOOST_TEST(is_good("<a b=']]>'>]]&gt;</a>"));
}

BOOST_AUTO_TEST_CASE(references_in_text_are_checked) {
    BOOST_TEST(tokens("<a>&lt;&#65;</a>") == "<a>[&&lt;&#65;]</a>.");
    static constexpr refusal refusals[] = {
        //    v
        {"<a>&nbsp;</a>", errc::bad_reference, 4},   {"<a>&</a>", errc::bad_reference, 4},
        {"<a>&amp</a>", errc::bad_reference, 7},     {"<a>&#x110000;</a>", errc::bad_reference, 11},
        {"<a>&#xFFFF;</a>", errc::bad_reference, 6},
    };
    check_refusals(refusals);
}

BOOST_AUTO_TEST_CASE(a_carriage_return_needs_unescape) {
    BOOST_TEST(tokens("<a>x\r\ny</a>") == "<a>[&x\r\ny]</a>.");
    BOOST_TEST(tokens("<a>x\n\ty</a>") == "<a>[x\n\ty]</a>.");
    BOOST_TEST(tokens("<a>\r<b/>x</a>") == "<a>[&\r]<b></b>[x]</a>.");
}

BOOST_AUTO_TEST_CASE(a_character_that_xml_does_not_allow_is_refused) {
    for (int c = 0; c < 0x20; ++c) {
        const std::string document =
            std::string("<a>0123456789abcdef") + static_cast<char>(c) + "</a>";
        if (ec2wire::is_space(static_cast<char>(c)))
            BOOST_TEST(is_good(document));
        else
            check_refusal(document, errc::bad_character, 19);
    }
    static constexpr refusal refusals[] = {
        //   v
        {std::string_view("<a>\0</a>", 8), errc::bad_character, 3},
        {"<a>\xEF\xBF\xBE</a>", errc::bad_character, 3},
        {"<a>\xEF\xBF\xBF</a>", errc::bad_character, 3},
    };
    check_refusals(refusals);
    BOOST_TEST(is_good("<a>\x7F\xC2\x80\xEF\xBF\xBD\xEF\xB7\x90\xF4\x8F\xBF\xBF</a>"));
}

BOOST_AUTO_TEST_CASE(the_error_of_bytes_that_are_not_utf8_is_at_the_first_wrong_one) {
    static constexpr refusal refusals[] = {
        //   v
        {"<a>\x80</a>", errc::not_utf8, 3},
        {"<a>\xC0\xAF</a>", errc::not_utf8, 3},
        {"<a>\xE0\x9F\x80</a>", errc::not_utf8, 4},
        {"<a>\xED\xA0\x80</a>", errc::not_utf8, 4},
        {"<a>\xF4\x90\x80\x80</a>", errc::not_utf8, 4},
        {"<a>\xF8</a>", errc::not_utf8, 3},
        {"<a>\xE2\x82</a>", errc::not_utf8, 5},
        {"<a>\xE2\x82", errc::unexpected_end, 5},
    };
    check_refusals(refusals);
}

BOOST_AUTO_TEST_CASE(max_depth_elements_may_be_open_and_one_more_may_not) {
    BOOST_TEST(is_good(nested(max_depth)));
    check_refusal(nested(max_depth + 1), errc::too_deep, 3 * max_depth);
    std::string document = nested(max_depth);
    document.insert(3 * max_depth, "<a/>");
    check_refusal(document, errc::too_deep, 3 * max_depth);
    document = nested(max_depth - 1);
    document.insert(3 * (max_depth - 1), "<a/><a/>");
    BOOST_TEST(is_good(document));
}

BOOST_AUTO_TEST_CASE(every_cut_of_every_construct_ends_too_early) {
    check_cuts("<?xml version = \"1.0\" encoding='UTF-8' standalone='yes' ?><a/>");
    check_cuts("\xEF\xBB\xBF<!-- - x --> <?p x ? y?>\n<a></a>");
    check_cuts("<a b = 'c&lt;&#65;&#x41;\"' d=\"'\xE2\x82\xAC\" />");
    check_cuts("<a>x&amp;]]&quot;y<!-- - --><?p?><![CDATA[z]]]><b/></a >");
    check_cuts(
        "<\xC3\xA9\xF0\x90\x80\x80 \xC3\xA9=''>\xF0\x9F\x98\x80<a\xC3\xA9></a\xC3\xA9>"
        "</\xC3\xA9\xF0\x90\x80\x80\n>");
    check_cuts("<a><n:item></n:item></a>");
}

BOOST_AUTO_TEST_CASE(after_the_root_a_cut_is_whole_or_ends_too_early) {
    constexpr std::string_view document = "<a/> <!-- x --> <?p x?>\n";
    for (std::size_t size = 4; size <= document.size(); ++size) {
        const bool is_inside = (size > 5 && size < 15) || (size > 16 && size < 23);
        const decode_error found = error_of(document.substr(0, size));
        BOOST_TEST(
            (found == (is_inside ? decode_error{errc::unexpected_end, size} : decode_error{})));
    }
}

BOOST_AUTO_TEST_CASE(every_recorded_reply_is_well_formed_and_each_cut_of_it_ends_too_early) {
    for (const auto& path : ec2wire::tests::files_in(ec2wire::tests::wire_folder(), ".xml")) {
        const std::string bytes = ec2wire::tests::read_file(path);
        BOOST_TEST_CONTEXT(path.filename()) {
            check_cuts(bytes.substr(0, bytes.find_last_not_of(" \r\n") + 1));
        }
    }
}

BOOST_AUTO_TEST_CASE(next_tag_skips_text) {
    scratch memory;
    reader in("<a>x<!-- -->y<![CDATA[z]]><b/> </a>", memory);
    BOOST_TEST((in.next_tag() == token_kind::start));
    BOOST_TEST((in.next_tag() == token_kind::start));
    BOOST_TEST(in.name() == "b");
    BOOST_TEST((in.next_tag() == token_kind::end));
    BOOST_TEST((in.next_tag() == token_kind::end));
    BOOST_TEST(in.name() == "a");
    BOOST_TEST((in.next_tag() == token_kind::end_of_input));
}

BOOST_AUTO_TEST_CASE(skip_element_stops_after_the_end_tag) {
    scratch memory;
    reader in("<a><b><c/>x<b>y</b></b><d/>z</a>", memory);
    in.next();
    in.next();
    BOOST_TEST(in.skip_element());
    BOOST_TEST((in.kind() == token_kind::end));
    BOOST_TEST(in.name() == "b");
    BOOST_TEST(in.depth() == 1u);
    BOOST_TEST((in.next() == token_kind::start));
    BOOST_TEST(in.name() == "d");
    BOOST_TEST(in.skip_element());
    BOOST_TEST((in.kind() == token_kind::end));
    BOOST_TEST(in.name() == "d");
    BOOST_TEST((in.next() == token_kind::text));
    BOOST_TEST(in.text() == "z");
}

BOOST_AUTO_TEST_CASE(skip_element_checks_what_it_skips) {
    scratch memory;
    for (const std::string_view bad : {"<a><b><c></b>", "<a><b>&x;</b>", "<a><b>", "<a><b><c"}) {
        reader in(bad, memory);
        in.next();
        in.next();
        BOOST_TEST(!in.skip_element());
        BOOST_TEST((in.kind() == token_kind::error));
        BOOST_TEST(!in.skip_element());
    }
}

BOOST_AUTO_TEST_CASE(skip_element_ends_with_the_input) {
    scratch memory;
    reader in("<a><b/></a>", memory);
    for (int i = 0; i < 4; ++i) in.next();
    BOOST_TEST((in.kind() == token_kind::end));
    BOOST_TEST(in.depth() == 0u);
    for (int i = 0; i < 2; ++i) {
        BOOST_TEST(!in.skip_element());
        BOOST_TEST((in.kind() == token_kind::end_of_input));
    }
    BOOST_TEST((in.error() == decode_error{}));
}

BOOST_AUTO_TEST_CASE(the_caller_may_end_the_reading) {
    scratch memory;
    for (int tokens_before = 0; tokens_before < 5; ++tokens_before) {
        reader in("<a><b/></a>", memory);  // start, start, end, end, end_of_input
        for (int i = 0; i < tokens_before; ++i) in.next();
        BOOST_TEST(!in.fail(errc::bad_value, 6));
        for (int i = 0; i < 3; ++i) {
            BOOST_TEST((in.kind() == token_kind::error));
            BOOST_TEST((in.next() == token_kind::error));
        }
        BOOST_TEST((in.error() == decode_error{errc::bad_value, 6}));
    }
}

BOOST_AUTO_TEST_CASE(the_first_error_stays) {
    scratch memory;
    reader in("<a></b>", memory);
    while (in.next() != token_kind::error) continue;
    BOOST_TEST(!in.fail(errc::bad_value, 0));
    BOOST_TEST((in.error() == decode_error{errc::mismatched_tag, 5}));
}

BOOST_AUTO_TEST_CASE(many_attributes_without_memory_are_an_error_and_a_few_need_none) {
    std::array<std::byte, 64> bytes;
    scratch memory(bytes);
    reader in(
        "<a><b c='' d='' e='' f='' g='' h='' i='' j=''/><b c='' d='' e='' f='' g='' h='' i='' "
        "j='' k=''/></a>",
        memory);
    for (const token_kind kind : {token_kind::start, token_kind::start, token_kind::end})
        BOOST_TEST((in.next() == kind));
    BOOST_TEST((in.next() == token_kind::error));
    // At the ninth name.
    BOOST_TEST((in.error() == decode_error{errc::out_of_memory, 90}));
}

BOOST_AUTO_TEST_CASE(tags_give_their_memory_back) {
    scratch memory;
    std::string document = "<r>";
    for (int i = 0; i < 1000; ++i)
        document += "<a b='' c='' d='' e='' f='' g='' h='' i='' j='' k=''/>";
    document += "</r>";
    reader in(document, memory);
    while (in.next() != token_kind::end_of_input)
        BOOST_TEST_REQUIRE((in.kind() != token_kind::error));
    BOOST_TEST(memory.capacity() < 5000U);
}

BOOST_AUTO_TEST_CASE(a_caller_that_knows_the_next_bytes_can_skip_them) {
    const std::string_view bytes = "<a n='1'><b>one</b><c>two</c></a>";
    scratch memory;
    reader in(bytes, memory);
    in.begin_at(bytes.substr(1, 1), bytes.data() + bytes.find("<b>"));
    BOOST_TEST((in.kind() == token_kind::start));
    BOOST_TEST(in.name() == "a");
    BOOST_TEST(in.offset() == 0u);
    BOOST_TEST(in.tag() == "<a n='1'>");
    in.pass(bytes.data() + bytes.find("<c>"));
    BOOST_TEST((in.next() == token_kind::start));
    BOOST_TEST(in.name() == "c");
    BOOST_TEST(in.tag() == "<c>");
    BOOST_TEST((in.next() == token_kind::text));
    BOOST_TEST((in.next() == token_kind::end));
    BOOST_TEST((in.next() == token_kind::end));
    BOOST_TEST((in.next() == token_kind::end_of_input));
}

static_assert(max_depth == 256, "as README.md and SECURITY.md say");

BOOST_AUTO_TEST_CASE(text_outside_the_root_is_not_returned) {
    scratch memory;
    reader in("<a>x</a>", memory);
    std::string_view text;
    bool needs_unescape = false;
    BOOST_TEST(!in.take_text_element(text, needs_unescape));
    BOOST_TEST((in.next() == token_kind::start));
    BOOST_TEST(in.take_text_element(text, needs_unescape));
    BOOST_TEST(text == "x");
    BOOST_TEST(!in.take_text_element(text, needs_unescape));
}

BOOST_AUTO_TEST_CASE(the_token_of_a_text_element_is_the_whole_element) {
    scratch memory;
    reader in("<a><b>x</b><c/></a>", memory);
    std::string_view text;
    bool needs_unescape = false;
    in.next();
    in.next();
    BOOST_TEST(in.take_text_element(text, needs_unescape));
    BOOST_TEST((in.kind() == token_kind::end));
    BOOST_TEST(in.tag() == "<b>x</b>");
    BOOST_TEST(in.offset() == 3u);
    for (const token_kind half : {token_kind::start, token_kind::end}) {
        BOOST_TEST((in.next() == half));
        BOOST_TEST(in.tag() == "<c/>");
        BOOST_TEST(in.offset() == 11u);
    }
}

BOOST_AUTO_TEST_CASE(a_wrong_text_is_an_error_of_take_text_element) {
    scratch memory;
    reader in("<a>t]]>x</a>", memory);
    std::string_view text;
    bool needs_unescape = false;
    in.next();
    BOOST_TEST(!in.take_text_element(text, needs_unescape));
    BOOST_TEST((in.error() == decode_error{errc::bad_markup, 6}));
    BOOST_TEST((in.next() == token_kind::error));
    BOOST_TEST((in.error() == decode_error{errc::bad_markup, 6}));
}

BOOST_AUTO_TEST_SUITE_END()
