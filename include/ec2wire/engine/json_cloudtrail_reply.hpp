#ifndef EC2WIRE_ENGINE_JSON_CLOUDTRAIL_REPLY_HPP
#define EC2WIRE_ENGINE_JSON_CLOUDTRAIL_REPLY_HPP

#include <ec2wire/core/error.hpp>
#include <ec2wire/engine/cloudtrail_envelope.hpp>
#include <ec2wire/engine/json_dialect.hpp>
#include <ec2wire/engine/json_level.hpp>
#include <ec2wire/engine/json_root.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_of.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace ec2wire::detail {

// Decodes a CloudTrail record, its responseElements alone, or an EventBridge event with the record inside.
//
//   {"eventName":"StopInstances","responseElements":{"requestId":"59db...","instancesSet":...}}
//   {"detail-type":"AWS API Call via CloudTrail","detail":{"eventName":"StopInstances",...}}
template <class Reader>
class json_cloudtrail_reply : json_root<Reader> {
    using root = json_root<Reader>;
    using typename root::cursor;

  public:
    json_cloudtrail_reply(Reader& in, const json_target& target) noexcept
        : root(in, target, json_dialect::cloudtrail) {}

    // Returns the error, as json_sdk_reply::decode() does.
    reply_error decode() {
        this->decode_document(
            [this](std::string_view key, cursor at) { return decode_in_root(key, at); });
        if (this->in_.has_failed()) return {};
        if (event_.detail_type.has_value() != has_detail_ ||
            (has_detail_ && !event_.detail_type->ends_with("via CloudTrail")))
            return this->in_.fail(errc::wrong_root, keys_.first()), reply_error{};
        if (event_.error_code)
            return make_service_error(event_.code(), event_.error_message, event_.request_id);
        check_reply();
        if (!this->in_.has_failed()) this->set_request_id(event_.request_id);
        return {};
    }

  private:
    // C5, C6 (records without the reply). Fails for a document that does not include a reply, or includes
    // that of another operation.
    void check_reply() {
        this->check_keys(keys_);
        const bool is_record = is_record_ || has_elements_key_ || event_.event_name;
        const bool is_empty_reply = !this->has_members() && !is_withheld_;
        if (is_withheld_ || (is_record && !has_elements_ && !is_empty_reply))
            this->in_.fail(errc::no_reply, elements_offset_);
        this->check_keys(reply_keys_);
    }

    cursor decode_in_root(std::string_view key, cursor at) {
        if (key == "responseElements") return decode_elements(key, at);
        if (key == "detail" && !this->has_member(*this->target_.structure, key))
            return decode_detail(key, at);
        if (is_record_key(key)) mark_as_record();
        if (key == "serviceEventDetails") return skip_details(key, at);
        const bool is_envelope_key = this->has_member(*envelope_level_.structure, key);
        if (!is_envelope_key && !is_record_) {
            keys_.see(this->in_.offset(at), key, is_known(key, at));
            return decode_in_reply(key, at, wrapper_);
        }
        keys_.see(this->in_.offset(at), key, is_envelope_key);
        if (!is_envelope_key) return this->skip(at);
        // A masked name is not the operation's; null is as none.
        const bool is_name = key == "eventName" && this->in_.first(at) != 'n';
        const cursor after = this->decode_envelope_member(envelope_level_, key, at);
        const bool is_other =
            after != nullptr && is_name && event_.event_name != this->target_.message->operation;
        return is_other ? this->in_.fail(at, errc::wrong_root) : after;
    }

    // Marks the object as a record or an event, whose own keys are not a reply's.
    void mark_as_record() noexcept {
        if (!std::exchange(is_record_, true)) this->clear_notes();
    }

    // C7. Decodes the record inside an EventBridge event.
    cursor decode_detail(std::string_view key, cursor at) {
        keys_.see(this->in_.offset(at), key, false);
        if (this->in_.first(at) != '{') return this->skip(at);
        if (std::exchange(has_detail_, true)) return this->in_.fail(at, errc::duplicate_member);
        mark_as_record();
        return this->decode_object(at, [this](std::string_view inner, cursor value) {
            return decode_in_root(inner, value);
        });
    }

    // Decodes the reply of a record. It replaces whatever the record's own keys were taken for.
    cursor decode_elements(std::string_view key, cursor at) {
        keys_.see(this->in_.offset(at), key, true);
        if (std::exchange(has_elements_key_, true))
            return this->in_.fail(at, errc::duplicate_member);
        elements_offset_ = this->in_.offset(at);
        mark_as_record();
        if (this->in_.first(at) == 'n') return this->skip(at);
        if (this->in_.first(at) == '"') return decode_mask(at);
        if (this->in_.first(at) != '{') return this->decoder_.fail_type(at);
        has_elements_ = true;
        this->target_.reset(this->target_.object);
        this->members_ = json_level_of(this->target_.object, *this->target_.structure);
        only_member_ = {};
        return this->decode_object(
            at, [this, inner = wrapper::none](std::string_view name, cursor value) mutable {
                reply_keys_.see(this->in_.offset(value), name, is_known(name, value));
                return decode_in_reply(name, value, inner);
            });
    }

    // Skips the details of an event that was not caused by a call, and so has no reply.
    cursor skip_details(std::string_view key, cursor at) {
        keys_.see(this->in_.offset(at), key, true);
        elements_offset_ = this->in_.offset(at);
        is_withheld_ = this->in_.first(at) != 'n';
        return this->skip(at);
    }

    // C5 (masked values). "HIDDEN_DUE_TO_SECURITY_REASONS"
    cursor decode_mask(cursor at) {
        std::string_view text;
        const cursor after = this->in_.take_text(at, text);
        if (after == nullptr) return after;
        is_withheld_ = is_mask(text, json_dialect::cloudtrail);
        return is_withheld_ ? after : this->decoder_.fail_type(at);
    }

    // C3. Newer operations have an object around the members, like the elements around them in XML.
    //
    //   {"CreateFlowLogsResponse":{"xmlns":"...","requestId":"r-1","flowLogIdSet":...}}
    enum class wrapper : std::uint8_t { none, root, result };
    wrapper wrapper_of(std::string_view key, cursor at) const noexcept {
        const message_schema& message = *this->target_.message;
        if (this->in_.first(at) != '{') return wrapper::none;
        if (is_joined(key, message.operation, message.root_suffix)) return wrapper::root;
        const bool is_result = !message.result_suffix.empty() &&
                               is_joined(key, message.operation, message.result_suffix);
        return is_result ? wrapper::result : wrapper::none;
    }

    bool is_known(std::string_view key, cursor at) const noexcept {
        return this->has_member(*this->target_.structure, key) || is_neutral_key(key) ||
               wrapper_of(key, at) != wrapper::none || is_omission(key, at) ||
               this->is_left_out(*this->target_.structure, key) || is_of_only_member(key);
    }

    // C9 (replies without the object around their only structure). Whether a key is that of a member of the
    // structure that is the only member of an awsQuery reply.
    //
    //   {"dBInstanceIdentifier":"db-1"}    <CreateDBInstanceResult><DBInstance><DBInstanceIdentifier>db-1
    bool is_of_only_member(std::string_view key) const noexcept {
        const member_schema* const row = this->only_structure();
        return row != nullptr && (this->has_member(*row->type->structure, key) ||
                                  this->is_left_out(*row->type->structure, key));
    }

    cursor decode_in_only_member(std::string_view key, cursor at) {
        const member_schema& row = *this->only_structure();
        if (only_member_.object == nullptr) {
            if (!this->members_.see(row.index)) return this->in_.fail(at, errc::duplicate_member);
            void* const value =
                emplace_in(*row.type, row.in(this->target_.object), this->in_.memory());
            if (value == nullptr) return this->in_.fail(at, errc::out_of_memory);
            only_member_ = json_level_of(value, *row.type->structure);
        }
        const member_schema* const inner = this->decoder_.find_row(only_member_, key, at);
        if (at == nullptr || inner == nullptr) return this->skip(at);
        return this->decoder_.decode(inner, inner->in(only_member_.object), at);
    }

    // C5 (incomplete records). {"omitted":true,"originalSize":110000,"reason":"responseElements too large"}
    bool is_omission(std::string_view key, cursor at) const noexcept {
        return key == "omitted" && this->in_.first(at) == 't' &&
               !this->has_member(*this->target_.structure, key);
    }

    // `before` is the wrapper that was in the same object.
    cursor decode_in_reply(std::string_view key, cursor at, wrapper& before) {
        is_withheld_ |= is_omission(key, at);
        const wrapper here = wrapper_of(key, at);
        if (here != wrapper::none && here == before)
            return this->in_.fail(at, errc::duplicate_member);
        // At most two wrappers: the root's and the result's.
        if (here == wrapper::none || wrappers_ == 2) {
            if (this->has_member(*this->target_.structure, key))
                return this->decode_member(key, at);
            if (is_neutral_key(key)) return this->skip(at);
            return is_of_only_member(key) ? decode_in_only_member(key, at)
                                          : this->decode_member(key, at);
        }
        ++wrappers_;
        before = here;
        return this->decode_object(
            at, [this, inner = wrapper::none](std::string_view name, cursor value) mutable {
                return decode_in_reply(name, value, inner);
            });
    }

    cloudtrail_envelope event_{};
    json_level envelope_level_ = json_level_of(&event_, structure_of<cloudtrail_envelope>::schema);
    json_level only_member_{};  // of the target's only structure, if its members are beside it
    known_keys keys_{};         // of the document
    known_keys reply_keys_{};   // of responseElements
    std::size_t elements_offset_ = 0;
    int wrappers_ = 0;
    wrapper wrapper_ = wrapper::none;  // in the document itself
    bool is_record_ = false;
    bool has_detail_ = false;
    bool has_elements_key_ = false;
    bool has_elements_ = false;
    bool is_withheld_ = false;
};

}  // namespace ec2wire::detail

#endif
