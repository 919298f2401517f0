#ifndef EC2WIRE_SHAPE_SCHEMA_VALUE_HPP
#define EC2WIRE_SHAPE_SCHEMA_VALUE_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/schema.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace ec2wire::detail {

// Accesses values through the tables of schema.hpp.

// Returns the value of a member, null if it is not set. A list that cannot be absent is set if it has
// elements; a maybe<> is set if it was marked so or if a member in it is set.
inline const void* value_in(const type_schema& type, const void* member);

// The pointer and size that every list_view consists of.
struct list_extent {
    const void* first{};
    std::size_t size{};

    static list_extent of(const void* view) noexcept {
        list_extent extent;
        std::memcpy(&extent, view, sizeof extent);
        return extent;
    }
    void store(void* view) const noexcept { std::memcpy(view, this, sizeof *this); }
};

// Returns the number of elements of a list or a map.
inline std::size_t size_of(const list_schema& list, const void* value) noexcept {
    return list.construct != nullptr ? list_extent::of(value).size : list.size(value);
}

// Whether a member is set.
inline bool is_set(const member_schema& member, const void* object) {
    const void* const at = member.in(object);
    if (member.form == member_form::optional_view)
        return static_cast<const std::optional<std::string_view>*>(at)->has_value();
    const type_schema& type = *member.type;
    if ((member.form == member_form::text || member.form == member_form::printed) &&
        type.get != nullptr)
        return type.get(at) != nullptr;
    return value_in(type, at) != nullptr;
}

// Whether a member of a structure is set.
EC2WIRE_NOINLINE inline bool has_set_member(const structure_schema& structure, const void* object) {
    for (const member_schema& member : structure)
        if (is_set(member, object)) return true;
    return false;
}

// Returns the value of a list's element, or of the key or value of a map's entry; null if it is absent. Other
// than for a member, an empty list is a value.
inline const void* element_value_in(const type_schema& type, const void* element) {
    const void* const value = type.get == nullptr ? element : type.get(element);
    const bool is_set_by_members =
        value == nullptr && type.is_maybe_of_members && has_set_member(*type.structure, element);
    return is_set_by_members ? element : value;
}

inline const void* value_in(const type_schema& type, const void* member) {
    const void* const value = element_value_in(type, member);
    const bool is_plain_list = type.list != nullptr && !type.can_be_absent;
    return is_plain_list && size_of(*type.list, value) == 0 ? nullptr : value;
}

// Makes a member present and empty and returns its value; null if there is no memory.
inline void* emplace_in(const type_schema& type, void* member, scratch& memory) {
    return type.emplace == nullptr ? member : type.emplace(member, memory);
}

// Returns the capacity of a list in the scratch, which follows from its size, so that a list can be continued
// at any time, as flattened lists need, without more state: 1, 2, 4, 8 ... for large elements, where room for
// one is already much, and 4, 8, 16 ... for others.
constexpr std::size_t list_capacity(std::size_t size, std::size_t element_size) noexcept {
    if (size == 0) return 0;
    return size <= 4 && element_size < 512 ? 4 : std::bit_ceil(size);
}

// Adds an empty element to a list and returns it, or null if there is no memory.
EC2WIRE_NOINLINE inline void* append_element(const list_schema& list, void* value,
                                             scratch& memory) {
    if (list.construct == nullptr) return list.append(value);
    list_extent extent = list_extent::of(value);
    const std::size_t capacity = list_capacity(extent.size, list.element_size);
    if (extent.size == capacity) {
        extent.first = memory.grow(extent.first, extent.size, capacity,
                                   list_capacity(extent.size + 1, list.element_size),
                                   list.element_size, list.element_alignment);
        if (extent.first == nullptr) return nullptr;
    }
    auto* const first = static_cast<std::byte*>(const_cast<void*>(extent.first));
    std::byte* const added = first + extent.size * list.element_size;
    list.construct(added);
    ++extent.size;
    extent.store(value);
    return added;
}

// Releases the unused capacity of a finished list.
inline void finish_list(const list_schema& list, const void* value, scratch& memory) noexcept {
    if (list.construct == nullptr) return;
    const list_extent extent = list_extent::of(value);
    memory.shrink(extent.first, extent.size, list_capacity(extent.size, list.element_size),
                  list.element_size);
}

// Returns the bytes of a string or a blob.
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

// Returns how many members of a structure are set.
inline std::size_t count_set(const structure_schema& structure, const void* object) {
    std::size_t count = 0;
    for (const member_schema& member : structure)
        if (value_in(*member.type, member.in(object)) != nullptr) ++count;
    return count;
}

// Returns the member for the request id; null if there is none, or if it is set. A text that cannot be absent
// is unset while it is empty, and no other such scalar is ever set.
inline const member_schema* unset_request_id(const structure_schema& structure,
                                             const void* object) {
    if (!structure.has_request_id) return nullptr;
    const member_schema& member = structure.members[request_id_index(structure)];
    const type_schema& type = *member.type;
    const void* const value = value_in(type, member.in(object));
    const bool is_set =
        type.can_be_absent ? value != nullptr : type.text != nullptr && !type.text(value).empty();
    return is_set ? nullptr : &member;
}

// Sets an integer that has a `store_number`.
EC2WIRE_NOINLINE inline scalar_fault parse_number(const type_schema& type, void* member,
                                                  std::string_view text) {
    std::size_t left = 0;
    const auto number = parse_in_range(trim(text, left), type.range);
    if (!number) return {errc::bad_value, left + number.error()};
    type.store_number(member, *number);
    return {};
}

// Sets a member that is a scalar to the value of a text.
inline scalar_fault parse_scalar(const type_schema& type, void* member, std::string_view text,
                                 scratch& memory) {
    return type.parse != nullptr ? type.parse(member, text, memory)
                                 : parse_number(type, member, text);
}

// Does the same, without a function call for the most frequent types.
inline scalar_fault store_text(const type_schema& type, void* member, std::string_view text,
                               scratch& memory) {
    if (type.storage == member_storage::view)
        *static_cast<std::string_view*>(member) = text;
    else if (type.storage == member_storage::optional_view)
        *static_cast<std::optional<std::string_view>*>(member) = text;
    else
        return parse_scalar(type, member, text, memory);
    return {};
}

// The elements of a list that is contiguous in memory; `first` is null for any other list.
struct element_span {
    const void* first{};
    std::size_t stride{};

    const void* operator[](std::size_t index) const noexcept {
        return static_cast<const std::byte*>(first) + index * stride;
    }
};

inline element_span elements_of(const list_schema& list, const void* value) noexcept {
    if (list.construct != nullptr) return {list_extent::of(value).first, list.element_size};
    if (list.data != nullptr) return {list.data(value), list.element_stride};
    return {};
}

// Calls use(element) with the element at `index`, which may exist only during the call.
template <class Use>
void visit_element_at(const list_schema& list, const void* value, std::size_t index, Use&& use) {
    if (const element_span row = elements_of(list, value); row.first != nullptr)
        return use(row[index]);
    list.visit(value, index, &use,
               [](void* context, const void* element) { (*static_cast<Use*>(context))(element); });
}

// D10a (tolerance with notes). Whether a member is left absent if its value is invalid. A required one never
// is.
inline bool can_be_left_absent(const member_schema& row) noexcept {
    return row.type->can_be_absent && !row.is_required;
}

// P4 (empty and padded values). Whether an empty text, or white space alone, means that a number, boolean or
// timestamp is absent.
inline bool is_absent_scalar(const member_schema& row, std::string_view text) noexcept {
    const bool is_text = row.type->kind == value_kind::text || row.type->kind == value_kind::blob;
    if (is_text || !row.type->can_be_absent) return false;
    for (const char c : text)
        if (!is_space(c)) return false;
    return true;
}

// The set of members that occurred in the document, by index. clear() must be called first, with the number of
// members.
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
