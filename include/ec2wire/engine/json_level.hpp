#ifndef EC2WIRE_ENGINE_JSON_LEVEL_HPP
#define EC2WIRE_ENGINE_JSON_LEVEL_HPP

#include <ec2wire/shape/schema.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace ec2wire::detail {

// An object or array around the cursor, and the value that is decoded from it.
struct json_level {
    enum class role : std::uint8_t {
        structure,
        list,
        map,
        wrapper,         // CloudTrail: the object around a list
        unknown_object,  // of no member
        unknown_array,
    };

    role what;
    bool has_value;          // of a union, a member; of a wrapper, its list
    bool is_list_of_one;     // of a wrapper: its list has no array
    std::uint32_t expected;  // index of the member that is looked for first
    void* object;            // the structure, or the value of the list or map
    const structure_schema* structure;
    const member_schema* member;  // the list or map
    std::array<std::uint64_t, max_members / 64> seen;

    bool is_object() const noexcept { return what != role::list && what != role::unknown_array; }

    // Notes that the member at that index is there. False if it was before.
    bool see(std::size_t index) noexcept {
        std::uint64_t& word = seen[index / 64];
        const std::uint64_t bit = std::uint64_t{1} << index % 64;
        const bool is_first = (word & bit) == 0;
        word |= bit;
        return is_first;
    }
};

// The level of a structure that is no member of another.
inline json_level json_level_of(void* object, const structure_schema& structure) noexcept {
    return {json_level::role::structure, false, false, 0, object, &structure, nullptr, {}};
}

}  // namespace ec2wire::detail

#endif
