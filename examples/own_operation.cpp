// An operation that ec2wire does not ship, described by who needs it: DescribeRegions, as much of it
// as this program reads.
//
//     own_operation [REGION...]          prints the query, the body of the POST
//     own_operation --reply <reply.xml   prints what the reply says
//
// It ends with 0, or with 1 if there is no query, the bytes are no answer, or they cannot be
// read or are too many.

#include <ec2wire/ec2wire.hpp>
#include <ec2wire/text.hpp>

#include "input.hpp"
#include "output.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct describe_regions_request {
    using service = ec2wire::ec2;
    static constexpr std::string_view operation = "DescribeRegions";

    std::vector<std::string> region_names{};
    std::optional<bool> all_regions{};

    static constexpr auto fields() {
        using ec2wire::field;
        using self = describe_regions_request;
        return ec2wire::field_list{
            field{"RegionNames", &self::region_names, {.xml_name = "RegionName"}},
            field{"AllRegions", &self::all_regions}};
    }
};

// An enumeration of one's own. A text that is not in the list is kept as it is.
enum class opt_in : std::uint8_t { opt_in_not_required, opted_in, not_opted_in };

constexpr std::array<std::string_view, 3> enum_texts(opt_in) noexcept {
    return {"opt-in-not-required", "opted-in", "not-opted-in"};
}

// A reply borrows: its texts are views.
struct region {
    std::string_view name{};
    std::string_view endpoint{};
    std::optional<ec2wire::open_enum<opt_in, std::string_view>> status{};

    static constexpr auto fields() {
        using ec2wire::field;
        return ec2wire::field_list{
            field{"RegionName", &region::name, {.xml_name = "regionName"}},
            field{"Endpoint", &region::endpoint, {.xml_name = "regionEndpoint"}},
            field{"OptInStatus", &region::status, {.xml_name = "optInStatus"}}};
    }
};

struct describe_regions_response {
    using service = ec2wire::ec2;
    static constexpr std::string_view operation = "DescribeRegions";

    ec2wire::list_view<region> regions{};
    std::optional<std::string_view> request_id{};

    static constexpr auto fields() {
        using ec2wire::field;
        using self = describe_regions_response;
        return ec2wire::field_list{field{"Regions", &self::regions, {.xml_name = "regionInfo"}},
                                   field{"RequestId", &self::request_id, {.request_id = true}}};
    }
};

bool print_query(std::span<char* const> names) {
    const auto query =
        ec2wire::encode(describe_regions_request{.region_names = {names.begin(), names.end()}});
    std::puts(query ? query->c_str() : to_string(query.error()).c_str());
    return query.has_value();
}

bool print_reply(std::string_view bytes) {
    ec2wire::scratch scratch(ec2wire::heap, input::max_memory);
    const auto reply = ec2wire::decode_xml<describe_regions_response>(bytes, scratch);
    if (!reply) {
        std::puts(ec2wire::printable(to_string(reply.error())).c_str());
        return false;
    }
    for (const region& one : reply->regions) {
        const bool is_off = one.status == opt_in::not_opted_in;
        std::printf("%s %s%s\n", ec2wire::printable(one.name).c_str(),
                    ec2wire::printable(one.endpoint).c_str(), is_off ? " (not opted in)" : "");
    }
    return true;
}

}  // namespace

int main(int count, char** words) {
    const std::span all(words, static_cast<std::size_t>(count));
    if (count != 2 || std::string_view(words[1]) != "--reply")
        return output::status_of(print_query(all.subspan(1)) ? 0 : 1);
    std::string bytes;
    if (const std::string problem = input::read_standard_input(bytes); !problem.empty()) {
        std::fprintf(stderr, "the standard input %s\n", problem.c_str());
        return 1;
    }
    return output::status_of(print_reply(bytes) ? 0 : 1);
}
