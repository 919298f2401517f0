#ifndef EC2WIRE_TESTS_CODEC_CLUB_SHAPES_HPP
#define EC2WIRE_TESTS_CODEC_CLUB_SHAPES_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/protocol.hpp>
#include <ec2wire/shape/storage.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

// A service of awsQuery, and a reply with everything that EC2's replies do not have: maps, unions,
// attributes, lists of lists, flattened lists.
namespace ec2wire::tests {

struct club {
    using protocol = aws_query;
    static constexpr std::string_view version = "2020-01-08";
    static constexpr std::string_view xml_namespace = "https://example.com/";
};

enum class weekday : std::int32_t { monday = 1, sunday = 7 };

template <class Storage>
struct basic_badge {
    std::optional<typename Storage::string> type{};
    std::optional<int> level{};
    std::optional<typename Storage::string> name{};

    static constexpr auto fields() {
        using self = basic_badge;
        return field_list{
            field{"Type", &self::type, {.xml_name = "xsi:type", .xml_attribute = true}},
            field{"Level", &self::level, {.xml_name = "level", .xml_attribute = true}},
            field{"Name", &self::name}};
    }

    friend constexpr bool operator==(const basic_badge&, const basic_badge&) = default;
};

template <class Storage>
struct basic_choice {
    std::optional<int> number{};
    std::optional<typename Storage::string> text{};

    static constexpr bool is_union = true;
    static constexpr auto fields() {
        using self = basic_choice;
        return field_list{field{"Number", &self::number}, field{"Text", &self::text}};
    }

    friend constexpr bool operator==(const basic_choice&, const basic_choice&) = default;
};

inline constexpr member_traits cells{.item_name = "Cell"};

template <class Storage>
struct basic_members {
    using service = club;
    static constexpr std::string_view operation = "GetMembers";

    using string = typename Storage::string;
    template <class T>
    using list = typename Storage::template list<T>;
    template <class T>
    using map = list<map_entry<string, T>>;

    maybe<map<string>> tags{};
    maybe<map<int>> ranks{};
    maybe<map<basic_badge<Storage>>> badges{};
    maybe<map<list<string>>> teams{};
    maybe<map<string>> notes{};
    maybe<list<list<int>>> rows{};
    maybe<list<list<int>>> table{};
    maybe<basic_badge<Storage>> badge{};
    maybe<basic_choice<Storage>> choice{};
    maybe<list<basic_choice<Storage>>> choices{};
    std::optional<weekday> day{};
    maybe<list<string>> names{};
    std::optional<string> request_id{};

    static constexpr auto fields() {
        using self = basic_members;
        return field_list{field{"Tags", &self::tags},
                          field{"Ranks", &self::ranks, {.key_name = "Name", .value_name = "Rank"}},
                          field{"Badges", &self::badges},
                          field{"Teams", &self::teams},
                          field{"Notes", &self::notes, {.xml_name = "Note", .flattened = true}},
                          field{"Rows", &self::rows},
                          field{"Table", &self::table, {.item_name = "Row", .element = &cells}},
                          field{"Badge", &self::badge},
                          field{"Choice", &self::choice},
                          field{"Choices", &self::choices},
                          field{"Day", &self::day},
                          field{"Names", &self::names, {.xml_name = "Name", .flattened = true}},
                          field{"RequestId", &self::request_id, {.request_id = true}}};
    }

    friend constexpr bool operator==(const basic_members&, const basic_members&) = default;
};

using badge = basic_badge<borrowed>;
using choice = basic_choice<borrowed>;
using members = basic_members<borrowed>;

}  // namespace ec2wire::tests

#endif
