#ifndef EC2WIRE_ENGINE_XML_NAMES_HPP
#define EC2WIRE_ENGINE_XML_NAMES_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/engine/xml_values.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/xml/attribute.hpp>
#include <ec2wire/xml/markup.hpp>
#include <ec2wire/xml/reader.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// Decides which elements belong to a reply, and which member an element is.

// P4a (names of the request id). Whether a name is one of its three.
constexpr bool is_request_id_name(std::string_view name) noexcept {
    return name == "requestId" || name == "RequestId" || name == "requestID";
}

inline std::size_t request_id_index(const structure_schema& structure) noexcept {
    std::size_t index = 0;
    while (!structure.members[index].is_request_id) ++index;
    return index;
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

    // Returns the name of the current element without its prefix; empty if it does not belong to the reply.
    std::string_view local_name(xml::reader& in) const noexcept {
        const std::string_view name = in.name();
        const std::size_t colon = find_colon(name);
        if (colon == prefix_.size() && is_equal(name.data(), prefix_.data(), colon))
            return name.substr(colon);
        return name_of_other_prefix(in, colon);
    }

  private:
    // Returns the prefix of a name with its colon; empty if there is none.
    static std::string_view prefix_of(std::string_view name) noexcept {
        return name.substr(0, find_colon(name));
    }

    // Returns the size of a name's prefix with its colon.
    EC2WIRE_WRAPS static std::size_t find_colon(std::string_view name) noexcept {
        return name.find(':') + 1;
    }

    EC2WIRE_COLD EC2WIRE_NOINLINE std::string_view name_of_other_prefix(
        xml::reader& in, std::size_t colon) const noexcept {
        const auto* const mark = in.memory().mark();
        const std::string_view root = namespace_of(in, prefix_, 1);
        const std::string_view found = namespace_of(in, in.name().substr(0, colon), in.depth());
        const bool is_member = !root.empty() && found == root;
        in.memory().rewind(mark);
        return is_member ? in.name().substr(colon) : std::string_view{};
    }

    // Returns the namespace to which a prefix is bound in the innermost of `depth` open elements; empty if it
    // is not bound (Namespaces in XML 1.0, section 6).
    static std::string_view namespace_of(xml::reader& in, std::string_view prefix,
                                         std::size_t depth) noexcept {
        for (; depth != 0; --depth)
            for (xml::attributes in_tag(
                     xml::detail::attributes_after(in.open_elements().name_at(depth - 1)));
                 in_tag.next();) {
                if (!is_declaration_of(in_tag.name(), prefix)) continue;
                std::string_view value;
                return xml::read_attribute_value(in_tag, value, in.memory()) ? value
                                                                             : std::string_view{};
            }
        return {};
    }

    //   xmlns="u"    xmlns:a="u"
    static bool is_declaration_of(std::string_view attribute, std::string_view prefix) noexcept {
        if (!attribute.starts_with("xmlns")) return false;
        attribute.remove_prefix(5);
        if (prefix.empty()) return attribute.empty();
        return attribute.size() == prefix.size() && attribute[0] == ':' &&
               attribute.substr(1) == prefix.substr(0, prefix.size() - 1);
    }

    std::string_view prefix_{};
};

}  // namespace ec2wire::detail

#endif
