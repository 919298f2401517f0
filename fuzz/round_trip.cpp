#include "target.hpp"

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode_xml.hpp>
#include <ec2wire/codec/to_owned.hpp>

#include "codec/bitwise_equal.hpp"
#include "codec/fleet_shapes.hpp"
#include "codec/topic_shapes.hpp"
#include "random_reply.hpp"

#include <string>
#include <string_view>

// The input determines a reply and how a server writes it: the order of the members, white space, unknown
// members, references, comments and CDATA sections. It must decode to that reply, also after encode_xml.
namespace {

using namespace ec2wire;

template <class T>
void check_written(const T& wanted) {
    for (const xml_layout layout : {xml_layout::ec2, xml_layout::minified}) {
        const auto xml = encode_xml(wanted, layout);
        fuzz::require(xml.has_value(), "what is a reply is written");
        fuzz::require(encoded_xml_size(wanted, layout).value() == xml->size(), "its size is exact");
        scratch memory;
        fuzz::require(encode_xml(wanted, memory, layout).value() == *xml, "in a scratch, too");
        const auto again = decode_xml<T>(*xml, memory);
        fuzz::require(again.has_value() && tests::is_bitwise_equal(*again, wanted),
                      "what is written is read as the same");
    }
}

template <class T>
void check_round_trip(std::string_view input) {
    using owned_reply = owning<T>;
    fuzz::choices choose(input);
    owned_reply wanted{};
    fuzz::random_value(choose).fill(wanted);
    const std::string document = fuzz::printer(choose).print(wanted);
    scratch memory, other;
    const auto answer = decode_xml<owned_reply>(document, memory);
    fuzz::require(answer.has_value(), "what is printed is read");
    fuzz::require(tests::is_bitwise_equal(*answer, wanted), "and it is the same");
    const auto views = decode_xml<T>(std::string_view(document), other);
    fuzz::require(views.has_value() && tests::is_bitwise_equal(to_owned(*views), wanted),
                  "as views, too");
    check_written(wanted);
}

}  // namespace

void ec2wire::fuzz::check(std::string_view input) {
    if (take_byte(input) % 2 == 0) return check_round_trip<tests::fleet>(input);
    return check_round_trip<tests::topic>(input);
}
