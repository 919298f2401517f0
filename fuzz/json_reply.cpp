#include "target.hpp"

#include <ec2wire/codec/decode_json.hpp>
#include <ec2wire/ec2/start_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/club_shapes.hpp"
#include "codec/compare_json_readers.hpp"
#include "codec/fleet_shapes.hpp"
#include "codec/shelf_shapes.hpp"
#include "views.hpp"

#include <simdjson.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

// decode_json and decode_cloudtrail: every view is in the scratch, to which the bytes were copied, and every
// error offset in the bytes; an accepted document is JSON for simdjson's DOM; and both readers accept the
// same documents and decode them alike.
//
//   byte 0        the shape and the dialect
//   the others    the document
namespace {

using namespace ec2wire;

// A number with more digits or a greater exponent than a machine number: it is JSON, but the DOM, which also
// reads unknown members, refuses it.
bool may_be_out_of_range(std::string_view bytes) {
    std::size_t digits = 0;
    for (const char c : bytes) {
        if (digits > 0 && (c == 'e' || c == 'E')) return true;
        digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        if (digits >= 19) return true;
    }
    return false;
}

bool is_json(std::string_view bytes) {
    static simdjson::dom::parser parser;
    // Removes a byte order mark, which our reader skips.
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
    const auto error = parser.parse(bytes.data(), bytes.size()).error();
    return error == simdjson::SUCCESS ||
           (error == simdjson::NUMBER_ERROR && may_be_out_of_range(bytes));
}

template <template <class> class Reply, class T>
void check_readers_agree(std::string_view bytes) {
    static tests::json_engines<Reply, T> both;
    // The padding could be a part of the document.
    std::string padded(bytes);
    padded.append(json::padding, bytes.empty() ? '}' : bytes.back());
    fuzz::require(both.agree(padded, bytes.size()), "both readers agree");
}

template <class T>
void check_reply(std::string_view bytes, bool is_cloudtrail) {
    alignas(std::max_align_t) static std::byte room[1 << 18];
    static json::parser parser;
    scratch memory{std::span(room)};
    const auto answer = is_cloudtrail ? decode_cloudtrail<T>(bytes, memory, parser)
                                      : decode_json<T>(bytes, memory, parser);
    fuzz::require(fuzz::lies_in(answer, {{}, room}), "views lie in the scratch");
    if (!answer) fuzz::require(answer.error().offset <= bytes.size(), "errors lie in the bytes");
    if (answer || answer.error().is_service_error())
        fuzz::require(is_json(bytes), "what is accepted is JSON");
    if (is_cloudtrail)
        check_readers_agree<detail::json_cloudtrail_reply, T>(bytes);
    else
        check_readers_agree<detail::json_sdk_reply, T>(bytes);
}

}  // namespace

void ec2wire::fuzz::check(std::string_view input) {
    const unsigned how = take_byte(input);
    switch (how % 8) {
        case 0: return check_reply<stop_instances_response>(input, how >= 128);
        case 1: return check_reply<start_instances_response>(input, how >= 128);
        case 2: return check_reply<tests::tree>(input, how >= 128);
        case 3: return check_reply<tests::fleet>(input, how >= 128);
        case 4: return check_reply<tests::shelves_response>(input, how >= 128);
        default: return check_reply<tests::members>(input, how >= 128);
    }
}
