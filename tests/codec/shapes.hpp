#ifndef EC2WIRE_TESTS_CODEC_SHAPES_HPP
#define EC2WIRE_TESTS_CODEC_SHAPES_HPP

#include <ec2wire/core/timestamp.hpp>
#include <ec2wire/ec2/instance_state.hpp>
#include <ec2wire/ec2/service.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/open_enum.hpp>
#include <ec2wire/shape/storage.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

// Shapes that a user of the library might describe: together they have every kind of member.
namespace ec2wire::tests {

enum class color : std::uint8_t { red, sea_green };

constexpr std::array<std::string_view, 2> enum_texts(color) noexcept {
    return {"red", "sea-green"};
}

template <class Storage>
struct basic_tag {
    std::optional<typename Storage::string> key{};
    std::optional<typename Storage::string> value{};

    static constexpr auto fields() {
        using self = basic_tag;
        return field_list{field{"Key", &self::key, {.xml_name = "key"}},
                          field{"Value", &self::value, {.xml_name = "value"}}};
    }

    friend constexpr bool operator==(const basic_tag&, const basic_tag&) = default;
};

// Every kind of scalar. As a request and as a reply.
template <class Storage>
struct basic_scalars {
    using service = ec2;
    static constexpr std::string_view operation = "PutScalars";

    std::optional<bool> flag{};
    std::optional<std::int8_t> i8{};
    std::optional<std::uint8_t> u8{};
    std::optional<std::int16_t> i16{};
    std::optional<std::uint16_t> u16{};
    std::optional<std::int32_t> i32{};
    std::optional<std::uint32_t> u32{};
    std::optional<std::int64_t> i64{};
    std::optional<std::uint64_t> u64{};
    std::optional<float> f32{};
    std::optional<double> f64{};
    std::optional<typename Storage::string> text{};
    std::optional<typename Storage::template list<std::byte>> blob{};
    std::optional<timestamp> date_time{};
    std::optional<timestamp> epoch_seconds{};
    std::optional<timestamp> http_date{};
    std::optional<open_enum<color, typename Storage::string>> paint{};
    std::optional<state_code> state{};

    static constexpr auto fields() {
        using self = basic_scalars;
        return field_list{
            field{"Flag", &self::flag},
            field{"I8", &self::i8},
            field{"U8", &self::u8},
            field{"I16", &self::i16},
            field{"U16", &self::u16},
            field{"I32", &self::i32},
            field{"U32", &self::u32},
            field{"I64", &self::i64},
            field{"U64", &self::u64},
            field{"F32", &self::f32},
            field{"F64", &self::f64},
            field{"Text", &self::text},
            field{"Blob", &self::blob},
            field{"DateTime", &self::date_time},
            field{
                "EpochSeconds", &self::epoch_seconds, {.format = timestamp_format::epoch_seconds}},
            field{"HttpDate", &self::http_date, {.format = timestamp_format::http_date}},
            field{"Paint", &self::paint},
            field{"State", &self::state}};
    }

    friend constexpr bool operator==(const basic_scalars&, const basic_scalars&) = default;
};

// A structure inside itself, both ways.
template <class Storage>
struct basic_branch {
    std::optional<typename Storage::string> name{};
    typename Storage::template indirect<basic_branch> inner{};
    typename Storage::template list<basic_branch> branches{};

    static constexpr auto fields() {
        using self = basic_branch;
        return field_list{field{"Name", &self::name, {.xml_name = "name"}},
                          field{"Inner", &self::inner, {.xml_name = "inner"}},
                          field{"Branches", &self::branches, {.xml_name = "branches"}}};
    }

    friend constexpr bool operator==(const basic_branch&, const basic_branch&) = default;
};

// Every kind of nesting. As a request and as a reply.
template <class Storage>
struct basic_tree {
    using service = ec2;
    static constexpr std::string_view operation = "PutTree";

    std::optional<typename Storage::string> name{};
    maybe<basic_tag<Storage>> tag{};
    maybe<typename Storage::template list<basic_tag<Storage>>> tags{};
    typename Storage::template list<typename Storage::template list<typename Storage::string>>
        rows{};
    typename Storage::template indirect<basic_branch<Storage>> inner{};
    typename Storage::template list<basic_branch<Storage>> branches{};
    std::optional<typename Storage::string> request_id{};

    static constexpr auto fields() {
        using self = basic_tree;
        return field_list{field{"Name", &self::name, {.xml_name = "name"}},
                          field{"Tag", &self::tag, {.xml_name = "tag"}},
                          field{"Tags", &self::tags, {.xml_name = "tagSet", .item_name = "Tag"}},
                          field{"Rows", &self::rows, {.xml_name = "rows"}},
                          field{"Inner", &self::inner, {.xml_name = "inner"}},
                          field{"Branches", &self::branches, {.xml_name = "branches"}},
                          field{"RequestId", &self::request_id, {.request_id = true}}};
    }

    friend constexpr bool operator==(const basic_tree&, const basic_tree&) = default;
};

using tag = basic_tag<borrowed>;
using branch = basic_branch<borrowed>;
using scalars = basic_scalars<borrowed>;
using tree = basic_tree<borrowed>;

}  // namespace ec2wire::tests

#endif
