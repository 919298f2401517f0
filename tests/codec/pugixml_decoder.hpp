#ifndef EC2WIRE_TESTS_CODEC_PUGIXML_DECODER_HPP
#define EC2WIRE_TESTS_CODEC_PUGIXML_DECODER_HPP

#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/scalar.hpp>

#include "codec/bitwise_equal.hpp"
#include "codec/protocols.hpp"

#include <pugixml.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// A simple decoder of replies over fields() and the tree of another parser, pugixml, to check decode_xml
// against. It shares no table and no engine with decode_xml.
namespace ec2wire::tests {

template <class Protocol>
class dom {
  public:
    // Whether pugixml parsed the document. It need not be valid: pugixml checks little.
    explicit dom(std::string_view bytes) {
        constexpr unsigned options = pugi::parse_minimal | pugi::parse_cdata | pugi::parse_escapes |
                                     pugi::parse_eol | pugi::parse_ws_pcdata |
                                     pugi::parse_wconv_attribute;
        is_parsed_ = static_cast<bool>(
            document_.load_buffer(bytes.data(), bytes.size(), options, pugi::encoding_utf8));
        const std::string_view root = document_.document_element().name();
        prefix_ = root.substr(0, root.find(':') + 1);
    }

    bool is_parsed() const { return is_parsed_; }
    pugi::xml_node root() const { return document_.document_element(); }

    // Returns the element's only child with that name; nothing if there is none.
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
        if constexpr (has_result<Protocol>) {
            const std::string name =
                std::string(T::operation) + std::string(Protocol::result_suffix);
            return holds_members(answer, child(root(), name));
        } else {
            return holds_members(answer, root());
        }
    }

  private:
    // P2 (names and namespaces). Returns the name without its prefix, if the prefix is the root's or is bound
    // to the same namespace; else an empty name, which no member has.
    std::string_view local_name(pugi::xml_node element) const {
        const std::string_view name = element.name();
        const std::string_view prefix = name.substr(0, name.find(':') + 1);
        if (prefix == prefix_) return name.substr(prefix.size());
        const std::string own = namespace_of(root(), prefix_);
        return !own.empty() && namespace_of(element, prefix) == own ? name.substr(prefix.size())
                                                                    : std::string_view{};
    }

    // Returns the namespace of a prefix, given with its colon; empty if it is not bound.
    static std::string namespace_of(pugi::xml_node element, std::string_view prefix) {
        std::string declaration = "xmlns";
        if (!prefix.empty()) declaration += ":" + std::string(prefix.substr(0, prefix.size() - 1));
        for (; element; element = element.parent())
            if (const auto attribute = element.attribute(declaration.c_str()))
                return attribute.value();
        return {};
    }

    // P4a (names of the request id). Returns every element that may be a member.
    std::vector<pugi::xml_node> children_of(pugi::xml_node element, const member_info& info) const {
        if (!info.traits.request_id) return children(element, Protocol::xml_name(info));
        std::vector<pugi::xml_node> all;
        for (const std::string_view name : {"requestId", "RequestId", "requestID"})
            for (const pugi::xml_node found : children(element, name)) all.push_back(found);
        return all;
    }

    // P4 (empty and padded values). A number, boolean or timestamp of white space alone is absent.
    template <class T>
    static bool is_absent(pugi::xml_node element) {
        if constexpr (scalar<T> && !string_like<T> && !blob_like<T>)
            return text_of(element).find_first_not_of(" \t\r\n") == std::string::npos;
        else
            return false;
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
            constexpr auto& field = field_at<i()>(fields_of<T>);
            const auto& member = value.*field.pointer;
            const auto found = children_of(element, field.info);
            if constexpr (field.info.traits.xml_attribute ||
                          (field.info.traits.request_id && has_result<Protocol>)) {
                return true;  // not in this element
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
            if (!found.empty() && is_absent<std::remove_cvref_t<decltype(*member)>>(found[0]))
                return !member.has_value();
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
                       is_bitwise_equal(value, wanted);
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

    // The items of an element that is a list or map itself are described by info.element().
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

}  // namespace ec2wire::tests

#endif
