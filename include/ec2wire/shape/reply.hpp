#ifndef EC2WIRE_SHAPE_REPLY_HPP
#define EC2WIRE_SHAPE_REPLY_HPP

#include <ec2wire/core/error.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/shape/service_error.hpp>
#include <ec2wire/shape/storage.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
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

// Why a query is no request, and where. The offset is that of the value for bad_value, not_utf8 and
// bad_escape, of the key for duplicate_member; for missing_member it is the size of the query, or the
// first key of the structure that lacks the member.
struct request_error : decode_error {
    // The member at fault, by its name in the API reference: "InstanceIds". Static storage; empty where
    // the pair is not yet known to belong to one.
    std::string_view member{};

    friend constexpr bool operator==(const request_error&, const request_error&) = default;
};

// What decoding passed over.
enum class note_kind : std::uint8_t {
    unknown_member,  // of the shape, with all that was in it
    bad_value,       // the text is not of the member's type: the member is absent
    masked_value,    // CloudTrail wrote a mask in its place: the member is absent
};

// One thing that decoding passed over.
struct decode_note {
    note_kind kind{};  // what it was
    // In XML of the element's start tag for an unknown member, and of the text for a bad value; in JSON
    // of the value. Counted from the first byte of the document.
    std::size_t offset{};
    // For an unknown member as the document spells it, a view into the document or into the scratch;
    // otherwise as in the API reference.
    std::string_view member{};

    friend constexpr bool operator==(const decode_note&, const decode_note&) = default;
};

// More than that many are counted and not kept.
inline constexpr std::size_t max_decode_notes = 64;

// Collects what decoding passed over. Given to a decoding function as its last argument it also makes
// that tolerant (D10a): text that is no value of a member's number, boolean, time or blob leaves the member
// absent and does not fail the reply, unless the member is required or its type cannot be absent.
//
//     ec2wire::decode_notes notes;
//     auto reply = ec2wire::decode_xml<ec2wire::describe_instances_response>(bytes, scratch, notes);
//     for (const auto& note : notes) log(note.member, note.offset);
//
// An element or a value that is of no member is one note, whatever is in it. The notes live as long
// as the reply's strings; the object itself holds them.
class decode_notes {
  public:
    // In the order of the document.
    const decode_note* begin() const noexcept { return kept_; }
    const decode_note* end() const noexcept { return kept_ + size(); }
    // How many are kept, at most max_decode_notes.
    std::size_t size() const noexcept {
        return count_ < max_decode_notes ? count_ : max_decode_notes;
    }
    bool empty() const noexcept { return count_ == 0; }
    // How many notes there were: more than size() once there are more than max_decode_notes.
    std::size_t count() const noexcept { return count_; }

    // Forgets all. A decoding function does so before it begins.
    void clear() noexcept { count_ = 0; }

    // Counts a note, and keeps it if it is among the first of the document.
    void add(note_kind kind, std::size_t offset, std::string_view member) noexcept {
        std::size_t at = size();
        if (at == max_decode_notes && kept_[--at].offset <= offset) {
            ++count_;
            return;
        }
        for (; at != 0 && kept_[at - 1].offset > offset; --at) kept_[at] = kept_[at - 1];
        kept_[at] = {kind, offset, member};
        ++count_;
    }

  private:
    decode_note kept_[max_decode_notes]{};
    std::size_t count_ = 0;
};

}  // namespace ec2wire

#endif
