#ifndef EC2WIRE_JSON_READER_HPP
#define EC2WIRE_JSON_READER_HPP

#include <ec2wire/core/error.hpp>
#include <ec2wire/core/lifetime.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/json/parser.hpp>
#include <ec2wire/json/token.hpp>
#include <ec2wire/json/walk.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::json {

// The value where a walk stands, to be taken once, and before the walk goes on.
class value {
  public:
    // That of a reader's walk, which outlives it.
    explicit value(detail::walk& in) noexcept : in_(in), at_(in.here()) {}

    // By its first character alone.
    value_kind kind() const noexcept { return kind_of(in_.first_of(at_)); }
    bool is(value_kind kind) const noexcept { return begins(kind, in_.first_of(at_)); }

    // Of its first byte.
    const char* begin() const noexcept { return at_; }
    std::size_t offset() const noexcept { return in_.offset_of(at_); }

    // Ends the walk with an error at a byte of this value. Returns false.
    [[gnu::noinline]] bool fail(errc code, std::size_t index = 0) const noexcept {
        return in_.fail(code, offset() + index);
    }

    // A string's text: a view into the document, or into the scratch if it held an escape.
    bool take_text(std::string_view& text) const noexcept { return in_.take_text(text); }

    // A number as it is spelled.
    bool take_number(std::string_view& number) const noexcept { return in_.take_number(number); }

    // True, false or null.
    bool take_word(std::string_view& word) const noexcept { return in_.take_word(word); }

    // An object: visit(std::string_view key, value) for each member, until one returns false.
    template <class Visit>
    [[gnu::always_inline]] bool for_each_member(Visit&& visit) const {
        return in_.open_object() && visit_all(in_, visit);
    }

    // An array: visit(value) for each element, until one returns false.
    template <class Visit>
    [[gnu::always_inline]] bool for_each_element(Visit&& visit) const {
        const auto visit_element = [&](std::string_view, value element) { return visit(element); };
        return in_.open_array() && visit_all(in_, visit_element);
    }

    // Passes a value that nobody asked for, and everything in it, as strictly as one that somebody
    // did.
    bool check() const noexcept { return in_.check(); }

  private:
    friend class reader;

    // Each value of the object or the array that the walk has just gone into. What is left when a visit
    // ends it, the next step outside skips.
    template <class Visit>
    [[gnu::always_inline]] static bool visit_all(detail::walk& in, const Visit& visit) {
        const std::size_t outside = in.depth() - 1;
        for (std::string_view key; in.next(key);)
            if (!visit(key, value(in))) return in.leave(outside);
        return !in.has_failed();
    }

    detail::walk& in_;
    const char* at_;
};

// One document, read from its first byte to its last: what nobody asks for is checked all the same (see
// value::check). The first error stays; every function returns false after it.
class reader {
  public:
    using value = json::value;  // what it hands out
    using place = bool;         // of a walk that has not failed; simdjson knows where it is
    static constexpr bool is_deep = true;  // as deep as max_depth

    // Of a document. The reader borrows all three, and what it hands out borrows from the first and last.
    reader(padded_bytes bytes EC2WIRE_LIFETIMEBOUND, parser& parser EC2WIRE_LIFETIMEBOUND,
           scratch& memory EC2WIRE_LIFETIMEBOUND) noexcept
        : walk_(bytes, parser.parser_, parser.levels_, memory) {}

    // The document, which must be an object: visit(std::string_view key, value) for each member.
    template <class Visit>
    bool for_each_member(Visit&& visit) {
        return walk_.open_document() && value::visit_all(walk_, visit) && walk_.finish();
    }

    // Whether an error was found, which one, and whose memory escaped texts are put into.
    bool has_failed() const noexcept { return walk_.has_failed(); }
    const decode_error& error() const noexcept { return walk_.error(); }
    scratch& memory() const noexcept { return walk_.memory(); }

    // Ends the walk with an error of the caller's, unless there is one already. Returns false.
    bool fail(errc code, std::size_t offset) noexcept { return walk_.fail(code, offset); }

  private:
    detail::walk walk_;
};

}  // namespace ec2wire::json

#endif
