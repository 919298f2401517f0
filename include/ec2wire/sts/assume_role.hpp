#ifndef EC2WIRE_STS_ASSUME_ROLE_HPP
#define EC2WIRE_STS_ASSUME_ROLE_HPP

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

template <class Storage>
struct basic_tag {
    std::optional<typename Storage::string> key{};
    std::optional<typename Storage::string> value{};

    static constexpr auto fields() {
        using self = basic_tag;
        return field_list{
            field{"Key", &self::key, {.required = true}},
            field{"Value", &self::value, {.required = true}},
        };
    }

    friend constexpr bool operator==(const basic_tag&, const basic_tag&) = default;
};

template <class Storage>
struct basic_provided_context {
    std::optional<typename Storage::string> provider_arn{};
    std::optional<typename Storage::string> context_assertion{};

    static constexpr auto fields() {
        using self = basic_provided_context;
        return field_list{
            field{"ProviderArn", &self::provider_arn},
            field{"ContextAssertion", &self::context_assertion},
        };
    }

    friend constexpr bool operator==(const basic_provided_context&,
                                     const basic_provided_context&) = default;
};

// Returns temporary credentials for a role. The request is signed with credentials that the caller
// has.
template <class Storage>
struct basic_assume_role_request {
    using service = sts;
    static constexpr std::string_view operation = "AssumeRole";
    static constexpr bool is_request = true;

    // The ARN of the role. Required.
    std::optional<typename Storage::string> role_arn{};
    // A name for the session, 2 to 64 of the characters A-Z a-z 0-9 _ + = , . @ and -, which
    // CloudTrail shows. Required.
    std::optional<typename Storage::string> role_session_name{};
    maybe<typename Storage::template list<basic_policy_descriptor_type<Storage>>> policy_arns{};
    std::optional<typename Storage::string> policy{};
    // How long the credentials are valid, in seconds: at least 900.
    std::optional<std::int32_t> duration_seconds{};
    maybe<typename Storage::template list<basic_tag<Storage>>> tags{};
    maybe<typename Storage::template list<typename Storage::string>> transitive_tag_keys{};
    std::optional<typename Storage::string> external_id{};
    std::optional<typename Storage::string> serial_number{};
    std::optional<typename Storage::string> token_code{};
    std::optional<typename Storage::string> source_identity{};
    maybe<typename Storage::template list<basic_provided_context<Storage>>> provided_contexts{};

    static constexpr auto fields() {
        using self = basic_assume_role_request;
        return field_list{
            field{"RoleArn", &self::role_arn, {.required = true}},
            field{"RoleSessionName", &self::role_session_name, {.required = true}},
            field{"PolicyArns", &self::policy_arns},
            field{"Policy", &self::policy},
            field{"DurationSeconds", &self::duration_seconds},
            field{"Tags", &self::tags},
            field{"TransitiveTagKeys", &self::transitive_tag_keys},
            field{"ExternalId", &self::external_id},
            field{"SerialNumber", &self::serial_number},
            field{"TokenCode", &self::token_code},
            field{"SourceIdentity", &self::source_identity},
            field{"ProvidedContexts", &self::provided_contexts},
        };
    }

    friend constexpr bool operator==(const basic_assume_role_request&,
                                     const basic_assume_role_request&) = default;
};

template <class Storage>
struct basic_assume_role_response {
    using service = sts;
    static constexpr std::string_view operation = "AssumeRole";
    static constexpr bool is_request = false;

    maybe<basic_credentials<Storage>> credentials{};
    maybe<basic_assumed_role_user<Storage>> assumed_role_user{};
    std::optional<std::int32_t> packed_policy_size{};
    std::optional<typename Storage::string> source_identity{};
    std::optional<typename Storage::string> request_id{};

    static constexpr auto fields() {
        using self = basic_assume_role_response;
        return field_list{
            field{"Credentials", &self::credentials},
            field{"AssumedRoleUser", &self::assumed_role_user},
            field{"PackedPolicySize", &self::packed_policy_size},
            field{"SourceIdentity", &self::source_identity},
            field{"RequestId", &self::request_id, {.request_id = true}},
        };
    }

    friend constexpr bool operator==(const basic_assume_role_response&,
                                     const basic_assume_role_response&) = default;
};

using tag = basic_tag<borrowed>;
using provided_context = basic_provided_context<borrowed>;
using assume_role_request = basic_assume_role_request<owned>;
using assume_role_response = basic_assume_role_response<borrowed>;

}  // namespace ec2wire::sts

#endif
