#ifndef EC2WIRE_EC2_INSTANCE_IPV6_ADDRESS_HPP
#define EC2WIRE_EC2_INSTANCE_IPV6_ADDRESS_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>

#include <optional>

namespace ec2wire {

template <class Storage>
struct basic_instance_ipv6_address {
    std::optional<typename Storage::string> ipv6_address{};
    std::optional<bool> is_primary_ipv6{};

    static constexpr auto fields() {
        using self = basic_instance_ipv6_address;
        return field_list{
            field{"Ipv6Address", &self::ipv6_address, {.xml_name = "ipv6Address"}},
            field{"IsPrimaryIpv6", &self::is_primary_ipv6, {.xml_name = "isPrimaryIpv6"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_ipv6_address&,
                                     const basic_instance_ipv6_address&) = default;
};

using instance_ipv6_address = basic_instance_ipv6_address<borrowed>;

}  // namespace ec2wire

#endif
