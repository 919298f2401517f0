#ifndef EC2WIRE_CODEC_DECODE_JSON_FORMAT_HPP
#define EC2WIRE_CODEC_DECODE_JSON_FORMAT_HPP

#include <ec2wire/codec/decode_json_value.hpp>
#include <ec2wire/codec/document.hpp>
#include <ec2wire/codec/reply.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/service_error.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace ec2wire::detail {

// What the SDK puts beside the members; what boto3 raises as a ClientError has an Error.
//
//   {"Error":{"Code":"UnauthorizedOperation","Message":"..."},"ResponseMetadata":{"RequestId":...}}
struct sdk_envelope {
    std::optional<error_entry> error{};
    std::optional<response_metadata> metadata{};

    static constexpr auto fields() {
        return std::tuple{field{"Error", &sdk_envelope::error},
                          field{"ResponseMetadata", &sdk_envelope::metadata}};
    }
};

// Each format reads a document with a reader of either kind, into a reply that is an empty answer. If
// the reader has failed, the reply has no meaning.
struct sdk_format {
    template <structure T, class Reader>
    static void decode(Reader& in, reply<T>& answer) {
        using value_type = typename Reader::value;
        json_decoder<sdk_dialect, Reader> decoder(in);
        sdk_envelope envelope;
        json_members<sdk_dialect, Reader, T> members(decoder, *answer);
        json_members<sdk_dialect, Reader, sdk_envelope> around(decoder, envelope);
        in.for_each_member([&](std::string_view key, value_type value) {
            const bool is_around = message_shape<T> && around.is_member(key);
            return is_around ? around.decode_member(value) : members.decode(key, value);
        });
        const auto request_id = envelope.metadata.value_or(response_metadata{}).request_id;
        if (envelope.error)
            answer = unexpected(
                reply_error{{errc::service_error, 0},
                            {envelope.error->code.value_or(""),
                             envelope.error->message.value_or(""), request_id.value_or("")}});
        else
            set_request_id(*answer, request_id);
    }
};

// An event of CloudTrail's, as far as it speaks of the reply.
template <structure T>
struct cloudtrail_event {
    std::optional<std::string_view> event_name{};
    std::optional<std::string_view> error_code{};
    std::optional<std::string_view> error_message{};
    std::optional<T> response_elements{};
    std::optional<std::string_view> request_id{};

    static constexpr auto fields() {
        using self = cloudtrail_event;
        return std::tuple{field{"eventName", &self::event_name},
                          field{"errorCode", &self::error_code},
                          field{"errorMessage", &self::error_message},
                          field{"responseElements", &self::response_elements},
                          field{"requestID", &self::request_id}};
    }

    // CloudTrail says whose fault it was, in front of the code that the service sent.
    //
    //   Client.InvalidInstanceID.NotFound
    //   -------
    constexpr std::string_view code() const noexcept {
        for (const std::string_view side : {"Client.", "Server."})
            if (error_code->starts_with(side)) return error_code->substr(side.size());
        return *error_code;
    }
};

// JSON has no root element to say what it is. Where CloudTrail speaks of a reply there is always a
// key that is known; an object without one is something else, such as a file of many events.
class root_keys {
  public:
    void see(std::size_t offset, bool is_known) noexcept {
        if (!has_any_) first_ = offset;
        has_any_ = true;
        has_known_ |= is_known;
    }

    bool are_foreign() const noexcept { return has_any_ && !has_known_; }
    // Where the first value is.
    std::size_t first() const noexcept { return first_; }

  private:
    std::size_t first_ = 0;
    bool has_any_ = false;
    bool has_known_ = false;
};

struct cloudtrail_format {
    template <message_shape T, class Reader>
    static void decode(Reader& in, reply<T>& answer) {
        using value_type = typename Reader::value;
        using place = typename Reader::place;
        json_decoder<cloudtrail_dialect, Reader> decoder(in);
        cloudtrail_event<T> event;
        json_members<cloudtrail_dialect, Reader, T> members(decoder, *answer);
        json_members<cloudtrail_dialect, Reader, cloudtrail_event<T>> around(decoder, event);
        root_keys keys;
        in.for_each_member([&](std::string_view key, value_type value) {
            const bool is_around = around.is_member(key);
            keys.see(value.offset(), is_around || members.is_member(key));
            if (!is_around) return members.decode(key, value);
            const place behind = around.decode_member(value);
            const bool is_other = behind && key == "eventName" && event.event_name &&
                                  *event.event_name != T::operation;
            return is_other ? value.fail(errc::wrong_root) : behind;
        });
        if (event.error_code) {
            answer = unexpected(reply_error{
                {errc::service_error, 0},
                {event.code(), event.error_message.value_or(""), event.request_id.value_or("")}});
            return;
        }
        if (keys.are_foreign()) in.fail(errc::wrong_root, keys.first());
        // An event of a call that says neither what came of it nor what went wrong has no reply in it.
        if (event.event_name && !event.response_elements) in.fail(errc::missing_member, 0);
        if (event.response_elements) *answer = std::move(*event.response_elements);
        set_request_id(*answer, event.request_id);
    }
};

}  // namespace ec2wire::detail

#endif
