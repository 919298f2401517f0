#ifndef EC2WIRE_ENGINE_QUERY_KEYS_HPP
#define EC2WIRE_ENGINE_QUERY_KEYS_HPP

#include <ec2wire/query/key_order.hpp>
#include <ec2wire/query/writer.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/query_schema.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// Collects and sorts the keys of one structure at compile time.

// R4 (lists and maps). The segment between the name of a list or map and its indices. ec2Query has none (R3).
template <class Protocol>
constexpr std::string_view item_segment(const member_info& member, value_kind kind) noexcept {
    if (!Protocol::has_wrapped_lists || member.traits.flattened) return {};
    if (kind == value_kind::map) return "entry";
    if (kind != value_kind::list) return {};
    return member.traits.item_name.empty() ? Protocol::item_name : member.traits.item_name;
}

// The keys of up to Size rows: those of the members, in the order of fields(), and the others.
template <std::size_t Size>
struct query_keys {
    std::array<query::key_name, Size> names{};
    std::array<query_row_kind, Size> kinds{};
    std::array<std::size_t, Size> members{};  // the index of the member
    std::size_t count = 0;

    constexpr void add(const query::key_name& name, query_row_kind kind, std::size_t member) {
        names[count] = name;
        kinds[count] = kind;
        members[count++] = member;
    }

    // Adds the key of a member, and a second one for a list that can be sent empty: "Tags=" precedes
    // "Tags-x=", and "Tags.member.1=" follows it.
    constexpr void add_member(query::key_name name, bool can_be_empty, std::size_t member) {
        add(name, query_row_kind::member, member);
        if (!can_be_empty) return;
        name.item = {};
        name.has_subkeys = false;
        add(name, query_row_kind::empty_list, member);
    }

    constexpr std::size_t text_size() const noexcept {
        std::size_t size = 0;
        for (std::size_t i = 0; i < count; ++i) size += query::key_text_size(names[i]);
        return size;
    }

    constexpr bool has_dot() const noexcept {
        for (std::size_t i = 0; i < count; ++i)
            for (const std::string_view segment : {names[i].name, names[i].item})
                for (const char c : segment)
                    if (c == '.') return true;
        return false;
    }
};

// The text of each key, one after the other, and the keys in byte order, which are views of it. Source has
// the `keys`.
template <class Source>
struct query_texts {
    static constexpr auto text = [] {
        std::array<char, Source::keys.text_size() + query::text_room> joined{};
        char* out = joined.data();
        for (std::size_t i = 0; i < Source::keys.count; ++i)
            out = query::write_key_text(Source::keys.names[i], out, joined.data() + joined.size());
        return joined;
    }();

    struct ordered {
        std::array<query::key_text, Source::keys.count> keys{};
        bool is_good{};
    };
    static constexpr ordered order = [] {
        ordered made{};
        const char* at = text.data();
        for (std::size_t i = 0; i < made.keys.size(); ++i) {
            made.keys[i] = query::key_text_at(at, Source::keys.names[i], i);
            at += made.keys[i].text.size();
        }
        made.is_good = query::sort_keys(made.keys);
        return made;
    }();
};

}  // namespace ec2wire::detail

#endif
