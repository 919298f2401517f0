#ifndef EC2WIRE_ENGINE_QUERY_VALUES_HPP
#define EC2WIRE_ENGINE_QUERY_VALUES_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/query/pair_reader.hpp>
#include <ec2wire/shape/query_schema.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>
#include <cstdint>
#include <new>
#include <string_view>

namespace ec2wire::detail {

// R11 (values). Sets a member to the value of a pair.
inline scalar_fault store_query_scalar(const type_schema& type, void* member, std::string_view text,
                                       scratch& memory) {
    if (type.kind == value_kind::blob)
        if (const std::size_t space = text.find(' '); space != text.npos)
            return {errc::bad_value, space};  // a '+' of the base64 text that was not escaped
    return store_text(type, member, text, memory);
}

inline constexpr std::uint32_t max_index_digits = 9;
static_assert(max_list_index == 999'999'999);

// Reads the digits at the front of a key, and returns how many; the group is the index plus 1, or 0 if
// the digits are not a valid index.
inline std::uint32_t take_index(query::pair& next) noexcept {
    const char* const first = next.key;
    const char* at = first;  // '=' ends the digits at the latest
    std::uint32_t index = 0;
    for (; is_digit(*at); ++at)  // the index of too many digits is not used
        index = 10 * index + static_cast<std::uint32_t>(*at - '0');
    const auto digits = static_cast<std::uint32_t>(at - first);
    next.key = at;
    next.key_size -= digits;
    next.group = digits > max_index_digits || (*first == '0' && digits > 1) ? 0 : index + 1;
    return digits;
}
// Takes the part of an element's key that is after the index. False if the key belongs to no element.
inline bool take_element_text(const query_target& element, query::pair& next) noexcept {
    const std::string_view text = element.text;
    if (next.key_size >= text.size() && *next.key == text[0] &&
        (text.size() == 1 || is_equal(next.key, text.data(), text.size()))) {
        next.key += text.size();
        next.key_size -= static_cast<std::uint32_t>(text.size());
        return true;
    }
    // R13: a list or a map of whose keys none is known exists.
    if (next.key_size > 1) return element.element != nullptr && *next.key == '.';
    if (!element.sends_empty) return false;
    next.key_size = 0;
    return true;
}

// Adds elements to a list or a map. The maximum number of elements is given, so those of a list_view do not
// move.
class query_elements {
  public:
    // Takes an empty list, to which at most `count` elements are added.
    query_elements(const list_schema& list, void* value, std::size_t count,
                   scratch& memory) noexcept
        : list_(list), value_(value), count_(count) {
        if (is_row())
            first_ = static_cast<std::byte*>(
                memory.grow(nullptr, 0, 0, count, list.element_size, list.element_alignment));
    }

    // Whether it is a list_view.
    bool is_row() const noexcept { return list_.construct != nullptr; }
    // Whether there was memory for the elements.
    bool has_room() const noexcept { return !is_row() || first_ != nullptr; }

    // Adds an empty element; returns null if there is no memory.
    void* next() {
        if (!is_row()) return list_.append(value_);
        std::byte* const element = first_ + size_ * list_.element_size;
        list_.construct(element);
        list_extent{first_, ++size_}.store(value_);
        return element;
    }

    // Adds all elements of a list_view of strings at once, empty.
    std::string_view* all_texts() noexcept {
        auto* const texts = static_cast<std::string_view*>(static_cast<void*>(first_));
        for (std::size_t i = 0; i < count_; ++i) ::new (texts + i) std::string_view();
        list_extent{first_, size_ = count_}.store(value_);
        return texts;
    }

  private:
    const list_schema& list_;
    void* value_;
    std::size_t count_;
    std::byte* first_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace ec2wire::detail

#endif
