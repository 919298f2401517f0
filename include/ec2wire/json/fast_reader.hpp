#ifndef EC2WIRE_JSON_FAST_READER_HPP
#define EC2WIRE_JSON_FAST_READER_HPP

#include <ec2wire/core/block.hpp>
#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/core/utf8.hpp>
#include <ec2wire/json/token.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::json {

// Reads a document in one pass over its bytes, token by token, with the functions of strict_reader. It
// supports what programs write: brackets, white space, strings without escapes, numbers and words. At an
// escape or an error it fails, without a code or an offset, and strict_reader reads the document again.
//
//   {"Code": 64, "Name": "stopping"}
//    ^       ^
//    |       a value: take_number() returns the cursor after it
//    a key: match_key() or take_key() returns the cursor at its value
//
// May read the padding after the document, whatever its bytes are. That is harmless: the next comma or
// bracket is checked to lie inside the document.
class fast_reader {
  public:
    // A position in the document; null after a failure.
    using cursor = const char*;

    // The number of readable bytes after the document.
    static constexpr std::size_t padding = 64;

    // The depth of documents that this reader reads: three times that of EC2's replies. Deeper ones are left
    // to strict_reader.
    static constexpr std::size_t max_levels = 32;

    // Whether it has match(), which strict_reader does not have.
    static constexpr bool can_match = true;

    // Reads `bytes`, after which `padding` bytes must be readable.
    fast_reader(std::string_view bytes, scratch& memory) noexcept
        : begin_(bytes.data()), end_(begin_ + bytes.size()), memory_(memory) {}

    // Whether strict_reader has to read the document.
    bool has_failed() const noexcept { return has_failed_; }
    // Returns the scratch.
    scratch& memory() const noexcept { return memory_; }
    // Returns the offset of a cursor in the document, in bytes.
    std::size_t offset(cursor at) const noexcept { return static_cast<std::size_t>(at - begin_); }

    // Fails, without a code or an offset. Returns null.
    cursor fail(cursor, errc, std::size_t = 0) noexcept { return fail(); }
    cursor fail(errc, std::size_t) noexcept { return fail(); }
    cursor fail() noexcept {
        has_failed_ = true;
        return nullptr;
    }

    // Returns the first character of the value at the cursor.
    char first(cursor at) const noexcept { return *at; }

    // Returns the opening bracket of the document, which must be an object.
    cursor open_document() noexcept {
        if (begin_ == end_) return fail();  // also without padding
        const std::string_view bytes(begin_, static_cast<std::size_t>(end_ - begin_));
        const cursor at = skip_space(begin_ + (bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0));
        if (at >= end_ || *at != '{') return fail();
        // Every level is expected to be indented by as much as the first.
        if (at[1] == '\n')
            indent_ = static_cast<std::size_t>(detail::skip_space_slow(at + 2, end_) - at) - 2;
        return at;
    }

    // Goes from the opening bracket at the cursor to the first key or element. False if there is none: then
    // the cursor is after the closing bracket, or null.
    bool enter_object(cursor& at) noexcept { return enter(at, '}'); }
    bool enter_array(cursor& at) noexcept { return enter(at, ']'); }

    // Goes from the end of a value to the next key or element. False if there is none, as above.
    bool next_member(cursor& at) noexcept { return next(at, '}'); }
    bool next_element(cursor& at) noexcept { return next(at, ']'); }

    // Returns the value of the key at the cursor if the key is `name`, without an escape and directly before
    // a colon; else null.
    cursor match_key(cursor key, std::string_view name) const noexcept {
        // Names too long for the padding must lie inside the document.
        if (name.size() > 32 && end_ - key < static_cast<std::ptrdiff_t>(name.size() + 3))
            return nullptr;
        const cursor behind = key + 1 + name.size();
        if (*key != '"' || behind[0] != '"' || behind[1] != ':' ||
            !is_equal_block(key + 1, name.data(), name.size()))
            return nullptr;
        return skip_space(behind + 2);
    }

    // Whether the bytes at the cursor equal bytes of the document that were read before. Long ones are
    // compared up to the first difference: they may be compared at each scalar of a document.
    bool match(cursor at, const char* literal, std::size_t size) const noexcept {
        if (end_ - at <= static_cast<std::ptrdiff_t>(size)) return false;
        return size <= max_block ? is_equal_block(at, literal, size) : is_equal(at, literal, size);
    }

    // Counts a bracket that is opened or closed in bytes that match() has compared.
    void note_enter() noexcept {
        ++levels_;
        line_ += indent_;
    }
    void note_leave() noexcept {
        --levels_;
        line_ -= indent_;
    }

    // Reads the key at the cursor and returns its value.
    cursor take_key(cursor at, std::string_view& key) noexcept {
        at = take_text(at, key);
        if (at == nullptr) return nullptr;
        at = skip_space(at);
        return *at == ':' ? skip_space(at + 1) : fail();
    }

    // Reads a string without escapes: a view into the document.
    cursor take_text(cursor at, std::string_view& text) noexcept {
        if (*at != '"') return fail();
        const cursor first = at + 1;
        for (at = first; at < end_; at += short_block::size) {
            const auto bytes = short_block::load(at);
            const auto ends = bytes.is('"') | bytes.is('\\') | bytes.is_below(' ');
            if (ends.is_empty()) continue;
            at += ends.first();
            if (*at != '"') return take_text_slow(first, text);
            text = {first, static_cast<std::size_t>(at - first)};
            return at + 1;
        }
        return fail();
    }

    // Reads a number, as it is written.
    cursor take_number(cursor at, std::string_view& token) noexcept {
        const cursor first = at;
        while (at < end_ && is_digit(*at)) ++at;
        token = {first, static_cast<std::size_t>(at - first)};
        const bool is_plain = at != first && (*first != '0' || token.size() == 1);
        return is_plain && !detail::is_in_number(*at) ? at : take_number_slow(first, token);
    }

    // Reads true, false or null.
    cursor take_word(cursor at, std::string_view& token) noexcept {
        for (const std::string_view word : {"true", "false", "null"}) {
            if (!is_equal(at, word.data(), word.size())) continue;
            token = {at, word.size()};
            return at + word.size();
        }
        return fail();
    }

    // Checks that nothing follows the document, which ends before the cursor.
    cursor finish(cursor at) noexcept { return skip_space(at) >= end_ ? end_ : fail(); }

  private:
    using short_block = ec2wire::detail::short_block;

    // The most bytes that match() compares without a look at the first difference.
    static constexpr std::size_t max_block = 256;

    // Skips white space, which is mostly none or one space: `"Code": 64`.
    cursor skip_space(cursor at) const noexcept {
        if (detail::is_token(*at)) return at;
        return *at == ' ' && detail::is_token(at[1]) ? at + 1 : detail::skip_space_slow(at, end_);
    }

    // Skips white space where programs begin a new line. If it has the expected size, its end is found
    // without a search.
    //
    //   "Code": 64,\n            "Name": "stopping"
    //              --------------
    cursor skip_line(cursor at, std::size_t size) const noexcept {
        return detail::is_token(*at) ? at : skip_new_line(at, size);
    }

    cursor skip_new_line(cursor at, std::size_t size) const noexcept {
        // Only inside the document: white space that continues in the padding may continue after it.
        if (size <= detail::new_line.size() && end_ - at > static_cast<std::ptrdiff_t>(size)) {
            if (is_equal_block(at, detail::new_line.data(), size) && detail::is_token(at[size]))
                return at + size;
        }
        return skip_space(at);
    }

    bool enter(cursor& at, char closing) noexcept {
        if (++levels_ > max_levels) return detail::stop(at, fail());
        line_ += indent_;
        at = skip_line(at + 1, line_);
        if (at >= end_) return detail::stop(at, fail());
        if (*at != closing) return true;
        at = leave(at);
        return false;
    }

    bool next(cursor& at, char closing) noexcept {
        if (*at != ',') at = skip_line(at, line_ - indent_);
        if (at < end_ && *at == ',') {
            at = skip_line(at + 1, line_);
            return true;
        }
        at = at < end_ && *at == closing ? leave(at) : fail();
        return false;
    }

    cursor leave(cursor closing) noexcept {
        --levels_;
        line_ -= indent_;
        return closing + 1;
    }

    // Reads a string with non-ASCII characters; an escape is a failure.
    EC2WIRE_NOINLINE cursor take_text_slow(cursor first, std::string_view& text) noexcept {
        cursor at = first;
        while (at < end_ && *at != '"' && *at != '\\' && static_cast<unsigned char>(*at) >= ' ')
            ++at;
        if (at >= end_ || *at != '"') return fail();
        text = {first, static_cast<std::size_t>(at - first)};
        return find_bad_utf8(text) == text.size() ? at + 1 : fail();
    }

    EC2WIRE_NOINLINE cursor take_number_slow(cursor first, std::string_view& token) noexcept {
        cursor at = first;
        while (at < end_ && detail::is_in_number(*at)) ++at;
        token = {first, static_cast<std::size_t>(at - first)};
        return find_bad_number(token) == token.npos ? at : fail();
    }

    cursor begin_;
    cursor end_;
    scratch& memory_;
    std::size_t indent_ = 0;  // spaces for each level
    std::size_t levels_ = 0;
    std::size_t line_ = 1;  // size of the new line and indentation before a member or element here
    bool has_failed_ = false;
};

}  // namespace ec2wire::json

#endif
