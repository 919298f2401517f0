// Reading in blocks gives what reading byte by byte gives: texts of every length up to 256 with a special
// byte at every position, before a forbidden page and at every alignment. Compiled once for each kind of
// vector: see tests/meson.build.
#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>
#include <ec2wire/core/utf8.hpp>
#include <ec2wire/query/percent.hpp>

#include "exhaustive/all.hpp"
#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::tests;

namespace {

constexpr std::size_t longest = 256;

// Bytes at which some function stops.
constexpr std::string_view turning_bytes("x&]>\"'\r\n\t\0\x01\x1F ~\x7F\x80\xC3\xED\xF4\xFF/%+@[`{",
                                         27);

// Sanitized builds try every seventh position, and always the first and the last.
bool is_tried(std::size_t place, std::size_t size) {
    return !is_sanitized || place % 7 == 0 || place + 1 == size;
}

// Calls check(text, place) for every text of letters with such a byte at `place`.
template <class Check>
void for_each_text(Check check) {
    std::string letters;
    for (std::size_t i = 0; i < longest; ++i) letters += static_cast<char>('a' + i * 7 % 26);
    for (std::size_t size = 1; size <= longest; ++size) {
        for (std::size_t place = 0; place < size; ++place) {
            if (!is_tried(place, size)) continue;
            std::string text = letters.substr(0, size);
            for (const char c : turning_bytes) {
                text[place] = c;
                check(std::string_view(text), place);
            }
        }
    }
}

// A buffer that ends at the end of a page, to be filled repeatedly.
class edge {
  public:
    std::string_view put(std::string_view text) {
        const std::string_view room = room_.view();
        char* const first = const_cast<char*>(room.data()) + room.size() - text.size();
        std::memcpy(first, text.data(), text.size());
        return {first, text.size()};
    }

  private:
    guarded_bytes room_{std::string(4096, '#')};
};

// Returns the error that this byte among letters causes in a reply; nothing if there is none.
std::optional<decode_error> error_in_text(std::string_view text, std::size_t index) {
    const std::size_t place = reply_text_offset + index;
    switch (text[index]) {
        // One letter after '&' may begin an entity, as in &lt;, but no two of these letters do.
        case '&':
            return decode_error{
                errc::bad_reference,
                place + 1 +
                    (text.substr(index + 1).find_first_of("lgaq") == 0 ? std::size_t{1} : 0)};
        case '\0':
        case '\x01':
        case '\x1F': return decode_error{errc::bad_character, place};
        case '\x80':
        case '\xFF': return decode_error{errc::not_utf8, place};
        case '\xC3':
        case '\xED':
        case '\xF4': return decode_error{errc::not_utf8, place + 1};
        default: return std::nullopt;
    }
}

std::size_t plainly_found_bad_utf8(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        const utf8_character next = read_utf8(text.substr(i));
        if (next.size == 0) return i + next.good_bytes < text.size() ? i + next.good_bytes : i;
        i += next.size;
    }
    return i;
}

std::string plainly_escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (query::is_unreserved(c)) {
            out += c;
        } else {
            constexpr std::string_view hex = "0123456789ABCDEF";
            const auto octet = static_cast<unsigned char>(c);
            out += {'%', hex[octet >> 4], hex[octet & 15]};
        }
    }
    return out;
}

bool is_escaped_as(std::string_view text, std::string_view escaped) {
    std::array<char, 3 * longest> out{};
    char* const first = out.data() + out.size() - escaped.size();
    return query::percent_size(text) == escaped.size() &&
           query::is_unreserved(text) == (text == escaped) &&
           query::write_percent(text, first, out.data() + out.size()) == out.data() + out.size() &&
           std::string_view(first, escaped.size()) == escaped;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_simd_blocks)

BOOST_AUTO_TEST_CASE(the_text_of_a_reply) {
    edge room;
    scratch memory;
    std::size_t wrong = 0;
    for_each_text([&](std::string_view text, std::size_t place) {
        const std::string document =
            "<NoteResponse><Text>" + std::string(text) + "</Text></NoteResponse>";
        memory.clear();
        const auto answer = decode_xml<note>(room.put(document), memory);
        const auto error = error_in_text(text, place);
        if (error) {
            wrong += answer.has_value() || answer.error().code != error->code ||
                     answer.error().offset != error->offset;
        } else {
            std::string wanted(text);
            if (text[place] == '\r') wanted[place] = '\n';
            wrong += !answer || *answer->text != wanted;
        }
    });
    BOOST_TEST(wrong == 0U);
}

// Cut directly after the text, so that the text is at the edge.
BOOST_AUTO_TEST_CASE(the_text_of_a_reply_that_is_cut_off) {
    edge room;
    scratch memory;
    std::size_t wrong = 0;
    for_each_text([&](std::string_view text, std::size_t place) {
        const std::string document = "<NoteResponse><Text>" + std::string(text);
        memory.clear();
        const auto answer = decode_xml<note>(room.put(document), memory);
        const auto error = error_in_text(text, place);
        const decode_error cut{errc::unexpected_end, document.size()};
        const bool is_cut = !error || error->offset == document.size();
        wrong += answer.has_value() ||
                 !(static_cast<const decode_error&>(answer.error()) == (is_cut ? cut : *error));
    });
    BOOST_TEST(wrong == 0U);
}

BOOST_AUTO_TEST_CASE(utf8_and_escapes_at_the_edge_of_a_page) {
    edge room;
    std::size_t wrong = 0;
    for_each_text([&](std::string_view letters, std::size_t) {
        const std::string_view text = room.put(letters);
        wrong += find_bad_utf8(text) != plainly_found_bad_utf8(text);
        wrong += !is_escaped_as(text, plainly_escaped(text));
    });
    BOOST_TEST(wrong == 0U);
}

// Between bytes that would change every result if they were read.
BOOST_AUTO_TEST_CASE(utf8_and_escapes_of_random_bytes_at_every_alignment) {
    alignas(64) std::array<char, 512> room{};
    std::uint64_t state = 88172645463325252U;  // xorshift
    const auto random = [&] {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return state;
    };
    std::size_t wrong = 0;
    for (std::size_t size = 0; size <= longest; ++size) {
        for (std::size_t begin = 0; begin < 64; begin += is_sanitized ? 5 : 1) {
            room.fill('\xFF');
            const bool is_mostly_plain = random() % 2 == 0;
            for (std::size_t i = 0; i < size; ++i)
                room[begin + i] = is_mostly_plain && random() % 64 != 0
                                      ? static_cast<char>('a' + random() % 26)
                                      : static_cast<char>(random());
            const std::string_view text(room.data() + begin, size);
            wrong += find_bad_utf8(text) != plainly_found_bad_utf8(text);
            wrong += !is_escaped_as(text, plainly_escaped(text));
        }
    }
    BOOST_TEST(wrong == 0U);
}

BOOST_AUTO_TEST_CASE(the_text_of_a_request) {
    edge room;
    std::array<char, 1024> out{};
    std::size_t wrong = 0;
    for_each_text([&](std::string_view letters, std::size_t) {
        const std::string_view text = room.put(letters);
        const std::size_t bad = plainly_found_bad_utf8(text);
        const auto query = encode(note{.text = text, .code = {}}, out);
        if (bad == text.size())
            wrong += !query ||
                     *query != "Action=Note&Text=" + plainly_escaped(text) + "&Version=2016-11-15";
        else
            wrong += query.has_value() || query.error().code != errc::not_utf8 ||
                     query.error().offset != bad;
    });
    BOOST_TEST(wrong == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
