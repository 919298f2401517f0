#ifndef EC2WIRE_JSON_QUICK_TOKENS_HPP
#define EC2WIRE_JSON_QUICK_TOKENS_HPP

#include <ec2wire/core/block.hpp>
#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/core/utf8.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace ec2wire::json {

// What the quick reader (see quick_reader.hpp) knows of the bytes: white space, commas, brackets and
// strings. A place is where something ends and the next thing begins; null says that the walk has
// failed.
//
// The bytes behind the document are looked at, and nothing is asked of them: whoever goes on there
// has failed as soon as a comma or a bracket is due.
class quick_tokens {
  public:
    using place = const char*;  // into the document; null once the walk has failed

    // How many bytes behind the document must be there to be read.
    static constexpr std::size_t padding = 64;

    // How deep it goes: each level is a call or two, and what lies deeper than three times as deep as
    // EC2 nests is left to those who walk it without.
    static constexpr std::size_t most_levels = 32;

    // `bytes`, with `padding` bytes behind them.
    quick_tokens(std::string_view bytes, scratch& memory) noexcept
        : begin_(bytes.data()), end_(begin_ + bytes.size()), memory_(memory) {}

    // The document, and the scratch that came with it.
    place begin() const noexcept { return begin_; }
    place end() const noexcept { return end_; }
    scratch& memory() const noexcept { return memory_; }

    // The walk has failed, or does so now: null.
    bool has_failed() const noexcept { return has_failed_; }
    place fail() noexcept {
        has_failed_ = true;
        return nullptr;
    }

    // The document's opening bracket. Each level is indented as the first.
    place root() noexcept {
        if (begin_ == end_) return fail();  // nothing, not even padding
        const std::string_view bytes(begin_, static_cast<std::size_t>(end_ - begin_));
        const place at = skip_space(begin_ + (bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0));
        if (at >= end_ || *at != '{') return fail();
        if (at[1] == '\n') indent_ = static_cast<std::size_t>(skip_lines(at + 2, end_) - at) - 2;
        return at;
    }

    // Behind the document nothing follows.
    place finish(place at) noexcept { return skip_space(at) >= end_ ? end_ : fail(); }

    // Past white space, mostly none or one: `"Code": 64`.
    [[gnu::always_inline]] place skip_space(place at) const noexcept {
        if (is_token(*at)) return at;
        return *at == ' ' && is_token(at[1]) ? at + 1 : skip_lines(at, end_);
    }

    // The same where a printer would begin a new line, with the margin that is due. If it is that, where
    // it ends is known before it has been looked at.
    //
    //   "Code": 64,\n            "Name": "stopping"
    //              --------------
    [[gnu::always_inline]] place skip_line(place at, std::size_t margin) const noexcept {
        return is_token(*at) ? at : skip_margin(at, margin);
    }

    // From a bracket to the first member or element, or to the closing bracket.
    place open(place at) noexcept {
        if (++depth_ > most_levels) return fail();
        margin_ += indent_;
        at = skip_line(at + 1, margin_);
        return at < end_ ? at : fail();
    }

    // Past the closing bracket.
    place close(place at) noexcept {
        --depth_;
        margin_ -= indent_;
        return at + 1;
    }

    // From behind a member or an element to the next. Else null, and `at` is behind the closing
    // bracket, or null too.
    [[gnu::always_inline]] place take_comma(place& at, char closing) noexcept {
        if (*at != ',') at = skip_line(at, margin_ - indent_);
        if (at < end_ && *at == ',') return skip_line(at + 1, margin_);
        at = at < end_ && *at == closing ? close(at) : fail();
        return nullptr;
    }

    // A string without escapes: a view into the document.
    place take_text(place at, std::string_view& text) noexcept {
        if (*at != '"') return fail();
        const place first = at + 1;
        for (at = first; at < end_; at += short_block::size) {
            const auto bytes = short_block::load(at);
            const auto ends = bytes.is('"') | bytes.is('\\') | bytes.is_below(' ');
            if (ends.is_empty()) continue;
            at += ends.first();
            if (*at != '"') return take_odd_text(first, text);
            text = {first, static_cast<std::size_t>(at - first)};
            return at + 1;
        }
        return fail();
    }

  private:
    using short_block = ec2wire::detail::short_block;

    static bool is_token(char c) noexcept { return static_cast<unsigned char>(c) > ' '; }

    [[gnu::noinline]] static place skip_lines(place at, place end) noexcept {
        while (at < end && is_space(*at)) ++at;
        return at;
    }

    [[gnu::noinline]] place skip_margin(place at, std::size_t margin) const noexcept {
        static constexpr auto spaces = [] {
            std::array<char, 32> text{};
            text.fill(' ');
            text[0] = '\n';
            return text;
        }();
        // Inside the document: what looks like a margin behind it may end behind the padding.
        if (margin <= spaces.size() && end_ - at > static_cast<std::ptrdiff_t>(margin)) {
            if (is_equal_block(at, spaces.data(), margin) && is_token(at[margin]))
                return at + margin;
        }
        return skip_space(at);
    }

    // A string with characters outside ASCII. What an escape means is simdjson's work.
    [[gnu::noinline]] place take_odd_text(place first, std::string_view& text) noexcept {
        place at = first;
        while (at < end_ && *at != '"' && *at != '\\' && static_cast<unsigned char>(*at) >= ' ')
            ++at;
        if (at >= end_ || *at != '"') return fail();
        text = {first, static_cast<std::size_t>(at - first)};
        return find_bad_utf8(text) == text.size() ? at + 1 : fail();
    }

    place begin_;
    place end_;
    scratch& memory_;
    std::size_t indent_ = 0;
    std::size_t depth_ = 0;
    std::size_t margin_ = 1;  // of the members or elements here: a new line, and so many spaces
    bool has_failed_ = false;
};

}  // namespace ec2wire::json

#endif
