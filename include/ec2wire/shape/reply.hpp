#ifndef EC2WIRE_SHAPE_REPLY_HPP
#define EC2WIRE_SHAPE_REPLY_HPP

#include <ec2wire/core/error.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/shape/service_error.hpp>
#include <ec2wire/shape/storage.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire {

// Tells why there is no response: either the service reported an error (`code` is errc::service_error, and
// `service` is that error), or the reply could not be decoded (`code` says why and `offset` where; `service`
// is empty).
template <class Storage>
struct basic_reply_error : decode_error {
    // The error of the service; empty unless is_service_error().
    basic_service_error<Storage> service{};

    // Whether the service reported an error; else the reply could not be decoded.
    constexpr bool is_service_error() const noexcept { return code == errc::service_error; }

    friend constexpr bool operator==(const basic_reply_error&, const basic_reply_error&) = default;
};

// An error as decoded: views into the bytes and the scratch, as in a response.
using reply_error = basic_reply_error<borrowed>;

// The result of decoding a reply: a response, an error of the service, or the reason why neither could be
// decoded. They are never confused (rule D8): an error document is never an empty response, and a truncated
// body is never a shorter list.
//
//     if (reply) use(*reply);
//     else if (reply.error().is_service_error()) retry_or_give_up(reply.error().service);
//     else log(reply.error().message(), reply.error().offset);
template <class T>
using reply = result<T, reply_error>;

// A reply that owns all its strings and lists: see to_owned().
template <class T>
using owned_reply = result<owning<T>, basic_reply_error<owned>>;

// Tells why a query is not a valid request, and where. The offset is, for
//   bad_value         the first wrong byte of the value, or the value's start if it is escaped; the index in
//                     the key if that is wrong; the first key of a union without exactly one member
//   bad_escape        the byte after the '%', or after its first digit, where a digit is missing
//   not_utf8          the first wrong byte of the key or value, or its start if it is escaped
//   duplicate_member  the second key
//   missing_member    the first key of the structure that lacks the member, or the size of the query
//   wrong_root        the value of Action
struct request_error : decode_error {
    // The offending member, by its name in the API reference: "InstanceIds". Static storage; empty if the
    // pair could not be assigned to a member.
    std::string_view member{};

    friend constexpr bool operator==(const request_error&, const request_error&) = default;
};

// The kinds of notes.
enum class note_kind : std::uint8_t {
    unknown_member,  // the shape has no such member; skipped with all that is in it
    // The text is not of the member's type: the member is absent. In JSON also a null in a map whose values
    // cannot be absent: the entry is left out.
    bad_value,
    masked_value,  // CloudTrail wrote a mask in its place: the member is absent
};

// A part of the document that decoding skipped.
struct decode_note {
    note_kind kind{};  // why it was skipped
    // The offset from the first byte of the document, in bytes: in XML of the start tag of an unknown member,
    // or of a bad value's text; in JSON of the value.
    std::size_t offset{};
    // The name of an unknown member as in the document, a view into the document or the scratch; otherwise
    // the member's name in the API reference, static storage.
    std::string_view member{};

    friend constexpr bool operator==(const decode_note&, const decode_note&) = default;
};

// The number of notes that are kept. Further notes are only counted.
inline constexpr std::size_t max_decode_notes = 64;

// Collects notes about what decoding skipped. Passed to a decoding function as its last argument, it also
// makes that function tolerant (rule D10a): text that is not a valid number, boolean, timestamp or blob, and
// in JSON also a scalar of another type than the scalar member, leaves its member absent and does not fail
// the reply, unless the member is required or its type cannot be absent.
//
//     ec2wire::decode_notes notes;
//     auto reply = ec2wire::decode_xml<ec2wire::describe_instances_response>(bytes, scratch, notes);
//     for (const auto& note : notes) log(note.member, note.offset);
//
// An unknown element or value is one note, whatever it contains. The names in the notes are valid as long as
// the reply's strings; the notes themselves are stored in this object.
class decode_notes {
  public:
    // The notes that were kept, in document order.
    const decode_note* begin() const noexcept { return kept_; }
    const decode_note* end() const noexcept { return kept_ + size(); }
    // Returns the number of notes kept, at most max_decode_notes.
    std::size_t size() const noexcept {
        return count_ < max_decode_notes ? count_ : max_decode_notes;
    }
    bool empty() const noexcept { return count_ == 0; }
    // Returns the number of all notes: more than size() if there were more than max_decode_notes.
    std::size_t count() const noexcept { return count_; }

    // Removes all notes. A decoding function does so when it begins.
    void clear() noexcept { count_ = 0; }

    // Adds a note. If there are too many, the first ones in document order are kept.
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
