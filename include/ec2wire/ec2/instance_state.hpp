#ifndef EC2WIRE_EC2_INSTANCE_STATE_HPP
#define EC2WIRE_EC2_INSTANCE_STATE_HPP

#include <ec2wire/core/number.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/open_enum.hpp>
#include <ec2wire/shape/storage.hpp>

#include <array>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

namespace ec2wire {

// InstanceStateName of the service model.
enum class instance_state_name : std::uint8_t {
    pending,
    running,
    shutting_down,
    terminated,
    stopping,
    stopped,
};

constexpr std::array<std::string_view, 6> enum_texts(instance_state_name) noexcept {
    return {"pending", "running", "shutting-down", "terminated", "stopping", "stopped"};
}

// The 16-bit state code of an instance, exactly as on the wire.
//
//   15       8 7        0
//  +----------+----------+
//  | private  |  state   |   0 pending, 16 running, 32 shutting-down,
//  +----------+----------+   48 terminated, 64 stopping, 80 stopped
//
// EC2 reserves the high byte and tells clients to ignore it, so comparisons ignore it: 272 (256 + 16) is
// running. It is stored because a proxy must send what it received. A low byte that is none of the states
// above is a value like any other: it is not an error, does not become `pending`, and is written as it was
// read.
class state_code {
    // A number, a string or a state's name.
    template <class Other>
    static constexpr bool is_no_code = std::is_arithmetic_v<Other> || std::is_enum_v<Other> ||
                                       std::convertible_to<const Other&, std::string_view>;
    template <class Other>
    static constexpr void refuse() noexcept {
        static_assert(sizeof(Other) == 0,
                      "ec2wire: a state_code is compared with, and set to, a state such as "
                      "ec2wire::running; its low_byte() and wire() are numbers");
    }

  public:
    using wire_type = std::uint16_t;  // 0 to 65535

    constexpr state_code() noexcept = default;  // 0, which is pending

    // Constructs from all 16 bits, or from a state, with a high byte of 0.
    constexpr explicit state_code(std::uint16_t wire) noexcept : wire_(wire) {}
    constexpr explicit state_code(instance_state_name state) noexcept
        : wire_(static_cast<std::uint16_t>(static_cast<unsigned>(state) * 16)) {}

    // All 16 bits, as received.
    constexpr std::uint16_t wire() const noexcept { return wire_; }
    // Returns the state, 0 to 255.
    constexpr std::uint8_t low_byte() const noexcept {
        return static_cast<std::uint8_t>(wire_ & 0xFF);
    }
    // Returns EC2's reserved bits, 0 to 255. To be ignored.
    constexpr std::uint8_t high_byte() const noexcept {
        return static_cast<std::uint8_t>(wire_ >> 8);
    }

    // Returns the state as an enumerator, or nothing if the low byte is none of the six.
    constexpr std::optional<instance_state_name> state() const noexcept {
        const unsigned index = low_byte() / 16;
        if (low_byte() % 16 != 0 || index > 5) return std::nullopt;
        return static_cast<instance_state_name>(index);
    }
    // Whether it is one of the six.
    constexpr bool is_known() const noexcept { return state().has_value(); }

    // Compare the low bytes alone.
    friend constexpr bool operator==(state_code a, state_code b) noexcept {
        return a.low_byte() == b.low_byte();
    }
    friend constexpr std::weak_ordering operator<=>(state_code a, state_code b) noexcept {
        return a.low_byte() <=> b.low_byte();
    }
    // Deleted for numbers, which would have to say whether they have 8 bits or 16, and for names.
    template <class Other>
        requires(is_no_code<Other>)
    friend constexpr bool operator==(state_code, const Other&) noexcept {
        refuse<Other>();
        return false;
    }
    template <class Other>
        requires(is_no_code<Other>)
    friend constexpr std::weak_ordering operator<=>(state_code, const Other&) noexcept {
        refuse<Other>();
        return std::weak_ordering::equivalent;
    }
    template <class Other>
        requires(is_no_code<Other>)
    constexpr state_code& operator=(const Other&) noexcept {
        refuse<Other>();
        return *this;
    }

  private:
    std::uint16_t wire_ = 0;
};

// The six states, with a high byte of 0, to compare a code with.
inline constexpr state_code pending{instance_state_name::pending};
inline constexpr state_code running{instance_state_name::running};
inline constexpr state_code shutting_down{instance_state_name::shutting_down};
inline constexpr state_code terminated{instance_state_name::terminated};
inline constexpr state_code stopping{instance_state_name::stopping};
inline constexpr state_code stopped{instance_state_name::stopped};

// Returns "running" and so on; "unknown" if the low byte is none of the six. Static storage.
constexpr std::string_view to_string(state_code code) noexcept {
    const auto state = code.state();
    return state ? enum_text(*state) : "unknown";
}

// Returns the code of a state's name in the API reference; nothing for any other string.
constexpr std::optional<state_code> state_code_from_name(std::string_view name) noexcept {
    const auto state = enum_from_text<instance_state_name>(name);
    if (!state) return std::nullopt;
    return state_code(*state);
}

// Parses digits, at most 65535: the service writes neither a sign nor white space here. The error is the
// index of the first wrong character.
//
//   <instanceState><code>272</code><name>running</name></instanceState>
//                        ---
constexpr parsed<state_code> parse_state_code(std::string_view digits) noexcept {
    const auto wire = parse_integer<std::uint16_t>(digits);
    if (!wire) return unexpected(wire.error());
    return state_code(*wire);
}

// Describes the state of an instance. Code and name are separate on the wire and here: neither is derived
// from the other, and if a server sends a pair that does not match, both are kept.
template <class Storage>
struct basic_instance_state {
    // Stored as a string, so that a name that this version does not know is kept.
    using name_type = open_enum<instance_state_name, typename Storage::string>;

    std::optional<state_code> code{};
    std::optional<name_type> name{};

    static constexpr auto fields() {
        using self = basic_instance_state;
        return field_list{field{"Code", &self::code, {.xml_name = "code"}},
                          field{"Name", &self::name, {.xml_name = "name"}}};
    }

    friend constexpr bool operator==(const basic_instance_state&,
                                     const basic_instance_state&) = default;
};

using instance_state = basic_instance_state<borrowed>;

}  // namespace ec2wire

// Hashes the low byte, which operator== compares.
template <>
struct std::hash<ec2wire::state_code> {
    std::size_t operator()(ec2wire::state_code code) const noexcept { return code.low_byte(); }
};

#endif
