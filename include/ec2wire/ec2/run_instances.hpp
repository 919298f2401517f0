#ifndef EC2WIRE_EC2_RUN_INSTANCES_HPP
#define EC2WIRE_EC2_RUN_INSTANCES_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/timestamp.hpp>
#include <ec2wire/ec2/amd_sev_snp_specification.hpp>
#include <ec2wire/ec2/capacity_reservation_preference.hpp>
#include <ec2wire/ec2/group_identifier.hpp>
#include <ec2wire/ec2/hostname_type.hpp>
#include <ec2wire/ec2/http_tokens_state.hpp>
#include <ec2wire/ec2/instance.hpp>
#include <ec2wire/ec2/instance_auto_recovery_state.hpp>
#include <ec2wire/ec2/instance_bandwidth_weighting.hpp>
#include <ec2wire/ec2/instance_ipv6_address.hpp>
#include <ec2wire/ec2/instance_metadata_endpoint_state.hpp>
#include <ec2wire/ec2/instance_metadata_protocol_state.hpp>
#include <ec2wire/ec2/instance_metadata_tags_state.hpp>
#include <ec2wire/ec2/instance_type.hpp>
#include <ec2wire/ec2/nested_virtualization_specification.hpp>
#include <ec2wire/ec2/placement.hpp>
#include <ec2wire/ec2/secondary_interface_type.hpp>
#include <ec2wire/ec2/service.hpp>
#include <ec2wire/ec2/tag.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/open_enum.hpp>
#include <ec2wire/shape/storage.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ec2wire {

enum class volume_type : std::uint8_t {
    standard,
    io1,
    io2,
    gp2,
    sc1,
    st1,
    gp3,
};

constexpr std::array<std::string_view, 7> enum_texts(volume_type) noexcept {
    return {"standard", "io1", "io2", "gp2", "sc1", "st1", "gp3"};
}

template <class Storage>
struct basic_ebs_block_device {
    std::optional<typename Storage::string> snapshot_id{};
    std::optional<std::int32_t> volume_size{};
    std::optional<bool> delete_on_termination{};
    std::optional<open_enum<ec2wire::volume_type, typename Storage::string>> volume_type{};
    std::optional<std::int32_t> iops{};
    std::optional<bool> encrypted{};
    std::optional<typename Storage::string> kms_key_id{};
    std::optional<std::int32_t> throughput{};
    std::optional<typename Storage::string> outpost_arn{};
    std::optional<typename Storage::string> availability_zone{};
    std::optional<std::int32_t> volume_initialization_rate{};
    std::optional<typename Storage::string> availability_zone_id{};
    std::optional<std::int32_t> ebs_card_index{};

    static constexpr auto fields() {
        using self = basic_ebs_block_device;
        return field_list{
            field{"SnapshotId", &self::snapshot_id, {.xml_name = "snapshotId"}},
            field{"VolumeSize", &self::volume_size, {.xml_name = "volumeSize"}},
            field{"DeleteOnTermination",
                  &self::delete_on_termination,
                  {.xml_name = "deleteOnTermination"}},
            field{"VolumeType", &self::volume_type, {.xml_name = "volumeType"}},
            field{"Iops", &self::iops, {.xml_name = "iops"}},
            field{"Encrypted", &self::encrypted, {.xml_name = "encrypted"}},
            field{"KmsKeyId", &self::kms_key_id, {.xml_name = "kmsKeyId"}},
            field{"Throughput", &self::throughput, {.xml_name = "throughput"}},
            field{"OutpostArn", &self::outpost_arn, {.xml_name = "outpostArn"}},
            field{"AvailabilityZone", &self::availability_zone, {.xml_name = "availabilityZone"}},
            field{"VolumeInitializationRate", &self::volume_initialization_rate},
            field{"AvailabilityZoneId", &self::availability_zone_id},
            field{"EbsCardIndex", &self::ebs_card_index},
        };
    }

    friend constexpr bool operator==(const basic_ebs_block_device&,
                                     const basic_ebs_block_device&) = default;
};

template <class Storage>
struct basic_block_device_mapping {
    std::optional<typename Storage::string> virtual_name{};
    std::optional<typename Storage::string> device_name{};
    maybe<basic_ebs_block_device<Storage>> ebs{};
    std::optional<typename Storage::string> no_device{};

    static constexpr auto fields() {
        using self = basic_block_device_mapping;
        return field_list{
            field{"VirtualName", &self::virtual_name, {.xml_name = "virtualName"}},
            field{"DeviceName", &self::device_name, {.xml_name = "deviceName"}},
            field{"Ebs", &self::ebs, {.xml_name = "ebs"}},
            field{"NoDevice", &self::no_device, {.xml_name = "noDevice"}},
        };
    }

    friend constexpr bool operator==(const basic_block_device_mapping&,
                                     const basic_block_device_mapping&) = default;
};

template <class Storage>
struct basic_run_instances_monitoring_enabled {
    std::optional<bool> enabled{};

    static constexpr auto fields() {
        using self = basic_run_instances_monitoring_enabled;
        return field_list{
            field{"Enabled", &self::enabled, {.xml_name = "enabled", .required = true}},
        };
    }

    friend constexpr bool operator==(const basic_run_instances_monitoring_enabled&,
                                     const basic_run_instances_monitoring_enabled&) = default;
};

template <class Storage>
struct basic_elastic_gpu_specification {
    std::optional<typename Storage::string> type{};

    static constexpr auto fields() {
        using self = basic_elastic_gpu_specification;
        return field_list{
            field{"Type", &self::type, {.required = true}},
        };
    }

    friend constexpr bool operator==(const basic_elastic_gpu_specification&,
                                     const basic_elastic_gpu_specification&) = default;
};

template <class Storage>
struct basic_elastic_inference_accelerator {
    std::optional<typename Storage::string> type{};
    std::optional<std::int32_t> count{};

    static constexpr auto fields() {
        using self = basic_elastic_inference_accelerator;
        return field_list{
            field{"Type", &self::type, {.required = true}},
            field{"Count", &self::count},
        };
    }

    friend constexpr bool operator==(const basic_elastic_inference_accelerator&,
                                     const basic_elastic_inference_accelerator&) = default;
};

EC2WIRE_BEGIN_SHADOWING
enum class resource_type : std::uint8_t {
    capacity_reservation,
    client_vpn_endpoint,
    customer_gateway,
    carrier_gateway,
    coip_pool,
    declarative_policies_report,
    dedicated_host,
    dhcp_options,
    egress_only_internet_gateway,
    elastic_ip,
    elastic_gpu,
    export_image_task,
    export_instance_task,
    fleet,
    fpga_image,
    host_reservation,
    image,
    image_usage_report,
    import_image_task,
    import_snapshot_task,
    instance,
    instance_event_window,
    internet_gateway,
    ipam,
    ipam_pool,
    ipam_scope,
    ipv4pool_ec2,
    ipv6pool_ec2,
    key_pair,
    launch_template,
    local_gateway,
    local_gateway_route_table,
    local_gateway_virtual_interface,
    local_gateway_virtual_interface_group,
    local_gateway_route_table_vpc_association,
    local_gateway_route_table_virtual_interface_group_association,
    natgateway,
    network_acl,
    network_interface,
    network_insights_analysis,
    network_insights_path,
    network_insights_access_scope,
    network_insights_access_scope_analysis,
    outpost_lag,
    placement_group,
    prefix_list,
    replace_root_volume_task,
    reserved_instances,
    route_table,
    security_group,
    security_group_rule,
    service_link_virtual_interface,
    snapshot,
    spot_fleet_request,
    spot_instances_request,
    subnet,
    subnet_cidr_reservation,
    traffic_mirror_filter,
    traffic_mirror_session,
    traffic_mirror_target,
    transit_gateway,
    transit_gateway_attachment,
    transit_gateway_connect_peer,
    transit_gateway_multicast_domain,
    transit_gateway_policy_table,
    transit_gateway_metering_policy,
    transit_gateway_route_table,
    transit_gateway_route_table_announcement,
    volume,
    vpc,
    vpc_endpoint,
    vpc_endpoint_connection,
    vpc_endpoint_service,
    vpc_endpoint_service_permission,
    vpc_peering_connection,
    vpn_connection,
    vpn_gateway,
    vpc_flow_log,
    capacity_reservation_fleet,
    traffic_mirror_filter_rule,
    vpc_endpoint_connection_device_type,
    verified_access_instance,
    verified_access_group,
    verified_access_endpoint,
    verified_access_policy,
    verified_access_trust_provider,
    vpn_connection_device_type,
    vpc_block_public_access_exclusion,
    vpc_encryption_control,
    route_server,
    route_server_endpoint,
    route_server_peer,
    ipam_resource_discovery,
    ipam_resource_discovery_association,
    instance_connect_endpoint,
    verified_access_endpoint_target,
    ipam_external_resource_verification_token,
    capacity_block,
    mac_modification_task,
    ipam_prefix_list_resolver,
    ipam_policy,
    ipam_prefix_list_resolver_target,
    secondary_interface,
    secondary_network,
    secondary_subnet,
    capacity_manager_data_export,
    vpn_concentrator,
    ipam_pool_allocation,
};
EC2WIRE_END_SHADOWING

constexpr std::array<std::string_view, 108> enum_texts(resource_type) noexcept {
    return {
        "capacity-reservation",
        "client-vpn-endpoint",
        "customer-gateway",
        "carrier-gateway",
        "coip-pool",
        "declarative-policies-report",
        "dedicated-host",
        "dhcp-options",
        "egress-only-internet-gateway",
        "elastic-ip",
        "elastic-gpu",
        "export-image-task",
        "export-instance-task",
        "fleet",
        "fpga-image",
        "host-reservation",
        "image",
        "image-usage-report",
        "import-image-task",
        "import-snapshot-task",
        "instance",
        "instance-event-window",
        "internet-gateway",
        "ipam",
        "ipam-pool",
        "ipam-scope",
        "ipv4pool-ec2",
        "ipv6pool-ec2",
        "key-pair",
        "launch-template",
        "local-gateway",
        "local-gateway-route-table",
        "local-gateway-virtual-interface",
        "local-gateway-virtual-interface-group",
        "local-gateway-route-table-vpc-association",
        "local-gateway-route-table-virtual-interface-group-association",
        "natgateway",
        "network-acl",
        "network-interface",
        "network-insights-analysis",
        "network-insights-path",
        "network-insights-access-scope",
        "network-insights-access-scope-analysis",
        "outpost-lag",
        "placement-group",
        "prefix-list",
        "replace-root-volume-task",
        "reserved-instances",
        "route-table",
        "security-group",
        "security-group-rule",
        "service-link-virtual-interface",
        "snapshot",
        "spot-fleet-request",
        "spot-instances-request",
        "subnet",
        "subnet-cidr-reservation",
        "traffic-mirror-filter",
        "traffic-mirror-session",
        "traffic-mirror-target",
        "transit-gateway",
        "transit-gateway-attachment",
        "transit-gateway-connect-peer",
        "transit-gateway-multicast-domain",
        "transit-gateway-policy-table",
        "transit-gateway-metering-policy",
        "transit-gateway-route-table",
        "transit-gateway-route-table-announcement",
        "volume",
        "vpc",
        "vpc-endpoint",
        "vpc-endpoint-connection",
        "vpc-endpoint-service",
        "vpc-endpoint-service-permission",
        "vpc-peering-connection",
        "vpn-connection",
        "vpn-gateway",
        "vpc-flow-log",
        "capacity-reservation-fleet",
        "traffic-mirror-filter-rule",
        "vpc-endpoint-connection-device-type",
        "verified-access-instance",
        "verified-access-group",
        "verified-access-endpoint",
        "verified-access-policy",
        "verified-access-trust-provider",
        "vpn-connection-device-type",
        "vpc-block-public-access-exclusion",
        "vpc-encryption-control",
        "route-server",
        "route-server-endpoint",
        "route-server-peer",
        "ipam-resource-discovery",
        "ipam-resource-discovery-association",
        "instance-connect-endpoint",
        "verified-access-endpoint-target",
        "ipam-external-resource-verification-token",
        "capacity-block",
        "mac-modification-task",
        "ipam-prefix-list-resolver",
        "ipam-policy",
        "ipam-prefix-list-resolver-target",
        "secondary-interface",
        "secondary-network",
        "secondary-subnet",
        "capacity-manager-data-export",
        "vpn-concentrator",
        "ipam-pool-allocation",
    };
}

template <class Storage>
struct basic_tag_specification {
    std::optional<open_enum<ec2wire::resource_type, typename Storage::string>> resource_type{};
    maybe<typename Storage::template list<basic_tag<Storage>>> tags{};

    static constexpr auto fields() {
        using self = basic_tag_specification;
        return field_list{
            field{"ResourceType", &self::resource_type, {.xml_name = "resourceType"}},
            field{"Tags", &self::tags, {.xml_name = "Tag"}},
        };
    }

    friend constexpr bool operator==(const basic_tag_specification&,
                                     const basic_tag_specification&) = default;
};

template <class Storage>
struct basic_launch_template_specification {
    std::optional<typename Storage::string> launch_template_id{};
    std::optional<typename Storage::string> launch_template_name{};
    std::optional<typename Storage::string> version{};

    static constexpr auto fields() {
        using self = basic_launch_template_specification;
        return field_list{
            field{"LaunchTemplateId", &self::launch_template_id},
            field{"LaunchTemplateName", &self::launch_template_name},
            field{"Version", &self::version},
        };
    }

    friend constexpr bool operator==(const basic_launch_template_specification&,
                                     const basic_launch_template_specification&) = default;
};

EC2WIRE_BEGIN_SHADOWING
enum class market_type : std::uint8_t {
    spot,
    capacity_block,
    interruptible_capacity_reservation,
};
EC2WIRE_END_SHADOWING

constexpr std::array<std::string_view, 3> enum_texts(market_type) noexcept {
    return {"spot", "capacity-block", "interruptible-capacity-reservation"};
}

enum class spot_instance_type : std::uint8_t {
    one_time,
    persistent,
};

constexpr std::array<std::string_view, 2> enum_texts(spot_instance_type) noexcept {
    return {"one-time", "persistent"};
}

enum class instance_interruption_behavior : std::uint8_t {
    hibernate,
    stop,
    terminate,
};

constexpr std::array<std::string_view, 3> enum_texts(instance_interruption_behavior) noexcept {
    return {"hibernate", "stop", "terminate"};
}

template <class Storage>
struct basic_spot_market_options {
    std::optional<typename Storage::string> max_price{};
    std::optional<open_enum<ec2wire::spot_instance_type, typename Storage::string>>
        spot_instance_type{};
    std::optional<std::int32_t> block_duration_minutes{};
    std::optional<timestamp> valid_until{};
    std::optional<open_enum<ec2wire::instance_interruption_behavior, typename Storage::string>>
        instance_interruption_behavior{};

    static constexpr auto fields() {
        using self = basic_spot_market_options;
        return field_list{
            field{"MaxPrice", &self::max_price},
            field{"SpotInstanceType", &self::spot_instance_type},
            field{"BlockDurationMinutes", &self::block_duration_minutes},
            field{"ValidUntil", &self::valid_until},
            field{"InstanceInterruptionBehavior", &self::instance_interruption_behavior},
        };
    }

    friend constexpr bool operator==(const basic_spot_market_options&,
                                     const basic_spot_market_options&) = default;
};

template <class Storage>
struct basic_instance_market_options_request {
    std::optional<open_enum<ec2wire::market_type, typename Storage::string>> market_type{};
    maybe<basic_spot_market_options<Storage>> spot_options{};

    static constexpr auto fields() {
        using self = basic_instance_market_options_request;
        return field_list{
            field{"MarketType", &self::market_type},
            field{"SpotOptions", &self::spot_options},
        };
    }

    friend constexpr bool operator==(const basic_instance_market_options_request&,
                                     const basic_instance_market_options_request&) = default;
};

template <class Storage>
struct basic_credit_specification_request {
    std::optional<typename Storage::string> cpu_credits{};

    static constexpr auto fields() {
        using self = basic_credit_specification_request;
        return field_list{
            field{"CpuCredits", &self::cpu_credits, {.required = true}},
        };
    }

    friend constexpr bool operator==(const basic_credit_specification_request&,
                                     const basic_credit_specification_request&) = default;
};

template <class Storage>
struct basic_cpu_options_request {
    std::optional<std::int32_t> core_count{};
    std::optional<std::int32_t> threads_per_core{};
    std::optional<open_enum<amd_sev_snp_specification, typename Storage::string>> amd_sev_snp{};
    std::optional<open_enum<nested_virtualization_specification, typename Storage::string>>
        nested_virtualization{};

    static constexpr auto fields() {
        using self = basic_cpu_options_request;
        return field_list{
            field{"CoreCount", &self::core_count},
            field{"ThreadsPerCore", &self::threads_per_core},
            field{"AmdSevSnp", &self::amd_sev_snp},
            field{"NestedVirtualization", &self::nested_virtualization},
        };
    }

    friend constexpr bool operator==(const basic_cpu_options_request&,
                                     const basic_cpu_options_request&) = default;
};

template <class Storage>
struct basic_capacity_reservation_target {
    std::optional<typename Storage::string> capacity_reservation_id{};
    std::optional<typename Storage::string> capacity_reservation_resource_group_arn{};

    static constexpr auto fields() {
        using self = basic_capacity_reservation_target;
        return field_list{
            field{"CapacityReservationId", &self::capacity_reservation_id},
            field{"CapacityReservationResourceGroupArn",
                  &self::capacity_reservation_resource_group_arn},
        };
    }

    friend constexpr bool operator==(const basic_capacity_reservation_target&,
                                     const basic_capacity_reservation_target&) = default;
};

template <class Storage>
struct basic_capacity_reservation_specification {
    std::optional<open_enum<ec2wire::capacity_reservation_preference, typename Storage::string>>
        capacity_reservation_preference{};
    maybe<basic_capacity_reservation_target<Storage>> capacity_reservation_target{};

    static constexpr auto fields() {
        using self = basic_capacity_reservation_specification;
        return field_list{
            field{"CapacityReservationPreference", &self::capacity_reservation_preference},
            field{"CapacityReservationTarget", &self::capacity_reservation_target},
        };
    }

    friend constexpr bool operator==(const basic_capacity_reservation_specification&,
                                     const basic_capacity_reservation_specification&) = default;
};

template <class Storage>
struct basic_hibernation_options_request {
    std::optional<bool> configured{};

    static constexpr auto fields() {
        using self = basic_hibernation_options_request;
        return field_list{
            field{"Configured", &self::configured},
        };
    }

    friend constexpr bool operator==(const basic_hibernation_options_request&,
                                     const basic_hibernation_options_request&) = default;
};

template <class Storage>
struct basic_license_configuration_request {
    std::optional<typename Storage::string> license_configuration_arn{};

    static constexpr auto fields() {
        using self = basic_license_configuration_request;
        return field_list{
            field{"LicenseConfigurationArn", &self::license_configuration_arn},
        };
    }

    friend constexpr bool operator==(const basic_license_configuration_request&,
                                     const basic_license_configuration_request&) = default;
};

template <class Storage>
struct basic_instance_metadata_options_request {
    std::optional<open_enum<http_tokens_state, typename Storage::string>> http_tokens{};
    std::optional<std::int32_t> http_put_response_hop_limit{};
    std::optional<open_enum<instance_metadata_endpoint_state, typename Storage::string>>
        http_endpoint{};
    std::optional<open_enum<instance_metadata_protocol_state, typename Storage::string>>
        http_protocol_ipv6{};
    std::optional<open_enum<instance_metadata_tags_state, typename Storage::string>>
        instance_metadata_tags{};

    static constexpr auto fields() {
        using self = basic_instance_metadata_options_request;
        return field_list{
            field{"HttpTokens", &self::http_tokens},
            field{"HttpPutResponseHopLimit", &self::http_put_response_hop_limit},
            field{"HttpEndpoint", &self::http_endpoint},
            field{"HttpProtocolIpv6", &self::http_protocol_ipv6},
            field{"InstanceMetadataTags", &self::instance_metadata_tags},
        };
    }

    friend constexpr bool operator==(const basic_instance_metadata_options_request&,
                                     const basic_instance_metadata_options_request&) = default;
};

template <class Storage>
struct basic_enclave_options_request {
    std::optional<bool> enabled{};

    static constexpr auto fields() {
        using self = basic_enclave_options_request;
        return field_list{
            field{"Enabled", &self::enabled},
        };
    }

    friend constexpr bool operator==(const basic_enclave_options_request&,
                                     const basic_enclave_options_request&) = default;
};

template <class Storage>
struct basic_private_dns_name_options_request {
    std::optional<open_enum<ec2wire::hostname_type, typename Storage::string>> hostname_type{};
    std::optional<bool> enable_resource_name_dns_a_record{};
    std::optional<bool> enable_resource_name_dns_aaaa_record{};

    static constexpr auto fields() {
        using self = basic_private_dns_name_options_request;
        return field_list{
            field{"HostnameType", &self::hostname_type},
            field{"EnableResourceNameDnsARecord", &self::enable_resource_name_dns_a_record},
            field{"EnableResourceNameDnsAAAARecord", &self::enable_resource_name_dns_aaaa_record},
        };
    }

    friend constexpr bool operator==(const basic_private_dns_name_options_request&,
                                     const basic_private_dns_name_options_request&) = default;
};

template <class Storage>
struct basic_instance_maintenance_options_request {
    std::optional<open_enum<instance_auto_recovery_state, typename Storage::string>>
        auto_recovery{};

    static constexpr auto fields() {
        using self = basic_instance_maintenance_options_request;
        return field_list{
            field{"AutoRecovery", &self::auto_recovery},
        };
    }

    friend constexpr bool operator==(const basic_instance_maintenance_options_request&,
                                     const basic_instance_maintenance_options_request&) = default;
};

template <class Storage>
struct basic_instance_network_performance_options_request {
    std::optional<open_enum<instance_bandwidth_weighting, typename Storage::string>>
        bandwidth_weighting{};

    static constexpr auto fields() {
        using self = basic_instance_network_performance_options_request;
        return field_list{
            field{"BandwidthWeighting", &self::bandwidth_weighting},
        };
    }

    friend constexpr bool operator==(const basic_instance_network_performance_options_request&,
                                     const basic_instance_network_performance_options_request&) =
        default;
};

template <class Storage>
struct basic_operator_request {
    std::optional<typename Storage::string> principal{};

    static constexpr auto fields() {
        using self = basic_operator_request;
        return field_list{
            field{"Principal", &self::principal},
        };
    }

    friend constexpr bool operator==(const basic_operator_request&,
                                     const basic_operator_request&) = default;
};

template <class Storage>
struct basic_instance_secondary_interface_private_ip_address_request {
    std::optional<typename Storage::string> private_ip_address{};

    static constexpr auto fields() {
        using self = basic_instance_secondary_interface_private_ip_address_request;
        return field_list{
            field{"PrivateIpAddress", &self::private_ip_address, {.required = true}},
        };
    }

    friend constexpr bool operator==(
        const basic_instance_secondary_interface_private_ip_address_request&,
        const basic_instance_secondary_interface_private_ip_address_request&) = default;
};

template <class Storage>
struct basic_instance_secondary_interface_specification_request {
    std::optional<bool> delete_on_termination{};
    std::optional<std::int32_t> device_index{};
    maybe<typename Storage::template list<
        basic_instance_secondary_interface_private_ip_address_request<Storage>>>
        private_ip_addresses{};
    std::optional<std::int32_t> private_ip_address_count{};
    std::optional<typename Storage::string> secondary_subnet_id{};
    std::optional<open_enum<secondary_interface_type, typename Storage::string>> interface_type{};
    std::optional<std::int32_t> network_card_index{};

    static constexpr auto fields() {
        using self = basic_instance_secondary_interface_specification_request;
        return field_list{
            field{"DeleteOnTermination", &self::delete_on_termination},
            field{"DeviceIndex", &self::device_index},
            field{"PrivateIpAddresses",
                  &self::private_ip_addresses,
                  {.xml_name = "PrivateIpAddress"}},
            field{"PrivateIpAddressCount", &self::private_ip_address_count},
            field{"SecondarySubnetId", &self::secondary_subnet_id},
            field{"InterfaceType", &self::interface_type},
            field{"NetworkCardIndex", &self::network_card_index},
        };
    }

    friend constexpr bool operator==(
        const basic_instance_secondary_interface_specification_request&,
        const basic_instance_secondary_interface_specification_request&) = default;
};

enum class shutdown_behavior : std::uint8_t {
    stop,
    terminate,
};

constexpr std::array<std::string_view, 2> enum_texts(shutdown_behavior) noexcept {
    return {"stop", "terminate"};
}

template <class Storage>
struct basic_private_ip_address_specification {
    std::optional<typename Storage::string> private_ip_address{};
    std::optional<bool> primary{};

    static constexpr auto fields() {
        using self = basic_private_ip_address_specification;
        return field_list{
            field{"PrivateIpAddress", &self::private_ip_address, {.xml_name = "privateIpAddress"}},
            field{"Primary", &self::primary, {.xml_name = "primary"}},
        };
    }

    friend constexpr bool operator==(const basic_private_ip_address_specification&,
                                     const basic_private_ip_address_specification&) = default;
};

template <class Storage>
struct basic_ipv4_prefix_specification_request {
    std::optional<typename Storage::string> ipv4_prefix{};

    static constexpr auto fields() {
        using self = basic_ipv4_prefix_specification_request;
        return field_list{
            field{"Ipv4Prefix", &self::ipv4_prefix},
        };
    }

    friend constexpr bool operator==(const basic_ipv4_prefix_specification_request&,
                                     const basic_ipv4_prefix_specification_request&) = default;
};

template <class Storage>
struct basic_ipv6_prefix_specification_request {
    std::optional<typename Storage::string> ipv6_prefix{};

    static constexpr auto fields() {
        using self = basic_ipv6_prefix_specification_request;
        return field_list{
            field{"Ipv6Prefix", &self::ipv6_prefix},
        };
    }

    friend constexpr bool operator==(const basic_ipv6_prefix_specification_request&,
                                     const basic_ipv6_prefix_specification_request&) = default;
};

template <class Storage>
struct basic_ena_srd_udp_specification_request {
    std::optional<bool> ena_srd_udp_enabled{};

    static constexpr auto fields() {
        using self = basic_ena_srd_udp_specification_request;
        return field_list{
            field{"EnaSrdUdpEnabled", &self::ena_srd_udp_enabled},
        };
    }

    friend constexpr bool operator==(const basic_ena_srd_udp_specification_request&,
                                     const basic_ena_srd_udp_specification_request&) = default;
};

template <class Storage>
struct basic_ena_srd_specification_request {
    std::optional<bool> ena_srd_enabled{};
    maybe<basic_ena_srd_udp_specification_request<Storage>> ena_srd_udp_specification{};

    static constexpr auto fields() {
        using self = basic_ena_srd_specification_request;
        return field_list{
            field{"EnaSrdEnabled", &self::ena_srd_enabled},
            field{"EnaSrdUdpSpecification", &self::ena_srd_udp_specification},
        };
    }

    friend constexpr bool operator==(const basic_ena_srd_specification_request&,
                                     const basic_ena_srd_specification_request&) = default;
};

template <class Storage>
struct basic_connection_tracking_specification_request {
    std::optional<std::int32_t> tcp_established_timeout{};
    std::optional<std::int32_t> udp_stream_timeout{};
    std::optional<std::int32_t> udp_timeout{};

    static constexpr auto fields() {
        using self = basic_connection_tracking_specification_request;
        return field_list{
            field{"TcpEstablishedTimeout", &self::tcp_established_timeout},
            field{"UdpStreamTimeout", &self::udp_stream_timeout},
            field{"UdpTimeout", &self::udp_timeout},
        };
    }

    friend constexpr bool operator==(const basic_connection_tracking_specification_request&,
                                     const basic_connection_tracking_specification_request&) =
        default;
};

template <class Storage>
struct basic_instance_network_interface_specification {
    std::optional<typename Storage::string> network_interface_id{};
    std::optional<std::int32_t> device_index{};
    std::optional<typename Storage::string> subnet_id{};
    std::optional<typename Storage::string> description{};
    std::optional<typename Storage::string> private_ip_address{};
    maybe<typename Storage::template list<typename Storage::string>> groups{};
    std::optional<bool> delete_on_termination{};
    maybe<typename Storage::template list<basic_private_ip_address_specification<Storage>>>
        private_ip_addresses{};
    std::optional<std::int32_t> secondary_private_ip_address_count{};
    std::optional<bool> associate_public_ip_address{};
    std::optional<std::int32_t> ipv6_address_count{};
    maybe<typename Storage::template list<basic_instance_ipv6_address<Storage>>> ipv6_addresses{};
    std::optional<bool> associate_carrier_ip_address{};
    std::optional<typename Storage::string> interface_type{};
    std::optional<std::int32_t> network_card_index{};
    maybe<typename Storage::template list<basic_ipv4_prefix_specification_request<Storage>>>
        ipv4_prefixes{};
    std::optional<std::int32_t> ipv4_prefix_count{};
    maybe<typename Storage::template list<basic_ipv6_prefix_specification_request<Storage>>>
        ipv6_prefixes{};
    std::optional<std::int32_t> ipv6_prefix_count{};
    std::optional<bool> primary_ipv6{};
    maybe<basic_ena_srd_specification_request<Storage>> ena_srd_specification{};
    maybe<basic_connection_tracking_specification_request<Storage>>
        connection_tracking_specification{};
    std::optional<std::int32_t> ena_queue_count{};

    static constexpr auto fields() {
        using self = basic_instance_network_interface_specification;
        return field_list{
            field{"NetworkInterfaceId",
                  &self::network_interface_id,
                  {.xml_name = "networkInterfaceId"}},
            field{"DeviceIndex", &self::device_index, {.xml_name = "deviceIndex"}},
            field{"SubnetId", &self::subnet_id, {.xml_name = "subnetId"}},
            field{"Description", &self::description, {.xml_name = "description"}},
            field{"PrivateIpAddress", &self::private_ip_address, {.xml_name = "privateIpAddress"}},
            field{"Groups",
                  &self::groups,
                  {.xml_name = "SecurityGroupId", .item_name = "SecurityGroupId"}},
            field{"DeleteOnTermination",
                  &self::delete_on_termination,
                  {.xml_name = "deleteOnTermination"}},
            field{"PrivateIpAddresses",
                  &self::private_ip_addresses,
                  {.xml_name = "privateIpAddressesSet", .query_name = "PrivateIpAddresses"}},
            field{"SecondaryPrivateIpAddressCount",
                  &self::secondary_private_ip_address_count,
                  {.xml_name = "secondaryPrivateIpAddressCount"}},
            field{"AssociatePublicIpAddress",
                  &self::associate_public_ip_address,
                  {.xml_name = "associatePublicIpAddress"}},
            field{"Ipv6AddressCount", &self::ipv6_address_count, {.xml_name = "ipv6AddressCount"}},
            field{"Ipv6Addresses",
                  &self::ipv6_addresses,
                  {.xml_name = "ipv6AddressesSet", .query_name = "Ipv6Addresses"}},
            field{"AssociateCarrierIpAddress", &self::associate_carrier_ip_address},
            field{"InterfaceType", &self::interface_type},
            field{"NetworkCardIndex", &self::network_card_index},
            field{"Ipv4Prefixes", &self::ipv4_prefixes, {.xml_name = "Ipv4Prefix"}},
            field{"Ipv4PrefixCount", &self::ipv4_prefix_count},
            field{"Ipv6Prefixes", &self::ipv6_prefixes, {.xml_name = "Ipv6Prefix"}},
            field{"Ipv6PrefixCount", &self::ipv6_prefix_count},
            field{"PrimaryIpv6", &self::primary_ipv6},
            field{"EnaSrdSpecification", &self::ena_srd_specification},
            field{"ConnectionTrackingSpecification", &self::connection_tracking_specification},
            field{"EnaQueueCount", &self::ena_queue_count},
        };
    }

    friend constexpr bool operator==(const basic_instance_network_interface_specification&,
                                     const basic_instance_network_interface_specification&) =
        default;
};

template <class Storage>
struct basic_iam_instance_profile_specification {
    std::optional<typename Storage::string> arn{};
    std::optional<typename Storage::string> name{};

    static constexpr auto fields() {
        using self = basic_iam_instance_profile_specification;
        return field_list{
            field{"Arn", &self::arn, {.xml_name = "arn"}},
            field{"Name", &self::name, {.xml_name = "name"}},
        };
    }

    friend constexpr bool operator==(const basic_iam_instance_profile_specification&,
                                     const basic_iam_instance_profile_specification&) = default;
};

// Launches instances from an image or a launch template.
template <class Storage>
struct basic_run_instances_request {
    using service = ec2;
    static constexpr std::string_view operation = "RunInstances";
    static constexpr bool is_request = true;

    maybe<typename Storage::template list<basic_block_device_mapping<Storage>>>
        block_device_mappings{};
    std::optional<typename Storage::string> image_id{};
    std::optional<open_enum<ec2wire::instance_type, typename Storage::string>> instance_type{};
    std::optional<std::int32_t> ipv6_address_count{};
    maybe<typename Storage::template list<basic_instance_ipv6_address<Storage>>> ipv6_addresses{};
    std::optional<typename Storage::string> kernel_id{};
    std::optional<typename Storage::string> key_name{};
    // The maximum number of instances to launch. Required.
    std::optional<std::int32_t> max_count{};
    // The minimum number of instances to launch; if EC2 cannot, it launches none. Required.
    std::optional<std::int32_t> min_count{};
    maybe<basic_run_instances_monitoring_enabled<Storage>> monitoring{};
    maybe<basic_placement<Storage>> placement{};
    std::optional<typename Storage::string> ramdisk_id{};
    maybe<typename Storage::template list<typename Storage::string>> security_group_ids{};
    maybe<typename Storage::template list<typename Storage::string>> security_groups{};
    std::optional<typename Storage::string> subnet_id{};
    // Data for the instance, at most 16 KB, as base64 text: see base64_text() in core/base64.hpp.
    std::optional<typename Storage::string> user_data{};
    maybe<typename Storage::template list<basic_elastic_gpu_specification<Storage>>>
        elastic_gpu_specification{};
    maybe<typename Storage::template list<basic_elastic_inference_accelerator<Storage>>>
        elastic_inference_accelerators{};
    maybe<typename Storage::template list<basic_tag_specification<Storage>>> tag_specifications{};
    maybe<basic_launch_template_specification<Storage>> launch_template{};
    maybe<basic_instance_market_options_request<Storage>> instance_market_options{};
    maybe<basic_credit_specification_request<Storage>> credit_specification{};
    maybe<basic_cpu_options_request<Storage>> cpu_options{};
    maybe<basic_capacity_reservation_specification<Storage>> capacity_reservation_specification{};
    maybe<basic_hibernation_options_request<Storage>> hibernation_options{};
    maybe<typename Storage::template list<basic_license_configuration_request<Storage>>>
        license_specifications{};
    maybe<basic_instance_metadata_options_request<Storage>> metadata_options{};
    maybe<basic_enclave_options_request<Storage>> enclave_options{};
    maybe<basic_private_dns_name_options_request<Storage>> private_dns_name_options{};
    maybe<basic_instance_maintenance_options_request<Storage>> maintenance_options{};
    std::optional<bool> disable_api_stop{};
    std::optional<bool> enable_primary_ipv6{};
    maybe<basic_instance_network_performance_options_request<Storage>>
        network_performance_options{};
    maybe<basic_operator_request<Storage>> operator_{};
    maybe<typename Storage::template list<
        basic_instance_secondary_interface_specification_request<Storage>>>
        secondary_interfaces{};
    // Only checks the permissions: the reply is the error DryRunOperation or UnauthorizedOperation.
    std::optional<bool> dry_run{};
    std::optional<bool> disable_api_termination{};
    std::optional<open_enum<shutdown_behavior, typename Storage::string>>
        instance_initiated_shutdown_behavior{};
    std::optional<typename Storage::string> private_ip_address{};
    // An idempotency token: a second request with the same token launches no more instances.
    std::optional<typename Storage::string> client_token{};
    std::optional<typename Storage::string> additional_info{};
    maybe<typename Storage::template list<basic_instance_network_interface_specification<Storage>>>
        network_interfaces{};
    maybe<basic_iam_instance_profile_specification<Storage>> iam_instance_profile{};
    std::optional<bool> ebs_optimized{};

    static constexpr auto fields() {
        using self = basic_run_instances_request;
        return field_list{
            field{"BlockDeviceMappings",
                  &self::block_device_mappings,
                  {.xml_name = "BlockDeviceMapping"}},
            field{"ImageId", &self::image_id},
            field{"InstanceType", &self::instance_type},
            field{"Ipv6AddressCount", &self::ipv6_address_count},
            field{"Ipv6Addresses", &self::ipv6_addresses, {.xml_name = "Ipv6Address"}},
            field{"KernelId", &self::kernel_id},
            field{"KeyName", &self::key_name},
            field{"MaxCount", &self::max_count, {.required = true}},
            field{"MinCount", &self::min_count, {.required = true}},
            field{"Monitoring", &self::monitoring},
            field{"Placement", &self::placement},
            field{"RamdiskId", &self::ramdisk_id},
            field{"SecurityGroupIds", &self::security_group_ids, {.xml_name = "SecurityGroupId"}},
            field{"SecurityGroups", &self::security_groups, {.xml_name = "SecurityGroup"}},
            field{"SubnetId", &self::subnet_id},
            field{"UserData", &self::user_data},
            field{"ElasticGpuSpecification", &self::elastic_gpu_specification},
            field{"ElasticInferenceAccelerators",
                  &self::elastic_inference_accelerators,
                  {.xml_name = "ElasticInferenceAccelerator"}},
            field{"TagSpecifications", &self::tag_specifications, {.xml_name = "TagSpecification"}},
            field{"LaunchTemplate", &self::launch_template},
            field{"InstanceMarketOptions", &self::instance_market_options},
            field{"CreditSpecification", &self::credit_specification},
            field{"CpuOptions", &self::cpu_options},
            field{"CapacityReservationSpecification", &self::capacity_reservation_specification},
            field{"HibernationOptions", &self::hibernation_options},
            field{"LicenseSpecifications",
                  &self::license_specifications,
                  {.xml_name = "LicenseSpecification"}},
            field{"MetadataOptions", &self::metadata_options},
            field{"EnclaveOptions", &self::enclave_options},
            field{"PrivateDnsNameOptions", &self::private_dns_name_options},
            field{"MaintenanceOptions", &self::maintenance_options},
            field{"DisableApiStop", &self::disable_api_stop},
            field{"EnablePrimaryIpv6", &self::enable_primary_ipv6},
            field{"NetworkPerformanceOptions", &self::network_performance_options},
            field{"Operator", &self::operator_},
            field{"SecondaryInterfaces",
                  &self::secondary_interfaces,
                  {.xml_name = "SecondaryInterface"}},
            field{"DryRun", &self::dry_run, {.xml_name = "dryRun"}},
            field{"DisableApiTermination",
                  &self::disable_api_termination,
                  {.xml_name = "disableApiTermination"}},
            field{"InstanceInitiatedShutdownBehavior",
                  &self::instance_initiated_shutdown_behavior,
                  {.xml_name = "instanceInitiatedShutdownBehavior"}},
            field{"PrivateIpAddress", &self::private_ip_address, {.xml_name = "privateIpAddress"}},
            field{"ClientToken",
                  &self::client_token,
                  {.xml_name = "clientToken", .idempotency_token = true}},
            field{"AdditionalInfo", &self::additional_info, {.xml_name = "additionalInfo"}},
            field{"NetworkInterfaces", &self::network_interfaces, {.xml_name = "networkInterface"}},
            field{"IamInstanceProfile",
                  &self::iam_instance_profile,
                  {.xml_name = "iamInstanceProfile"}},
            field{"EbsOptimized", &self::ebs_optimized, {.xml_name = "ebsOptimized"}},
        };
    }

    friend constexpr bool operator==(const basic_run_instances_request&,
                                     const basic_run_instances_request&) = default;
};

template <class Storage>
struct basic_run_instances_response {
    using service = ec2;
    static constexpr std::string_view operation = "RunInstances";
    static constexpr bool is_request = false;

    std::optional<typename Storage::string> reservation_id{};
    std::optional<typename Storage::string> owner_id{};
    std::optional<typename Storage::string> requester_id{};
    maybe<typename Storage::template list<basic_group_identifier<Storage>>> groups{};
    maybe<typename Storage::template list<basic_instance<Storage>>> instances{};
    std::optional<typename Storage::string> request_id{};

    static constexpr auto fields() {
        using self = basic_run_instances_response;
        return field_list{
            field{"RequestId", &self::request_id, {.request_id = true}},
            field{"ReservationId", &self::reservation_id, {.xml_name = "reservationId"}},
            field{"OwnerId", &self::owner_id, {.xml_name = "ownerId"}},
            field{"RequesterId", &self::requester_id, {.xml_name = "requesterId"}},
            field{"Groups", &self::groups, {.xml_name = "groupSet"}},
            field{"Instances", &self::instances, {.xml_name = "instancesSet"}},
        };
    }

    friend constexpr bool operator==(const basic_run_instances_response&,
                                     const basic_run_instances_response&) = default;
};

using ebs_block_device = basic_ebs_block_device<borrowed>;
using block_device_mapping = basic_block_device_mapping<borrowed>;
using run_instances_monitoring_enabled = basic_run_instances_monitoring_enabled<borrowed>;
using elastic_gpu_specification = basic_elastic_gpu_specification<borrowed>;
using elastic_inference_accelerator = basic_elastic_inference_accelerator<borrowed>;
using tag_specification = basic_tag_specification<borrowed>;
using launch_template_specification = basic_launch_template_specification<borrowed>;
using spot_market_options = basic_spot_market_options<borrowed>;
using instance_market_options_request = basic_instance_market_options_request<borrowed>;
using credit_specification_request = basic_credit_specification_request<borrowed>;
using cpu_options_request = basic_cpu_options_request<borrowed>;
using capacity_reservation_target = basic_capacity_reservation_target<borrowed>;
using capacity_reservation_specification = basic_capacity_reservation_specification<borrowed>;
using hibernation_options_request = basic_hibernation_options_request<borrowed>;
using license_configuration_request = basic_license_configuration_request<borrowed>;
using instance_metadata_options_request = basic_instance_metadata_options_request<borrowed>;
using enclave_options_request = basic_enclave_options_request<borrowed>;
using private_dns_name_options_request = basic_private_dns_name_options_request<borrowed>;
using instance_maintenance_options_request = basic_instance_maintenance_options_request<borrowed>;
using instance_network_performance_options_request =
    basic_instance_network_performance_options_request<borrowed>;
using operator_request = basic_operator_request<borrowed>;
using instance_secondary_interface_private_ip_address_request =
    basic_instance_secondary_interface_private_ip_address_request<borrowed>;
using instance_secondary_interface_specification_request =
    basic_instance_secondary_interface_specification_request<borrowed>;
using private_ip_address_specification = basic_private_ip_address_specification<borrowed>;
using ipv4_prefix_specification_request = basic_ipv4_prefix_specification_request<borrowed>;
using ipv6_prefix_specification_request = basic_ipv6_prefix_specification_request<borrowed>;
using ena_srd_udp_specification_request = basic_ena_srd_udp_specification_request<borrowed>;
using ena_srd_specification_request = basic_ena_srd_specification_request<borrowed>;
using connection_tracking_specification_request =
    basic_connection_tracking_specification_request<borrowed>;
using instance_network_interface_specification =
    basic_instance_network_interface_specification<borrowed>;
using iam_instance_profile_specification = basic_iam_instance_profile_specification<borrowed>;
using run_instances_request = basic_run_instances_request<owned>;
using run_instances_response = basic_run_instances_response<borrowed>;

}  // namespace ec2wire

#endif
