#ifndef EC2WIRE_TESTS_CODEC_ODD_ROOTS_HPP
#define EC2WIRE_TESTS_CODEC_ODD_ROOTS_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/protocol.hpp>
#include <ec2wire/shape/storage.hpp>

#include <optional>
#include <string_view>

// Replies that no service of AWS has and that a caller may write: with attributes or a union at the root, with names that
// are there twice, with items that are stored elsewhere.
namespace ec2wire::tests {

struct odd_ec2 {
    using protocol = ec2_query;
    static constexpr std::string_view version = "2026-11-30";
    static constexpr std::string_view xml_namespace = "u";
};
struct odd_aws {
    using protocol = aws_query;
    static constexpr std::string_view version = "2026-11-30";
    static constexpr std::string_view xml_namespace = "u";
};

struct marked_response {
    using service = odd_ec2;
    static constexpr std::string_view operation = "Do";

    std::optional<std::string_view> id{};
    std::optional<int> number{};

    static constexpr auto fields() {
        using self = marked_response;
        return field_list{field{"id", &self::id, {.xml_attribute = true}},
                          field{"n", &self::number}};
    }
};

struct choice_response {
    using service = odd_ec2;
    static constexpr std::string_view operation = "Do";
    static constexpr bool is_union = true;

    std::optional<std::string_view> name{};
    std::optional<int> number{};

    static constexpr auto fields() {
        return field_list{field{"a", &choice_response::name}, field{"n", &choice_response::number}};
    }
};

// A member has a name that is also one of the request id's.
template <class Service>
struct two_ids_response {
    using service = Service;
    static constexpr std::string_view operation = "Do";

    std::optional<std::string_view> first{};
    std::optional<std::string_view> member{};
    std::optional<std::string_view> last{};
    std::optional<std::string_view> id{};

    static constexpr auto fields() {
        using self = two_ids_response;
        return field_list{field{"A", &self::first}, field{"RequestId", &self::member},
                          field{"B", &self::last},
                          field{"requestId", &self::id, {.request_id = true}}};
    }
};

// An attribute and an element have one name.
struct typed {
    std::optional<std::string_view> attribute{};
    std::optional<std::string_view> element{};

    static constexpr auto fields() {
        return field_list{
            field{"TypeA", &typed::attribute, {.xml_name = "type", .xml_attribute = true}},
            field{"TypeE", &typed::element, {.xml_name = "type"}}};
    }
};
struct typed_response {
    using service = odd_ec2;
    static constexpr std::string_view operation = "Do";

    maybe<typed> inside{};

    static constexpr auto fields() { return field_list{field{"in", &typed_response::inside}}; }
};

struct leaf {
    std::optional<std::string_view> value{};

    static constexpr auto fields() { return field_list{field{"v", &leaf::value}}; }
};

// The items are stored outside their lists.
struct indirect_response {
    using service = odd_ec2;
    static constexpr std::string_view operation = "Do";

    list_view<indirect_view<leaf>> leaves{};
    list_view<indirect_view<std::string_view>> texts{};

    static constexpr auto fields() {
        using self = indirect_response;
        return field_list{field{"l", &self::leaves}, field{"s", &self::texts}};
    }
};

}  // namespace ec2wire::tests

#endif
