#ifndef EC2WIRE_CODEC_XML_DECODER_HPP
#define EC2WIRE_CODEC_XML_DECODER_HPP

#include <ec2wire/codec/build.hpp>
#include <ec2wire/codec/decode_attributes.hpp>
#include <ec2wire/codec/document.hpp>
#include <ec2wire/codec/item_predictor.hpp>
#include <ec2wire/codec/member_names.hpp>
#include <ec2wire/codec/reply.hpp>
#include <ec2wire/codec/scalar.hpp>
#include <ec2wire/codec/visited_list.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/xml/element_text.hpp>
#include <ec2wire/xml/reader.hpp>

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

template <class T>
inline constexpr bool is_error_document = false;
template <class Entry>
inline constexpr bool is_error_document<basic_error_document<Entry>> = true;

// Whether the items of a list may be read ahead of the strict reader. Without, it is the strict
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
        if (in_.next_tag() != xml::token_kind::start) return fail(answer);
        const std::size_t root = in_.offset();
        const std::string_view name = take_prefix(in_.name());
        if (is_root<T>(name)) {
            if (!decode_answer(*answer)) fail(answer);
        } else if (error_document::is_root(name)) {
            decode_service_error(answer, root);
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
    template <message_shape T>
    constexpr void fail(reply<T>& answer) const {
        answer = unexpected(reply_error{in_.error(), {}});
    }

    // E1. A document that reports an error, whose root stands at `root`.
    template <message_shape T>
    [[gnu::noinline]] constexpr void decode_service_error(reply<T>& answer, std::size_t root) {
        error_document document;
        if (!decode_document(document)) return fail(answer);
        answer = document.has_error()
                     ? unexpected(reply_error{{errc::service_error, root}, error_in(document)})
                     : unexpected(reply_error{{errc::wrong_root, root + 1}, {}});
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
        return decode_structure(target) && in_.next() == xml::token_kind::end_of_input;
    }

    // From a start token to its end token, into a value of whatever kind.
    // Items are the elements of its own items, if it is a list that is a member; else void.
    template <class Items, class T>
    constexpr bool decode_value(T& target, const member_info& member) {
        if constexpr (is_maybe<T>) {
            return decode_value<Items>(target.emplace(), member);
        } else if constexpr (scalar<T>) {
            return decode_scalar(target);
        } else if constexpr (structure<T>) {
            return decode_structure(target);
        } else if constexpr (nullable<T>) {
            auto* const value = make_value(target, in_.memory());
            if (value == nullptr) return in_.fail(errc::out_of_memory, in_.offset());
            return decode_value<Items>(*value, member);
        } else if constexpr (is_map_entry<T>) {
            return decode_entry(target, member);
        } else {
            static_assert(list_like<T>,
                          "ec2wire: a member is a scalar, a string, a structure with fields(), a "
                          "list or a map that can grow, or a std::optional of these");
            return decode_list<Items>(target, member);
        }
    }

    template <scalar T>
    constexpr bool decode_scalar(T& target) {
        xml::element_text content;
        if (!xml::read_element_text(in_, content)) return false;
        const scalar_fault fault = read_scalar(target, content.text, in_.memory());
        if (!fault) return true;
        return in_.fail(fault.code, content.offset + (content.is_verbatim ? fault.index : 0));
    }

    // Members in any order, each once; what is no member is skipped, and still checked (D10). Of a
    // union one member is there, or none that this version knows.
    template <structure T>
    constexpr bool decode_structure(T& target) {
        constexpr auto& names = names_of<T, xml_name_in<Protocol>>;
        if constexpr (has_attributes<T>)
            if (!decode_attributes<Protocol>(in_, target)) return false;
        bool is_seen[names.size() + 1]{};
        std::size_t expected = 0;
        while (in_.next_tag() == xml::token_kind::start) {
            const std::size_t index = find_name(names, local_name(), expected);
            if (index == names.size()) {
                if (!in_.skip_element()) return false;
                continue;
            }
            if (union_shape<T> && expected != 0)
                return in_.fail(errc::duplicate_member, in_.offset());
            expected = index + 1;
            const bool is_good = visit_field<T>(index, [&](auto i) {
                constexpr auto& field = std::get<i()>(fields_of<T>);
                auto& member = place_of<i()>(target);
                if constexpr (field.info.traits.xml_attribute) {
                    return in_.skip_element();
                } else if constexpr (field.info.traits.flattened) {
                    return decode_item(append(member, in_.memory()), field.info) &&
                           end_item(member);
                } else {
                    if (is_seen[i()]) return in_.fail(errc::duplicate_member, in_.offset());
                    is_seen[i()] = true;
                    // An error is too short for looking ahead to pay.
                    using items = std::conditional_t<is_error_document<T>, void,
                                                     item_element<Protocol, T, i()>>;
                    return decode_value<items>(member, field.info);
                }
            });
            if (!is_good) return false;
        }
        return in_.kind() == xml::token_kind::end;
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
    template <class Items, list_like T>
    constexpr bool decode_list(T& target, const member_info& member) {
        if constexpr (Prediction == prediction::on && !std::is_void_v<Items> &&
                      gap_count<element_of<T>, 0>() != 0)
            if (!std::is_constant_evaluated() && prefix_.empty() && !in_.is_empty_tag())
                return decode_predicted_list<Items>(target, member);
        while (in_.next_tag() == xml::token_kind::start)
            if (!decode_child(target, nullptr, member)) return false;
        finish(target, in_.memory());
        return in_.kind() == xml::token_kind::end;
    }

    // The same, but as many items as possible are read ahead.
    template <class Items, list_like T>
    bool decode_predicted_list(T& target, const member_info& member) {
        item_predictor<Protocol, Items, element_of<T>> ahead(in_);
        for (;;) {
            auto* const pending = ahead.pass_items(target);
            const char* const begin = ahead.begin();
            if (in_.next_tag() != xml::token_kind::start) break;
            if (!decode_child(target, pending, member)) return false;
            ahead.learn(begin);
        }
        finish(target, in_.memory());
        return in_.kind() == xml::token_kind::end;
    }

    // An item, or something that EC2 has added. `item` is the item's element, if it has one already.
    template <list_like T>
    constexpr bool decode_child(T& target, element_of<T>* item, const member_info& member) {
        if (!(map_like<T> ? is_equal(local_name(), "entry") : member.is_item(local_name())))
            return in_.skip_element();
        return decode_item(item != nullptr ? item : append(target, in_.memory()), member);
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
        if constexpr (list_like<T> && !scalar<T>) {
            return decode_value<void>(element, member.element());
        } else {
            return decode_value<void>(element, member);
        }
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
            if (!(is_key ? decode_value<void>(entry.key, member)
                         : decode_element(entry.value, member)))
                return false;
        }
        if (in_.kind() != xml::token_kind::end) return false;
        if (has_key && (has_value || is_maybe<Value> || nullable<Value>)) return true;
        return in_.fail(errc::missing_member, in_.offset());
    }

    xml::reader in_;
    [[no_unique_address]] Visit visit_;
    std::string_view prefix_{};
};

}  // namespace ec2wire::detail

#endif
