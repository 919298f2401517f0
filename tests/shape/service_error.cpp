#include <ec2wire/shape/service_error.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

using namespace ec2wire;

namespace {

// E4 (codes to retry): the tables of the SDKs.
const std::vector<std::string_view> throttling_codes = {"Throttling",
                                                        "ThrottlingException",
                                                        "ThrottledException",
                                                        "RequestThrottledException",
                                                        "RequestThrottled",
                                                        "TooManyRequestsException",
                                                        "ProvisionedThroughputExceededException",
                                                        "TransactionInProgressException",
                                                        "RequestLimitExceeded",
                                                        "BandwidthLimitExceeded",
                                                        "LimitExceededException",
                                                        "SlowDown",
                                                        "PriorRequestNotComplete",
                                                        "EC2ThrottledException"};
// And a code that STS's service model declares as retryable.
const std::vector<std::string_view> transient_codes = {"RequestTimeout", "RequestTimeoutException",
                                                       "PriorRequestNotComplete",
                                                       "IDPCommunicationError"};

bool contains(const std::vector<std::string_view>& codes, std::string_view code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(shape_service_error)

static_assert(is_throttling(service_error{.code = "RequestLimitExceeded"}));
static_assert(dry_run_result("DryRunOperation") == dry_run_outcome::would_succeed);

BOOST_AUTO_TEST_CASE(codes_are_classified_as_the_sdks_do) {
    for (const auto code : throttling_codes) {
        BOOST_TEST(is_throttling(code));
        BOOST_TEST(is_transient(code) == contains(transient_codes, code));
    }
    for (const auto code : transient_codes) {
        BOOST_TEST(is_transient(code));
        BOOST_TEST(is_transient(service_error{.code = code}));
        BOOST_TEST(is_throttling(code) == contains(throttling_codes, code));
    }
    for (const std::string_view code : {"", "throttling", "Throttlin", "Throttling ",
                                        "InvalidInstanceID.NotFound", "UnauthorizedOperation"}) {
        BOOST_TEST(!is_throttling(code));
        BOOST_TEST(!is_transient(code));
    }
}

BOOST_AUTO_TEST_CASE(four_http_statuses_are_transient) {
    for (int status = 0; status < 600; ++status) {
        const bool wanted = status == 500 || status == 502 || status == 503 || status == 504;
        BOOST_TEST(is_transient(status) == wanted);
        BOOST_TEST(is_transient("InternalError", status) == wanted);
        BOOST_TEST(is_transient(service_error{.code = "InternalError"}, status) == wanted);
        BOOST_TEST(is_transient("RequestTimeout", status));
    }
}

// E3 (dry runs).
BOOST_AUTO_TEST_CASE(a_dry_run_has_two_outcomes) {
    BOOST_TEST((dry_run_result("DryRunOperation") == dry_run_outcome::would_succeed));
    BOOST_TEST((dry_run_result("UnauthorizedOperation") == dry_run_outcome::not_authorized));
    const basic_service_error<owned> error{.code = "DryRunOperation"};
    BOOST_TEST((dry_run_result(error) == dry_run_outcome::would_succeed));
    for (const std::string_view code : {"", "DryRun", "DryRunOperation.x", "Throttling"})
        BOOST_TEST(!dry_run_result(code).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
