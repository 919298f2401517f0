#ifndef EC2WIRE_XML_ELEMENT_TEXT_HPP
#define EC2WIRE_XML_ELEMENT_TEXT_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/xml/reader.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::xml {

// The text of an element without child elements.
struct element_text {
    // The text, unescaped: a view into the document, or into the reader's scratch if it was escaped or came
    // in several pieces.
    std::string_view text{};
    // The offset of its first byte in the document.
    std::size_t offset{};
    // Whether the text is a view into the document.
    bool is_borrowed{};
};

namespace detail {

// Concatenates pieces of text in the scratch.
class text_gatherer {
  public:
    explicit text_gatherer(scratch& memory) noexcept : memory_(memory) {}

    // False if there is no memory.
    bool add(std::string_view piece, bool is_cdata) noexcept {
        const std::size_t wanted = size_ + piece.size();
        if (wanted > capacity_ && !memory_.grow(first_, size_, capacity_, wanted)) return false;
        size_ = static_cast<std::size_t>(unescape(piece, is_cdata, first_ + size_) - first_);
        return true;
    }

    std::string_view finish() noexcept {
        memory_.shrink(first_, size_, capacity_);
        return {first_, size_};
    }

  private:
    scratch& memory_;
    char* first_ = nullptr;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

// Continues from the reader's current token; `out` has the text before it.
inline bool gather_text(reader& in, element_text& out) noexcept {
    text_gatherer pieces(in.memory());
    bool has_room = pieces.add(out.text, true);
    for (; has_room && in.kind() == token_kind::text; in.next())
        has_room = pieces.add(in.text(), in.is_cdata());
    if (!has_room) return in.fail(errc::out_of_memory, in.offset());
    if (in.kind() == token_kind::start) return in.fail(errc::unexpected_element, in.offset());
    out.text = pieces.finish();
    out.is_borrowed = false;
    return in.kind() == token_kind::end;
}

// Reads the text of an element that consists of several pieces, from its start token on.
EC2WIRE_NOINLINE inline bool read_pieces(reader& in, element_text& out) noexcept {
    if (in.next() == token_kind::text && !in.needs_unescape() && !in.is_cdata()) {
        out = {in.text(), in.offset(), true};
        in.next();
    }
    return in.kind() == token_kind::end || gather_text(in, out);
}

// Replaces a text by its unescaped form.
EC2WIRE_NOINLINE inline bool unescape_text(reader& in, element_text& out) noexcept {
    const std::size_t end = out.offset + out.text.size();
    text_gatherer pieces(in.memory());
    if (!pieces.add(out.text, false)) return in.fail(errc::out_of_memory, end);
    out.text = pieces.finish();
    out.is_borrowed = false;
    return true;
}

}  // namespace detail

// Reads the text from a start token to its end token.
//
//   <code>6<!-- -->4</code>    <message>R&amp;D</message>    <reason/>
//         -        -                    -------                            64, R&D, and empty
//
// False if the reader has failed: because of an element inside, of memory, or of ill-formed XML.
inline bool read_element_text(reader& in, element_text& out) noexcept {
    out = {{}, in.position(), true};
    bool needs_unescape = false;
    if (!in.take_text_element(out.text, needs_unescape)) return detail::read_pieces(in, out);
    return !needs_unescape || detail::unescape_text(in, out);
}

}  // namespace ec2wire::xml

#endif
