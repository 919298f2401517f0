#ifndef EC2WIRE_ENGINE_JSON_SDK_REPLY_HPP
#define EC2WIRE_ENGINE_JSON_SDK_REPLY_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/engine/json_root.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/service_error.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace ec2wire::detail {

struct sdk_metadata {
    std::optional<std::string_view> request_id{};

    static constexpr auto fields() {
        return field_list{field{"RequestId", &sdk_metadata::request_id}};
    }
};

// The objects that the SDK's JSON has beside the members. boto3 raises a ClientError if there is an Error. In
// the Query services' own JSON the request id is beside the Error.
//
//   {"Error":{"Code":"UnauthorizedOperation","Message":"..."},"ResponseMetadata":{"RequestId":...}}
struct sdk_envelope {
    std::optional<error_entry> error{};
    std::optional<sdk_metadata> metadata{};
    std::optional<std::string_view> request_id{};

    static constexpr auto fields() {
        return field_list{field{"Error", &sdk_envelope::error},
                          field{"ResponseMetadata", &sdk_envelope::metadata},
                          field{"RequestId", &sdk_envelope::request_id}};
    }
};

// Decodes a reply in the SDK's JSON or in the Query services' own JSON, or any other structure by the names
// of its members.
//
//   {"Arn":"...","ResponseMetadata":{"RequestId":...}}
//   {"GetCallerIdentityResponse":{"GetCallerIdentityResult":{"Arn":"..."},"ResponseMetadata":...}}
template <class Reader>
class json_sdk_reply : json_root<Reader> {
    using root = json_root<Reader>;
    using typename root::cursor;

  public:
    json_sdk_reply(Reader& in, const json_target& target) noexcept
        : root(in, target, json_dialect::sdk) {}

    // Returns the error: its code is errc::service_error for an error of the service, and 0 for a response.
    // Meaningless if the reader has failed.
    reply_error decode() {
        this->decode_document(
            [this](std::string_view key, cursor at) { return decode_in_root(key, at); });
        this->check_keys(keys_);
        if (this->in_.has_failed()) return {};
        auto request_id = envelope_.metadata.value_or(sdk_metadata{}).request_id;
        if (own_error_ != nullptr && other_ == nullptr && this->target_.message != nullptr)
            take_own_error();
        if (!envelope_.error) return this->set_request_id(request_id), reply_error{};
        if (!request_id) request_id = envelope_.request_id;
        return make_service_error(envelope_.error->code, envelope_.error->message, request_id);
    }

  private:
    // Treats an Error that is the only member of a reply as an error of the service, as boto3 does. The
    // strings are copied, since the shape may own them and is discarded.
    void take_own_error() {
        const type_schema& type = *own_error_->type;
        const void* const object = value_in(type, own_error_->in(this->target_.object));
        if (object == nullptr || type.kind != value_kind::structure) return;
        envelope_.error.emplace();
        for (const member_schema& member : *type.structure) {
            const void* const value = value_in(*member.type, member.in(object));
            if (value == nullptr || member.type->text == nullptr) continue;
            const std::string_view text = member.type->text(value);
            if (member.name == "Code") envelope_.error->code = this->keep(text);
            if (member.name == "Message") envelope_.error->message = this->keep(text);
        }
    }

    bool is_own(std::string_view key) const noexcept {
        return this->has_member(*this->target_.structure, key);
    }

    // Decodes the value of a key of the outermost object. A member of the shape may have the name of a member
    // of the envelope: ResponseMetadata is the envelope's; Error is the shape's, unless it is the only
    // member.
    cursor decode_in_root(std::string_view key, cursor at) {
        const bool is_message = this->target_.message != nullptr;
        const bool is_envelope_key =
            is_message && (is_equal(key, "ResponseMetadata") || is_equal(key, "Error"));
        if (!is_envelope_key || (key == "Error" && is_own(key))) {
            const std::size_t offset = this->in_.offset(at);
            const member_schema* const row = this->find_row(key, at);
            if (at == nullptr) return at;
            if (row != nullptr) {
                keys_.see(offset, key, true);
                (is_envelope_key ? own_error_ : other_) = row;
                return this->decoder_.decode(row, row->in(this->target_.object), at);
            }
        }
        return decode_other(key, at, is_message, is_envelope_key);
    }

    cursor decode_other(std::string_view key, cursor at, bool is_message, bool is_envelope_key) {
        const bool is_response = is_message && is_joined(key, this->target_.message->operation,
                                                         this->target_.message->root_suffix);
        const bool is_known =
            is_response || is_envelope_key || this->is_left_out(*this->target_.structure, key);
        keys_.see(this->in_.offset(at), key, is_known);
        if (is_response) return decode_response(at);
        if (is_envelope_key || (is_message && key == "RequestId"))
            return this->decode_envelope_member(envelope_level_, key, at);
        return is_known ? this->skip(at) : this->skip_unknown(key, at);
    }

    // Decodes the reply in the Query services' own JSON, inside the key with the operation's name.
    cursor decode_response(cursor at) {
        if (this->in_.first(at) != '{') return this->decoder_.fail_type(at);
        if (has_response_) return this->in_.fail(at, errc::duplicate_member);
        has_response_ = true;
        const std::size_t offset = this->in_.offset(at);
        const message_schema& message = *this->target_.message;
        const bool has_result = !message.result_suffix.empty();
        at = this->decode_object(at, [&](std::string_view key, cursor value) {
            if (key == "ResponseMetadata")
                return this->decode_envelope_member(envelope_level_, key, value);
            if (!has_result) return this->decode_member(key, value);
            if (!is_joined(key, message.operation, message.result_suffix))
                return this->skip_unknown(key, value);
            return this->in_.first(value) == 'n' ? this->skip(value) : decode_result(value);
        });
        if (at == nullptr || !has_result || has_result_ || !this->has_members()) return at;
        return this->in_.fail(errc::missing_member, offset);
    }

    cursor decode_result(cursor at) {
        if (this->in_.first(at) != '{') return this->decoder_.fail_type(at);
        if (has_result_) return this->in_.fail(at, errc::duplicate_member);
        has_result_ = true;
        return this->decode_object(at, [this](std::string_view key, cursor value) {
            return this->decode_member(key, value);
        });
    }

    sdk_envelope envelope_{};
    json_level envelope_level_ = json_level_of(&envelope_, structure_of<sdk_envelope>::schema);
    known_keys keys_{};
    const member_schema* own_error_ = nullptr;  // the shape's member Error, if it occurred
    const member_schema* other_ = nullptr;      // another member of the shape that occurred
    bool has_response_ = false;
    bool has_result_ = false;
};

}  // namespace ec2wire::detail

#endif
