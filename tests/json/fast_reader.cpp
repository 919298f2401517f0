#include <ec2wire/json/fast_reader.hpp>

#include "guarded_bytes.hpp"
#include "json/walk.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

using namespace ec2wire;
using json::fast_reader;

namespace {

// A document followed by readable bytes, which a forbidden page follows.
struct document {
    tests::guarded_bytes padded;
    scratch memory{};
    fast_reader in;

    explicit document(std::string_view bytes, char behind = '\0')
        : padded(std::string(bytes) + std::string(fast_reader::padding, behind)),
          in(padded.view().substr(0, bytes.size()), memory) {}

    const char* begin() const { return padded.view().data(); }
    std::string text() { return tests::json_walk(in).text(); }
};

// Whether the fast reader accepts a document.
bool is_right(std::string_view bytes, char behind = '\0') {
    document one(bytes, behind);
    (void)one.text();
    return !one.in.has_failed();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_fast_reader)

BOOST_AUTO_TEST_CASE(members_come_in_their_order_and_with_their_texts) {
    document one{R"({"a" : "x" ,"b":"","c":"é","d":[1,{"e":null}]})"};
    BOOST_TEST(one.text() == "a=x;b=;c=é;d=[1;{e=null;};];");
    BOOST_TEST(!one.in.has_failed());
}

BOOST_AUTO_TEST_CASE(an_escape_is_left_to_the_strict_reader) {
    for (const std::string_view bytes :
         {R"({"a":"\n"})", R"({"a":"\u0041"})", R"({"\u0061":"x"})", R"({"a":"\""})"})
        BOOST_TEST(!is_right(bytes));
}

BOOST_AUTO_TEST_CASE(deep_documents_are_left_to_the_strict_reader) {
    const auto nested = [](std::size_t levels) {  // the object is the first
        return "{\"a\":" + std::string(levels - 1, '[') + std::string(levels - 1, ']') + "}";
    };
    BOOST_TEST(is_right(nested(32)));
    BOOST_TEST(!is_right(nested(33)));
    // Containers next to each other do not count as levels.
    BOOST_TEST(is_right(R"({"a":[[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[]],)"
                        R"("b":[{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}]})"));
}

BOOST_AUTO_TEST_CASE(every_kind_of_white_space_may_be_between_tokens) {
    for (const std::string space :
         {"", " ", "  ", "\n", "\r\n", "\t", "\n    ", "\n\t\t", " \n \r \t ",
          "                 "
          "                 "}) {
        std::string text;
        for (const std::string_view token :
             {"",  "{", "\"a\"", ":", "[", "1",     ",", "{",    "}", ",", "\"x\"",
              "]", ",", "\"b\"", ":", "{", "\"c\"", ":", "null", "}", "}"})
            text.append(token).append(space);
        BOOST_TEST(is_right(text));
    }
    BOOST_TEST(!is_right("{\v}"));
    BOOST_TEST(!is_right("{\f}"));
    BOOST_TEST(!is_right("{\xA0}"));
}

BOOST_AUTO_TEST_CASE(lines_may_have_any_indentation) {
    BOOST_TEST(
        is_right("{\n  \"a\": [\n    1,\n    {\n      \"b\": 2\n    }\n  ],\n  \"c\": 3\n}\n"));
    // As in the first level, or differently.
    BOOST_TEST(
        is_right("{\n  \"a\": [\n1,\n          {\n    \"b\": 2\n    }],\n\n\"c\": 3\n    }"));
    BOOST_TEST(
        is_right("{\n                                                                 \"a\":"
                 "[\n      1\n]}"));
    BOOST_TEST(!is_right("{\n  \"a\": [\n  x 1\n  ]\n}"));
}

BOOST_AUTO_TEST_CASE(a_key_is_matched_if_it_is_spelled_as_expected) {
    for (const auto& [bytes, is_matched] : {std::pair{R"({"key":1})", true},
                                            {R"({ "key": 1})", true},
                                            {R"({"key" :1})", false},
                                            {R"({"\u006bey":1})", false},
                                            {R"({"Key":1})", false},
                                            {R"({"keys":1})", false},
                                            {R"({"ke":1})", false}}) {
        document one{bytes};
        auto at = one.in.open_document();
        BOOST_TEST_REQUIRE(one.in.enter_object(at));
        const auto value = one.in.match_key(at, "key");
        BOOST_TEST((value != nullptr) == is_matched);
        if (value != nullptr) BOOST_TEST(*value == '1');
    }
}

BOOST_AUTO_TEST_CASE(a_long_key_is_not_matched_past_the_end) {
    const std::string name(200, 'k');
    for (std::size_t size = 0; size < name.size(); ++size) {
        document one("{\"" + name.substr(0, size), 'k');
        auto at = one.in.open_document();
        if (!one.in.enter_object(at)) continue;
        BOOST_TEST(one.in.match_key(at, name) == nullptr);
    }
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_json_are_refused) {
    for (const std::string_view value : {"[1 2]",
                                         "[1,]",
                                         "[,1]",
                                         R"({"a":1,})",
                                         R"({"a" 1})",
                                         R"({"a":})",
                                         "{a:1}",
                                         "{1:2}",
                                         "[1}]",
                                         R"({"a":1])",
                                         R"({"a":[1})",
                                         R"("x" "y")",
                                         "01",
                                         "1.",
                                         ".5",
                                         "+1",
                                         "-",
                                         "1e",
                                         "tru",
                                         "nul",
                                         "True",
                                         "'x'",
                                         "",
                                         "]",
                                         R"(["x":1])",
                                         "\"\x01\"",
                                         R"("\q")",
                                         R"("\ud800")",
                                         "\"\xFF\"",
                                         "\"\xED\xA0\x80\"",
                                         "\xC3\xA9",
                                         "\"x"})
        BOOST_TEST(!is_right(R"({"x":)" + std::string(value) + "}"));
    for (const std::string_view bytes : {"", " ", "[]", "1", "{", "}", "{}}", "{}{}", "{} x", "x"})
        BOOST_TEST(!is_right(bytes));
    BOOST_TEST(is_right("\xEF\xBB\xBF {} \n"));
}

BOOST_AUTO_TEST_CASE(every_number_is_taken_as_it_is_spelled) {
    const auto taken = [](std::string_view text) {
        document one{text};
        std::string_view token;
        return one.in.take_number(one.begin(), token) == nullptr ? "?" : std::string(token);
    };
    for (const std::string number :
         {"0", "-0", "64", "1234567890123456789", "0.5", "-1.25", "1e2", "1E+22", "9.9e-303"})
        BOOST_TEST(taken(number + " ") == number);
    for (const std::string_view number : {"", "-", "01", "1.", "1e", "1e+", "+1", ".1", "1-", "x"})
        BOOST_TEST(taken(number) == "?");
}

BOOST_AUTO_TEST_CASE(a_text_ends_at_its_quote) {
    const auto text = [](std::string_view bytes) {
        document one(bytes, '"');
        std::string_view taken;
        const auto behind = one.in.take_text(one.begin(), taken);
        return behind == nullptr || behind > one.begin() + bytes.size() ? "?" : std::string(taken);
    };
    for (std::size_t size = 0; size < 70; ++size) {
        const std::string letters(size, 'a');
        BOOST_TEST(text('"' + letters + '"') == letters);
        BOOST_TEST(text('"' + letters + "\xC3\xA9\x7F\"") == letters + "\xC3\xA9\x7F");
        for (const std::string_view bad :
             {"", "\\\"\"", "\\n\"", "\n", "\x1F", "\xC3", "\xFF", "\\x", "\\"})
            BOOST_TEST(text('"' + letters + std::string(bad)) == "?");
    }
    BOOST_TEST(text("a\"") == "?");
}

// Bytes after the document are never part of it, whatever they are.
BOOST_AUTO_TEST_CASE(a_document_ends_where_it_ends) {
    constexpr std::string_view whole =
        "{\n  \"a\": [\"x\", 1, true, null, [[{}]]],\n  \"b\": {\"c\": \"A\"}\n}";
    for (std::size_t size = 0; size <= whole.size(); ++size)
        for (const char behind : std::string_view("\0 \n}]{[\",:1tx\\\xFF", 15))
            BOOST_TEST(is_right(whole.substr(0, size), behind) == (size == whole.size()));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const tests::guarded_bytes padded(std::string(whole) + std::string(64, ' '));
        scratch memory;
        fast_reader in(padded.view().substr(0, size), memory);
        (void)tests::json_walk(in);
        BOOST_TEST(in.has_failed());
    }
}

// A truncated body may be followed by its own rest in the caller's buffer, which is read as if it belonged to
// it, but only as far as the padding goes.
BOOST_AUTO_TEST_CASE(the_rest_of_a_cut_document_is_not_read_beyond_the_padding) {
    const std::string line = "\n" + std::string(15, ' ');
    const std::string whole = "{" + line + "\"a\": {" + line + std::string(15, ' ') + "\"b\": 1," +
                              line + std::string(15, ' ') + "\"SecondMember\":12345678" + line +
                              "}\n}" + std::string(64, ' ');
    for (std::size_t size = 0; size < whole.size() - 64; ++size) {
        const tests::guarded_bytes padded(whole.substr(0, size + fast_reader::padding));
        scratch memory;
        fast_reader in(padded.view().substr(0, size), memory);
        auto at = in.open_document();
        std::string_view key, number;
        if (at == nullptr || !in.enter_object(at)) continue;
        at = in.take_key(at, key);
        if (at == nullptr || !in.enter_object(at)) continue;
        at = in.match_key(at, "b");
        if (at != nullptr) at = in.take_number(at, number);
        if (at == nullptr || !in.next_member(at)) continue;
        at = in.match_key(at, "SecondMember");
        if (at != nullptr) at = in.take_number(at, number);
        if (at == nullptr || in.next_member(at) || at == nullptr) continue;
        BOOST_TEST((in.next_member(at) || at == nullptr));
    }
}

BOOST_AUTO_TEST_SUITE_END()
