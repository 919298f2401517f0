#ifndef EC2WIRE_XML_ATTRIBUTE_HPP
#define EC2WIRE_XML_ATTRIBUTE_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/core/utf8.hpp>
#include <ec2wire/xml/reader.hpp>
#include <ec2wire/xml/scan.hpp>
#include <ec2wire/xml/unescape.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::xml {

// The attributes of a start tag, in document order. The reader has checked them: they are well formed, and no
// name occurs twice.
//
//     for (attributes in_tag(reader.attributes()); in_tag.next();)
//         if (in_tag.name() == "xsi:type") return in_tag.value();
//
//   <Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Canonical&#85;ser">
//           -----------------------------------------------------------------------------------
class attributes {
  public:
    // Takes what reader::attributes() returned.
    explicit attributes(std::string_view checked) noexcept
        : at_(checked.data()), end_(checked.data() + checked.size()) {}

    // Goes to the next attribute. False if there is none.
    bool next() noexcept {
        const char* const first = find_non_space(at_, end_);
        if (first == end_) return false;
        at_ = first;
        while (*at_ != '=' && !is_space(*at_)) ++at_;
        name_ = {first, static_cast<std::size_t>(at_ - first)};
        while (*at_ != '"' && *at_ != '\'') ++at_;
        const char quote = *at_++;
        const char* const value = at_;
        is_plain_ = true;
        for (; *at_ != quote; ++at_)
            is_plain_ = is_plain_ && *at_ != '&' && (*at_ == ' ' || !is_space(*at_));
        value_ = {value, static_cast<std::size_t>(at_ - value)};
        ++at_;
        return true;
    }

    // The name, with its prefix.
    std::string_view name() const noexcept { return name_; }
    // The bytes between the quotes, ...
    std::string_view value() const noexcept { return value_; }
    // ... and whether they are the value: see normalize().
    bool is_plain() const noexcept { return is_plain_; }

  private:
    const char* at_;
    const char* end_;
    std::string_view name_{};
    std::string_view value_{};
    bool is_plain_ = true;
};

// The normalized characters of an attribute's value (XML 1.0, section 3.3.3, for an attribute that no DTD
// declares), one by one: white space becomes a space, and references are replaced. White space from a reference
// is kept. The value must come from a reader, which has checked it.
//
//   one&#10;two CR LF three
//   one  LF two   SP  three
class value_characters {
  public:
    // Takes the bytes between the quotes.
    explicit value_characters(std::string_view value) noexcept : rest_(value) {}

    // Whether no character is left.
    bool is_at_end() const noexcept { return rest_.empty(); }
    // Returns the next character; not at the end.
    char32_t next() noexcept {
        if (rest_[0] == '&') {
            const reference r = read_reference(rest_);
            rest_.remove_prefix(r.size);
            return r.code_point;
        }
        const utf8_character c = read_utf8(rest_);
        const bool is_line_end = rest_.starts_with("\r\n");  // it ends once (section 2.11)
        rest_.remove_prefix(is_line_end ? 2 : c.size);
        const bool is_blank = c.size == 1 && is_space(static_cast<char>(c.code_point));
        return is_blank ? U' ' : c.code_point;
    }

  private:
    std::string_view rest_;
};

// Normalizes an attribute's value. Writes to `out`, which has room for value.size() bytes, and returns the end.
EC2WIRE_COLD inline char* normalize(std::string_view value, char* out) noexcept {
    for (value_characters in_value(value); !in_value.is_at_end();)
        out = write_utf8(in_value.next(), out);
    return out;
}

// Gets the normalized value of the current attribute: a view into the document, or into the scratch if it
// differs from the document's bytes. False if there is no memory.
inline bool read_attribute_value(const attributes& in, std::string_view& value,
                                 scratch& memory) noexcept {
    value = in.value();
    if (in.is_plain()) return true;
    const std::size_t room = value.size();
    char* const first = memory.allocate<char>(room);
    if (first == nullptr) return false;
    const auto size = static_cast<std::size_t>(normalize(value, first) - first);
    memory.shrink(first, size, room);
    value = {first, size};
    return true;
}

}  // namespace ec2wire::xml

#endif
