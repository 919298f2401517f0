#ifndef EC2WIRE_JSON_WALK_HPP
#define EC2WIRE_JSON_WALK_HPP

#include <ec2wire/core/error.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/core/utf8.hpp>
#include <ec2wire/json/diagnose.hpp>
#include <ec2wire/json/parser.hpp>
#include <ec2wire/json/token.hpp>

#include <simdjson.h>

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

namespace ec2wire::json::detail {

// A walk with simdjson through one document: where it stands, which objects and arrays it is in, and what
// is wrong. The first error stays; every function returns false after it. What is of no type stands here
// once: the strict reader is not what a reply waits for, and simdjson's code is large.
//
//   {"CurrentState":{"Code":64,"Name":"stopping"},"InstanceId":"i-1"}
//   ^               ^       --                                           two levels, and where it stands
class walk {
  public:
    walk(padded_bytes bytes, simdjson::ondemand::parser& parser, levels& levels,
         scratch& memory) noexcept
        : bytes_(bytes.data(), bytes.size()), memory_(memory), levels_(levels) {
        if (const auto error = parser.iterate(without_mark(bytes)).get(document_); error)
            fail_document(error);
    }

    bool has_failed() const noexcept { return has_failed_; }
    const decode_error& error() const noexcept { return error_; }
    scratch& memory() const noexcept { return memory_; }

    // Ends the walk, unless it has failed already. Returns false.
    bool fail(errc code, std::size_t offset) noexcept {
        if (!has_failed_) error_ = {code, offset};
        has_failed_ = true;
        return false;
    }

    // Of a place in the document.
    std::size_t offset_of(const char* at) const noexcept {
        return static_cast<std::size_t>(at - bytes_.data());
    }

    // The first byte of the value where the walk stands, and the character there; none is a zero.
    const char* here() const noexcept { return raw_.data(); }
    char first_of(const char* at) const noexcept {
        return offset_of(at) < bytes_.size() ? *at : '\0';
    }

    // Goes into the document, or into the object or the array where the walk stands.
    [[gnu::noinline]] bool open_document() noexcept {
        if (has_failed_) return false;
        simdjson::ondemand::object object;
        if (const auto error = document_.get_object().get(object); error) {
            if (error != simdjson::INCORRECT_TYPE) return fail_document(error);
            const std::size_t first = first_token(bytes_);
            return fail(
                begins_value(bytes_.substr(first)) ? errc::wrong_type : errc::not_a_document,
                first);
        }
        return open(object);
    }

    [[gnu::noinline]] bool open_object() noexcept {
        simdjson::ondemand::object object;
        if (depth_ == max_depth) return fail_here(errc::too_deep);
        if (value_.get_object().get(object)) return fail_structure();
        return open(object);
    }

    [[gnu::noinline]] bool open_array() noexcept {
        simdjson::ondemand::array array;
        simdjson::ondemand::array_iterator elements;
        if (depth_ == max_depth) return fail_here(errc::too_deep);
        if (value_.get_array().get(array) || array.begin().get(elements)) return fail_structure();
        std::construct_at(&enter(false).elements, elements);
        return true;
    }

    // To the next value of the object or the array that the walk is in, and to its key if it has one;
    // or, behind the last, out of there. Then, or if anything has failed, false.
    [[gnu::noinline]] bool next(std::string_view& key) noexcept {
        const bool is_first = std::exchange(is_before_first_, false);
        levels::level& level = levels_.all[depth_ - 1];
        return levels_.are_objects[depth_ - 1] ? next_member(level.members, is_first, key)
                                               : next_element(level.elements, is_first);
    }

    // How many objects and arrays the walk is in; and out of some of them, though they are not at their
    // end. Returns false.
    std::size_t depth() const noexcept { return depth_; }
    bool leave(std::size_t outside) noexcept {
        depth_ = outside;
        is_before_first_ = false;
        return false;
    }

    // The value where the walk stands: see json::value, which has the same functions.
    [[gnu::noinline]] bool take_text(std::string_view& text) noexcept {
        if (const std::size_t escape = raw_.find('\\'); escape != std::string_view::npos) {
            if (value_.get_string().get(text)) return fail_here(errc::bad_json, escape);
            return keep(text, offset_of(here()) + escape, offset_of(here()));
        }
        const std::size_t end = raw_.find('"', 1);
        if (end == std::string_view::npos) return fail_here(errc::bad_json);
        // Taken from simdjson too, which else passes a string and a colon behind it as a key.
        if (value_.get_raw_json_string().error()) return fail_structure();
        text = raw_.substr(1, end - 1);
        return true;
    }

    [[gnu::noinline]] bool take_number(std::string_view& number) noexcept {
        number = token();
        const std::size_t bad = find_bad_number(number);
        return bad == number.npos || fail_here(errc::bad_json, bad);
    }

    [[gnu::noinline]] bool take_word(std::string_view& word) noexcept {
        word = token();
        return is_word(word) || fail_here(errc::bad_json);
    }

    // With everything in it, and without a call for each level.
    [[gnu::noinline]] bool check() noexcept {
        const std::size_t outside = depth_;
        if (!check_one()) return false;
        for (std::string_view key; depth_ != outside;)
            if (next(key) ? !check_one() : has_failed_) return false;
        return true;
    }

    // Whether nothing follows the document. simdjson has no more tokens, or says where the next one is.
    bool finish() noexcept {
        const char* at = nullptr;
        if (document_.current_location().get(at)) return true;
        return fail(errc::trailing_data, offset_of(at));
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

    // Where simdjson stands, for an error that it found in the structure.
    [[gnu::noinline]] bool fail_structure() noexcept {
        const char* at = nullptr;
        if (document_.current_location().get(at) || offset_of(at) >= bytes_.size())
            return fail(errc::unexpected_end, bytes_.size());
        return fail(errc::bad_json, offset_of(at));
    }

    bool fail_here(errc code, std::size_t index = 0) noexcept {
        return fail(code, offset_of(here()) + index);
    }

    bool open(simdjson::ondemand::object& object) noexcept {
        simdjson::ondemand::object_iterator members;
        if (object.begin().get(members)) return fail_structure();
        std::construct_at(&enter(true).members, members);
        return true;
    }

    levels::level& enter(bool is_object) noexcept {
        is_before_first_ = true;
        levels_.are_objects[depth_] = is_object;
        return levels_.all[depth_++];
    }

    bool next_member(simdjson::ondemand::object_iterator& members, bool is_first,
                     std::string_view& key) noexcept {
        if (!is_first) ++members;
        if (members == simdjson::ondemand::object_iterator{}) return --depth_, false;
        simdjson::ondemand::field field;
        if ((*members).get(field)) return fail_structure();
        if (!take_key(field, key)) return false;
        stand_at(field.value());
        return true;
    }

    bool next_element(simdjson::ondemand::array_iterator& elements, bool is_first) noexcept {
        if (!is_first) ++elements;
        if (elements == simdjson::ondemand::array_iterator{}) return --depth_, false;
        simdjson::ondemand::value element;
        if ((*elements).get(element)) return fail_structure();
        stand_at(element);
        return true;
    }

    void stand_at(simdjson::ondemand::value here) noexcept {
        value_ = here;
        raw_ = value_.raw_json_token();
    }

    // A key without escapes is a view into the document. simdjson has found its end already.
    bool take_key(simdjson::ondemand::field& field, std::string_view& key) noexcept {
        const char* const first = field.key().raw();
        std::size_t size = 0;
        while (first[size] != '"' && first[size] != '\\') ++size;
        key = {first, size};
        if (first[size] == '"') return true;
        const std::size_t escape = offset_of(first + size);
        // By way of a result, which asks for no argument in any version of simdjson.
        simdjson::simdjson_result<simdjson::ondemand::field> whole(
            simdjson::ondemand::field{field});
        if (whole.unescaped_key().get(key)) return fail(errc::bad_json, escape);
        return keep(key, escape, escape);
    }

    // What stands here up to white space, or to what ends a value.
    std::string_view token() const noexcept {
        std::size_t size = 0;
        while (size < raw_.size() && !is_space(raw_[size])) ++size;
        return raw_.substr(0, size);
    }

    // Copies what simdjson has unescaped into the scratch, with the places of an error in it and of one
    // of the scratch.
    bool keep(std::string_view& text, std::size_t escape, std::size_t room) noexcept {
        // simdjson 3.0 lets half a surrogate pair pass; no UTF-8 has one.
        if (find_bad_utf8(text) != text.size()) return fail(errc::bad_json, escape);
        char* const copy = memory_.allocate<char>(text.size());
        if (copy == nullptr) return fail(errc::out_of_memory, room);
        std::memcpy(copy, text.data(), text.size());  // not of nothing: there was an escape
        text = {copy, text.size()};
        return true;
    }

    // The value where the walk stands, as far as the first value in it.
    bool check_one() noexcept {
        std::string_view text;
        switch (kind_of(first_of(here()))) {
            case value_kind::object: return open_object();
            case value_kind::array: return open_array();
            case value_kind::string: return take_text(text);
            case value_kind::number: return take_number(text);
            case value_kind::boolean:
            case value_kind::null: return take_word(text);
            case value_kind::none: break;
        }
        return fail_here(errc::bad_json);
    }

    std::string_view bytes_;
    scratch& memory_;
    levels& levels_;
    std::size_t depth_ = 0;
    bool is_before_first_ = false;  // value of the level that was opened last
    bool has_failed_ = false;
    decode_error error_{};
    simdjson::ondemand::document document_{};
    simdjson::ondemand::value value_{};  // where the walk stands
    std::string_view raw_{};  // the same up to the next token, so with white space behind it
};

}  // namespace ec2wire::json::detail

#endif
