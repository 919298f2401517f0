#ifndef EC2WIRE_EC2_INSTANCE_HPP
#define EC2WIRE_EC2_INSTANCE_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/timestamp.hpp>
#include <ec2wire/ec2/amd_sev_snp_specification.hpp>
#include <ec2wire/ec2/capacity_reservation_preference.hpp>
#include <ec2wire/ec2/group_identifier.hpp>
#include <ec2wire/ec2/hostname_type.hpp>
#include <ec2wire/ec2/http_tokens_state.hpp>
#include <ec2wire/ec2/instance_auto_recovery_state.hpp>
#include <ec2wire/ec2/instance_bandwidth_weighting.hpp>
#include <ec2wire/ec2/instance_ipv6_address.hpp>
#include <ec2wire/ec2/instance_metadata_endpoint_state.hpp>
#include <ec2wire/ec2/instance_metadata_protocol_state.hpp>
#include <ec2wire/ec2/instance_metadata_tags_state.hpp>
#include <ec2wire/ec2/instance_state.hpp>
#include <ec2wire/ec2/instance_type.hpp>
#include <ec2wire/ec2/monitoring.hpp>
#include <ec2wire/ec2/nested_virtualization_specification.hpp>
#include <ec2wire/ec2/operator_response.hpp>
#include <ec2wire/ec2/placement.hpp>
#include <ec2wire/ec2/secondary_interface_type.hpp>
#include <ec2wire/ec2/tag.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/open_enum.hpp>
#include <ec2wire/shape/storage.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ec2wire {

enum class product_code_values : std::uint8_t {
    devpay,
    marketplace,
};

constexpr std::array<std::string_view, 2> enum_texts(product_code_values) noexcept {
    return {"devpay", "marketplace"};
}

template <class Storage>
struct basic_product_code {
    std::optional<typename Storage::string> product_code_id{};
    std::optional<open_enum<product_code_values, typename Storage::string>> product_code_type{};

    static constexpr auto fields() {
        using self = basic_product_code;
        return field_list{
            field{"ProductCodeId", &self::product_code_id, {.xml_name = "productCode"}},
            field{"ProductCodeType", &self::product_code_type, {.xml_name = "type"}},
        };
    }

    friend constexpr bool operator==(const basic_product_code&,
                                     const basic_product_code&) = default;
};

enum class platform_values : std::uint8_t {
    windows,
};

constexpr std::array<std::string_view, 1> enum_texts(platform_values) noexcept {
    return {"Windows"};
}

template <class Storage>
struct basic_state_reason {
    std::optional<typename Storage::string> code{};
    std::optional<typename Storage::string> message{};

    static constexpr auto fields() {
        using self = basic_state_reason;
        return field_list{
            field{"Code", &self::code, {.xml_name = "code"}},
            field{"Message", &self::message, {.xml_name = "message"}},
        };
    }

    friend constexpr bool operator==(const basic_state_reason&,
                                     const basic_state_reason&) = default;
};

enum class architecture_values : std::uint8_t {
    i386_,
    x86_64,
    arm64,
    x86_64_mac,
    arm64_mac,
};

constexpr std::array<std::string_view, 5> enum_texts(architecture_values) noexcept {
    return {"i386", "x86_64", "arm64", "x86_64_mac", "arm64_mac"};
}

enum class device_type : std::uint8_t {
    ebs,
    instance_store,
};

constexpr std::array<std::string_view, 2> enum_texts(device_type) noexcept {
    return {"ebs", "instance-store"};
}

enum class attachment_status : std::uint8_t {
    attaching,
    attached,
    detaching,
    detached,
};

constexpr std::array<std::string_view, 4> enum_texts(attachment_status) noexcept {
    return {"attaching", "attached", "detaching", "detached"};
}

template <class Storage>
struct basic_ebs_instance_block_device {
    std::optional<typename Storage::string> volume_id{};
    std::optional<open_enum<attachment_status, typename Storage::string>> status{};
    std::optional<timestamp> attach_time{};
    std::optional<bool> delete_on_termination{};
    std::optional<typename Storage::string> associated_resource{};
    std::optional<typename Storage::string> volume_owner_id{};
    maybe<basic_operator_response<Storage>> operator_{};
    std::optional<std::int32_t> ebs_card_index{};

    static constexpr auto fields() {
        using self = basic_ebs_instance_block_device;
        return field_list{
            field{"VolumeId", &self::volume_id, {.xml_name = "volumeId"}},
            field{"Status", &self::status, {.xml_name = "status"}},
            field{"AttachTime", &self::attach_time, {.xml_name = "attachTime"}},
            field{"DeleteOnTermination",
                  &self::delete_on_termination,
                  {.xml_name = "deleteOnTermination"}},
            field{"AssociatedResource",
                  &self::associated_resource,
                  {.xml_name = "associatedResource"}},
            field{"VolumeOwnerId", &self::volume_owner_id, {.xml_name = "volumeOwnerId"}},
            field{"Operator", &self::operator_, {.xml_name = "operator"}},
            field{"EbsCardIndex", &self::ebs_card_index, {.xml_name = "ebsCardIndex"}},
        };
    }

    friend constexpr bool operator==(const basic_ebs_instance_block_device&,
                                     const basic_ebs_instance_block_device&) = default;
};

template <class Storage>
struct basic_instance_block_device_mapping {
    std::optional<typename Storage::string> device_name{};
    maybe<basic_ebs_instance_block_device<Storage>> ebs{};

    static constexpr auto fields() {
        using self = basic_instance_block_device_mapping;
        return field_list{
            field{"DeviceName", &self::device_name, {.xml_name = "deviceName"}},
            field{"Ebs", &self::ebs, {.xml_name = "ebs"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_block_device_mapping&,
                                     const basic_instance_block_device_mapping&) = default;
};

enum class virtualization_type : std::uint8_t {
    hvm,
    paravirtual,
};

constexpr std::array<std::string_view, 2> enum_texts(virtualization_type) noexcept {
    return {"hvm", "paravirtual"};
}

EC2WIRE_BEGIN_SHADOWING
enum class instance_lifecycle_type : std::uint8_t {
    spot,
    scheduled,
    capacity_block,
    interruptible_capacity_reservation,
};
EC2WIRE_END_SHADOWING

constexpr std::array<std::string_view, 4> enum_texts(instance_lifecycle_type) noexcept {
    return {"spot", "scheduled", "capacity-block", "interruptible-capacity-reservation"};
}

enum class hypervisor_type : std::uint8_t {
    ovm,
    xen,
};

constexpr std::array<std::string_view, 2> enum_texts(hypervisor_type) noexcept {
    return {"ovm", "xen"};
}

enum class network_interface_status : std::uint8_t {
    available,
    associated,
    attaching,
    in_use,
    detaching,
};

constexpr std::array<std::string_view, 5> enum_texts(network_interface_status) noexcept {
    return {"available", "associated", "attaching", "in-use", "detaching"};
}

template <class Storage>
struct basic_instance_attachment_ena_srd_udp_specification {
    std::optional<bool> ena_srd_udp_enabled{};

    static constexpr auto fields() {
        using self = basic_instance_attachment_ena_srd_udp_specification;
        return field_list{
            field{"EnaSrdUdpEnabled", &self::ena_srd_udp_enabled, {.xml_name = "enaSrdUdpEnabled"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_attachment_ena_srd_udp_specification&,
                                     const basic_instance_attachment_ena_srd_udp_specification&) =
        default;
};

template <class Storage>
struct basic_instance_attachment_ena_srd_specification {
    std::optional<bool> ena_srd_enabled{};
    maybe<basic_instance_attachment_ena_srd_udp_specification<Storage>> ena_srd_udp_specification{};

    static constexpr auto fields() {
        using self = basic_instance_attachment_ena_srd_specification;
        return field_list{
            field{"EnaSrdEnabled", &self::ena_srd_enabled, {.xml_name = "enaSrdEnabled"}},
            field{"EnaSrdUdpSpecification",
                  &self::ena_srd_udp_specification,
                  {.xml_name = "enaSrdUdpSpecification"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_attachment_ena_srd_specification&,
                                     const basic_instance_attachment_ena_srd_specification&) =
        default;
};

template <class Storage>
struct basic_instance_network_interface_attachment {
    std::optional<typename Storage::string> attachment_id{};
    std::optional<std::int32_t> device_index{};
    std::optional<open_enum<attachment_status, typename Storage::string>> status{};
    std::optional<timestamp> attach_time{};
    std::optional<bool> delete_on_termination{};
    std::optional<std::int32_t> network_card_index{};
    maybe<basic_instance_attachment_ena_srd_specification<Storage>> ena_srd_specification{};
    std::optional<std::int32_t> ena_queue_count{};

    static constexpr auto fields() {
        using self = basic_instance_network_interface_attachment;
        return field_list{
            field{"AttachmentId", &self::attachment_id, {.xml_name = "attachmentId"}},
            field{"DeviceIndex", &self::device_index, {.xml_name = "deviceIndex"}},
            field{"Status", &self::status, {.xml_name = "status"}},
            field{"AttachTime", &self::attach_time, {.xml_name = "attachTime"}},
            field{"DeleteOnTermination",
                  &self::delete_on_termination,
                  {.xml_name = "deleteOnTermination"}},
            field{"NetworkCardIndex", &self::network_card_index, {.xml_name = "networkCardIndex"}},
            field{"EnaSrdSpecification",
                  &self::ena_srd_specification,
                  {.xml_name = "enaSrdSpecification"}},
            field{"EnaQueueCount", &self::ena_queue_count, {.xml_name = "enaQueueCount"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_network_interface_attachment&,
                                     const basic_instance_network_interface_attachment&) = default;
};

template <class Storage>
struct basic_instance_network_interface_association {
    std::optional<typename Storage::string> public_ip{};
    std::optional<typename Storage::string> public_dns_name{};
    std::optional<typename Storage::string> ip_owner_id{};
    std::optional<typename Storage::string> carrier_ip{};
    std::optional<typename Storage::string> customer_owned_ip{};

    static constexpr auto fields() {
        using self = basic_instance_network_interface_association;
        return field_list{
            field{"PublicIp", &self::public_ip, {.xml_name = "publicIp"}},
            field{"PublicDnsName", &self::public_dns_name, {.xml_name = "publicDnsName"}},
            field{"IpOwnerId", &self::ip_owner_id, {.xml_name = "ipOwnerId"}},
            field{"CarrierIp", &self::carrier_ip, {.xml_name = "carrierIp"}},
            field{"CustomerOwnedIp", &self::customer_owned_ip, {.xml_name = "customerOwnedIp"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_network_interface_association&,
                                     const basic_instance_network_interface_association&) = default;
};

template <class Storage>
struct basic_instance_private_ip_address {
    std::optional<typename Storage::string> private_ip_address{};
    std::optional<typename Storage::string> private_dns_name{};
    std::optional<bool> primary{};
    maybe<basic_instance_network_interface_association<Storage>> association{};

    static constexpr auto fields() {
        using self = basic_instance_private_ip_address;
        return field_list{
            field{"PrivateIpAddress", &self::private_ip_address, {.xml_name = "privateIpAddress"}},
            field{"PrivateDnsName", &self::private_dns_name, {.xml_name = "privateDnsName"}},
            field{"Primary", &self::primary, {.xml_name = "primary"}},
            field{"Association", &self::association, {.xml_name = "association"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_private_ip_address&,
                                     const basic_instance_private_ip_address&) = default;
};

template <class Storage>
struct basic_instance_ipv4_prefix {
    std::optional<typename Storage::string> ipv4_prefix{};

    static constexpr auto fields() {
        using self = basic_instance_ipv4_prefix;
        return field_list{
            field{"Ipv4Prefix", &self::ipv4_prefix, {.xml_name = "ipv4Prefix"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_ipv4_prefix&,
                                     const basic_instance_ipv4_prefix&) = default;
};

template <class Storage>
struct basic_instance_ipv6_prefix {
    std::optional<typename Storage::string> ipv6_prefix{};

    static constexpr auto fields() {
        using self = basic_instance_ipv6_prefix;
        return field_list{
            field{"Ipv6Prefix", &self::ipv6_prefix, {.xml_name = "ipv6Prefix"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_ipv6_prefix&,
                                     const basic_instance_ipv6_prefix&) = default;
};

template <class Storage>
struct basic_connection_tracking_specification_response {
    std::optional<std::int32_t> tcp_established_timeout{};
    std::optional<std::int32_t> udp_stream_timeout{};
    std::optional<std::int32_t> udp_timeout{};

    static constexpr auto fields() {
        using self = basic_connection_tracking_specification_response;
        return field_list{
            field{"TcpEstablishedTimeout",
                  &self::tcp_established_timeout,
                  {.xml_name = "tcpEstablishedTimeout"}},
            field{"UdpStreamTimeout", &self::udp_stream_timeout, {.xml_name = "udpStreamTimeout"}},
            field{"UdpTimeout", &self::udp_timeout, {.xml_name = "udpTimeout"}},
        };
    }

    friend constexpr bool operator==(const basic_connection_tracking_specification_response&,
                                     const basic_connection_tracking_specification_response&) =
        default;
};

template <class Storage>
struct basic_instance_network_interface {
    std::optional<typename Storage::string> network_interface_id{};
    std::optional<typename Storage::string> subnet_id{};
    std::optional<typename Storage::string> vpc_id{};
    std::optional<typename Storage::string> description{};
    std::optional<typename Storage::string> owner_id{};
    std::optional<open_enum<network_interface_status, typename Storage::string>> status{};
    std::optional<typename Storage::string> mac_address{};
    std::optional<typename Storage::string> private_ip_address{};
    std::optional<typename Storage::string> private_dns_name{};
    std::optional<bool> source_dest_check{};
    maybe<typename Storage::template list<basic_group_identifier<Storage>>> groups{};
    maybe<basic_instance_network_interface_attachment<Storage>> attachment{};
    maybe<basic_instance_network_interface_association<Storage>> association{};
    maybe<typename Storage::template list<basic_instance_private_ip_address<Storage>>>
        private_ip_addresses{};
    maybe<typename Storage::template list<basic_instance_ipv6_address<Storage>>> ipv6_addresses{};
    std::optional<typename Storage::string> interface_type{};
    maybe<typename Storage::template list<basic_instance_ipv4_prefix<Storage>>> ipv4_prefixes{};
    maybe<typename Storage::template list<basic_instance_ipv6_prefix<Storage>>> ipv6_prefixes{};
    maybe<basic_connection_tracking_specification_response<Storage>>
        connection_tracking_configuration{};
    maybe<basic_operator_response<Storage>> operator_{};

    static constexpr auto fields() {
        using self = basic_instance_network_interface;
        return field_list{
            field{"NetworkInterfaceId",
                  &self::network_interface_id,
                  {.xml_name = "networkInterfaceId"}},
            field{"SubnetId", &self::subnet_id, {.xml_name = "subnetId"}},
            field{"VpcId", &self::vpc_id, {.xml_name = "vpcId"}},
            field{"Description", &self::description, {.xml_name = "description"}},
            field{"OwnerId", &self::owner_id, {.xml_name = "ownerId"}},
            field{"Status", &self::status, {.xml_name = "status"}},
            field{"MacAddress", &self::mac_address, {.xml_name = "macAddress"}},
            field{"PrivateIpAddress", &self::private_ip_address, {.xml_name = "privateIpAddress"}},
            field{"PrivateDnsName", &self::private_dns_name, {.xml_name = "privateDnsName"}},
            field{"SourceDestCheck", &self::source_dest_check, {.xml_name = "sourceDestCheck"}},
            field{"Groups", &self::groups, {.xml_name = "groupSet"}},
            field{"Attachment", &self::attachment, {.xml_name = "attachment"}},
            field{"Association", &self::association, {.xml_name = "association"}},
            field{"PrivateIpAddresses",
                  &self::private_ip_addresses,
                  {.xml_name = "privateIpAddressesSet"}},
            field{"Ipv6Addresses", &self::ipv6_addresses, {.xml_name = "ipv6AddressesSet"}},
            field{"InterfaceType", &self::interface_type, {.xml_name = "interfaceType"}},
            field{"Ipv4Prefixes", &self::ipv4_prefixes, {.xml_name = "ipv4PrefixSet"}},
            field{"Ipv6Prefixes", &self::ipv6_prefixes, {.xml_name = "ipv6PrefixSet"}},
            field{"ConnectionTrackingConfiguration",
                  &self::connection_tracking_configuration,
                  {.xml_name = "connectionTrackingConfiguration"}},
            field{"Operator", &self::operator_, {.xml_name = "operator"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_network_interface&,
                                     const basic_instance_network_interface&) = default;
};

template <class Storage>
struct basic_iam_instance_profile {
    std::optional<typename Storage::string> arn{};
    std::optional<typename Storage::string> id{};

    static constexpr auto fields() {
        using self = basic_iam_instance_profile;
        return field_list{
            field{"Arn", &self::arn, {.xml_name = "arn"}},
            field{"Id", &self::id, {.xml_name = "id"}},
        };
    }

    friend constexpr bool operator==(const basic_iam_instance_profile&,
                                     const basic_iam_instance_profile&) = default;
};

template <class Storage>
struct basic_elastic_gpu_association {
    std::optional<typename Storage::string> elastic_gpu_id{};
    std::optional<typename Storage::string> elastic_gpu_association_id{};
    std::optional<typename Storage::string> elastic_gpu_association_state{};
    std::optional<typename Storage::string> elastic_gpu_association_time{};

    static constexpr auto fields() {
        using self = basic_elastic_gpu_association;
        return field_list{
            field{"ElasticGpuId", &self::elastic_gpu_id, {.xml_name = "elasticGpuId"}},
            field{"ElasticGpuAssociationId",
                  &self::elastic_gpu_association_id,
                  {.xml_name = "elasticGpuAssociationId"}},
            field{"ElasticGpuAssociationState",
                  &self::elastic_gpu_association_state,
                  {.xml_name = "elasticGpuAssociationState"}},
            field{"ElasticGpuAssociationTime",
                  &self::elastic_gpu_association_time,
                  {.xml_name = "elasticGpuAssociationTime"}},
        };
    }

    friend constexpr bool operator==(const basic_elastic_gpu_association&,
                                     const basic_elastic_gpu_association&) = default;
};

template <class Storage>
struct basic_elastic_inference_accelerator_association {
    std::optional<typename Storage::string> elastic_inference_accelerator_arn{};
    std::optional<typename Storage::string> elastic_inference_accelerator_association_id{};
    std::optional<typename Storage::string> elastic_inference_accelerator_association_state{};
    std::optional<timestamp> elastic_inference_accelerator_association_time{};

    static constexpr auto fields() {
        using self = basic_elastic_inference_accelerator_association;
        return field_list{
            field{"ElasticInferenceAcceleratorArn",
                  &self::elastic_inference_accelerator_arn,
                  {.xml_name = "elasticInferenceAcceleratorArn"}},
            field{"ElasticInferenceAcceleratorAssociationId",
                  &self::elastic_inference_accelerator_association_id,
                  {.xml_name = "elasticInferenceAcceleratorAssociationId"}},
            field{"ElasticInferenceAcceleratorAssociationState",
                  &self::elastic_inference_accelerator_association_state,
                  {.xml_name = "elasticInferenceAcceleratorAssociationState"}},
            field{"ElasticInferenceAcceleratorAssociationTime",
                  &self::elastic_inference_accelerator_association_time,
                  {.xml_name = "elasticInferenceAcceleratorAssociationTime"}},
        };
    }

    friend constexpr bool operator==(const basic_elastic_inference_accelerator_association&,
                                     const basic_elastic_inference_accelerator_association&) =
        default;
};

template <class Storage>
struct basic_cpu_options {
    std::optional<std::int32_t> core_count{};
    std::optional<std::int32_t> threads_per_core{};
    std::optional<open_enum<amd_sev_snp_specification, typename Storage::string>> amd_sev_snp{};
    std::optional<open_enum<nested_virtualization_specification, typename Storage::string>>
        nested_virtualization{};

    static constexpr auto fields() {
        using self = basic_cpu_options;
        return field_list{
            field{"CoreCount", &self::core_count, {.xml_name = "coreCount"}},
            field{"ThreadsPerCore", &self::threads_per_core, {.xml_name = "threadsPerCore"}},
            field{"AmdSevSnp", &self::amd_sev_snp, {.xml_name = "amdSevSnp"}},
            field{"NestedVirtualization",
                  &self::nested_virtualization,
                  {.xml_name = "nestedVirtualization"}},
        };
    }

    friend constexpr bool operator==(const basic_cpu_options&, const basic_cpu_options&) = default;
};

template <class Storage>
struct basic_capacity_reservation_target_response {
    std::optional<typename Storage::string> capacity_reservation_id{};
    std::optional<typename Storage::string> capacity_reservation_resource_group_arn{};

    static constexpr auto fields() {
        using self = basic_capacity_reservation_target_response;
        return field_list{
            field{"CapacityReservationId",
                  &self::capacity_reservation_id,
                  {.xml_name = "capacityReservationId"}},
            field{"CapacityReservationResourceGroupArn",
                  &self::capacity_reservation_resource_group_arn,
                  {.xml_name = "capacityReservationResourceGroupArn"}},
        };
    }

    friend constexpr bool operator==(const basic_capacity_reservation_target_response&,
                                     const basic_capacity_reservation_target_response&) = default;
};

template <class Storage>
struct basic_capacity_reservation_specification_response {
    std::optional<open_enum<ec2wire::capacity_reservation_preference, typename Storage::string>>
        capacity_reservation_preference{};
    maybe<basic_capacity_reservation_target_response<Storage>> capacity_reservation_target{};

    static constexpr auto fields() {
        using self = basic_capacity_reservation_specification_response;
        return field_list{
            field{"CapacityReservationPreference",
                  &self::capacity_reservation_preference,
                  {.xml_name = "capacityReservationPreference"}},
            field{"CapacityReservationTarget",
                  &self::capacity_reservation_target,
                  {.xml_name = "capacityReservationTarget"}},
        };
    }

    friend constexpr bool operator==(const basic_capacity_reservation_specification_response&,
                                     const basic_capacity_reservation_specification_response&) =
        default;
};

template <class Storage>
struct basic_hibernation_options {
    std::optional<bool> configured{};

    static constexpr auto fields() {
        using self = basic_hibernation_options;
        return field_list{
            field{"Configured", &self::configured, {.xml_name = "configured"}},
        };
    }

    friend constexpr bool operator==(const basic_hibernation_options&,
                                     const basic_hibernation_options&) = default;
};

template <class Storage>
struct basic_license_configuration {
    std::optional<typename Storage::string> license_configuration_arn{};

    static constexpr auto fields() {
        using self = basic_license_configuration;
        return field_list{
            field{"LicenseConfigurationArn",
                  &self::license_configuration_arn,
                  {.xml_name = "licenseConfigurationArn"}},
        };
    }

    friend constexpr bool operator==(const basic_license_configuration&,
                                     const basic_license_configuration&) = default;
};

EC2WIRE_BEGIN_SHADOWING
enum class instance_metadata_options_state : std::uint8_t {
    pending,
    applied,
};
EC2WIRE_END_SHADOWING

constexpr std::array<std::string_view, 2> enum_texts(instance_metadata_options_state) noexcept {
    return {"pending", "applied"};
}

template <class Storage>
struct basic_instance_metadata_options_response {
    std::optional<open_enum<instance_metadata_options_state, typename Storage::string>> state{};
    std::optional<open_enum<http_tokens_state, typename Storage::string>> http_tokens{};
    std::optional<std::int32_t> http_put_response_hop_limit{};
    std::optional<open_enum<instance_metadata_endpoint_state, typename Storage::string>>
        http_endpoint{};
    std::optional<open_enum<instance_metadata_protocol_state, typename Storage::string>>
        http_protocol_ipv6{};
    std::optional<open_enum<instance_metadata_tags_state, typename Storage::string>>
        instance_metadata_tags{};

    static constexpr auto fields() {
        using self = basic_instance_metadata_options_response;
        return field_list{
            field{"State", &self::state, {.xml_name = "state"}},
            field{"HttpTokens", &self::http_tokens, {.xml_name = "httpTokens"}},
            field{"HttpPutResponseHopLimit",
                  &self::http_put_response_hop_limit,
                  {.xml_name = "httpPutResponseHopLimit"}},
            field{"HttpEndpoint", &self::http_endpoint, {.xml_name = "httpEndpoint"}},
            field{"HttpProtocolIpv6", &self::http_protocol_ipv6, {.xml_name = "httpProtocolIpv6"}},
            field{"InstanceMetadataTags",
                  &self::instance_metadata_tags,
                  {.xml_name = "instanceMetadataTags"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_metadata_options_response&,
                                     const basic_instance_metadata_options_response&) = default;
};

template <class Storage>
struct basic_enclave_options {
    std::optional<bool> enabled{};

    static constexpr auto fields() {
        using self = basic_enclave_options;
        return field_list{
            field{"Enabled", &self::enabled, {.xml_name = "enabled"}},
        };
    }

    friend constexpr bool operator==(const basic_enclave_options&,
                                     const basic_enclave_options&) = default;
};

enum class boot_mode_values : std::uint8_t {
    legacy_bios,
    uefi,
    uefi_preferred,
};

constexpr std::array<std::string_view, 3> enum_texts(boot_mode_values) noexcept {
    return {"legacy-bios", "uefi", "uefi-preferred"};
}

template <class Storage>
struct basic_private_dns_name_options_response {
    std::optional<open_enum<ec2wire::hostname_type, typename Storage::string>> hostname_type{};
    std::optional<bool> enable_resource_name_dns_a_record{};
    std::optional<bool> enable_resource_name_dns_aaaa_record{};

    static constexpr auto fields() {
        using self = basic_private_dns_name_options_response;
        return field_list{
            field{"HostnameType", &self::hostname_type, {.xml_name = "hostnameType"}},
            field{"EnableResourceNameDnsARecord",
                  &self::enable_resource_name_dns_a_record,
                  {.xml_name = "enableResourceNameDnsARecord"}},
            field{"EnableResourceNameDnsAAAARecord",
                  &self::enable_resource_name_dns_aaaa_record,
                  {.xml_name = "enableResourceNameDnsAAAARecord"}},
        };
    }

    friend constexpr bool operator==(const basic_private_dns_name_options_response&,
                                     const basic_private_dns_name_options_response&) = default;
};

enum class instance_reboot_migration_state : std::uint8_t {
    disabled,
    default_,
};

constexpr std::array<std::string_view, 2> enum_texts(instance_reboot_migration_state) noexcept {
    return {"disabled", "default"};
}

template <class Storage>
struct basic_instance_maintenance_options {
    std::optional<open_enum<instance_auto_recovery_state, typename Storage::string>>
        auto_recovery{};
    std::optional<open_enum<instance_reboot_migration_state, typename Storage::string>>
        reboot_migration{};

    static constexpr auto fields() {
        using self = basic_instance_maintenance_options;
        return field_list{
            field{"AutoRecovery", &self::auto_recovery, {.xml_name = "autoRecovery"}},
            field{"RebootMigration", &self::reboot_migration, {.xml_name = "rebootMigration"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_maintenance_options&,
                                     const basic_instance_maintenance_options&) = default;
};

enum class instance_boot_mode_values : std::uint8_t {
    legacy_bios,
    uefi,
};

constexpr std::array<std::string_view, 2> enum_texts(instance_boot_mode_values) noexcept {
    return {"legacy-bios", "uefi"};
}

template <class Storage>
struct basic_instance_network_performance_options {
    std::optional<open_enum<instance_bandwidth_weighting, typename Storage::string>>
        bandwidth_weighting{};

    static constexpr auto fields() {
        using self = basic_instance_network_performance_options;
        return field_list{
            field{"BandwidthWeighting",
                  &self::bandwidth_weighting,
                  {.xml_name = "bandwidthWeighting"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_network_performance_options&,
                                     const basic_instance_network_performance_options&) = default;
};

template <class Storage>
struct basic_instance_secondary_interface_attachment {
    std::optional<timestamp> attach_time{};
    std::optional<typename Storage::string> attachment_id{};
    std::optional<bool> delete_on_termination{};
    std::optional<std::int32_t> device_index{};
    std::optional<open_enum<attachment_status, typename Storage::string>> status{};
    std::optional<std::int32_t> network_card_index{};

    static constexpr auto fields() {
        using self = basic_instance_secondary_interface_attachment;
        return field_list{
            field{"AttachTime", &self::attach_time, {.xml_name = "attachTime"}},
            field{"AttachmentId", &self::attachment_id, {.xml_name = "attachmentId"}},
            field{"DeleteOnTermination",
                  &self::delete_on_termination,
                  {.xml_name = "deleteOnTermination"}},
            field{"DeviceIndex", &self::device_index, {.xml_name = "deviceIndex"}},
            field{"Status", &self::status, {.xml_name = "status"}},
            field{"NetworkCardIndex", &self::network_card_index, {.xml_name = "networkCardIndex"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_secondary_interface_attachment&,
                                     const basic_instance_secondary_interface_attachment&) =
        default;
};

template <class Storage>
struct basic_instance_secondary_interface_private_ip_address {
    std::optional<typename Storage::string> private_ip_address{};

    static constexpr auto fields() {
        using self = basic_instance_secondary_interface_private_ip_address;
        return field_list{
            field{"PrivateIpAddress", &self::private_ip_address, {.xml_name = "privateIpAddress"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_secondary_interface_private_ip_address&,
                                     const basic_instance_secondary_interface_private_ip_address&) =
        default;
};

enum class secondary_interface_status : std::uint8_t {
    available,
    in_use,
};

constexpr std::array<std::string_view, 2> enum_texts(secondary_interface_status) noexcept {
    return {"available", "in-use"};
}

template <class Storage>
struct basic_instance_secondary_interface {
    maybe<basic_instance_secondary_interface_attachment<Storage>> attachment{};
    std::optional<typename Storage::string> mac_address{};
    std::optional<typename Storage::string> secondary_interface_id{};
    std::optional<typename Storage::string> owner_id{};
    maybe<typename Storage::template list<
        basic_instance_secondary_interface_private_ip_address<Storage>>>
        private_ip_addresses{};
    std::optional<bool> source_dest_check{};
    std::optional<open_enum<secondary_interface_status, typename Storage::string>> status{};
    std::optional<typename Storage::string> secondary_subnet_id{};
    std::optional<typename Storage::string> secondary_network_id{};
    std::optional<open_enum<secondary_interface_type, typename Storage::string>> interface_type{};

    static constexpr auto fields() {
        using self = basic_instance_secondary_interface;
        return field_list{
            field{"Attachment", &self::attachment, {.xml_name = "attachment"}},
            field{"MacAddress", &self::mac_address, {.xml_name = "macAddress"}},
            field{"SecondaryInterfaceId",
                  &self::secondary_interface_id,
                  {.xml_name = "secondaryInterfaceId"}},
            field{"OwnerId", &self::owner_id, {.xml_name = "ownerId"}},
            field{"PrivateIpAddresses",
                  &self::private_ip_addresses,
                  {.xml_name = "privateIpAddressSet"}},
            field{"SourceDestCheck", &self::source_dest_check, {.xml_name = "sourceDestCheck"}},
            field{"Status", &self::status, {.xml_name = "status"}},
            field{
                "SecondarySubnetId", &self::secondary_subnet_id, {.xml_name = "secondarySubnetId"}},
            field{"SecondaryNetworkId",
                  &self::secondary_network_id,
                  {.xml_name = "secondaryNetworkId"}},
            field{"InterfaceType", &self::interface_type, {.xml_name = "interfaceType"}},
        };
    }

    friend constexpr bool operator==(const basic_instance_secondary_interface&,
                                     const basic_instance_secondary_interface&) = default;
};

// An instance, as DescribeInstances and RunInstances return it.
template <class Storage>
struct basic_instance {
    std::optional<typename Storage::string> instance_id{};
    std::optional<typename Storage::string> image_id{};
    maybe<basic_instance_state<Storage>> state{};
    std::optional<typename Storage::string> private_dns_name{};
    std::optional<typename Storage::string> public_dns_name{};
    std::optional<typename Storage::string> state_transition_reason{};
    std::optional<typename Storage::string> key_name{};
    std::optional<std::int32_t> ami_launch_index{};
    maybe<typename Storage::template list<basic_product_code<Storage>>> product_codes{};
    std::optional<open_enum<ec2wire::instance_type, typename Storage::string>> instance_type{};
    std::optional<timestamp> launch_time{};
    maybe<basic_placement<Storage>> placement{};
    std::optional<typename Storage::string> kernel_id{};
    std::optional<typename Storage::string> ramdisk_id{};
    std::optional<open_enum<platform_values, typename Storage::string>> platform{};
    maybe<basic_monitoring<Storage>> monitoring{};
    std::optional<typename Storage::string> subnet_id{};
    std::optional<typename Storage::string> vpc_id{};
    std::optional<typename Storage::string> private_ip_address{};
    std::optional<typename Storage::string> public_ip_address{};
    maybe<basic_state_reason<Storage>> state_reason{};
    std::optional<open_enum<architecture_values, typename Storage::string>> architecture{};
    std::optional<open_enum<device_type, typename Storage::string>> root_device_type{};
    std::optional<typename Storage::string> root_device_name{};
    maybe<typename Storage::template list<basic_instance_block_device_mapping<Storage>>>
        block_device_mappings{};
    std::optional<open_enum<ec2wire::virtualization_type, typename Storage::string>>
        virtualization_type{};
    std::optional<open_enum<instance_lifecycle_type, typename Storage::string>>
        instance_lifecycle{};
    std::optional<typename Storage::string> spot_instance_request_id{};
    std::optional<typename Storage::string> client_token{};
    maybe<typename Storage::template list<basic_tag<Storage>>> tags{};
    maybe<typename Storage::template list<basic_group_identifier<Storage>>> security_groups{};
    std::optional<bool> source_dest_check{};
    std::optional<open_enum<hypervisor_type, typename Storage::string>> hypervisor{};
    maybe<typename Storage::template list<basic_instance_network_interface<Storage>>>
        network_interfaces{};
    maybe<basic_iam_instance_profile<Storage>> iam_instance_profile{};
    std::optional<bool> ebs_optimized{};
    std::optional<typename Storage::string> sriov_net_support{};
    std::optional<bool> ena_support{};
    maybe<typename Storage::template list<basic_elastic_gpu_association<Storage>>>
        elastic_gpu_associations{};
    maybe<typename Storage::template list<basic_elastic_inference_accelerator_association<Storage>>>
        elastic_inference_accelerator_associations{};
    std::optional<typename Storage::string> outpost_arn{};
    maybe<basic_cpu_options<Storage>> cpu_options{};
    std::optional<typename Storage::string> capacity_block_id{};
    std::optional<typename Storage::string> capacity_reservation_id{};
    maybe<basic_capacity_reservation_specification_response<Storage>>
        capacity_reservation_specification{};
    maybe<basic_hibernation_options<Storage>> hibernation_options{};
    maybe<typename Storage::template list<basic_license_configuration<Storage>>> licenses{};
    maybe<basic_instance_metadata_options_response<Storage>> metadata_options{};
    maybe<basic_enclave_options<Storage>> enclave_options{};
    std::optional<open_enum<boot_mode_values, typename Storage::string>> boot_mode{};
    std::optional<typename Storage::string> platform_details{};
    std::optional<typename Storage::string> usage_operation{};
    std::optional<timestamp> usage_operation_update_time{};
    maybe<basic_private_dns_name_options_response<Storage>> private_dns_name_options{};
    std::optional<typename Storage::string> ipv6_address{};
    std::optional<typename Storage::string> tpm_support{};
    maybe<basic_instance_maintenance_options<Storage>> maintenance_options{};
    std::optional<open_enum<instance_boot_mode_values, typename Storage::string>>
        current_instance_boot_mode{};
    maybe<basic_instance_network_performance_options<Storage>> network_performance_options{};
    maybe<basic_operator_response<Storage>> operator_{};
    maybe<typename Storage::template list<basic_instance_secondary_interface<Storage>>>
        secondary_interfaces{};

    static constexpr auto fields() {
        using self = basic_instance;
        return field_list{
            field{"InstanceId", &self::instance_id, {.xml_name = "instanceId"}},
            field{"ImageId", &self::image_id, {.xml_name = "imageId"}},
            field{"State", &self::state, {.xml_name = "instanceState"}},
            field{"PrivateDnsName", &self::private_dns_name, {.xml_name = "privateDnsName"}},
            field{"PublicDnsName", &self::public_dns_name, {.xml_name = "dnsName"}},
            field{"StateTransitionReason", &self::state_transition_reason, {.xml_name = "reason"}},
            field{"KeyName", &self::key_name, {.xml_name = "keyName"}},
            field{"AmiLaunchIndex", &self::ami_launch_index, {.xml_name = "amiLaunchIndex"}},
            field{"ProductCodes", &self::product_codes, {.xml_name = "productCodes"}},
            field{"InstanceType", &self::instance_type, {.xml_name = "instanceType"}},
            field{"LaunchTime", &self::launch_time, {.xml_name = "launchTime"}},
            field{"Placement", &self::placement, {.xml_name = "placement"}},
            field{"KernelId", &self::kernel_id, {.xml_name = "kernelId"}},
            field{"RamdiskId", &self::ramdisk_id, {.xml_name = "ramdiskId"}},
            field{"Platform", &self::platform, {.xml_name = "platform"}},
            field{"Monitoring", &self::monitoring, {.xml_name = "monitoring"}},
            field{"SubnetId", &self::subnet_id, {.xml_name = "subnetId"}},
            field{"VpcId", &self::vpc_id, {.xml_name = "vpcId"}},
            field{"PrivateIpAddress", &self::private_ip_address, {.xml_name = "privateIpAddress"}},
            field{"PublicIpAddress", &self::public_ip_address, {.xml_name = "ipAddress"}},
            field{"StateReason", &self::state_reason, {.xml_name = "stateReason"}},
            field{"Architecture", &self::architecture, {.xml_name = "architecture"}},
            field{"RootDeviceType", &self::root_device_type, {.xml_name = "rootDeviceType"}},
            field{"RootDeviceName", &self::root_device_name, {.xml_name = "rootDeviceName"}},
            field{"BlockDeviceMappings",
                  &self::block_device_mappings,
                  {.xml_name = "blockDeviceMapping"}},
            field{"VirtualizationType",
                  &self::virtualization_type,
                  {.xml_name = "virtualizationType"}},
            field{
                "InstanceLifecycle", &self::instance_lifecycle, {.xml_name = "instanceLifecycle"}},
            field{"SpotInstanceRequestId",
                  &self::spot_instance_request_id,
                  {.xml_name = "spotInstanceRequestId"}},
            field{"ClientToken", &self::client_token, {.xml_name = "clientToken"}},
            field{"Tags", &self::tags, {.xml_name = "tagSet"}},
            field{"SecurityGroups", &self::security_groups, {.xml_name = "groupSet"}},
            field{"SourceDestCheck", &self::source_dest_check, {.xml_name = "sourceDestCheck"}},
            field{"Hypervisor", &self::hypervisor, {.xml_name = "hypervisor"}},
            field{"NetworkInterfaces",
                  &self::network_interfaces,
                  {.xml_name = "networkInterfaceSet"}},
            field{"IamInstanceProfile",
                  &self::iam_instance_profile,
                  {.xml_name = "iamInstanceProfile"}},
            field{"EbsOptimized", &self::ebs_optimized, {.xml_name = "ebsOptimized"}},
            field{"SriovNetSupport", &self::sriov_net_support, {.xml_name = "sriovNetSupport"}},
            field{"EnaSupport", &self::ena_support, {.xml_name = "enaSupport"}},
            field{"ElasticGpuAssociations",
                  &self::elastic_gpu_associations,
                  {.xml_name = "elasticGpuAssociationSet"}},
            field{"ElasticInferenceAcceleratorAssociations",
                  &self::elastic_inference_accelerator_associations,
                  {.xml_name = "elasticInferenceAcceleratorAssociationSet"}},
            field{"OutpostArn", &self::outpost_arn, {.xml_name = "outpostArn"}},
            field{"CpuOptions", &self::cpu_options, {.xml_name = "cpuOptions"}},
            field{"CapacityBlockId", &self::capacity_block_id, {.xml_name = "capacityBlockId"}},
            field{"CapacityReservationId",
                  &self::capacity_reservation_id,
                  {.xml_name = "capacityReservationId"}},
            field{"CapacityReservationSpecification",
                  &self::capacity_reservation_specification,
                  {.xml_name = "capacityReservationSpecification"}},
            field{"HibernationOptions",
                  &self::hibernation_options,
                  {.xml_name = "hibernationOptions"}},
            field{"Licenses", &self::licenses, {.xml_name = "licenseSet"}},
            field{"MetadataOptions", &self::metadata_options, {.xml_name = "metadataOptions"}},
            field{"EnclaveOptions", &self::enclave_options, {.xml_name = "enclaveOptions"}},
            field{"BootMode", &self::boot_mode, {.xml_name = "bootMode"}},
            field{"PlatformDetails", &self::platform_details, {.xml_name = "platformDetails"}},
            field{"UsageOperation", &self::usage_operation, {.xml_name = "usageOperation"}},
            field{"UsageOperationUpdateTime",
                  &self::usage_operation_update_time,
                  {.xml_name = "usageOperationUpdateTime"}},
            field{"PrivateDnsNameOptions",
                  &self::private_dns_name_options,
                  {.xml_name = "privateDnsNameOptions"}},
            field{"Ipv6Address", &self::ipv6_address, {.xml_name = "ipv6Address"}},
            field{"TpmSupport", &self::tpm_support, {.xml_name = "tpmSupport"}},
            field{"MaintenanceOptions",
                  &self::maintenance_options,
                  {.xml_name = "maintenanceOptions"}},
            field{"CurrentInstanceBootMode",
                  &self::current_instance_boot_mode,
                  {.xml_name = "currentInstanceBootMode"}},
            field{"NetworkPerformanceOptions",
                  &self::network_performance_options,
                  {.xml_name = "networkPerformanceOptions"}},
            field{"Operator", &self::operator_, {.xml_name = "operator"}},
            field{"SecondaryInterfaces",
                  &self::secondary_interfaces,
                  {.xml_name = "secondaryInterfaceSet"}},
        };
    }

    friend constexpr bool operator==(const basic_instance&, const basic_instance&) = default;
};

using product_code = basic_product_code<borrowed>;
using state_reason = basic_state_reason<borrowed>;
using ebs_instance_block_device = basic_ebs_instance_block_device<borrowed>;
using instance_block_device_mapping = basic_instance_block_device_mapping<borrowed>;
using instance_attachment_ena_srd_udp_specification =
    basic_instance_attachment_ena_srd_udp_specification<borrowed>;
using instance_attachment_ena_srd_specification =
    basic_instance_attachment_ena_srd_specification<borrowed>;
using instance_network_interface_attachment = basic_instance_network_interface_attachment<borrowed>;
using instance_network_interface_association =
    basic_instance_network_interface_association<borrowed>;
using instance_private_ip_address = basic_instance_private_ip_address<borrowed>;
using instance_ipv4_prefix = basic_instance_ipv4_prefix<borrowed>;
using instance_ipv6_prefix = basic_instance_ipv6_prefix<borrowed>;
using connection_tracking_specification_response =
    basic_connection_tracking_specification_response<borrowed>;
using instance_network_interface = basic_instance_network_interface<borrowed>;
using iam_instance_profile = basic_iam_instance_profile<borrowed>;
using elastic_gpu_association = basic_elastic_gpu_association<borrowed>;
using elastic_inference_accelerator_association =
    basic_elastic_inference_accelerator_association<borrowed>;
using cpu_options = basic_cpu_options<borrowed>;
using capacity_reservation_target_response = basic_capacity_reservation_target_response<borrowed>;
using capacity_reservation_specification_response =
    basic_capacity_reservation_specification_response<borrowed>;
using hibernation_options = basic_hibernation_options<borrowed>;
using license_configuration = basic_license_configuration<borrowed>;
using instance_metadata_options_response = basic_instance_metadata_options_response<borrowed>;
using enclave_options = basic_enclave_options<borrowed>;
using private_dns_name_options_response = basic_private_dns_name_options_response<borrowed>;
using instance_maintenance_options = basic_instance_maintenance_options<borrowed>;
using instance_network_performance_options = basic_instance_network_performance_options<borrowed>;
using instance_secondary_interface_attachment =
    basic_instance_secondary_interface_attachment<borrowed>;
using instance_secondary_interface_private_ip_address =
    basic_instance_secondary_interface_private_ip_address<borrowed>;
using instance_secondary_interface = basic_instance_secondary_interface<borrowed>;
using instance = basic_instance<borrowed>;

}  // namespace ec2wire

#endif
