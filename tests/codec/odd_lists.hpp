#ifndef EC2WIRE_TESTS_CODEC_ODD_LISTS_HPP
#define EC2WIRE_TESTS_CODEC_ODD_LISTS_HPP

#include <ec2wire/ec2/service.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>

#include <string_view>
#include <tuple>

// A reply whose items have no member, or are messages of their own elsewhere.
namespace ec2wire::tests {

struct nothing {
    static constexpr auto fields() { return std::tuple{}; }
};

struct message {
    using service = ec2;
    static constexpr std::string_view operation = "Get";
    std::string_view text{};
    static constexpr auto fields() { return std::tuple{field{"text", &message::text}}; }
};

struct odd_lists {
    using service = ec2;
    static constexpr std::string_view operation = "ListOdd";
    list_view<nothing> empty{};
    list_view<message> messages{};
    static constexpr auto fields() {
        return std::tuple{field{"empty", &odd_lists::empty},
                          field{"messages", &odd_lists::messages}};
    }
};

}  // namespace ec2wire::tests

#endif
