#ifndef EC2WIRE_ENGINE_JSON_ROOT_HPP
#define EC2WIRE_ENGINE_JSON_ROOT_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/engine/json_decoder.hpp>
#include <ec2wire/engine/json_dialect.hpp>
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

// Makes a service error; strings that the reply does not have are empty.
inline reply_error make_service_error(const std::optional<std::string_view>& code,
                                      const std::optional<std::string_view>& message,
                                      const std::optional<std::string_view>& request_id) noexcept {
    return {{errc::service_error, 0},
            {code.value_or(""), message.value_or(""), request_id.value_or("")}};
}

// Whether a key shows that a document is not a reply, but an error from a front end of the service or a
// CloudTrail record.
//
//   {"message":"Forbidden"}    {"__type":"UnknownOperationException"}    {"Records":[{"eventName":...
inline bool is_foreign_key(std::string_view key) noexcept {
    for (const std::string_view foreign :
         {"message", "Message", "__type", "Error", "Records", "eventVersion", "eventName",
          "eventSource", "errorCode", "responseElements", "detail-type"})
        if (key == foreign) return true;
    return false;
}

// Decides whether an object can be a reply. JSON has no root element with the operation's name, so an object
// none of whose keys is known is another document. An object without keys is an empty reply. For a shape
// without members any keys may be in the object, except those of is_foreign_key().
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

    // Returns the offset of the first value.
    std::size_t first() const noexcept { return first_; }

  private:
    std::size_t first_ = 0;
    bool has_keys_ = false;
    bool has_known_ = false;
    bool has_foreign_ = false;
};

// Decodes the outermost objects of a document, whose keys are partly members of the target and partly those
// of an envelope around it.
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

    // Decodes the object at the cursor in the same way.
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

    bool has_member(const structure_schema& structure, std::string_view key) const noexcept {
        return find_member(structure, key, 0, decoder_.dialect(), true) != structure.count;
    }

    // Whether a key is that of a member which the shape leaves out.
    bool is_left_out(const structure_schema& structure, std::string_view key) const noexcept {
        return detail::is_left_out(structure, key, decoder_.dialect());
    }

    // Finds the member of the target with that key, as json_values::find_row() does.
    const member_schema* find_row(std::string_view key, cursor& at) {
        return decoder_.find_row(members_, key, at, target_.message != nullptr);
    }

    // Decodes the value at the cursor into the member of the target with that name.
    cursor decode_member(std::string_view key, cursor at) {
        const member_schema* const row = find_row(key, at);
        if (at == nullptr) return at;
        if (row != nullptr) return decoder_.decode(row, row->in(target_.object), at);
        return is_left_out(*target_.structure, key) ? skip(at) : skip_unknown(key, at);
    }

    // Decodes the value at the cursor into a member of the envelope. No notes are made of it, since it is not
    // part of the reply; for the request id see set_request_id().
    cursor decode_envelope_member(json_level& envelope, std::string_view key, cursor at) {
        const member_schema* const row = decoder_.find_row(envelope, key, at);
        if (at == nullptr || row == nullptr) return skip(at);
        if (key == "ResponseMetadata" || key == "requestID") id_offset_ = in_.offset(at);
        decode_notes* const notes = decoder_.exchange_notes(nullptr);
        at = decoder_.decode(row, row->in(envelope.object), at);
        decoder_.exchange_notes(notes);
        return at;
    }

    // Checks the value of an unknown key; skip_unknown() also makes a note of it.
    cursor skip(cursor at) { return at == nullptr ? at : decoder_.decode(nullptr, nullptr, at); }
    cursor skip_unknown(std::string_view key, cursor at) {
        decoder_.note(note_kind::unknown_member, at, key);
        return skip(at);
    }

    void clear_notes() noexcept {
        if (target_.notes != nullptr) target_.notes->clear();
    }

    // Whether the target has a member besides the request id.
    bool has_members() const noexcept {
        for (const member_schema& member : *target_.structure)
            if (!member.is_request_id) return true;
        return false;
    }

    // Returns the member of an awsQuery reply that is its only one and a structure; else null.
    const member_schema* only_structure() const noexcept {
        const structure_schema& structure = *target_.structure;
        if (target_.message->result_suffix.empty() || structure.left_out_count != 0) return nullptr;
        const member_schema* only = nullptr;
        for (const member_schema& member : structure) {
            if (member.is_request_id) continue;
            if (only != nullptr || member.type->kind != value_kind::structure) return nullptr;
            only = &member;
        }
        return only;
    }

    // Copies a string into the scratch.
    std::string_view keep(std::string_view text) {
        char* const copy = in_.memory().template allocate<char>(text.size());
        if (copy == nullptr) return in_.fail(errc::out_of_memory, 0), std::string_view();
        copy_bytes(text.data(), text.size(), copy);
        return {copy, text.size()};
    }

    // Fails if none of the keys is known.
    void check_keys(const known_keys& keys) {
        if (!keys.are_of_reply(has_members())) in_.fail(errc::wrong_root, keys.first());
    }

    // Sets the request id of the target to that of the envelope, unless the reply has set it. Fails, or
    // makes a note, as for a member's value, at the value in the envelope.
    void set_request_id(const std::optional<std::string_view>& id) {
        const member_schema* const row = unset_request_id(*target_.structure, target_.object);
        if (!id || row == nullptr) return;
        const auto fault = parse_scalar(*row->type, row->in(target_.object), *id, in_.memory());
        if (!fault) return;
        if (target_.notes == nullptr || fault.code != errc::bad_value || !can_be_left_absent(*row))
            in_.fail(fault.code, id_offset_);
        else
            target_.notes->add(note_kind::bad_value, id_offset_, row->name);
    }

    Reader& in_;
    const json_target& target_;
    json_decoder<Reader> decoder_;
    json_level members_;         // of the target
    std::size_t id_offset_ = 0;  // of the request id, or of the object with it, in the envelope
};

}  // namespace ec2wire::detail

#endif
