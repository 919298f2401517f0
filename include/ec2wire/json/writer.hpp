#ifndef EC2WIRE_JSON_WRITER_HPP
#define EC2WIRE_JSON_WRITER_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace ec2wire::json {

// Writes JSON (RFC 8259) without white space, one member or element at a time. The caller says what
// begins and ends; the writer knows where commas belong.
class writer {
  public:
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
        for (const char c : text) put(c);
    }
    void end_string() { out_ += '"'; }

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

    // RFC 8259, section 7: what must be escaped, in its shortest form.
    void put(char c) {
        constexpr std::string_view plain = "\"\\\b\f\n\r\t";
        constexpr std::string_view escaped = "\"\\bfnrt";
        if (const std::size_t i = plain.find(c); i != std::string_view::npos) {
            out_ += '\\';
            out_ += escaped[i];
        } else if (static_cast<unsigned char>(c) < ' ') {
            out_ += "\\u00";
            out_ += "01"[c >> 4];
            out_ += "0123456789abcdef"[c & 15];
        } else {
            out_ += c;
        }
    }

    std::string out_{};
    bool is_first_ = true;
};

}  // namespace ec2wire::json

#endif
