// A request decodes from CloudTrail's requestParameters as it was sent, in every form that rule C8 allows.
#include <ec2wire/codec/decode_cloudtrail_request.hpp>

#include <ec2wire/codec/encode.hpp>
#include <ec2wire/ec2/describe_instance_status.hpp>
#include <ec2wire/ec2/describe_instances.hpp>
#include <ec2wire/ec2/monitor_instances.hpp>
#include <ec2wire/ec2/run_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/protocol.hpp>
#include <ec2wire/sts/assume_role.hpp>

#include "codec/cloudtrail_request_writer.hpp"
#include "codec/random_value.hpp"
#include "error_text.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;
using namespace ec2wire::tests;

namespace {

struct depot {
    using protocol = aws_query;
    static constexpr std::string_view version = "2015-01-25";
};

struct crate {
    std::optional<std::string> name{};
    std::optional<int> weight{};
    std::vector<std::string> marks{};
    std::vector<crate> parts{};

    static constexpr auto fields() {
        return field_list{field{"Name", &crate::name, {.required = true}},
                          field{"Weight", &crate::weight},
                          field{"Marks", &crate::marks, {.xml_name = "Mark"}},
                          field{"Parts", &crate::parts, {.xml_name = "Part"}}};
    }
};

// A request with members of most kinds.
struct store_crates_request {
    using service = depot;
    static constexpr std::string_view operation = "StoreCrates";

    std::optional<std::string> title{};
    std::optional<bool> is_fragile{};
    std::optional<double> height{};
    std::optional<timestamp> since{};
    int floor{};
    maybe<crate> largest{};
    crate smallest{};
    std::vector<crate> crates{};
    std::optional<std::vector<crate>> spare_crates{};
    std::vector<int> rows{};
    std::vector<map_entry<std::string, std::string>> labels{};
    std::vector<map_entry<std::string, crate>> named{};

    static constexpr auto fields() {
        using self = store_crates_request;
        return field_list{field{"Title", &self::title},
                          field{"IsFragile", &self::is_fragile},
                          field{"Height", &self::height},
                          field{"Since", &self::since},
                          field{"Floor", &self::floor},
                          field{"Largest", &self::largest},
                          field{"Smallest", &self::smallest},
                          field{"Crates", &self::crates, {.flattened = true}},
                          field{"SpareCrates", &self::spare_crates},
                          field{"Rows", &self::rows},
                          field{"Labels", &self::labels},
                          field{"Named", &self::named}};
    }
};

template <class Request>
void check_request() {
    json::parser parser;
    std::size_t checked = 0;
    for (unsigned seed = 0; seed < 300; ++seed) {
        scratch memory;
        decisions decide(seed);
        Request request{};
        const detail::json_target target = detail::json_target_of(request, nullptr);
        random_value(decide, memory).fill(*target.structure, &request);
        const auto sent = encode(request);
        if (!sent) continue;  // an element without members, which no query can hold
        ++checked;
        const std::string record =
            cloudtrail_request_writer(*target.message, decide).print(&request);
        BOOST_TEST_CONTEXT("seed " << seed << "\n" << record) {
            const auto read = decode_cloudtrail_request<Request>(record, memory, parser);
            BOOST_TEST_REQUIRE(read.has_value(), error_text(read));
            BOOST_TEST(encode(*read).value() == *sent);
        }
    }
    BOOST_TEST(checked >= 50U);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_decode_cloudtrail_request_values)

BOOST_AUTO_TEST_CASE(requests_of_the_library_are_what_was_sent) {
    check_request<describe_instance_status_request>();
    check_request<describe_instances_request>();
    check_request<monitor_instances_request>();
    check_request<run_instances_request>();
    check_request<stop_instances_request>();
    check_request<sts::assume_role_request>();
}

BOOST_AUTO_TEST_CASE(a_request_with_members_of_most_kinds_is_what_was_sent) {
    check_request<store_crates_request>();
}

BOOST_AUTO_TEST_SUITE_END()
