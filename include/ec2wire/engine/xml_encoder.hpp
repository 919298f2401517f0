#ifndef EC2WIRE_ENGINE_XML_ENCODER_HPP
#define EC2WIRE_ENGINE_XML_ENCODER_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/engine/xml_message.hpp>
#include <ec2wire/engine/xml_scalar_encoder.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ec2wire::detail {

// Walks a message in the order of its tables. Out is xml::size_counter, which finds everything that can
// be wrong, or xml::writer, after which nothing can be. Each function returns false once something is
// wrong.
template <class Out>
class xml_encoder : xml_scalar_encoder<Out> {
    using scalars = xml_scalar_encoder<Out>;

  public:
    // `item` is the name of items that a list does not name.
    xml_encoder(Out& out, std::string_view item) noexcept : scalars(out), item_(item) {}

    using scalars::error;

    // P1. In ec2Query the members are directly in the root, the id of the request first; in awsQuery
    // they are one level deeper, and the id stands behind them.
    //
    //   <StopInstancesResponse xmlns="..."><requestId>59dbff89-...</requestId><instancesSet>...
    //   <AssumeRoleResponse xmlns="..."><AssumeRoleResult>...</AssumeRoleResult><ResponseMetadata>...
    bool put_document(const message_schema& message, const void* object) {
        const structure_schema& structure = *message.structure;
        const bool has_result = !message.result_suffix.empty();
        out_.put_markup(ec2_declaration);
        out_.begin_root(message.operation, message.root_suffix);
        put_namespace(message.xml_namespace);
        if (!has_result && !put_attributes(structure, object)) return false;
        out_.end_tag();
        const auto begin = out_.here();
        if (!(has_result ? put_result(message, object) && put_metadata(structure, object)
                         : put_request_id(structure, object, "requestId") &&
                               put_members(structure, object, true)))
            return false;
        out_.close(begin, message.operation, message.root_suffix);
        return true;
    }

  private:
    void put_namespace(std::string_view name) noexcept {
        if (name.empty()) return;
        out_.put_markup(" xmlns=\"");
        out_.put_markup(name);
        out_.put_markup("\"");
    }

    // P1. Writes the result, also of a shape without members: botocore fails where the reply of an operation
    // that has an output lacks it, and looks for it in no other.
    bool put_result(const message_schema& message, const void* object) {
        const structure_schema& structure = *message.structure;
        out_.begin_tag(message.operation, message.result_suffix);
        if (!put_attributes(structure, object)) return false;
        out_.end_tag();
        const auto begin = out_.here();
        if (!put_members(structure, object, true)) return false;
        out_.close(begin, message.operation, message.result_suffix);
        return true;
    }

    //   <ResponseMetadata><RequestId>59dbff89-...</RequestId></ResponseMetadata>
    bool put_metadata(const structure_schema& structure, const void* object) {
        if (request_id_in(structure, object) == nullptr) return true;
        constexpr std::string_view name = "ResponseMetadata";
        out_.begin_tag(name);
        out_.end_tag();
        const auto begin = out_.here();
        if (!put_request_id(structure, object, "RequestId")) return false;
        out_.close(begin, name);
        return true;
    }

    static const member_schema* request_id_in(const structure_schema& structure,
                                              const void* object) {
        if (!structure.has_request_id) return nullptr;
        for (const member_schema& member : structure)
            if (member.is_request_id && value_in(*member.type, member.in(object)) != nullptr)
                return &member;
        return nullptr;
    }

    bool put_request_id(const structure_schema& structure, const void* object,
                        std::string_view name) {
        const member_schema* const id = request_id_in(structure, object);
        return id == nullptr || put_value(*id, name, value_in(*id->type, id->in(object)));
    }

    bool put_members(const structure_schema& structure, const void* object, bool is_root) {
        for (const member_schema& member : structure) {
            if (member.is_attribute || (is_root && member.is_request_id)) continue;
            const void* const value = present_value(*member.type, member.in(object));
            if (value == nullptr) {
                if (member.is_required && !put_absent(member)) return false;
            } else if (!(member.is_flattened ? put_items(member, member.xml.view(), value)
                                             : put_value(member, member.xml.view(), value))) {
                return false;
            }
        }
        return true;
    }

    // A required member without a value: a list that cannot be absent is there, and empty.
    bool put_absent(const member_schema& member) {
        if (member.type->list == nullptr || member.type->can_be_absent)
            return fail(errc::missing_member, member);
        return member.is_flattened || put_empty(member, member.xml.view());
    }

    // As value_in(), without a call for the usual types of texts.
    static const void* present_value(const type_schema& type, const void* member) {
        switch (type.storage) {
            case member_storage::optional_view: return address_in<std::string_view>(member);
            case member_storage::optional_string: return address_in<std::string>(member);
            case member_storage::view:
            case member_storage::string: return member;
            case member_storage::optional_time:
            case member_storage::other: break;
        }
        if (type.get == nullptr) return value_in(type, member);
        const void* const value = type.get(member);
        return value != nullptr || !type.is_maybe_of_members ? value : value_in(type, member);
    }
    template <class T>
    static const void* address_in(const void* member) {
        const auto& value = *static_cast<const std::optional<T>*>(member);
        return value.has_value() ? &*value : nullptr;
    }

    bool put_value(const member_schema& member, std::string_view name, const void* value) {
        const value_kind kind = member.type->kind;
        if (kind == value_kind::structure) return put_structure(member, name, value);
        if (kind == value_kind::list || kind == value_kind::map)
            return put_list(member, name, value);
        return put_scalar(member, name, value);
    }

    EC2WIRE_NOINLINE bool put_structure(const member_schema& member, std::string_view name,
                                        const void* object) {
        const structure_schema& structure = *member.type->structure;
        if (!can_put(member)) return false;
        if constexpr (!Out::is_writer) {
            if (member.type->is_indirect) see_structure(structure, object);
            if (structure.is_union && count_set(structure, object) > 1)
                return fail(errc::bad_value, member);
        }
        out_.begin_tag(name);
        if (structure.has_attributes && !put_attributes(structure, object)) return false;
        out_.end_tag();
        const auto begin = out_.here();
        if (!(structure.is_entry ? put_entry(structure, object)
                                 : put_members(structure, object, false)))
            return false;
        out_.close(begin, name);
        return true;
    }

    // A structure that is not inside the one around it, up to its last member's first byte.
    void see_structure(const structure_schema& structure, const void* object) noexcept {
        std::size_t size = 1;
        for (const member_schema& member : structure)
            if (member.offset >= size) size = member.offset + 1;
        out_.see(object, size);
    }

    // P3. A value that is absent is left out: its key says that there is an entry.
    //
    //   <entry><key>Environment</key><value>production</value></entry>
    bool put_entry(const structure_schema& entry, const void* object) {
        const member_schema& key = entry.members[0];
        const member_schema& mapped = entry.members[1];
        if (!put_element(key, key.xml.view(), key.in(object))) return false;
        const bool is_left_out = mapped.type->can_be_absent &&
                                 element_value_in(*mapped.type, mapped.in(object)) == nullptr;
        return is_left_out || put_element(mapped, mapped.xml.view(), mapped.in(object));
    }

    bool put_list(const member_schema& member, std::string_view name, const void* list) {
        if (!can_put(member)) return false;
        out_.begin_tag(name);
        out_.end_tag();
        const auto begin = out_.here();
        const member_schema& element = *member.element;
        if (!put_items(member, element.xml.size() != 0 ? element.xml.view() : item_, list))
            return false;
        out_.close(begin, name);
        return true;
    }

    // P3. The items of a list or a map, each in an element of that name.
    EC2WIRE_NOINLINE bool put_items(const member_schema& member, std::string_view name,
                                    const void* list) {
        const list_schema& schema = *member.type->list;
        const member_schema& element = *member.element;
        const std::size_t size = size_of(schema, list);
        const element_row_view row = row_of(schema, list);
        if constexpr (!Out::is_writer)
            if (row.first != nullptr) out_.see(row.first, size * row.stride);
        bool is_good = true;
        for (std::size_t i = 0; i < size && is_good; ++i)
            if (row.first != nullptr)
                is_good = put_element(element, name, row[i]);
            else
                visit_element_at(schema, list, i, [&](const void* item) {
                    is_good = put_element(element, name, item);
                });
        return is_good;
    }

    // P4. An empty element is an absent number, boolean or time. Nothing is an absent text or structure.
    bool put_element(const member_schema& element, std::string_view name, const void* at) {
        const void* const value = element_value_in(*element.type, at);
        if (value != nullptr) return put_value(element, name, value);
        const value_kind kind = element.type->kind;
        const bool can_be_empty =
            is_scalar(kind) && kind != value_kind::text && kind != value_kind::blob;
        return can_be_empty ? put_empty(element, name) : fail(errc::missing_member, element);
    }

    using scalars::can_put;
    using scalars::fail;
    using scalars::out_;
    using scalars::put_attributes;
    using scalars::put_empty;
    using scalars::put_scalar;

    std::string_view item_;
};
template <class Out>
xml_encoder(Out&, std::string_view) -> xml_encoder<Out>;

}  // namespace ec2wire::detail

#endif
