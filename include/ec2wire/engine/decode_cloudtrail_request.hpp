#ifndef EC2WIRE_ENGINE_DECODE_CLOUDTRAIL_REQUEST_HPP
#define EC2WIRE_ENGINE_DECODE_CLOUDTRAIL_REQUEST_HPP

#include <ec2wire/core/error.hpp>
#include <ec2wire/engine/cloudtrail_request_parts.hpp>
#include <ec2wire/engine/json_cloudtrail_scalar.hpp>
#include <ec2wire/engine/json_dialect.hpp>
#include <ec2wire/engine/json_level.hpp>
#include <ec2wire/engine/json_target.hpp>
#include <ec2wire/json/strict_reader.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>
#include <string_view>
#include <utility>

namespace ec2wire::detail {

// R16 (required members). Whether a value of a request has all required members in all of its structures, and
// one member in each union.
inline bool is_complete(const member_schema& row, const void* value);
inline bool is_complete(const structure_schema& structure, const void* object) {
    for (const member_schema& row : structure) {
        const void* const value = value_in(*row.type, row.in(object));
        if (value == nullptr ? row.is_required : !is_complete(row, value)) return false;
    }
    return !structure.is_union || count_set(structure, object) == 1;
}
inline bool is_complete(const member_schema& row, const void* value) {
    const type_schema& type = *row.type;
    if (type.structure != nullptr) return is_complete(*type.structure, value);
    if (type.list == nullptr || is_scalar(row.element->type->kind)) return true;
    bool is_good = true;
    for (std::size_t i = 0; is_good && i < size_of(*type.list, value); ++i)
        visit_element_at(*type.list, value, i, [&](const void* element) {
            const void* const held = element_value_in(*row.element->type, element);
            is_good = held != nullptr && is_complete(*row.element, held);
        });
    return is_good;
}

// C8 (parameters in CloudTrail records). Decodes requestParameters into a request. CloudTrail's names of
// parameters mostly follow from the names in the request:
//
//   {"instancesSet":{"items":[{"instanceId":"i-1"}]},"force":false}     InstanceId.1=i-1&Force=false
//   {"filterSet":{"items":[{"name":"vpc-id","valueSet":{"items":[{"value":"vpc-1"}]}}]}}
//   {"CreateFlowLogsRequest":{"ResourceId":{"tag":1,"content":"vpc-1"}}}
//
// A parameter that matches no member is the error no_request, or a note.
class cloudtrail_request_decoder : cloudtrail_request_parts {
  public:
    cloudtrail_request_decoder(json::strict_reader& in, const json_target& target) noexcept
        : cloudtrail_request_parts(in, target) {}

    void decode() {
        const std::string_view operation = target_.message->operation;
        decode_event(operation, [&](std::string_view key, cursor at) {
            const bool is_empty = at[0] == '"' && at[1] == '"';  // P4: an empty element
            if (is_joined(key, operation, "Request") && (is_empty || in_.first(at) == '{')) {
                if (std::exchange(has_wrapper_, true)) return in_.fail(at, errc::duplicate_member);
                if (is_empty) return skip(at);
                return decode_object(at, [this](std::string_view name, cursor value) {
                    const bool is_namespace = name == "xmlns" && !is_container(value);
                    return is_namespace ? skip(value) : decode_parameter(members_, name, value);
                });
            }
            return is_omission(key, at) ? fail_omitted() : decode_parameter(members_, key, at);
        });
        if (in_.has_failed()) return;
        if (!is_complete(*target_.structure, target_.object))
            in_.fail(errc::missing_member, parameters_offset());
    }

  private:
    cursor decode_parameter(json_level& here, std::string_view key, cursor at) {
        if (in_.first(at) == 'n') return skip(at);
        if (const member_schema* const row = find_cloudtrail_member(*here.structure, key)) {
            const bool is_second = here.structure->is_union && std::exchange(here.has_value, true);
            if (is_second || !here.see(row->index)) return in_.fail(at, errc::duplicate_member);
            const bool is_attribute = key == "attributeType" && row->name == "Attribute" &&
                                      in_.first(at) == '"' && row->type->kind == value_kind::text;
            return is_attribute ? decode_attribute(*row, row->in(here.object), at)
                                : decode_value(*row, row->in(here.object), at);
        }
        if (!key.ends_with("Set") || in_.first(at) != '{')
            return &here == &members_ ? decode_unmatched(key, at) : refuse(key, at);
        const bool is_instances = key == "instancesSet";
        if (!is_instances && key != "groupSet") return decode_set(here, at, false);
        return std::exchange(is_instances ? here.has_instances : here.has_groups, true)
                   ? in_.fail(at, errc::duplicate_member)
                   : decode_set(here, at, true);
    }

    // Decodes a key that is no member's: one that CloudTrail adds to the request, or "tenancy" and
    // "availabilityZone" of RunInstances, which the request has in Placement.
    cursor decode_unmatched(std::string_view key, cursor at) {
        if (is_added_parameter(target_.message->operation, key, in_.first(at))) return skip(at);
        const member_schema* const row = placement_row();
        if (row == nullptr || find_cloudtrail_member(*row->type->structure, key) == nullptr)
            return refuse(key, at);
        void* const value = value_or_new(*row, row->in(members_.object));
        if (value == nullptr) return in_.fail(at, errc::out_of_memory);
        return decode_parameter(placement_level(value, *row), key, at);
    }

    // Decodes items that the request does not have as one list: each key of an item is an element of the list
    // with that name, or else, if it may have members, a member of the request itself.
    //
    //   "instancesSet":{"items":[{"imageId":"ami-1","minCount":1,"maxCount":1}]}
    //   "volumeSet":{"items":[{"volumeId":"vol-1"}]}
    cursor decode_set(json_level& here, cursor at, bool may_have_members) {
        int items = 0;
        bool has_list = false;
        member_set lists;  // of which this set has items
        lists.clear(max_members);
        return decode_object(at, [&](std::string_view key, cursor list) {
            if (!is_items_key(key)) return refuse(key, list);
            if (std::exchange(has_list, true)) return in_.fail(list, errc::duplicate_member);
            return decode_items(list, [&](cursor item) {
                if (in_.first(item) != '{') return in_.fail(item, errc::no_request);
                ++items;
                member_set seen;
                seen.clear(max_members);
                return decode_object(item, [&](std::string_view name, cursor value) {
                    const member_schema* const row = find_cloudtrail_list(*here.structure, name);
                    if (row == nullptr)
                        return may_have_members && items == 1 ? decode_parameter(here, name, value)
                                                              : refuse(name, value);
                    const bool is_new = lists.has(row->index) || here.see(row->index);
                    if (!is_new || seen.has(row->index))
                        return in_.fail(value, errc::duplicate_member);
                    lists.add(row->index);
                    seen.add(row->index);
                    void* const elements = value_or_new(*row, row->in(here.object));
                    return elements == nullptr ? in_.fail(value, errc::out_of_memory)
                                               : decode_added(*row, elements, value);
                });
            });
        });
    }

    cursor decode_value(const member_schema& row, void* member, cursor at) {
        const type_schema& type = *row.type;
        if (is_scalar(type.kind) && is_container(at)) return refuse(row.name, at);
        if (is_scalar(type.kind) || in_.first(at) == '"') return decoder_.decode(&row, member, at);
        if (!is_container(at) || (type.kind != value_kind::list && in_.first(at) == '['))
            return refuse(row.name, at);
        void* const value = value_or_new(row, member);
        if (value == nullptr) return in_.fail(at, errc::out_of_memory);
        if (type.kind == value_kind::map) return decode_map(row, value, at);
        if (type.kind == value_kind::list) return decode_list(row, value, at);
        json_level own = json_level_of(value, *type.structure);
        const bool is_placement = &row == placement_row() && member == row.in(members_.object);
        json_level& here = is_placement ? placement_level(value, row) : own;
        return decode_object(at, [&](std::string_view key, cursor inner) {
            return decode_in_structure(here, key, inner);
        });
    }

    // Decodes a map, an element for each key.
    //
    //   "attributes":{"DelaySeconds":"90"}    Attribute.1.Name=DelaySeconds&Attribute.1.Value=90
    cursor decode_map(const member_schema& row, void* map, cursor at) {
        const member_schema* const parts = row.element->type->structure->members;
        return decode_object(at, [&](std::string_view key, cursor value) {
            if (in_.first(value) == 'n') return skip(value);
            if (is_scalar(parts[1].type->kind) && is_container(value)) return refuse(key, value);
            void* const entry = append_element(*row.type->list, map, in_.memory());
            if (entry == nullptr) return in_.fail(value, errc::out_of_memory);
            const scalar_fault fault =
                store_text(*parts[0].type, parts[0].in(entry), key, in_.memory());
            return fault ? in_.fail(value, fault.code)
                         : decode_value(parts[1], parts[1].in(entry), value);
        });
    }

    // Decodes a key of a structure.
    cursor decode_in_structure(json_level& here, std::string_view key, cursor at) {
        return is_element_number(*here.structure, key, in_.first(at))
                   ? skip(at)
                   : decode_parameter(here, key, at);
    }

    // Decodes a list: an array, an object with an array inside, or an object that is the only element.
    cursor decode_list(const member_schema& row, void* list, cursor at) {
        const auto decode = [&](cursor item) { return decode_element(row, list, item); };
        if (in_.first(at) == '[') return decode_items(at, decode);
        open_element only{row, list};
        bool has_list = false;
        return decode_object(at, [&](std::string_view key, cursor value) {
            const bool is_list =
                is_items_key(key) && !only.has_content && only.level.object == nullptr;
            if (!is_list)
                return has_list ? refuse(key, value) : decode_in_element(only, key, value);
            return std::exchange(has_list, true) ? in_.fail(value, errc::duplicate_member)
                                                 : decode_items(value, decode);
        });
    }

    cursor decode_element(const member_schema& row, void* list, cursor at) {
        if (in_.first(at) != '{') return decode_added(row, list, at);
        open_element element{row, list};
        if (row.element->type->kind == value_kind::structure && !add(element))
            return in_.fail(at, errc::out_of_memory);
        return decode_object(at, [&](std::string_view key, cursor value) {
            return decode_in_element(element, key, value);
        });
    }

    //   {"tag":1,"Key":"k","Value":"v"}    {"tag":1,"content":"vpc-1"}    {"value":"vpc-1"}
    cursor decode_in_element(open_element& element, std::string_view key, cursor at) {
        const type_schema& type = *element.row.element->type;
        if (type.kind == value_kind::structure) {
            if (element.level.object == nullptr && !add(element))
                return in_.fail(at, errc::out_of_memory);
            return decode_in_structure(element.level, key, at);
        }
        if (key == "tag" && !is_container(at)) return skip(at);
        if (key != "content" && !is_cloudtrail_name(key, element.row.xml.view()))
            return refuse(key, at);
        return std::exchange(element.has_content, true)
                   ? in_.fail(at, errc::duplicate_member)
                   : decode_added(element.row, element.list, at);
    }

    // Decodes an element that is not an object. Null is not an element.
    cursor decode_added(const member_schema& row, void* list, cursor at) {
        if (in_.first(at) == 'n') return skip(at);
        if (is_container(at)) return refuse(row.name, at);
        void* const element = append_element(*row.type->list, list, in_.memory());
        return element == nullptr ? in_.fail(at, errc::out_of_memory)
                                  : decode_value(*row.element, element, at);
    }

    bool has_wrapper_ = false;
};

}  // namespace ec2wire::detail

#endif
