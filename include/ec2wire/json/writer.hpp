#ifndef EC2WIRE_JSON_WRITER_HPP
#define EC2WIRE_JSON_WRITER_HPP

#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/utf8.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace ec2wire::json {

// Writes JSON (RFC 8259) without white space, one member or element at a time. The caller opens and closes
// objects and arrays; the writer adds the commas.
class writer {
  public:
    // Writes no more than `limit` bytes.
    explicit writer(std::size_t limit = max_text_size) noexcept : limit_(limit) {}

    // Open and close an object or array; values written in between are inside it.
    void begin_object() { begin('{'); }
    void end_object() { end('}'); }
    void begin_array() { begin('['); }
    void end_array() { end(']'); }

    // Writes the key of the next value.
    void key(std::string_view name) {
        string(name);
        end_key();
    }
    // Makes the string that was just written the key of the next value.
    void end_key() {
        append(":");
        is_first_ = true;
    }

    // Writes a number, true, false or null, as given.
    void token(std::string_view text) {
        separate();
        append(text);
    }

    // Writes a string, which must be UTF-8.
    void string(std::string_view text) {
        begin_string();
        string_part(text);
        end_string();
    }

    // Write a string in pieces.
    void begin_string() {
        separate();
        append("\"");
    }
    void string_part(std::string_view text) {
        for (std::size_t i = 0; i < text.size();) {
            const utf8_character c = read_utf8(text.substr(i));
            put(c.code_point);
            i += c.size != 0 ? c.size : 1u;
        }
    }
    void end_string() { append("\""); }

    // Returns how many objects and arrays are open.
    std::size_t depth() const noexcept { return depth_; }

    // Whether something was left out because of the limit: then the text is incomplete.
    bool is_too_large() const noexcept { return is_too_large_; }

    // Returns the text.
    std::string take() && { return std::move(out_); }

  private:
    void separate() {
        if (!is_first_) append(",");
        is_first_ = false;
    }

    void begin(char bracket) {
        separate();
        append({&bracket, 1});
        ++depth_;
        is_first_ = true;
    }

    void end(char bracket) {
        append({&bracket, 1});
        --depth_;
        is_first_ = false;
    }

    // Escapes as RFC 8259, section 7, requires, and everything but printable ASCII, so that no terminal, log
    // or HTML page interprets any of it.
    void put(char32_t c) {
        constexpr std::string_view plain = "\"\\\b\f\n\r\t";
        constexpr std::string_view pairs = R"(\"\\\b\f\n\r\t)";
        if (c > 0xFFFF) {  // as a surrogate pair
            put_escape(0xD7C0 + (c >> 10));
            put_escape(0xDC00 + (c & 0x3FF));
        } else if (const std::size_t i = c < 0x80 ? plain.find(static_cast<char>(c)) : plain.npos;
                   i != plain.npos) {
            append({pairs.data() + 2 * i, 2});
        } else if (c < ' ' || c > '~') {
            put_escape(c);
        } else {
            const char same = static_cast<char>(c);
            append({&same, 1});
        }
    }

    void put_escape(char32_t unit) {
        constexpr std::string_view digits = "0123456789abcdef";
        append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) append(digits.substr(unit >> shift & 15, 1));
    }

    // Every other function appends through this one, which checks the limit.
    void append(std::string_view text) {
        if (text.size() > limit_ - out_.size())
            is_too_large_ = true;
        else
            out_ += text;
    }

    std::string out_{};
    std::size_t limit_;
    std::size_t depth_ = 0;
    bool is_too_large_ = false;
    bool is_first_ = true;
};

}  // namespace ec2wire::json

#endif
