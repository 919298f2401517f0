#ifndef EC2WIRE_ENGINE_XML_REPLY_HPP
#define EC2WIRE_ENGINE_XML_REPLY_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/engine/xml_decode_options.hpp>
#include <ec2wire/engine/xml_decoder.hpp>
#include <ec2wire/engine/xml_names.hpp>
#include <ec2wire/engine/xml_not_a_response.hpp>
#include <ec2wire/engine/xml_values.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/reply.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_of.hpp>
#include <ec2wire/shape/schema_value.hpp>
#include <ec2wire/shape/service_error.hpp>
#include <ec2wire/xml/reader.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace ec2wire::detail {

// The element beside the result in which awsQuery has the request id, for a response that does not take it.
//
//   <ResponseMetadata><RequestId>59dbff89-...</RequestId></ResponseMetadata>
struct response_metadata {
    std::optional<std::string_view> request_id{};

    static constexpr auto fields() {
        return field_list{field{"RequestId", &response_metadata::request_id}};
    }
};

// Reads a document, and finds out by its root what it is: a response, an error of the service, or neither
// (D8: results are never confused).
class xml_reply {
  public:
    xml_reply(std::string_view bytes, scratch& memory, const item_visit& visit, decode_notes* notes,
              fast_path path)
        : bytes_(bytes),
          in_(bytes, memory),
          values_(in_, visit, notes),
          is_fast_(path == fast_path::enabled) {}

    // Decodes a reply that was decoded up to `resume`. False if there is no response; error() has the reason.
    bool decode(const message_schema& message, void* response, const resume_point& resume) {
        std::string_view name;
        if (!resume.root.empty()) return decode_rest(message, response, resume) && is_at_end();
        if (!read_root(name)) return false;
        if (is_joined(name, message.operation, message.root_suffix))
            return decode_response(message, response) && is_at_end();
        read_error(name);
        return false;
    }

    // E1 (error documents). Decodes an error document: into an entry if its root is the error itself, else
    // into a basic_error_document. False if it is neither; error() has the reason.
    bool decode_errors(const structure_schema& entry, void* first, const structure_schema& document,
                       void* errors, bool& is_entry) {
        std::string_view name;
        if (!read_root(name)) return false;
        is_entry = is_error_entry(name);
        if (is_entry) return decode_document(entry, first);
        return is_error_root(name) ? decode_document(document, errors) : fail_root();
    }

    // Returns the error of a document with an unexpected root.
    decode_error error_of_root() const noexcept { return {errc::wrong_root, root_ + 1}; }

    reply_error error() const noexcept {
        if (in_.error().code == errc::service_error) return {in_.error(), service_error_};
        return {instead_of_xml(bytes_, in_.error()), {}};
    }

  private:
    // Reads the root's start tag and gets its name without the prefix.
    bool read_root(std::string_view& name) noexcept {
        if (in_.next_tag() != xml::token_kind::start) return false;
        root_ = in_.offset();
        name = xml_names::local_name_of_root(in_);
        return true;
    }

    bool fail_root() noexcept { return in_.fail(errc::wrong_root, root_ + 1); }

    bool is_at_end() noexcept { return in_.next() == xml::token_kind::end_of_input; }

    // P1 (root and request id). Decodes the content of the root: in ec2Query the members; in awsQuery the
    // result with the members, and beside it the request id.
    //
    //   <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
    //     <GetCallerIdentityResult><Arn>...</Arn></GetCallerIdentityResult>
    //     <ResponseMetadata><RequestId>59dbff89-...</RequestId></ResponseMetadata>
    //   </GetCallerIdentityResponse>
    bool decode_response(const message_schema& message, void* response) {
        if (!values_.begin(message.item_name.view(), is_fast_)) return false;
        if (message.result_suffix.empty()) return values_.decode(*message.structure, response);
        bool has_result = false;
        if (!decode_around_result(message, response, has_result)) return false;
        return has_result || !needs_result(*message.structure) ||
               in_.fail(errc::missing_member, in_.offset());
    }

    // Decodes the rest of a reply of ec2Query.
    bool decode_rest(const message_schema& message, void* response, const resume_point& resume) {
        in_.begin_at(resume.root, resume.root.data() + resume.root_size);
        root_ = in_.offset();
        return values_.begin(message.item_name.view(), is_fast_) &&
               values_.decode(*message.structure, response, resume);
    }

    EC2WIRE_COLD bool decode_around_result(const message_schema& message, void* response,
                                           bool& has_result) {
        bool has_metadata = false;
        while (in_.next_tag() == xml::token_kind::start) {
            const std::string_view name = values_.local_name();
            const bool is_result = is_joined(name, message.operation, message.result_suffix);
            if (!is_result && name != "ResponseMetadata") {
                if (!values_.skip_unknown()) return false;
                continue;
            }
            if (std::exchange(is_result ? has_result : has_metadata, true))
                return in_.fail(errc::duplicate_member, in_.offset());
            if (!(is_result ? values_.decode(*message.structure, response)
                            : decode_metadata(*message.structure, response)))
                return false;
        }
        return in_.kind() == xml::token_kind::end;
    }

    // Decodes the metadata, with the request id into its member, as any other member's text is. The result's own
    // request id precedes it.
    EC2WIRE_COLD bool decode_metadata(const structure_schema& structure, void* response) {
        response_metadata none;
        const member_schema* const id = unset_request_id(structure, response);
        if (id == nullptr) return values_.decode(structure_of<response_metadata>::schema, &none);
        member_schema row = *id;
        row.xml = compared_name("RequestId");
        row.index = 0;
        return values_.decode(structure_schema{.members = &row, .count = 1}, response);
    }

    // P2 (missing results). Whether a reply must have a result: if its shape has members.
    static bool needs_result(const structure_schema& structure) noexcept {
        for (const member_schema& member : structure)
            if (!member.is_request_id) return true;
        return false;
    }

    // E1 (error documents). Sets the service's error if the document contains one, which it does not if it
    // has another root.
    EC2WIRE_COLD void read_error(std::string_view name) {
        const bool is_entry = is_error_entry(name);
        if (is_entry || is_error_root(name)) {
            error_document document;
            if (!decode_document(structure_of<error_document>::schema, &document)) return;
            if (is_entry || document.has_entry()) {
                service_error_ = error_in(document, name);
                in_.fail(errc::service_error, root_);
                return;
            }
        }
        fail_root();
    }

    bool decode_document(const structure_schema& structure, void* document) {
        return values_.begin("Error", is_fast_) && values_.decode(structure, document) &&
               is_at_end();
    }

    std::string_view bytes_;
    xml::reader in_;
    xml_decoder values_;
    bool is_fast_;
    std::size_t root_ = 0;  // the offset of its start tag
    service_error service_error_{};
};

inline namespace EC2WIRE_COMPILATION {

EC2WIRE_ENGINE bool decode_xml_reply(const message_schema& message, std::string_view bytes,
                                     scratch& memory, void* response, const item_visit& visit,
                                     decode_notes* notes, fast_path path,
                                     const resume_point& resume, reply_error& error) {
    if (notes != nullptr) notes->clear();
    if (path == fast_path::enabled && resume.root.empty() && match_error(bytes, error))
        return false;
    xml_reply document(bytes, memory, visit, notes, path);
    if (document.decode(message, response, resume)) return true;
    error = document.error();
    return false;
}

EC2WIRE_ENGINE bool decode_xml_errors(std::string_view bytes, scratch& memory,
                                      const structure_schema& entry, void* first,
                                      const structure_schema& document, void* errors,
                                      bool& is_entry, decode_error& error) {
    const item_visit none;
    xml_reply reply(bytes, memory, none, nullptr, fast_path::disabled);
    if (reply.decode_errors(entry, first, document, errors, is_entry)) {
        error = reply.error_of_root();
        return true;
    }
    error = reply.error();
    return false;
}

}  // namespace EC2WIRE_COMPILATION

}  // namespace ec2wire::detail

#endif
