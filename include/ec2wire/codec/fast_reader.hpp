#ifndef EC2WIRE_CODEC_FAST_READER_HPP
#define EC2WIRE_CODEC_FAST_READER_HPP

#include <ec2wire/codec/fast_input.hpp>
#include <ec2wire/codec/layout.hpp>
#include <ec2wire/codec/shape_row.hpp>
#include <ec2wire/xml/reader.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace ec2wire::detail {

// Whether the fast engine may run ahead of the strict one. Without, it is the strict one alone, which
// defines what is right and which the tests compare with.
enum class prediction : bool { off, on };

// The fast engine. It runs ahead of the strict reader as long as every tag is as it is due: in the
// layout's margin, of the name of a member that was not there yet, without attributes. The law: what
// it passes means to the strict reader the same, to the last bit. Where anything else stands it stops,
// at the end of a member or an item, and the strict reader goes on from there; until the next member,
// where it may run ahead again.
//
//   \n        <item>\n            <instanceId>i-1</instanceId>\n            <new/>
//   ------------------------------------------------------------             strictly
class fast_reader : public fast_input {
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
        : fast_input(in.rest().data() + in.rest().size(), in.memory()), in_(in) {}

    // Learns the layout from what stands behind the root's start tag. Before, none is expected.
    void begin(const char* at) noexcept { how_ = layout::of(at, end()); }

    const layout& how() const noexcept { return how_; }

    // The members of the structure whose start tag the strict reader has just passed, or one of whose
    // members; none that it has seen.
    stop run(const shape_row* rows, void* object, bool* is_seen, std::size_t next) {
        if (in_.is_empty_tag()) return {next, false, nullptr};
        const char* at = in_.rest().data();
        const std::size_t depth = in_.depth();
        const margin before = how_.margin_at(depth);
        while (const char* const name = before.pass(at, end())) {
            if (*name == '/') break;
            const shape_row* const row = find_member(rows, rows + next, name);
            if (row == nullptr) {
                at = pass_unknown(name);
                if (at == nullptr) break;
                in_.pass(at);
                continue;
            }
            const auto found = static_cast<std::size_t>(row - rows);
            if (is_seen[found] || row->kind == member_kind::left_out) break;
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
            if (is_printed && is_ready) at = row.pass_printed(list, at, *this, pending, tag);
            const char* const name = before.pass(at, end());
            if (name == nullptr) return at;
            const char* inside = is_named(row.name, name) ? name + row.name.size() + 1 : nullptr;
            if (inside == nullptr && !tag.empty() &&
                static_cast<std::size_t>(end() - name) > tag.size() &&
                is_equal(name - 1, tag.data(), tag.size()))
                inside = name - 1 + tag.size();
            if (inside == nullptr) return at;
            // A skeleton of a layout that is known at run time alone costs as much as four items: it
            // is made where one went before and another follows.
            if (is_printed && !is_ready && std::has_single_bit(passed)) {
                const char* const behind = row.pass_printed(list, at, *this, pending, tag);
                if (std::exchange(at, behind) != behind) continue;
            }
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

    // Items this deep are printed often enough to be worth a skeleton: those of a list that is a
    // member of the root.
    static constexpr std::size_t printed_depth = 2;

  private:
    // The members of a structure, as far as they can be passed.
    const char* pass_members(const shape_row* rows, void* object, const char* at,
                             std::size_t depth) {
        const shape_row* due = rows;
        // A bit for each member that was there. Where two share one, they are the strict reader's work.
        std::uint64_t seen = 0;
        const margin before = how_.margin_at(depth);
        while (const char* const name = before.pass(at, end())) {
            if (*name == '/') break;
            if (const shape_row* const found = find_member(rows, due, name)) {
                const auto bit = std::uint64_t{1} << (static_cast<std::size_t>(found - rows) % 64);
                if ((seen & bit) != 0 || found->kind == member_kind::left_out) return nullptr;
                seen |= bit;
                at = pass_member(*found, object, name, depth, before);
                due = found + 1;
            } else {
                at = pass_unknown(name);
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
        const char* const end = set_end(nothing.data() + nothing.size());
        if (is_text) read(object, nothing.data(), *this);
        set_end(end);
        return is_text ? at + 1 : nullptr;
    }

    xml::reader& in_;
    layout how_{};
};

}  // namespace ec2wire::detail

#endif
