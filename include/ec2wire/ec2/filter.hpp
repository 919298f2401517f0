#ifndef EC2WIRE_EC2_FILTER_HPP
#define EC2WIRE_EC2_FILTER_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>

#include <optional>

namespace ec2wire {

// Selects the items that have one of the values: {"instance-state-name", {"running", "stopped"}}.
// With several filters, the items that match all of them.
template <class Storage>
struct basic_filter {
    std::optional<typename Storage::string> name{};
    maybe<typename Storage::template list<typename Storage::string>> values{};

    static constexpr auto fields() {
        using self = basic_filter;
        return field_list{
            field{"Name", &self::name},
            field{"Values", &self::values, {.xml_name = "Value"}},
        };
    }

    friend constexpr bool operator==(const basic_filter&, const basic_filter&) = default;
};

using filter = basic_filter<borrowed>;

}  // namespace ec2wire

#endif
