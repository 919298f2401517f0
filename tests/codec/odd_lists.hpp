#ifndef EC2WIRE_TESTS_CODEC_ODD_LISTS_HPP
#define EC2WIRE_TESTS_CODEC_ODD_LISTS_HPP

#include <ec2wire/ec2/service.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

// A reply whose items have no member, or are messages of their own elsewhere, and with structures whose
// padding `maybe` uses.
namespace ec2wire::tests {

struct nothing {
    static constexpr auto fields() { return field_list{}; }
};

struct message {
    using service = ec2;
    static constexpr std::string_view operation = "Get";
    std::string_view text{};
    static constexpr auto fields() { return field_list{field{"text", &message::text}}; }
};

struct padded {
    std::int64_t number = 0;
    bool flag = false;
    static constexpr auto fields() {
        return field_list{field{"number", &padded::number}, field{"flag", &padded::flag}};
    }
};
static_assert(sizeof(maybe<padded>) == sizeof(padded));

struct odd_lists {
    using service = ec2;
    static constexpr std::string_view operation = "ListOdd";
    list_view<nothing> empty{};
    list_view<message> messages{};
    maybe<padded> one{};
    maybe<nothing> none{};
    list_view<maybe<padded>> some{};
    static constexpr auto fields() {
        using self = odd_lists;
        return field_list{field{"empty", &self::empty}, field{"messages", &self::messages},
                          field{"one", &self::one}, field{"none", &self::none},
                          field{"some", &self::some}};
    }
};

// A reply that can be decoded by one comparison, with a structure after a list; and items that are such
// replies elsewhere, so that their members are deeper than the items of a reply.
struct padded_list {
    using service = ec2;
    static constexpr std::string_view operation = "ListPadded";
    maybe<padded> before{};
    list_view<padded> rows{};
    maybe<padded> behind{};
    static constexpr auto fields() {
        using self = padded_list;
        return field_list{field{"before", &self::before}, field{"rows", &self::rows},
                          field{"behind", &self::behind}};
    }
};

// Lists of either kind, and members between and after them that may be absent.
struct two_lists {
    using service = ec2;
    static constexpr std::string_view operation = "ListTwo";
    list_view<padded> left{};
    std::optional<std::string_view> between{};
    std::vector<padded> right{};
    std::optional<std::string_view> token{};
    std::optional<std::string_view> request_id{};
    static constexpr auto fields() {
        using self = two_lists;
        return field_list{field{"left", &self::left}, field{"between", &self::between},
                          field{"right", &self::right}, field{"token", &self::token},
                          field{"requestId", &self::request_id}};
    }

    friend bool operator==(const two_lists&, const two_lists&) = default;
};

// A list of items that may be absent.
struct perhaps_list {
    using service = ec2;
    static constexpr std::string_view operation = "ListPerhaps";
    list_view<maybe<padded>> rows{};
    static constexpr auto fields() { return field_list{field{"rows", &perhaps_list::rows}}; }
};

struct padded_lists {
    using service = ec2;
    static constexpr std::string_view operation = "ListLists";
    list_view<padded_list> lists{};
    static constexpr auto fields() { return field_list{field{"lists", &padded_lists::lists}}; }
};

// Lists of lists of structures: an item of the outer list does not contain their members itself.
struct padded_rows {
    using service = ec2;
    static constexpr std::string_view operation = "ListRows";
    list_view<list_view<padded>> rows{};
    static constexpr auto fields() { return field_list{field{"rows", &padded_rows::rows}}; }
};

}  // namespace ec2wire::tests

#endif
