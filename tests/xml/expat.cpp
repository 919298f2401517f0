// Compares xml/reader.hpp with expat, which has parsed XML since 1998.
#include <ec2wire/xml/reader.hpp>

#include "files.hpp"

#include <boost/test/unit_test.hpp>

#include <expat.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

using ec2wire::decode_error;
using ec2wire::errc;

namespace {

bool expat_accepts(std::string_view document) {
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser{
        XML_ParserCreate(nullptr), XML_ParserFree};
    return XML_Parse(parser.get(), document.data(), static_cast<int>(document.size()), XML_TRUE) ==
           XML_STATUS_OK;
}

decode_error error_of(std::string_view document) {
    ec2wire::scratch memory;
    ec2wire::xml::reader in(document, memory);
    while (in.next() != ec2wire::xml::token_kind::end_of_input)
        if (in.kind() == ec2wire::xml::token_kind::error) return in.error();
    return {};
}

// Documents that ec2wire refuses by decision, and expat accepts.
bool is_refused_by_decision(errc code) {
    return code == errc::doctype || code == errc::unsupported_encoding ||
           code == errc::unsupported_version || code == errc::too_deep;
}

bool verdicts_agree(std::string_view document) {
    const decode_error found = error_of(document);
    return is_refused_by_decision(found.code) ||
           expat_accepts(document) == (found == decode_error{});
}

void check(std::string_view document) {
    BOOST_TEST(verdicts_agree(document), "expat differs: " << document);
}

// All one-byte substitutions, deletions and duplications. Non-ASCII bytes in names are sampled, because expat
// implements the fourth edition of XML 1.0.
void check_neighbours(std::string_view document) {
    for (std::size_t i = 0; i < document.size(); ++i) {
        std::string changed{document};
        for (int c = 0; c < 256; ++c) {
            changed[i] = static_cast<char>(c);
            check(changed);
        }
        changed = document;
        check(changed.erase(i, 1));
        changed = document;
        check(changed.insert(i, 1, document[i]));
        check(document.substr(0, i));
    }
}

constexpr std::string_view documents[] = {
    "<a/>",
    "<a></a >",
    "<a b='c' d=\"e\"/>",
    "<a b='&lt;&#65;&#x20AC;'>]] &gt; &amp;</a>",
    "<a>]]&gt;<![CDATA[x]]]]><![CDATA[>]]></a>",
    "<!-- - --><?p x?\?><a/><!----> <?p?>\n",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone='yes' ?><a/>",
    "<?xml version='1.0'?>\n<a>\r\n\t</a>",
    "\xEF\xBB\xBF<a>\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80</a>",
    "<a:b xmlns:a='c' a:d='' e=''><a:b/></a:b>",
    "<a>&#x10FFFF;&#xD7FF;&#xE000;&#9;&quot;&apos;</a>",
    "<StopInstancesResponse><item><code>64</code><name/></item></StopInstancesResponse>",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_expat)

BOOST_AUTO_TEST_CASE(the_same_documents_are_well_formed) {
    for (const std::string_view document : documents) {
        BOOST_TEST((error_of(document) == decode_error{}), document);
        check(document);
    }
}

BOOST_AUTO_TEST_CASE(the_same_of_their_neighbours_are_well_formed) {
    for (const std::string_view document : documents) check_neighbours(document);
}

BOOST_AUTO_TEST_CASE(the_same_neighbours_of_a_reply_are_well_formed) {
    check_neighbours(
        ec2wire::tests::read_file(ec2wire::tests::wire_folder() / "error_dry_run.xml"));
}

BOOST_AUTO_TEST_SUITE_END()
