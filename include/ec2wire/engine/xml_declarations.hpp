#ifndef EC2WIRE_ENGINE_XML_DECLARATIONS_HPP
#define EC2WIRE_ENGINE_XML_DECLARATIONS_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/heap_sort.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/core/utf8.hpp>
#include <ec2wire/xml/attribute.hpp>
#include <ec2wire/xml/open_tags.hpp>

#include <cstddef>
#include <new>
#include <string_view>

namespace ec2wire::detail {

// Namespace declarations, as P2 needs them: is a prefix bound to the namespace of the root?

// Whether a value in a document is a namespace's name, which is normalized. The empty value is none.
EC2WIRE_COLD inline bool is_same_namespace(std::string_view value, std::string_view name) noexcept {
    char bytes[4]{};
    for (xml::value_characters left(value); !left.is_at_end();) {
        const char* const end = write_utf8(left.next(), bytes);
        const std::string_view character(bytes, static_cast<std::size_t>(end - bytes));
        if (!name.starts_with(character)) return false;
        name.remove_prefix(character.size());
    }
    return name.empty() && !value.empty();
}

// Gets the prefix that an attribute declares, which is empty for the default namespace. False if it is another
// attribute.
//
//   xmlns="u"    xmlns:a="u"
inline bool is_declaration(std::string_view attribute, std::string_view& prefix) noexcept {
    if (!attribute.starts_with("xmlns")) return false;
    prefix = attribute.substr(attribute.size() == 5 ? 5 : 6);
    return attribute.size() == 5 || (attribute[5] == ':' && !prefix.empty());
}

// Goes to the declaration of a prefix among the attributes of a tag. False if there is none.
EC2WIRE_COLD inline bool find_declaration(xml::attributes& in_tag,
                                          std::string_view prefix) noexcept {
    std::string_view declared;
    while (in_tag.next())
        if (is_declaration(in_tag.name(), declared) && declared == prefix) return true;
    return false;
}

// The declarations of an open element, sorted by prefix, in the scratch: a hostile reply may have as many as
// elements that use them.
class xml_declarations {
  public:
    struct declaration {
        std::string_view prefix;
        bool is_of_reply;  // bound to the namespace of the root
    };

    // Adds those of the element `name`, the innermost of `depth` open ones, to those around it. False if there
    // is no memory.
    EC2WIRE_COLD static bool add(const xml_declarations*& innermost, std::string_view attributes,
                                 std::string_view name, std::size_t depth, std::string_view root,
                                 scratch& memory) noexcept {
        std::size_t count = 0;
        std::string_view prefix;
        for (xml::attributes in_tag(attributes); in_tag.next();)
            if (is_declaration(in_tag.name(), prefix)) ++count;
        if (count == 0) return true;
        auto* const added = memory.allocate<xml_declarations>(1);
        auto* const sorted = memory.allocate<declaration>(count);
        if (added == nullptr || sorted == nullptr) return false;
        declaration* next = sorted;
        for (xml::attributes in_tag(attributes); in_tag.next();)
            if (is_declaration(in_tag.name(), prefix))
                ::new (next++) declaration{prefix, is_same_namespace(in_tag.value(), root)};
        heap_sort(sorted, count, [](const declaration& a, const declaration& b) {
            return is_less(a.prefix, b.prefix);
        });
        innermost = ::new (added) xml_declarations{innermost, name.data(), depth, sorted, count};
        return true;
    }

    // Forgets the declarations of elements that are closed.
    static void drop_closed(const xml_declarations*& innermost,
                            const xml::detail::open_tags& open) noexcept {
        while (innermost != nullptr &&
               (innermost->depth_ > open.depth() ||
                open.name_at(innermost->depth_ - 1).data() != innermost->name_))
            innermost = innermost->outer_;
    }

    const xml_declarations* outer() const noexcept { return outer_; }

    // Returns the declaration of a prefix; null if there is none.
    EC2WIRE_COLD const declaration* find(std::string_view prefix) const noexcept {
        std::size_t first = 0, last = count_;
        while (first != last) {
            const std::size_t middle = first + (last - first) / 2;
            if (is_less(sorted_[middle].prefix, prefix))
                first = middle + 1;
            else
                last = middle;
        }
        return first != count_ && sorted_[first].prefix == prefix ? &sorted_[first] : nullptr;
    }

  private:
    xml_declarations(const xml_declarations* outer, const char* name, std::size_t depth,
                     const declaration* sorted, std::size_t count) noexcept
        : outer_(outer), name_(name), depth_(depth), sorted_(sorted), count_(count) {}

    static bool is_less(std::string_view a, std::string_view b) noexcept {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    }

    const xml_declarations* outer_;
    const char* name_;  // of the element, in the document
    std::size_t depth_;
    const declaration* sorted_;
    std::size_t count_;
};

}  // namespace ec2wire::detail

#endif
