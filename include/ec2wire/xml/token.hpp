#ifndef EC2WIRE_XML_TOKEN_HPP
#define EC2WIRE_XML_TOKEN_HPP

#include <cstdint>
#include <string_view>

namespace ec2wire::xml {

// The kinds of tokens.
enum class token_kind : std::uint8_t {
    start,         // <name ...>, or the first half of <name/>
    end,           // </name>, or the second half of <name/>
    text,          // characters up to the next markup, or one CDATA section
    end_of_input,  // the document is complete: only white space, comments and instructions follow the root
    error,         // see error(); all further tokens are this one
};

// The last token of a reader.
class token {
  public:
    // The kind of the token; text before the first one is read.
    constexpr token_kind kind() const noexcept { return kind_; }

    // The name of a start or end token, with its prefix.
    constexpr std::string_view name() const noexcept { return name_; }
    // Whether a start token is the first half of <name/>: its end token follows.
    constexpr bool is_empty_tag() const noexcept { return is_end_due_; }

    // The bytes of a text token in the document.
    constexpr std::string_view text() const noexcept { return text_; }
    // Whether the text is a CDATA section, where & is an ampersand.
    constexpr bool is_cdata() const noexcept { return is_cdata_; }
    // Whether the text differs from its bytes: see unescape().
    constexpr bool needs_unescape() const noexcept { return needs_unescape_; }

  private:
    friend class reader;
    constexpr token() noexcept = default;

    std::string_view name_{};
    std::string_view text_{};
    token_kind kind_ = token_kind::text;
    bool is_cdata_ = false;
    bool needs_unescape_ = false;
    bool is_end_due_ = false;
};

}  // namespace ec2wire::xml

#endif
