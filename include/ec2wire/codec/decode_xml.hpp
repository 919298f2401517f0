#ifndef EC2WIRE_CODEC_DECODE_XML_HPP
#define EC2WIRE_CODEC_DECODE_XML_HPP

#include <ec2wire/codec/visited_list.hpp>
#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/engine/xml_decode_options.hpp>
#include <ec2wire/shape/check_shape.hpp>
#include <ec2wire/shape/reply.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_of.hpp>
#include <ec2wire/shape/service_error.hpp>

#include <memory>
#include <string_view>
#include <type_traits>

namespace ec2wire {

namespace detail {
inline namespace EC2WIRE_COMPILATION {

// Decodes a reply into `response`, from `resume` on. The response is empty, or has the members that
// match_document() has matched. False if there is no response; `error` then has the reason.
EC2WIRE_ENGINE bool decode_xml_reply(const message_schema& message, std::string_view bytes,
                                     scratch& memory, void* response, const item_visit& visit,
                                     decode_notes* notes, fast_path path,
                                     const resume_point& resume, reply_error& error);

// Decodes an error document. If its root is the error itself, decodes that into `first` and sets `is_entry`;
// else decodes the document into `errors`. False if it is neither or is not well formed; `error` then has the
// reason. If the result is true, `error` is wrong_root: the caller returns it if `errors` turns out empty.
EC2WIRE_ENGINE bool decode_xml_errors(std::string_view bytes, scratch& memory,
                                      const structure_schema& entry, void* first,
                                      const structure_schema& document, void* errors,
                                      bool& is_entry, decode_error& error);

#ifndef EC2WIRE_SEPARATE_COMPILATION
// Decodes a whole short reply by comparison with the expected layout: the only engine that is compiled for each
// shape. Not used with EC2WIRE_SEPARATE_COMPILATION.
template <message_shape T>
bool match_document(T& response, std::string_view bytes, scratch& memory, resume_point& resume);
#endif

template <message_shape T>
reply<T> decode_xml_as(std::string_view bytes, scratch& memory, const item_visit& visit,
                       decode_notes* notes, fast_path path = fast_path::enabled) {
    if constexpr (!check_response<T, decoded_from_xml>()) {
        return {};
    } else {
        reply<T> decoded(std::in_place);
        resume_point resume;
#ifndef EC2WIRE_SEPARATE_COMPILATION
        if (path == fast_path::enabled && visit.list == nullptr && notes == nullptr &&
            match_document(*decoded, bytes, memory, resume))
            return decoded;
#endif
        reply_error error;
        if (!decode_xml_reply(message_of<T>, bytes, memory, std::addressof(*decoded), visit, notes,
                              path, resume, error))
            decoded = unexpected(error);
        return decoded;
    }
}

// Decodes with the strict reader alone. Tests compare the result with that of decode_xml().
template <message_shape T>
reply<T> decode_strictly(std::string_view bytes, scratch& memory) {
    return decode_xml_as<T>(bytes, memory, {}, nullptr, fast_path::disabled);
}

// E1 of docs/wire_protocol.md (error documents). Decodes the first error of an error document.
template <structure T>
result<T, decode_error> decode_xml_error_as(std::string_view bytes, scratch& memory) {
    if constexpr (!check_shape<T, decoded_from_xml>()) {
        return {};
    } else {
        using document = basic_error_document<T>;
        T entry{};
        document errors{};
        bool is_entry = false;
        decode_error error;
        if (!decode_xml_errors(bytes, memory, structure_of<T>::schema, std::addressof(entry),
                               structure_of<document>::schema, &errors, is_entry, error) ||
            (!is_entry && !errors.has_entry()))
            return unexpected(error);
        if (!is_entry && errors.first() != nullptr) return *errors.first();
        return entry;
    }
}

}  // namespace EC2WIRE_COMPILATION
}  // namespace detail

inline namespace EC2WIRE_COMPILATION {

// Decodes the body of an HTTP response, whatever its status: into a response, or into an error of the service
// (rule D8 of docs/wire_protocol.md: results are never confused).
//
//     auto reply = ec2wire::decode_xml<ec2wire::stop_instances_response>(bytes, scratch);
//
// Strict: XML 1.0 without a DTD, in UTF-8, is checked everywhere, also in unknown elements. Strings are
// views into `bytes`, or into `scratch` if the text contained a reference, a carriage return, CDATA, a
// comment or a processing instruction; lists are in `scratch`. They are valid while both live, until the
// scratch is cleared. Nothing outside `bytes` is read. No bytes cause an exception, and only the scratch
// allocates, unless T has containers of its own.
template <message_shape T>
reply<T> decode_xml(std::string_view bytes EC2WIRE_LIFETIMEBOUND,
                    scratch& memory EC2WIRE_LIFETIMEBOUND) {
    return detail::decode_xml_as<T>(bytes, memory, {}, nullptr);
}

// Decodes in the same way, and collects notes about what was skipped, which makes it tolerant of single
// invalid values: see decode_notes.
template <message_shape T>
reply<T> decode_xml(std::string_view bytes EC2WIRE_LIFETIMEBOUND,
                    scratch& memory EC2WIRE_LIFETIMEBOUND, decode_notes& notes) {
    return detail::decode_xml_as<T>(bytes, memory, {}, &notes);
}

// Decodes a reply with a long list: its items are not stored, but each is passed to the caller while the
// reply is read.
//
//     auto reply = ec2wire::decode_xml_each<&describe_instances_response::reservations>(
//         bytes, scratch, [&](const reservation& one) { count += one.instances.size(); });
//
// `visit` takes a const reference to an item, which is valid until it returns, as is everything that the item
// has in the scratch: the scratch is reused for each item. `visit` may use the scratch for as long, but must
// not clear it. It may return false to stop: the error is then stopped_by_visitor. Do not act on the items
// before the reply is returned: until then the bytes may turn out to be truncated or not XML. The returned
// response has all other members; its list is empty. It is of the type that declares Member: if a shape
// inherits the list, of the type it inherits from. A list of the same name deeper in the reply is decoded as
// usual.
template <auto Member, class Visit>
auto decode_xml_each(std::string_view bytes EC2WIRE_LIFETIMEBOUND,
                     scratch& memory EC2WIRE_LIFETIMEBOUND, Visit&& visit) {
    if constexpr (detail::check_is_list<Member>()) {
        detail::visited_list<Member, std::remove_reference_t<Visit>> list(visit);
        return detail::decode_xml_as<typename decltype(list)::shape>(bytes, memory, list.items(),
                                                                     nullptr);
    }
}

// Decodes an error document for members of its <Error> beyond code and message, where the service defines
// some: T lists them. Of several errors the first is decoded. The error is wrong_root if the document
// contains none.
//
//   <ErrorResponse><Error><Type>Sender</Type><Code>ComplexError</Code><TopLevel>...</TopLevel></Error>
//                         --------------------------------------------------------------------
//                         members of T
template <structure T>
result<T, decode_error> decode_xml_error(std::string_view bytes EC2WIRE_LIFETIMEBOUND,
                                         scratch& memory EC2WIRE_LIFETIMEBOUND) {
    return detail::decode_xml_error_as<T>(bytes, memory);
}

// Deleted: the views would outlive the bytes. Keep the string in a variable.
template <message_shape T, owning_text Bytes>
void decode_xml(  // ec2wire: the views would outlive the bytes: keep the string in a variable
    Bytes&& bytes, scratch& memory) = delete;
template <message_shape T, owning_text Bytes>
void decode_xml(  // ec2wire: the views would outlive the bytes: keep the string in a variable
    Bytes&& bytes, scratch& memory, decode_notes& notes) = delete;
template <auto Member, owning_text Bytes, class Visit>
void decode_xml_each(  // ec2wire: the views would outlive the bytes: keep the string in a variable
    Bytes&& bytes, scratch& memory, Visit&& visit) = delete;
template <structure T, owning_text Bytes>
void decode_xml_error(  // ec2wire: the views would outlive the bytes: keep the string in a variable
    Bytes&& bytes, scratch& memory) = delete;

// Deleted overloads, which explain mistaken calls.
template <no_message_shape T>
reply<T> decode_xml(  // ec2wire: T is not the response of an operation; see describing_a_shape.md
    std::string_view, scratch&) = delete;
template <class T>
void decode_xml(  // ec2wire: call decode_xml<T>(bytes, scratch); the scratch must be a variable
    ...) = delete;
template <template <class> class T>
void decode_xml(  // ec2wire: T is a template: name a response, such as stop_instances_response
    ...) = delete;
void decode_xml(...) = delete;  // ec2wire: call decode_xml<response>(bytes, scratch)
template <auto Member>
void decode_xml_each(...) = delete;  // ec2wire: <&response::list>(bytes, scratch, visitor)
template <class T>
void decode_xml_each(...) = delete;  // ec2wire: <&response::list>(bytes, scratch, visitor)
template <class T>
void decode_xml_error(...) = delete;  // ec2wire: decode_xml_error<shape>(bytes, scratch)
void decode_xml_error(...) = delete;  // ec2wire: decode_xml_error<shape>(bytes, scratch)

}  // namespace EC2WIRE_COMPILATION
}  // namespace ec2wire

#ifndef EC2WIRE_SEPARATE_COMPILATION
#include <ec2wire/engine/match_document.hpp>
#include <ec2wire/engine/xml_reply.hpp>
#endif

#endif
