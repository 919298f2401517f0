#ifndef EC2WIRE_EC2_INSTANCE_STATE_CHANGE_NOTIFICATION_HPP
#define EC2WIRE_EC2_INSTANCE_STATE_CHANGE_NOTIFICATION_HPP

#include <ec2wire/ec2/instance_state.hpp>

#include <optional>

namespace ec2wire {

// The detail of the EventBridge event that is sent when an instance changes its state:
//
//   {"instance-id":"i-1234567890abcdef0","state":"stopped"}
template <class Storage>
struct basic_instance_state_change_detail {
    // Stored as a string, so that a state that this version does not know is kept.
    using state_type = open_enum<instance_state_name, typename Storage::string>;

    std::optional<typename Storage::string> instance_id{};
    std::optional<state_type> state{};

    static constexpr auto fields() {
        using self = basic_instance_state_change_detail;
        return field_list{field{"instance-id", &self::instance_id}, field{"state", &self::state}};
    }

    friend constexpr bool operator==(const basic_instance_state_change_detail&,
                                     const basic_instance_state_change_detail&) = default;
};

// The whole event, of type "EC2 Instance State-change Notification". For decode_json.
template <class Storage>
struct basic_instance_state_change_notification {
    std::optional<typename Storage::string> id{};
    std::optional<typename Storage::string> detail_type{};
    std::optional<typename Storage::string> source{};
    std::optional<typename Storage::string> account{};
    std::optional<timestamp> time{};
    std::optional<typename Storage::string> region{};
    maybe<typename Storage::template list<typename Storage::string>> resources{};
    maybe<basic_instance_state_change_detail<Storage>> detail{};

    static constexpr auto fields() {
        using self = basic_instance_state_change_notification;
        return field_list{field{"id", &self::id},
                          field{"detail-type", &self::detail_type},
                          field{"source", &self::source},
                          field{"account", &self::account},
                          field{"time", &self::time},
                          field{"region", &self::region},
                          field{"resources", &self::resources},
                          field{"detail", &self::detail}};
    }

    friend constexpr bool operator==(const basic_instance_state_change_notification&,
                                     const basic_instance_state_change_notification&) = default;
};

using instance_state_change_detail = basic_instance_state_change_detail<borrowed>;
using instance_state_change_notification = basic_instance_state_change_notification<borrowed>;

}  // namespace ec2wire

#endif
