#ifndef EC2WIRE_JSON_WRITER_HPP
#define EC2WIRE_JSON_WRITER_HPP

#include <ec2wire/core/utf8.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace ec2wire::json {

// Writes JSON (RFC 8259) without white space, one member or element at a time. The caller says what
// begins and ends; the writer knows where commas belong.
class writer {
  public:
    // What is written between the two is inside.
    void begin_object() { begin('{'); }
    void end_object() { end('}'); }
    void begin_array() { begin('['); }
    void end_array() { end(']'); }

    // The next value is a member of this name.
    void key(std::string_view name) {
        string(name);
        out_ += ':';
        is_first_ = true;
    }

    // A number, true or false, as it is spelled.
    void token(std::string_view text) {
        separate();
        out_ += text;
    }

    // A string, which must be UTF-8.
    void string(std::string_view text) {
        begin_string();
        string_part(text);
        end_string();
    }

    // The same in pieces.
    void begin_string() {
        separate();
        out_ += '"';
    }
    void string_part(std::string_view text) {
        for (std::size_t i = 0; i < text.size();) {
            const utf8_character c = read_utf8(text.substr(i));
            put(c.code_point);
            i += c.size != 0 ? c.size : 1u;
        }
    }
    void end_string() { out_ += '"'; }

    // What was written.
    std::string take() && { return std::move(out_); }

  private:
    void separate() {
        if (!is_first_) out_ += ',';
        is_first_ = false;
    }

    void begin(char bracket) {
        separate();
        out_ += bracket;
        is_first_ = true;
    }

    void end(char bracket) {
        out_ += bracket;
        is_first_ = false;
    }

    // RFC 8259, section 7, with printable ASCII alone: no terminal, log or page that shows the text
    // takes a part of it for a command.
    void put(char32_t c) {
        constexpr std::string_view plain = "\"\\\b\f\n\r\t";
        constexpr std::string_view escaped = "\"\\bfnrt";
        if (c > 0xFFFF) {  // as a surrogate pair
            put_escape(0xD7C0 + (c >> 10));
            put_escape(0xDC00 + (c & 0x3FF));
        } else if (const std::size_t i = c < 0x80 ? plain.find(static_cast<char>(c)) : plain.npos;
                   i != plain.npos) {
            out_ += '\\';
            out_ += escaped[i];
        } else if (c < ' ' || c > '~') {
            put_escape(c);
        } else {
            out_ += static_cast<char>(c);
        }
    }

    void put_escape(char32_t unit) {
        out_ += "\\u";
        for (int shift = 12; shift >= 0; shift -= 4) out_ += "0123456789abcdef"[unit >> shift & 15];
    }

    std::string out_{};
    bool is_first_ = true;
};

}  // namespace ec2wire::json

#endif
