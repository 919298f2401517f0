#ifndef EC2WIRE_ENGINE_XML_FAST_PATH_HPP
#define EC2WIRE_ENGINE_XML_FAST_PATH_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/engine/fast_text.hpp>
#include <ec2wire/engine/layout.hpp>
#include <ec2wire/engine/recorded_pattern.hpp>
#include <ec2wire/engine/xml_fast_actions.hpp>
#include <ec2wire/engine/xml_names.hpp>
#include <ec2wire/engine/xml_replay.hpp>
#include <ec2wire/engine/xml_values.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>
#include <ec2wire/xml/reader.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// Reads ahead of the strict reader as long as every tag has the expected form: after the indent of its depth,
// an end tag, or the start tag of an item, of a member that did not occur yet (both with at most one plain
// attribute that is not a member) or of an unknown element. The strict reader would decode the same values
// (the invariant of both readers). At anything else the fast path stops, and the strict reader continues.
//
//   \n        <item>\n            <instanceId>i-1</instanceId>\n            <!-- new -->
//   ------------------------------------------------------------            ------------
//   fast path                                                               strict reader
class xml_fast_path : xml_fast_actions {
  public:
    xml_fast_path(xml::reader& in, xml_values& values) noexcept : xml_fast_actions(in, values) {}

    // Derives the layout from the text after the root's start tag. `item` is the name of items that a list
    // does not name. `skips_unknown` is false if unknown elements have to be noted.
    void begin(std::string_view item, bool skips_unknown) noexcept {
        layout_ = layout::of(in_.rest().data(), end_);
        item_ = schema_name(item);
        skips_unknown_ = skips_unknown;
    }

    // Reads as far as possible. False if the visitor of decode_xml_each returned false.
    EC2WIRE_NOINLINE bool run() {
        unknown_depth_ = 0;
        unknown_context_ = recorded_pattern::none;
        if (in_.is_empty_tag()) return true;
        pattern_.stop();
        is_stopped_ = false;
        at_ = in_.rest().data();
        while (read_tag()) {
        }
        in_.pass(at_);
        return !is_stopped_;
    }

    // Returns how many unknown elements run() left open, whose rest the strict reader skips.
    std::size_t unknown_depth() const noexcept { return unknown_depth_; }

  private:
    // Reads a tag, and texts as far as steps lead. False if the strict reader goes on or the visitor stopped.
    bool read_tag() {
        open_value& open = values_.top();
        const char* const name = layout_.indent_at(in_.depth()).pass(at_, end_);
        if (name == nullptr || *name == '/') return read_end_tag();
        if (unknown_depth_ != 0) return read_unknown(name);
        return open.structure == nullptr ? read_item(open, name) : read_member(open, name);
    }

    //   \n            </currentState>
    //   -----------------------------
    bool read_end_tag() {
        if (values_.depth() == 1 && unknown_depth_ == 0) return false;  // the root's
        const char* const tag = layout_.indent_at(in_.depth() - 1).pass(at_, end_);
        if (tag == nullptr || *tag != '/') return false;
        const std::size_t size = in_.open_elements().end_tag_size(tag - 1, end_);
        if (size == 0) return false;
        if (unknown_depth_ == 0) return close(tag - 1 + size);
        close_unknown(tag - 1 + size);
        return true;
    }

    bool read_item(open_value& list, const char* name) {
        const member_schema& row = *list.row->element;
        const schema_name& wanted = row.xml.size() != 0 ? row.xml : item_;
        // If a list does not name its items, the strict reader accepts both "item" and "member".
        if (!fast_text::is_tag(wanted, name, end_))
            return row.xml.size() != 0 && read_unknown(name);
        if (!pattern_.is_active() && size_of_list(list) == 1) pattern_.initialize();
        const char* const bracket = tag_end(row, name + wanted.size());
        return bracket != nullptr && add_item(row, name, wanted, bracket);
    }

    // Returns the '>' or "/>" of a start tag whose name ends at `at`; null for attributes not to be skipped.
    const char* tag_end(const member_schema& row, const char* at) const noexcept {
        if (*at != ' ') return at;
        const structure_schema* const structure = row.type->structure;
        const bool is_read = structure != nullptr && structure->has_attributes;
        return is_read ? nullptr : fast_text::find_attribute_end(at, end_);
    }

    // Adds an item whose start tag ends with the '>' or "/>" at `bracket`.
    bool add_item(const member_schema& row, const char* name, const schema_name& tag,
                  const char* bracket) {
        if (is_scalar(row.type->kind))
            return *bracket == '>' && read_text_item(row, tag, bracket + 1);
        if (*bracket == '/') return false;
        if (in_.open_elements().is_full() || !open_item(row, {name, tag.size()})) return false;
        at_ = bracket + 1;
        return true;
    }

    // Adds an item once its end tag has matched, so that a string never has to be removed again.
    bool read_text_item(const member_schema& row, const schema_name& tag, const char* at) {
        if (row.type->kind != value_kind::text) return false;
        const char* const last = fast_text::find_end(at, end_);
        const char* const next = last == nullptr ? last : fast_text::skip_end_tag(last, tag, end_);
        if (next == nullptr) return false;
        const bool is_visited = values_.top().is_visited;
        void* const item = values_.add_item();
        if (item == nullptr) return false;
        const std::string_view text(at, static_cast<std::size_t>(last - at));
        (void)row.type->parse(item, text, values_.memory());
        at_ = next;
        if (is_visited) is_stopped_ = !values_.end_item();
        pattern_.stop();
        return !is_stopped_;
    }

    bool read_member(open_value& open, const char* name) {
        const structure_schema& structure = *open.structure;
        const member_schema* const found = find(structure, open.expected, name);
        if (found == nullptr) return !structure.has_request_id && read_unknown(name);
        if (found->is_attribute || found->is_flattened || !is_new(open, *found)) return false;
        const char* const bracket = tag_end(*found, name + found->xml.size());
        if (bracket == nullptr) return false;
        if (*bracket == '/') return set_empty(open, *found, name, bracket + 2);
        if (is_scalar(found->type->kind))
            return read_texts(found, {name, found->xml.size()}, bracket + 1);
        if (in_.open_elements().is_full() || !open_member(open, *found, name)) return false;
        at_ = bracket + 1;
        return true;
    }

    // Skips an unknown element (D10): whole if it is empty or contains plain text, else its start tag.
    bool read_unknown(const char* name) {
        const std::size_t size = skips_unknown_ ? fast_text::plain_name_size(name, end_) : 0;
        if (size == 0 || end_ - name < static_cast<std::ptrdiff_t>(size) + 2) return false;
        const char* const next = name + size;
        if (next[0] == '/' && next[1] == '>') {
            at_ = next + 2;
            return true;
        }
        if (*next != '>') return false;
        const char* const inside = layout_.indent_at(in_.depth() + 1).pass(next + 1, end_);
        return inside != nullptr && *inside != '/' ? open_unknown({name, size})
                                                   : read_texts(nullptr, {name, size}, next + 1);
    }

    // Reads the text at `at`, of a member or, without a row, of an unknown element, and then the texts to
    // which recorded steps lead. Before, at_ is at the start tag; on return it is after the last end tag, or
    // at a tag that no step covers.
    bool read_texts(const member_schema* row, std::string_view name, const char* at) {
        index node = recorded_pattern::none;
        if (pattern_.is_active()) {
            node =
                row == nullptr ? node_of_unknown(name) : node_of_member(values_.top(), *row, name);
            pattern_.commit(node, at_, at);
        }
        const char* const last = row == nullptr ? skip_text(name, at) : read_text(*row, at);
        if (last == nullptr) return false;
        if (node == recorded_pattern::none) return true;
        const recorded_step* const step = recorded_pattern::find(pattern_[node], last, end_);
        if (step != nullptr) return replay(*step, last);
        pattern_.begin(node, last);
        return true;
    }

    // Reads a text into its member and returns the '<' after it; at_ is after the end tag. Null if the strict
    // reader has to read it.
    EC2WIRE_NOINLINE const char* read_text(const member_schema& row, const char* at) {
        open_value& open = values_.top();
        const auto* const mark = values_.memory().mark();
        const auto scalar = fast_text::read(*row.type, at, end_, values_.memory());
        if (scalar.last == nullptr) return nullptr;
        const char* const next = fast_text::skip_end_tag(scalar.last, row.xml, end_);
        if (next == nullptr ||
            !fast_text::store(*row.type, row.in(open.value), scalar, values_.memory())) {
            values_.memory().rewind(mark);
            return nullptr;
        }
        mark_read(open, row);
        at_ = next;
        return scalar.last;
    }

    // Skips the text of an unknown element with that name, in the same way.
    const char* skip_text(std::string_view name, const char* at) {
        const char* const last = fast_text::find_end(at, end_);
        const char* const next = last == nullptr ? last : fast_text::skip_end_tag(last, name, end_);
        if (next == nullptr) return nullptr;
        at_ = next;
        return last;
    }

    // Follows a step whose literal is at `last`. False if the visitor stopped.
    bool replay(const recorded_step& step, const char* last) {
        const xml_replay::outcome end = replay_.run(step, last, unknown_depth_);
        at_ = end.at;
        unknown_depth_ = end.unknown_depth;
        unknown_context_ = end.unknown;
        is_stopped_ = end.is_stopped;
        pattern_.begin(end.last_text, end.last);
        return !is_stopped_;
    }

    xml_replay replay_{in_, values_, pattern_};
    layout layout_{};
    schema_name item_{};
    bool skips_unknown_ = true;
};

}  // namespace ec2wire::detail

#endif
