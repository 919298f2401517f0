// If memory runs out, the result is out_of_memory and nothing else.
#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>

#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/bitwise_equal.hpp"
#include "codec/fleet_shapes.hpp"
#include "codec/layouts.hpp"
#include "codec/shapes.hpp"
#include "codec/topic_shapes.hpp"
#include "hostile/no_memory.hpp"
#include "hostile/replies.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;
using namespace ec2wire::tests;

namespace {

// A service error is an outcome like a response.
template <class T>
std::optional<errc> wrong_with(const reply<T>& found, const reply<T>& wanted) {
    BOOST_TEST_REQUIRE((wanted.has_value() || wanted.error().is_service_error()));
    if (!found && found.error().code == errc::out_of_memory) return errc::out_of_memory;
    return is_bitwise_equal(found, wanted) ? std::nullopt : std::optional(errc::bad_value);
}

template <class T>
void check_out_of_memory(std::string_view bytes) {
    BOOST_TEST_CONTEXT(bytes) {
        scratch ample;
        const auto wanted = detail::decode_strictly<T>(bytes, ample);
        const auto fast = [&](scratch& memory) {
            return wrong_with(decode_xml<T>(bytes, memory), wanted);
        };
        const auto strict = [&](scratch& memory) {
            return wrong_with(detail::decode_strictly<T>(bytes, memory), wanted);
        };
        check_every_size(fast);
        check_every_size(strict);
        check_every_allocation(fast);
        check_every_allocation(strict);
    }
}

// In all layouts, for which different code runs.
template <class T>
void check_layouts(std::string_view document) {
    for (const layout how : all_layouts) check_out_of_memory<T>(lay_out(document, how));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_memory)

BOOST_AUTO_TEST_CASE(of_a_stop_reply) {
    for (const std::size_t items : {1U, 3U, 12U})
        check_layouts<stop_instances_response>(stop_reply_of_all(items));
    check_out_of_memory<stop_instances_response>(
        lay_out(stop_reply_of_all(40), layout::two_spaces));
}
BOOST_AUTO_TEST_CASE(of_nested_lists) { check_layouts<tree>(tree_reply_of_all); }
BOOST_AUTO_TEST_CASE(of_a_describe_reply) { check_layouts<fleet>(fleet_reply_of_all); }
BOOST_AUTO_TEST_CASE(of_maps) { check_layouts<topic>(topic_reply_of_all); }
BOOST_AUTO_TEST_CASE(of_an_error) {
    check_out_of_memory<stop_instances_response>(error_reply_of_all);
    check_out_of_memory<topic>(error_reply_of_all);
}

BOOST_AUTO_TEST_CASE(of_error_members_beyond_the_code) {
    const auto decode = [](scratch& memory) -> std::optional<errc> {
        const auto entry = decode_xml_error<basic_tag<borrowed>>(
            "<ErrorResponse><Error a='' b=''><key>a&amp;b</key><value>&lt;</value></Error>"
            "</ErrorResponse>",
            memory);
        if (!entry) return entry.error().code;
        return entry->key == "a&b" && entry->value == "<" ? std::nullopt
                                                          : std::optional(errc::bad_value);
    };
    check_every_size(decode);
    check_every_allocation(decode);
}

// The memory of one item is reused for all: visited items are whole, wherever the visit ends.
BOOST_AUTO_TEST_CASE(of_a_list_that_is_visited) {
    const std::string bytes = stop_reply_of_all(50);
    const auto decode = [&](scratch& memory) -> std::optional<errc> {
        std::size_t shown = 0;
        const auto answer = decode_xml_each<&stop_instances_response::stopping_instances>(
            std::string_view(bytes), memory, [&](const instance_state_change& change) {
                shown += change.instance_id == "i-" + std::to_string(shown) &&
                         change.current_state.name->text() == "R&D";
            });
        if (!answer) return answer.error().code;
        return shown == 50 ? std::nullopt : std::optional(errc::bad_value);
    };
    check_every_size(decode);
    check_every_allocation(decode);
}

BOOST_AUTO_TEST_CASE(of_a_list_of_maps_that_is_visited) {
    const auto decode = [](scratch& memory) -> std::optional<errc> {
        std::size_t machines = 0;
        const auto answer = decode_xml_each<&fleet::groups>(
            fleet_reply_of_all, memory,
            [&](const basic_group<borrowed>& group) { machines += group.machines.size(); });
        if (!answer) return answer.error().code;
        return machines == 2 ? std::nullopt : std::optional(errc::bad_value);
    };
    check_every_size(decode);
    check_every_allocation(decode);
}

// A buffer that is too small is not changed.
BOOST_AUTO_TEST_CASE(of_a_request) {
    basic_stop_instances_request<owned> request;
    for (int i = 0; i < 12; ++i) request.instance_ids.push_back("i /" + std::to_string(i));
    const std::string whole = encode(request).value();
    for (std::size_t size = 0; size <= whole.size() + 20; ++size) {
        std::vector<char> buffer(size, '#');
        const auto query = encode(request, std::span<char>(buffer));
        if (size >= whole.size()) {
            BOOST_TEST(query.value() == whole);
            continue;
        }
        BOOST_TEST_REQUIRE(!query.has_value());
        BOOST_TEST((query.error() == encode_error{errc::buffer_too_small, {}, 0, whole.size()}));
        BOOST_TEST(std::all_of(buffer.begin(), buffer.end(), [](char c) { return c == '#'; }));
    }
}

BOOST_AUTO_TEST_SUITE_END()
