#ifndef EC2WIRE_EC2_AMD_SEV_SNP_SPECIFICATION_HPP
#define EC2WIRE_EC2_AMD_SEV_SNP_SPECIFICATION_HPP

#include <array>
#include <cstdint>
#include <string_view>

namespace ec2wire {

enum class amd_sev_snp_specification : std::uint8_t {
    enabled,
    disabled,
};

constexpr std::array<std::string_view, 2> enum_texts(amd_sev_snp_specification) noexcept {
    return {"enabled", "disabled"};
}

}  // namespace ec2wire

#endif
