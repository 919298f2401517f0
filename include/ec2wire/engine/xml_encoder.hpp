#ifndef EC2WIRE_ENGINE_XML_ENCODER_HPP
#define EC2WIRE_ENGINE_XML_ENCODER_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/tag_text.hpp>
#include <ec2wire/engine/xml_message.hpp>
#include <ec2wire/engine/xml_structure_encoder.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>
#include <ec2wire/xml/writer.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace ec2wire::detail {

inline constexpr tag_text<9> ec2_request_id_tag{"requestId"};
inline constexpr tag_text<9> aws_request_id_tag{"RequestId"};
inline constexpr tag_text<16> metadata_tag{"ResponseMetadata"};

// Writes a message in the order of its tables, and finds every error in it. Each function returns false after
// an error.
class xml_encoder : xml_structure_encoder {
  public:
    // Writes a message to `room` as far as that goes. `output` is the final buffer of the document.
    xml_encoder(const xml_message& message, std::span<char> room, byte_range output) noexcept
        : xml_structure_encoder(xml::writer(message.is_indented(), room, output),
                                message.schema.item_name.tag()),
          message_(message.schema) {
        out_.check_overlap(message.object, message.size);
    }

    using xml_structure_encoder::error;
    using xml_structure_encoder::out;

    // P1, written (root and request id). In ec2Query the members are directly in the root, the request id
    // first; in awsQuery they are one level deeper, and the request id follows them.
    //
    //   <StopInstancesResponse xmlns="..."><requestId>59dbff89-...</requestId><instancesSet>...
    //   <AssumeRoleResponse xmlns="..."><AssumeRoleResult>...</AssumeRoleResult><ResponseMetadata>...
    bool put_document(const void* object) {
        out_.put(ec2_declaration);
        begin(message_.root_suffix);
        put_namespace(message_.xml_namespace);
        if (!has_result()) return put_content(message_.root_suffix, object);
        out_.put(">");
        // Written also for a shape without members: botocore fails if the reply of an operation with an
        // output lacks it, and expects it in no other.
        const auto start = out_.here();
        out_.put_indent();
        begin(message_.result_suffix);
        if (!put_content(message_.result_suffix, object)) return false;
        if (!put_request_id(*message_.structure, object)) return false;
        close(start, message_.root_suffix);
        return true;
    }

  private:
    // Tags of elements that are named after the operation.
    EC2WIRE_NOINLINE void begin(std::string_view suffix) {
        out_.put("<");
        out_.put(message_.operation);
        out_.put(suffix);
        out_.enter();
    }
    EC2WIRE_NOINLINE void close(xml::writer::position start, std::string_view suffix) {
        out_.leave();
        if (out_.here() == start) return out_.make_empty();
        out_.put_indent();
        out_.put("</");
        out_.put(message_.operation);
        out_.put(suffix);
        out_.put(">");
    }

    void put_namespace(std::string_view name) {
        if (name.empty()) return;
        out_.put(" xmlns=\"");
        out_.put(name);
        out_.put("\"");
    }

    // Writes the rest of the element with the members, and in ec2Query the request id.
    EC2WIRE_NOINLINE bool put_content(std::string_view suffix, const void* object) {
        const structure_schema& structure = *message_.structure;
        if (structure.is_union && count_set(structure, object) > 1) return fail_union();
        if (structure.has_attributes && !put_attributes(structure, object)) return false;
        out_.put(">");
        const auto start = out_.here();
        if (!has_result() && !put_request_id(structure, object)) return false;
        if (!put_members(structure, object, nullptr, {})) return false;
        close(start, suffix);
        return true;
    }

    //   <ResponseMetadata><RequestId>59dbff89-...</RequestId></ResponseMetadata>
    EC2WIRE_NOINLINE bool put_request_id(const structure_schema& structure, const void* object) {
        if (!structure.has_request_id) return true;
        const member_schema& id = structure.members[request_id_index(structure)];
        const void* const value = value_in(*id.type, id.in(object));
        if (value == nullptr) return !id.is_required || fail(errc::missing_member, id);
        if (!has_result()) return put_value(id, ec2_request_id_tag.name(), value);
        out_.begin(metadata_tag.name());
        if (!put_value(id, aws_request_id_tag.name(), value)) return false;
        out_.close(metadata_tag.name());
        return true;
    }

    bool has_result() const noexcept { return !message_.result_suffix.empty(); }

    const message_schema& message_;
};

}  // namespace ec2wire::detail

#endif
