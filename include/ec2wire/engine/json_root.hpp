#ifndef EC2WIRE_ENGINE_JSON_ROOT_HPP
#define EC2WIRE_ENGINE_JSON_ROOT_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/engine/json_decoder.hpp>
#include <ec2wire/engine/json_level.hpp>
#include <ec2wire/engine/json_target.hpp>
#include <ec2wire/shape/reply.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_of.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace ec2wire::detail {

// An error of the service; the texts that it does not have are empty.
inline reply_error make_service_error(const std::optional<std::string_view>& code,
                                      const std::optional<std::string_view>& message,
                                      const std::optional<std::string_view>& request_id) noexcept {
    return {{errc::service_error, 0},
            {code.value_or(""), message.value_or(""), request_id.value_or("")}};
}

// Whether a key belongs to another document than a reply: a refusal of a front end of the service, or a
// record of CloudTrail.
//
//   {"message":"Forbidden"}    {"__type":"UnknownOperationException"}    {"Records":[{"eventName":...
inline bool is_foreign_key(std::string_view key) noexcept {
    for (const std::string_view foreign :
         {"message", "Message", "__type", "Error", "Records", "eventVersion", "eventName",
          "eventSource", "errorCode", "responseElements", "detail-type"})
        if (key == foreign) return true;
    return false;
}

// JSON has no root element that says its name: an object without one known key is another document. An
// object without a key is an empty reply, and one of a shape without members may have any keys but
// foreign ones.
class known_keys {
  public:
    void see(std::size_t offset, std::string_view key, bool is_known) noexcept {
        if (!has_keys_) first_ = offset;
        has_keys_ = true;
        has_known_ |= is_known;
        if (!has_known_) has_foreign_ |= is_foreign_key(key);
    }

    bool are_of_reply(bool has_members) const noexcept {
        if (!has_keys_ || has_known_) return true;
        return !has_members && !has_foreign_;
    }

    // Offset of the first value.
    std::size_t first() const noexcept { return first_; }

  private:
    std::size_t first_ = 0;
    bool has_keys_ = false;
    bool has_known_ = false;
    bool has_foreign_ = false;
};

// Decodes the outermost objects of a document, whose keys belong partly to the target and partly to an
// envelope around it.
template <class Reader>
class json_root {
  protected:
    using cursor = typename Reader::cursor;

    json_root(Reader& in, const json_target& target, json_dialect dialect) noexcept
        : in_(in),
          target_(target),
          decoder_(in, dialect, target.notes),
          members_(json_level_of(target.object, *target.structure)) {
        clear_notes();
    }

    // Reads the document: decode(key, cursor) decodes the value of each key of its outermost object.
    template <class Decode>
    void decode_document(Decode decode) {
        cursor at = in_.open_document();
        if (at != nullptr) at = decode_object(at, decode);
        if (at != nullptr) in_.finish(at);
    }

    // The same for the object at the cursor.
    template <class Decode>
    cursor decode_object(cursor at, Decode decode) {
        bool is_at_key = in_.enter_object(at);
        while (is_at_key) {
            std::string_view key;
            at = in_.take_key(at, key);
            if (at != nullptr) at = decode(key, at);
            if (at == nullptr) return at;
            is_at_key = in_.next_member(at);
        }
        return at;
    }

    static bool has_member(const json_level& level, std::string_view key,
                           json_dialect dialect) noexcept {
        return find_member(*level.structure, key, 0, dialect) != level.structure->count;
    }

    // Whether the target knows a key that no member of it has.
    bool is_left_out(std::string_view key) const noexcept {
        return detail::is_left_out(*target_.structure, key, decoder_.dialect());
    }

    // Decodes the value at the cursor into the member of the target with that name.
    cursor decode_member(std::string_view key, cursor at) {
        const member_schema* const row = decoder_.find_row(members_, key, at);
        if (at == nullptr) return at;
        if (row != nullptr) return decoder_.decode(row, row->in(target_.object), at);
        return is_left_out(key) ? skip(at) : skip_unknown(key, at);
    }

    // The same for a member of an envelope, whose members are not the reply's: nothing is noted of them.
    cursor decode_around(json_level& envelope, std::string_view key, cursor at) {
        const member_schema* const row = decoder_.find_row(envelope, key, at);
        if (at == nullptr || row == nullptr) return skip(at);
        decode_notes* const notes = decoder_.exchange_notes(nullptr);
        at = decoder_.decode(row, row->in(envelope.object), at);
        decoder_.exchange_notes(notes);
        return at;
    }

    // Checks the value at the cursor, which no member is called; and notes it.
    cursor skip(cursor at) { return at == nullptr ? at : decoder_.decode(nullptr, nullptr, at); }
    cursor skip_unknown(std::string_view key, cursor at) {
        decoder_.note(note_kind::unknown_member, at, key);
        return skip(at);
    }

    void clear_notes() noexcept {
        if (target_.notes != nullptr) target_.notes->clear();
    }

    // Whether the target has a member besides the id of the request.
    bool has_members() const noexcept {
        for (const member_schema& member : *target_.structure)
            if (!member.is_request_id) return true;
        return false;
    }

    // A copy of a text in the scratch.
    std::string_view keep(std::string_view text) {
        char* const copy = in_.memory().template allocate<char>(text.size());
        if (copy == nullptr) return in_.fail(errc::out_of_memory, 0), std::string_view();
        copy_bytes(text.data(), text.size(), copy);
        return {copy, text.size()};
    }

    // Fails if no key of the outermost object is known.
    void check_keys(const known_keys& keys) {
        if (!keys.are_of_reply(has_members())) in_.fail(errc::wrong_root, keys.first());
    }

    // Sets the member of the target that is the id of the request, unless the reply has set it.
    void set_request_id(const std::optional<std::string_view>& id) {
        if (!id) return;
        for (const member_schema& row : *target_.structure)
            if (row.is_request_id && value_in(*row.type, row.in(target_.object)) == nullptr)
                row.type->parse(row.in(target_.object), *id, in_.memory());
    }

    Reader& in_;
    const json_target& target_;
    json_decoder<Reader> decoder_;
    json_level members_;  // of the target
};

}  // namespace ec2wire::detail

#endif
