#ifndef EC2WIRE_XML_READER_HPP
#define EC2WIRE_XML_READER_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/xml/declaration.hpp>
#include <ec2wire/xml/input.hpp>
#include <ec2wire/xml/markup.hpp>
#include <ec2wire/xml/open_tags.hpp>
#include <ec2wire/xml/token.hpp>

#include <cstddef>
#include <string_view>

// The syntax of XML, independent of EC2.
namespace ec2wire::xml {

// A pull parser that checks everything: strict XML 1.0 (fifth edition) without a DTD, in UTF-8. Comments and
// processing instructions are checked and skipped, so that text around them is returned as several tokens.
// Tags match and attributes are unique: a document that was read to end_of_input is well formed.
//
//     ec2wire::xml::reader reader(bytes, scratch);
//     while (reader.next() != token_kind::end_of_input) {
//         if (reader.kind() == token_kind::error) return report(reader.error());
//         if (reader.kind() == token_kind::start && reader.name() == "item") ++items;
//     }
//
// Never reads outside the bytes. Uses the scratch to compare the attribute names of a tag, and releases the
// memory at the end of the tag. Names and texts are views into the bytes.
class reader : public token {
  public:
    // The document and the scratch must outlive the reader.
    reader(std::string_view document EC2WIRE_LIFETIMEBOUND,
           scratch& memory EC2WIRE_LIFETIMEBOUND) noexcept
        : in_(document), token_(document.data()), memory_(memory) {}
    // Deleted for temporaries, because names and texts are views into the document.
    template <owning_text Bytes>
    reader(  // ec2wire: the views would outlive the bytes: keep the string in a variable
        Bytes&& document, scratch& memory) = delete;

    // Reads the next token. After the last one, and after an error, it stays the same.
    token_kind next() noexcept { return read(texts::returned); }

    // Reads the next token other than text.
    token_kind next_tag() noexcept { return read(texts::skipped); }

    // Skips from a start token, which must be the current one, to its end token; or until `outside` elements
    // are open, fewer than now. Checks what is skipped. False after an error, or at the end of the input.
    bool skip_element() noexcept { return skip_to(depth() - 1); }
    EC2WIRE_NOINLINE bool skip_to(std::size_t outside) noexcept {
        do {
            std::string_view text;
            bool needs_unescape = false;
            if (kind_ == token_kind::start && take_text_element(text, needs_unescape)) continue;
            next_tag();
            if (kind_ == token_kind::error || kind_ == token_kind::end_of_input) return false;
        } while (depth() != outside);
        return true;
    }

    // Reads from a start token to its end token, if there is only text in between. Sets `needs_unescape` if
    // the text differs from its bytes. Otherwise returns false and reads nothing, except that it may set
    // `needs_unescape`, and that an error in the text is set: error() has it, and next() returns it.
    //
    //   <name>stopping</name>    <name>R&amp;D</name>
    //         ---------------          --------------
    EC2WIRE_NOINLINE bool take_text_element(std::string_view& text, bool& needs_unescape) noexcept {
        if (is_end_due_ || depth() == 0) return false;
        const char* last = find_stop<'<', '&', ']'>(in_.at, in_.end());
        if (last == in_.end() || *last != '<') last = detail::skip_text(in_, last, needs_unescape);
        if (last == nullptr || in_.end() - last < 2 || last[1] != '/') return false;
        const std::size_t tag_size = open_.end_tag_size(last, in_.end());
        if (tag_size == 0) return false;
        text = {in_.at, static_cast<std::size_t>(last - in_.at)};
        in_.at = last + tag_size;
        close();
        return true;
    }

    // Returns the checked attributes of a start token, between the name and the end of the tag: see
    // attribute.hpp. Valid until the next token is read.
    std::string_view attributes() const noexcept {
        const char* const first = name_.data() + name_.size();
        const char* const last = in_.at - (is_end_due_ ? 2 : 1);
        return {first, static_cast<std::size_t>(last - first)};
    }

    // Returns the bytes of a start or end tag that was the last token read; those of the whole element after
    // take_text_element(), and of the whole tag for either half of <name/>. offset() is where they begin.
    std::string_view tag() const noexcept {
        return {token_, static_cast<std::size_t>(in_.at - token_)};
    }

    // Returns the offset of the current token's first byte.
    std::size_t offset() const noexcept { return in_.offset_of(token_); }
    // Returns the offset of the first byte after the current token.
    std::size_t position() const noexcept { return in_.offset_of(in_.at); }
    // Returns the number of open elements.
    std::size_t depth() const noexcept { return open_.depth(); }
    // Returns the error; if there is none, its code is 0.
    const decode_error& error() const noexcept { return in_.error(); }
    // Returns the scratch.
    scratch& memory() const noexcept { return memory_; }

    // For a caller that has checked the next bytes by comparison: rest() is the remaining input, pass() moves
    // on to `next`, which must point into it, and the caller must update open_elements(). Until the next token
    // is read, kind(), name() and offset() are still those of the token before.
    std::string_view rest() const noexcept { return in_.rest(in_.at); }
    void pass(const char* next) noexcept { in_.at = next; }
    // Continues after the root's start tag, which the caller has matched: `root` is the name in the document,
    // `next` the byte after the '>'. The tag becomes the current token.
    void begin_at(std::string_view root, const char* next) noexcept {
        token_ = root.data() - 1;
        in_.at = next;
        has_root_ = true;
        name_ = root;
        open_.open(root);
        kind_ = token_kind::start;
    }
    detail::open_tags& open_elements() noexcept { return open_; }

    // Fails with an error of the caller's, unless there is one already. Returns false.
    bool fail(errc code, std::size_t offset) noexcept {
        open_.close_all();
        is_end_due_ = false;
        kind_ = token_kind::error;
        return in_.fail(code, offset);
    }

  private:
    enum class texts : bool { returned, skipped };  // what becomes of text tokens

    EC2WIRE_NOINLINE token_kind read(texts mode) noexcept {
        if (is_end_due_) {
            is_end_due_ = false;
            close();
        } else if (!(depth() == 0 ? read_outside() : read_inside(mode))) {
            kind_ = token_kind::error;
        }
        return kind_;
    }

    // Reads one token, as each function below does. False after an error.
    EC2WIRE_NOINLINE bool read_outside() noexcept {
        if (in_.has_failed()) return false;
        if (in_.at == in_.begin() && !detail::skip_bom_and_declaration(in_)) return false;
        for (;;) {
            in_.skip_space();
            token_ = in_.at;
            if (in_.is_at_end() && has_root_) {
                kind_ = token_kind::end_of_input;
                return true;
            }
            if (in_.is_ahead(0, '<') && in_.is_ahead(1, '?')) {
                if (!detail::skip_instruction(in_)) return false;
            } else if (in_.is_ahead(0, '<') && in_.is_ahead(1, '!') &&
                       !(has_root_ && in_.is_ahead(2, '['))) {
                if (!detail::skip_comment_or_doctype(in_)) return false;
            } else if (has_root_ && !(in_.is_at('<') && in_.at + 1 == in_.end())) {
                return in_.fail(errc::trailing_data, token_);
            } else {
                if (!in_.is_at('<')) return in_.fail_grammar(token_);
                has_root_ = true;
                return read_start_tag();
            }
        }
    }

    EC2WIRE_ALWAYS_INLINE bool read_inside(texts mode) noexcept {
        for (;;) {
            if (mode == texts::skipped) in_.skip_space();
            token_ = in_.at;
            if (!in_.is_at('<')) {
                if (!read_text()) return false;
                if (mode == texts::returned) return true;
            } else if (in_.is_ahead(1, '/')) {
                return read_end_tag();
            } else if (!in_.is_ahead(1, '!') && !in_.is_ahead(1, '?')) {
                return read_start_tag();
            } else if (in_.is_ahead(1, '!') && in_.is_ahead(2, '[')) {
                if (!read_cdata()) return false;
                if (mode == texts::returned) return true;
            } else if (!detail::skip_comment_or_pi(in_)) {
                return false;
            }
        }
    }

    //   <message>The instance ID &apos;i-1&apos; does not exist</message>
    //            ----------------------------------------------
    EC2WIRE_NOINLINE bool read_text() noexcept {
        is_cdata_ = needs_unescape_ = false;
        const char* const last = detail::skip_text(in_, in_.at, needs_unescape_);
        return last != nullptr && finish_text(last, last);
    }

    //   <![CDATA[R&D <test>]]>
    EC2WIRE_NOINLINE bool read_cdata() noexcept {
        is_cdata_ = true;
        needs_unescape_ = false;
        const char* const last = detail::skip_cdata(in_, needs_unescape_);
        return last != nullptr && finish_text(last, last + 3);
    }

    bool finish_text(const char* last, const char* next) noexcept {
        text_ = {in_.at, static_cast<std::size_t>(last - in_.at)};
        in_.at = next;
        kind_ = token_kind::text;
        return true;
    }

    //   <item>   <StopInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">   <reason/>
    EC2WIRE_ALWAYS_INLINE bool read_start_tag() noexcept {
        ++in_.at;
        name_ = in_.take_name();
        if (name_.empty() || in_.is_at_end()) return in_.fail_grammar(in_.at);
        if (open_.is_full()) return in_.fail(errc::too_deep, token_);
        if (*in_.at != '>' && !detail::skip_tag_rest(in_, memory_, is_end_due_)) return false;
        ++in_.at;
        open_.open(name_);
        kind_ = token_kind::start;
        return true;
    }

    //   </item >
    EC2WIRE_ALWAYS_INLINE bool read_end_tag() noexcept {
        const std::size_t size = open_.end_tag_size(in_.at, in_.end());
        if (size == 0 && !detail::skip_end_tag(in_, open_.innermost())) return false;
        in_.at += size;
        close();
        return true;
    }

    void close() noexcept {
        name_ = open_.innermost();
        open_.close();
        kind_ = token_kind::end;
    }

    detail::input in_;
    const char* token_;
    scratch& memory_;
    bool has_root_ = false;
    detail::open_tags open_{};
};

}  // namespace ec2wire::xml

#endif
