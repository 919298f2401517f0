#ifndef EC2WIRE_ENGINE_XML_NAMES_HPP
#define EC2WIRE_ENGINE_XML_NAMES_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/engine/xml_declarations.hpp>
#include <ec2wire/engine/xml_values.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/xml/attribute.hpp>
#include <ec2wire/xml/markup.hpp>
#include <ec2wire/xml/reader.hpp>
#include <ec2wire/xml/scan.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// Decides which elements belong to a reply, and which member an element is.

// P4a (names of the request id). Whether a name is one of its three.
constexpr bool is_request_id_name(std::string_view name) noexcept {
    return name == "requestId" || name == "RequestId" || name == "requestID";
}

// Returns the index of the member that is an element with a name, or the structure's count if there is none; a
// request id may have any of its names, unless another element has that name. The search begins
// at the expected member and wraps around, since members are mostly in the order of the table, though some
// are absent.
EC2WIRE_NOINLINE inline std::size_t find_member(const structure_schema& structure,
                                                std::string_view name,
                                                std::size_t expected) noexcept {
    const std::size_t count = structure.count;
    std::size_t index = expected < count ? expected : 0;
    for (std::size_t tried = 0; tried < count; ++tried) {
        const member_schema& row = structure.members[index];
        if (is_equal(row.xml.view(), name) && !row.is_attribute) return index;
        if (++index == count) index = 0;
    }
    return structure.has_request_id && is_request_id_name(name) ? request_id_index(structure)
                                                                : count;
}

// P3 (lists and maps). Whether an element with this name is an item of the list, or an entry of the map.
inline bool is_item_name(const member_schema& item, std::string_view name) noexcept {
    if (item.xml.size() != 0) return is_equal(name, item.xml.view());
    return is_equal(name, "item") || is_equal(name, "member");
}

// P3 (maps). Whether an entry has its key and its value, unless the value may be absent.
inline bool is_whole_entry(const xml_values::open_value& entry) noexcept {
    const member_schema& value = entry.structure->members[1];
    return entry.seen.has(0) && (entry.seen.has(1) || value.type->can_be_absent);
}

// P2 (names and namespaces). An element belongs to the reply if its prefix is the root's, or is bound to the
// same namespace.
//
//   <a:R xmlns:a="u" xmlns="u"><m/></a:R>    <m/> belongs to it
class xml_names {
  public:
    constexpr xml_names() noexcept = default;
    // Takes the prefix of the root, whose start tag the reader has just read.
    explicit xml_names(const xml::reader& in) noexcept : prefix_(prefix_of(in.name())) {}

    bool are_unprefixed() const noexcept { return prefix_.empty(); }

    static std::string_view local_name_of_root(const xml::reader& in) noexcept {
        return in.name().substr(find_colon(in.name()));
    }

    // Adds the namespace declarations of the current element to those that are in force. False if there is no
    // memory. The few and plain attributes of most roots are searched each time instead.
    bool declare(xml::reader& in, const xml_declarations*& declared) noexcept {
        const std::string_view attributes = in.attributes();
        if (attributes.empty()) return true;
        if (in.depth() == 1) {
            if (are_few_and_plain(attributes)) return true;
            is_root_declared_ = true;
            if (!keep_root_namespace(in)) return false;
        }
        xml_declarations::drop_closed(declared, in.open_elements());
        return xml_declarations::add(declared, attributes, in.name(), in.depth(),
                                     root_namespace(in), in.memory());
    }

    // Returns the name of the current element without its prefix; empty if it does not belong to the reply.
    std::string_view local_name(xml::reader& in, const xml_declarations*& declared) noexcept {
        const std::string_view name = in.name();
        const std::size_t colon = find_colon(name);
        if (colon == prefix_.size() && is_equal(name.data(), prefix_.data(), colon))
            return name.substr(colon);
        xml_declarations::drop_closed(declared, in.open_elements());
        return is_of_reply(in, name.substr(0, colon), declared) ? name.substr(colon)
                                                                : std::string_view{};
    }

  private:
    static constexpr std::size_t size_of_few_attributes = 256;

    // Whether attributes are so few that each search is short, and have no value to normalize.
    static bool are_few_and_plain(std::string_view attributes) noexcept {
        const char* const end = attributes.data() + attributes.size();
        return attributes.size() <= size_of_few_attributes &&
               xml::find_stop<'&'>(attributes.data(), end) == end;
    }

    // Returns the prefix of a name with its colon; empty if there is none.
    static std::string_view prefix_of(std::string_view name) noexcept {
        return name.substr(0, find_colon(name));
    }

    // Returns the size of a name's prefix with its colon.
    EC2WIRE_WRAPS static std::size_t find_colon(std::string_view name) noexcept {
        return name.find(':') + 1;
    }

    // Whether another prefix than the root's is bound to the same namespace where the current element is: by
    // the innermost declaration (Namespaces in XML 1.0, section 6).
    EC2WIRE_COLD EC2WIRE_NOINLINE bool is_of_reply(xml::reader& in, std::string_view prefix,
                                                   const xml_declarations* declared) noexcept {
        const std::string_view root = root_namespace(in);
        if (root.empty() || prefix == ":") return false;
        prefix = without_colon(prefix);
        xml::attributes own(in.attributes());
        if (find_declaration(own, prefix)) return is_same_namespace(own.value(), root);
        for (; declared != nullptr; declared = declared->outer())
            if (const auto* const found = declared->find(prefix)) return found->is_of_reply;
        if (is_root_declared_) return false;
        xml::attributes of_root(attributes_of_root(in));
        return find_declaration(of_root, prefix) && is_same_namespace(of_root.value(), root);
    }

    static std::string_view without_colon(std::string_view prefix) noexcept {
        return prefix.substr(0, prefix.empty() ? 0 : prefix.size() - 1);
    }

    static std::string_view attributes_of_root(xml::reader& in) noexcept {
        return xml::detail::attributes_after(in.open_elements().name_at(0));
    }

    // Returns the normalized namespace of the root; empty if there is none.
    EC2WIRE_COLD std::string_view root_namespace(xml::reader& in) noexcept {
        if (namespace_.data() != nullptr || prefix_ == ":") return namespace_;
        xml::attributes of_root(attributes_of_root(in));
        namespace_ = find_declaration(of_root, without_colon(prefix_)) ? of_root.value() : "";
        return namespace_;
    }

    // Normalizes it once, because it is compared with each declaration, and a reference may be most of a
    // document: &#000...0117; is one character. False if there is no memory.
    EC2WIRE_COLD bool keep_root_namespace(xml::reader& in) noexcept {
        xml::attributes of_root(in.attributes());
        return prefix_ == ":" || !find_declaration(of_root, without_colon(prefix_)) ||
               xml::read_attribute_value(of_root, namespace_, in.memory());
    }

    std::string_view prefix_{};
    std::string_view namespace_{};  // null if it was not looked up
    bool is_root_declared_ = false;
};

}  // namespace ec2wire::detail

#endif
