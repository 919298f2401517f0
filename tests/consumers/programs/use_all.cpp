// A consumer with its own shapes that calls every entry point, compiled with every warning that a project may
// enable. With EC2WIRE_SEPARATE_COMPILATION it also compiles the engines.
#include <ec2wire/core/pmr_scratch.hpp>
#include <ec2wire/ec2wire.hpp>
#include <ec2wire/format.hpp>
#include <ec2wire/ostream.hpp>
#include <ec2wire/sts/assume_role.hpp>
#include <ec2wire/system_error.hpp>
#ifdef EC2WIRE_SEPARATE_COMPILATION
#include <ec2wire/src.hpp>
#endif
#ifdef HAVE_SIMDJSON
#include <ec2wire/json.hpp>
#ifdef EC2WIRE_SEPARATE_COMPILATION
#include <ec2wire/json_src.hpp>
#endif
#endif

#include <array>
#include <cstdint>
#include <iostream>

namespace {

using ec2wire::field;

struct warehouse {
    using protocol = ec2wire::aws_query;
    static constexpr std::string_view version = "2026-11-29";
    static constexpr std::string_view xml_namespace = "https://example.com/";
};

enum class color : std::uint8_t { red, green };
[[maybe_unused]] constexpr std::array<std::string_view, 2> enum_texts(color) {
    return {"red", "green"};
}

template <class Storage>
struct basic_choice {
    std::optional<std::int64_t> number{};
    std::optional<typename Storage::string> text{};

    static constexpr bool is_union = true;
    static constexpr auto fields() {
        using self = basic_choice;
        return ec2wire::field_list{field{"Number", &self::number}, field{"Text", &self::text}};
    }
};

template <class Storage>
struct basic_box {
    using string = typename Storage::string;
    template <class T>
    using list = typename Storage::template list<T>;

    string label{};
    std::optional<float> weight{};
    std::optional<bool> is_open{};
    std::optional<ec2wire::timestamp> packed{};
    std::optional<ec2wire::open_enum<color, string>> color_name{};
    std::optional<list<std::byte>> seal{};
    ec2wire::maybe<list<ec2wire::map_entry<string, int>>> counts{};
    ec2wire::maybe<basic_choice<Storage>> choice{};
    list<basic_box> inner{};
    list<list<string>> rows{};

    static constexpr auto fields() {
        using self = basic_box;
        return ec2wire::field_list{
            field{"Label", &self::label, {.xml_name = "label", .xml_attribute = true}},
            field{"Weight", &self::weight},
            field{"IsOpen", &self::is_open},
            field{"Packed", &self::packed, {.format = ec2wire::timestamp_format::http_date}},
            field{"Color", &self::color_name},
            field{"Seal", &self::seal},
            field{"Counts", &self::counts, {.key_name = "Name"}},
            field{"Choice", &self::choice},
            field{"Inner", &self::inner, {.xml_name = "Box", .flattened = true}},
            field{"Rows", &self::rows}};
    }
};

template <class Storage>
struct basic_boxes {
    using service = warehouse;
    static constexpr std::string_view operation = "ListBoxes";

    std::optional<typename Storage::string> token{};
    typename Storage::template list<basic_box<Storage>> boxes{};

    static constexpr auto fields() {
        using self = basic_boxes;
        return ec2wire::field_list{field{"Token", &self::token, {.idempotency_token = true}},
                                   field{"Boxes", &self::boxes, {.required = true}}};
    }
};

using boxes = basic_boxes<ec2wire::borrowed>;
using owned_boxes = basic_boxes<ec2wire::owned>;

template <class Result>
int print(const Result& result) {
    if (result) return 1;
    std::cerr << result.error() << '\n';
    return 0;
}

int write(const owned_boxes& request, const boxes& reply, std::span<char> buffer) {
    const std::array<ec2wire::query_pair, 1> extra{{{"Key", "Value"}}};
    return print(ec2wire::encode(request)) + print(ec2wire::encode(request, buffer)) +
           print(ec2wire::encode(request, extra)) + print(ec2wire::encode_xml(reply)) +
           print(ec2wire::encode_json(request)) +
           print(ec2wire::encode(ec2wire::without_required<owned_boxes>{})) +
           print(ec2wire::encode_xml_error<warehouse>(ec2wire::service_error{}));
}

int read(std::string_view bytes, ec2wire::scratch& scratch) {
    ec2wire::decode_notes notes;
    const auto each = [](const basic_box<ec2wire::borrowed>& box) { std::cout << box.label; };
    const auto reply = ec2wire::decode_xml<boxes>(bytes, scratch, notes);
    if (reply) print(ec2wire::encode(ec2wire::to_owned(*reply)));
    return print(reply) + print(ec2wire::decode_xml<boxes>(bytes, scratch)) +
           print(ec2wire::decode_xml<ec2wire::stop_instances_response>(bytes, scratch)) +
           print(ec2wire::decode_xml_each<&boxes::boxes>(bytes, scratch, each)) +
           print(ec2wire::decode_query<boxes>(bytes, scratch));
}

#ifdef HAVE_SIMDJSON
int read_json(std::string_view bytes, ec2wire::scratch& scratch) {
    return print(ec2wire::decode_json<boxes>(bytes, scratch)) +
           print(ec2wire::decode_cloudtrail<boxes>(bytes, scratch)) +
           print(ec2wire::decode_cloudtrail_request<boxes>(bytes, scratch));
}
#endif

}  // namespace

int main(int count, char** words) {
    ec2wire::scratch scratch{ec2wire::pmr_source(std::pmr::new_delete_resource())};
    std::array<char, 64> buffer;
    const std::string_view bytes(words[count - 1]);
    int failed = write({}, {}, buffer) + read(bytes, scratch);
#ifdef HAVE_SIMDJSON
    failed += read_json(bytes, scratch);
#endif
    const std::error_code code = ec2wire::errc::bad_value;
    return failed + code.value();
}
