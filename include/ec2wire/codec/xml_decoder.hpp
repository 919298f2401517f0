#ifndef EC2WIRE_CODEC_XML_DECODER_HPP
#define EC2WIRE_CODEC_XML_DECODER_HPP

#include <ec2wire/codec/build.hpp>
#include <ec2wire/codec/decode_attributes.hpp>
#include <ec2wire/codec/document.hpp>
#include <ec2wire/codec/fast_reader.hpp>
#include <ec2wire/codec/member_names.hpp>
#include <ec2wire/codec/reply.hpp>
#include <ec2wire/codec/root_tag.hpp>
#include <ec2wire/codec/scalar.hpp>
#include <ec2wire/codec/shape_rows.hpp>
#include <ec2wire/codec/visited_list.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/xml/element_text.hpp>
#include <ec2wire/xml/reader.hpp>

#include <bit>
#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace ec2wire::detail {

template <class Protocol>
struct xml_name_in {
    constexpr std::string_view operator()(const member_info& member) const noexcept {
        return Protocol::xml_name(member);
    }
};

// Whether the fast reader may run ahead of the strict one. Without, it is the strict
// engine alone, which defines what is right and which the tests compare with.
enum class prediction : bool { off, on };

// Reads one reply token by token. Each function returns false once the reader has failed. The items of
// one list may be the caller's to see, one by one.
template <class Protocol, prediction Prediction, class Visit>
class xml_decoder {
  public:
    constexpr xml_decoder(std::string_view bytes, scratch& memory, Visit visit)
        : in_(bytes, memory), visit_(visit) {}

    // `answer` holds an empty value before.
    template <message_shape T>
    constexpr void decode(reply<T>& answer) {
        if constexpr (Prediction == prediction::on)
            if (!std::is_constant_evaluated() && decode_printed(answer)) return;
        if (in_.next_tag() != xml::token_kind::start) return fail(answer);
        const std::size_t root = in_.offset();
        const std::string_view name = take_prefix(in_.name());
        if (is_root<T>(name)) {
            if (!decode_answer(*answer)) fail(answer);
        } else if (error_document::is_root(name)) {
            answer = unexpected(read_error(root));
        } else {
            in_.fail(errc::wrong_root, root + 1);
            fail(answer);
        }
    }

    // The first error of a document that reports errors, as the service describes it (E1).
    template <structure T>
    constexpr result<T, decode_error> decode_error_entry() {
        result<T, decode_error> entry(std::in_place);
        if (in_.next_tag() != xml::token_kind::start) return unexpected(in_.error());
        const std::size_t root = in_.offset();
        const std::string_view name = take_prefix(in_.name());
        basic_error_document<T> document;
        const bool is_bare = name == "Error";
        if (!document.is_root(name)) in_.fail(errc::wrong_root, root + 1);
        if (!(is_bare ? decode_document(*entry) : decode_document(document)))
            return unexpected(in_.error());
        if (is_bare) return entry;
        if (document.first() == nullptr)
            return unexpected(decode_error{errc::wrong_root, root + 1});
        *entry = *document.first();
        return entry;
    }

  private:
    // A document that begins as EC2 prints it; or nothing is read, and the answer is false.
    template <message_shape T>
    bool decode_printed(reply<T>& answer) {
        if (!pass_root_tag<T>(in_)) {
            if (!pass_error_tag(in_)) return false;
            answer = unexpected(read_error(in_.offset()));
            return true;
        }
        if constexpr (runs_ahead<T> && !has_result<Protocol> && has_root_skeleton<T>()) {
            ahead_.begin();
            fast_reader::stop stop{};
            if (pass_printed_root<Protocol>(*answer, in_, ahead_, stop)) return true;
            is_resumed_ = stop.is_in_list;
            pending_ = stop.pending;
            if (!decode_structure(*answer, stop.next) ||
                in_.next() != xml::token_kind::end_of_input)
                fail(answer);
        } else if (!decode_answer(*answer)) {
            fail(answer);
        }
        return true;
    }

    template <message_shape T>
    constexpr void fail(reply<T>& answer) const {
        answer = unexpected(reply_error{in_.error(), {}});
    }

    // E1. What a document says that reports an error, and whose root stands at `root`.
    [[gnu::noinline]] constexpr reply_error read_error(std::size_t root) {
        error_document document;
        bool is_printed = false;
        if constexpr (Prediction == prediction::on && !has_result<Protocol>)
            if (!std::is_constant_evaluated()) is_printed = pass_printed_error(document);
        if (!is_printed && !decode_document(document)) return reply_error{in_.error(), {}};
        if (!document.has_error()) return reply_error{{errc::wrong_root, root + 1}, {}};
        return reply_error{{errc::service_error, root}, error_in(document)};
    }

    // The same as EC2 prints it; or nothing is read, and the answer is false.
    bool pass_printed_error(error_document& document) {
        if (!prefix_.empty() || in_.is_empty_tag()) return false;
        const auto* const mark = in_.memory().mark();
        printed_error printed;
        root_reader<Protocol, false, printed_error> root(ahead_);
        ahead_.begin();
        if (root.pass(printed, in_.rest().data()) && !printed.errors.empty()) {
            document.wrapped = printed.errors;
            document.request_id_of_ec2 = printed.request_id;
            return true;
        }
        in_.memory().rewind(mark);
        return false;
    }

    // P1. <StopInstancesResponse> for StopInstances.
    template <message_shape T>
    static constexpr bool is_root(std::string_view name) noexcept {
        constexpr std::string_view operation = T::operation;
        return name.size() == operation.size() + Protocol::root_suffix.size() &&
               name.starts_with(operation) && name.ends_with(Protocol::root_suffix);
    }

    // P2. The root's prefix is every member's: <e:StopInstancesResponse> has an <e:requestId>.
    constexpr std::string_view take_prefix(std::string_view root) noexcept {
        prefix_ = root.substr(0, root.find(':') + 1);
        return root.substr(prefix_.size());
    }

    // The current element's name without that prefix; empty, which no member is called, if it has
    // another.
    constexpr std::string_view local_name() const noexcept {
        const std::string_view name = in_.name();
        if (prefix_.empty()) return name;
        return name.starts_with(prefix_) ? name.substr(prefix_.size()) : std::string_view{};
    }

    template <message_shape T>
    constexpr bool decode_answer(T& answer) {
        if constexpr (has_result<Protocol>) {
            result_document<T> document;
            if (!decode_document(document)) return false;
            take_answer(answer, document);
            return true;
        } else {
            return decode_document(answer);
        }
    }

    template <structure T>
    constexpr bool decode_document(T& target) {
        if (!std::is_constant_evaluated() && prefix_.empty() && !in_.is_empty_tag()) ahead_.begin();
        if (!decode_structure(target)) return false;
        return in_.next() == xml::token_kind::end_of_input;
    }

    // From a start token to its end token, into a value of whatever kind. `items` is what is
    // known of its items, if it is a list that can be read ahead; else null.
    template <class T>
    constexpr bool decode_value(T& target, const member_info& member,
                                const list_row* items = nullptr) {
        if constexpr (is_maybe<T>) {
            return decode_value(is_resumed_ ? target.contained() : target.emplace(), member, items);
        } else if constexpr (scalar<T>) {
            return decode_scalar(target);
        } else if constexpr (structure<T>) {
            // What the fast reader has left in it counts for nothing.
            if constexpr (Prediction == prediction::on) target = T{};
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
            return decode_list(target, member, items);
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
    // its items. All before the member `expected` are there already.
    template <structure T>
    [[gnu::noinline]] constexpr bool decode_structure(T& target, std::size_t expected = 0) {
        constexpr auto& names = names_of<T, xml_name_in<Protocol>>;
        if constexpr (has_attributes<T>)
            if (!decode_attributes<Protocol>(in_, target)) return false;
        bool is_seen[names.size() + 1]{};
        for (std::size_t i = 0; i < expected; ++i) is_seen[i] = true;
        bool is_in_order = true;
        for (;;) {
            if constexpr (runs_ahead<T>)
                if (!std::is_constant_evaluated() && is_in_order && !is_resumed_)
                    expected = run_ahead(target, is_seen, expected);
            std::size_t index = expected;
            if (!is_resumed_) {
                if (in_.next_tag() != xml::token_kind::start) break;
                index = find_name(names, local_name(), expected);
                if (index == names.size()) {
                    if (!in_.skip_element()) return false;
                    continue;
                }
                if (union_shape<T> && expected != 0 && expected != index + 1)
                    return in_.fail(errc::duplicate_member, in_.offset());
                is_in_order = index >= expected;
            }
            expected = index + 1;
            if (!visit_field<T>(index, [&](auto i) { return decode_member<i()>(target, is_seen); }))
                return false;
        }
        return in_.kind() == xml::token_kind::end;
    }

    // Whether the fast reader can run ahead in a structure: not where one of its lists is the
    // caller's to see.
    template <structure T>
    static constexpr bool runs_ahead = []<std::size_t... I>(std::index_sequence<I...>) {
        return Prediction == prediction::on && made_of_elements<T> &&
               !(false || ... || Visit::template is_of<T, I>);
    }
    (std::make_index_sequence<field_count<T>>{});

    // Returns the index of the member that comes next; it is begun already if is_resumed_.
    template <structure T>
    std::size_t run_ahead(T& target, bool* is_seen, std::size_t expected) {
        const fast_reader::stop stop =
            ahead_.run(rows_of<Protocol, T>::rows, &target, is_seen, expected);
        is_resumed_ = stop.is_in_list;
        pending_ = stop.pending;
        return stop.next;
    }

    // From a member's start token to its end token.
    template <std::size_t I, structure T>
    constexpr bool decode_member(T& target, bool* is_seen) {
        constexpr auto& field = std::get<I>(fields_of<T>);
        auto& member = place_of<I>(target);
        if constexpr (field.info.traits.xml_attribute) {
            return in_.skip_element();
        } else if constexpr (field.info.traits.flattened) {
            return decode_item(append(member, in_.memory()), field.info) && end_item(member);
        } else {
            if (is_seen[I]) return in_.fail(errc::duplicate_member, in_.offset());
            is_seen[I] = true;
            using value = contained_in<std::remove_cvref_t<decltype(member)>>;
            const list_row* items = nullptr;
            if constexpr (Prediction == prediction::on && list_ahead<value>)
                items = &items_of<Protocol, T, I, value>;
            return decode_value(member, field.info, items);
        }
    }

    // Where a member goes.
    template <std::size_t I, structure T>
    constexpr auto& place_of(T& target) noexcept {
        if constexpr (Visit::template is_of<T, I>) {
            return visit_.list;
        } else {
            return target.*std::get<I>(fields_of<T>).pointer;
        }
    }

    // P3. The items of a flattened list may be anywhere among the other members, so none is the last.
    template <class List>
    constexpr bool end_item(List& list) {
        if constexpr (requires { list.hand_over(in_.memory()); }) list.hand_over(in_.memory());
        return true;
    }

    // P3. The items of a wrapped list, or the entries of a wrapped map.
    //
    //   <instancesSet><item>...</item><item>...</item></instancesSet>
    //                 ----------------------------------------------
    template <list_like T>
    [[gnu::noinline]] constexpr bool decode_list(T& target, const member_info& member,
                                                 const list_row* items) {
        element_of<T>* pending = nullptr;
        if (std::exchange(is_resumed_, false)) pending = static_cast<element_of<T>*>(pending_);
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
            tag = in_.is_empty_tag() ? std::string_view{} : in_.tag();
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

    xml::reader in_;
    [[no_unique_address]] Visit visit_;
    std::string_view prefix_{};
    fast_reader ahead_{in_};
    // Whether the list that is decoded next has been begun by the fast reader, and the element that
    // its next item has already, if any.
    bool is_resumed_ = false;
    void* pending_ = nullptr;
};

}  // namespace ec2wire::detail

#endif
