#ifndef EC2WIRE_XML_WRITER_HPP
#define EC2WIRE_XML_WRITER_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/tag_text.hpp>
#include <ec2wire/xml/escape.hpp>
#include <ec2wire/xml/tag_blocks.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace ec2wire::xml {

// Why something cannot be written.
struct writing_fault {
    errc code{};           // bad_character, not_utf8 or too_deep
    std::size_t offset{};  // in the text
};

// Writes a document into a buffer. Once something does not fit it only counts, so that the size is exact in
// either case and nothing is written outside the buffer.
//
//   begin("item")        \n    <item>    if indented, a new line and four spaces for each element around it
//   put_leaf(...)        \n        <code>64</code>
//   close(start, "item") \n    </item>   or "/>" in place of the '>', if nothing came between
//
// Most elements have a short name, few elements around them and room after them: then the indent and the tags
// are copied in blocks of a constant size, the rest of which is overwritten.
class writer {
    using tag_name = ec2wire::detail::tag_name;

  public:
    // A position in the document.
    using position = std::uint64_t;

    // Writes into `room`. `output` is the final buffer of the document: see overlaps_output().
    writer(bool is_indented, std::span<char> room, byte_range output) noexcept
        : out_(room.data()),
          room_(room.size()),
          easy_room_(room.size() > detail::block_slack ? room.size() - detail::block_slack : 0),
          easy_depth_(is_indented ? detail::indent_room / indent_width : max_depth),
          indent_size_(is_indented ? 1 : 0),
          indent_step_(is_indented ? indent_width : 0),
          output_(output) {}

    // Returns the number of characters so far, which may exceed a std::size_t of 32 bits.
    std::uint64_t size() const noexcept { return size_; }
    // Returns the position of the next character.
    position here() const noexcept { return size_; }
    // Returns why the last call that returned false did.
    const writing_fault& fault() const noexcept { return fault_; }

    // Writes text unchanged: a declaration, a part of a start tag, or text with nothing to escape.
    EC2WIRE_NOINLINE void put(std::string_view text) noexcept {
        if (claim_room(text.size())) copy_bytes(text.data(), text.size(), out_ + size_);
        size_ += text.size();
    }
    // Writes the line feed and the indent before a tag.
    void put_indent() noexcept {
        if (claim_room(indent_size_)) write_indent(out_ + size_);
        size_ += indent_size_;
    }

    // Writes a start tag. False if it would nest too deep.
    EC2WIRE_NOINLINE bool begin(tag_name name) noexcept {
        if (!is_easy(name, 0)) return begin_exactly(name);
        move_to(detail::copy_start_tag(name, indent_size_, out_ + size_));
        enter();
        return true;
    }
    // Writes a start tag except its '>': attributes follow, and put(">") ends it.
    bool begin_tag(tag_name name) noexcept {
        if (!begin_exactly(name)) return false;
        --size_;
        return true;
    }
    // Increments or decrements the depth.
    void enter() noexcept {
        ++depth_;
        indent_size_ += indent_step_;
        update_limit();
    }
    void leave() noexcept {
        --depth_;
        indent_size_ -= indent_step_;
        update_limit();
    }

    // Ends the element whose start tag ended at `begin`.
    void close(position begin, tag_name name) noexcept {
        if (size_ != begin) return close(name);
        leave();
        make_empty();
    }
    // Writes the end tag of an element with child elements, on a line of its own if indented.
    EC2WIRE_NOINLINE void close(tag_name name) noexcept {
        leave();
        if (!is_easy(name, 0)) return close_exactly(name);
        char* const out = out_ + size_;
        detail::copy_indent(out);
        move_to(detail::copy_end_tag(name, out + indent_size_));
    }
    // Turns the start tag that has just ended into an empty tag.
    void make_empty() noexcept {
        if (claim_room(1)) {
            out_[size_ - 1] = '/';
            out_[size_] = '>';
        }
        ++size_;
    }

    // Writes an element without content.
    bool put_empty(tag_name name) noexcept {
        if (!begin(name)) return false;
        leave();
        make_empty();
        return true;
    }

    // Writes an element with a text of at least one byte. False if the text has a character that XML does not
    // allow, or the element would nest too deep; see fault().
    bool put_leaf(tag_name name, std::string_view text) noexcept {
        check_overlap(text.data(), text.size());
        if (is_easy(name, text.size())) {
            char* const out = detail::copy_start_tag(name, indent_size_, out_ + size_);
            if (copy_if_plain(text, out)) {
                move_to(detail::copy_end_tag(name, out + text.size()));
                return true;
            }
        } else if (room_ == 0 && depth_ != max_depth && is_plain(text)) {
            size_ += leaf_size(name, text.size());
            return true;
        }
        return put_leaf_exactly(name, text);
    }

    // Writes the value of an attribute. False if XML does not allow it; see fault().
    EC2WIRE_NOINLINE bool put_attribute(std::string_view text) noexcept {
        check_overlap(text.data(), text.size());
        const escaped_text measured = measure_escaped(text, text_place::attribute);
        if (measured.code != errc{}) return fail({measured.code, measured.bad});
        if (claim_room(measured.size)) write_escaped(text, text_place::attribute, out_ + size_);
        size_ += measured.size;
        return true;
    }

    // Checks whether an object that the document is made from overlaps the output.
    void check_overlap(const void* first, std::size_t size) noexcept {
        if (output_.overlaps({first, size})) overlaps_output_ = true;
    }
    // Whether bytes that the document is made from lie in the output: writing would change them.
    bool overlaps_output() const noexcept { return overlaps_output_; }

  private:
    // Whether an element can be written in blocks.
    bool is_easy(tag_name name, std::size_t text_size) const noexcept {
        constexpr std::size_t longest_name =
            ec2wire::detail::tag_room - ec2wire::detail::end_tag_size(0);
        return size_ + text_size < limit_ && name.size <= longest_name;
    }
    // Returns the size of an element with a text: the indent, "<" ">" and "</" ">", the name twice, the text.
    std::uint64_t leaf_size(tag_name name, std::uint64_t text_size) const noexcept {
        return indent_size_ + 2 * name.size + 5 + text_size;
    }
    void update_limit() noexcept { limit_ = depth_ < easy_depth_ ? easy_room_ : 0; }

    // Sets the position to `at`.
    void move_to(const char* at) noexcept { size_ = static_cast<std::uint64_t>(at - out_); }
    // Whether `size` more characters fit. If not, everything from then on is only counted.
    bool claim_room(std::uint64_t size) noexcept {
        if (size_ + size <= room_) return true;
        room_ = easy_room_ = limit_ = 0;
        return false;
    }

    // Slow versions of the functions above: they write no more bytes than needed, or only count.

    EC2WIRE_NOINLINE bool begin_exactly(tag_name name) noexcept {
        if (depth_ == max_depth) return fail({errc::too_deep, 0});
        const std::uint64_t size = indent_size_ + name.size + 2;
        if (claim_room(size)) open_exactly(name);
        size_ += size;
        enter();
        return true;
    }
    EC2WIRE_NOINLINE void close_exactly(tag_name name) noexcept {
        const std::uint64_t size = indent_size_ + ec2wire::detail::end_tag_size(name.size);
        if (claim_room(size)) write_end_exactly(name, write_indent(out_ + size_));
        size_ += size;
    }
    EC2WIRE_NOINLINE bool put_leaf_exactly(tag_name name, std::string_view text) noexcept {
        if (depth_ == max_depth) return fail({errc::too_deep, 0});
        escaped_text measured{text.size(), {}, 0};
        const bool is_copied = is_plain(text);
        if (!is_copied) measured = measure_escaped(text, text_place::element);
        if (measured.code != errc{}) return fail({measured.code, measured.bad});
        const std::uint64_t size = leaf_size(name, measured.size);
        if (claim_room(size)) {
            char* out = open_exactly(name);
            out = is_copied ? copy_bytes(text.data(), text.size(), out)
                            : write_escaped(text, text_place::element, out);
            write_end_exactly(name, out);
        }
        size_ += size;
        return true;
    }

    EC2WIRE_NOINLINE char* write_indent(char* out) const noexcept {
        if (indent_size_ == 0) return out;
        *out = '\n';
        std::memset(out + 1, ' ', indent_size_ - 1);
        return out + indent_size_;
    }
    char* open_exactly(tag_name name) const noexcept {
        char* const out = write_indent(out_ + size_);
        *out = '<';
        return copy_bytes(name.text, name.size + 1, out + 1);
    }
    static void write_end_exactly(tag_name name, char* out) noexcept {
        copy_bytes(name.text - 2, ec2wire::detail::end_tag_size(name.size), out);
    }

    bool fail(const writing_fault& fault) noexcept {
        fault_ = fault;
        return false;
    }

    char* out_;
    std::uint64_t size_ = 0;
    std::uint64_t room_;
    std::uint64_t easy_room_;  // as far as blocks may be written
    std::uint64_t limit_ = 0;  // easy_room_, or 0 where the depth is too great for blocks
    std::size_t easy_depth_;   // from this depth on
    std::size_t indent_size_;  // the characters before a tag: a line feed and spaces, or none
    std::size_t indent_step_;
    std::size_t depth_ = 0;
    byte_range output_;
    bool overlaps_output_ = false;
    writing_fault fault_{};
};

}  // namespace ec2wire::xml

#endif
