#ifndef EC2WIRE_TESTS_CODEC_CLOUDTRAIL_REQUEST_WRITER_HPP
#define EC2WIRE_TESTS_CODEC_CLOUDTRAIL_REQUEST_WRITER_HPP

#include "codec/cloudtrail_writer.hpp"

#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace ec2wire::tests {

// Writes a request of any shape as CloudTrail may have recorded it. Where rules C4, C5 and C8 allow several
// forms, one is drawn at random.
class cloudtrail_request_writer : cloudtrail_writer {
  public:
    using cloudtrail_writer::cloudtrail_writer;

    std::string print(const void* object) {
        std::string parameters = members_of_request(object);
        if (decide_.one_in(3))
            parameters = "{\"" + std::string(message_.operation) + "Request\":{\"xmlns\":\"u\"" +
                         rest_of(parameters) + '}';
        return "{\"eventVersion\":\"1.08\",\"eventName\":\"" + std::string(message_.operation) +
               "\",\"requestParameters\":" + parameters + ",\"responseElements\":null}";
    }

  private:
    // Some parameters may be in the first item of a set.
    std::string members_of_request(const void* object) {
        std::string outside = "{";
        std::string in_set = "{";
        const bool has_set = decide_.one_in(3);
        for (const detail::member_schema& row : *message_.structure) {
            const bool is_in_set = has_set && is_scalar(row.type->kind) && decide_.one_in(2);
            add(is_in_set ? in_set : outside, row, row.in(object));
        }
        if (has_set) append(outside, "\"instancesSet\":{\"items\":[" + in_set + "}]}");
        return outside + '}';
    }

    std::string members(const detail::structure_schema& structure, const void* object) override {
        std::string text = "{";
        for (const detail::member_schema& row : structure) add(text, row, row.in(object));
        return text + '}';
    }

    static void append(std::string& object, const std::string& member) {
        object += (object.size() > 1 ? "," : "") + member;
    }

    void add(std::string& object, const detail::member_schema& row, const void* member) {
        const void* const value = value_in(*row.type, member);
        const std::string text = value == nullptr ? absent(row) : value_of(row, value);
        if (text.empty()) return;
        const bool is_set_of_names = value != nullptr && has_names(row, value) && decide_.one_in(3);
        append(object, is_set_of_names ? set_of(row, value) : quoted(name_of(row)) + ':' + text);
    }

    // Whether the items of a set can name the list.
    static bool has_names(const detail::member_schema& row, const void* value) {
        return row.type->kind == kind::list && is_scalar(row.element->type->kind) &&
               size_of(*row.type->list, value) != 0;
    }

    // Returns the name of a member in the request or in the API reference, that of a list also with "Set".
    std::string name_of(const detail::member_schema& row) {
        std::string name(decide_.one_in(2) ? row.xml.view() : row.name);
        if (row.type->list != nullptr && decide_.one_in(3)) name += "Set";
        return half_lowered(std::move(name));
    }

    // Returns a set with a name of its own, whose items name the list.
    //
    //   "itsInstanceIdSet":{"items":[{"instanceId":"i-1"}]}
    std::string set_of(const detail::member_schema& row, const void* list) {
        std::string items;
        for_each_element(row, list, [&](const std::string& text) {
            items += (items.empty() ? "{" : ",{") + quoted(key_of(row)) + ':' + text + '}';
        });
        return quoted("its" + std::string(row.xml.view()) + "Set") + ":{\"items\":[" + items + "]}";
    }

    template <class Use>
    void for_each_element(const detail::member_schema& row, const void* list, Use use) {
        for (std::size_t i = 0; i < size_of(*row.type->list, list); ++i)
            visit_element_at(*row.type->list, list, i, [&](const void* element) {
                use(value_of(*row.element, element_value_in(*row.element->type, element)));
            });
    }

    std::string list_of(const detail::member_schema& row, const void* list) override {
        const std::size_t size = size_of(*row.type->list, list);
        const bool is_of_structures = row.element->type->kind == kind::structure;
        const std::size_t form = decide_.below(3);  // of its elements
        std::size_t number = 0;
        std::string elements;
        for_each_element(row, list, [&](std::string text) {
            const std::string tag = "{\"tag\":" + std::to_string(++number);
            if (is_of_structures && form == 0 && text[0] == '{')
                text = tag + rest_of(text);
            else if (!is_of_structures && form != 0)
                text = (form == 1 ? tag + ",\"content\":" : '{' + quoted(key_of(row)) + ':') +
                       text + '}';
            elements += (number == 1 ? "" : ",") + text;
        });
        if (size == 0 && decide_.one_in(2)) return decide_.one_in(2) ? "\"\"" : "{}";
        // The only element is not left without an array if it has no members: that is an empty list.
        if (size == 1 && elements[0] == '{' && elements != "{}" && decide_.one_in(3))
            return decide_.one_in(2) ? elements : "{\"item\":" + elements + '}';
        if (decide_.one_in(3)) return '[' + elements + ']';
        return (decide_.one_in(3) ? "{\"item\":[" : "{\"items\":[") + elements + "]}";
    }
};

}  // namespace ec2wire::tests

#endif
