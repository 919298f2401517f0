#ifndef EC2WIRE_TESTS_CODEC_TOPIC_SHAPES_HPP
#define EC2WIRE_TESTS_CODEC_TOPIC_SHAPES_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/protocol.hpp>
#include <ec2wire/shape/storage.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

// A reply of an awsQuery service with what ec2Query does not have: a result element, and maps of every kind.
namespace ec2wire::tests {

struct topics {
    using protocol = aws_query;
    static constexpr std::string_view version = "2010-03-31";
};

template <class Storage>
struct basic_topic {
    using service = topics;
    static constexpr std::string_view operation = "GetTopic";

    using string = typename Storage::string;
    template <class T>
    using list = typename Storage::template list<T>;
    template <class T>
    using map = list<map_entry<string, T>>;

    maybe<map<string>> attributes{};
    maybe<map<std::int32_t>> ranks{};
    maybe<map<list<string>>> teams{};
    maybe<map<string>> notes{};
    maybe<list<list<std::int32_t>>> rows{};
    std::optional<string> owner{};
    std::optional<string> request_id{};

    static constexpr auto fields() {
        using self = basic_topic;
        return field_list{
            field{"Attributes", &self::attributes},
            field{"Ranks", &self::ranks},
            field{"Teams", &self::teams},
            field{"Notes",
                  &self::notes,
                  {.xml_name = "Note", .key_name = "Id", .value_name = "Text", .flattened = true}},
            field{"Rows", &self::rows},
            field{"Owner", &self::owner},
            field{"RequestId", &self::request_id, {.request_id = true}}};
    }

    friend constexpr bool operator==(const basic_topic&, const basic_topic&) = default;
};

using topic = basic_topic<borrowed>;

}  // namespace ec2wire::tests

#endif
