#ifndef EC2WIRE_ENGINE_CLOUDTRAIL_ENVELOPE_HPP
#define EC2WIRE_ENGINE_CLOUDTRAIL_ENVELOPE_HPP

#include <ec2wire/shape/field.hpp>

#include <optional>
#include <string_view>

namespace ec2wire::detail {

// The members of a CloudTrail record that concern the reply, besides responseElements.
struct cloudtrail_envelope {
    std::optional<std::string_view> event_name{};
    std::optional<std::string_view> error_code{};
    std::optional<std::string_view> error_message{};
    std::optional<std::string_view> request_id{};
    std::optional<std::string_view> detail_type{};  // of the EventBridge event around it

    static constexpr auto fields() {
        using self = cloudtrail_envelope;
        return field_list{
            field{"eventName", &self::event_name}, field{"errorCode", &self::error_code},
            field{"errorMessage", &self::error_message}, field{"requestID", &self::request_id},
            field{"detail-type", &self::detail_type}};
    }

    // Returns the error code that the service sent. CloudTrail puts before it who is at fault.
    //
    //   Client.InvalidInstanceID.NotFound
    //   -------
    std::string_view code() const noexcept {
        for (const std::string_view side : {"Client.", "Server."})
            if (error_code->starts_with(side)) return error_code->substr(side.size());
        return *error_code;
    }
};

// Whether a key of a reply is ignored, whatever the shape.
inline bool is_neutral_key(std::string_view key) noexcept {
    for (const std::string_view neutral : {"_return", "return", "Return", "xmlns", "requestId"})
        if (key == neutral) return true;
    return false;
}

// Whether a key shows that an object is a record, and not responseElements alone.
inline bool is_record_key(std::string_view key) noexcept {
    for (const std::string_view of_record :
         {"eventVersion", "eventTime", "eventSource", "userIdentity", "requestParameters",
          "eventID", "eventType", "serviceEventDetails", "detail-type"})
        if (key == of_record) return true;
    return false;
}

}  // namespace ec2wire::detail

#endif
