#ifndef EC2WIRE_CODEC_XML_DECODER_HPP
#define EC2WIRE_CODEC_XML_DECODER_HPP

#include <ec2wire/codec/build.hpp>
#include <ec2wire/codec/decode_attributes.hpp>
#include <ec2wire/codec/fast_reader.hpp>
#include <ec2wire/codec/member_names.hpp>
#include <ec2wire/shape/scalar.hpp>
#include <ec2wire/codec/shape_rows.hpp>
#include <ec2wire/codec/visited_list.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/xml/element_text.hpp>
#include <ec2wire/xml/reader.hpp>

#include <bit>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace ec2wire::detail {

// Reads values token by token, each from its start token to its end token, and lets the fast reader run
// ahead where it can. Each function returns false once the reader has failed. The items of one list
// may be the caller's to see, one by one.
template <class Protocol, prediction Prediction, class Visit>
class xml_decoder {
  public:
    constexpr xml_decoder(xml::reader& in, fast_reader& ahead, std::string_view prefix,
                          Visit& visit)
        : in_(in), ahead_(ahead), prefix_(prefix), visit_(visit) {}

    // The members of the root, and all that follows it.
    template <structure T>
    constexpr bool decode_document(T& target, fast_reader::stop done = {}) {
        return decode_structure(target, done) && in_.next() == xml::token_kind::end_of_input;
    }

    // Whether the fast reader can run ahead in a structure: not where one of its lists is the
    // caller's to see.
    template <structure T>
    static constexpr bool runs_ahead = []<std::size_t... I>(std::index_sequence<I...>) {
        return Prediction == prediction::on && made_of_elements<T> &&
               !(false || ... || Visit::template is_of<T, I>);
    }
    (std::make_index_sequence<field_count<T>>{});

  private:
    [[gnu::noinline]] constexpr std::string_view local_name() const noexcept {
        return local_name_in(in_.name(), prefix_);
    }

    // A value of whatever kind.
    template <class T>
    constexpr bool decode_value(T& target, const member_info& member) {
        if constexpr (is_maybe<T>) {
            return decode_value(target.emplace(), member);
        } else if constexpr (scalar<T>) {
            return decode_scalar(target);
        } else if constexpr (structure<T>) {
            // What the fast reader has left in it counts for nothing.
            if constexpr (Prediction == prediction::on) make_empty(target);
            return decode_structure(target);
        } else if constexpr (nullable<T>) {
            auto* const value = make_value(target, in_.memory());
            if (value == nullptr) return in_.fail(errc::out_of_memory, in_.offset());
            return decode_value(*value, member);
        } else if constexpr (is_map_entry<T>) {
            return decode_entry(target, member);
        } else {
            static_assert(list_like<T>,
                          "ec2wire: a member is a scalar, a string, a structure with fields(), a "
                          "list or a map that can grow, or a std::optional of these");
            return decode_list(target, member);
        }
    }

    template <scalar T>
    [[gnu::noinline]] constexpr bool decode_scalar(T& target) {
        xml::element_text content;
        if (!xml::read_element_text(in_, content)) return false;
        const scalar_fault fault = read_scalar(target, content.text, in_.memory());
        if (!fault) return true;
        return in_.fail(fault.code, content.offset + (content.is_verbatim ? fault.index : 0));
    }

    // Members in any order, each once; what is no member is skipped, and still checked (D10). Of a
    // union one member is there, or none that this version knows; if it is flattened, with each of
    // its items. `done` is how far the fast reader has come in it.
    template <structure T>
    [[gnu::noinline]] constexpr bool decode_structure(T& target, fast_reader::stop done = {}) {
        constexpr auto& names = names_of<T, xml_name_in<Protocol>>;
        if constexpr (has_attributes<T>)
            if (!decode_attributes<Protocol>(in_, target)) return false;
        bool is_seen[names.size() + 1]{};
        for (std::size_t i = 0; i < done.next; ++i) is_seen[i] = true;
        for (;;) {
            if constexpr (runs_ahead<T>)
                if (!std::is_constant_evaluated() && !done.is_in_list)
                    done = ahead_.run(rows_of<Protocol, T>::rows, &target, is_seen, done.next);
            if (!done.is_in_list) {
                if (in_.next_tag() != xml::token_kind::start) break;
                const std::size_t index = find_name(names, local_name(), done.next);
                if (index == names.size()) {
                    if (!in_.skip_element()) return false;
                    continue;
                }
                if (union_shape<T> && done.next != 0 && done.next != index + 1)
                    return in_.fail(errc::duplicate_member, in_.offset());
                done.next = index;
            }
            if (!visit_field<T>(done.next,
                                [&](auto i) { return decode_member<i()>(target, is_seen, done); }))
                return false;
            done = {done.next + 1, false, nullptr};
        }
        return in_.kind() == xml::token_kind::end;
    }

    // A member; or what is left of it, if it is a list that the fast reader has begun.
    template <std::size_t I, structure T>
    constexpr bool decode_member(T& target, bool* is_seen, const fast_reader::stop& done) {
        constexpr auto& field = std::get<I>(fields_of<T>);
        auto& member = place_of<I>(visit_, target);
        using member_type = std::remove_cvref_t<decltype(member)>;
        if constexpr (field.info.traits.xml_attribute) {
            return in_.skip_element();
        } else if constexpr (field.info.traits.flattened) {
            if (!decode_item(append(member, in_.memory()), field.info)) return false;
            end_item(member, in_.memory());
            return true;
        } else {
            if (is_seen[I]) return in_.fail(errc::duplicate_member, in_.offset());
            is_seen[I] = true;
            if constexpr (Prediction == prediction::on && list_member<member_type>) {
                constexpr auto* items = &items_of<Protocol, T, I, contained_in<member_type>>;
                auto& list = begun_list(member, done.is_in_list);
                return decode_list(list, field.info, items, done.pending);
            } else {
                return decode_value(member, field.info);
            }
        }
    }

    template <class Member>
    static constexpr auto& begun_list(Member& member, bool is_begun) {
        if constexpr (is_maybe<Member>) {
            return is_begun ? member.contained() : member.emplace();
        } else {
            return member;
        }
    }

    // P3. The items of a wrapped list, or the entries of a wrapped map.
    //
    //   <instancesSet><item>...</item><item>...</item></instancesSet>
    //                 ----------------------------------------------
    //
    // `items` is what is known of them, if they can be read ahead; `begun` is the element of the first
    // one, if it is in the list already (see fast_reader::stop).
    template <list_like T>
    [[gnu::noinline]] constexpr bool decode_list(T& target, const member_info& member,
                                                 const list_row* items = nullptr,
                                                 void* begun = nullptr) {
        element_of<T>* pending = nullptr;
        if (begun != nullptr) pending = static_cast<element_of<T>*>(begun);
        std::string_view tag;
        std::size_t misses = 0;
        for (;;) {
            // Where nothing comes of it, because each item differs from the one before, it is tried
            // ever more rarely.
            if (!std::is_constant_evaluated() && items != nullptr && pending == nullptr &&
                (misses <= 2 || std::has_single_bit(misses))) {
                const std::size_t before = in_.position();
                pending = static_cast<element_of<T>*>(ahead_.run_items(*items, &target, tag));
                if (in_.position() != before) misses = 0;
            }
            ++misses;
            if (in_.next_tag() != xml::token_kind::start) break;
            if (!is_item_of<T>(member)) {
                if (!in_.skip_element()) return false;
                continue;
            }
            const bool has_attributes = !in_.is_empty_tag() && !in_.attributes().empty();
            tag = has_attributes ? in_.tag() : std::string_view{};
            if (pending == nullptr) pending = append(target, in_.memory());
            if (!decode_item(std::exchange(pending, nullptr), member)) return false;
        }
        finish(target, in_.memory());
        return in_.kind() == xml::token_kind::end;
    }

    // Whether the current element is an item, or something that EC2 has added.
    template <list_like T>
    constexpr bool is_item_of(const member_info& member) const noexcept {
        return map_like<T> ? is_equal(local_name(), "entry") : member.is_item(local_name());
    }

    template <class T>
    constexpr bool decode_item(T* item, const member_info& member) {
        if (item == nullptr) return in_.fail(errc::out_of_memory, in_.offset());
        return decode_element(*item, member);
    }

    // An element of a list, or a value of a map. One that is a list or a map itself has names of its
    // own.
    template <class T>
    constexpr bool decode_element(T& element, const member_info& member) {
        using value = contained_in<T>;
        if constexpr (list_like<value> && !scalar<value>)
            return decode_value(element, member.element());
        else
            return decode_value(element, member);
    }

    // P3. One entry of a map, which has both a key and a value, unless the value's type may be absent.
    //
    //   <entry><key>Environment</key><value>production</value></entry>
    //          -------------------------------------------------------
    template <class Key, class Value>
    constexpr bool decode_entry(map_entry<Key, Value>& entry, const member_info& member) {
        bool has_key = false;
        bool has_value = false;
        while (in_.next_tag() == xml::token_kind::start) {
            const bool is_key = is_equal(local_name(), member.key_name());
            if (!is_key && !is_equal(local_name(), member.value_name())) {
                if (!in_.skip_element()) return false;
                continue;
            }
            if (std::exchange(is_key ? has_key : has_value, true))
                return in_.fail(errc::duplicate_member, in_.offset());
            if (!(is_key ? decode_value(entry.key, member) : decode_element(entry.value, member)))
                return false;
        }
        if (in_.kind() != xml::token_kind::end) return false;
        if (has_key && (has_value || is_maybe<Value> || nullable<Value>)) return true;
        return in_.fail(errc::missing_member, in_.offset());
    }

    xml::reader& in_;
    fast_reader& ahead_;
    std::string_view prefix_;
    Visit& visit_;
};

}  // namespace ec2wire::detail

#endif
