#ifndef EC2WIRE_CODEC_DECODE_NOTES_HPP
#define EC2WIRE_CODEC_DECODE_NOTES_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire {

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
// that tolerant: a number, boolean, time or blob that is none leaves its member absent, where that can
// be, instead of failing the reply (D10a). It cannot be for a required member.
//
//     ec2wire::decode_notes notes;
//     auto reply = ec2wire::decode_xml<ec2wire::describe_instances_response>(bytes, scratch, notes);
//     for (const auto& note : notes) log(note.member, note.offset);
//
// An element or a value that no member is called is one note, whatever is in it. The notes live as long
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
    // How many there were. More than size() if the cap was reached.
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
