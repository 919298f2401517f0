#ifndef EC2WIRE_ENGINE_JSON_LEVEL_HPP
#define EC2WIRE_ENGINE_JSON_LEVEL_HPP

#include <ec2wire/core/limits.hpp>
#include <ec2wire/shape/schema.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace ec2wire::detail {

// A number for the place of a level in an element of the list that a json_pattern records: for the rows of the
// level and of those around it, up to the element.
using json_node = std::uint8_t;
inline constexpr json_node no_json_node = 255;

// An object or array that contains the cursor, and the value that is decoded from it.
struct json_level {
    enum class role : std::uint8_t {
        structure,
        list,
        map,
        wrapper,         // CloudTrail's object around a list
        unknown_object,  // the value of an unknown member
        unknown_array,
    };

    role what;
    bool has_value;       // a union has had a member, a list an element, a wrapper its list
    bool is_list_of_one;  // the list of a wrapper is one element, without an array
    bool has_instances;   // the keys "instancesSet" and "groupSet" of a request occurred
    bool has_groups;
    json_node node;          // its place, if a json_pattern knows that
    std::uint32_t expected;  // the index of the member to try first
    void* object;            // the structure, or the value of the list or map
    const structure_schema* structure;
    const member_schema* member;  // the list or map
    std::array<std::uint64_t, max_members / 64> seen;

    bool is_object() const noexcept { return what != role::list && what != role::unknown_array; }

    // Marks the member at that index as present. False if it already was.
    bool see(std::size_t index) noexcept {
        std::uint64_t& word = seen[index / 64];
        const std::uint64_t bit = std::uint64_t{1} << index % 64;
        const bool is_first = (word & bit) == 0;
        word |= bit;
        return is_first;
    }
};

// The level of a structure that is not a member of another.
inline json_level json_level_of(void* object, const structure_schema& structure) noexcept {
    json_level level{};
    level.what = json_level::role::structure;
    level.object = object;
    level.structure = &structure;
    return level;
}

// Else each decoder would set all of its levels when it is made.
static_assert(std::is_trivially_default_constructible_v<json_level>);

}  // namespace ec2wire::detail

#endif
