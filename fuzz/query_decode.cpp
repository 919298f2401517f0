#include "target.hpp"
#include "views.hpp"

#include <ec2wire/codec/decode_query.hpp>
#include <ec2wire/codec/encode.hpp>
#include <ec2wire/ec2/describe_instances.hpp>
#include <ec2wire/shape/protocol.hpp>
#include <ec2wire/shape/storage.hpp>

#include "codec/shapes.hpp"
#include "guarded_bytes.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// decode_query: any bytes are a request or an error inside them; views are where they may be; and a decoded
// request that can be encoded decodes again to the same.
//
//   byte 0        which shape, and in the bits above whether notes are asked for
//   the others    the query, without "Action=Fuzz&"
namespace {

using namespace ec2wire;

struct aws_service {
    using protocol = aws_query;
    static constexpr std::string_view version = "2020-01-08";
};

struct aws_union {
    std::optional<int> number{};
    std::optional<std::string_view> text{};

    static constexpr bool is_union = true;
    static constexpr auto fields() {
        return field_list{field{"N", &aws_union::number}, field{"T", &aws_union::text}};
    }
};

struct aws_request {
    using service = aws_service;
    static constexpr std::string_view operation = "Fuzz";

    template <class T>
    using map = list_view<map_entry<std::string_view, T>>;
    using texts = list_view<std::string_view>;

    maybe<texts> list{};
    maybe<texts> flat{};
    texts plain{};
    list_view<list_view<int>> rows{};
    map<texts> map_of_lists{};
    map<int> flat_map{};
    maybe<aws_union> one{};
    indirect_view<tests::branch> tree{};

    static constexpr auto fields() {
        using self = aws_request;
        return field_list{field{"L", &self::list},
                          field{"F", &self::flat, {.flattened = true}},
                          field{"P", &self::plain, {.item_name = "i"}},
                          field{"R", &self::rows},
                          field{"M", &self::map_of_lists},
                          field{"G", &self::flat_map, {.flattened = true}},
                          field{"U", &self::one},
                          field{"T", &self::tree}};
    }
};

template <class Request>
void check_as(std::string_view input, bool has_notes) {
    const std::string query =
        "Action=" + std::string(Request::operation) + "&" + std::string(input);
    // One mapping for all inputs: making a new one would take longer than the rest.
    constexpr std::size_t largest = 1 << 16;
    static tests::guarded_bytes guarded{std::string(largest, ' ')};
    if (query.size() > largest) return;
    guarded.assign(query);
    static std::array<std::byte, 1 << 20> room;
    scratch memory{std::span<std::byte>(room)};
    decode_notes notes;
    const auto request = has_notes ? decode_query<Request>(guarded.view(), memory, notes)
                                   : decode_query<Request>(guarded.view(), memory);
    for (const decode_note& note : notes)
        fuzz::require(guarded.view().substr(note.offset).starts_with(note.member),
                      "a note is of a key in the query");
    if (!request)
        return fuzz::require(request.error().offset <= query.size(), "errors lie in the query");
    fuzz::require(fuzz::lies_in(*request, {guarded.view(), std::span<const std::byte>(room)}),
                  "views lie in the query or the scratch");

    const auto encoded = encode(*request);
    if (!encoded)  // an element without a known member
        return fuzz::require(encoded.error().code == errc::missing_member,
                             "what was decoded can be encoded");
    static scratch second;
    second.clear();
    const auto again = decode_query<Request>(*encoded, second);
    fuzz::require(again.has_value(), "what was encoded can be decoded");
    const auto twice = encode(*again);
    fuzz::require(twice.has_value() && *twice == *encoded, "and is the same request");
}

}  // namespace

void ec2wire::fuzz::check(std::string_view input) {
    const unsigned choice = take_byte(input);
    const bool has_notes = (choice & 4) != 0;
    switch (choice & 3) {
        case 0: return check_as<borrowing<describe_instances_request>>(input, has_notes);
        case 1: return check_as<aws_request>(input, has_notes);
        case 2: return check_as<tests::scalars>(input, has_notes);
        default: return check_as<tests::tree>(input, has_notes);
    }
}
