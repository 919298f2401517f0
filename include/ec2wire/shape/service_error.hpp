#ifndef EC2WIRE_SHAPE_SERVICE_ERROR_HPP
#define EC2WIRE_SHAPE_SERVICE_ERROR_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

namespace ec2wire {

// An error that the service reports.
//
//   <Response><Errors><Error><Code>InvalidInstanceID.NotFound</Code><Message>The instance ID
//   'i-1' does not exist</Message></Error></Errors><RequestID>ea966190-...</RequestID></Response>
template <class Storage>
struct basic_service_error {
    typename Storage::string code{};        // empty only if the service sent none
    typename Storage::string message{};     // for people; empty if the service sent none
    typename Storage::string request_id{};  // for AWS support; empty if there is none

    static constexpr auto fields() {
        using self = basic_service_error;
        return field_list{field{"Code", &self::code}, field{"Message", &self::message},
                          field{"RequestId", &self::request_id, {.request_id = true}}};
    }

    friend constexpr bool operator==(const basic_service_error&,
                                     const basic_service_error&) = default;
};

// An error as decoded: views into the bytes and the scratch of the reply.
using service_error = basic_service_error<borrowed>;

// Whether an error code means that the service is called too often: wait longer before the next try than
// after other errors. The codes are those of the AWS SDKs (rule E4).
constexpr bool is_throttling(std::string_view code) noexcept {
    for (const std::string_view throttling :
         {"Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException",
          "RequestThrottled", "TooManyRequestsException", "ProvisionedThroughputExceededException",
          "TransactionInProgressException", "RequestLimitExceeded", "BandwidthLimitExceeded",
          "LimitExceededException", "SlowDown", "PriorRequestNotComplete", "EC2ThrottledException"})
        if (code == throttling) return true;
    return false;
}

// Whether the same request may succeed if it is sent again, by the HTTP status, for a body that is not a
// reply (rule E4).
constexpr bool is_transient(int http_status) noexcept {
    return http_status == 500 || http_status == 502 || http_status == 503 || http_status == 504;
}

// Whether the same request may succeed if it is sent again, by the error code, and by the HTTP status if the
// caller has it (rule E4). IDPCommunicationError is a code of STS, which could not reach an identity
// provider.
constexpr bool is_transient(std::string_view code, int http_status = 0) noexcept {
    for (const std::string_view transient : {"RequestTimeout", "RequestTimeoutException",
                                             "PriorRequestNotComplete", "IDPCommunicationError"})
        if (code == transient) return true;
    return is_transient(http_status);
}

// Classify a decoded error in the same way.
template <class Storage>
constexpr bool is_throttling(const basic_service_error<Storage>& error) noexcept {
    return is_throttling(std::string_view(error.code));
}
template <class Storage>
constexpr bool is_transient(const basic_service_error<Storage>& error,
                            int http_status = 0) noexcept {
    return is_transient(std::string_view(error.code), http_status);
}

// The result of a request with DryRun=true, which the service always answers with an error (rule E3).
enum class dry_run_outcome : std::uint8_t {
    would_succeed,   // DryRunOperation, HTTP 412
    not_authorized,  // UnauthorizedOperation, HTTP 403
};

// Returns the outcome of a dry run, or nothing if the error has another cause. Only for a request with
// DryRun=true: otherwise UnauthorizedOperation is an ordinary error.
constexpr std::optional<dry_run_outcome> dry_run_result(std::string_view code) noexcept {
    if (code == "DryRunOperation") return dry_run_outcome::would_succeed;
    if (code == "UnauthorizedOperation") return dry_run_outcome::not_authorized;
    return std::nullopt;
}

// Returns the outcome from a decoded error.
template <class Storage>
constexpr std::optional<dry_run_outcome> dry_run_result(
    const basic_service_error<Storage>& error) noexcept {
    return dry_run_result(std::string_view(error.code));
}

namespace detail {

struct error_entry {
    std::optional<std::string_view> code{};
    std::optional<std::string_view> message{};
    std::optional<std::string_view> request_id{};  // of moto; elsewhere it is beside the error

    static constexpr auto fields() {
        return field_list{field{"Code", &error_entry::code},
                          field{"Message", &error_entry::message},
                          field{"RequestId", &error_entry::request_id}};
    }
};

// E1 (error documents). The roots of a document that contains errors, and the roots that are an error
// themselves: AWS's front ends send <Error>, and <AccessDeniedException>, <ServiceUnavailableException/> and
// the like.
constexpr bool is_error_root(std::string_view name) noexcept {
    return name == "Response" || name == "ErrorResponse";
}
constexpr bool is_exception(std::string_view root) noexcept { return root.ends_with("Exception"); }
constexpr bool is_error_entry(std::string_view root) noexcept {
    return root == "Error" || is_exception(root);
}

// E1. An error document, as a shape. Its root is <Response> from EC2, <ErrorResponse> from an awsQuery
// service, and the error itself from some of their front ends.
//
//   <Error><Code>SlowDown</Code><Message/><RequestId>59db...</RequestId></Error>
//
// An <Error> in one of these positions is an error even if it is empty, and so is an empty <Errors>.
template <class Entry>
struct basic_error_document {
    // A list_view never destroys its elements.
    using list = std::conditional_t<std::is_trivially_destructible_v<Entry>, list_view<Entry>,
                                    std::vector<Entry>>;

    maybe<list> wrapped{};  // <Errors><Error>...</Error></Errors>
    list flattened{};       // <Error>...</Error>
    std::optional<std::string_view> code{};
    std::optional<std::string_view> message{};
    std::optional<std::string_view> message_of_exception{};
    std::optional<std::string_view> request_id{};
    std::optional<std::string_view> request_id_of_ec2{};
    std::optional<std::string_view> request_id_of_ec2_reply{};

    static constexpr auto fields() {
        using self = basic_error_document;
        return field_list{field{"Errors", &self::wrapped, {.item_name = "Error"}},
                          field{"Error", &self::flattened, {.flattened = true}},
                          field{"Code", &self::code},
                          field{"Message", &self::message},
                          field{"message", &self::message_of_exception},
                          field{"RequestID", &self::request_id_of_ec2},
                          field{"RequestId", &self::request_id},
                          field{"requestId", &self::request_id_of_ec2_reply}};
    }

    // Whether there is an error below the root; it has no code if <Errors> is empty.
    constexpr bool has_entry() const noexcept { return wrapped.has_value() || !flattened.empty(); }

    // Returns the first error below the root; null if <Errors> is empty.
    constexpr const Entry* first() const noexcept {
        return !wrapped.empty()     ? std::addressof(wrapped.front())
               : !flattened.empty() ? std::addressof(flattened.front())
                                    : nullptr;
    }
};

using error_document = basic_error_document<error_entry>;

// Returns the service's error from a document with this root, which is the error itself or contains it.
EC2WIRE_COLD constexpr service_error error_in(const error_document& document, std::string_view root) noexcept {
    service_error error{};
    if (is_error_entry(root)) {
        error.code = is_exception(root) ? root : document.code.value_or("");
        error.message = document.message.value_or(document.message_of_exception.value_or(""));
    } else if (const error_entry* const first = document.first()) {
        error.code = first->code.value_or("");
        error.message = first->message.value_or("");
        error.request_id = first->request_id.value_or("");
    }
    for (const auto& id :
         {document.request_id_of_ec2_reply, document.request_id, document.request_id_of_ec2})
        if (id) error.request_id = *id;
    return error;
}

}  // namespace detail

}  // namespace ec2wire

#endif
