#include "target.hpp"

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode_xml.hpp>
#include <ec2wire/ec2/describe_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/bitwise_equal.hpp"
#include "codec/fleet_shapes.hpp"
#include "codec/pugixml_decoder.hpp"
#include "codec/topic_shapes.hpp"

#include <string_view>

// decode_xml: an accepted reply has the values that pugixml finds, in both protocols, with lists, maps and an
// instance of DescribeInstances; visiting items one by one gives the same items; and encode_xml writes the
// same values.
//
//   byte 0        the shape
//   the others    the document
namespace {

using namespace ec2wire;

template <class T>
void check_written(const T& answer) {
    for (const bool is_minified : {false, true}) {
        const auto xml = encode_xml(answer, is_minified ? xml_layout::minified : xml_layout::ec2);
        fuzz::require(xml.has_value(), "what was read is written");
        scratch memory;
        const auto again = decode_xml<T>(*xml, memory);
        fuzz::require(again.has_value() && tests::is_bitwise_equal(*again, answer),
                      "and read as the same");
    }
}

template <class T>
reply<T> check_values(std::string_view bytes, scratch& memory) {
    const auto answer = decode_xml<T>(bytes, memory);
    if (!answer) return answer;
    const tests::dom<typename T::service::protocol> tree(bytes);
    fuzz::require(tree.is_parsed(), "what is accepted is a tree to pugixml");
    fuzz::require(tree.holds(*answer), "the values are those of the tree");
    check_written(*answer);
    return answer;
}

template <auto Member, class T>
void check_each(std::string_view bytes) {
    scratch memory, other;
    const auto answer = check_values<T>(bytes, memory);
    std::size_t shown = 0;
    bool is_same = true;
    const auto each = decode_xml_each<Member>(bytes, other, [&](const auto& item) {
        if (answer)
            is_same &= shown < ((*answer).*Member).size() && ((*answer).*Member)[shown] == item;
        ++shown;
    });
    fuzz::require(each.has_value() == answer.has_value(), "one by one is all or nothing as well");
    if (answer)
        fuzz::require(is_same && shown == ((*answer).*Member).size(), "each item is shown once");
    else
        fuzz::require(each.error() == answer.error(), "and the error is the same");
}

}  // namespace

void ec2wire::fuzz::check(std::string_view input) {
    scratch memory;
    switch (take_byte(input) % 4) {
        case 0:
            return check_each<&stop_instances_response::stopping_instances,
                              stop_instances_response>(input);
        case 1:
            return check_each<&describe_instances_response::reservations,
                              describe_instances_response>(input);
        case 2: return static_cast<void>(check_values<tests::fleet>(input, memory));
        default: return static_cast<void>(check_values<tests::topic>(input, memory));
    }
}
