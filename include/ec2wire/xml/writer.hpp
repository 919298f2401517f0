#ifndef EC2WIRE_XML_WRITER_HPP
#define EC2WIRE_XML_WRITER_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/xml/escape.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace ec2wire::xml {

// The two sides of writing a document: size_counter learns how long it will be, and writer writes it.
// They are driven by the same calls, so the size is exact.
//
//   begin_tag("item")    \n    <item     in front of it a new line and four spaces for each element
//   put_attribute(...)    id="1"         around it, or nothing in a document without indentation
//   end_tag()            >
//   put_leaf(...)        \n        <code>64</code>
//   close("item", ...)   \n    </item>   or "/>" in place of the '>', if nothing came between

// Blanks for each element around another.
inline constexpr std::size_t indent_width = 4;

// Counts the characters that a writer will write, in 64 bits: many views of one text may be longer
// together than a std::size_t of 32 bits says.
class size_counter {
  public:
    // Tells the two apart.
    static constexpr bool is_writer = false;
    // A place in the document.
    using position = std::uint64_t;

    // Of a document that goes to `output`: overlaps_output() tells whether what was put lies there.
    size_counter(bool is_indented, byte_range output) noexcept
        : margin_(is_indented), indent_(is_indented ? indent_width : 0), output_(output) {}

    // Characters so far.
    std::uint64_t size() const noexcept { return size_; }
    // Where what is put next begins.
    position here() const noexcept { return size_; }
    // Whether one element more would be deeper than max_depth.
    bool is_full() const noexcept { return depth_ == max_depth; }
    // Whether each character that was put between tags stands for itself.
    bool is_plain() const noexcept { return is_plain_; }

    // What is no element: a declaration, or a part of a start tag.
    void put_markup(std::string_view text) noexcept { size_ += text.size(); }

    // A start tag without its '>', and that. The name is given in two parts.
    void begin_tag(std::string_view name, std::string_view suffix = {}) noexcept {
        size_ += margin_;
        begin_root(name, suffix);
    }
    // Of the root, which stands where the declaration's line has ended.
    void begin_root(std::string_view name, std::string_view suffix) noexcept {
        size_ += 1 + name.size() + suffix.size();
        ++depth_;
        margin_ += indent_;
    }
    void end_tag() noexcept { ++size_; }

    // The end of the element whose start tag ended at `begin`.
    void close(position begin, std::string_view name, std::string_view suffix = {}) noexcept {
        --depth_;
        margin_ -= indent_;
        size_ += size_ == begin ? 1 : margin_ + 3 + name.size() + suffix.size();
    }

    // An element without content.
    void put_empty(std::string_view name) noexcept { size_ += margin_ + 3 + name.size(); }

    // The tags of an element around a text, which is put between the two calls.
    void begin_leaf(std::string_view name) noexcept { size_ += margin_ + 5 + 2 * name.size(); }
    void end_leaf(std::string_view) noexcept {}

    // A part of a text that needs no escape.
    void put_plain(std::string_view text) noexcept { size_ += text.size(); }

    // A text; returns why XML cannot carry it.
    escaped_text put_text(std::string_view text) noexcept {
        see(text.data(), text.size());
        if (!xml::is_plain(text)) return put_measured(text, text_place::element);
        size_ += text.size();
        return {};
    }
    escaped_text put_attribute_text(std::string_view text) noexcept {
        see(text.data(), text.size());
        return put_measured(text, text_place::attribute);
    }

    // Bytes of the message whose text is put in pieces, or that hold its elements.
    void see(const void* first, std::size_t size) noexcept {
        if (output_.overlaps({first, size})) overlaps_output_ = true;
    }

    // Whether bytes that were put or seen lie in the output: writing would change them.
    bool overlaps_output() const noexcept { return overlaps_output_; }

  private:
    EC2WIRE_NOINLINE escaped_text put_measured(std::string_view text, text_place place) noexcept {
        const escaped_text measured = measure_escaped(text, place);
        size_ += measured.size;
        is_plain_ &= measured.size == text.size();
        return measured;
    }

    std::uint64_t size_ = 0;
    std::size_t depth_ = 0;
    std::size_t margin_;  // the characters before a tag: a line's end and spaces, or none
    std::size_t indent_;
    byte_range output_;
    bool is_plain_ = true;
    bool overlaps_output_ = false;
};

namespace detail {

// A line's end, and the spaces of a tag that has seven elements around it.
inline constexpr auto short_margin = [] {
    std::array<char, 32> text{};
    text.fill(' ');
    text[0] = '\n';
    return text;
}();

}  // namespace detail

// Writes a document that was counted before to a buffer, and nothing outside it.
class writer {
  public:
    // Tells the two apart.
    static constexpr bool is_writer = true;
    // A place in the document.
    using position = const char*;

    // To `out`, which has room for what was counted.
    writer(bool is_indented, char* out, const size_counter& counted) noexcept
        : out_(out),
          limit_(out + counted.size()),
          is_indented_(is_indented),
          is_plain_(counted.is_plain()) {}

    // Where what is put next begins.
    position here() const noexcept { return out_; }

    // Writes what is no element: a declaration, or a part of a start tag.
    void put_markup(std::string_view text) noexcept { out_ = copy(text, out_); }

    // Writes a start tag without its end.
    void begin_tag(std::string_view name, std::string_view suffix = {}) noexcept {
        out_ = write_margin(out_);
        begin_root(name, suffix);
    }
    // Writes that of the root, which stands where the line of the declaration has ended.
    void begin_root(std::string_view name, std::string_view suffix) noexcept {
        *out_ = '<';
        out_ = copy(suffix, copy(name, out_ + 1));
        ++depth_;
    }
    // Ends a start tag.
    void end_tag() noexcept { *out_++ = '>'; }

    // Writes an end tag, or makes an empty tag of a start tag with nothing behind it.
    void close(position begin, std::string_view name, std::string_view suffix = {}) noexcept {
        --depth_;
        char* out = out_;
        if (out == begin) {
            out[-1] = '/';
        } else {
            out = write_end(write_margin(out));
            out = copy(suffix, copy(name, out));
        }
        *out = '>';
        out_ = out + 1;
    }

    // Writes an empty element.
    void put_empty(std::string_view name) noexcept {
        char* out = write_margin(out_);
        *out = '<';
        out = copy(name, out + 1);
        out[0] = '/';
        out[1] = '>';
        out_ = out + 2;
    }

    // Writes the start tag of an element that holds text alone.
    void begin_leaf(std::string_view name) noexcept {
        char* out = write_margin(out_);
        *out = '<';
        out = copy(name, out + 1);
        *out = '>';
        out_ = out + 1;
    }
    // Writes its end tag.
    void end_leaf(std::string_view name) noexcept {
        char* const out = copy(name, write_end(out_));
        *out = '>';
        out_ = out + 1;
    }

    // Writes text in which each character stands for itself.
    void put_plain(std::string_view text) noexcept { out_ = copy(text, out_); }

    // Writes the text of an element, escaped where XML asks for it.
    escaped_text put_text(std::string_view text) noexcept {
        if (is_plain_ || xml::is_plain(text))
            put_plain(text);
        else
            out_ = write_escaped(text, text_place::element, out_);
        return {};
    }
    // Writes the value of an attribute in the same way.
    escaped_text put_attribute_text(std::string_view text) noexcept {
        out_ = write_escaped(text, text_place::attribute, out_);
        return {};
    }

  private:
    // These take and return the place of the next character, so that it stays in a register: to a
    // compiler each character that is written may be a part of a member.

    static char* copy(std::string_view text, char* out) noexcept {
        return copy_bytes(text.data(), text.size(), out);
    }

    static char* write_end(char* out) noexcept {
        out[0] = '<';
        out[1] = '/';
        return out + 2;
    }

    // In most documents there is room to write 32 characters, of which the margin stays.
    char* write_margin(char* out) const noexcept {
        if (!is_indented_) return out;
        const std::size_t size = 1 + indent_width * depth_;
        if (size <= detail::short_margin.size() && limit_ - out >= 32) {
            std::memcpy(out, detail::short_margin.data(), 32);
        } else {
            *out = '\n';
            for (std::size_t i = 1; i < size; ++i) out[i] = ' ';
        }
        return out + size;
    }

    char* out_;
    const char* limit_;
    std::size_t depth_ = 0;
    bool is_indented_;
    bool is_plain_;
};

}  // namespace ec2wire::xml

#endif
