#ifndef EC2WIRE_TESTS_EXHAUSTIVE_ALL_HPP
#define EC2WIRE_TESTS_EXHAUSTIVE_ALL_HPP

#include <ec2wire/ec2/instance_state.hpp>
#include <ec2wire/ec2/service.hpp>
#include <ec2wire/shape/field.hpp>

#include "sanitized.hpp"

#include <array>
#include <cstddef>
#include <cstring>
#include <optional>
#include <string_view>

// For tests that try all inputs and not examples. Sanitized builds take every `stride`-th, and do not check
// the counts; other builds take all.
namespace ec2wire::tests {

inline constexpr unsigned stride = is_sanitized ? 61 : 1;

constexpr bool is_scalar_value(unsigned c) {
    return c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF);
}

// XML 1.0, production [2].
constexpr bool is_xml_character(unsigned c) {
    return is_scalar_value(c) && c != 0xFFFE && c != 0xFFFF &&
           (c >= 0x20 || c == '\t' || c == '\n' || c == '\r');
}

// A text that is changed in place, so that a test of a million texts does not allocate each.
class short_text {
  public:
    short_text& put(std::string_view text) {
        std::memcpy(bytes_.data() + size_, text.data(), text.size());
        size_ += text.size();
        return *this;
    }
    short_text& put(char c) {
        bytes_[size_++] = c;
        return *this;
    }
    // Encodes as in the Unicode Standard's table 3-6; independent of the tested code.
    short_text& put_utf8(unsigned c) {
        if (c < 0x80) return put_byte(c);
        if (c < 0x800) return put_byte(0xC0 + c / 0x40).put_byte(0x80 + c % 0x40);
        if (c < 0x10000)
            return put_byte(0xE0 + c / 0x1000)
                .put_byte(0x80 + c / 0x40 % 0x40)
                .put_byte(0x80 + c % 0x40);
        return put_byte(0xF0 + c / 0x40000)
            .put_byte(0x80 + c / 0x1000 % 0x40)
            .put_byte(0x80 + c / 0x40 % 0x40)
            .put_byte(0x80 + c % 0x40);
    }
    std::string_view view() const { return {bytes_.data(), size_}; }

  private:
    short_text& put_byte(unsigned c) { return put(static_cast<char>(c)); }

    std::array<char, 128> bytes_;
    std::size_t size_ = 0;
};

// A message with a text and a code, as a request and as a reply.
struct note {
    using service = ec2;
    static constexpr std::string_view operation = "Note";

    std::optional<std::string_view> text{};
    std::optional<state_code> code{};

    static constexpr auto fields() {
        return field_list{field{"Text", &note::text}, field{"Code", &note::code}};
    }
};

inline short_text text_reply(std::string_view text) {
    return short_text{}.put("<NoteResponse><Text>").put(text).put("</Text></NoteResponse>");
}
inline short_text code_reply(std::string_view code) {
    return short_text{}.put("<NoteResponse><Code>").put(code).put("</Code></NoteResponse>");
}
inline constexpr std::size_t reply_text_offset = std::string_view("<NoteResponse><Text>").size();

}  // namespace ec2wire::tests

#endif
