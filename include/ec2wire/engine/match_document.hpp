#ifndef EC2WIRE_ENGINE_MATCH_DOCUMENT_HPP
#define EC2WIRE_ENGINE_MATCH_DOCUMENT_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/engine/document_head.hpp>
#include <ec2wire/engine/document_pattern.hpp>
#include <ec2wire/engine/fast_text.hpp>
#include <ec2wire/engine/xml_decode_options.hpp>
#include <ec2wire/shape/schema_of.hpp>
#include <ec2wire/shape/schema_value.hpp>
#include <ec2wire/xml/scan.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

namespace ec2wire::detail {

// Decodes a whole reply in EC2's layout, or minified, by the pattern of its shape: literal by literal, with
// one comparison each. This is the only engine that is compiled for each shape: short replies are decoded four to
// ten times as fast as by the tables. Where a document differs, decoding resumes by the tables.

// Reads a value up to its '<', after which at least `Room` bytes are readable; null if it is not that simple.
template <std::size_t Room, class Member>
EC2WIRE_NOINLINE const char* match_any_value(const char* at, const char* end, Member& member,
                                             scratch& memory) {
    std::string_view text;
    const char* const last = string_like<value_type_of<Member>>
                                 ? fast_text::read_escaped(at, end, text, memory)
                                 : fast_text::find_end(at, end);
    if (last == nullptr || static_cast<std::size_t>(end - last) < Room) return nullptr;
    if (!string_like<value_type_of<Member>>) text = {at, static_cast<std::size_t>(last - at)};
    return parse_scalar(type_of<Member>, std::addressof(member), text, memory) ? nullptr : last;
}

template <std::size_t Room, class Member>
EC2WIRE_ALWAYS_INLINE inline const char* match_value(const char* at, const char* end,
                                                     Member& member, scratch& memory) {
    using value = value_type_of<Member>;
    using number = typename wire_integer<value>::type;
    if constexpr (integer<number>) {
        std::uint32_t digits = 0;
        const char* last = at;
        if (static_cast<std::size_t>(end - at) < 4 + Room ||
            !fast_text::read_digits(type_of<Member>, last, end, digits))
            return match_any_value<Room>(at, end, member, memory);
        make_present(member) = value(static_cast<number>(digits));
        return last;
    } else if constexpr (string_like<value>) {
        // Builds the view in registers: storing its halves and reloading 16 bytes defeats store
        // forwarding.
        const char* const last = fast_text::find_end_in_room<Room>(at, end);
        if (last == nullptr) return match_any_value<Room>(at, end, member, memory);
        make_present(member) = value(std::string_view(at, static_cast<std::size_t>(last - at)));
        return last;
    } else {
        return match_any_value<Room>(at, end, member, memory);
    }
}

// Adds an empty element to a list, or returns null if there is no memory.
template <class T>
EC2WIRE_ALWAYS_INLINE inline T* append_to_view(list_view<T>& list, scratch& memory) {
    constexpr std::size_t large = sizeof(T) < 512 ? 4 : 1;
    const std::size_t size = list.size();
    if (size < large ? size == 0 : (size & (size - 1)) == 0)
        return static_cast<T*>(append_element(list_of<list_view<T>>, &list, memory));
    T* const added = std::construct_at(const_cast<T*>(list.data()) + size);
    list = list_view<T>(list.data(), size + 1);
    return added;
}

template <xml_layout Layout, class T, fixed_name Name>
class item_matcher {
    using pattern = pattern_text<Layout, T, Name>;

  public:
    // Decodes all items, and returns the position after the last. If an item differs in the middle, its
    // element is `partial_item`.
    EC2WIRE_NOINLINE static const char* match(list_view<T>& list, const char* at, const char* end,
                                              scratch& memory, void*& partial_item) {
        while (const char* const first = pattern::template match<0>(at, end)) {
            T* const item = append_to_view(list, memory);
            if (item == nullptr) break;
            const auto* const mark = memory.mark();
            const char* const last = match_slots<pattern, 0>(first, end, *item, memory);
            if (last == nullptr) {
                memory.rewind(mark);
                partial_item = item;
                break;
            }
            at = last;
        }
        return at;
    }

    // Decodes the slots of a structure, each with the literal after it.
    template <class Pattern, std::size_t Slot, structure S>
    EC2WIRE_ALWAYS_INLINE static const char* match_slots(const char* at, const char* end, S& target,
                                                         scratch& memory) {
        [&]<std::size_t... Index>(std::index_sequence<Index...>) EC2WIRE_ALWAYS_INLINE_LAMBDA {
            (void)((at = match_slot<Pattern, Slot + slots_before<S, Index>()>(
                        at, end, target.*field_at<Index>(fields_of<S>).pointer, memory)) &&
                   ...);
        }
        (std::make_index_sequence<field_count<S>>{});
        return at;
    }

    template <class Pattern, std::size_t Slot, class Member>
    EC2WIRE_ALWAYS_INLINE static const char* match_slot(const char* at, const char* end,
                                                        Member& member, scratch& memory) {
        if constexpr (structure<value_type_of<Member>>) {
            return match_slots<Pattern, Slot>(at, end, make_present(member), memory);
        } else {
            at = match_value<Pattern::template size_of<Slot + 1>>(at, end, member, memory);
            return at == nullptr ? nullptr : Pattern::template match_in_room<Slot + 1>(at);
        }
    }
};

template <xml_layout Layout, message_shape T>
class document_matcher {
    using pattern = pattern_text<Layout, T>;

  public:
    document_matcher(T& response, const char* end, scratch& memory, resume_point& resume) noexcept
        : response_(response), end_(end), memory_(memory), resume_(resume), mark_(memory.mark()) {}

    // Decodes what follows the root's start tag. Returns true if all of it matched; otherwise the resume point is
    // the position up to which it did.
    bool match(const char* at) {
        const char* next = pattern::template match<0>(at, end_);
        if (next == nullptr) next = skip_to_list(at);
        if (next == nullptr) return false;
        next = match_members(next, std::make_index_sequence<field_count<T>>{});
        if (next != nullptr && xml::find_non_space(next, end_) == end_) return true;
        // After the last list everything is read again.
        memory_.rewind(mark_);
        return false;
    }

  private:
    // The index of the first member that is a list.
    static constexpr std::size_t first_list = [] {
        std::size_t index = 0;
        for_each_field<T>([&](auto i) {
            if (short_list<member_type_of<T, i()>>) return false;
            ++index;
            return true;
        });
        return index;
    }();

    // Matches the start tag of the first list: the members before it are absent here.
    //
    //   <StopInstancesResponse><instancesSet>...</instancesSet><requestId>...</requestId></StopInstancesResponse>
    const char* skip_to_list(const char* at) noexcept {
        if constexpr (first_list == 0 || first_list == field_count<T>) {
            return nullptr;
        } else {
            constexpr std::size_t indent = Layout == xml_layout::ec2 ? sizeof "\n   " : 0;
            constexpr std::size_t size = member_schema_of<T, first_list>().xml.size() + 2 + indent;
            seen_ = 0;
            first_member_ = first_list;
            return pattern::template match_last<slots_before<T, first_list>(), size>(at, end_);
        }
    }

    template <std::size_t... Index>
    const char* match_members(const char* at, std::index_sequence<Index...>) {
        (void)((at = match_member<Index>(at)) && ...);
        return at;
    }

    template <std::size_t Index>
    EC2WIRE_ALWAYS_INLINE const char* match_member(const char* at) {
        auto& member = response_.*field_at<Index>(fields_of<T>).pointer;
        constexpr std::size_t slot = slots_before<T, Index>();
        if (Index < first_list && first_member_ > Index) return at;
        seen_ |= std::uint32_t{1} << Index;
        if constexpr (short_list<member_type_of<T, Index>>)
            return match_list<Index, slot>(at, make_present(member));
        else
            return item_matcher<Layout, T, fixed_name<1>("x")>::template match_slot<pattern, slot>(
                at, end_, member, memory_);
    }

    template <std::size_t Index, std::size_t Slot, class Item>
    const char* match_list(const char* at, list_view<Item>& list) {
        constexpr member_info info = field_at<Index>(fields_of<T>).info;
        constexpr std::string_view name = info.traits.item_name.empty()
                                              ? std::string_view(T::service::protocol::item_name)
                                              : info.traits.item_name;
        const member_schema& row = structure_of<T>::schema.members[Index];
        resume_.seen = seen_;
        resume_.list = &row;
        resume_.list_name = {at - 1 - row.xml.size(), row.xml.size()};
        resume_.list_value = &list;
        resume_.at = item_matcher<Layout, Item, fixed_name<name.size()>(name)>::match(
            list, at, end_, memory_, resume_.partial_item);
        mark_ = memory_.mark();
        // Further items are left to the tables.
        if (resume_.partial_item != nullptr) return nullptr;
        const char* const last = pattern::template match<Slot + 1>(resume_.at, end_);
        if (last == nullptr) return nullptr;
        finish_list(list_of<list_view<Item>>, &list, memory_);
        mark_ = memory_.mark();
        return last;
    }

    T& response_;
    const char* end_;
    scratch& memory_;
    resume_point& resume_;
    const std::byte* mark_;         // of the scratch, after what was matched for good
    std::size_t first_member_ = 0;  // those before it are absent, as far as is known
    std::uint32_t seen_ = 0;        // a bit for each member that was matched
};

inline namespace EC2WIRE_COMPILATION {

// Matches a reply in either layout: the byte after the root's start tag tells which it may be.
template <message_shape T>
bool match_document(T& response, std::string_view bytes, scratch& memory, resume_point& resume) {
    if constexpr (has_document_pattern<T>()) {
        const char* const at = match_head<T>(bytes, resume);
        const char* const end = bytes.data() + bytes.size();
        if (at == nullptr || at == end) return false;
        if (*at == '\n')
            return document_matcher<xml_layout::ec2, T>(response, end, memory, resume).match(at);
        return document_matcher<xml_layout::minified, T>(response, end, memory, resume).match(at);
    } else {
        return false;
    }
}

}  // namespace EC2WIRE_COMPILATION
}  // namespace ec2wire::detail

#endif
