#ifndef EC2WIRE_EC2_INSTANCE_STATE_CHANGE_HPP
#define EC2WIRE_EC2_INSTANCE_STATE_CHANGE_HPP

#include <ec2wire/ec2/instance_state.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>

#include <optional>

namespace ec2wire {

// The current and the previous state of an instance that the request named.
template <class Storage>
struct basic_instance_state_change {
    std::optional<typename Storage::string> instance_id{};
    maybe<basic_instance_state<Storage>> current_state{};
    maybe<basic_instance_state<Storage>> previous_state{};

    static constexpr auto fields() {
        using self = basic_instance_state_change;
        return field_list{
            field{"InstanceId", &self::instance_id, {.xml_name = "instanceId"}},
            field{"CurrentState", &self::current_state, {.xml_name = "currentState"}},
            field{"PreviousState", &self::previous_state, {.xml_name = "previousState"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_state_change&,
                                     const basic_instance_state_change&) = default;
};

using instance_state_change = basic_instance_state_change<borrowed>;

}  // namespace ec2wire

#endif
