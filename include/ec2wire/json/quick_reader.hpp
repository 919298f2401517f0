#ifndef EC2WIRE_JSON_QUICK_READER_HPP
#define EC2WIRE_JSON_QUICK_READER_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/json/quick_tokens.hpp>
#include <ec2wire/json/token.hpp>

#include <array>
#include <cstddef>
#include <limits>
#include <string_view>

namespace ec2wire::json {

class quick_value;
class quick_members;

// One document, walked from its first byte to its last in one pass, with the functions of a reader. It
// knows of JSON no more than printed replies have: brackets, white space, texts without escapes,
// numbers and words. An escape, or anything that is wrong, is simdjson's work: the walk has failed,
// and says no more than that.
class quick_reader {
  public:
    // What a walk hands out.
    using value = quick_value;
    using place = quick_tokens::place;
    static constexpr bool is_deep = false;  // see most_levels

    // `bytes` with room for quick_tokens::padding bytes behind them.
    quick_reader(std::string_view bytes, scratch& memory) noexcept : in_(bytes, memory) {}

    // The document, which must be an object: visit(std::string_view key, value) for each member.
    template <class Visit>
    bool for_each_member(Visit&& visit);

    // As a reader's, but what failed, and where, is not known.
    bool has_failed() const noexcept { return in_.has_failed(); }
    scratch& memory() const noexcept { return in_.memory(); }
    place fail(errc, std::size_t) noexcept { return in_.fail(); }

  private:
    quick_tokens in_;
};

// A value, to be taken once. What takes it returns the place behind it.
class quick_value {
  public:
    using place = quick_tokens::place;  // as there

    // The one that begins at `at`. What it has is as a value's.
    quick_value(quick_tokens& in, place at) noexcept : in_(in), at_(at) {}
    value_kind kind() const noexcept { return kind_of(*at_); }
    bool is(value_kind kind) const noexcept { return begins(kind, *at_); }
    const char* begin() const noexcept { return at_; }
    std::size_t offset() const noexcept { return static_cast<std::size_t>(at_ - in_.begin()); }

    // The walk fails, without a reason.
    place fail(errc = {}, std::size_t = 0) const noexcept { return in_.fail(); }

    // A text without escapes: a view into the document.
    place take_text(std::string_view& text) const noexcept { return in_.take_text(at_, text); }

    // A number of few digits, as most are: no more than any T has room for. Else null, and nothing
    // has failed.
    template <integer T>
    place take_digits(T& number) const noexcept {
        place at = at_;
        unsigned sum = 0;
        for (unsigned digit = 0; at - at_ < most_digits<T>; ++at) {
            digit = static_cast<unsigned char>(*at) - unsigned{'0'};
            if (digit > 9) break;
            sum = sum * 10 + digit;
        }
        const bool is_whole = at != at_ && (*at_ != '0' || at == at_ + 1) && !is_digit(*at);
        number = static_cast<T>(sum);
        return is_whole ? at : nullptr;
    }

    // A number as it is spelled.
    place take_number(std::string_view& token) const noexcept {
        place at = at_;
        while (at < in_.end() && is_part(*at)) ++at;
        token = {at_, static_cast<std::size_t>(at - at_)};
        return find_bad_number(token) == token.npos ? at : fail();
    }

    // True, false or null.
    place take_word(std::string_view& token) const noexcept {
        for (const std::string_view word : {"true", "false", "null"}) {
            if (!is_equal(at_, word.data(), word.size())) continue;
            token = {at_, word.size()};
            return at_ + word.size();
        }
        return fail();
    }

    // An object: visit(std::string_view key, value) for each member, until one fails.
    template <class Visit>
    place for_each_member(Visit&& visit) const;

    // The same, to be walked by the caller.
    quick_members members() const noexcept;

    // An array: visit(value) for each element, until one fails.
    template <class Visit>
    place for_each_element(Visit&& visit) const {
        place at = in_.open(at_);
        if (at == nullptr || *at == ']') return at == nullptr ? at : in_.close(at);
        for (place element = at; element != nullptr;) {
            at = visit(quick_value(in_, element));
            element = at != nullptr ? in_.take_comma(at, ']') : nullptr;
        }
        return at;
    }

    // Passes a value that nobody asked for.
    place check() const noexcept;

  private:
    static bool is_part(char c) noexcept {
        return is_digit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    }

    // Of an `unsigned` too.
    template <integer T>
    static constexpr std::ptrdiff_t most_digits = sizeof(T) < 4
                                                      ? std::numeric_limits<T>::digits10
                                                      : std::numeric_limits<unsigned>::digits10;

    quick_tokens& in_;
    place at_;
};

// The members of an object, from one key to the next.
class quick_members {
  public:
    using place = quick_tokens::place;  // as there

    // Of the object whose bracket is at `object`.
    quick_members(quick_tokens& in, place object) noexcept : in_(in), at_(in.open(object)) {
        if (at_ == nullptr || *at_ == '}')
            at_ = at_ == nullptr ? at_ : in_.close(at_);
        else
            key_ = at_;
    }

    // Whether there is a key here. Else the object is behind us, or something has failed.
    bool is_at_key() const noexcept { return key_ != nullptr; }

    // The value of this key, if it is spelled like this, with the colon; else null.
    template <std::size_t Size>
    place take_key(const std::array<char, Size>& spelled) const noexcept {
        if (Size > 16 && in_.end() - key_ < static_cast<std::ptrdiff_t>(Size)) return nullptr;
        return is_equal_block(key_, spelled.data(), Size) ? in_.skip_space(key_ + Size) : nullptr;
    }

    // The value there.
    quick_value value(place at) const noexcept { return quick_value(in_, at); }

    // To the next key, from behind a value.
    [[gnu::always_inline]] void next(place behind) noexcept {
        at_ = behind;
        key_ = in_.take_comma(at_, '}');
    }

    // Those that are left: visit(std::string_view key, value) for each, until one fails.
    template <class Visit>
    place for_each_rest(Visit&& visit) {
        while (key_ != nullptr) {
            std::string_view key;
            const place at = take_any_key(key);
            const place behind = at == nullptr ? at : visit(key, value(at));
            if (behind == nullptr) return nullptr;
            go_on(behind);
        }
        return at_;
    }

  private:
    // The same as next(), where no key is expected: once, and not once for each structure.
    [[gnu::noinline]] void go_on(place behind) noexcept { next(behind); }

    // The value of any key.
    [[gnu::noinline]] place take_any_key(std::string_view& key) noexcept {
        place at = in_.take_text(key_, key);
        if (at == nullptr) return nullptr;
        at = in_.skip_space(at);
        return *at == ':' ? in_.skip_space(at + 1) : in_.fail();
    }

    quick_tokens& in_;
    place at_;  // behind the object, once there is no key
    place key_ = nullptr;
};

inline quick_members quick_value::members() const noexcept { return quick_members(in_, at_); }

template <class Visit>
quick_value::place quick_value::for_each_member(Visit&& visit) const {
    return members().for_each_rest(visit);
}

inline quick_value::place quick_value::check() const noexcept {
    std::string_view text;
    switch (kind()) {
        case value_kind::object:
            return for_each_member(
                [](std::string_view, quick_value member) { return member.check(); });
        case value_kind::array:
            return for_each_element([](quick_value element) { return element.check(); });
        case value_kind::string: return take_text(text);
        case value_kind::number: return take_number(text);
        case value_kind::boolean:
        case value_kind::null: return take_word(text);
        case value_kind::none: break;
    }
    return fail();
}

template <class Visit>
bool quick_reader::for_each_member(Visit&& visit) {
    const place root = in_.root();
    if (root == nullptr) return false;
    const place behind = quick_value(in_, root).for_each_member(visit);
    return behind != nullptr && in_.finish(behind) != nullptr;
}

}  // namespace ec2wire::json

#endif
