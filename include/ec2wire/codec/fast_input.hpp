#ifndef EC2WIRE_CODEC_FAST_INPUT_HPP
#define EC2WIRE_CODEC_FAST_INPUT_HPP

#include <ec2wire/codec/layout.hpp>
#include <ec2wire/codec/shape_row.hpp>
#include <ec2wire/core/block.hpp>
#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/xml/input.hpp>
#include <ec2wire/xml/markup.hpp>
#include <ec2wire/xml/scan.hpp>
#include <ec2wire/xml/unescape.hpp>

#include <cstddef>
#include <string_view>
#include <utility>

namespace ec2wire::detail {

// The few things that the fast reader passes: a tag that is due, a text, an element it does not know.
// Each function returns the place behind it, or null if that is the strict reader's work.
class fast_input {
  public:
    constexpr fast_input(const char* end, scratch& memory) noexcept : end_(end), memory_(memory) {}

    const char* end() const noexcept { return end_; }
    scratch& memory() const noexcept { return memory_; }

    // The '<' that ends a text which means its own bytes, where `Room` bytes or more follow from there
    // on; null if it is not so plain.
    template <std::size_t Room>
    [[gnu::always_inline]] static const char* find_text_end(const char* at,
                                                            const char* end) noexcept {
        for (int i = 0; i < 3 && static_cast<std::size_t>(end - at) >= block::size + Room; ++i) {
            const auto stops = xml::detail::stops_of<'<', '&', ']'>(block::load(at));
            if (!stops.is_empty()) {
                const char* const last = step_to(at, stops);
                return *last == '<' ? last : nullptr;
            }
            at += block::size;
        }
        return find_last_text_end(at, end, Room);
    }

    // The text of a value, up to its '<'; null if that is the strict reader's work.
    const char* pass_text(const char* at, std::string_view& text) {
        const char* const last = find_text_end<0>(at, end_);
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

    // Whether a tag has that name and nothing more, at a place with eight bytes behind it.
    [[gnu::always_inline]] bool is_named(const tag_name& name, const char* at) const noexcept {
        const std::size_t size = name.size();
        if (!name.begins_at(at) || static_cast<std::size_t>(end_ - at) <= size + 1 ||
            !name.is_at(at))
            return false;
        return at[size] == '>' || (at[size] == '/' && at[size + 1] == '>');
    }

    // The member of that name; null if there is none. Members mostly come in the order of the table,
    // though some are left out, so the search begins with the one that is due.
    [[gnu::always_inline]] const shape_row* find_member(const shape_row* rows, const shape_row* due,
                                                        const char* name) const noexcept {
        for (const shape_row* row = due; row->name.size() != 0; ++row)
            if (is_named(row->name, name)) return row;
        for (const shape_row* row = rows; row != due; ++row)
            if (is_named(row->name, name)) return row;
        return nullptr;
    }

    // A member that the table does not have, and that holds nothing or plain text (D10).
    //
    //   <productCodes/>    <tomorrow>yes</tomorrow>
    //    --------------     -----------------------
    [[gnu::noinline]] const char* pass_unknown(const char* name) const {
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

  protected:
    // Returns the end that was.
    const char* set_end(const char* end) noexcept { return std::exchange(end_, end); }

  private:
    [[gnu::noinline]] static const char* find_last_text_end(const char* at, const char* end,
                                                            std::size_t room) noexcept {
        at = xml::find_stop<'<', '&', ']'>(at, end);
        const auto left = static_cast<std::size_t>(end - at);
        return left != 0 && left >= room && *at == '<' ? at : nullptr;
    }

    const char* end_;
    scratch& memory_;
};

}  // namespace ec2wire::detail

#endif
