#ifndef EC2WIRE_STS_ASSUME_ROLE_WITH_SAML_HPP
#define EC2WIRE_STS_ASSUME_ROLE_WITH_SAML_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>
#include <ec2wire/sts/assumed_role_user.hpp>
#include <ec2wire/sts/credentials.hpp>
#include <ec2wire/sts/policy_descriptor_type.hpp>
#include <ec2wire/sts/service.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace ec2wire::sts {

// Returns temporary credentials for a role, for a user whom a SAML 2.0 identity provider has
// authenticated. The request is not signed.
template <class Storage>
struct basic_assume_role_with_saml_request {
    using service = sts;
    static constexpr std::string_view operation = "AssumeRoleWithSAML";
    static constexpr bool is_request = true;

    // The ARN of the role. Required.
    std::optional<typename Storage::string> role_arn{};
    std::optional<typename Storage::string> principal_arn{};
    // The SAML response of the identity provider, as base64 text. Secret. Required.
    std::optional<typename Storage::string> saml_assertion{};
    maybe<typename Storage::template list<basic_policy_descriptor_type<Storage>>> policy_arns{};
    std::optional<typename Storage::string> policy{};
    // How long the credentials are valid, in seconds: at least 900.
    std::optional<std::int32_t> duration_seconds{};

    static constexpr auto fields() {
        using self = basic_assume_role_with_saml_request;
        return field_list{
            field{"RoleArn", &self::role_arn, {.required = true}},
            field{"PrincipalArn", &self::principal_arn, {.required = true}},
            field{"SAMLAssertion", &self::saml_assertion, {.required = true}},
            field{"PolicyArns", &self::policy_arns},
            field{"Policy", &self::policy},
            field{"DurationSeconds", &self::duration_seconds},
        };
    }

    friend constexpr bool operator==(const basic_assume_role_with_saml_request&,
                                     const basic_assume_role_with_saml_request&) = default;
};

template <class Storage>
struct basic_assume_role_with_saml_response {
    using service = sts;
    static constexpr std::string_view operation = "AssumeRoleWithSAML";
    static constexpr bool is_request = false;

    maybe<basic_credentials<Storage>> credentials{};
    maybe<basic_assumed_role_user<Storage>> assumed_role_user{};
    std::optional<std::int32_t> packed_policy_size{};
    std::optional<typename Storage::string> subject{};
    std::optional<typename Storage::string> subject_type{};
    std::optional<typename Storage::string> issuer{};
    std::optional<typename Storage::string> audience{};
    std::optional<typename Storage::string> name_qualifier{};
    std::optional<typename Storage::string> source_identity{};
    std::optional<typename Storage::string> request_id{};

    static constexpr auto fields() {
        using self = basic_assume_role_with_saml_response;
        return field_list{
            field{"Credentials", &self::credentials},
            field{"AssumedRoleUser", &self::assumed_role_user},
            field{"PackedPolicySize", &self::packed_policy_size},
            field{"Subject", &self::subject},
            field{"SubjectType", &self::subject_type},
            field{"Issuer", &self::issuer},
            field{"Audience", &self::audience},
            field{"NameQualifier", &self::name_qualifier},
            field{"SourceIdentity", &self::source_identity},
            field{"RequestId", &self::request_id, {.request_id = true}},
        };
    }

    friend constexpr bool operator==(const basic_assume_role_with_saml_response&,
                                     const basic_assume_role_with_saml_response&) = default;
};

using assume_role_with_saml_request = basic_assume_role_with_saml_request<owned>;
using assume_role_with_saml_response = basic_assume_role_with_saml_response<borrowed>;

}  // namespace ec2wire::sts

#endif
