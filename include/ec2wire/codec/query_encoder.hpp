#ifndef EC2WIRE_CODEC_QUERY_ENCODER_HPP
#define EC2WIRE_CODEC_QUERY_ENCODER_HPP

#include <ec2wire/codec/presence.hpp>
#include <ec2wire/codec/query_level.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/utf8.hpp>
#include <ec2wire/query/writer.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/scalar.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ec2wire::detail {

// Walks a request in the byte order of its keys. The first walk, with a measurer, finds everything
// that can be wrong; the second, with a writer, cannot fail. Each function returns false once
// something is.
template <class Protocol, class Sink>
class query_encoder {
  public:
    constexpr explicit query_encoder(Sink sink) noexcept : sink_(sink) {}

    constexpr const Sink& sink() const noexcept { return sink_; }
    constexpr const encode_error& error() const noexcept { return error_; }

    template <structure T>
    constexpr bool put_structure(const T& value, const query::key* parent) {
        return [&]<std::size_t... Place>(std::index_sequence<Place...>) {
            return (put_place<Place>(value, parent) && ...);
        }
        (std::make_index_sequence<member_order<Protocol, T>.size()>{});
    }

  private:
    template <std::size_t Place, structure T>
    constexpr bool put_place(const T& value, const query::key* parent) {
        constexpr auto& entry = member_order<Protocol, T>[Place];
        constexpr auto& begin = pair_begin<Protocol, T, Place>;
        static_assert(entry.index != clash_index, "two members have the same key");
        if constexpr (entry.index == action_index || entry.index == version_index) {
            begin_pair(sink_, parent, begin);  // and its value
            return true;
        } else if constexpr (entry.is_empty_list) {
            return !is_empty_list(value.*std::get<entry.index>(fields_of<T>).pointer) ||
                   put_nothing(parent, begin);
        } else {
            return put_field<entry.index>(value, parent, begin);
        }
    }

    template <std::size_t Index, structure T, class Begin>
    constexpr bool put_field(const T& value, const query::key* parent, const Begin& begin) {
        constexpr auto& field = std::get<Index>(fields_of<T>);
        const auto& member = value.*field.pointer;
        using member_type = std::remove_cvref_t<decltype(member)>;
        if constexpr (Sink::is_measuring && field.info.traits.required)
            if (is_left_out<Protocol>(member)) return fail(errc::missing_member, field.info, 0);
        if constexpr (has_needs<member_type>)
            if (is_left_out<Protocol>(member)) return true;
        if constexpr (has_levels<Protocol, member_type>) {
            return put_member(member, parent, begin, level_of<Protocol, T, Index, 0>);
        } else {
            return put_member(member, parent, begin, field.info);
        }
    }

    // "Tags=", which is all there is of an empty list.
    template <class Begin>
    constexpr bool put_nothing(const query::key* parent, const Begin& begin) {
        begin_pair(sink_, parent, begin);
        return true;
    }

    // R5. What is not set leaves nothing; false and the empty text are values like others. `member` is a
    // member_info, or the query_level of what has levels.
    template <class T, class Begin, class Member>
    constexpr bool put_member(const T& value, const query::key* parent, const Begin& begin,
                              const Member& member) {
        if constexpr (std::is_pointer_v<T> && string_like<T>) {
            return value == nullptr || put_member(std::string_view(value), parent, begin, member);
        } else if constexpr (scalar<T>) {
            begin_pair(sink_, parent, begin);
            return put_scalar(value, info_of(member));
        } else if constexpr (structure<T>) {
            if constexpr (union_shape<T> && Sink::is_measuring)
                if (count_sent<Protocol>(value) != 1)
                    return fail(errc::bad_value, info_of(member), 0);
            const query::key key = key_of(parent, begin);
            return put_structure(value, &key);
        } else if constexpr (nullable<T>) {
            return !value.has_value() || put_member(*value, parent, begin, member);
        } else {
            static_assert(list_like<T>,
                          "ec2wire: a member is a scalar, a string, a structure with "
                          "fields(), a list with an index, or a std::optional of these");
            static_assert(!map_like<T> || Protocol::has_wrapped_lists,
                          "ec2wire: ec2Query has no maps");
            return put_list(value, parent, begin, member);
        }
    }

    static constexpr const member_info& info_of(const member_info& member) { return member; }
    static constexpr const member_info& info_of(const query_level& level) { return level.info; }

    // The key that a pair's beginning is the beginning of. An element has no segment of its own below
    // its index.
    template <class Begin>
    static constexpr query::key key_of(const query::key* parent, const Begin& begin) noexcept {
        if (begin.size() == 2) return *parent;
        return {parent, {begin.data() + 1, begin.size() - 2}};
    }

    template <scalar T>
    constexpr bool put_scalar(const T& value, const member_info& member) {
        if constexpr (Sink::is_measuring && string_like<T>) {
            const std::string_view text(value);
            // What needs no escape is ASCII.
            const std::size_t bad = sink_.put_escaped(text) ? text.size() : find_bad_utf8(text);
            return bad == text.size() || fail(errc::not_utf8, member, bad);
        } else {
            if constexpr (Sink::is_measuring && blob_like<T>) sink_.see(value.data(), value.size());
            return write_scalar(value, member.traits.format,
                                [&](std::string_view text) { sink_.put_escaped(text); }) ||
                   fail(errc::bad_value, member, 0);
        }
    }

    // What is there in any case.
    template <class T>
    static constexpr bool is_plain_element = scalar<T> && !std::is_pointer_v<T>;

    // Where a list's elements are asked for, when they are measured and when they are written: in their
    // row, if they stand in one.
    template <list_like T>
    static constexpr decltype(auto) elements_of(const T& list) {
        if constexpr (text_row<T>)
            return std::span<const element_of<T>>(list.begin(), list.size());
        else
            return (list);
    }

    // R3, R4. A list or a map, counted from 1, in byte order: InstanceId.1, InstanceId.10,
    // InstanceId.2. No elements, no keys.
    template <list_like T, class Begin, class Member>
    constexpr bool put_list(const T& list, const query::key* parent, const Begin& begin,
                            const Member& member) {
        const std::size_t size = list.size();
        const auto& elements = elements_of(list);
        if constexpr (Sink::is_measuring && requires { list.data(); })
            sink_.see(list.data(), size * sizeof(element_of<T>));
        if constexpr (is_plain_element<element_of<T>> && Sink::is_measuring) {
            sink_.put_list_keys(size, parent, begin);
            if constexpr (text_row<T>)
                if (sink_.put_plain(elements)) return true;
            for (const element_of<T>& element : elements)
                if (!put_scalar(element, info_of(member))) return false;
        } else if constexpr (is_plain_element<element_of<T>>) {
            for (query::list_index index(size); !index.is_end();) {
                const char* const before = sink_.end();
                begin_pair(sink_, parent, begin);
                const char* const after = sink_.end();
                sink_.put_index(index);
                const element_of<T>& element = elements[index.value() - 1];
                put_scalar(element, info_of(member));
                index.advance();
                if constexpr (text_row<T>)
                    if (*before == '&' && !index.is_end() && !std::is_constant_evaluated())
                        sink_.put_pairs(elements, index, {before, after});
            }
        } else {
            std::size_t index = 1;
            for (std::size_t done = 0; done < size; ++done) {
                if (!put_item(elements[index - 1], index, parent, begin, member)) return false;
                index = query::next_in_byte_order(index, size);
            }
        }
        return true;
    }

    template <class T, class Begin, class Member>
    constexpr bool put_item(const T& element, std::size_t index, const query::key* parent,
                            const Begin& begin, const Member& member) {
        const query::key above = key_of(parent, begin);
        const integer_text digits(index);
        const query::key key{&above, digits.view()};
        const Sink before = sink_;
        if (!put_element(element, &key, member)) return false;
        // An element that leaves nothing would leave a gap in the indices.
        if constexpr (Sink::is_measuring)
            if (sink_.size() == before.size())
                return fail(errc::missing_member, info_of(member), 0);
        return true;
    }

    template <class T, class Member>
    constexpr bool put_element(const T& element, const query::key* key, const Member& member) {
        if constexpr (is_map_entry<T>) {
            return put_entry(element, key, member);
        } else if constexpr (has_levels<Protocol, T>) {
            if (is_empty_list(element)) return put_nothing(key, std::array{'&', '='});
            return put_member(element, key, member.element->begin, *member.element);
        } else {
            constexpr char last = is_path<T> ? '.' : '=';
            return put_member(element, key, std::array{'&', last}, info_of(member));
        }
    }

    // R4. Map.entry.1.key, Map.entry.1.value. A structure without a set member leaves its key alone.
    template <class Key, class Value>
    constexpr bool put_entry(const map_entry<Key, Value>& entry, const query::key* key,
                             const query_level& level) {
        if constexpr (Sink::is_measuring)
            if (is_absent(entry.key) || is_absent(entry.value))
                return fail(errc::missing_member, level.info, 0);
        for (const entry_place& place : level.places) {
            if (place.is_key) {
                if (!put_member(entry.key, key, place.begin, level.info)) return false;
            } else if (place.is_empty_list) {
                if (is_empty_list(entry.value)) put_nothing(key, place.begin);
            } else if constexpr (has_levels<Protocol, Value>) {
                if (!put_member(entry.value, key, place.begin, *level.element)) return false;
            } else {
                if (!put_member(entry.value, key, place.begin, level.element->info)) return false;
            }
        }
        return true;
    }

    constexpr bool fail(errc code, const member_info& member, std::size_t offset) noexcept {
        error_ = {code, member.name, offset, 0};
        return false;
    }

    Sink sink_;
    encode_error error_{};
};

}  // namespace ec2wire::detail

#endif
