#ifndef EC2WIRE_XML_INPUT_HPP
#define EC2WIRE_XML_INPUT_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/utf8.hpp>
#include <ec2wire/xml/name.hpp>
#include <ec2wire/xml/scan.hpp>
#include <ec2wire/xml/unescape.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::xml::detail {

// The result of a function that failed: false or null, as the caller's return type requires.
struct failed {
    operator bool() const noexcept { return false; }
    operator const char*() const noexcept { return nullptr; }
};

// The bytes of a document, a position in it, and the first error. Every check of a single character is here,
// so that each construct of XML is left with its grammar.
class input {
  public:
    explicit input(std::string_view bytes) noexcept
        : at(bytes.data()), begin_(bytes.data()), end_(bytes.data() + bytes.size()) {}

    // The next byte to read, from the first byte to end().
    const char* at;

    const char* begin() const noexcept { return begin_; }
    const char* end() const noexcept { return end_; }
    std::size_t offset_of(const char* position) const noexcept {
        return static_cast<std::size_t>(position - begin_);
    }
    std::string_view rest(const char* from) const noexcept {
        return {from, static_cast<std::size_t>(end_ - from)};
    }

    bool is_at_end() const noexcept { return at == end_; }
    bool is_at(char c) const noexcept { return at != end_ && *at == c; }
    EC2WIRE_ALWAYS_INLINE bool starts_with(std::string_view literal) const noexcept {
        return static_cast<std::size_t>(end_ - at) >= literal.size() &&
               is_equal(at, literal.data(), literal.size());
    }
    // Whether the byte `distance` bytes ahead exists and is this character.
    bool is_ahead(std::ptrdiff_t distance, char c) const noexcept {
        return end_ - at > distance && at[distance] == c;
    }

    bool has_failed() const noexcept { return has_failed_; }
    const decode_error& error() const noexcept { return error_; }

    // Sets the error, unless there is one. Nothing is read after it.
    EC2WIRE_COLD failed fail(errc code, std::size_t offset) noexcept {
        if (!has_failed_) error_ = {code, offset};
        has_failed_ = true;
        at = end_;
        return {};
    }
    failed fail(errc code, const char* position) noexcept {
        return fail(code, offset_of(position));
    }
    failed fail_at_end() noexcept { return fail(errc::unexpected_end, end_); }

    // Fails because something else was expected, at the first byte that differs.
    EC2WIRE_COLD failed fail_expected(std::string_view expected) noexcept {
        for (const char c : expected) {
            if (!is_at(c)) break;
            ++at;
        }
        return fail_grammar(at);
    }

    // Fails at a byte that the grammar does not allow: because the input ends there, because the character is
    // invalid, or merely because it is the wrong one.
    failed fail_grammar(const char* position) noexcept {
        return fail_character(errc::bad_markup, position);
    }

    // Fails where `found`, a part of the input, first differs from `wanted`.
    failed fail_difference(errc code, std::string_view found, std::string_view wanted) noexcept {
        std::size_t i = 0;
        while (i < found.size() && i < wanted.size() && found[i] == wanted[i]) ++i;
        const char* const position = found.data() + i;
        return i == found.size() ? fail_character(code, position) : fail(code, position);
    }

    // Returns the position after a control or non-ASCII character, if XML allows it.
    const char* skip_character(const char* position) noexcept {
        const utf8_character c = read_utf8(rest(position));
        if (c.size != 0)
            return is_character(c.code_point) ? position + c.size
                                              : fail(errc::bad_character, position);
        const char* const bad = position + c.good_bytes;
        return c.good_bytes != 0 && bad == end_ ? fail_at_end() : fail(errc::not_utf8, bad);
    }

    // Returns the position after the reference at `position`.
    const char* skip_reference(const char* position) noexcept {
        if (const reference entity = find_entity(rest(position)); entity.size != 0)
            return position + entity.size;
        const reference r = read_reference(rest(position));
        return r.size != 0 ? position + r.size : fail(r.code, position + r.bad);
    }

    // Skips white space, if there is any.
    EC2WIRE_ALWAYS_INLINE bool skip_space() noexcept {
        if (is_at_end() || static_cast<unsigned char>(*at) > ' ') return false;
        const char* const first = at;
        at = find_non_space(at, end_);
        return at != first;
    }

    EC2WIRE_ALWAYS_INLINE bool expect(std::string_view literal) noexcept {
        if (!starts_with(literal)) return fail_expected(literal);
        at += literal.size();
        return true;
    }

    // Reads a name, which must not be empty.
    std::string_view take_name() noexcept {
        const std::string_view name(at, name_size(rest(at)));
        at += name.size();
        return name;
    }

  private:
    // Fails at a character with `code`, if it exists and is valid; otherwise with the error of the character.
    EC2WIRE_COLD failed fail_character(errc code, const char* position) noexcept {
        if (position == end_) return fail_at_end();
        if (is_stop<>(*position) && skip_character(position) == nullptr) return {};
        return fail(code, position);
    }

    const char* begin_;
    const char* end_;
    decode_error error_{};
    bool has_failed_ = false;
};

}  // namespace ec2wire::xml::detail

#endif
