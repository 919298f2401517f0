#ifndef EC2WIRE_TESTS_CODEC_SHELF_SHAPES_HPP
#define EC2WIRE_TESTS_CODEC_SHELF_SHAPES_HPP

#include <ec2wire/ec2/service.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>

#include <optional>
#include <string_view>

// A reply with lists of scalars, which can or cannot be absent, in the items of a list.
namespace ec2wire::tests {

struct shelf {
    std::optional<std::string_view> id{};
    list_view<std::string_view> texts{};
    list_view<int> numbers{};
    list_view<list_view<int>> rows{};
    list_view<std::optional<std::string_view>> maybes{};

    static constexpr auto fields() {
        return field_list{field{"Id", &shelf::id}, field{"Texts", &shelf::texts},
                          field{"Numbers", &shelf::numbers}, field{"Rows", &shelf::rows},
                          field{"Maybes", &shelf::maybes}};
    }
};
struct shelves_response {
    using service = ec2;
    static constexpr std::string_view operation = "ListShelves";

    list_view<shelf> shelves{};

    static constexpr auto fields() {
        return field_list{field{"Shelves", &shelves_response::shelves}};
    }
};

}  // namespace ec2wire::tests

#endif
