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

// What a function returns that failed: "no", in the type of whoever passes it on.
struct failed {
    constexpr operator bool() const noexcept { return false; }
    constexpr operator const char*() const noexcept { return nullptr; }
};

// The bytes of a document, a place among them, and the first thing found wrong. Every check of a
// single character is here, so that each construct of XML is left with its grammar.
class input {
  public:
    constexpr explicit input(std::string_view bytes) noexcept
        : at(bytes.data()), begin_(bytes.data()), end_(bytes.data() + bytes.size()) {}

    // Where to read next, from the first byte to end().
    const char* at;

    constexpr const char* begin() const noexcept { return begin_; }
    constexpr const char* end() const noexcept { return end_; }
    constexpr std::size_t offset_of(const char* place) const noexcept {
        return static_cast<std::size_t>(place - begin_);
    }
    constexpr std::string_view rest(const char* from) const noexcept {
        return {from, static_cast<std::size_t>(end_ - from)};
    }

    constexpr bool is_at_end() const noexcept { return at == end_; }
    constexpr bool is_at(char c) const noexcept { return at != end_ && *at == c; }
    EC2WIRE_ALWAYS_INLINE constexpr bool starts_with(std::string_view literal) const noexcept {
        return static_cast<std::size_t>(end_ - at) >= literal.size() &&
               is_equal(at, literal.data(), literal.size());
    }
    // Whether the byte that many places ahead is there, and is this one.
    constexpr bool is_ahead(std::ptrdiff_t places, char c) const noexcept {
        return end_ - at > places && at[places] == c;
    }

    constexpr bool has_failed() const noexcept { return has_failed_; }
    constexpr const decode_error& error() const noexcept { return error_; }

    // The first error stays, and nothing is read after it.
    EC2WIRE_COLD constexpr failed fail(errc code, std::size_t offset) noexcept {
        if (!has_failed_) error_ = {code, offset};
        has_failed_ = true;
        at = end_;
        return {};
    }
    constexpr failed fail(errc code, const char* place) noexcept {
        return fail(code, offset_of(place));
    }
    constexpr failed fail_at_end() noexcept { return fail(errc::unexpected_end, end_); }

    // Where something else was due. `at` is left at the first byte that differs.
    EC2WIRE_COLD constexpr failed fail_expected(std::string_view due) noexcept {
        for (const char c : due) {
            if (!is_at(c)) break;
            ++at;
        }
        return fail_grammar(at);
    }

    // At a byte that the grammar has no place for. Says what the trouble is: the end of the input, a
    // broken character, or merely the wrong one.
    constexpr failed fail_grammar(const char* place) noexcept {
        return fail_character(errc::bad_markup, place);
    }

    // Where `found`, a part of the input, first differs from `wanted`.
    constexpr failed fail_difference(errc code, std::string_view found,
                                     std::string_view wanted) noexcept {
        std::size_t i = 0;
        while (i < found.size() && i < wanted.size() && found[i] == wanted[i]) ++i;
        const char* const place = found.data() + i;
        return i == found.size() ? fail_character(code, place) : fail(code, place);
    }

    // Past a control character or a character outside ASCII, if XML allows it.
    constexpr const char* pass_character(const char* place) noexcept {
        const utf8_character c = read_utf8(rest(place));
        if (c.size != 0)
            return is_character(c.code_point) ? place + c.size : fail(errc::bad_character, place);
        const char* const bad = place + c.good_bytes;
        return c.good_bytes != 0 && bad == end_ ? fail_at_end() : fail(errc::not_utf8, bad);
    }

    // Past a reference, at its '&'.
    constexpr const char* pass_reference(const char* place) noexcept {
        if (const reference entity = find_entity(rest(place)); entity.size != 0)
            return place + entity.size;
        const reference r = read_reference(rest(place));
        return r.size != 0 ? place + r.size : fail(r.code, place + r.bad);
    }

    // White space, if there is any.
    EC2WIRE_ALWAYS_INLINE constexpr bool skip_space() noexcept {
        if (is_at_end() || static_cast<unsigned char>(*at) > ' ') return false;
        const char* const first = at;
        at = find_non_space(at, end_);
        return at != first;
    }

    EC2WIRE_ALWAYS_INLINE constexpr bool expect(std::string_view literal) noexcept {
        if (!starts_with(literal)) return fail_expected(literal);
        at += literal.size();
        return true;
    }

    // A name, which may be of any length but 0.
    constexpr std::string_view take_name() noexcept {
        const std::string_view name(at, name_size(rest(at)));
        at += name.size();
        return name;
    }

  private:
    // At a character that is wrong in the way of `code`, if it is there and is one.
    EC2WIRE_COLD constexpr failed fail_character(errc code, const char* place) noexcept {
        if (place == end_) return fail_at_end();
        if (is_stop<>(*place) && pass_character(place) == nullptr) return {};
        return fail(code, place);
    }

    const char* begin_;
    const char* end_;
    decode_error error_{};
    bool has_failed_ = false;
};

}  // namespace ec2wire::xml::detail

#endif
