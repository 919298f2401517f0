#ifndef EC2WIRE_TESTS_CODEC_FLEET_SHAPES_HPP
#define EC2WIRE_TESTS_CODEC_FLEET_SHAPES_HPP

#include <ec2wire/core/timestamp.hpp>
#include <ec2wire/ec2/instance_state.hpp>
#include <ec2wire/ec2/service.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>

#include "codec/shapes.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

// A reply like that of DescribeInstances, with every nesting of lists, structures and scalars, for which the
// fast path can and cannot be used.
namespace ec2wire::tests {

template <class Storage>
struct basic_machine {
    std::optional<typename Storage::string> id{};
    maybe<basic_instance_state<Storage>> state{};
    std::optional<timestamp> launched{};
    std::optional<bool> is_optimized{};
    std::optional<double> rate{};
    std::optional<typename Storage::template list<std::byte>> cookie{};
    typename Storage::template list<typename Storage::string> addresses{};
    maybe<typename Storage::template list<basic_tag<Storage>>> tags{};
    typename Storage::template list<typename Storage::string> notes{};

    static constexpr auto fields() {
        using self = basic_machine;
        return field_list{
            field{"Id", &self::id, {.xml_name = "id"}},
            field{"State", &self::state, {.xml_name = "state"}},
            field{"Launched", &self::launched, {.xml_name = "launched"}},
            field{"IsOptimized", &self::is_optimized, {.xml_name = "isOptimized"}},
            field{"Rate", &self::rate, {.xml_name = "rate"}},
            field{"Cookie", &self::cookie, {.xml_name = "cookie"}},
            field{
                "Addresses", &self::addresses, {.xml_name = "addressSet", .item_name = "address"}},
            field{"Tags", &self::tags, {.xml_name = "tagSet"}},
            field{"Notes", &self::notes, {.xml_name = "note", .flattened = true}}};
    }

    friend constexpr bool operator==(const basic_machine&, const basic_machine&) = default;
};

template <class Storage>
struct basic_group {
    std::optional<typename Storage::string> name{};
    typename Storage::template list<basic_machine<Storage>> machines{};
    typename Storage::template list<basic_branch<Storage>> branches{};

    static constexpr auto fields() {
        using self = basic_group;
        return field_list{field{"Name", &self::name, {.xml_name = "name"}},
                          field{"Machines", &self::machines, {.xml_name = "machineSet"}},
                          field{"Branches", &self::branches, {.xml_name = "branches"}}};
    }

    friend constexpr bool operator==(const basic_group&, const basic_group&) = default;
};

template <class Storage>
struct basic_fleet {
    using service = ec2;
    static constexpr std::string_view operation = "ListFleet";

    std::optional<typename Storage::string> request_id{};
    typename Storage::template list<basic_group<Storage>> groups{};
    typename Storage::template list<typename Storage::string> names{};
    typename Storage::template list<std::int32_t> counts{};
    maybe<basic_group<Storage>> spare{};
    typename Storage::template list<basic_tag<Storage>> extras{};
    std::optional<typename Storage::string> next{};

    static constexpr auto fields() {
        using self = basic_fleet;
        return field_list{field{"RequestId", &self::request_id, {.request_id = true}},
                          field{"Groups", &self::groups, {.xml_name = "groupSet"}},
                          field{"Names", &self::names, {.xml_name = "nameSet"}},
                          field{"Counts", &self::counts, {.xml_name = "countSet"}},
                          field{"Spare", &self::spare, {.xml_name = "spare"}},
                          field{"Extras", &self::extras, {.xml_name = "extra", .flattened = true}},
                          field{"Next", &self::next, {.xml_name = "next"}}};
    }

    friend constexpr bool operator==(const basic_fleet&, const basic_fleet&) = default;
};

using fleet = basic_fleet<borrowed>;

}  // namespace ec2wire::tests

#endif
