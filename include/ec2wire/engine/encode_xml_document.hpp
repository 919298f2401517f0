#ifndef EC2WIRE_ENGINE_ENCODE_XML_DOCUMENT_HPP
#define EC2WIRE_ENGINE_ENCODE_XML_DOCUMENT_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/engine/encode_staged.hpp>
#include <ec2wire/engine/xml_encoder.hpp>
#include <ec2wire/engine/xml_message.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_of.hpp>
#include <ec2wire/shape/service_error.hpp>
#include <ec2wire/shape/storage.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ec2wire::detail {

// The functions of encode_xml.hpp for untyped messages and errors.

inline walk_result walk_xml(const void* source, std::span<char> room, byte_range output) {
    const auto& message = *static_cast<const xml_message*>(source);
    xml_encoder encoder(message, room, output);
    encoder.put_document(message.object);
    return {encoder.error(), encoder.out().size(), encoder.out().overlaps_output()};
}

struct written_error_entry {
    std::optional<std::string_view> type{};
    std::string_view code{};
    std::string_view message{};

    static constexpr auto fields() {
        using self = written_error_entry;
        return field_list{field{"Type", &self::type}, field{"Code", &self::code},
                          field{"Message", &self::message}};
    }
};

// E1, written (error documents). An error as a document. The <Error> is inside <Errors> in ec2Query, and
// directly in the root in awsQuery, whose root has the service's namespace.
//
//   <Response><Errors><Error>...</Error></Errors><RequestID>59dbff89-...</RequestID></Response>
//   <ErrorResponse xmlns="..."><Error>...</Error><RequestId>59dbff89-...</RequestId></ErrorResponse>
class xml_written_error {
  public:
    // Takes an error, whose strings must outlive this object.
    explicit xml_written_error(const xml_service_error& error) noexcept {
        entry_.code = error.code;
        entry_.message = error.message;
        std::optional<std::string_view> id;
        if (!error.request_id.empty()) id = error.request_id;
        if (!error.is_of_aws_query) {
            document_.request_id_of_ec2 = id;
            return;
        }
        entry_.type = error.fault == error_fault::sender ? "Sender" : "Receiver";
        document_.request_id = id;
        schema_.operation = "ErrorResponse";
        schema_.xml_namespace = error.xml_namespace;
    }

    // Returns the document, valid as long as this object.
    xml_message message() noexcept {
        const list_view<written_error_entry> errors(&entry_, 1);
        if (entry_.type)
            document_.flattened = errors;
        else
            document_.wrapped.emplace() = errors;
        return {schema_, &document_, sizeof document_, xml_layout::minified};
    }

  private:
    using document = basic_error_document<written_error_entry>;

    written_error_entry entry_{};
    document document_{};
    message_schema schema_{.operation = "Response", .structure = &structure_of<document>::schema};
};

inline namespace EC2WIRE_COMPILATION {

EC2WIRE_ENGINE result<std::size_t, encode_error> xml_size(const xml_message& message) {
    return stage(walk_xml, &message, {});
}

EC2WIRE_ENGINE result<std::string, encode_error> encode_xml_document(const xml_message& message) {
    return encode_to_string(walk_xml, &message);
}

EC2WIRE_ENGINE result<std::string_view, encode_error> encode_xml_document(
    const xml_message& message, std::span<char> buffer) {
    return encode_to_buffer(walk_xml, &message, buffer);
}

EC2WIRE_ENGINE result<std::string_view, encode_error> encode_xml_document(
    const xml_message& message, scratch& memory) {
    return encode_to_scratch(walk_xml, &message, memory);
}

EC2WIRE_ENGINE result<std::string, encode_error> encode_xml_error_document(
    const xml_service_error& error) {
    return encode_xml_document(xml_written_error(error).message());
}

EC2WIRE_ENGINE result<std::string_view, encode_error> encode_xml_error_document(
    const xml_service_error& error, std::span<char> buffer) {
    return encode_xml_document(xml_written_error(error).message(), buffer);
}

EC2WIRE_ENGINE result<std::string_view, encode_error> encode_xml_error_document(
    const xml_service_error& error, scratch& memory) {
    return encode_xml_document(xml_written_error(error).message(), memory);
}

}  // namespace EC2WIRE_COMPILATION
}  // namespace ec2wire::detail

#endif
