#ifndef EC2WIRE_CODEC_REPLY_HPP
#define EC2WIRE_CODEC_REPLY_HPP

#include <ec2wire/core/result.hpp>
#include <ec2wire/shape/service_error.hpp>
#include <ec2wire/shape/storage.hpp>

#include <concepts>
#include <string_view>
#include <type_traits>

namespace ec2wire {

// Why there is no answer: either the service said no (`code` is errc::service_error, and `service`
// is what it said), or the bytes are no reply (any other code; `service` is empty).
template <class Storage>
struct basic_reply_error : decode_error {
    // The error of the service; empty unless is_service_error().
    basic_service_error<Storage> service{};

    // Whether the service said no; else the bytes are no reply.
    constexpr bool is_service_error() const noexcept { return code == errc::service_error; }

    friend constexpr bool operator==(const basic_reply_error&, const basic_reply_error&) = default;
};

// As decoded: views into the bytes and the scratch, as an answer's are.
using reply_error = basic_reply_error<borrowed>;

// A reply is one of three, and they never mix: the answer, an error of the service, or bytes that
// are neither (D8). An error document is never an empty answer, and a cut-off body never a shorter
// list.
//
//     if (reply) use(*reply);
//     else if (reply.error().is_service_error()) retry_or_give_up(reply.error().service);
//     else log(reply.error().message(), reply.error().offset);
template <class T>
using reply = result<T, reply_error>;

// A reply that depends on nothing: see to_owned().
template <class T>
using owned_reply = result<owning<T>, basic_reply_error<owned>>;

// A string that would be gone before what borrows from it: an rvalue of anything that reads as text
// and is no view.
template <class Bytes>
concept owning_text = !std::is_reference_v<Bytes> && std::convertible_to<Bytes, std::string_view> &&
                      !std::is_trivially_copyable_v<Bytes>;

}  // namespace ec2wire

#endif
