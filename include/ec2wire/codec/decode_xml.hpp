#ifndef EC2WIRE_CODEC_DECODE_XML_HPP
#define EC2WIRE_CODEC_DECODE_XML_HPP

#include <ec2wire/codec/document.hpp>
#include <ec2wire/codec/fast_input.hpp>
#include <ec2wire/codec/page.hpp>
#include <ec2wire/codec/printed_root.hpp>
#include <ec2wire/codec/reply.hpp>
#include <ec2wire/codec/root_tag.hpp>
#include <ec2wire/codec/visited_list.hpp>
#include <ec2wire/codec/xml_decoder.hpp>
#include <ec2wire/codec/xml_reply.hpp>
#include <ec2wire/core/lifetime.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/protocol.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace ec2wire {

namespace detail {

// Whether a reply is worth code of its own for what EC2 prints (see printed_root.hpp).
template <class Protocol, class Visit, message_shape T>
inline constexpr bool is_printed =
    xml_decoder<Protocol, prediction::on, Visit>::template runs_ahead<T> && !has_result<Protocol> &&
    has_root_tag<T> && has_root_skeleton<T>();

// What EC2 prints with something else than its declaration before, and what it prints when it says no.
// True if that is all of the document; else `begun` says what is read of it.
template <message_shape T, class Visit>
bool decode_printed(std::string_view bytes, scratch& memory, reply<T>& answer,
                    printed_stop& begun) {
    using protocol = typename T::service::protocol;
    fast_input in(bytes.data() + bytes.size(), memory);
    const char* const root = find_printed_root(bytes);
    begun.root = pass_root_tag<T>(root, in.end());
    if (begun.root.place != nullptr) {
        if constexpr (is_printed<protocol, Visit, T>)
            return pass_printed_inside<protocol>(*answer, begun.root.place, in, begun);
    } else if constexpr (!has_result<protocol>) {
        reply_error error{{errc::service_error, static_cast<std::size_t>(root - bytes.data())}, {}};
        if (!pass_printed_error<protocol>(error.service, root, in, begun)) return false;
        answer = unexpected(error);
        return true;
    }
    return false;
}

// A reply of which as much is read as `begun` says. `answer` holds an empty value before, or what was
// begun.
template <prediction Prediction, message_shape T, class Visit>
[[gnu::noinline]] constexpr void decode_rest(std::string_view bytes, scratch& memory,
                                             reply<T>& answer, Visit visit, printed_stop& begun) {
    if constexpr (Prediction == prediction::on)
        if (!std::is_constant_evaluated() && begun.root.place == nullptr &&
            decode_printed<T, Visit>(bytes, memory, answer, begun))
            return;
    using protocol = typename T::service::protocol;
    xml_reply<protocol, Prediction, Visit> document(bytes, memory, visit, begun);
    if (!document.decode(*answer)) answer = unexpected(document.why());
}

// A reply of whatever layout. `answer` holds an empty value before. One that begins as EC2 prints it is
// read from gap to gap (see printed_root.hpp); the strict reader takes over wherever that stops.
template <message_shape T, class Visit>
constexpr void decode_tokens(std::string_view bytes, scratch& memory, reply<T>& answer,
                             Visit visit) {
    using protocol = typename T::service::protocol;
    printed_stop begun;
    if constexpr (is_printed<protocol, Visit, T>)
        if (!std::is_constant_evaluated() &&
            pass_printed_document<protocol>(*answer, bytes, memory, begun))
            return;
    decode_rest<prediction::on>(bytes, memory, answer, visit, begun);
}

// What decode_xml gives, without any of its haste.
template <message_shape T>
constexpr reply<T> decode_strictly(std::string_view bytes, scratch& memory) {
    reply<T> answer(std::in_place);
    printed_stop none;
    decode_rest<prediction::off>(bytes, memory, answer, no_visit{}, none);
    return answer;
}

}  // namespace detail

// Decodes the body of an HTTP response, whatever its status, into a reply (D8).
//
//     auto reply = ec2wire::decode_xml<ec2wire::stop_instances_response>(bytes, scratch);
//
// One pass. Strict: XML 1.0 without a DTD, in UTF-8, checked everywhere, also where the shape knows
// no member. Strings are views into `bytes`, or into `scratch` if the text held a reference, a
// carriage return, CDATA or a comment; lists are in `scratch`. They live as long as both do, and
// until the scratch is cleared. Nothing outside `bytes` is read. No exception is thrown on account
// of the bytes, and nothing is allocated but from the scratch, unless T has containers of its own.
template <message_shape T>
constexpr reply<T> decode_xml(std::string_view bytes EC2WIRE_LIFETIMEBOUND,
                              scratch& memory EC2WIRE_LIFETIMEBOUND) {
    reply<T> answer(std::in_place);
    detail::decode_tokens(bytes, memory, answer, detail::no_visit{});
    return answer;
}

// The same for a reply whose list is long: its items are not kept, but each is shown to the caller
// while the reply is read.
//
//     auto reply = ec2wire::decode_xml_each<&describe_instances_response::reservations>(
//         bytes, scratch, [&](const reservation& one) { count += one.instances.size(); });
//
// `visit` takes a const reference to an item, which is gone when it returns, as is all that it
// borrows from the scratch: no more memory is needed than the largest item takes. What it was shown
// counts only once the reply is there: until then the bytes may yet turn out to be cut off, or no
// XML. The reply holds all other members; its list is empty.
template <auto Member, class Visit>
constexpr auto decode_xml_each(std::string_view bytes EC2WIRE_LIFETIMEBOUND,
                               scratch& memory EC2WIRE_LIFETIMEBOUND, Visit&& visit) {
    using visits = detail::member_visit<Member, std::remove_reference_t<Visit>>;
    using list = detail::visited_list<typename visits::item, std::remove_reference_t<Visit>>;
    reply<typename visits::shape> answer(std::in_place);
    detail::decode_tokens(bytes, memory, answer, visits{list(visit)});
    return answer;
}

// Decodes the same body for what a service error says beyond its code and message, where the service
// describes that: T lists the members of its <Error>. Of several errors the first counts. The error
// is wrong_root if the body reports none.
//
//   <ErrorResponse><Error><Type>Sender</Type><Code>ComplexError</Code><TopLevel>...</TopLevel></Error>
//                         -----------------------------------------------------------------
template <structure T>
constexpr result<T, decode_error> decode_xml_error(std::string_view bytes EC2WIRE_LIFETIMEBOUND,
                                                   scratch& memory EC2WIRE_LIFETIMEBOUND) {
    if (std::size_t begin = 0; !detail::is_document(bytes, begin))
        return unexpected(decode_error{errc::not_a_document, begin});
    using document = detail::xml_reply<aws_query, detail::prediction::off, detail::no_visit>;
    return document(bytes, memory, {}).template decode_error_entry<T>();
}

// The views would outlive the bytes: keep the string in a variable.
template <message_shape T, owning_text Bytes>
reply<T> decode_xml(Bytes&& bytes, scratch& memory) = delete;
template <auto Member, owning_text Bytes, class Visit>
auto decode_xml_each(Bytes&& bytes, scratch& memory, Visit&& visit) = delete;
template <structure T, owning_text Bytes>
result<T, decode_error> decode_xml_error(Bytes&& bytes, scratch& memory) = delete;

}  // namespace ec2wire

#endif
