#ifndef EC2WIRE_CODEC_XML_DECODER_HPP
#define EC2WIRE_CODEC_XML_DECODER_HPP

#include <ec2wire/codec/build.hpp>
#include <ec2wire/codec/item_predictor.hpp>
#include <ec2wire/codec/member_names.hpp>
#include <ec2wire/codec/reply.hpp>
#include <ec2wire/codec/scalar.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/xml/element_text.hpp>
#include <ec2wire/xml/reader.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>

namespace ec2wire::detail {

template <class Protocol>
struct xml_name_in {
    constexpr std::string_view operator()(const member_info& member) const noexcept {
        return Protocol::xml_name(member);
    }
};

// Whether the items of a list may be read ahead of the strict reader. Without, it is the strict
// engine alone, which defines what is right and which the tests compare with.
enum class prediction : bool { off, on };

// Reads one reply token by token. Each function returns false once the reader has failed.
template <class Protocol, prediction Prediction>
class xml_decoder {
  public:
    constexpr xml_decoder(std::string_view bytes, scratch& memory) noexcept : in_(bytes, memory) {}

    template <message_shape T>
    constexpr reply<T> decode() {
        if (in_.next_tag() != xml::token_kind::start) return failure();
        const std::size_t root = in_.offset();
        const std::string_view name = take_prefix(in_.name());
        if (error_document::is_root(name)) {
            error_document document;
            if (!decode_document(document)) return failure();
            if (!document.has_error())
                return unexpected(reply_error{{errc::wrong_root, root + 1}, {}});
            return unexpected(reply_error{{errc::service_error, root}, document.first()});
        }
        reply<T> answer(std::in_place);
        if (!is_root<T>(name)) in_.fail(errc::wrong_root, root + 1);
        if (!decode_document(*answer)) return failure();
        return answer;
    }

  private:
    constexpr unexpected<reply_error> failure() const noexcept {
        return unexpected(reply_error{in_.error(), {}});
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
        } else {
            static_assert(list_like<T>,
                          "ec2wire: a member is a scalar, a string, a structure with "
                          "fields(), a list that can grow, or a std::optional of these");
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

    // Members in any order, each once; what is no member is skipped, and still checked (D10).
    template <structure T>
    constexpr bool decode_structure(T& target) {
        constexpr auto& names = names_of<T, xml_name_in<Protocol>>;
        bool is_seen[names.size() + 1]{};
        std::size_t expected = 0;
        while (in_.next_tag() == xml::token_kind::start) {
            const std::size_t index = find_name(names, local_name(), expected);
            if (index == names.size()) {
                if (!in_.skip_element()) return false;
                continue;
            }
            expected = index + 1;
            const bool is_good = visit_field<T>(index, [&](auto i) {
                constexpr auto& field = std::get<i()>(fields_of<T>);
                auto& member = target.*field.pointer;
                if constexpr (field.info.traits.flattened) {
                    return decode_item(append(member, in_.memory()), field.info);
                } else {
                    if (is_seen[i()]) return in_.fail(errc::duplicate_member, in_.offset());
                    is_seen[i()] = true;
                    // An error is too short for looking ahead to pay.
                    using items = std::conditional_t<std::same_as<T, error_document>, void,
                                                     item_element<T, i()>>;
                    return decode_value<items>(member, field.info);
                }
            });
            if (!is_good) return false;
        }
        return in_.kind() == xml::token_kind::end;
    }

    // P3. The items of a wrapped list.
    //
    //   <instancesSet><item>...</item><item>...</item></instancesSet>
    //                 ----------------------------------------------
    template <class Items, list_like T>
    constexpr bool decode_list(T& target, const member_info& member) {
        static_assert(!map_like<T>, "ec2wire: maps are decoded by a later version");
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
        if (!member.is_item(local_name())) return in_.skip_element();
        return decode_item(item != nullptr ? item : append(target, in_.memory()), member);
    }

    template <class T>
    constexpr bool decode_item(T* item, const member_info& member) {
        if (item == nullptr) return in_.fail(errc::out_of_memory, in_.offset());
        return decode_value<void>(*item, member);
    }

    xml::reader in_;
    std::string_view prefix_{};
};

}  // namespace ec2wire::detail

#endif
