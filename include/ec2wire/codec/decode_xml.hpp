#ifndef EC2WIRE_CODEC_DECODE_XML_HPP
#define EC2WIRE_CODEC_DECODE_XML_HPP

#include <ec2wire/codec/page.hpp>
#include <ec2wire/codec/printed_document.hpp>
#include <ec2wire/codec/reply.hpp>
#include <ec2wire/codec/xml_decoder.hpp>
#include <ec2wire/core/lifetime.hpp>
#include <ec2wire/core/scratch.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace ec2wire {

namespace detail {

// A reply of whatever layout.
template <message_shape T, prediction Prediction>
constexpr reply<T> decode_tokens(std::string_view bytes, scratch& memory) {
    if (std::size_t begin = 0; !is_document(bytes, begin))
        return unexpected(reply_error{{errc::not_a_document, begin}, {}});
    using decoder = xml_decoder<typename T::service::protocol, Prediction>;
    return decoder(bytes, memory).template decode<T>();
}

// What decode_xml gives, without any of its haste.
template <message_shape T>
constexpr reply<T> decode_strictly(std::string_view bytes, scratch& memory) {
    return decode_tokens<T, prediction::off>(bytes, memory);
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
    if (reply<T> answer(std::in_place);
        !std::is_constant_evaluated() && detail::decode_printed(bytes, memory, answer))
        return answer;
    return detail::decode_tokens<T, detail::prediction::on>(bytes, memory);
}

// The views would outlive the bytes: keep the string in a variable.
template <message_shape T, owning_text Bytes>
reply<T> decode_xml(Bytes&& bytes, scratch& memory) = delete;

}  // namespace ec2wire

#endif
