#ifndef EC2WIRE_EC2_TAG_HPP
#define EC2WIRE_EC2_TAG_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>

#include <optional>

namespace ec2wire {

// A tag of a resource: a key and a value that the user chooses.
template <class Storage>
struct basic_tag {
    std::optional<typename Storage::string> key{};
    std::optional<typename Storage::string> value{};

    static constexpr auto fields() {
        using self = basic_tag;
        return field_list{
            field{"Key", &self::key, {.xml_name = "key"}},
            field{"Value", &self::value, {.xml_name = "value"}},
        };
    }

    friend constexpr bool operator==(const basic_tag&, const basic_tag&) = default;
};

using tag = basic_tag<borrowed>;

}  // namespace ec2wire

#endif
