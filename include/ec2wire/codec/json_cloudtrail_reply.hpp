#ifndef EC2WIRE_CODEC_JSON_CLOUDTRAIL_REPLY_HPP
#define EC2WIRE_CODEC_JSON_CLOUDTRAIL_REPLY_HPP

#include <ec2wire/codec/json_root.hpp>
#include <ec2wire/shape/field.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace ec2wire::detail {

// The members of a CloudTrail event that speak of the reply, besides responseElements.
struct cloudtrail_event {
    std::optional<std::string_view> event_name{};
    std::optional<std::string_view> error_code{};
    std::optional<std::string_view> error_message{};
    std::optional<std::string_view> request_id{};

    static constexpr auto fields() {
        using self = cloudtrail_event;
        return std::tuple{
            field{"eventName", &self::event_name}, field{"errorCode", &self::error_code},
            field{"errorMessage", &self::error_message}, field{"requestID", &self::request_id}};
    }

    // The code as the service sent it. CloudTrail puts in front whose fault it was.
    //
    //   Client.InvalidInstanceID.NotFound
    //   -------
    std::string_view code() const noexcept {
        for (const std::string_view side : {"Client.", "Server."})
            if (error_code->starts_with(side)) return error_code->substr(side.size());
        return *error_code;
    }
};

// Decodes an event, or its responseElements alone.
template <class Reader>
class json_cloudtrail_reply : json_root<Reader> {
    using root = json_root<Reader>;
    using typename root::cursor;

  public:
    json_cloudtrail_reply(Reader& in, const json_target& target) noexcept
        : root(in, target, json_dialect::cloudtrail) {}

    // As json_sdk_reply::decode().
    reply_error decode() {
        this->decode_document(
            [this](std::string_view key, cursor at) { return decode_in_root(key, at); });
        if (this->in_.has_failed()) return {};
        if (event_.error_code)
            return make_service_error(event_.code(), event_.error_message, event_.request_id);
        // JSON has no root element that says its name: an object without one known key is another
        // document, such as a file of many events.
        if (has_keys_ && !has_known_key_) this->in_.fail(errc::wrong_root, first_offset_);
        // An event of a call that says neither what came of it nor what went wrong holds no reply.
        if (event_.event_name && !has_elements_) this->in_.fail(errc::missing_member, 0);
        this->set_request_id(event_.request_id);
        return {};
    }

  private:
    cursor decode_in_root(std::string_view key, cursor at) {
        const bool is_around = this->has_member(around_, key, json_dialect::cloudtrail);
        const bool is_elements = key == "responseElements";
        if (!has_keys_) first_offset_ = this->in_.offset(at);
        has_keys_ = true;
        has_known_key_ |= is_around || is_elements ||
                          this->has_member(this->members_, key, json_dialect::cloudtrail);
        if (is_elements) return decode_elements(at);
        const cursor behind = this->decode_member(is_around ? around_ : this->members_, key, at);
        const bool is_other = behind != nullptr && key == "eventName" && event_.event_name &&
                              *event_.event_name != this->target_.message->operation;
        return is_other ? this->in_.fail(at, errc::wrong_root) : behind;
    }

    // The reply of an event takes the place of whatever its own keys have been taken for.
    cursor decode_elements(cursor at) {
        if (std::exchange(has_elements_key_, true))
            return this->in_.fail(at, errc::duplicate_member);
        if (this->in_.first(at) == 'n') return this->decoder_.decode(nullptr, nullptr, at);
        if (this->in_.first(at) != '{') return this->decoder_.fail_type(at);
        has_elements_ = true;
        this->target_.reset(this->target_.object);
        this->members_ = json_level_of(this->target_.object, *this->target_.structure);
        return this->decode_object(at, [this](std::string_view key, cursor value) {
            return this->decode_member(this->members_, key, value);
        });
    }

    cloudtrail_event event_{};
    json_level around_ = json_level_of(&event_, structure_of<cloudtrail_event>::schema);
    std::size_t first_offset_ = 0;
    bool has_keys_ = false;
    bool has_known_key_ = false;
    bool has_elements_key_ = false;
    bool has_elements_ = false;
};

}  // namespace ec2wire::detail

#endif
