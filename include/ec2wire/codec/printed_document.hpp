#ifndef EC2WIRE_CODEC_PRINTED_DOCUMENT_HPP
#define EC2WIRE_CODEC_PRINTED_DOCUMENT_HPP

#include <ec2wire/codec/fast_decoder.hpp>
#include <ec2wire/codec/gap.hpp>
#include <ec2wire/codec/reply.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/service_error.hpp>
#include <ec2wire/xml/scan.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// Whole documents whose every gap is known at compile time: EC2's own replies, and the minified ones
// of other servers. Whatever is the least bit different is left to the strict reader, from its first
// byte.

// How EC2 begins a document; a new line may follow.
inline constexpr auto xml_declaration =
    std::to_array({'<', '?', 'x', 'm', 'l', ' ', 'v', 'e', 'r', 's', 'i', 'o', 'n',
                   '=', '"', '1', '.', '0', '"', ' ', 'e', 'n', 'c', 'o', 'd', 'i',
                   'n', 'g', '=', '"', 'U', 'T', 'F', '-', '8', '"', '?', '>'});

// <StopInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
template <message_shape T>
inline constexpr auto root_start_tag = [] {
    constexpr std::string_view parts[] = {"<", root_element<T>::name, " xmlns=\"",
                                          T::service::xml_namespace, "\">"};
    constexpr std::size_t size = [&] {
        std::size_t sum = 0;
        for (const std::string_view part : parts) sum += part.size();
        return sum;
    }();
    std::array<char, size> text{};
    std::size_t i = 0;
    for (const std::string_view part : parts)
        for (const char c : part) text[i++] = c;
    return text;
}();

struct error_element {
    static constexpr std::string_view name = "Response";
};

template <class Protocol>
class printed_document {
  public:
    printed_document(std::string_view bytes, scratch& memory) noexcept
        : root_(bytes.data()), end_(bytes.data() + bytes.size()), memory_(memory) {
        if (const char* const behind = pass_text(root_, end_, xml_declaration)) root_ = behind;
        if (root_ != end_ && *root_ == '\n') ++root_;
    }

    // The answer, if the document is one.
    template <message_shape T>
    bool decode(T& target) const {
        const char* const inside = pass_text(root_, end_, root_start_tag<T>);
        if (inside == nullptr) return false;
        return inside != end_ && *inside == '\n'
                   ? pass_rest<pretty_layout, root_element<T>>(inside, target)
                   : pass_rest<minified_layout, root_element<T>>(inside, target);
    }

    // EC2 prints its errors on one line.
    bool decode(error_document& target) const noexcept {
        const char* const inside =
            pass_text(root_, end_, gap_text<minified_layout, 0, false, error_element>);
        return inside != nullptr && pass_rest<minified_layout, error_element>(inside, target);
    }

    // Where the root's start tag is.
    const char* root() const noexcept { return root_; }

  private:
    template <class Layout, class Root, structure T>
    bool pass_rest(const char* inside, T& target) const {
        printed_gaps<Layout, 1> gaps;
        const auto* const mark = memory_.mark();
        const fast_decoder<Protocol, decltype(gaps)> members(gaps, end_, memory_);
        const char* at = members.template pass_members<0, 0>(inside, target);
        if (at != nullptr) at = pass_text(at, end_, gap_text<Layout, 0, true, Root>);
        if (at != nullptr && xml::find_non_space(at, end_) == end_) return true;
        target = {};
        memory_.rewind(mark);
        return false;
    }

    const char* root_;
    const char* end_;
    scratch& memory_;
};

// Decodes a document if every gap in it is known. Else changes nothing and returns false.
template <message_shape T>
bool decode_printed(std::string_view bytes, scratch& memory, reply<T>& answer) {
    const printed_document<typename T::service::protocol> document(bytes, memory);
    if (document.decode(*answer)) return true;
    error_document error;
    if (!document.decode(error) || !error.has_error()) return false;
    const auto root = static_cast<std::size_t>(document.root() - bytes.data());
    answer = unexpected(reply_error{{errc::service_error, root}, error_in(error)});
    return true;
}

}  // namespace ec2wire::detail

#endif
