#include <ec2wire/xml/writer.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace xml = ec2wire::xml;
using ec2wire::errc;
using ec2wire::detail::tag_name;

namespace {

// Stores a name as shapes do: inside an end tag, with readable bytes after it.
class stored_name {
  public:
    explicit stored_name(std::string_view name)
        : tag_("</" + std::string(name) + ">" + std::string(ec2wire::detail::tag_room, '?')),
          size_(name.size()) {}
    tag_name get() const { return {tag_.data() + 2, size_}; }
    std::string text() const { return tag_.substr(2, size_); }

  private:
    std::string tag_;
    std::size_t size_;
};

const stored_name root("root");
const stored_name item("item");
const stored_name code("code");

// Calls walk(xml::writer&) with the buffer that it needs, a larger one and each smaller one: the size is
// always the same, and nothing is written outside the buffer. Returns the document.
template <class Walk>
std::string written(bool is_indented, Walk walk) {
    xml::writer counter(is_indented, {}, {});
    walk(counter);
    const auto size = static_cast<std::size_t>(counter.size());
    std::string exact;
    for (std::size_t room = 0; room <= size; ++room) {
        std::string out(size + 400, '#');
        xml::writer writer(is_indented, std::span<char>(out).first(room), {});
        walk(writer);
        BOOST_TEST_REQUIRE(writer.size() == size);
        BOOST_TEST_REQUIRE(out.find_first_not_of('#', room) == std::string::npos);
        exact = out.substr(0, room);
    }
    std::string out(size + 400, '#');
    xml::writer writer(is_indented, out, {});
    walk(writer);
    BOOST_TEST_REQUIRE(writer.size() == size);
    BOOST_TEST_REQUIRE(out.substr(0, size) == exact);
    return exact;
}

std::string new_line(bool is_indented, std::size_t depth) {
    return is_indented ? "\n" + std::string(4 * depth, ' ') : "";
}

// A leaf inside `depth` elements of the same name.
void write_nested(xml::writer& out, const stored_name& name, std::size_t depth,
                  std::string_view text) {
    for (std::size_t i = 0; i < depth; ++i) BOOST_TEST_REQUIRE(out.begin(name.get()));
    BOOST_TEST_REQUIRE(out.put_leaf(name.get(), text));
    for (std::size_t i = 0; i < depth; ++i) out.close(name.get());
}

std::string expected_nested(bool is_indented, const stored_name& name, std::size_t depth,
                            std::string_view escaped) {
    const std::string start = "<" + name.text() + ">", end = "</" + name.text() + ">";
    std::string document;
    for (std::size_t i = 0; i < depth; ++i) document += new_line(is_indented, i) + start;
    document += new_line(is_indented, depth) + start + std::string(escaped) + end;
    for (std::size_t i = depth; i-- != 0;) document += new_line(is_indented, i) + end;
    return document;
}

void write_reply(xml::writer& out) {
    out.put("<?xml version=\"1.0\"?>");
    BOOST_TEST(out.begin_tag(root.get()));
    out.put(" a=\"");
    BOOST_TEST(out.put_attribute("<\"1\">"));
    out.put("\">");
    BOOST_TEST(out.put_empty(code.get()));
    for (const bool has_code : {true, false}) {
        BOOST_TEST(out.begin(item.get()));
        const xml::writer::position start = out.here();
        if (has_code) BOOST_TEST(out.put_leaf(code.get(), "a & b"));
        out.close(start, item.get());
    }
    out.close(root.get());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_writer)

BOOST_AUTO_TEST_CASE(a_document_is_indented_or_not) {
    BOOST_TEST(written(false, write_reply) ==
               "<?xml version=\"1.0\"?><root a=\"&lt;&quot;1&quot;&gt;\"><code/>"
               "<item><code>a &amp; b</code></item><item/></root>");
    BOOST_TEST(written(true, write_reply) ==
               "<?xml version=\"1.0\"?>\n<root a=\"&lt;&quot;1&quot;&gt;\">\n    <code/>\n"
               "    <item>\n        <code>a &amp; b</code>\n    </item>\n    <item/>\n</root>");
}

// Short names and texts at a small depth are copied in blocks, others are not; the document does not tell.
BOOST_AUTO_TEST_CASE(sizes_and_depth_do_not_matter) {
    for (const bool is_indented : {false, true})
        for (const std::size_t name_size : {1U, 8U, 28U, 29U, 30U, 31U, 32U, 40U})
            for (const std::size_t depth : {0U, 1U, 10U, 11U, 12U, 13U})
                for (const std::size_t text_size : {1U, 3U, 8U, 15U, 16U, 33U}) {
                    const stored_name name(std::string(name_size, 'n'));
                    const std::string text(text_size, 't');
                    const std::string document = written(is_indented, [&](xml::writer& out) {
                        write_nested(out, name, depth, text);
                    });
                    BOOST_TEST_REQUIRE(document == expected_nested(is_indented, name, depth, text));
                }
}

BOOST_AUTO_TEST_CASE(texts_are_escaped) {
    for (const std::size_t depth : {0U, 20U}) {
        const std::string document =
            written(true, [&](xml::writer& out) { write_nested(out, code, depth, "<a>\r&\"\n"); });
        BOOST_TEST(document == expected_nested(true, code, depth, "&lt;a&gt;&#13;&amp;\"\n"));
    }
}

BOOST_AUTO_TEST_CASE(a_text_that_xml_does_not_allow_is_refused) {
    std::string room(1000, '#');
    for (const std::size_t size : {room.size(), std::size_t{0}}) {
        xml::writer out(false, std::span<char>(room).first(size), {});
        BOOST_TEST(!out.put_leaf(code.get(), "a\x01"));
        BOOST_TEST((out.fault().code == errc::bad_character && out.fault().offset == 1));
        BOOST_TEST(!out.put_leaf(code.get(), "ab\xFF"));
        BOOST_TEST((out.fault().code == errc::not_utf8 && out.fault().offset == 2));
        BOOST_TEST(!out.put_attribute("abc\x02"));
        BOOST_TEST((out.fault().code == errc::bad_character && out.fault().offset == 3));
        BOOST_TEST(out.size() == 0U);
    }
}

BOOST_AUTO_TEST_CASE(elements_nest_as_deep_as_the_limit) {
    std::string room(1 << 16, '#');
    for (const bool is_indented : {false, true})
        for (const std::size_t size : {room.size(), std::size_t{0}}) {
            xml::writer out(is_indented, std::span<char>(room).first(size), {});
            for (std::size_t i = 0; i + 1 < ec2wire::max_depth; ++i)
                BOOST_TEST_REQUIRE(out.begin(item.get()));
            BOOST_TEST(out.put_leaf(code.get(), "1"));
            BOOST_TEST(out.put_empty(code.get()));
            BOOST_TEST(out.begin(item.get()));
            const auto before = out.size();
            BOOST_TEST(!out.put_leaf(code.get(), "1"));
            BOOST_TEST((out.fault().code == errc::too_deep));
            BOOST_TEST(!out.put_empty(code.get()));
            BOOST_TEST(!out.begin(item.get()));
            BOOST_TEST(!out.begin_tag(item.get()));
            BOOST_TEST(out.size() == before);
        }
}

BOOST_AUTO_TEST_CASE(a_text_in_the_output_is_noted) {
    std::string room(200, 'x');
    const std::string elsewhere(200, 'x');
    for (const auto& [text, overlaps] :
         {std::pair(std::string_view(room).substr(150, 1), true),
          std::pair(std::string_view(elsewhere).substr(150, 1), false)}) {
        xml::writer leaf(false, {}, {room.data(), room.size()});
        BOOST_TEST(leaf.put_leaf(code.get(), text));
        BOOST_TEST(leaf.overlaps_output() == overlaps);
        xml::writer attribute(false, {}, {room.data(), room.size()});
        BOOST_TEST(attribute.put_attribute(text));
        BOOST_TEST(attribute.overlaps_output() == overlaps);
    }
}

BOOST_AUTO_TEST_SUITE_END()
