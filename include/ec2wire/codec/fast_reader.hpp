#ifndef EC2WIRE_CODEC_FAST_READER_HPP
#define EC2WIRE_CODEC_FAST_READER_HPP

#include <ec2wire/codec/layout.hpp>
#include <ec2wire/codec/shape_row.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/xml/markup.hpp>
#include <ec2wire/xml/reader.hpp>
#include <ec2wire/xml/scan.hpp>

#include <bit>
#include <cstddef>
#include <string_view>
#include <utility>

namespace ec2wire::detail {

// Whether the fast engine may run ahead of the strict one. Without, it is the strict one alone, which
// defines what is right and which the tests compare with.
enum class prediction : bool { off, on };

// The fast engine. It runs ahead of the strict reader as long as every tag is the one that is due: in
// the layout's margin, of a member's name, without attributes, in the order of the table, though any
// may be missing. The law: what it passes means to the strict reader the same, to the last bit. Where
// anything else stands it stops, at the end of a member or an item, and the strict reader goes on from
// there; until the next member, where it may run ahead again.
//
//   \n        <item>\n            <instanceId>i-1</instanceId>\n            <new/>
//   ------------------------------------------------------------             strictly
class fast_reader {
  public:
    // How far it came in a structure: to the member `next`, or into it, if that is a list whose next
    // item is the strict reader's work. That item's element may be in the list already, half read:
    // what is in it, the strict reader reads again.
    struct stop {
        std::size_t next = 0;
        bool is_in_list = false;
        void* pending = nullptr;
    };

    constexpr explicit fast_reader(xml::reader& in) noexcept
        : in_(in), end_(in.rest().data() + in.rest().size()) {}

    // Learns the layout from what stands behind the root's start tag. Before, none is expected.
    void begin(const char* at) noexcept { how_ = layout::of(at, end_); }

    scratch& memory() const noexcept { return in_.memory(); }
    const char* end() const noexcept { return end_; }
    const layout& how() const noexcept { return how_; }

    // The members of the structure whose start tag the strict reader has just passed, or one of whose
    // members; none that it has seen.
    stop run(const shape_row* rows, void* object, bool* is_seen, std::size_t next) {
        if (in_.is_empty_tag()) return {next, false, nullptr};
        const char* at = in_.rest().data();
        const std::size_t depth = in_.depth();
        const margin before = how_.margin_at(depth);
        while (const char* const name = before.pass(at, end_)) {
            if (*name == '/') break;
            const shape_row* const row = find(rows + next, name);
            if (row == nullptr) {
                at = pass_unknown(rows, name);
                if (at == nullptr) break;
                in_.pass(at);
                continue;
            }
            const auto found = static_cast<std::size_t>(row - rows);
            if (is_seen[found]) break;
            const auto* const mark = memory().mark();
            if (row->kind == member_kind::list && name[row->name.size()] == '>') {
                void* const list = row->open(object);
                void* pending = nullptr;
                at = pass_items(*row->items, list, name + row->name.size() + 1, depth + 1, pending);
                const char* const last =
                    pending == nullptr ? pass_end(at, row->name, before) : nullptr;
                if (last == nullptr) {
                    in_.open({name, row->name.size()}, at);
                    return {found, true, pending};
                }
                row->items->finish(list, memory());
                at = last;
            } else {
                at = pass_member(*row, object, name, depth, before);
                if (at == nullptr) memory().rewind(mark);
                if (at == nullptr) break;
            }
            in_.pass(at);
            is_seen[found] = true;
            next = found + 1;
        }
        return {next, false, nullptr};
    }

    // As many items of a list as can be passed, and the place behind them. Where the next one is
    // the strict reader's work, `pending` may be its element; where `pending` is not null before, the
    // first item has that element. `tag` is the start tag of the item before, if it has attributes.
    const char* pass_items(const list_row& row, void* list, const char* at, std::size_t depth,
                           void*& pending, std::string_view tag = {}) {
        const bool is_printed =
            row.pass_printed != nullptr && depth == printed_depth && how_.is_known();
        const bool is_ready = tag.empty() && (how_.is_pretty() || how_.is_minified());
        const margin before = how_.margin_at(depth);
        for (std::size_t passed = 0;; ++passed) {
            // A skeleton of a layout that is known at run time alone costs as much as four items: it
            // is made where one went before.
            if (is_printed && (is_ready || std::has_single_bit(passed)))
                at = row.pass_printed(list, at, *this, pending, tag);
            const char* const name = before.pass(at, end_);
            if (name == nullptr) return at;
            const char* inside = is_named(row.name, name) ? name + row.name.size() + 1 : nullptr;
            if (inside == nullptr && !tag.empty() &&
                static_cast<std::size_t>(end_ - name) > tag.size() &&
                is_equal(name - 1, tag.data(), tag.size()))
                inside = name - 1 + tag.size();
            if (inside == nullptr) return at;
            if (pending == nullptr) pending = row.append(list, memory());
            if (pending == nullptr) return at;
            const auto* const mark = memory().mark();
            const char* const last = pass_item(row, pending, inside, depth, before);
            if (last == nullptr) {
                memory().rewind(mark);
                return at;
            }
            pending = nullptr;
            at = last;
        }
    }

    // The items of a list whose start tag, or one of whose items, the strict reader has just passed.
    void* run_items(const list_row& row, void* list, std::string_view tag) {
        if (in_.is_empty_tag()) return nullptr;
        void* pending = nullptr;
        in_.pass(pass_items(row, list, in_.rest().data(), in_.depth(), pending, tag));
        return pending;
    }

    // The '<' that ends a text which means its own bytes; null if it is not so plain.
    [[gnu::always_inline]] const char* find_text_end(const char* at) const noexcept {
        const char* const last = xml::find_stop<'<', '&', ']'>(at, end_);
        return last == end_ || *last != '<' ? nullptr : last;
    }

    // The text of a value, up to its '<'; null if that is the strict reader's work.
    const char* pass_text(const char* at, std::string_view& text) {
        const char* const last = find_text_end(at);
        if (last == nullptr) return pass_careful_text(at, text);
        text = {at, static_cast<std::size_t>(last - at)};
        return last;
    }

    // The same for a text that is not plain: with references, carriage returns, or not of ASCII.
    [[gnu::noinline]] const char* pass_careful_text(const char* at, std::string_view& text) {
        xml::detail::input in({at, static_cast<std::size_t>(end_ - at)});
        bool needs_unescape = false;
        const char* const last = xml::detail::pass_text(in, at, needs_unescape);
        if (last == nullptr) return nullptr;
        text = {at, static_cast<std::size_t>(last - at)};
        if (!needs_unescape) return last;
        char* const room = memory().allocate<char>(text.size());
        if (room == nullptr) return nullptr;
        const auto size = static_cast<std::size_t>(xml::unescape(text, false, room) - room);
        memory().shrink(room, size, text.size());
        text = {room, size};
        return last;
    }

    //   \n            <currentState>
    //   ---------------------------
    [[gnu::noinline]] const char* pass_start(const char* at, const tag_name& name,
                                             const margin& before) const noexcept {
        at = before.pass(at, end_);
        if (at == nullptr || !is_named(name, at) || at[name.size()] != '>') return nullptr;
        return at + name.size() + 1;
    }

    //   \n            </currentState>
    //   -----------------------------
    const char* pass_end(const char* at, const tag_name& name,
                         const margin& before) const noexcept {
        const char* const tag = before.pass(at, end_);
        return tag == nullptr ? nullptr : pass_name(tag - 1, name);
    }

    //   </code>
    //   -------
    [[gnu::always_inline]] const char* pass_name(const char* at,
                                                 const tag_name& name) const noexcept {
        const std::size_t size = name.size();
        if (static_cast<std::size_t>(end_ - at) < size + 2 + 8 || at[1] != '/' ||
            !name.is_at(at + 2) || at[2 + size] != '>')
            return nullptr;
        return at + size + 3;
    }

    // Items this deep are printed often enough to be worth a skeleton: those of a list that is a
    // member of the root.
    static constexpr std::size_t printed_depth = 2;

  private:
    // Whether a tag has that name and nothing more, at a place with eight bytes behind it.
    [[gnu::always_inline]] bool is_named(const tag_name& name, const char* at) const noexcept {
        const std::size_t size = name.size();
        if (static_cast<std::size_t>(end_ - at) <= size + 1 || !name.is_at(at)) return false;
        return at[size] == '>' || (at[size] == '/' && at[size + 1] == '>');
    }

    // The member of that name, from a row on; null if there is none.
    [[gnu::always_inline]] const shape_row* find(const shape_row* row,
                                                 const char* name) const noexcept {
        for (; row->name.size() != 0; ++row)
            if (row->kind != member_kind::left_out && is_named(row->name, name)) return row;
        return nullptr;
    }

    // The members of a structure, as far as they can be passed.
    const char* pass_members(const shape_row* rows, void* object, const char* at,
                             std::size_t depth) {
        const shape_row* row = rows;
        const margin before = how_.margin_at(depth);
        while (const char* const name = before.pass(at, end_)) {
            if (*name == '/') break;
            if (const shape_row* const found = find(row, name)) {
                at = pass_member(*found, object, name, depth, before);
                row = found + 1;
            } else {
                at = pass_unknown(rows, name);
            }
            if (at == nullptr) return nullptr;
        }
        return at;
    }

    // A member, from its name to behind its end tag.
    [[gnu::always_inline]] const char* pass_member(const shape_row& row, void* object,
                                                   const char* name, std::size_t depth,
                                                   const margin& before) {
        const char* at = name + row.name.size() + 1;
        if (row.kind == member_kind::scalar) {
            if (at[-1] == '/') return pass_empty(row.is_text, row.read, object, at);
            at = row.read(object, at, *this);
            return at == nullptr ? nullptr : pass_name(at, row.name);
        }
        void* const value = row.open(object);
        if (at[-1] == '/') return at + 1;
        if (row.kind == member_kind::structure) {
            at = pass_members(row.members, value, at, depth + 1);
        } else {
            void* pending = nullptr;
            at = pass_items(*row.items, value, at, depth + 1, pending);
            if (pending != nullptr) return nullptr;
            row.items->finish(value, memory());
        }
        return at == nullptr ? nullptr : pass_end(at, row.name, before);
    }

    // An item, from behind the '>' of its start tag or, if that is empty, from that '>'.
    [[gnu::always_inline]] const char* pass_item(const list_row& row, void* element, const char* at,
                                                 std::size_t depth, const margin& before) {
        if (row.members == nullptr) {
            if (at[-1] == '/') return pass_empty(row.is_text, row.read, element, at);
            at = row.read(element, at, *this);
            return at == nullptr ? nullptr : pass_name(at, row.name);
        }
        if (at[-1] == '/') return at + 1;
        at = pass_members(row.members, element, at, depth + 1);
        return at == nullptr ? nullptr : pass_end(at, row.name, before);
    }

    // A text that is there and empty.
    //
    //   <dnsName/>
    //            -
    const char* pass_empty(bool is_text, auto read, void* object, const char* at) {
        constexpr std::string_view nothing = "<";
        const char* const end = std::exchange(end_, nothing.data() + nothing.size());
        if (is_text) read(object, nothing.data(), *this);
        end_ = end;
        return is_text ? at + 1 : nullptr;
    }

    // A member that the table does not have, and that holds nothing or plain text (D10). Not one of
    // the others, which would be there twice or out of order.
    //
    //   <productCodes/>    <tomorrow>yes</tomorrow>
    //    --------------     -----------------------
    [[gnu::noinline]] const char* pass_unknown(const shape_row* rows, const char* name) const {
        for (const shape_row* row = rows; row->name.size() != 0; ++row)
            if (is_named(row->name, name)) return nullptr;
        const char* at = name;
        while (at != end_ && ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') ||
                              (at != name && *at >= '0' && *at <= '9')))
            ++at;
        const auto size = static_cast<std::size_t>(at - name);
        if (size == 0 || end_ - at < 2) return nullptr;
        if (at[0] == '/' && at[1] == '>') return at + 2;
        if (*at != '>') return nullptr;
        at = xml::find_stop<'<', '&', ']'>(at + 1, end_);
        if (static_cast<std::size_t>(end_ - at) < size + 3 || at[0] != '<' || at[1] != '/' ||
            !is_equal(at + 2, name, size) || at[2 + size] != '>')
            return nullptr;
        return at + size + 3;
    }

    xml::reader& in_;
    const char* end_;
    layout how_{};
};

}  // namespace ec2wire::detail

#endif
