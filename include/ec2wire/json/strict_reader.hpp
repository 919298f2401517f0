#ifndef EC2WIRE_JSON_STRICT_READER_HPP
#define EC2WIRE_JSON_STRICT_READER_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/json/parser.hpp>
#include <ec2wire/json/token.hpp>

#include <simdjson.h>

#include <cstddef>
#include <memory>
#include <string_view>

namespace ec2wire::json {

// Reads a document with simdjson On-Demand, token by token. Every token is checked, so that a document that
// was read to finish() is JSON by RFC 8259. The first error is kept.
//
//   {"Code":64,"Name":"stopping"}
//           ^
//           next_member() returns the cursor at the value; take_key() returns its key, take_number() reads it
//
// A cursor is the first byte of simdjson's current value, null after an error. Each function takes the cursor
// that the previous function returned.
class strict_reader {
  public:
    // A position in the document, as described above.
    using cursor = const char*;
    // The depth to which a document may nest.
    static constexpr std::size_t max_levels = max_depth;
    // Whether it has match(), as fast_reader does.
    static constexpr bool can_match = false;

    // Borrows all three; strings that it returns are views into the first or the last.
    strict_reader(padded_bytes bytes EC2WIRE_LIFETIMEBOUND, parser& parser EC2WIRE_LIFETIMEBOUND,
                  scratch& memory EC2WIRE_LIFETIMEBOUND) noexcept
        : bytes_(bytes.data(), bytes.size()),
          memory_(memory),
          parser_(parser.parser_),
          containers_(parser.containers_) {
        containers_.size = 0;
        const auto error = parser_.iterate(detail::without_mark(bytes)).get(document_);
        if (error) fail_document(error);
    }

    // Whether there was an error.
    bool has_failed() const noexcept { return has_failed_; }
    // Returns the first error; its code is 0 if there is none.
    const decode_error& error() const noexcept { return error_; }
    // Returns the scratch.
    scratch& memory() const noexcept { return memory_; }
    // Returns the number of open objects and arrays.
    std::size_t depth() const noexcept { return containers_.size; }
    // Returns the offset of a cursor in the document, in bytes.
    std::size_t offset(cursor at) const noexcept {
        return static_cast<std::size_t>(at - bytes_.data());
    }

    // Fails at a byte of the value at the cursor, or at an offset in the document. Returns null.
    cursor fail(cursor at, errc code, std::size_t index = 0) noexcept {
        return fail(code, offset(at) + index);
    }
    EC2WIRE_NOINLINE cursor fail(errc code, std::size_t offset) noexcept {
        if (!has_failed_) error_ = {code, offset};
        has_failed_ = true;
        return nullptr;
    }

    // Returns the first character of the value at the cursor; NUL if the document ends there.
    char first(cursor at) const noexcept { return offset(at) < bytes_.size() ? *at : '\0'; }

    // Returns the opening bracket of the document, which must be an object.
    cursor open_document() noexcept {
        if (has_failed_) return nullptr;
        const std::size_t begin = first_token(bytes_);
        if (const auto error = document_.get_object().get(root_); error) {
            if (error != simdjson::INCORRECT_TYPE) return fail_document(error);
            return fail(
                begins_value(bytes_.substr(begin)) ? errc::wrong_type : errc::not_a_document,
                begin);
        }
        return bytes_.data() + begin;
    }

    // Goes from the opening bracket at the cursor to the first value. False if there is none, or after
    // an error: then the cursor is null.
    EC2WIRE_NOINLINE bool enter_object(cursor& at) noexcept {
        simdjson::ondemand::object object = root_;
        simdjson::ondemand::object_iterator members;
        if (containers_.size == max_depth) return detail::stop(at, fail(at, errc::too_deep));
        if (containers_.size != 0 && value_.get_object().get(object))
            return detail::stop(at, fail_structure());
        if (object.begin().get(members)) return detail::stop(at, fail_structure());
        std::construct_at(&containers_.open[containers_.size++].members, members);
        return to_member(members, at);
    }

    // Goes to the first element of the array at the cursor. False if there is none, as above.
    EC2WIRE_NOINLINE bool enter_array(cursor& at) noexcept {
        simdjson::ondemand::array array;
        simdjson::ondemand::array_iterator elements;
        if (containers_.size == max_depth) return detail::stop(at, fail(at, errc::too_deep));
        if (value_.get_array().get(array) || array.begin().get(elements))
            return detail::stop(at, fail_structure());
        std::construct_at(&containers_.open[containers_.size++].elements, elements);
        return to_element(elements, at);
    }

    // Goes from the end of a value of the object or array to the next. False if there is none, as above.
    EC2WIRE_NOINLINE bool next_member(cursor& at) noexcept {
        auto& members = containers_.open[containers_.size - 1].members;
        ++members;
        return to_member(members, at);
    }

    // Goes from the end of an element to the next. False if there is none, as above.
    EC2WIRE_NOINLINE bool next_element(cursor& at) noexcept {
        auto& elements = containers_.open[containers_.size - 1].elements;
        ++elements;
        return to_element(elements, at);
    }

    // Returns the value at the cursor if its key is `name`, else null; take_key() also returns its key.
    cursor match_key(cursor at, std::string_view name) const noexcept {
        return key_ == name ? at : nullptr;
    }
    cursor take_key(cursor at, std::string_view& key) const noexcept {
        key = key_;
        return at;
    }

    // Reads a string: a view into the document, or into the scratch if it contained an escape.
    EC2WIRE_NOINLINE cursor take_text(cursor at, std::string_view& text) noexcept {
        if (const std::size_t escape = raw_.find('\\'); escape != std::string_view::npos) {
            simdjson::ondemand::raw_json_string string;
            if (value_.get_raw_json_string().get(string)) return fail(at, errc::bad_json, escape);
            const std::size_t size = raw_.rfind('"');  // white space follows
            return unescape(string, size, text, offset(at) + escape, offset(at)) ? at : nullptr;
        }
        const std::size_t end = raw_.find('"', 1);
        if (end == std::string_view::npos) return fail(at, errc::bad_json);
        // simdjson must read the string too: otherwise it takes a string followed by a colon for a key.
        if (value_.get_raw_json_string().error()) return fail_structure();
        text = raw_.substr(1, end - 1);
        return at;
    }

    // Reads a number, as it is written.
    EC2WIRE_NOINLINE cursor take_number(cursor at, std::string_view& number) noexcept {
        const std::size_t bad = find_bad_number(number = detail::token_in(raw_));
        return bad == number.npos ? at : fail(at, errc::bad_json, bad);
    }

    // Reads true, false or null.
    EC2WIRE_NOINLINE cursor take_word(cursor at, std::string_view& word) noexcept {
        word = detail::token_in(raw_);
        return is_word(word) ? at : fail(at, errc::bad_json);
    }

    // Checks that nothing follows the document: simdjson has no more tokens, or returns the next one.
    cursor finish(cursor at) noexcept {
        const char* next = nullptr;
        if (document_.current_location().get(next)) return at;
        return fail(errc::trailing_data, offset(next));
    }

  private:
    // Fails with an error that simdjson found in the document as a whole, without an offset.
    cursor fail_document(simdjson::error_code error) noexcept {
        const bool is_memory = error == simdjson::MEMALLOC || error == simdjson::CAPACITY;
        const decode_error found =
            is_memory ? decode_error{errc::out_of_memory, 0} : diagnose(bytes_);
        return fail(found.code, found.offset);
    }

    // Fails with an error that simdjson found in the structure.
    EC2WIRE_NOINLINE cursor fail_structure() noexcept {
        const char* at = nullptr;
        if (document_.current_location().get(at) || offset(at) >= bytes_.size())
            return fail(errc::unexpected_end, bytes_.size());
        return fail(errc::bad_json, offset(at));
    }

    // Goes to the value of an iterator, if it is not at its end.
    bool to_member(simdjson::ondemand::object_iterator& members, cursor& at) noexcept {
        if (members == simdjson::ondemand::object_iterator{}) return containers_.leave();
        simdjson::ondemand::field field;
        if ((*members).get(field)) return detail::stop(at, fail_structure());
        if (!read_key(field)) return detail::stop(at, nullptr);
        return to_value(field.value(), at);
    }

    bool to_element(simdjson::ondemand::array_iterator& elements, cursor& at) noexcept {
        if (elements == simdjson::ondemand::array_iterator{}) return containers_.leave();
        simdjson::ondemand::value element;
        if ((*elements).get(element)) return detail::stop(at, fail_structure());
        return to_value(element, at);
    }

    bool to_value(simdjson::ondemand::value value, cursor& at) noexcept {
        value_ = value;
        raw_ = value_.raw_json_token();
        at = raw_.data();
        return true;
    }

    // Reads a key: a view into the document if it has no escape. simdjson has already found its end.
    bool read_key(simdjson::ondemand::field& field) noexcept {
        const char* const first = field.key().raw();
        std::size_t size = 0;
        while (first[size] != '"' && first[size] != '\\') ++size;
        key_ = {first, size};
        if (first[size] == '"') return true;
        const std::size_t escape = offset(first + size);
        while (first[size] != '"') size += first[size] == '\\' ? 2 : 1;
        return unescape(field.key(), size, key_, escape, escape);
    }

    // Unescapes a string into the scratch. `escape` is the offset for an error in the string, `room` for
    // out_of_memory.
    bool unescape(simdjson::ondemand::raw_json_string string, std::size_t size,
                  std::string_view& text, std::size_t escape, std::size_t room) noexcept {
        const errc code = detail::unescape(parser_, string, size, memory_, text);
        return code == errc{} || fail(code, code == errc::bad_json ? escape : room) != nullptr;
    }

    std::string_view bytes_;
    scratch& memory_;
    simdjson::ondemand::parser& parser_;
    detail::container_stack& containers_;
    bool has_failed_ = false;
    decode_error error_{};
    simdjson::ondemand::document document_{};
    simdjson::ondemand::object root_{};
    simdjson::ondemand::value value_{};  // at the cursor
    std::string_view raw_{};             // the value up to the next token, including white space
    std::string_view key_{};             // of the value
};

}  // namespace ec2wire::json

#endif
