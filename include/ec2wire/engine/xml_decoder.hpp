#ifndef EC2WIRE_ENGINE_XML_DECODER_HPP
#define EC2WIRE_ENGINE_XML_DECODER_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/engine/xml_decode_options.hpp>
#include <ec2wire/engine/xml_fast_path.hpp>
#include <ec2wire/engine/xml_names.hpp>
#include <ec2wire/engine/xml_values.hpp>
#include <ec2wire/shape/reply.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>
#include <ec2wire/xml/attribute.hpp>
#include <ec2wire/xml/element_text.hpp>
#include <ec2wire/xml/reader.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// Decodes the values of a document token by token, and lets the fast path go first where it can. Each
// function returns false after an error of the reader.
class xml_decoder {
  public:
    xml_decoder(xml::reader& in, const item_visit& visit, decode_notes* notes) noexcept
        : in_(in), values_(in.memory(), visit), fast_(in, values_), notes_(notes) {}

    // Derives from the root's start tag, which the reader has just read, which names belong to the reply, and
    // its layout. `item` is the name of items that a list does not name. False if there is no memory.
    bool begin(std::string_view item, bool is_fast) noexcept {
        names_ = xml_names(in_);
        is_fast_ = is_fast && names_.are_unprefixed() && !in_.is_empty_tag();
        if (is_fast_) fast_.begin(item, notes_ == nullptr);
        return names_.declare(in_, values_.declarations()) || fail_memory();
    }

    // Returns the name of the current element without its prefix; empty, which no member has, if it is in
    // another namespace.
    std::string_view local_name() noexcept {
        return names_.local_name(in_, values_.declarations());
    }

    // Decodes the element whose start tag the reader has just read into an object, up to its end tag.
    bool decode(const structure_schema& structure, void* object) {
        values_.open_root(structure, object);
        fast_.begin_root();
        if (in_.depth() != 1 && !names_.declare(in_, values_.declarations())) return fail_memory();
        return decode_attributes(structure, object) && decode_rest();
    }

    // Decodes the rest of a reply that was decoded up to `resume`.
    bool decode(const structure_schema& structure, void* object, const resume_point& resume) {
        if (resume.list == nullptr) return decode(structure, object);
        values_.open_root(structure, object);
        open_value& root = values_.top();
        for (const member_schema& row : structure)
            if ((resume.seen >> row.index & 1) != 0) root.seen.add(row.index);
        root.expected = resume.list->index + 1U;
        values_.reopen(*resume.list, resume.list_value, resume.partial_item);
        in_.open_elements().open(resume.list_name);
        in_.pass(resume.at);
        return decode_rest();
    }

    // Skips an unknown element.
    bool skip_unknown() {
        if (notes_ != nullptr) notes_->add(note_kind::unknown_member, in_.offset(), in_.name());
        return in_.skip_element();
    }

  private:
    using open_value = xml_values::open_value;

    bool decode_rest() {
        while (values_.depth() != 0)
            if (!step()) return false;
        return true;
    }

    // Reads one tag, and before it what the fast path can read. If that reads nothing three times in a row,
    // because the layout is irregular, it is tried only at every sixteenth tag.
    bool step() {
        if (is_fast_ && (misses_ <= 2 || (misses_ & 15) == 0)) {
            const std::size_t before = in_.position();
            if (!fast_.run()) return stop();
            misses_ = in_.position() == before ? misses_ + 1 : 0;
            if (fast_.unknown_depth() != 0) return in_.skip_to(in_.depth() - fast_.unknown_depth());
        } else {
            ++misses_;
        }
        switch (in_.next_tag()) {
            case xml::token_kind::start:
                return values_.top().structure == nullptr ? decode_item() : decode_member();
            case xml::token_kind::end: return close();
            case xml::token_kind::text:
            case xml::token_kind::end_of_input:
            case xml::token_kind::error: break;
        }
        return false;
    }

    // Fails because the visitor of decode_xml_each returned false.
    bool stop() noexcept { return in_.fail(errc::stopped_by_visitor, in_.position()); }

    bool fail_memory() noexcept { return in_.fail(errc::out_of_memory, in_.offset()); }

    bool close() {
        const open_value& closed = values_.top();
        if (closed.structure != nullptr && closed.structure->is_entry && !is_whole_entry(closed))
            return in_.fail(errc::missing_member, in_.offset());
        return values_.close() || stop();
    }

    // P3 (lists). Decodes an item of a wrapped list, or an entry of a wrapped map; other elements are
    // unknown.
    //
    //   <instancesSet><item>...</item><item>...</item></instancesSet>
    //                 ---------------
    bool decode_item() {
        const open_value& list = values_.top();
        const member_schema& row = *list.row->element;
        const bool is_visited = list.is_visited;
        if (!is_item_name(row, local_name())) return skip_unknown();
        return decode_added(row, values_.add_item(), is_visited);
    }

    bool decode_added(const member_schema& row, void* item, bool is_visited) {
        if (item == nullptr) return fail_memory();
        if (!decode_value(row, item)) return false;
        if (!is_visited) return true;
        if (is_scalar(row.type->kind)) return values_.end_item() || stop();
        values_.show_when_closed();
        return true;
    }

    // Decodes a member, in any order, each at most once; other elements are skipped but checked (D10: unknown
    // members). A union has one member, or an unknown one; a flattened one occurs once for each of its items.
    bool decode_member() {
        open_value& open = values_.top();
        const structure_schema& structure = *open.structure;
        const std::size_t index = find_member(structure, local_name(), open.expected);
        if (index == structure.count)
            return is_left_out(structure, local_name()) ? in_.skip_element() : skip_unknown();
        const member_schema& row = structure.members[index];
        if (row.is_attribute) return in_.skip_element();
        const bool is_again = open.seen.has(index);
        if (is_again ? !row.is_flattened
                     : structure.is_union && !open.seen.is_empty(structure.count))
            return in_.fail(errc::duplicate_member, in_.offset());
        open.seen.add(index);
        open.expected = static_cast<std::uint32_t>(index + 1);
        void* const member = row.in(open.value);
        if (!row.is_flattened) return decode_value(row, member);
        const bool is_visited = values_.is_visited_list(row);
        return decode_added(*row.element, values_.add_flattened_item(row, member), is_visited);
    }

    // Decodes a scalar; of any other value only the start.
    bool decode_value(const member_schema& row, void* member) {
        if (is_scalar(row.type->kind)) return decode_scalar(row, member);
        if (!values_.open(row, member) || !names_.declare(in_, values_.declarations()))
            return fail_memory();
        const open_value& opened = values_.top();
        return opened.structure == nullptr || decode_attributes(*opened.structure, opened.value);
    }

    bool decode_scalar(const member_schema& row, void* member) {
        xml::element_text content;
        if (!xml::read_element_text(in_, content)) return false;
        if (is_absent_scalar(row, content.text))
            return !row.is_required || in_.fail(errc::missing_member, content.offset);
        const scalar_fault fault = parse_scalar(*row.type, member, content.text, in_.memory());
        if (!fault) return true;
        if (passes_over(row, fault, content.offset)) return true;
        return in_.fail(fault.code, content.offset + (content.is_borrowed ? fault.index : 0));
    }

    // D10a (tolerance with notes). Whether a note is made of an invalid value, and its member left absent.
    bool passes_over(const member_schema& row, const scalar_fault& fault, std::size_t offset) {
        if (notes_ == nullptr || fault.code != errc::bad_value || !can_be_left_absent(row))
            return false;
        notes_->add(note_kind::bad_value, offset, row.name);
        return true;
    }

    // Decodes the members of a structure that are attributes of its start tag, which is the reader's current
    // token.
    //
    //   <Grantee xsi:type="CanonicalUser">
    //            ------------------------
    EC2WIRE_COLD EC2WIRE_NOINLINE bool decode_attributes(const structure_schema& structure,
                                                         void* object) {
        if (!structure.has_attributes) return true;
        for (xml::attributes in_tag(in_.attributes()); in_tag.next();)
            for (const member_schema& row : structure)
                if (row.is_attribute && is_equal(in_tag.name(), row.xml.view()) &&
                    !decode_attribute(row, row.in(object), in_tag))
                    return false;
        return true;
    }

    EC2WIRE_COLD bool decode_attribute(const member_schema& row, void* member,
                                       const xml::attributes& in_tag) {
        std::string_view text;
        if (!xml::read_attribute_value(in_tag, text, in_.memory())) return fail_memory();
        const auto tag = in_.name().data() - 1;
        const std::size_t offset =
            in_.offset() + static_cast<std::size_t>(in_tag.value().data() - tag);
        if (is_absent_scalar(row, text))
            return !row.is_required || in_.fail(errc::missing_member, offset);
        const scalar_fault fault = parse_scalar(*row.type, member, text, in_.memory());
        if (!fault) return true;
        if (fault.code == errc::out_of_memory) return fail_memory();
        if (passes_over(row, fault, offset)) return true;
        return in_.fail(fault.code, offset + (in_tag.is_plain() ? fault.index : 0));
    }

    xml::reader& in_;
    xml_values values_;
    xml_fast_path fast_;
    xml_names names_{};
    decode_notes* notes_;
    bool is_fast_ = false;
    std::size_t misses_ = 0;
};

}  // namespace ec2wire::detail

#endif
