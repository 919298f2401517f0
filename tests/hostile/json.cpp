// What hostile JSON may do: memory that runs out, depth, and a small stack.
#include <ec2wire/codec/decode_json.hpp>

#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/fleet.hpp"
#include "codec/identical.hpp"
#include "codec/shapes.hpp"
#include "codec/topic.hpp"
#include "hostile/no_memory.hpp"
#include "hostile/small_stack.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::tests;

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
    return is_identical(found, wanted) ? std::nullopt : std::optional(errc::bad_value);
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

std::string nested(std::size_t depth, std::string_view open, std::string_view close) {
    std::string text = "{\"New\":";
    for (std::size_t i = 1; i < depth; ++i) text += open;
    text += "1";
    for (std::size_t i = 1; i < depth; ++i) text += close;
    return text + "}";
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

// Where no member is known, too, and on a stack of 128 KiB.
BOOST_AUTO_TEST_CASE(past_256_levels_it_is_too_deep) {
    for (const std::size_t depth : {255U, 256U, 257U, 1000U, 100'000U}) {
        for (const bool is_array : {false, true}) {
            const std::string bytes =
                is_array ? nested(depth, "[", "]") : nested(depth, "{\"a\":", "}");
            std::optional<errc> wrong;
            run_in_small_stack(128 * 1024, [&] {
                scratch memory;
                const auto answer = decode_json<stop_instances_response>(bytes, memory);
                if (!answer) wrong = answer.error().code;
            });
            BOOST_TEST(wrong.has_value() == (depth > 256));
            if (wrong) BOOST_TEST(to_string(*wrong) == "too_deep");
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
