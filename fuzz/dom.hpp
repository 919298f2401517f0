#ifndef EC2WIRE_FUZZ_DOM_HPP
#define EC2WIRE_FUZZ_DOM_HPP

#include <ec2wire/codec/document.hpp>
#include <ec2wire/shape/scalar.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/kind.hpp>

#include "codec/identical.hpp"

#include <pugixml.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

// What decode_xml gives beside what the tree of pugixml holds.
namespace ec2wire::fuzz {

template <class Protocol>
class dom {
  public:
    // Whether the tree is there. It need not be valid: pugixml checks little.
    explicit dom(std::string_view bytes) {
        constexpr unsigned options = pugi::parse_minimal | pugi::parse_cdata | pugi::parse_escapes |
                                     pugi::parse_eol | pugi::parse_ws_pcdata;
        is_parsed_ = static_cast<bool>(
            document_.load_buffer(bytes.data(), bytes.size(), options, pugi::encoding_utf8));
        const std::string_view root = document_.document_element().name();
        prefix_ = root.substr(0, root.find(':') + 1);
    }

    bool is_parsed() const { return is_parsed_; }
    pugi::xml_node root() const { return document_.document_element(); }

    // The element's only child of that name; nothing if there is none.
    pugi::xml_node child(pugi::xml_node element, std::string_view name) const {
        const auto found = children(element, name);
        return found.empty() ? pugi::xml_node{} : found.front();
    }

    static std::string text_of(pugi::xml_node element) {
        std::string text;
        for (const pugi::xml_node node : element.children())
            if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
                text += node.value();
        return text;
    }

    template <message_shape T>
    bool holds(const T& answer) const {
        if constexpr (detail::has_result<Protocol>) {
            constexpr auto& name = detail::result_name<T>;
            return holds_members(answer, child(root(), std::string_view(name.data(), name.size())));
        } else {
            return holds_members(answer, root());
        }
    }

  private:
    // P2. The name without the root's prefix; empty, which no member is called, if it has another.
    std::string_view local_name(pugi::xml_node element) const {
        const std::string_view name = element.name();
        return name.starts_with(prefix_) ? name.substr(prefix_.size()) : std::string_view{};
    }

    std::vector<pugi::xml_node> children(pugi::xml_node element, std::string_view name) const {
        std::vector<pugi::xml_node> found;
        for (const pugi::xml_node node : element.children())
            if (node.type() == pugi::node_element && local_name(node) == name)
                found.push_back(node);
        return found;
    }

    template <structure T>
    bool holds_members(const T& value, pugi::xml_node element) const {
        return for_each_field<T>([&](auto i) {
            constexpr auto& field = std::get<i()>(fields_of<T>);
            const auto& member = value.*field.pointer;
            const auto found = children(element, Protocol::xml_name(field.info));
            if constexpr (field.info.traits.xml_attribute ||
                          (field.info.traits.request_id && detail::has_result<Protocol>)) {
                return true;  // stands elsewhere
            } else if constexpr (field.info.traits.flattened) {
                if (found.size() != member.size()) return false;
                for (std::size_t at = 0; at < found.size(); ++at)
                    if (!holds_item(member[at], found[at], field.info)) return false;
                return true;
            } else {
                return holds_member(member, found, field.info);
            }
        });
    }

    template <class T>
    bool holds_member(const T& member, const std::vector<pugi::xml_node>& found,
                      const member_info& info) const {
        if (found.size() > 1) return false;
        if constexpr (detail::is_maybe<T>) {
            return member.has_value() == !found.empty() &&
                   (found.empty() || holds_value(member.contained(), found[0], info));
        } else if constexpr (nullable<T>) {
            return member.has_value() == !found.empty() &&
                   (found.empty() || holds_value(*member, found[0], info));
        } else {
            return found.empty() ? is_empty(member) : holds_value(member, found[0], info);
        }
    }

    template <class T>
    static bool is_empty(const T& member) {
        if constexpr (requires { member.size(); })
            return member.size() == 0;
        else
            return true;
    }

    template <class T>
    bool holds_value(const T& value, pugi::xml_node element, const member_info& info) const {
        if constexpr (scalar<T>) {
            if constexpr (string_like<T>) {
                return std::string_view(value) == text_of(element);
            } else {
                scratch memory;
                T wanted{};
                const std::string text = text_of(element);
                return !detail::read_scalar(wanted, text, memory) &&
                       tests::is_identical(value, wanted);
            }
        } else if constexpr (structure<T>) {
            return holds_members(value, element);
        } else {
            return holds_items(value, element, info);
        }
    }

    template <class T>
    bool holds_items(const T& list, pugi::xml_node element, const member_info& info) const {
        std::size_t at = 0;
        for (const pugi::xml_node node : element.children()) {
            if (node.type() != pugi::node_element) continue;
            const bool is_item =
                map_like<T> ? local_name(node) == "entry" : info.is_item(local_name(node));
            if (!is_item) continue;
            if (at == list.size() || !holds_item(list[at++], node, info)) return false;
        }
        return at == list.size();
    }

    template <class T>
    bool holds_item(const T& item, pugi::xml_node element, const member_info& info) const {
        if constexpr (detail::is_map_entry<T>) {
            return holds_member(item.key, children(element, info.key_name()), info) &&
                   holds_element(item.value, child(element, info.value_name()), info);
        } else {
            return holds_element(item, element, info);
        }
    }

    // An element that is a list itself has names of its own.
    template <class T>
    bool holds_element(const T& item, pugi::xml_node element, const member_info& info) const {
        if constexpr (list_like<T> && !scalar<T>)
            return holds_value(item, element, info.element());
        else
            return holds_value(item, element, info);
    }

    pugi::xml_document document_{};
    std::string prefix_{};
    bool is_parsed_ = false;
};

}  // namespace ec2wire::fuzz

#endif
