#ifndef EC2WIRE_JSON_READER_HPP
#define EC2WIRE_JSON_READER_HPP

#include <ec2wire/core/error.hpp>
#include <ec2wire/core/lifetime.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/core/utf8.hpp>
#include <ec2wire/json/diagnose.hpp>
#include <ec2wire/json/token.hpp>
#include <ec2wire/json/visitor.hpp>

#include <simdjson.h>

#include <cstddef>
#include <cstring>
#include <string_view>

namespace ec2wire::json {

// JSON with room for simdjson::SIMDJSON_PADDING bytes behind it, which need no value.
using padded_bytes = simdjson::padded_string_view;
using padded_string = simdjson::padded_string;
// Bytes that must be there behind a document.
inline constexpr std::size_t padding = simdjson::SIMDJSON_PADDING;

// The memory of simdjson. Keep one beside the scratch, and decoding allocates nothing once both
// have seen a document of that size. For one thread at a time.
class parser {
  public:
    parser() = default;

  private:
    friend class reader;
    simdjson::ondemand::parser parser_{};
};

class value;

// One document, walked from its first byte to its last: what the walk does not ask for is checked
// all the same (see value::check). The first error stays; every function returns false after it.
class reader {
  public:
    using value = json::value;  // what a walk hands out
    using place = bool;         // of a walk that has not failed; simdjson knows where it is

    // Of a document. The reader borrows all three, and what it hands out borrows from the first and last.
    reader(padded_bytes bytes EC2WIRE_LIFETIMEBOUND, parser& parser EC2WIRE_LIFETIMEBOUND,
           scratch& memory EC2WIRE_LIFETIMEBOUND) noexcept
        : bytes_(bytes.data(), bytes.size()), memory_(memory) {
        if (const auto error = parser.parser_.iterate(without_mark(bytes)).get(document_); error)
            fail_document(error);
    }

    // The document, which must be an object: visit(std::string_view key, value) for each member.
    template <class Visit>
    bool for_each_member(Visit&& visit);

    // Whether an error was found, which one, and whose memory escaped texts are put into.
    bool has_failed() const noexcept { return has_failed_; }
    const decode_error& error() const noexcept { return error_; }
    scratch& memory() const noexcept { return memory_; }

    // Ends the walk with an error of the caller's, unless there is one already. Returns false.
    bool fail(errc code, std::size_t offset) noexcept {
        if (!has_failed_) error_ = {code, offset};
        has_failed_ = true;
        return false;
    }

    // Of a place in the document.
    std::size_t offset_of(const char* at) const noexcept {
        return static_cast<std::size_t>(at - bytes_.data());
    }

    // Where simdjson stands, for an error that it found in the structure.
    bool fail_structure() noexcept {
        const char* at = nullptr;
        if (document_.current_location().get(at) || offset_of(at) >= bytes_.size())
            return fail(errc::unexpected_end, bytes_.size());
        return fail(errc::bad_json, offset_of(at));
    }

  private:
    // RFC 8259, section 8.1: a byte order mark may be ignored. simdjson 3.0 takes it for a value.
    static padded_bytes without_mark(padded_bytes bytes) noexcept {
        const std::size_t mark = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
        return padded_bytes(bytes.data() + mark, bytes.size() - mark, bytes.capacity() - mark);
    }

    // What simdjson finds before the walk comes without a place.
    bool fail_document(simdjson::error_code error) noexcept {
        const bool is_memory = error == simdjson::MEMALLOC || error == simdjson::CAPACITY;
        const decode_error found =
            is_memory ? decode_error{errc::out_of_memory, 0} : diagnose(bytes_);
        return fail(found.code, found.offset);
    }

    std::string_view bytes_;
    scratch& memory_;
    simdjson::ondemand::document document_{};
    decode_error error_{};
    bool has_failed_ = false;
};

// One value of a document, to be taken once.
class value {
  public:
    // One that simdjson stands at; the reader outlives it.
    value(reader& in, simdjson::ondemand::value simdjson_value) noexcept
        : in_(in), value_(simdjson_value), raw_(value_.raw_json_token()) {}

    // By its first character alone.
    value_kind kind() const noexcept { return kind_of(first()); }
    bool is(value_kind kind) const noexcept { return begins(kind, first()); }

    // Of its first byte.
    const char* begin() const noexcept { return raw_.data(); }
    std::size_t offset() const noexcept { return in_.offset_of(begin()); }

    // Ends the walk with an error at a byte of this value. Returns false.
    [[gnu::noinline]] bool fail(errc code, std::size_t index = 0) const noexcept {
        return in_.fail(code, offset() + index);
    }

    // A string's text: a view into the document, or into the scratch if it held an escape.
    [[gnu::noinline]] bool take_text(std::string_view& text) noexcept {
        if (const std::size_t escape = raw_.find('\\'); escape != std::string_view::npos)
            return take_escaped_text(text, escape);
        const std::size_t end = raw_.find('"', 1);
        if (end == std::string_view::npos) return fail(errc::bad_json);
        // Taken from simdjson too, which else passes a string and a colon behind it as a key.
        if (value_.get_raw_json_string().error()) return in_.fail_structure();
        text = raw_.substr(1, end - 1);
        return true;
    }

    // A number as it is spelled.
    [[gnu::noinline]] bool take_number(std::string_view& number) noexcept {
        number = token();
        const std::size_t bad = find_bad_number(number);
        return bad == number.npos || fail(errc::bad_json, bad);
    }

    // True, false or null.
    [[gnu::noinline]] bool take_word(std::string_view& word) noexcept {
        word = token();
        return is_word(word) || fail(errc::bad_json);
    }

    // An object: visit(std::string_view key, value) for each member, until one returns false.
    template <class Visit>
    bool for_each_member(Visit&& visit) {
        return walk_object(member_visitor(visit));
    }

    // An array: visit(value) for each element, until one returns false.
    template <class Visit>
    bool for_each_element(Visit&& visit) {
        return walk_array(visitor<value>(visit));
    }

    // Passes a value that nobody asked for, and everything in it, as strictly as one that somebody
    // did. `depth` is how many more levels may follow.
    [[gnu::noinline]] bool check(std::size_t depth) noexcept {
        std::string_view text;
        switch (kind()) {
            case value_kind::object:
                if (depth == 0) return fail(errc::too_deep);
                return for_each_member(
                    [&](std::string_view, value member) { return member.check(depth - 1); });
            case value_kind::array:
                if (depth == 0) return fail(errc::too_deep);
                return for_each_element([&](value element) { return element.check(depth - 1); });
            case value_kind::string: return take_text(text);
            case value_kind::number: return take_number(text);
            case value_kind::boolean:
            case value_kind::null: return take_word(text);
            case value_kind::none: break;
        }
        return fail(errc::bad_json);
    }

  private:
    friend class reader;

    char first() const noexcept { return raw_.empty() ? '\0' : raw_[0]; }

    // What stands here up to white space, or to what ends a value.
    std::string_view token() const noexcept {
        std::size_t size = 0;
        while (size < raw_.size() && !is_space(raw_[size])) ++size;
        return raw_.substr(0, size);
    }

    using member_visitor = visitor<std::string_view, value>;

    [[gnu::noinline]] bool walk_object(member_visitor visit) {
        simdjson::ondemand::object object;
        if (value_.get_object().get(object)) return in_.fail_structure();
        return walk(in_, object, visit);
    }

    [[gnu::noinline]] bool walk_array(visitor<value> visit) {
        simdjson::ondemand::array array;
        if (value_.get_array().get(array)) return in_.fail_structure();
        for (auto element : array) {
            simdjson::ondemand::value next;
            if (std::move(element).get(next)) return in_.fail_structure();
            if (!visit(value(in_, next))) return false;
        }
        return true;
    }

    [[gnu::noinline]] static bool walk(reader& in, simdjson::ondemand::object& object,
                                       member_visitor visit) {
        for (auto member : object) {
            simdjson::ondemand::field field;
            if (std::move(member).get(field)) return in.fail_structure();
            std::string_view key;
            if (!take_key(in, field, key)) return false;
            if (!visit(key, value(in, field.value()))) return false;
        }
        return !in.has_failed();
    }

    // A key without escapes is a view into the document. simdjson has found its end already.
    static bool take_key(reader& in, simdjson::ondemand::field& field,
                         std::string_view& key) noexcept {
        const char* const first = field.key().raw();
        std::size_t size = 0;
        while (first[size] != '"' && first[size] != '\\') ++size;
        key = {first, size};
        if (first[size] == '"') return true;
        const std::size_t escape = in.offset_of(first + size);
        // By way of a result, which asks for no argument in any version of simdjson.
        simdjson::simdjson_result<simdjson::ondemand::field> whole(
            simdjson::ondemand::field{field});
        if (whole.unescaped_key().get(key)) return in.fail(errc::bad_json, escape);
        return keep(in, key, escape, escape);
    }

    bool take_escaped_text(std::string_view& text, std::size_t escape) noexcept {
        if (value_.get_string().get(text)) return fail(errc::bad_json, escape);
        return keep(in_, text, offset() + escape, offset());
    }

    // Copies what simdjson has unescaped into the scratch, with the places of an error in it and of one
    // of the scratch.
    static bool keep(reader& in, std::string_view& text, std::size_t escape,
                     std::size_t place) noexcept {
        // simdjson 3.0 lets half a surrogate pair pass; no UTF-8 has one.
        if (find_bad_utf8(text) != text.size()) return in.fail(errc::bad_json, escape);
        char* const copy = in.memory().allocate<char>(text.size());
        if (copy == nullptr) return in.fail(errc::out_of_memory, place);
        if (!text.empty()) std::memcpy(copy, text.data(), text.size());
        text = {copy, text.size()};
        return true;
    }

    reader& in_;
    simdjson::ondemand::value value_;
    std::string_view raw_;  // up to the next token, so with white space behind it
};

template <class Visit>
bool reader::for_each_member(Visit&& visit) {
    if (has_failed_) return false;
    simdjson::ondemand::object object;
    if (const auto error = document_.get_object().get(object); error) {
        if (error != simdjson::INCORRECT_TYPE) return fail_document(error);
        const std::size_t first = first_token(bytes_);
        return fail(begins_value(bytes_.substr(first)) ? errc::wrong_type : errc::not_a_document,
                    first);
    }
    if (!value::walk(*this, object, value::member_visitor(visit))) return false;
    // simdjson has no more tokens, or says where the next one is.
    const char* at = nullptr;
    if (document_.current_location().get(at)) return true;
    return fail(errc::trailing_data, offset_of(at));
}

}  // namespace ec2wire::json

#endif
