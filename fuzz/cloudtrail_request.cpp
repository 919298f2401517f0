#include "target.hpp"

#include <ec2wire/codec/decode_cloudtrail_request.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/protocol.hpp>

#include "codec/cloudtrail_request_writer.hpp"
#include "codec/random_value.hpp"
#include "views.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// decode_cloudtrail_request: the texts of an accepted request are those that visit_cloudtrail_parameters shows,
// each as often, so that none is lost or made up. The input is the record; after a zero byte it determines the
// record, since few others that are changed at random are accepted.
namespace {

using namespace ec2wire;

struct forge {
    using protocol = aws_query;
    static constexpr std::string_view version = "2015-01-25";
};

struct forge_tag {
    std::optional<std::string_view> key{};
    std::optional<std::string_view> value{};

    bool operator==(const forge_tag&) const = default;
    static constexpr auto fields() {
        return field_list{field{"Key", &forge_tag::key}, field{"Value", &forge_tag::value}};
    }
};

struct forge_filter {
    std::optional<std::string_view> name{};
    list_view<std::string_view> values{};

    static constexpr auto fields() {
        return field_list{field{"Name", &forge_filter::name},
                          field{"Values", &forge_filter::values, {.xml_name = "Value"}}};
    }
};

struct forge_place {
    std::optional<std::string_view> zone{};
    std::optional<std::string_view> tenancy{};
    list_view<forge_tag> tags{};

    bool operator==(const forge_place&) const = default;
    static constexpr auto fields() {
        using self = forge_place;
        return field_list{field{"AvailabilityZone", &self::zone}, field{"Tenancy", &self::tenancy},
                          field{"Tags", &self::tags, {.xml_name = "Tag"}}};
    }
};

// A request that has each kind of member which CloudTrail records in a way of its own, all of texts.
struct forge_request {
    using service = forge;
    static constexpr std::string_view operation = "Forge";

    std::optional<std::string_view> image{};
    maybe<forge_place> place{};
    list_view<std::string_view> instances{};
    list_view<std::string_view> groups{};
    list_view<forge_tag> tags{};
    list_view<forge_filter> filters{};
    list_view<map_entry<std::string_view, std::string_view>> attributes{};

    static constexpr auto fields() {
        using self = forge_request;
        return field_list{field{"ImageId", &self::image},
                          field{"Placement", &self::place},
                          field{"InstanceIds", &self::instances, {.xml_name = "InstanceId"}},
                          field{"GroupIds", &self::groups, {.xml_name = "SecurityGroupId"}},
                          field{"Tags", &self::tags},
                          field{"Filters", &self::filters, {.xml_name = "Filter"}},
                          field{"Attributes", &self::attributes}};
    }
};

using texts = std::vector<std::string>;

// Adds the texts of a value that are not empty.
template <class T>
void add_texts(const T& value, texts& to) {
    if constexpr (structure<T>) {
        for_each_field<T>([&](auto i) {
            add_texts(value.*field_at<i()>(fields_of<T>).pointer, to);
            return true;
        });
    } else if constexpr (detail::is_map_entry<T>) {
        add_texts(value.value, to);
    } else if constexpr (string_like<T>) {
        if (!value.empty()) to.emplace_back(value);
    } else if constexpr (list_like<T>) {
        for (const auto& element : value) add_texts(element, to);
    } else if (value.has_value()) {
        add_texts(*value, to);
    }
}

// Whether a parameter may be none of the request's: an empty element or list, a mask, the number of an element
// or a namespace.
bool can_be_missing(std::string_view name, std::string_view value) {
    return value.empty() || detail::is_mask(value, detail::json_dialect::cloudtrail_request) ||
           name == "tag" || name.ends_with(".tag") || name == "ForgeRequest.xmlns";
}

// Writes a record in the forms of C8, and replaces a few of its bytes.
std::string make_record(std::string_view input) {
    const auto take_number = [&] {
        const unsigned high = fuzz::take_byte(input);
        return high << 8 | fuzz::take_byte(input);
    };
    tests::decisions decide(take_number());
    scratch memory;
    forge_request request{};
    const detail::json_target target = detail::json_target_of(request, nullptr);
    tests::random_value(decide, memory).fill(*target.structure, &request);
    std::string record = tests::cloudtrail_request_writer(*target.message, decide).print(&request);
    while (!input.empty()) {
        const std::size_t at = take_number() % (record.size() + 1);
        record.erase(at, fuzz::take_byte(input) % 32);
        record.insert(at, 1, static_cast<char>(fuzz::take_byte(input)));
    }
    return record;
}

void check_record(std::string_view bytes) {
    alignas(std::max_align_t) static std::byte room[1 << 18];
    static json::parser parser;
    scratch memory{std::span(room)};
    const auto request = decode_cloudtrail_request<forge_request>(bytes, memory, parser);

    alignas(std::max_align_t) static std::byte visitors[1 << 18];
    scratch of_visitor{std::span(visitors)};
    std::vector<std::pair<std::string, std::string>> shown;
    const auto visited = visit_cloudtrail_parameters(
        bytes, of_visitor, parser, [&](std::string_view name, std::string_view value) {
            fuzz::require(fuzz::places{{}, visitors}.hold(value.data(), value.size()),
                          "values lie in the scratch");
            shown.emplace_back(name, value);
        });
    fuzz::require(visited ? *visited == shown.size() : visited.error().offset <= bytes.size(),
                  "each parameter is counted");

    decode_notes notes;
    alignas(std::max_align_t) static std::byte tolerant[1 << 18];
    scratch of_tolerant{std::span(tolerant)};
    const auto noted = decode_cloudtrail_request<forge_request>(bytes, of_tolerant, parser, notes);
    if (!request) {
        fuzz::require(request.error().offset <= bytes.size(), "errors lie in the bytes");
        return fuzz::require(!noted || notes.size() != 0, "what is refused without notes has one");
    }
    fuzz::require(fuzz::lies_in(*request, {{}, room}), "views lie in the scratch");
    fuzz::require(noted.has_value(), "notes refuse nothing");
    if (!visited)
        return fuzz::require(
            visited.error().code == errc::too_deep || visited.error().code == errc::too_large,
            "what is decoded is shown");
    texts all;
    add_texts(*request, all);
    std::partition(shown.begin(), shown.end(),
                   [](const auto& pair) { return !can_be_missing(pair.first, pair.second); });
    for (const auto& [name, value] : shown) {
        const auto found = std::find(all.begin(), all.end(), value);
        if (found != all.end())
            all.erase(found);
        else
            fuzz::require(can_be_missing(name, value), "no parameter is lost");
    }
    fuzz::require(all.empty(), "no parameter is made up");
}

}  // namespace

void ec2wire::fuzz::check(std::string_view input) {
    if (input.starts_with('\0')) return check_record(make_record(input.substr(1)));
    check_record(input);
}
