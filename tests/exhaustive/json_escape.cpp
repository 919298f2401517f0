// Every \u escape of JSON, and every pair.
#include <ec2wire/codec/decode_json.hpp>

#include "exhaustive/all.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::tests;

namespace {

short_text& put_escape(short_text& out, unsigned unit, std::string_view digits) {
    out.put("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) out.put(digits[unit >> shift & 15]);
    return out;
}

class json_texts {
  public:
    // Returns the text of {"Text":"<escapes>"}; empty if it is refused. (No escape decodes to an empty
    // string.)
    std::string_view decode(std::string_view escapes) {
        static constexpr std::size_t padding = json::padding;
        memory_.clear();
        bytes_ = {};
        short_text document = short_text{}.put("{\"Text\":\"").put(escapes).put("\"}");
        std::memcpy(bytes_.data(), document.view().data(), document.view().size());
        const auto answer =
            decode_json<note>(json::padded_bytes(bytes_.data(), document.view().size(),
                                                 document.view().size() + padding),
                              memory_, parser_);
        is_bad_json_ = !answer && answer.error().code == errc::bad_json;
        return answer ? *answer->text : std::string_view{};
    }
    bool is_bad_json() const { return is_bad_json_; }

  private:
    std::array<char, 256> bytes_{};
    scratch memory_{};
    json::parser parser_{};
    bool is_bad_json_ = false;
};

constexpr std::string_view upper = "0123456789ABCDEF";
constexpr std::string_view lower = "0123456789abcdef";

}  // namespace

BOOST_AUTO_TEST_SUITE(exhaustive_json_escape)

BOOST_AUTO_TEST_CASE(of_all_65536_escapes_those_are_characters_that_are_not_surrogates) {
    json_texts texts;
    std::size_t wrong = 0;
    for (const std::string_view digits : {upper, lower}) {
        for (unsigned unit = 0; unit < 65536; ++unit) {
            short_text escape;
            const std::string_view text = texts.decode(put_escape(escape, unit, digits).view());
            if (is_scalar_value(unit))
                wrong += text != short_text{}.put_utf8(unit).view();
            else
                wrong += !texts.is_bad_json();
        }
    }
    BOOST_TEST(wrong == 0U);
}

BOOST_AUTO_TEST_CASE(every_pair_of_surrogates_is_its_character) {
    json_texts texts;
    std::size_t wrong = 0;
    for (unsigned c = 0x10000; c <= 0x10FFFF; c += stride) {
        short_text escapes;
        put_escape(escapes, 0xD800 + ((c - 0x10000) >> 10), upper);
        put_escape(escapes, 0xDC00 + (c & 0x3FF), lower);
        wrong += texts.decode(escapes.view()) != short_text{}.put_utf8(c).view();
    }
    BOOST_TEST(wrong == 0U);
}

// The first and the last high surrogate before everything, and everything before the low ones.
BOOST_AUTO_TEST_CASE(any_other_pair_with_a_surrogate_is_not_json) {
    json_texts texts;
    std::size_t wrong = 0;
    for (unsigned unit = 0; unit < 65536; unit += stride) {
        const bool is_low = unit >= 0xDC00 && unit <= 0xDFFF;
        const bool is_high = unit >= 0xD800 && unit <= 0xDBFF;
        for (const unsigned high : {0xD800u, 0xDBFFu}) {
            short_text escapes;
            put_escape(put_escape(escapes, high, upper), unit, upper);
            texts.decode(escapes.view());
            wrong += texts.is_bad_json() == is_low;
        }
        for (const unsigned low : {0xDC00u, 0xDFFFu}) {
            short_text escapes;
            put_escape(put_escape(escapes, unit, upper), low, upper);
            texts.decode(escapes.view());
            wrong += texts.is_bad_json() == is_high;
        }
    }
    BOOST_TEST(wrong == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
