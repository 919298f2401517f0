#ifndef EC2WIRE_ENGINE_XML_MESSAGE_HPP
#define EC2WIRE_ENGINE_XML_MESSAGE_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_of.hpp>
#include <ec2wire/shape/service_error.hpp>
#include <ec2wire/shape/storage.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>

namespace ec2wire {

// The layouts of a document. Both begin with the XML declaration on a line of its own.
enum class xml_layout : bool {
    minified,  // no white space between tags, as EC2's errors are
    ec2,       // tags on lines of their own, indented by four spaces for each level
};

// The side that is at fault: the <Type> of awsQuery's errors.
enum class error_fault : std::uint8_t {
    sender,    // the client: HTTP 4xx
    receiver,  // the service: HTTP 5xx
};

namespace detail {

// EC2's XML declaration, with the line feed.
inline constexpr std::string_view ec2_declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

// An untyped message: an object of `size` bytes, and the layout to write it in.
struct xml_message {
    const message_schema& schema;
    const void* object;
    std::size_t size;
    xml_layout layout;

    bool is_indented() const noexcept { return layout == xml_layout::ec2; }
};

inline namespace EC2WIRE_COMPILATION {

// Returns the number of characters of the document.
EC2WIRE_ENGINE result<std::size_t, encode_error> xml_size(const xml_message& message);

// Returns the document in a string, which is the only allocation.
EC2WIRE_ENGINE result<std::string, encode_error> encode_xml_document(const xml_message& message);

// Writes the document to a buffer and returns the part that was written.
EC2WIRE_ENGINE result<std::string_view, encode_error> encode_xml_document(
    const xml_message& message, std::span<char> buffer);

}  // namespace EC2WIRE_COMPILATION

struct written_error_entry {
    std::optional<std::string_view> type{};
    std::string_view code{};
    std::string_view message{};

    static constexpr auto fields() {
        using self = written_error_entry;
        return std::tuple{field{"Type", &self::type}, field{"Code", &self::code},
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
    template <class Service, class Storage>
    static xml_written_error of(const basic_service_error<Storage>& error, error_fault fault) {
        constexpr std::string_view result_suffix = Service::protocol::result_suffix;
        xml_written_error written;
        written.entry_.code = error.code;
        written.entry_.message = error.message;
        std::optional<std::string_view> id;
        if (const std::string_view text(error.request_id); !text.empty()) id = text;
        if (result_suffix.empty())
            written.document_.request_id_of_ec2 = id;
        else
            written.set_aws_query(id, fault, xml_namespace_of<Service>);
        return written;
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

    void set_aws_query(const std::optional<std::string_view>& id, error_fault fault,
                       std::string_view xml_namespace) noexcept {
        entry_.type = fault == error_fault::sender ? "Sender" : "Receiver";
        document_.request_id = id;
        schema_.operation = "ErrorResponse";
        schema_.xml_namespace = xml_namespace;
    }

    written_error_entry entry_{};
    document document_{};
    message_schema schema_{.operation = "Response", .structure = &structure_of<document>::schema};
};

}  // namespace detail

}  // namespace ec2wire

#endif
