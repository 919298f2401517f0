#ifndef EC2WIRE_CODEC_CLOUDTRAIL_EVENT_HPP
#define EC2WIRE_CODEC_CLOUDTRAIL_EVENT_HPP

#include <ec2wire/core/error.hpp>
#include <ec2wire/json/parser.hpp>
#include <ec2wire/shape/field.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace ec2wire {

// A CloudTrail event from a file, with the fields that identify it. All views are into the file, or into the
// scratch if a string contained an escape; those in the scratch are valid until the visitor returns.
struct cloudtrail_event {
    json::padded_bytes bytes{};  // of this event; decode_cloudtrail takes them as they are
    std::size_t offset{};        // of the event in the file, in bytes
    std::size_t number{};        // its number in the file, from 1
    // Why the bytes are not an event; its code is 0 if they are. Its offset is counted from the first byte of
    // the event.
    decode_error error{};

    std::optional<std::string_view> name{};        // the operation: "StopInstances"
    std::optional<std::string_view> source{};      // "ec2.amazonaws.com"
    std::optional<std::string_view> time{};        // "2015-01-25T08:00:00Z"
    std::optional<std::string_view> id{};          // a UUID
    std::optional<std::string_view> region{};      // "us-east-1"
    std::optional<std::string_view> error_code{};  // of a failed call, as recorded: "Client.X"

    static constexpr auto fields() {
        using self = cloudtrail_event;
        return field_list{field{"eventName", &self::name},   field{"eventSource", &self::source},
                          field{"eventTime", &self::time},   field{"eventID", &self::id},
                          field{"awsRegion", &self::region}, field{"errorCode", &self::error_code}};
    }
};

namespace detail {

// C7. An EventBridge event, with a CloudTrail record inside.
struct event_of_eventbridge {
    std::optional<cloudtrail_event> detail{};

    static constexpr auto fields() {
        return field_list{field{"detail", &event_of_eventbridge::detail}};
    }
};

}  // namespace detail

}  // namespace ec2wire

#endif
