#ifndef EC2WIRE_ENGINE_XML_STRUCTURE_ENCODER_HPP
#define EC2WIRE_ENGINE_XML_STRUCTURE_ENCODER_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/tag_text.hpp>
#include <ec2wire/engine/scalar_text.hpp>
#include <ec2wire/engine/xml_scalar_encoder.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>
#include <ec2wire/xml/writer.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// The part of the encoder that writes structures, lists and maps. Each function returns false after an error.
class xml_structure_encoder : protected xml_scalar_encoder {
  public:
    // `item` is the name of items that a list does not name.
    xml_structure_encoder(const xml::writer& out, tag_name item) noexcept
        : xml_scalar_encoder(out), item_(item) {}

  protected:
    // Writes a structure as an element with that name, which `holder` describes. Without a holder, as for the
    // message itself, writes its members only.
    EC2WIRE_NOINLINE bool put_members(const structure_schema& structure, const void* object,
                                      const member_schema* holder, tag_name name) {
        if (holder != nullptr && !begin(*holder, name, object)) return false;
        const auto start = out_.here();
        for (const member_schema& member : structure) {
            const void* const at = member.in(object);
            std::string_view text;
            switch (text_of_member(member, at, text, printed_)) {
                case text_presence::set: break;
                case text_presence::absent: continue;
                case text_presence::bad: return fail(errc::bad_value, member);
                case text_presence::other:
                    if (!put_content(member, at, holder == nullptr)) return false;
                    continue;
            }
            if (!put_text(member, member.xml.tag(), text)) return false;
        }
        if (holder != nullptr) out_.close(start, name);
        return true;
    }

    // Writes a member that is not a string.
    EC2WIRE_ALWAYS_INLINE bool put_content(const member_schema& member, const void* at,
                                           bool is_root) {
        if (member.form == member_form::structure) {
            const void* const value = element_value_in(*member.type, at);
            return value == nullptr || put_structure(member, member.xml.tag(), value);
        }
        if (member.form == member_form::list) {
            const void* const value = value_in(*member.type, at);
            return value == nullptr || put_list(member, member.xml.tag(), value);
        }
        return put_other(member, at, is_root);
    }

    EC2WIRE_NOINLINE bool put_other(const member_schema& member, const void* at, bool is_root) {
        if (member.is_attribute || (is_root && member.is_request_id)) return true;
        const void* const value = value_in(*member.type, at);
        if (value == nullptr) return !member.is_required || put_absent(member);
        out_.check_overlap(value, member.type->indirect_size);
        if (member.is_flattened)
            return put_items(member, member.xml.tag(), value, size_of(*member.type->list, value));
        return put_value(member, member.xml.tag(), value);
    }

    // Writes a required member without a value. A list of a C++ type that cannot be absent is present and
    // empty; any other member is missing.
    bool put_absent(const member_schema& member) {
        if (member.type->list == nullptr || member.type->can_be_absent)
            return fail(errc::missing_member, member);
        return member.is_flattened || put_empty(member, member.xml.tag());
    }

    EC2WIRE_NOINLINE bool put_value(const member_schema& member, tag_name name, const void* value) {
        const value_kind kind = member.type->kind;
        if (kind == value_kind::structure) return put_structure(member, name, value);
        if (is_scalar(kind)) return put_scalar(member, name, value);
        return put_list(member, name, value);
    }

    EC2WIRE_NOINLINE bool put_list(const member_schema& member, tag_name name, const void* list) {
        const std::size_t size = size_of(*member.type->list, list);
        if (size == 0) return put_empty(member, name);
        if (!out_.begin(name)) return fail(member);
        const compared_name& item = member.element->xml;
        if (!put_items(member, item.size() != 0 ? item.tag() : item_, list, size)) return false;
        out_.close(name);
        return true;
    }

    bool put_structure(const member_schema& member, tag_name name, const void* object) {
        const structure_schema& structure = *member.type->structure;
        return structure.is_entry ? put_entry(member, name, object)
                                  : put_members(structure, object, &member, name);
    }

    // Writes the start tag of a structure.
    bool begin(const member_schema& member, tag_name name, const void* object) {
        const structure_schema& structure = *member.type->structure;
        if (structure.has_attributes || structure.is_union || member.type->indirect_size != 0)
            return put_unusual_tag(member, name, object);
        return out_.begin(name) || fail(member);
    }

    EC2WIRE_NOINLINE EC2WIRE_COLD bool put_unusual_tag(const member_schema& member, tag_name name,
                                                       const void* object) {
        const structure_schema& structure = *member.type->structure;
        if (!out_.begin_tag(name)) return fail(member);
        out_.check_overlap(object, member.type->indirect_size);
        if (structure.is_union && count_set(structure, object) > 1)
            return fail(errc::bad_value, member);
        if (structure.has_attributes && !put_attributes(structure, object)) return false;
        out_.put(">");
        return true;
    }

    // P3, written (maps). Writes an entry. An absent value is left out: the key shows that there is an entry.
    //
    //   <entry><key>Environment</key><value>production</value></entry>
    EC2WIRE_NOINLINE bool put_entry(const member_schema& member, tag_name name,
                                    const void* object) {
        const structure_schema& entry = *member.type->structure;
        if (!out_.begin(name)) return fail(member);
        const auto start = out_.here();
        const member_schema& key = entry.members[0];
        const member_schema& mapped = entry.members[1];
        if (element_value_in(*key.type, key.in(object)) == nullptr)
            return fail(errc::missing_member, key);
        if (!put_element(key, key.xml.tag(), key.in(object))) return false;
        const bool is_absent = mapped.type->can_be_absent &&
                               element_value_in(*mapped.type, mapped.in(object)) == nullptr;
        if (!is_absent && !put_element(mapped, mapped.xml.tag(), mapped.in(object))) return false;
        out_.close(start, name);
        return true;
    }

    // P3, written (lists). Writes the items of a list or a map, each in an element with that name.
    EC2WIRE_NOINLINE bool put_items(const member_schema& member, tag_name name, const void* list,
                                    std::size_t size) {
        const member_schema& element = *member.element;
        const element_span row = elements_of(*member.type->list, list);
        if (row.first != nullptr) out_.check_overlap(row.first, size * row.stride);
        if (row.first == nullptr) return visit_items(member, name, list, size);
        for (std::size_t i = 0; i < size; ++i)
            if (!put_element(element, name, row[i])) return false;
        return true;
    }
    EC2WIRE_COLD EC2WIRE_NOINLINE bool visit_items(const member_schema& member, tag_name name,
                                                   const void* list, std::size_t size) {
        bool is_good = true;
        for (std::size_t i = 0; i < size && is_good; ++i)
            visit_element_at(*member.type->list, list, i, [&](const void* item) {
                out_.check_overlap(item, member.type->list->element_stride);
                is_good = put_element(*member.element, name, item);
            });
        return is_good;
    }

    // P3, written (absent items). Writes an absent element: an absent number, boolean or timestamp as an
    // empty element; an absent string, blob, structure, list or map cannot be written and is missing_member.
    EC2WIRE_NOINLINE bool put_element(const member_schema& element, tag_name name, const void* at) {
        const void* const value = element_value_in(*element.type, at);
        if (value == nullptr) return put_absent_element(element, name);
        if (element.form == member_form::structure) return put_structure(element, name, value);
        out_.check_overlap(value, element.type->indirect_size);
        return put_value(element, name, value);
    }
    EC2WIRE_COLD EC2WIRE_NOINLINE bool put_absent_element(const member_schema& element,
                                                          tag_name name) {
        const value_kind kind = element.type->kind;
        const bool can_be_empty =
            is_scalar(kind) && kind != value_kind::text && kind != value_kind::blob;
        return can_be_empty ? put_empty(element, name) : fail(errc::missing_member, element);
    }

    tag_name item_;
};

}  // namespace ec2wire::detail

#endif
