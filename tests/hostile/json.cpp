// Limits with hostile JSON: memory that runs out, depth, and a small stack.
#include <ec2wire/codec/decode_cloudtrail_request.hpp>
#include <ec2wire/codec/decode_json.hpp>

#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/bitwise_equal.hpp"
#include "codec/fleet_shapes.hpp"
#include "codec/shapes.hpp"
#include "codec/topic_shapes.hpp"
#include "hostile/no_memory.hpp"
#include "hostile/small_stack.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdio>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace ec2wire;
using namespace ec2wire::tests;

namespace {

// How many more allocations without exceptions, those of simdjson and of the scratch, succeed before one fails.
constexpr int all = -1;
int allocations_left = all;

bool is_refused() {
    if (allocations_left == all) return false;
    return allocations_left-- == 0;
}

}  // namespace

void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return is_refused() ? nullptr : ::operator new(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
    return is_refused() ? nullptr : ::operator new[](size);
}

namespace {

constexpr std::string_view stop_json =
    R"({"StoppingInstances":[{"InstanceId":"i\u002d1","CurrentState":{"Code":64,"Name":"a\"b"}},)"
    R"({"InstanceId":"i-2"},{},{"InstanceId":"\ud83d\ude00"},{"PreviousState":{"Code":16}}]})";

constexpr std::string_view fleet_json =
    R"({"Groups":[{"Name":"\u0067","Machines":[{"Id":"m","Cookie":"AAECAwQF","Addresses":["1","2\n",)"
    R"("3"],"Tags":[{"Key":"a"},{"Key":"b"}],"Notes":["n","o"]},{}]},{}],"Names":["1","2","3"],)"
    R"("Counts":[1,2,3,4,5],"Extras":[{"Key":"k\\"}],"Next":"\t"})";

constexpr std::string_view error_json =
    R"({"Error":{"Code":"A\u0042","Message":"a\nb"},"ResponseMetadata":{"RequestId":"\u0072"}})";

constexpr std::string_view cloudtrail_json =
    R"({"eventName":"StopInstances","requestID":"\u0072","responseElements":{"instancesSet":{"items":)"
    R"([{"instanceId":"i\u002d1","currentState":{"code":64,"name":"stopping"}},{}]}}})";

constexpr std::string_view topic_json =
    R"({"Attributes":{"\u0061":"b\n","c":"d"},"Ranks":{"\t":1},"Teams":{"red":["1","\u0032"]},)"
    R"("Notes":{"n":"m"},"Rows":[[1,2],[],[3]],"Owner":"o"})";

template <class T>
std::optional<errc> wrong_with(const reply<T>& found, const reply<T>& wanted) {
    BOOST_TEST_REQUIRE((wanted.has_value() || wanted.error().is_service_error()));
    if (!found && found.error().code == errc::out_of_memory) return errc::out_of_memory;
    return is_bitwise_equal(found, wanted) ? std::nullopt : std::optional(errc::bad_value);
}

template <class T>
void check_out_of_memory(std::string_view bytes, bool is_cloudtrail = false) {
    const auto decode = [&](scratch& memory) {
        return is_cloudtrail ? decode_cloudtrail<T>(bytes, memory) : decode_json<T>(bytes, memory);
    };
    scratch ample;
    const auto wanted = decode(ample);
    const auto wrong = [&](scratch& memory) { return wrong_with(decode(memory), wanted); };
    check_every_size(wrong);
    check_every_allocation(wrong);
}

// An unknown member with as many levels in all. Without an escape the fast reader reads it first.
std::string nested(std::size_t levels, std::string_view open, std::string_view close,
                   std::string_view text) {
    std::string before, after;
    for (std::size_t i = 1; i < levels; ++i) before += open, after += close;
    return "{\"New\":" + before + std::string(text) + after + ",\"StoppingInstances\":[]}";
}

// The deepest object of a recursive shape.
std::string deepest_tree(bool is_of_lists, std::string_view name) {
    std::string before, after;
    for (int i = 0; i < (is_of_lists ? 127 : 255); ++i) {
        before += is_of_lists ? "{\"Branches\":[" : "{\"Inner\":";
        after += is_of_lists ? "]}" : "}";
    }
    return before + "{\"Name\":\"" + std::string(name) + "\"}" + after;
}

// A request that nests to any depth.
struct step {
    std::vector<step> steps{};

    static constexpr auto fields() { return field_list{field{"Steps", &step::steps}}; }
};
struct create_steps_request {
    using service = ec2;
    static constexpr std::string_view operation = "CreateSteps";

    std::vector<step> steps{};

    static constexpr auto fields() {
        return field_list{field{"Steps", &create_steps_request::steps}};
    }
};

template <class T>
std::optional<errc> wrong_in_small_stack(const std::string& bytes) {
    std::optional<errc> wrong;
    run_in_small_stack([&] {
        scratch memory;
        const auto answer = decode_json<T>(bytes, memory);
        if (!answer) wrong = answer.error().code;
    });
    return wrong;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_json)

BOOST_AUTO_TEST_CASE(memory_that_runs_out_is_out_of_memory) {
    check_out_of_memory<stop_instances_response>(stop_json);
    check_out_of_memory<stop_instances_response>(error_json);
    check_out_of_memory<stop_instances_response>(cloudtrail_json, true);
    check_out_of_memory<fleet>(fleet_json);
    check_out_of_memory<topic>(topic_json);
}

// Each of simdjson's allocations fails once, for the first document of a parser and for a larger one; later the
// parser works.
BOOST_AUTO_TEST_CASE(memory_that_runs_out_for_the_parser_is_out_of_memory) {
#if defined(SIMDJSON_DEVELOPMENT_CHECKS) && SIMDJSON_DEVELOPMENT_CHECKS
    std::puts(
        "SKIPPED memory that runs out for the parser: simdjson's own checks do not expect it");
    return;
#endif
    const json::padded_string small(std::string_view(R"({"StoppingInstances":[],"\u0041":1})"));
    const json::padded_string large(stop_json);
    for (const bool is_first : {true, false}) {
        int failures = 0;
        for (int number = 0;; ++number) {
            json::parser parser;
            std::vector<std::byte> room(8192);
            scratch memory{std::span<std::byte>(room)};
            if (!is_first)
                BOOST_TEST(decode_json<stop_instances_response>(small, memory, parser).has_value());
            allocations_left = number;
            const auto reply = decode_json<stop_instances_response>(large, memory, parser);
            const bool has_failed = std::exchange(allocations_left, all) == all;
            if (!reply) BOOST_TEST(to_string(reply.error().code) == "out_of_memory");
            if (!reply) ++failures;
            const auto again = decode_json<stop_instances_response>(large, memory, parser);
            BOOST_TEST_REQUIRE(again.has_value());
            BOOST_TEST((again->stopping_instances[0].instance_id == "i-1"));
            if (!has_failed) break;
        }
        BOOST_TEST(failures > 0);
    }
}

BOOST_AUTO_TEST_CASE(padded_json_takes_memory_for_lists_and_escapes_alone) {
    const json::padded_string bytes(fleet_json);
    json::parser parser;
    scratch ample;
    const auto wanted = decode_json<fleet>(bytes, ample, parser);
    const auto wrong = [&](scratch& memory) {
        return wrong_with(decode_json<fleet>(bytes, memory, parser), wanted);
    };
    check_every_size(wrong);
    check_every_allocation(wrong);
}

// The levels are the record, requestParameters, and an array and an object for each step.
BOOST_AUTO_TEST_CASE(past_64_levels_the_parameters_of_a_record_are_too_deep) {
    for (const std::size_t steps : {1U, 31U, 32U, 127U}) {
        std::string bytes = R"({"eventName":"CreateSteps","requestParameters":)";
        for (std::size_t i = 0; i < steps; ++i) bytes += R"({"steps":[)";
        bytes += "{}";
        for (std::size_t i = 0; i < steps; ++i) bytes += "]}";
        bytes += '}';
        std::optional<errc> wrong;
        run_in_small_stack([&] {
            scratch memory;
            const auto request = decode_cloudtrail_request<create_steps_request>(bytes, memory);
            if (!request) wrong = request.error().code;
        });
        BOOST_TEST(wrong.has_value() == (steps > 31));
        if (wrong) BOOST_TEST(to_string(*wrong) == "too_deep");
    }
}

// Also if no member is known, and on a small stack.
BOOST_AUTO_TEST_CASE(past_256_levels_it_is_too_deep) {
    for (const std::size_t depth : {255U, 256U, 257U, 1000U, 100'000U}) {
        for (const bool is_array : {false, true}) {
            for (const std::string_view text : {"1", "\"\\n\""}) {
                const std::string bytes =
                    is_array ? nested(depth, "[", "]", text) : nested(depth, "{\"a\":", "}", text);
                const auto wrong = wrong_in_small_stack<stop_instances_response>(bytes);
                BOOST_TEST(wrong.has_value() == (depth > 256));
                if (wrong) BOOST_TEST(to_string(*wrong) == "too_deep");
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_recursive_shape_is_read_to_the_last_of_256_levels) {
    for (const bool is_of_lists : {false, true}) {
        for (const std::string_view name : {"n", "\\n"}) {
            const std::string bytes = deepest_tree(is_of_lists, name);
            BOOST_TEST(!wrong_in_small_stack<tree>(bytes).has_value());
            BOOST_TEST(!wrong_in_small_stack<owning<tree>>(bytes).has_value());
        }
    }
    const std::string too_deep = "{\"Inner\":" + deepest_tree(false, "n") + "}";
    BOOST_TEST((wrong_in_small_stack<tree>(too_deep) == errc::too_deep));
}

// The bytes between two scalars, which the scalars of other elements are compared with, may be most of a document.
BOOST_AUTO_TEST_CASE(many_scalars_after_a_large_gap_are_read_in_linear_time) {
    const std::string gap(4'000'000, ' ');
    std::string bytes =
        R"({"Groups":[{"Machines":[{"Id":"m"},{"Tags":[{"Key":"a")" + gap + R"(}]},{"Tags":[)";
    for (int i = 0; i < 300'000; ++i) bytes += R"({"Key":"b"},)";
    bytes += "{}" + gap + "]}]}]}";
    scratch memory;
    const auto answer = decode_json<fleet>(bytes, memory);
    BOOST_TEST_REQUIRE(answer.has_value());
    BOOST_TEST(answer->groups[0].machines[2].tags.size() == 300'001U);
}

BOOST_AUTO_TEST_SUITE_END()
