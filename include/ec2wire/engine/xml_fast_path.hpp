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
#include <ec2wire/xml/input.hpp>
#include <ec2wire/xml/markup.hpp>
#include <ec2wire/xml/reader.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// Reads ahead of the strict reader as long as every tag has the expected form: after the indent of its depth,
// an end tag, a comment, or the start tag of an item, of a member that did not occur yet (both with at most one
// plain attribute that is not a member) or of an unknown element. The strict reader would decode the same values
// (the invariant of both readers). At anything else the fast path stops, and the strict reader continues.
//
//   \n        <item>\n            <instanceId>i-1</instanceId>\n            <?new?>
//   ------------------------------------------------------------            -------
//   fast path                                                               strict reader
class xml_fast_path : xml_fast_actions {
  public:
    xml_fast_path(xml::reader& in, xml_values& values) noexcept : xml_fast_actions(in, values) {}

    // Derives the layout from the text after the root's start tag. `item` is the name of items that a list
    // does not name. `skips_unknown` is false if unknown elements have to be noted.
    void begin(std::string_view item, bool skips_unknown) noexcept {
        layout_ = layout::of(in_.rest().data(), end_);
        item_ = compared_name(item);
        skips_unknown_ = skips_unknown;
    }

    // Forgets what was recorded: the root is another structure.
    void begin_root() noexcept { pattern_.clear(); }

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
    // Recording pays from the second item of a list on. Whether the first is the last is not known, but if so
    // many bytes follow, then there are more.
    static constexpr std::ptrdiff_t size_of_few_items = 4096;

    // Reads a tag, and texts as far as steps lead. False if the strict reader goes on or the visitor stopped.
    bool read_tag() {
        open_value& open = values_.top();
        const char* const name = layout_.indent_at(in_.depth()).pass(at_, end_);
        if (name == nullptr || *name == '/') return read_end_tag();
        if (*name == '!') return skip_comment(name - 1);
        if (unknown_depth_ != 0) return read_unknown(name);
        return open.structure == nullptr ? read_item(open, name) : read_members(open, name);
    }

    //   \n            <!-- new -->
    //   --------------------------
    EC2WIRE_NOINLINE bool skip_comment(const char* first) noexcept {
        xml::detail::input in({first, static_cast<std::size_t>(end_ - first)});
        if (!xml::detail::skip_comment(in)) return false;
        at_ = in.at;
        return true;
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
        const compared_name& wanted = row.xml.size() != 0 ? row.xml : item_;
        // If a list does not name its items, the strict reader accepts both "item" and "member".
        if (!fast_text::is_tag(wanted, name, end_))
            return row.xml.size() != 0 && read_unknown(name);
        if (!pattern_.is_active() && (size_of_list(list) == 1 || end_ - name > size_of_few_items))
            pattern_.initialize();
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
    bool add_item(const member_schema& row, const char* name, const compared_name& tag,
                  const char* bracket) {
        if (is_scalar(row.type->kind))
            return *bracket == '>' && read_text_item(row, tag, bracket + 1);
        if (*bracket == '/') return false;
        if (in_.open_elements().is_full() || !open_item(row, {name, tag.size()})) return false;
        at_ = bracket + 1;
        return true;
    }

    // Adds an item once its end tag has matched, so that a string never has to be removed again.
    bool read_text_item(const member_schema& row, const compared_name& tag, const char* at) {
        if (row.type->kind != value_kind::text || row.type->indirect_size != 0) return false;
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

    // Reads members, the first of which has its name at `name`, as long as they are scalars.
    bool read_members(open_value& open, const char* name) {
        const indent before = layout_.indent_at(in_.depth());
        for (; name != nullptr && *name != '/' && *name != '!'; name = before.pass(at_, end_)) {
            const member_schema* const found = find(*open.structure, open.expected, name);
            if (found == nullptr) return !open.structure->has_request_id && read_unknown(name);
            if (found->is_attribute || found->is_flattened || !is_new(open, *found)) return false;
            const char* const bracket = tag_end(*found, name + found->xml.size());
            if (bracket == nullptr) return false;
            if (*bracket == '/') {
                if (!set_empty(open, *found, name, bracket + 2)) return false;
            } else if (!is_scalar(found->type->kind)) {
                return open_member(open, *found, name, bracket + 1);
            } else {
                index node = recorded_pattern::none;
                if (pattern_.is_active()) node = end_step(open, *found, name, bracket + 1);
                const char* const last = read_text(open, *found, bracket + 1);
                if (last == nullptr) return false;
                if (node != recorded_pattern::none) return follow(node, last);
            }
        }
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
                                                   : skip_text({name, size}, next + 1);
    }

    // Ends the recorded step that leads to the text at `at` of a member, and returns its node.
    EC2WIRE_NOINLINE index end_step(const open_value& open, const member_schema& row,
                                    const char* name, const char* at) noexcept {
        const index node = node_of_member(open, row, {name, row.xml.size()});
        pattern_.commit(node, at_, at);
        return node;
    }

    // Skips the text at `at` of an unknown element with that name.
    EC2WIRE_NOINLINE bool skip_text(std::string_view name, const char* at) {
        const index node = node_of_unknown(name);
        pattern_.commit(node, at_, at);
        const char* const last = fast_text::find_end(at, end_);
        const char* const next = last == nullptr ? last : fast_text::skip_end_tag(last, name, end_);
        if (next == nullptr) return false;
        at_ = next;
        return node == recorded_pattern::none || follow(node, last);
    }

    // Reads a text into its member and returns the '<' after it; at_ is after the end tag. Null if the strict
    // reader has to read it.
    EC2WIRE_ALWAYS_INLINE const char* read_text(open_value& open, const member_schema& row,
                                                const char* at) {
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

    // Goes on after a text by a step that was recorded, or begins to record one. False if the visitor stopped.
    EC2WIRE_NOINLINE bool follow(index node, const char* last) {
        const recorded_step* const step = recorded_pattern::find(pattern_[node], last, end_);
        if (step == nullptr) {
            pattern_.begin(node, last);
            return true;
        }
        const xml_replay::outcome end = replay_.run(*step, last, unknown_depth_);
        at_ = end.at;
        unknown_depth_ = end.unknown_depth;
        unknown_context_ = end.unknown;
        is_stopped_ = end.is_stopped;
        pattern_.begin(end.last_text, end.last);
        return !is_stopped_;
    }

    xml_replay replay_{in_, values_, pattern_};
    layout layout_{};
    compared_name item_{};
    bool skips_unknown_ = true;
};

}  // namespace ec2wire::detail

#endif
