#include <ec2wire/json/quick_reader.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace ec2wire;
using json::quick_reader;
using json::quick_tokens;
using json::quick_value;

namespace {

// A document in front of the bytes that the reader may look at, and those in front of a page that
// it may not.
struct document {
    tests::guarded_bytes padded;
    scratch memory{};
    quick_reader in;

    explicit document(std::string_view bytes, char behind = '\0')
        : padded(std::string(bytes) + std::string(quick_tokens::padding, behind)),
          in(padded.view().substr(0, bytes.size()), memory) {}
};

// The same for a part of one.
struct tokens {
    tests::guarded_bytes padded;
    scratch memory{};
    quick_tokens in;

    explicit tokens(std::string_view bytes)
        : padded(std::string(bytes) + std::string(quick_tokens::padding, '\0')),
          in(padded.view().substr(0, bytes.size()), memory) {}
};

// Whether a document is taken where nothing in it is asked for.
bool is_right(std::string_view bytes, char behind = '\0') {
    document one(bytes, behind);
    one.in.for_each_member([](std::string_view, quick_value member) { return member.check(); });
    return !one.in.has_failed();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_quick_reader)

BOOST_AUTO_TEST_CASE(members_come_in_their_order_and_with_their_texts) {
    document one{R"({"a" : "x" ,"b":"","c":"é"})"};
    std::string seen;
    one.in.for_each_member([&](std::string_view key, quick_value member) {
        std::string_view text;
        const auto behind = member.take_text(text);
        seen.append(key).append("=").append(text).append(";");
        return behind;
    });
    BOOST_TEST(!one.in.has_failed());
    BOOST_TEST(seen == "a=x;b=;c=é;");
}

BOOST_AUTO_TEST_CASE(an_escape_is_left_to_simdjson) {
    for (const std::string_view bytes :
         {R"({"a":"\n"})", R"({"a":"\u0041"})", R"({"\u0061":"x"})", R"({"a":"\""})"})
        BOOST_TEST(!is_right(bytes));
}

BOOST_AUTO_TEST_CASE(what_lies_deep_is_left_to_simdjson) {
    const auto nested = [](std::size_t levels) {  // the object is the first
        return "{\"a\":" + std::string(levels - 1, '[') + std::string(levels - 1, ']') + "}";
    };
    BOOST_TEST(is_right(nested(32)));
    BOOST_TEST(!is_right(nested(33)));
    // As many as that side by side are none too many.
    BOOST_TEST(is_right(R"({"a":[[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[]],)"
                        R"("b":[{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}]})"));
}

BOOST_AUTO_TEST_CASE(white_space_of_every_kind_may_stand_between_tokens) {
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

BOOST_AUTO_TEST_CASE(margins_may_be_what_they_like) {
    BOOST_TEST(
        is_right("{\n  \"a\": [\n    1,\n    {\n      \"b\": 2\n    }\n  ],\n  \"c\": 3\n}\n"));
    // As the first level says, or otherwise.
    BOOST_TEST(
        is_right("{\n  \"a\": [\n1,\n          {\n    \"b\": 2\n    }],\n\n\"c\": 3\n    }"));
    BOOST_TEST(
        is_right("{\n                                                                 \"a\":"
                 "[\n      1\n]}"));
    BOOST_TEST(!is_right("{\n  \"a\": [\n  x 1\n  ]\n}"));
}

BOOST_AUTO_TEST_CASE(a_key_is_taken_if_it_is_spelled_as_expected) {
    constexpr auto key = std::to_array({'"', 'k', '"', ':'});
    for (const auto& [bytes, is_taken] : {std::pair{R"({"k":1})", true},
                                          {R"({ "k": 1})", true},
                                          {R"({"k" :1})", false},
                                          {R"({"\u006b":1})", false},
                                          {R"({"K":1})", false},
                                          {R"({"kk":1})", false}}) {
        tokens one{bytes};
        auto members = quick_value(one.in, one.in.begin()).members();
        BOOST_TEST_REQUIRE(members.is_at_key());
        const auto at = members.take_key(key);
        BOOST_TEST((at != nullptr) == is_taken);
        if (at != nullptr) BOOST_TEST(*at == '1');
    }
}

BOOST_AUTO_TEST_CASE(few_digits_are_a_number_of_any_type) {
    const auto digits = [](std::string_view text, auto number) {
        tokens one{text};
        return quick_value(one.in, one.in.begin()).take_digits(number) != nullptr
                   ? static_cast<long>(number)
                   : -1L;
    };
    BOOST_TEST(digits("0", std::uint16_t{}) == 0);
    BOOST_TEST(digits("9999,", std::uint16_t{}) == 9999);
    BOOST_TEST(digits("99", std::int8_t{}) == 99);
    BOOST_TEST(digits("999999999 ", std::uint32_t{}) == 999999999);
    // More than fit whatever they are, zeros in front, a sign, or none: somebody else's work.
    for (const std::string_view text : {"10000", "00", "01", "-1", "", "x", "+1"})
        BOOST_TEST(digits(text, std::uint16_t{}) == -1);
    BOOST_TEST(digits("100", std::int8_t{}) == -1);
    BOOST_TEST(digits("9999999999", std::int64_t{}) == -1);
}

BOOST_AUTO_TEST_CASE(what_is_no_json_is_refused) {
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
    for (const std::string number :
         {"0", "-0", "1234567890123456789", "0.5", "-1.25", "1e2", "1E+22", "9.9e-303"}) {
        tokens one{number + " "};
        std::string_view token;
        BOOST_TEST((quick_value(one.in, one.in.begin()).take_number(token) != nullptr));
        BOOST_TEST(token == number);
    }
    for (const std::string_view number :
         {"", "-", "01", "1.", "1e", "1e+", "+1", ".1", "1-", "x"}) {
        tokens one{number};
        std::string_view token;
        BOOST_TEST((quick_value(one.in, one.in.begin()).take_number(token) == nullptr));
    }
}

// Nothing behind the document is taken for a part of it, whatever stands there.
BOOST_AUTO_TEST_CASE(a_document_ends_where_it_ends) {
    constexpr std::string_view whole =
        "{\n  \"a\": [\"x\", 1, true, null, [[{}]]],\n  \"b\": {\"c\": \"A\"}\n}";
    for (std::size_t size = 0; size <= whole.size(); ++size)
        for (const char behind : std::string_view("\0 \n}]{[\",:1tx\\\xFF", 15))
            BOOST_TEST(is_right(whole.substr(0, size), behind) == (size == whole.size()));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const tests::guarded_bytes padded(std::string(whole) + std::string(64, ' '));
        scratch memory;
        quick_reader in(padded.view().substr(0, size), memory);
        in.for_each_member([](std::string_view, quick_value member) { return member.check(); });
        BOOST_TEST(in.has_failed());
    }
}

// A body cut short in the caller's buffer has its own rest behind it, which is read as if it were there
// only as far as the padding goes.
BOOST_AUTO_TEST_CASE(the_rest_of_a_cut_document_is_not_read_beyond_the_padding) {
    constexpr auto first = std::to_array({'"', 'b', '"', ':'});
    constexpr auto second =
        std::to_array({'"', 'S', 'e', 'c', 'o', 'n', 'd', 'M', 'e', 'm', 'b', 'e', 'r', '"', ':'});
    const std::string margin = "\n" + std::string(15, ' ');
    const std::string whole = "{" + margin + "\"a\": {" + margin + std::string(15, ' ') +
                              "\"b\": 1," + margin + std::string(15, ' ') +
                              "\"SecondMember\":12345678" + margin + "}\n}" + std::string(64, ' ');
    for (std::size_t size = 0; size < whole.size() - 64; ++size) {
        const tests::guarded_bytes padded(whole.substr(0, size + quick_tokens::padding));
        scratch memory;
        quick_reader in(padded.view().substr(0, size), memory);
        in.for_each_member([&](std::string_view, quick_value object) {
            auto members = object.members();
            for (auto key = members.is_at_key() ? members.take_key(first) : nullptr; key != nullptr;
                 key = members.is_at_key() ? members.take_key(second) : nullptr) {
                std::int32_t number = 0;
                const auto behind = members.value(key).take_digits(number);
                if (behind == nullptr) return members.value(key).fail();
                members.next(behind);
            }
            return members.for_each_rest(
                [](std::string_view, quick_value member) { return member.check(); });
        });
        BOOST_TEST(in.has_failed());
    }
}

BOOST_AUTO_TEST_SUITE_END()
