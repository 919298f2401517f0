#ifndef EC2WIRE_STS_ASSUME_ROLE_WITH_WEB_IDENTITY_HPP
#define EC2WIRE_STS_ASSUME_ROLE_WITH_WEB_IDENTITY_HPP

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

// Returns temporary credentials for a role, for a token of an OpenID Connect provider, such as a
// Kubernetes service account token. The request is not signed.
template <class Storage>
struct basic_assume_role_with_web_identity_request {
    using service = sts;
    static constexpr std::string_view operation = "AssumeRoleWithWebIdentity";
    static constexpr bool is_request = true;

    // The ARN of the role. Required.
    std::optional<typename Storage::string> role_arn{};
    // A name for the session, 2 to 64 of the characters A-Z a-z 0-9 _ + = , . @ and -, which
    // CloudTrail shows. Required.
    std::optional<typename Storage::string> role_session_name{};
    // The token of the identity provider, unchanged. Secret. Required.
    std::optional<typename Storage::string> web_identity_token{};
    std::optional<typename Storage::string> provider_id{};
    maybe<typename Storage::template list<basic_policy_descriptor_type<Storage>>> policy_arns{};
    std::optional<typename Storage::string> policy{};
    // How long the credentials are valid, in seconds: at least 900.
    std::optional<std::int32_t> duration_seconds{};

    static constexpr auto fields() {
        using self = basic_assume_role_with_web_identity_request;
        return field_list{
            field{"RoleArn", &self::role_arn, {.required = true}},
            field{"RoleSessionName", &self::role_session_name, {.required = true}},
            field{"WebIdentityToken", &self::web_identity_token, {.required = true}},
            field{"ProviderId", &self::provider_id},
            field{"PolicyArns", &self::policy_arns},
            field{"Policy", &self::policy},
            field{"DurationSeconds", &self::duration_seconds},
        };
    }

    friend constexpr bool operator==(const basic_assume_role_with_web_identity_request&,
                                     const basic_assume_role_with_web_identity_request&) = default;
};

template <class Storage>
struct basic_assume_role_with_web_identity_response {
    using service = sts;
    static constexpr std::string_view operation = "AssumeRoleWithWebIdentity";
    static constexpr bool is_request = false;

    maybe<basic_credentials<Storage>> credentials{};
    std::optional<typename Storage::string> subject_from_web_identity_token{};
    maybe<basic_assumed_role_user<Storage>> assumed_role_user{};
    std::optional<std::int32_t> packed_policy_size{};
    std::optional<typename Storage::string> provider{};
    std::optional<typename Storage::string> audience{};
    std::optional<typename Storage::string> source_identity{};
    std::optional<typename Storage::string> request_id{};

    static constexpr auto fields() {
        using self = basic_assume_role_with_web_identity_response;
        return field_list{
            field{"Credentials", &self::credentials},
            field{"SubjectFromWebIdentityToken", &self::subject_from_web_identity_token},
            field{"AssumedRoleUser", &self::assumed_role_user},
            field{"PackedPolicySize", &self::packed_policy_size},
            field{"Provider", &self::provider},
            field{"Audience", &self::audience},
            field{"SourceIdentity", &self::source_identity},
            field{"RequestId", &self::request_id, {.request_id = true}},
        };
    }

    friend constexpr bool operator==(const basic_assume_role_with_web_identity_response&,
                                     const basic_assume_role_with_web_identity_response&) = default;
};

using assume_role_with_web_identity_request = basic_assume_role_with_web_identity_request<owned>;
using assume_role_with_web_identity_response =
    basic_assume_role_with_web_identity_response<borrowed>;

}  // namespace ec2wire::sts

#endif
