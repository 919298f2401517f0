#include "target.hpp"

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/ec2/start_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/club_shapes.hpp"
#include "codec/fleet_shapes.hpp"
#include "views.hpp"

#include <expat.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

// decode_xml: every view is in the bytes or in the scratch, every error offset in the bytes, and an accepted
// document is well formed for expat.
//
//   byte 0        the shape
//   the others    the document
namespace {

using namespace ec2wire;

bool is_well_formed(std::string_view bytes) {
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser{
        XML_ParserCreate(nullptr), XML_ParserFree};
    return XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE) ==
           XML_STATUS_OK;
}

// expat implements the fourth edition of XML 1.0, in which names have fewer non-ASCII letters.
bool is_ascii(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

template <class T>
void check_reply(std::string_view bytes) {
    alignas(std::max_align_t) static std::byte room[1 << 18];
    scratch memory{std::span(room)};
    const auto answer = decode_xml<T>(bytes, memory);
    fuzz::require(fuzz::lies_in(answer, {bytes, room}), "views lie in the bytes or the scratch");
    if (!answer) fuzz::require(answer.error().offset <= bytes.size(), "errors lie in the bytes");
    if ((answer || answer.error().is_service_error()) && is_ascii(bytes))
        fuzz::require(is_well_formed(bytes), "what is accepted is well formed");
}

}  // namespace

void ec2wire::fuzz::check(std::string_view input) {
    switch (take_byte(input) % 5) {
        case 0: return check_reply<stop_instances_response>(input);
        case 1: return check_reply<start_instances_response>(input);
        case 2: return check_reply<tests::tree>(input);
        case 3: return check_reply<tests::fleet>(input);
        default: return check_reply<tests::members>(input);
    }
}
