// Every document of the hostile collection has the outcome in its line, in both engines, before a forbidden
// page and after one.
#include <ec2wire/codec/decode_xml.hpp>

#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/bitwise_equal.hpp"
#include "codec/fleet_shapes.hpp"
#include "codec/refusals.hpp"
#include "codec/shapes.hpp"
#include "codec/topic_shapes.hpp"
#include "guarded_bytes.hpp"
#include "hostile/manifest.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::tests;

namespace {

// Calls check.template operator()<Shape>() for the shape of that name.
template <class Check>
void with_shape(std::string_view name, Check check) {
    if (name == "stop") return check.template operator()<stop_instances_response>();
    if (name == "tree") return check.template operator()<tree>();
    if (name == "scalars") return check.template operator()<scalars>();
    if (name == "fleet") return check.template operator()<fleet>();
    if (name == "topic") return check.template operator()<topic>();
    throw std::runtime_error("no such shape: " + std::string(name));
}

// Owning shapes too, which fill containers and not the scratch.
template <class T>
void check_outcome(const hostile_case& one, const reply<T>& answer) {
    const std::string outcome =
        answer.has_value() ? "ok" : std::string(to_string(answer.error().code));
    BOOST_TEST(outcome == one.outcome);
    if (answer.has_value()) return;
    BOOST_TEST(answer.error().offset >= one.first);
    BOOST_TEST(answer.error().offset <= one.last);
    BOOST_TEST((answer.error().is_service_error() || answer.error().service == service_error{}));
}

template <class T>
void check_case(const hostile_case& one, std::string_view bytes) {
    scratch fast_memory, strict_memory, owned_memory;
    const auto fast = decode_xml<T>(bytes, fast_memory);
    const auto strict = detail::decode_strictly<T>(bytes, strict_memory);
    const auto owned = decode_xml<owning<T>>(bytes, owned_memory);
    check_outcome(one, fast);
    check_outcome(one, strict);
    check_outcome(one, owned);
    BOOST_TEST(is_bitwise_equal(fast, strict));
    BOOST_TEST((owned.has_value() || owned.error() == strict.error()));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_decode_xml)

BOOST_AUTO_TEST_CASE(every_document_has_the_outcome_of_its_line) {
    for (const hostile_case& one : hostile_cases()) {
        BOOST_TEST_CONTEXT(one.name << ": " << one.what) {
            for (const guard side : {guard::after, guard::before}) {
                const guarded_bytes bytes{one.document, side};
                with_shape(one.shape, [&]<class T>() { check_case<T>(one, bytes.view()); });
            }
        }
    }
}

// A document is refused because of the byte at the offset: the bytes before it, alone, are truncated, or not
// a document yet, or whole (if the error follows the root), or end with a missing value: <code/>.
BOOST_AUTO_TEST_CASE(the_bytes_before_the_offset_are_not_at_fault) {
    for (const hostile_case& one : hostile_cases()) {
        BOOST_TEST_CONTEXT(one.name << ": " << one.what) {
            with_shape(one.shape, [&]<class T>() {
                scratch memory;
                const auto answer = decode_xml<T>(one.document, memory);
                if (answer.has_value() || one.document.size() > 10000) return;
                const std::size_t offset = answer.error().offset;
                const guarded_bytes before{std::string_view(one.document).substr(0, offset)};
                scratch other;
                const auto cut = decode_xml<T>(before.view(), other);
                BOOST_TEST((cut.has_value() || cut.error().is_service_error() ||
                            cut.error().code == errc::unexpected_end ||
                            cut.error().code == errc::not_a_document ||
                            cut.error() == answer.error()));
            });
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
