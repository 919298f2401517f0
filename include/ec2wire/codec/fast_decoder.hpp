#ifndef EC2WIRE_CODEC_FAST_DECODER_HPP
#define EC2WIRE_CODEC_FAST_DECODER_HPP

#include <ec2wire/codec/build.hpp>
#include <ec2wire/codec/gap.hpp>
#include <ec2wire/codec/gap_count.hpp>
#include <ec2wire/codec/scalar.hpp>
#include <ec2wire/codec/skeleton.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/xml/markup.hpp>
#include <ec2wire/xml/scan.hpp>

#include <concepts>
#include <cstddef>
#include <limits>
#include <string_view>
#include <tuple>
#include <utility>

namespace ec2wire::detail {

// The fast engine: reads one element whose gaps are known (see gap.hpp). Members must come in the
// order of the table, though any may be missing, and in texts there may be no markup. Everything else
// is not an error but the strict reader's work.

template <class Protocol, class Gaps>
class fast_decoder {
  public:
    fast_decoder(Gaps& gaps, const char* end, scratch& memory) noexcept
        : gaps_(gaps), end_(end), memory_(memory) {}

    // Each function stands at `at`, and returns the place behind what it has read, or null if that
    // is the strict reader's work. What it has written until then counts for nothing. Only containers
    // of the caller's throw.

    // The members of a structure.
    template <std::size_t Place, std::size_t Depth, structure T>
    const char* pass_members(const char* at, T& target) const {
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            ((at = pass_member<place<Place + gap_count_before<T, Depth, I>()>, Depth, I>(at,
                                                                                         target)) &&
             ...);
        }
        (std::make_index_sequence<field_count<T>>{});
        return at;
    }

    // A member with its tags, or nothing if it is not there.
    template <std::size_t Place, std::size_t Depth, std::size_t I, structure T>
    const char* pass_member(const char* at, T& target) const {
        constexpr auto& field = std::get<I>(fields_of<T>);
        using element = member_element<Protocol, T, I>;
        using value = contained_in<typename std::remove_cvref_t<decltype(field)>::member_type>;
        if constexpr (gap_count<value, Depth>() == 0 || field.info.traits.flattened) {
            return at;
        } else {
            const char* const inside = gaps_.template pass<Place, Depth, false, element>(at, end_);
            if (inside == nullptr) return at;
            auto& member = target.*field.pointer;
            if constexpr (scalar<value>) {
                return pass_scalar<element>(inside, value_of(member));
            } else {
                at = pass_contents<place<Place + 2>, Depth + 1, item_element<Protocol, T, I>>(
                    inside, value_of(member));
                if (at == nullptr) return nullptr;
                return gaps_.template pass<Place + 1, Depth, true, element>(at, end_);
            }
        }
    }

    // As many items of a list as there are, and returns the place behind the last. If one is the
    // strict reader's work, that is where it begins, and `pending` is its element, which is in the
    // list and empty. Where `pending` is not null before, the next item has that element.
    template <std::size_t Place, std::size_t Depth, class Element, list_like T>
    const char* pass_items(const char* at, T& target, element_of<T>*& pending) const {
        while (const char* const inside =
                   gaps_.template pass<Place, Depth, false, Element>(at, end_)) {
            if (pending == nullptr) pending = append(target, memory_);
            if (pending == nullptr) return at;
            const auto* const mark = memory_.mark();
            const char* behind = nullptr;
            // Where a skeleton is known it is all that is tried: it covers what a server prints, and
            // an item with less in it is learned.
            using value = contained_in<element_of<T>>;
            if constexpr (is_printed && structure<value> && has_skeleton<value>()) {
                behind = pass_skeleton<Depth, Element>(at, value_of(*pending));
            } else {
                behind = pass_element<Place, Depth, Element>(inside, value_of(*pending));
            }
            if (behind == nullptr) {
                *pending = {};
                memory_.rewind(mark);
                return at;
            }
            pending = nullptr;
            at = behind;
        }
        return at;
    }

    // What is between the tags of a structure or a list.
    template <std::size_t Place, std::size_t Depth, class Items, structure T>
    const char* pass_contents(const char* at, T& target) const {
        return pass_members<Place, Depth>(at, target);
    }
    template <std::size_t Place, std::size_t Depth, class Items, list_like T>
    const char* pass_contents(const char* at, T& target) const {
        element_of<T>* pending = nullptr;
        at = pass_items<Place, Depth, Items>(at, target, pending);
        finish(target, memory_);
        return at;
    }

    // The rest of an item, from behind its start tag to behind its end tag.
    template <std::size_t Place, std::size_t Depth, class Element, class T>
    const char* pass_item(const char* inside, T& item) const {
        return pass_element<Place, Depth, Element>(inside, value_of(item));
    }
    template <std::size_t Place, std::size_t Depth, class Element, class T>
    const char* pass_element(const char* inside, T& item) const {
        if constexpr (scalar<T>) {
            return pass_scalar<Element>(inside, item);
        } else if constexpr (structure<T>) {
            const char* const at = pass_members<place<Place + 2>, Depth + 1>(inside, item);
            return at == nullptr ? nullptr
                                 : gaps_.template pass<Place + 1, Depth, true, Element>(at, end_);
        } else {
            return nullptr;
        }
    }

  private:
    static constexpr bool is_printed = requires { typename Gaps::layout; };

    // Only what is learned is kept by place; what is printed is the same code wherever it stands.
    template <std::size_t Place>
    static constexpr std::size_t place = is_printed ? 0 : Place;

    // An item with all its members, from before its start tag to behind its end tag.
    template <std::size_t Depth, class Element, structure T>
    const char* pass_skeleton(const char* at, T& item) const {
        using bones = skeleton<Protocol, typename Gaps::layout, Gaps::base + Depth, T, Element>;
        at = pass_holes<bones, 0>(at, item);
        return at == nullptr ? nullptr : bones::template pass_part<hole_count<T>()>(at, end_);
    }

    // The holes of a structure, each with the part before it.
    template <class Bones, std::size_t Hole, structure T>
    const char* pass_holes(const char* at, T& target) const {
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            ((at = pass_hole<Bones, Hole + holes_before<T, I>(), I>(at, target)) && ...);
        }
        (std::make_index_sequence<field_count<T>>{});
        return at;
    }

    template <class Bones, std::size_t Hole, std::size_t I, structure T>
    const char* pass_hole(const char* at, T& target) const {
        auto& value = value_of(target.*std::get<I>(fields_of<T>).pointer);
        if constexpr (structure<std::remove_cvref_t<decltype(value)>>) {
            return pass_holes<Bones, Hole>(at, value);
        } else {
            at = Bones::template pass_part<Hole>(at, end_);
            return at == nullptr ? nullptr : pass_value(at, value);
        }
    }

    template <class T>
    static auto& value_of(T& member) {
        if constexpr (std::same_as<contained_in<T>, T>) {
            return member;
        } else {
            return member.emplace();
        }
    }

    //   64</code>
    //   ---------
    template <class Element, scalar T>
    const char* pass_scalar(const char* at, T& target) const {
        const char* const last = pass_value(at, target);
        if (last == nullptr) return nullptr;
        return pass_text(last, end_, gap_text<minified_layout, 0, true, Element>);
    }

    // The text of a value, up to its '<'.
    template <scalar T>
    [[gnu::always_inline]] const char* pass_value(const char* at, T& target) const {
        if constexpr (wire_scalar<T>) {
            typename T::wire_type wire{};
            at = pass_value(at, wire);
            if (at != nullptr) target = T(wire);
            return at;
        } else {
            if constexpr (integer<T>)
                if (const char* const last = pass_digits(at, target); last != nullptr) return last;
            const char* const last = xml::find_stop<'<', '&', ']'>(at, end_);
            if (last == end_ || *last != '<') return pass_careful_value(at, target);
            const std::string_view text(at, static_cast<std::size_t>(last - at));
            return read_scalar(target, text, memory_) ? nullptr : last;
        }
    }

    // The same for a text that is not plain: with references, carriage returns, or not of ASCII.
    template <scalar T>
    [[gnu::noinline]] const char* pass_careful_value(const char* at, T& target) const {
        xml::detail::input in({at, static_cast<std::size_t>(end_ - at)});
        bool needs_unescape = false;
        const char* const last = xml::detail::pass_text(in, at, needs_unescape);
        if (last == nullptr) return nullptr;
        std::string_view text(at, static_cast<std::size_t>(last - at));
        if (needs_unescape) {
            char* const room = memory_.allocate<char>(text.size());
            if (room == nullptr) return nullptr;
            const auto size = static_cast<std::size_t>(xml::unescape(text, false, room) - room);
            memory_.shrink(room, size, text.size());
            text = {room, size};
        }
        return read_scalar(target, text, memory_) ? nullptr : last;
    }

    // So few digits that they cannot be out of range. Null if it is anything else.
    template <integer T>
    [[gnu::always_inline]] const char* pass_digits(const char* at, T& target) const noexcept {
        constexpr int most =
            std::numeric_limits<T>::digits10 < 4 ? std::numeric_limits<T>::digits10 : 4;
        if (end_ - at <= most) return nullptr;
        unsigned value = 0;
        for (int i = 0; i < most; ++i) {
            const auto digit = static_cast<unsigned>(at[i] - '0');
            if (digit > 9) return nullptr;
            value = value * 10 + digit;
            if (at[i + 1] == '<') {
                target = static_cast<T>(value);
                return at + i + 1;
            }
        }
        return nullptr;
    }

    Gaps& gaps_;
    const char* end_;
    scratch& memory_;
};

}  // namespace ec2wire::detail

#endif
