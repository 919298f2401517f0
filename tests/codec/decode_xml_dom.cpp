// Replies that decode_xml accepts have the values that a simple decoder finds in another parser's tree
// (codec/pugixml_decoder.hpp): recorded replies and random ones, and each with one byte changed.

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode_xml.hpp>
#include <ec2wire/ec2/describe_instances.hpp>
#include <ec2wire/ec2/start_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/shape/schema_of.hpp>

#include "codec/fleet_shapes.hpp"
#include "codec/layouts.hpp"
#include "codec/pugixml_decoder.hpp"
#include "codec/random_decisions.hpp"
#include "codec/random_value.hpp"
#include "codec/topic_shapes.hpp"
#include "error_text.hpp"
#include "files.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

using namespace ec2wire;
using namespace ec2wire::tests;

namespace {

// Whether the document is a reply; if so, checks that the tree has the same values.
template <class T>
bool holds(std::string_view document) {
    scratch memory;
    const auto reply = decode_xml<T>(document, memory);
    if (!reply) return false;
    const dom<typename T::service::protocol> tree(document);
    BOOST_REQUIRE_MESSAGE(tree.is_parsed() && tree.holds(*reply), document);
    return true;
}

// Returns how many documents are replies that differ from this one in one byte, at every `stride`-th byte.
template <class T>
std::size_t count_changed(std::string document, std::size_t stride) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < document.size(); i += stride)
        for (const char c : {'<', '>', '/', '&', ' ', '0', 'i', '"'}) {
            const char before = std::exchange(document[i], c);
            count += std::size_t{holds<T>(document)};
            document[i] = before;
        }
    return count;
}

template <class T>
void check_random_replies(unsigned seed, std::size_t number) {
    decisions decide(seed);
    for (std::size_t i = 0; i < number; ++i) {
        scratch memory;
        T value{};
        random_value(decide, memory).fill(ec2wire::detail::structure_of<T>::schema, &value);
        const auto printed = encode_xml(value, xml_layout::minified);
        BOOST_REQUIRE_MESSAGE(printed.has_value(), error_text(printed));
        const std::string_view root(printed->data() + printed->find('\n') + 1);
        for (const layout how : all_layouts) {
            const std::string document = lay_out(root, how);
            BOOST_TEST(holds<T>(document), document);
            count_changed<T>(document, 29);
        }
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_decode_xml_dom)

BOOST_AUTO_TEST_CASE(recorded_replies_and_those_that_differ_in_a_byte) {
    for (const char* const name : {"stop_instances.xml", "stop_instances_minified.xml"}) {
        const std::string document = read_file(wire_folder() / name);
        BOOST_TEST(holds<stop_instances_response>(document), name);
        BOOST_TEST(count_changed<stop_instances_response>(document, 2) > 100);
    }
    const std::string document = read_file(wire_folder() / "start_instances_20.xml");
    BOOST_TEST(count_changed<start_instances_response>(document, 7) > 100);
}

BOOST_AUTO_TEST_CASE(describe_instances_as_it_was_recorded,
                     *boost::unit_test::precondition(needs{conformance_folder() / "replies"})) {
    const std::string document =
        read_file(conformance_folder() / "replies" / "ec2-describe-instances.xml");
    BOOST_TEST(holds<describe_instances_response>(document));
    BOOST_TEST(count_changed<describe_instances_response>(document, 11) > 100);
}

BOOST_AUTO_TEST_CASE(random_replies_in_every_layout) {
    check_random_replies<fleet>(1, 6);
    check_random_replies<topic>(2, 6);
}

BOOST_AUTO_TEST_CASE(a_value_that_the_tree_has_not_is_seen) {
    const std::string document = read_file(wire_folder() / "stop_instances.xml");
    scratch memory;
    auto reply = decode_xml<stop_instances_response>(document, memory);
    BOOST_TEST_REQUIRE(reply.has_value());
    const dom<ec2_query> tree(document);
    BOOST_TEST(tree.holds(*reply));
    reply->stopping_instances = {};
    BOOST_TEST(!tree.holds(*reply));
}

BOOST_AUTO_TEST_SUITE_END()
