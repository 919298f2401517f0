#ifndef EC2WIRE_TESTS_CODEC_CLOUDTRAIL_WRITER_HPP
#define EC2WIRE_TESTS_CODEC_CLOUDTRAIL_WRITER_HPP

#include "codec/random_value.hpp"

#include <ec2wire/engine/json_scalar.hpp>
#include <ec2wire/json/token.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace ec2wire::tests {

// Writes a reply of any shape as CloudTrail may have recorded it. Where rules C1 to C7 allow several forms,
// one is drawn at random.
class cloudtrail_writer {
  public:
    cloudtrail_writer(const detail::message_schema& message, decisions& decide) noexcept
        : message_(message), decide_(decide) {}

    virtual ~cloudtrail_writer() = default;

    std::string print(const void* object) {
        std::string reply = members(*message_.structure, object);
        if (!has_known_member(object)) reply = "{\"_return\":true" + rest_of(reply);
        if (decide_.one_in(3))  // C3: a wrapper
            reply = "{\"" + std::string(message_.operation) + std::string(message_.root_suffix) +
                    "\":{\"xmlns\":\"u\"" + rest_of(reply) + '}';
        if (decide_.one_in(4)) return reply;
        const std::string record = "{\"eventVersion\":\"1.08\",\"eventName\":\"" +
                                   std::string(message_.operation) +
                                   "\",\"requestParameters\":{\"instancesSet\":{}}," +
                                   "\"responseElements\":" + reply + ",\"readOnly\":false}";
        if (!decide_.one_in(3)) return record;
        return "{\"version\":\"0\",\"detail-type\":\"AWS API Call via CloudTrail\",\"detail\":" +  // C7
               record + '}';
    }

  protected:
    using kind = detail::value_kind;
    static constexpr std::array<std::string_view, 2> masks{"\"HIDDEN_DUE_TO_SECURITY_REASONS\"",
                                                           "\"<sensitiveDataRemoved>\""};

    // Returns the text after the opening bracket of an object, to be appended to another.
    static std::string rest_of(std::string_view object) {
        object.remove_prefix(1);
        return (object == "}" ? "" : ",") + std::string(object);
    }

    bool has_known_member(const void* object) const {
        for (const detail::member_schema& row : *message_.structure)
            if (value_in(*row.type, row.in(object)) != nullptr) return true;
        return false;
    }

    virtual std::string members(const detail::structure_schema& structure, const void* object) {
        std::string text = "{";
        for (const detail::member_schema& row : structure) {
            const void* const value = value_in(*row.type, row.in(object));
            const std::string found = value == nullptr ? absent(row) : value_of(row, value);
            if (found.empty()) continue;
            text += (text.size() > 1 ? "," : "") + quoted(key_of(row)) + ':' + found;
        }
        if (decide_.one_in(8))  // D10: an unknown member
            text +=
                (text.size() > 1 ? "," : "") + std::string(R"("unknownYet":{"items":[{"a":[1]}]})");
        return text + '}';
    }

    // CloudTrail writes names of awsQuery with a lower-case first letter.
    std::string key_of(const detail::member_schema& row) {
        return half_lowered(std::string(row.xml.view()));
    }
    std::string half_lowered(std::string name) {
        const bool is_upper = name[0] >= 'A' && name[0] <= 'Z';
        if (is_upper && decide_.one_in(2)) name[0] = static_cast<char>(name[0] - 'A' + 'a');
        return name;
    }

    // C5, P4 (masked and empty values). Returns a form of an absent member; empty for none.
    std::string absent(const detail::member_schema& row) {
        if (!row.type->can_be_absent || row.is_attribute || row.is_of_union) return "";
        const bool is_number = is_scalar(row.type->kind) && row.type->kind != kind::text &&
                               row.type->kind != kind::blob;
        switch (decide_.below(8)) {
            case 0: return "null";
            case 1: return std::string(decide_.of(masks));
            case 2: return is_number && !row.is_required ? "\"\"" : "";
            default: return "";
        }
    }

    std::string value_of(const detail::member_schema& row, const void* value) {
        switch (row.type->kind) {
            case kind::structure: {
                const std::string text = members(*row.type->structure, value);
                return text == "{}" && decide_.one_in(2) ? "\"\"" : text;
            }
            case kind::list: return list_of(row, value);
            case kind::map: return map_of(row, value);
            case kind::timestamp: return time_of(*row.type, value);
            default: return scalar_of(*row.type, value);
        }
    }

    // C2 (lists).
    virtual std::string list_of(const detail::member_schema& row, const void* list) {
        const std::size_t size = size_of(*row.type->list, list);
        std::string elements;
        for (std::size_t i = 0; i < size; ++i)
            visit_element_at(*row.type->list, list, i, [&](const void* element) {
                const void* const value = element_value_in(*row.element->type, element);
                elements += (i == 0 ? "" : ",") +
                            (value == nullptr ? "null" : value_of(*row.element, value));
            });
        if (row.is_flattened || decide_.one_in(4)) return '[' + elements + ']';
        if (size == 0 && decide_.one_in(2)) return decide_.one_in(2) ? "\"\"" : "{}";
        // A single list is not left without an array: its own array would be taken for that.
        if (size == 1 && elements[0] != '[' && decide_.one_in(3))
            return "{\"item\":" + elements + '}';
        return (decide_.one_in(3) ? "{\"item\":[" : "{\"items\":[") + elements + "]}";
    }

    std::string map_of(const detail::member_schema& row, const void* map) {
        std::string entries;
        for (std::size_t i = 0; i < size_of(*row.type->list, map); ++i)
            visit_element_at(*row.type->list, map, i, [&](const void* entry) {
                const detail::member_schema* const parts = row.element->type->structure->members;
                const auto part = [&](int index) {
                    return element_value_in(*parts[index].type, parts[index].in(entry));
                };
                entries += (i == 0 ? "" : ",") + quoted(text_of(*parts[0].type, part(0))) + ':' +
                           (part(1) == nullptr ? "null" : value_of(parts[1], part(1)));
            });
        return '{' + entries + '}';
    }

    // C4 (types of scalars).
    std::string scalar_of(const detail::type_schema& type, const void* value) {
        const std::string text = text_of(type, value);
        const bool is_word = text == "true" || text == "false";
        const bool is_number = json::find_bad_number(text) == std::string_view::npos;
        const bool is_text = type.kind == kind::text || type.kind == kind::blob;
        const bool can_be_bare =
            is_text || type.kind == kind::boolean ? is_word || (is_text && is_number) : is_number;
        return can_be_bare && decide_.below(is_text ? 2 : 3) != 0 ? text : quoted(text);
    }

    // C1 (timestamps).
    std::string time_of(const detail::type_schema& type, const void* value) {
        const std::string date_time = text_of(type, value);
        std::string milliseconds = text_of(type, value, timestamp_format::epoch_seconds);
        const std::size_t point = milliseconds.find('.');
        if (point != milliseconds.npos) milliseconds.erase(point, 1);
        const std::size_t digits = point == milliseconds.npos ? 0 : milliseconds.size() - point;
        milliseconds.append(3 - digits, '0');
        const std::size_t first = milliseconds.front() == '-' ? 1 : 0;  // JSON has no leading zeros
        while (milliseconds.size() > first + 1 && milliseconds[first] == '0')
            milliseconds.erase(first, 1);
        switch (decide_.below(4)) {
            case 0: return quoted(milliseconds);
            case 1: return quoted(date_time);
            case 2:
                if (digits == 0) return quoted(time_of_java(date_time));
                [[fallthrough]];
            default: return milliseconds;
        }
    }

    // 2015-01-25T08:00:00Z  ->  Jan 25, 2015 8:00:00 AM
    static std::string time_of_java(const std::string& text) {
        static constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
        const int month = std::stoi(text.substr(5, 2));
        const int hour = std::stoi(text.substr(11, 2));
        return std::string(months.substr(static_cast<std::size_t>(3 * month - 3), 3)) + ' ' +
               std::to_string(std::stoi(text.substr(8, 2))) + ", " + text.substr(0, 4) + ' ' +
               std::to_string(hour % 12 == 0 ? 12 : hour % 12) + text.substr(13, 6) +
               (hour < 12 ? " AM" : " PM");
    }

    static std::string quoted(std::string_view text) {
        std::string all = "\"";
        for (const char c : text) {
            if (c == '"' || c == '\\') all += '\\';
            all += c;
        }
        return all + '"';
    }

    const detail::message_schema& message_;
    decisions& decide_;
};

}  // namespace ec2wire::tests

#endif
