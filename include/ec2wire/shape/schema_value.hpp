#ifndef EC2WIRE_SHAPE_SCHEMA_VALUE_HPP
#define EC2WIRE_SHAPE_SCHEMA_VALUE_HPP

#include <ec2wire/core/number.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/schema.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ec2wire::detail {

// What engines see of a value through the tables of schema.hpp.

// The bytes of a text or a blob.
inline std::string_view text_in(const type_schema& type, const void* value) {
    switch (type.storage) {
        case member_storage::view:
        case member_storage::optional_view: return *static_cast<const std::string_view*>(value);
        case member_storage::string:
        case member_storage::optional_string: return *static_cast<const std::string*>(value);
        case member_storage::optional_time:
        case member_storage::other: break;
    }
    return type.text(value);
}

// How many of a structure's members are set.
inline std::size_t count_set(const structure_schema& structure, const void* object) {
    std::size_t count = 0;
    for (const member_schema& member : structure)
        if (value_in(*member.type, member.in(object)) != nullptr) ++count;
    return count;
}

// Sets a member to a text, which a view keeps. The most frequent types take no call.
inline scalar_fault store_text(const type_schema& type, void* member, std::string_view text,
                               scratch& memory) {
    switch (type.storage) {
        case member_storage::view: *static_cast<std::string_view*>(member) = text; return {};
        case member_storage::optional_view:
            *static_cast<std::optional<std::string_view>*>(member) = text;
            return {};
        case member_storage::string:
        case member_storage::optional_string:
        case member_storage::optional_time:
        case member_storage::other: break;
    }
    return type.parse(member, text, memory);
}

// The elements of a list that stand in a row in memory; `first` is null for any other list.
struct element_row_view {
    const void* first{};
    std::size_t stride{};

    const void* operator[](std::size_t index) const noexcept {
        return static_cast<const std::byte*>(first) + index * stride;
    }
};

inline element_row_view row_of(const list_schema& list, const void* value) noexcept {
    if (list.construct != nullptr) return {list_extent::of(value).first, list.element_size};
    if (list.data != nullptr) return {list.data(value), list.element_stride};
    return {};
}

// Calls use(element) with the element at `index`, which may exist for the call alone.
template <class Use>
void visit_element_at(const list_schema& list, const void* value, std::size_t index, Use&& use) {
    if (const element_row_view row = row_of(list, value); row.first != nullptr)
        return use(row[index]);
    list.visit(value, index, &use,
               [](void* context, const void* element) { (*static_cast<Use*>(context))(element); });
}

// D10a. Whether a member may be left absent where its value is none, if notes are taken. A required one is
// never absent.
inline bool can_be_left_absent(const member_schema& row) noexcept {
    return row.type->can_be_absent && !row.is_required;
}

// P4. White space alone, or nothing, is no number, boolean or time: a member that can be absent is.
inline bool is_absent_scalar(const member_schema& row, std::string_view text) noexcept {
    const bool is_text = row.type->kind == value_kind::text || row.type->kind == value_kind::blob;
    if (is_text || !row.type->can_be_absent) return false;
    for (const char c : text)
        if (!is_space(c)) return false;
    return true;
}

// The members of a structure that were there, by their indices below its count. clear() begins it.
class member_set {
  public:
    void clear(std::size_t count) noexcept {
        words_[0] = 0;
        for (std::size_t word = 1; word * 64 < count; ++word) words_[word] = 0;
    }
    bool has(std::size_t index) const noexcept {
        return (words_[index / 64] >> index % 64 & 1) != 0;
    }
    void add(std::size_t index) noexcept { words_[index / 64] |= std::uint64_t{1} << index % 64; }
    bool is_empty(std::size_t count) const noexcept {
        bool has_none = words_[0] == 0;
        for (std::size_t word = 1; word * 64 < count; ++word) has_none &= words_[word] == 0;
        return has_none;
    }

  private:
    std::uint64_t words_[max_members / 64];
};

}  // namespace ec2wire::detail

#endif
