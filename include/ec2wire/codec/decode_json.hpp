#ifndef EC2WIRE_CODEC_DECODE_JSON_HPP
#define EC2WIRE_CODEC_DECODE_JSON_HPP

#include <ec2wire/codec/decode_json_value.hpp>
#include <ec2wire/codec/reply.hpp>
#include <ec2wire/codec/to_owned.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/json/reader.hpp>
#include <ec2wire/shape/kind.hpp>

#include <cstddef>
#include <cstring>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace ec2wire {

namespace detail {

// Copies the id of the request to where the structure keeps it, unless it has one.
template <structure T>
void set_request_id(T& target, const std::optional<std::string_view>& id) {
    for_each_field<T>([&](auto i) {
        constexpr auto& field = std::get<i()>(fields_of<T>);
        if constexpr (field.info.traits.request_id) {
            auto& member = target.*field.pointer;
            if (id && !member.has_value()) copy_value(*id, member.emplace());
        }
        return true;
    });
}

template <class T>
reply<T> finish_json(const json::reader& in, reply<T>& answer) {
    if (in.has_failed()) return unexpected(reply_error{in.error(), {}});
    return std::move(answer);
}

// What the SDK puts beside the members; what boto3 raises as a ClientError has an Error.
//
//   {"Error":{"Code":"UnauthorizedOperation","Message":"..."},"ResponseMetadata":{"RequestId":...}}
struct sdk_metadata {
    std::optional<std::string_view> request_id{};

    static constexpr auto fields() {
        return std::tuple{field{"RequestId", &sdk_metadata::request_id}};
    }
};

struct sdk_envelope {
    std::optional<error_entry> error{};
    std::optional<sdk_metadata> metadata{};

    static constexpr auto fields() {
        return std::tuple{field{"Error", &sdk_envelope::error},
                          field{"ResponseMetadata", &sdk_envelope::metadata}};
    }
};

template <structure T>
reply<T> decode_sdk_json(json::padded_bytes bytes, scratch& memory, json::parser& parser) {
    json::reader in(bytes, parser, memory);
    json_decoder<sdk_dialect> decoder(in);
    reply<T> answer(std::in_place);
    sdk_envelope envelope;
    json_members<sdk_dialect, T> members(decoder, *answer);
    json_members<sdk_dialect, sdk_envelope> around(decoder, envelope);
    in.for_each_member([&](std::string_view key, json::value value) {
        const bool is_around = message_shape<T> && around.is_member(key);
        return is_around ? around.decode_member(value) : members.decode(key, value);
    });
    const auto request_id = envelope.metadata.value_or(sdk_metadata{}).request_id;
    if (!in.has_failed() && envelope.error)
        return unexpected(
            reply_error{{errc::service_error, 0},
                        {envelope.error->code.value_or(""), envelope.error->message.value_or(""),
                         request_id.value_or("")}});
    set_request_id(*answer, request_id);
    return finish_json(in, answer);
}

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
    void see(const json::value& value, bool is_known) noexcept {
        if (!has_any_) first_ = value.offset();
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

template <message_shape T>
reply<T> decode_cloudtrail_json(json::padded_bytes bytes, scratch& memory, json::parser& parser) {
    json::reader in(bytes, parser, memory);
    json_decoder<cloudtrail_dialect> decoder(in);
    reply<T> answer(std::in_place);
    cloudtrail_event<T> event;
    json_members<cloudtrail_dialect, T> members(decoder, *answer);
    json_members<cloudtrail_dialect, cloudtrail_event<T>> around(decoder, event);
    root_keys keys;
    in.for_each_member([&](std::string_view key, json::value value) {
        const bool is_around = around.is_member(key);
        keys.see(value, is_around || members.is_member(key));
        if (!is_around) return members.decode(key, value);
        if (!around.decode_member(value)) return false;
        const bool is_other =
            key == "eventName" && event.event_name && *event.event_name != T::operation;
        return !is_other || value.fail(errc::wrong_root);
    });
    if (!in.has_failed() && event.error_code)
        return unexpected(reply_error{
            {errc::service_error, 0},
            {event.code(), event.error_message.value_or(""), event.request_id.value_or("")}});
    if (keys.are_foreign()) in.fail(errc::wrong_root, keys.first());
    // An event of a call that says neither what came of it nor what went wrong has no reply in it.
    if (event.event_name && !event.response_elements) in.fail(errc::missing_member, 0);
    if (event.response_elements) *answer = std::move(*event.response_elements);
    set_request_id(*answer, event.request_id);
    return finish_json(in, answer);
}

// Copies the bytes into the scratch, with the room behind them that simdjson reads.
inline bool copy_padded(std::string_view bytes, scratch& memory,
                        json::padded_bytes& copy) noexcept {
    const std::size_t size = bytes.size() + json::padding;
    char* const room = memory.allocate<char>(size);
    if (room == nullptr) return false;
    if (!bytes.empty()) std::memcpy(room, bytes.data(), bytes.size());
    std::memset(room + bytes.size(), 0, json::padding);
    copy = json::padded_bytes(room, bytes.size(), size);
    return true;
}

template <class T>
reply<T> no_room_for_json() noexcept {
    return unexpected(reply_error{{errc::out_of_memory, 0}, {}});
}

}  // namespace detail

// Decodes a reply in the AWS SDK's JSON, as boto3 and the AWS CLI print it, into the same structs as
// decode_xml: equal content gives equal values. A reply that holds an "Error" is a service error.
// Also any other structure whose names are its members', such as instance_state_change_notification.
//
// One pass, strict RFC 8259: `null` is absent, unknown keys are skipped and checked, `64.0` is no
// integer. Strings are views into `bytes`, or into `scratch` if they held an escape; lists are in
// `scratch`. The parser is simdjson's memory: keep it for the next reply, and nothing is allocated.
template <structure T>
reply<T> decode_json(json::padded_bytes bytes EC2WIRE_LIFETIMEBOUND,
                     scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser) {
    return detail::decode_sdk_json<T>(bytes, memory, parser);
}

template <structure T>
reply<T> decode_json(const json::padded_string& bytes EC2WIRE_LIFETIMEBOUND,
                     scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser) {
    return decode_json<T>(json::padded_bytes(bytes), memory, parser);
}

// The views would outlive the bytes: keep the string in a variable.
template <structure T>
reply<T> decode_json(json::padded_string&& bytes, scratch& memory, json::parser& parser) = delete;

// The same from bytes without padding, which are copied into the scratch once: nothing refers to
// `bytes` afterwards.
template <structure T>
reply<T> decode_json(std::string_view bytes, scratch& memory EC2WIRE_LIFETIMEBOUND,
                     json::parser& parser) {
    json::padded_bytes copy;
    if (!detail::copy_padded(bytes, memory, copy)) return detail::no_room_for_json<T>();
    return detail::decode_sdk_json<T>(copy, memory, parser);
}

// The same without a parser to keep, for who decodes JSON now and then.
template <structure T>
reply<T> decode_json(std::string_view bytes, scratch& memory EC2WIRE_LIFETIMEBOUND) {
    json::parser parser;
    return decode_json<T>(bytes, memory, parser);
}

// Decodes what CloudTrail recorded of a reply: an event, whose eventName must be the operation, or
// the responseElements of one alone. The code of a failed call comes without CloudTrail's "Client."
// or "Server." in front. An event with neither responseElements nor errorCode is missing_member.
// Otherwise as decode_json.
template <message_shape T>
reply<T> decode_cloudtrail(json::padded_bytes bytes EC2WIRE_LIFETIMEBOUND,
                           scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser) {
    return detail::decode_cloudtrail_json<T>(bytes, memory, parser);
}

template <message_shape T>
reply<T> decode_cloudtrail(const json::padded_string& bytes EC2WIRE_LIFETIMEBOUND,
                           scratch& memory EC2WIRE_LIFETIMEBOUND, json::parser& parser) {
    return decode_cloudtrail<T>(json::padded_bytes(bytes), memory, parser);
}

// The views would outlive the bytes: keep the string in a variable.
template <message_shape T>
reply<T> decode_cloudtrail(json::padded_string&& bytes, scratch& memory,
                           json::parser& parser) = delete;

template <message_shape T>
reply<T> decode_cloudtrail(std::string_view bytes, scratch& memory EC2WIRE_LIFETIMEBOUND,
                           json::parser& parser) {
    json::padded_bytes copy;
    if (!detail::copy_padded(bytes, memory, copy)) return detail::no_room_for_json<T>();
    return detail::decode_cloudtrail_json<T>(copy, memory, parser);
}

template <message_shape T>
reply<T> decode_cloudtrail(std::string_view bytes, scratch& memory EC2WIRE_LIFETIMEBOUND) {
    json::parser parser;
    return decode_cloudtrail<T>(bytes, memory, parser);
}

}  // namespace ec2wire

#endif
